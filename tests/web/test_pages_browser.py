"""Pages as they come out in a real browser: nothing is cut, touches what is beside it, or is out of date."""

import pathlib
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.web.browsing import CHROMIUM, browser, page_of, served
from tests.web.conftest import PASSWORDS
from tests.web.test_browser import REPORTS

pytestmark = [pytest.mark.slow, pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium, or name it in SIJILL_CHROMIUM")]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for all tests."""
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def address(coded: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The application on a copy of the demo's record."""
    path = tmp_path_factory.mktemp("pages") / "a.sijill"
    shutil.copy(coded, path)
    with served(path) as opened:
        yield opened


def told_by_several(page: Any, address: str) -> str:
    """The path of the event that most claims tell."""
    events = page.request.get(f"{address}/api/events?limit=60").json()["events"]
    return f"/events/{max(events, key=lambda one: one['claims'])['event_id']}"


CUT = "(list) => [...document.querySelectorAll(list)].filter((one) => one.scrollWidth > one.clientWidth + 1).length"


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 390])
def test_whose_claim_is_corrected_is_not_cut(chromium: Any, address: str, language: str, width: int) -> None:
    """The dialog has a line for each claim, with the whole of its outlet's name; the one chosen is corrected."""
    page = page_of(chromium, address, language, width=width)
    page.goto(address + told_by_several(page, address))
    names = page.locator("th[data-claim] .source").all_inner_texts()
    page.click('.event-head [data-do="correct"]')
    page.wait_for_selector("#correct[open]")
    assert page.locator("#correct .which strong").all_inner_texts() == names
    assert page.evaluate(CUT, "#correct .which label, #correct .which strong, #correct .which div") == 0
    wanted = page.locator("th[data-claim]").nth(1).get_attribute("data-claim")
    page.locator("#correct .which input").nth(1).check()
    page.select_option('#correct select[name="field"]', "actor1")
    page.fill("#correct .value input", "تنظيم")
    expect(page.locator("#correct .found button")).to_have_count(12)
    assert page.evaluate(CUT, "#correct .found, #correct .found button") == 0
    page.select_option('#correct select[name="field"]', "killed")
    for number in page.locator("#correct .value input").all():
        number.fill("7")
    with page.expect_request("**/api/decisions") as sent:
        page.click("#correct button.strong")
    assert sent.value.post_data_json["ids"] == [wanted]
    assert page.troubles == []
    page.context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_touches_the_pencils(chromium: Any, address: str, language: str) -> None:
    """Between a value and the button that corrects it there is room, wherever both stand in one line."""
    page = page_of(chromium, address, language)
    event = told_by_several(page, address)
    claim = page.request.get(f"{address}/api{event}").json()["event"]["claims"][0]
    for path in (event, f"/articles/{claim['article_id']}"):
        page.goto(address + path)
        gaps = page.evaluate("""() => [...document.querySelectorAll(".tiny")].map((one) => {
          const [here, before] = [one, one.previousElementSibling].map((node) => node?.getBoundingClientRect());
          if (!before || before.bottom < here.top || before.top > here.bottom) return 99;
          return Math.max(here.left - before.right, before.left - here.right);
        })""")
        assert len(gaps) > 5 and min(gaps) >= 3, (path, min(gaps))
    page.context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_whole_menu_is_seen_on_a_phone(chromium: Any, address: str, language: str) -> None:
    """Every entry of the menu is in the window, and none is cut or hidden behind an edge."""
    page = page_of(chromium, address, language, width=390, height=760)
    for path in ("/", "/audit"):
        page.goto(address + path)
        boxes = [one.bounding_box() for one in page.locator(".bar nav a").all()]
        assert len(boxes) == 10
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] < 200 for box in boxes)
        assert page.evaluate(CUT, ".bar nav, .bar nav ul") == 0
    page.context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_tables_fit_a_phone_or_say_that_they_go_on(chromium: Any, address: str, language: str) -> None:
    """Rows of lists stand below each other, ids in one line; what is cut at the edge fades until its end is seen."""
    page = page_of(chromium, address, language, width=390, height=800)
    for path in ("/actors", "/sources"):
        page.goto(address + path)
        assert page.evaluate(CUT, ".scroll, td, th") == 0, path
    page.goto(f"{address}/actors")
    heights = [one.bounding_box()["height"] for one in page.locator("td.id bdi").all()]
    assert len(heights) > 5 and max(heights) < 30
    page.goto(address + told_by_several(page, address))
    claims = page.locator(".scroll:has(table.claims)")
    expect(claims).to_have_attribute("data-more", "")
    claims.evaluate("(box) => box.scrollTo({ left: document.body.dir === 'rtl' ? -9999 : 9999 })")
    expect(claims).not_to_have_attribute("data-more", "")
    assert page.troubles == []
    page.context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_accounts_are_kept_on_a_phone(chromium: Any, peopled: pathlib.Path, tmp_path: pathlib.Path,
                                      language: str) -> None:
    """Each person's role, password and right to sign in can be changed without scrolling sideways."""
    shutil.copy(peopled, tmp_path / "a.sijill")
    with served(tmp_path / "a.sijill", users=True) as address:
        page = page_of(chromium, address, language, width=390, height=800)
        page.goto(f"{address}/sign-in")
        page.fill("input[name=name]", "mona")
        page.fill("input[name=password]", PASSWORDS["mona"])
        page.click("form.door button.strong")
        page.wait_for_url(f"{address}/")
        page.goto(f"{address}/administration")
        rows = page.locator(".accounts tbody tr")
        assert rows.count() == len(PASSWORDS) and max(one.bounding_box()["height"] for one in rows.all()) < 260
        for box in [one.bounding_box() for one in rows.locator("button, input:not([type=hidden]), select").all()]:
            assert box["x"] >= 8 and box["x"] + box["width"] <= 382 and box["width"] > 40
        assert page.troubles == []
        page.context.close()


