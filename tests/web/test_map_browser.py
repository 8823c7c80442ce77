"""The map in a browser: it shows where most happened, and what is open beside it is of the day that the slider says."""

import datetime as dt
import io
import pathlib
import shutil
import statistics
from collections.abc import Iterator
from typing import Any

import pytest
from tests.web.browsing import CHROMIUM, browser, page_of, served

from sijill.territory.colours import tint

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]

SET_DAY = """(day) => { const slider = document.getElementById("day");
  slider.value = day; slider.dispatchEvent(new Event("input")); }"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture
def address(coded: pathlib.Path, tmp_path: pathlib.Path) -> Iterator[str]:
    shutil.copy(coded, tmp_path / "a.sijill")
    with served(tmp_path / "a.sijill") as found:
        yield found


def opened_map(chromium: Any, address: str, language: str = "en", **more: Any) -> Any:
    page = page_of(chromium, address, language, **more)
    page.goto(f"{address}/map")
    page.wait_for_selector("body[data-map=ready]")
    page.locator("#legend .square").nth(1).wait_for(timeout=60_000)
    return page


def until(page: Any, true: str, given: Any = None) -> None:
    """Wait for a script to say yes: the policy of the pages forbids Playwright's own way of waiting for one."""
    for _ in range(300):
        if page.evaluate(true, given):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"not within 30 seconds: {true}")


def look_at(page: Any, lon: float, lat: float, zoom: float) -> None:
    """Bring a point to the middle; the script returns nothing: to hand the map over takes half a minute."""
    page.evaluate("([lon, lat, zoom]) => { sijillMap.jumpTo({ center: [lon, lat], zoom }); }", [lon, lat, zoom])


def clicked(page: Any, lon: float, lat: float) -> None:
    """Click where a point is drawn."""
    at = page.evaluate("([lon, lat]) => sijillMap.project([lon, lat])", [lon, lat])
    box = page.locator("#map canvas").bounding_box()
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


def test_where_most_happened_is_in_the_middle_of_the_first_view(chromium: Any, address: str) -> None:
    """The events about which all others lie are in the middle third of the map, at a desk's width and a phone's."""
    for width in (1280, 390):
        page = opened_map(chromium, address, width=width)
        found = page.request.get(f"{address}/api/map/events").json()
        middle = [statistics.median(found["lon"]), statistics.median(found["lat"])]
        at = page.evaluate("(middle) => sijillMap.project(middle)", middle)
        box = page.locator("#map canvas").bounding_box()
        assert box["width"] / 3 < at["x"] < box["width"] * 2 / 3
        assert box["height"] / 3 < at["y"] < box["height"] * 2 / 3
        page.context.close()


def test_the_open_panel_follows_the_slider(chromium: Any, address: str) -> None:
    """What is shown of a place's control, and of the events at a point, is that of the day the slider moved to."""
    page = opened_map(chromium, address)
    control = page.request.get(f"{address}/api/map/control?step=1").json()
    place = control["places"][0]
    page.uncheck("#show-events")
    look_at(page, place["lon"], place["lat"], 13)
    until(page, "() => sijillMap.loaded()")
    clicked(page, place["lon"], place["lat"])
    page.wait_for_selector("#evidence time")
    for day in ("3", "9"):
        page.evaluate(SET_DAY, day)
        now = page.text_content("#day-text")
        until(page, "(now) => document.querySelector('#evidence h2 time')?.textContent === now", now)
    page.check("#show-events")
    found = page.request.get(f"{address}/api/map/events").json()
    last = max(range(len(found["ids"])), key=lambda n: (found["last"][n] or 0, n))
    at = [found["lon"][last], found["lat"][last]]
    page.select_option("#window", "1")
    page.evaluate(SET_DAY, page.get_attribute("#day", "max"))
    look_at(page, *at, 13)
    until(page, "() => sijillMap.queryRenderedFeatures({ layers: ['events'] }).length")
    clicked(page, *at)
    page.wait_for_selector("#evidence .card")
    page.evaluate(SET_DAY, "0")
    until(page, "() => !document.querySelector('#evidence .card')")
    assert page.locator("#evidence .empty").count() == 1
    assert page.troubles == []
    page.context.close()


