"""Two people code one article blind, and a third settles what they differ on, in a real browser and both languages."""

import pathlib
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.web.browsing import CHROMIUM, browser, page_of, served
from tests.web.test_browser import AXE, SELECT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium, or name it in SIJILL_CHROMIUM")]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for all tests."""
    with browser() as opened:
        yield opened


def select(page: Any, word: str) -> None:
    page.evaluate(SELECT, word)
    page.wait_for_selector("#use:not([hidden])")


def code(page: Any, address: str, name: str, dead: str) -> None:
    """One person codes the article: an event of a word, its place by the gazetteer, how many were killed."""
    page.goto(f"{address}/codings")
    page.fill("input[name=name]", name)
    page.click(".filter button.strong")
    page.click("td a.button[href^='/codings/']")
    page.wait_for_selector("[data-coding]")
    page.wait_for_load_state()
    # nothing of the machine's, nor of anybody else's
    expect(page.locator(".claim")).to_have_count(0)
    select(page, "قصفت")
    page.keyboard.press("n")
    page.wait_for_selector("#correct[open]")
    page.select_option("#correct .value select", "Shelling/artillery/missile attack")
    page.click("#correct button.strong")
    expect(page.locator(".claim.now")).to_have_count(1)
    select(page, "دوما")
    page.click('#use [data-use="place"]')
    page.wait_for_selector("#correct[open] .chosen .chip")
    page.click("#correct button.strong")
    expect(page.locator('.claim [data-field="place"] .value small')).to_have_text("دوما")
    page.locator('.claim [data-fill="killed"]').click()
    for input in page.locator("#correct .value input").all():
        input.fill(dead)
    page.click("#correct button.strong")
    expect(page.locator('.claim [data-field="killed"] .value')).to_have_text(dead)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_article_is_coded_blind_and_settled(chromium: Any, coded: pathlib.Path, tmp_path: pathlib.Path,
                                               language: str) -> None:
    """Given, coded by two with undo and by keys, settled by keys, and in the record as decisions; all is accessible."""
    shutil.copy(coded, tmp_path / "a.sijill")
    with served(tmp_path / "a.sijill") as address:
        page = page_of(chromium, address, language)
        article = next(one["article_id"] for one in page.request.get(f"{address}/api/articles?limit=500").json()[
            "articles"] if one["doc_id"] == "extra-1")
        page.goto(f"{address}/articles/{article}")
        page.click(".give summary")
        page.fill(".give input[name=coders]", "ليلى، Omar")
        page.select_option(".give select", "nothing")
        page.click(".give button.strong")
        page.wait_for_url("**/codings")
        code(page, address, "ليلى", "3")
        # a step too many is taken back with a key
        page.locator('.claim [data-clear="killed"]').click()
        expect(page.locator('.claim [data-field="killed"] .value')).to_have_count(0)
        page.locator(".claim").focus()
        page.keyboard.press("u")
        expect(page.locator('.claim [data-field="killed"] .value')).to_have_text("3")
        accessible(page)
        page.click('[data-step="finish"]')
        page.wait_for_selector("[data-finished]")
        code(page, address, "Omar", "4")
        # words are chosen by keys: the first word of the text, then the next
        page.locator("#text").focus()
        page.keyboard.press("ArrowLeft")
        page.wait_for_selector("#use:not([hidden])")
        assert page.evaluate("getSelection().toString().trim()") == "قصفت"
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Shift+ArrowLeft")
        assert page.evaluate("getSelection().toString().trim()").startswith("قوات النظام")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.dataset.use") == "new"
        page.keyboard.press("Escape")
        page.click('[data-step="finish"]')
        page.wait_for_selector("[data-finished]")

        key = page.request.get(f"{address}/api/codings").json()[0]["id"]
        page.goto(f"{address}/codings/{key}/settle")
        expect(page.locator(".question.open")).to_have_count(1)
        expect(page.locator("[data-close]")).to_be_disabled()
        accessible(page)
        page.keyboard.press("2" if page.locator("thead th").nth(2).inner_text() == "Omar" else "1")
        expect(page.locator(".question.open")).to_have_count(0)
        page.click("[data-close]")
        page.wait_for_selector("[data-finished]")
        verbs = [one["verb"] for one in page.request.get(f"{address}/api/decisions").json()["decisions"]]
        assert verbs[0] == "accept" and set(verbs) <= {"accept", "correct"}
        event = next(one for one in page.request.get(f"{address}/api/events?limit=500&place=دوما").json()["events"])
        assert event["killed"] == 4
        page.goto(f"{address}/agreement")
        assert page.locator("tbody tr").count() > 10
        accessible(page)
        page.set_viewport_size({"width": 390, "height": 800})
        for path in ("/codings", f"/codings/{key}", f"/codings/{key}/settle", "/agreement"):
            page.goto(address + path)
            accessible(page)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), path
        # axe tries styles of its own, which the policy refuses
        assert [one for one in page.troubles if "inline style" not in one] == []
        page.context.close()


def accessible(page: Any) -> None:
    """Raise AssertionError where axe-core finds a serious fault."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']})")
    serious = [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found["violations"]]
    assert serious == [], serious