@pytest.mark.parametrize(("language", "hint"), [("ar", "القارئ لا يحكم"), ("en", "Readers do not decide")])
def test_a_reader_is_told_that_readers_do_not_decide(chromium: Any, peopled: pathlib.Path, tmp_path: pathlib.Path,
                                                     language: str, hint: str) -> None:
    """A reader's key that would decide sends nothing and gives a hint; the list of keys has none that decides."""
    shutil.copy(peopled, tmp_path / "a.sijill")
    with served(tmp_path / "a.sijill", users=True) as address:
        page = page_of(chromium, address, language)
        page.goto(f"{address}/sign-in")
        page.fill("input[name=name]", "rami")
        page.fill("input[name=password]", PASSWORDS["rami"])
        page.click("form.door button.strong")
        page.wait_for_url(f"{address}/")
        sent: list[str] = []
        page.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
        page.locator(".card").first.focus()
        for key in "arcmsdu":
            page.evaluate("document.getElementById('said').replaceChildren()")
            page.keyboard.press(key)
            expect(page.locator("#said .toast:not(.trouble)")).to_contain_text(hint)
        assert sent == [] and page.locator("#keys dt", has_text="a").count() == 0
        assert page.locator(".card .points").first.inner_text().split()[0] in ("worth", "الأهمية")
        assert page.troubles == []
        page.context.close()