def test_a_side_has_one_colour(chromium: Any, address: str) -> None:
    """A side's colour in the map's legend is its colour on the page of a place."""
    page = opened_map(chromium, address)
    colours = """(list) => Object.fromEntries([...document.querySelectorAll(list)].map((one) =>
      [one.querySelector("bdi").textContent, one.querySelector(".square").style.background]))"""
    on_map = {name: colour for name, colour in page.evaluate(colours, "#legend li:has(.square)").items() if colour}
    # sides of one bloc share its colour
    assert len(set(on_map.values())) > 1
    control = page.request.get(f"{address}/api/map/control?step=1").json()
    met = 0
    for place in [one for one in control["places"] if one["place_id"]][:4]:
        page.goto(f"{address}/places/{place['place_id']}")
        page.wait_for_selector("#timeline .turns li")
        here = page.evaluate(colours, "#timeline .turns li")
        met += len(shared := set(here) & set(on_map))
        assert {name: here[name] for name in shared} == {name: on_map[name] for name in shared}
    assert met
    page.context.close()


def test_the_buttons_of_the_map_are_dark_in_the_dark(chromium: Any, address: str) -> None:
    """The zoom buttons and the scale have the colours of the page."""
    page = opened_map(chromium, address, theme="dark")
    for part in (".maplibregl-ctrl-group", ".maplibregl-ctrl-scale"):
        assert page.evaluate("(part) => getComputedStyle(document.querySelector(part)).backgroundColor", part) == (
            page.evaluate("getComputedStyle(document.querySelector('.time')).backgroundColor"))
    page.context.close()


def test_the_slider_has_the_days_of_what_is_filtered(chromium: Any, address: str) -> None:
    """Filtered by a day the slider ends with the last day of the events shown, and without a filter as it was."""
    page = opened_map(chromium, address)
    whole = page.get_attribute("#day", "max")
    page.locator(".filters").evaluate("(one) => { one.open = true; }")
    page.fill('.filter [name="to"]', "2015-07-10")
    page.dispatch_event('.filter [name="to"]', "change")
    found = page.request.get(f"{address}/api/map/events?to=2015-07-10").json()
    length = (dt.date.fromisoformat(found["until"]) - dt.date.fromisoformat(found["since"])).days
    until(page, "(days) => document.getElementById('day').max === days", str(length))
    assert length < int(whole or 0)
    page.fill('.filter [name="to"]', "")
    page.dispatch_event('.filter [name="to"]', "change")
    until(page, "(days) => document.getElementById('day').max === days", whole)
    page.context.close()


def test_play_says_how_far_each_step_goes(chromium: Any, address: str) -> None:
    """A record of years is played in steps of several days, and the page says of how many; a short one day by day."""
    page = page_of(chromium, address, "en")
    page.goto(f"{address}/map?from=2015-06-25&to=2015-07-10")
    until(page, "() => document.getElementById('day').max !== '0'")
    assert page.text_content("#step") == ""
    page.route("**/api/map/events*", lambda route: route.fulfill(
        json=route.fetch().json() | {"since": "2010-01-01", "until": "2015-12-31"}))
    page.goto(f"{address}/map")
    until(page, "() => document.getElementById('step').textContent === 'Each step: 11 days'")
    page.evaluate(SET_DAY, "0")
    page.click("#play")
    until(page, "() => document.getElementById('day').value === '11'")
    page.context.close()


def test_circles_that_overlap_look_no_surer(chromium: Any, address: str) -> None:
    """Where a place lies on one of the same holder and probability, the map has the colour that one alone has."""
    page = page_of(chromium, address, "en")
    places = [{"key": key, "place_id": None, "name": key, "lat": 35.0, "lon": lon, "radius_km": 5.0, "runs": [1],
               "holder": [0], "probability": [50], "contested": [contested]}
              for key, lon, contested in (("a", 40.0, 0), ("b", 40.0, 0), ("c", 40.5, 0), ("wide", 41.0, 90),
                                          ("small", 41.0, 0))]
    places[3]["radius_km"] = 10.0
    answered(page, "control", {
        "installed": True, "ready": True, "renewing": False, "trouble": None,
        "first": "2018-01-01", "last": "2018-01-01", "days": ["2018-01-01"],
        "states": ["IS"], "colours": ["#4477aa"], "places": places})
    page.goto(f"{address}/map")
    page.wait_for_selector("body[data-map=ready]")
    page.locator("#legend .square").nth(1).wait_for()
    page.uncheck("#show-events")
    look_at(page, 40.5, 35, 9)
    until(page, "() => sijillMap.loaded() && sijillMap.queryRenderedFeatures({ layers: ['areas'] }).length >= 5")
    page.wait_for_timeout(600)
    once, twice, small = ({picture(page, lon + off) for off in (0.03, 0.033, 0.036)} for lon in (40.5, 40.0, 41.0))
    # as the charts tint it, on the land of light pages
    assert once == twice == small == {tuple(bytes.fromhex(tint("#4477aa", 0.5, "#f6f3ec")[1:]))}
    assert len({picture(page, 41.07 + off / 1000) for off in range(12)}) > 1
    assert page.troubles == []
    page.context.close()