@pytest.mark.parametrize(("language", "verb"), [("ar", "same"), ("en", "different")])
def test_events_are_compared_without_a_keyboard(chromium: Any, coded: pathlib.Path, tmp_path: pathlib.Path,
                                                language: str, verb: str) -> None:
    """On a phone one event is marked by a tap, and a tap on another says whether it is the same."""
    shutil.copy(coded, tmp_path / "a.sijill")
    with served(tmp_path / "a.sijill") as address:
        page = page_of(chromium, address, language, width=390, height=800)
        page.goto(address)
        first, second = page.locator(".card").nth(0), page.locator(".card").nth(1)
        ids = [one.get_attribute("data-claims").split() for one in (first, second)]
        buttons = page.locator('[data-do="same"]:visible, [data-do="different"]:visible')
        expect(buttons).to_have_count(0)
        first.locator('[data-do="mark"]').click()
        expect(first.locator('[data-do="same"]')).to_be_hidden()
        with page.expect_response("**/api/decisions") as answer:
            second.locator(f'[data-do="{verb}"]').click()
        taken = answer.value.json()["decision"]
        assert taken["verb"] == verb and set(taken["claims"]) <= {*ids[0], *ids[1]}
        assert all(set(taken["claims"]) & set(claims) for claims in ids)
        expect(buttons).to_have_count(0)
        # an event's own page has the same buttons
        page.locator(".card").nth(3).locator('[data-do="mark"]').click()
        page.goto(f"{address}/events/{ids[0][0]}")
        expect(page.locator(f'.event-head [data-do="{verb}"]')).to_be_visible()
        assert page.troubles == []
        page.context.close()


def test_undo_leaves_a_long_list_where_it_stood(chromium: Any, coded: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """A list drawn anew, as after undo, does not jump to its end, and the card at hand stays the one at hand."""
    shutil.copy(coded, tmp_path / "a.sijill")
    with served(tmp_path / "a.sijill") as address:
        page = page_of(chromium, address, "ar", width=1280, height=700)
        page.goto(f"{address}/")
        page.locator(".card").nth(3).focus()
        page.keyboard.press("a")
        page.wait_for_selector(".card.accepted")
        at_hand, top = page.locator(".card.now").get_attribute("id"), page.evaluate("scrollY")
        page.keyboard.press("u")
        page.wait_for_selector(".card.accepted", state="detached")
        page.wait_for_timeout(300)
        assert page.locator(".card.now").get_attribute("id") == at_hand
        assert 0 < top == page.evaluate("scrollY")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_days_stand_in_the_order_of_reading(chromium: Any, address: str, language: str) -> None:
    """Of a range of days the first stands first in the direction of the page, in a card, a heading and a cell."""
    page = page_of(chromium, address, language)
    events = page.request.get(f"{address}/api/events?limit=60").json()["events"]
    event = next(one for one in events if one["earliest"] and one["latest"] and one["earliest"] < one["latest"])
    places = (("/?state=all", f"#e-{event['event_id']} .day"), (f"/events/{event['event_id']}", "h1 .day"),
              (f"/events/{event['event_id']}", ".cell bdi:has-text(' – ')"))
    for path, where in places:
        page.goto(address + path)
        first, last = page.locator(where).first.evaluate("""(node, days) => days.map((day) => {
          const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
          const range = document.createRange(), at = text.data.indexOf(day);
          range.setStart(text, at); range.setEnd(text, at + day.length);
          return range.getBoundingClientRect().left;
        })""", [event["earliest"], event["latest"]])
        assert first > last if language == "ar" else first < last, (path, where)
    page.context.close()


def test_a_day_is_written_as_it_is_kept(chromium: Any, address: str) -> None:
    """A filter takes 2015-06-25 and nothing that a browser makes of a day; the dialog offers the same."""
    page = page_of(chromium, address, "en")
    page.goto(f"{address}/?state=all")
    page.fill('.filter [name="from"]', "06/25/2015")
    assert not page.evaluate("document.querySelector('.filter').checkValidity()")
    before = page.locator("#results .count").inner_text()
    page.fill('.filter [name="from"]', "2015-07-30")
    page.keyboard.press("Tab")
    expect(page.locator("#results .count")).not_to_have_text(before)
    page.locator(".card").first.focus()
    page.keyboard.press("c")
    page.wait_for_selector("#correct[open]")
    page.select_option('#correct select[name="field"]', "earliest")
    assert page.get_attribute("#correct .value input", "placeholder") == "YYYY-MM-DD"
    page.fill("#correct .value input", "2015-13-01")
    page.click("#correct button.strong")
    assert page.locator("#correct[open]").count() == 1
    page.fill("#correct .value input", "2015-07-30")
    page.click("#correct button.strong")
    page.wait_for_selector("#correct:not([open])", state="attached")
    page.context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_was_imported_is_listed_at_once(chromium: Any, tmp_path: pathlib.Path, language: str) -> None:
    """The list of all that was added has an import as soon as it is done, without loading the page again."""
    (tmp_path / "one.txt").write_text(REPORTS["one.txt"], "utf-8")
    with served(tmp_path / "new.sijill") as address:
        page = page_of(chromium, address, language)
        page.goto(f"{address}/import")
        assert page.locator("#runs li").count() == 0
        page.set_input_files("#files", str(tmp_path / "one.txt"))
        page.fill("input[name=published]", "2018-03-14")
        page.click("#import button.strong")
        expect(page.locator("#runs li")).to_have_count(1, timeout=60_000)
        assert page.troubles == []
        page.context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_names_of_files_stand_in_their_order(chromium: Any, tmp_path: pathlib.Path, language: str) -> None:
    """Arabic and Latin names of an import run each in its own direction, and one after the other as the page does."""
    names = ["report 1.txt", "تقرير 2.txt", "three.txt", "أربعة.txt"]
    for name in names:
        (tmp_path / name).write_text(REPORTS["one.txt"], "utf-8")
    with served(tmp_path / "new.sijill") as address:
        page = page_of(chromium, address, language)
        page.goto(f"{address}/import")
        page.set_input_files("#files", [str(tmp_path / name) for name in names])
        page.click("#import button.strong")
        page.wait_for_selector(".import.done", timeout=60_000)
        shown = page.locator(".import p:first-child bdi")
        assert shown.all_inner_texts() == names
        lefts = [one.bounding_box()["x"] for one in shown.all()]
        assert lefts == sorted(lefts, reverse=language == "ar")
        page.context.close()


def test_a_filter_that_cannot_be_says_so(chromium: Any, address: str) -> None:
    """Where a filter asks for what cannot be, the list stays, and why is said; a name that is known filters."""
    page = page_of(chromium, address, "ar")
    page.goto(f"{address}/?state=all")
    cards = page.locator(".card").count()
    page.fill('.filter [name="actor"]', "لا أحد")
    page.keyboard.press("Tab")
    expect(page.locator("#said .trouble")).to_contain_text("المطلوب غير ممكن")
    assert page.locator(".card").count() == cards
    page.fill('.filter [name="actor"]', "وحدات حماية الشعب")
    page.keyboard.press("Tab")
    expect(page.locator("#results .count")).not_to_contain_text("63")
    assert page.locator(".card").count()
    page.context.close()


@pytest.mark.parametrize(("language", "said"), [("en", "can be sent at once"), ("ar", "وأقصى ما يُرسل")])
def test_files_that_are_too_large_together_are_told_before_they_are_sent(chromium: Any, tmp_path: pathlib.Path,
                                                                         language: str, said: str) -> None:
    """Who chooses too much reads how much it is and may be, in their language, and keeps what was chosen before."""
    with served(tmp_path / "a.sijill") as address:
        page = page_of(chromium, address, language)
        page.goto(f"{address}/import")
        page.evaluate("() => { document.getElementById('import').dataset.most = String(2 << 20); }")
        two = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b" " * 700_000} for n in range(2)]
        page.set_input_files("#files", two[:1])
        expect(page.locator("#import button.strong")).to_be_enabled()
        page.set_input_files("#files", two)
        expect(page.locator("#import .trouble")).to_contain_text(said)
        expect(page.locator("#import .files li")).to_have_count(1)
        expect(page.locator("#import button.strong")).to_be_enabled()
        page.context.close()