NOTHING = {"installed": True, "ready": True, "renewing": False, "trouble": None, "first": None, "last": None,
           "days": [], "states": [], "colours": [], "places": []}
TOWNS = "() => sijillMap.getStyle().layers.filter((one) => one.source === 'towns').map((one) => one.id)"


def settled(page: Any, lon: float, lat: float, zoom: float) -> None:
    """Look at a point of the map, and wait until its names are where they stay."""
    look_at(page, lon, lat, zoom)
    page.wait_for_timeout(400)
    until(page, "() => sijillMap.loaded() && !sijillMap.isMoving()")
    page.wait_for_timeout(800)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_names_keep_clear_of_events(chromium: Any, address: str, language: str) -> None:
    """The circle of many events at a town is seen whole, and the town's name beside it."""
    raqqa = (39.008, 35.953)
    page = page_of(chromium, address, language)
    answered(page, "control", NOTHING)
    answered(page, "events", {
        "ids": [f"e{n}" for n in range(60)], "lon": [raqqa[0]] * 60, "lat": [raqqa[1]] * 60, "first": [0] * 60,
        "last": [0] * 60, "type": [0] * 60, "types": ["Armed clash"], "killed": [None] * 60, "since": "2018-01-01",
        "until": "2018-01-01", "pointless": 0})
    page.goto(f"{address}/map")
    page.wait_for_selector("body[data-map=ready]")
    settled(page, *raqqa, 7)
    named = page.evaluate("(layers) => sijillMap.queryRenderedFeatures({ layers }).map((one) => one.properties.en)",
                          page.evaluate(TOWNS))
    assert "Raqqa" in named
    shot, (x, y) = seen(page, *raqqa)
    red = shot.getpixel((x + 8, y))
    around = [shot.getpixel((x + right, y + down)) for right in range(-17, 18) for down in range(-17, 18)
              if 6 < (right ** 2 + down ** 2) ** 0.5 < 17]
    assert red[0] > 150 > 90 > red[1] and max(abs(a - b) for one in around for a, b in zip(one, red, strict=True)) < 40
    assert page.troubles == []
    page.context.close()


def test_no_name_stands_under_the_buttons(chromium: Any, address: str) -> None:
    """Wherever a town lies, its name is not under the zoom buttons or the scale; no town has a dot without a name."""
    page = page_of(chromium, address, "en")
    answered(page, "control", NOTHING)
    page.goto(f"{address}/map")
    page.wait_for_selector("body[data-map=ready]")
    layers = page.evaluate(TOWNS)
    assert page.evaluate("(ids) => ids.every((id) => sijillMap.getLayer(id).type === 'symbol')", layers)
    frame = page.locator("#map").bounding_box()
    met = 0
    for part, x, y in ((".maplibregl-ctrl-group", 0.5, 0.5), (".maplibregl-ctrl-group", -0.3, 0.5),
                       (".maplibregl-ctrl-scale", 0.5, -0.3)):
        look_at(page, 39.008, 35.953, 7)
        box = page.locator(part).bounding_box()
        left, top = box["x"] - frame["x"], box["y"] - frame["y"]
        at = [frame["width"] / 2 - left - x * box["width"], frame["height"] / 2 - top - y * box["height"]]
        page.evaluate("(by) => { sijillMap.panBy(by, { animate: false }); }", at)
        settled(page, *page.evaluate("() => sijillMap.getCenter().toArray()"), 7)
        # the room that is kept around a name is no part of it
        corners = [[left + 4, top + 4], [left + box["width"] - 4, top + box["height"] - 4]]
        ask = "([box, layers]) => sijillMap.queryRenderedFeatures(box, { layers }).map((one) => one.properties.en)"
        assert page.evaluate(ask, [corners, layers]) == [], (part, x, y)
        met += "Raqqa" in page.evaluate(ask, [[[0, 0], [frame["width"], frame["height"]]], layers])
    assert met == 2
    page.context.close()


def test_hatching_is_no_smear_from_far_off(chromium: Any, address: str) -> None:
    """A contested place is a dot with one line across it where the map shows much, and hatched where little."""
    page = page_of(chromium, address, "en")
    answered(page, "control", NOTHING | {
        "first": "2018-01-01", "last": "2018-01-01", "days": ["2018-01-01"], "states": ["IS"], "colours": ["#4477aa"],
        "places": [{"key": "a", "place_id": None, "name": "a", "lat": 33.0, "lon": 39.6, "radius_km": 3.0,
                    "runs": [1], "holder": [0], "probability": [50], "contested": [80]}]})
    page.goto(f"{address}/map")
    page.wait_for_selector("body[data-map=ready]")
    page.locator("#legend .square").nth(1).wait_for()
    page.uncheck("#show-events")
    lines = []
    for zoom in (5, 9):
        settled(page, 39.6, 33.0, zoom)
        shot, (x, y) = seen(page, 39.6, 33.0)
        dark = [sum(shot.getpixel((x + off, y))) < 250 for off in range(-7, 8)]
        lines.append(sum(here and not before for before, here in zip([False, *dark], dark, strict=False)))
    assert lines[0] == 1 < lines[1]
    page.context.close()


def seen(page: Any, lon: float, lat: float) -> tuple[Any, tuple[int, int]]:
    """The picture of the map, and where a point is on it."""
    image = pytest.importorskip("PIL.Image")
    at = page.evaluate("([lon, lat]) => sijillMap.project([lon, lat])", [lon, lat])
    shot = image.open(io.BytesIO(page.locator("#map").screenshot())).convert("RGB")
    return shot, (round(at["x"]), round(at["y"]))


def answered(page: Any, what: str, answer: dict[str, Any]) -> None:
    """Let the map be told this, whatever the record holds."""
    page.route(f"**/api/map/{what}*", lambda route: route.fulfill(json=answer))


def picture(page: Any, lon: float) -> tuple[int, ...]:
    """The colour that the screen has at a point of the map."""
    image = pytest.importorskip("PIL.Image")
    at = page.evaluate("(lon) => sijillMap.project([lon, 35])", lon)
    box = page.locator("#map canvas").bounding_box()
    shot = page.screenshot(clip={"x": box["x"] + at["x"], "y": box["y"] + at["y"], "width": 1, "height": 1})
    return tuple(image.open(io.BytesIO(shot)).convert("RGB").getpixel((0, 0)))


def test_time_runs_as_the_page_is_read(chromium: Any, address: str) -> None:
    """The strip of a place's days and the map's slider begin at the right in Arabic, at the left in English."""
    for language, sign in (("ar", -1), ("en", 1)):
        page = opened_map(chromium, address, language)
        assert page.evaluate("() => getComputedStyle(document.getElementById('day')).direction") == (
            "rtl" if language == "ar" else "ltr")
        place = page.request.get(f"{address}/api/map/control").json()["places"][0]["place_id"]
        page.goto(f"{address}/places/{place}")
        page.wait_for_selector("#timeline .strip span")
        first, last = (page.locator("#timeline .strip span").nth(n).bounding_box() for n in (0, -1))
        assert (last["x"] - first["x"]) * sign > 0
        # the first day and the last stand under the ends
        ends = page.locator("#timeline .ends time")
        assert ends.all_inner_texts() == sorted(ends.all_inner_texts()) and ends.count() == 2
        assert (ends.nth(1).bounding_box()["x"] - ends.nth(0).bounding_box()["x"]) * sign > 0
        page.context.close()


def test_places_have_their_english_names_on_english_pages(chromium: Any, address: str) -> None:
    """A place that the gazetteer names in English is called so beside the map and on its page; in Arabic, in Arabic."""
    page = opened_map(chromium, address)
    control = page.request.get(f"{address}/api/map/control").json()
    place = next(one for one in control["places"] if one["name_en"] and one["place_id"])
    assert place["name_en"].isascii() and not place["name"].isascii()
    for language, name in (("en", place["name_en"]), ("ar", place["name"])):
        other = page_of(chromium, address, language)
        other.goto(f"{address}/places/{place['place_id']}")
        assert other.text_content("h1 bdi") == name
        other.context.close()
    page.context.close()


def test_the_map_of_an_empty_record_names_no_day(chromium: Any, tmp_path: pathlib.Path) -> None:
    """Where nothing tells of a day the slider has none, and does not say 1970; there is nothing to play."""
    with served(tmp_path / "empty.sijill") as address:
        page = page_of(chromium, address, "ar")
        page.goto(f"{address}/map")
        page.wait_for_selector("body[data-map=ready]")
        page.wait_for_selector("#play[disabled]")
        assert page.inner_text("#day-text") == "" and page.locator("#day").is_disabled()
        assert page.troubles == []
        page.context.close()
