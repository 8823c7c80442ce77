"""The work of a coder in a real browser, in both languages; accessibility; and words that are never off by one."""

import csv
import json
import pathlib
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.web.browsing import CHROMIUM, browser, page_of, served, wait_until_linked
from tests.web.conftest import PASSWORDS

pytestmark = [pytest.mark.slow, pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium, or name it in SIJILL_CHROMIUM")]
AXE = pathlib.Path(__file__).parent / "vendor" / "axe.min.js"
REPORTS = {
    "one.txt": "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين.",
    "two.txt": "أفاد ناشطون بأن المدفعية السورية قصفت أمس مدينة حرستا، ما أسفر عن مقتل خمسة مدنيين وجرح عشرة.",
    "three.txt": "اندلعت اشتباكات عنيفة بين قوات سوريا الديمقراطية وتنظيم داعش في مدينة الشدادي اليوم.",
}
NASTY = "⚔️ قَصَفَتْ قوّات النظام (SAA) مدينة دُوما 🙂🙂 بـ 12 قذيفة\r\nأمس، ما أدّى إلى مقتل 3 مدنيين <b>&amp;</b> في حرستا."


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for all tests."""
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_work_of_a_coder_from_start_to_end(chromium: Any, tmp_path: pathlib.Path, language: str) -> None:
    """Three reports are imported, reviewed, a place corrected, two claims joined, the map changes, export and audit."""
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    with served(tmp_path / "new.sijill") as address:
        page = page_of(chromium, address, language)
        page.goto(f"{address}/import")
        page.set_input_files("#files", [str(tmp_path / name) for name in REPORTS])
        page.fill("input[name=published]", "2018-03-14")
        page.click("#import button.strong")
        page.wait_for_selector(".import.done", timeout=60_000)
        assert page.locator(".import.done .rows li").count() == 3

        page.goto(f"{address}/")
        page.wait_for_selector(".card")
        before = page.locator(".card").count()
        assert before >= 3
        # review with keys alone: to the first event, accept it, undo, accept again
        page.keyboard.press("j")
        first = page.locator(".card.now").get_attribute("id")
        page.keyboard.press("a")
        page.wait_for_selector(f"#{first}.accepted")
        page.keyboard.press("u")
        page.wait_for_selector(f"#{first}:not(.accepted)")
        page.locator(f"#{first}").focus()
        page.keyboard.press("a")
        page.wait_for_selector(f"#{first}.accepted")

        # correct the place of the clash by the map's own gazetteer
        was = points(page, address)
        page.goto(f"{address}/?state=all&place=الشدادي")
        page.locator(".card").first.focus()
        page.keyboard.press("c")
        page.wait_for_selector("#correct[open]")
        page.select_option("#correct select[name=field]", "place")
        page.fill("#correct .value input", "القامشلي")
        page.click("#correct .found button >> nth=0")
        page.click("#correct button.strong")
        page.wait_for_selector("#correct:not([open])", state="attached")
        wait_until_linked(page, address)
        now = points(page, address)
        assert now != was and any(abs(lat - 37.05) < 0.1 for lat in now)

        # join the two shellings
        page.goto(f"{address}/?state=all&type=Explosions/Remote violence")
        shelled = page.locator(".card")
        assert shelled.count() == 2
        shelled.nth(0).focus()
        page.keyboard.press("m")
        page.wait_for_selector(".card.marked")
        shelled.nth(1).focus()
        page.keyboard.press("s")
        expect(shelled).to_have_count(1)
        page.keyboard.press("o")
        page.wait_for_url("**/events/*")
        assert page.locator("th[data-claim]").count() == 2

        # the map shows what the coder left: two shellings are one
        page.goto(f"{address}/map")
        expect(page.locator("#event-list li")).to_have_count(before - 1, timeout=30_000)

        page.goto(f"{address}/export?state=all")
        with page.expect_download() as download:
            page.click("#chosen button.strong")
        download.value.save_as(tmp_path / "out.csv")
        with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
            assert len(list(csv.DictReader(stream))) == before - 1

        page.goto(f"{address}/audit")
        page.click("#audit button.strong")
        page.wait_for_selector(".good")
        assert page.troubles == []
        page.context.close()


def points(page: Any, address: str) -> list[float]:
    """The latitudes of the events on the map."""
    return page.request.get(f"{address}/api/map/events").json()["lat"]


def imported(page: Any, address: str, file: pathlib.Path) -> None:
    """Import a file on the page, and wait until it is linked."""
    page.goto(f"{address}/import")
    page.set_input_files("#files", str(file))
    page.click("#import button.strong")
    page.wait_for_selector(".import.done", timeout=60_000)


def looked_at(page: Any, path: str) -> None:
    """The page that is open has no serious fault by axe-core, and is no wider than the window."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']})")
    serious = [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found["violations"]]
    assert serious == [], (path, serious)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), path


def test_selected_words_are_never_off_by_one(chromium: Any, tmp_path: pathlib.Path) -> None:
    """Marks, Latin letters, digits, emoji and line ends move no offset: each word selected is the word sent."""
    (tmp_path / "nasty.jsonl").write_text(json.dumps({"text": NASTY, "published": "2018-03-14"}), "utf-8")
    with served(tmp_path / "new.sijill") as address:
        page = page_of(chromium, address, "ar")
        imported(page, address, tmp_path / "nasty.jsonl")
        article = page.request.get(f"{address}/api/articles").json()["articles"][0]["article_id"]
        text = page.request.get(f"{address}/api/articles/{article}").json()["text"]
        page.goto(f"{address}/articles/{article}")
        assert page.evaluate("document.getElementById('text').textContent") == text
        sent: list[str] = []
        page.on("request", lambda one: sent.append(one.url) if "/words?" in one.url else None)
        for word, field in (("دُوما", "place"), ("حرستا", "place"), ("SAA", "actor1"), ("12", "killed"), ("3", "killed"),
                            ("أمس", "earliest")):
            page.evaluate(SELECT, word)
            page.wait_for_selector("#use:not([hidden])")
            page.click(f'#use [data-use="{field}"]')
            page.wait_for_selector("#correct[open]")
            start = int(sent[-1].split("start=")[1].split("&")[0])
            end = int(sent[-1].split("end=")[1].split("&")[0])
            assert text[start:end] == word
            page.click('#correct [data-do="cancel"]')
            page.evaluate("getSelection().removeAllRanges()")
        # other words are selected while the first are on offer: a click at once takes those that are selected now
        page.evaluate(SELECT, "SAA")
        page.wait_for_selector("#use:not([hidden])")
        page.evaluate(f"(word) => {{ ({SELECT})(word); document.querySelector('#use [data-use=place]').click(); }}",
                      "حرستا")
        page.wait_for_selector("#correct[open]")
        start, end = (int(sent[-1].split(f"{one}=")[1].split("&")[0]) for one in ("start", "end"))
        assert text[start:end] == "حرستا"
        page.click('#correct [data-do="cancel"]')
        # saved, the words are those of the value, and no others are any more
        page.evaluate(SELECT, "حرستا")
        page.wait_for_selector("#use:not([hidden])")
        page.click('#use [data-use="place"]')
        page.wait_for_selector("#correct[open]")
        expect(page.locator("#correct .said q")).to_have_text("حرستا")
        page.click("#correct button.strong")
        expect(page.locator(".claim.now .cell .w-places small")).to_have_text("حرستا")
        claim = page.locator(".claim.now").get_attribute("data-claim")
        assert page.evaluate(MARKED, f"{claim}/places/") == "حرستا"
        kept = page.request.get(f"{address}/api/decisions").json()["decisions"][0]["words"]
        assert (text[kept["start"]:kept["end"]], kept["text"]) == ("حرستا", "حرستا")
        # a weapon is the marked words themselves; without them it can only be said to be none
        for leave_out in (True, False):
            page.evaluate("getSelection().removeAllRanges()")
            page.evaluate(SELECT, "قذيفة")
            page.wait_for_selector("#use:not([hidden])")
            page.click('#use [data-use="weapon"]')
            page.wait_for_selector("#correct[open]")
            if leave_out:
                page.click("#correct .said button")
            page.click("#correct button.strong")
            if leave_out:
                expect(page.locator("#correct .value")).to_contain_text("حدّد ألفاظه في المقال")
                page.click('#correct [data-do="cancel"]')
        expect(page.locator(".claim.now .cell .w-weapon small")).to_have_text("قذيفة")
        assert page.evaluate(MARKED, f"{claim}/weapon/") == "قذيفة"
        # and the spans are drawn over their own words
        for at, words in page.evaluate(
                "[...document.querySelectorAll('#text [data-at]')].map(n => [+n.dataset.at, n.textContent])"):
            assert text[at:at + len(words)] == words
        page.context.close()


SELECT = """(word) => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  const nodes = []; let whole = "";
  while (walker.nextNode()) { nodes.push([walker.currentNode, whole.length]); whole += walker.currentNode.data; }
  const at = (unit, end) => { const [node, first] = nodes.findLast(([, begin]) => end ? begin < unit : begin <= unit);
    return [node, unit - first]; };
  const start = whole.indexOf(word), range = document.createRange();
  range.setStart(...at(start, false)); range.setEnd(...at(start + word.length, true));
  getSelection().removeAllRanges(); getSelection().addRange(range);
}"""


MARKED = """(mark) => [...document.querySelectorAll("#text [data-marks]")]
  .filter((one) => one.dataset.marks.includes(mark)).map((one) => one.textContent).join("")"""


def test_script_in_an_article_does_not_run(chromium: Any, tmp_path: pathlib.Path) -> None:
    """Markup in texts, titles and names is text, and the policy forbids scripts besides."""
    attack = "<img src=x onerror=window.hit=1><script>window.hit=1</script>"
    line = {"text": f"قصفت قوات النظام {attack} مدينة دوما أمس، ما أدى إلى مقتل 3 مدنيين.", "title": attack,
            "source": f"\"'>{attack}", "doc_id": attack, "published": "2018-03-14"}
    (tmp_path / "bad.jsonl").write_text(json.dumps(line), "utf-8")
    with served(tmp_path / "new.sijill") as address:
        page = page_of(chromium, address, "ar")
        imported(page, address, tmp_path / "bad.jsonl")
        article = page.request.get(f"{address}/api/articles").json()["articles"][0]["article_id"]
        event = page.request.get(f"{address}/api/events").json()["events"][0]["event_id"]
        for path in ("/", f"/articles/{article}", f"/events/{event}", "/sources", "/articles", "/search?q=دوما"):
            page.goto(address + path)
            assert page.evaluate("window.hit") is None, path
            assert page.locator("main img").count() == 0, path
        page.context.close()


@pytest.mark.parametrize(("language", "theme"), [("ar", "light"), ("en", "dark")])
def test_pages_are_accessible(chromium: Any, coded: pathlib.Path, tmp_path: pathlib.Path, language: str,
                              theme: str) -> None:
    """axe-core finds no serious fault of labels, contrast or structure, and no page is wider than a phone."""
    shutil.copy(coded, tmp_path / "a.sijill")
    with served(tmp_path / "a.sijill") as address:
        page = page_of(chromium, address, language, width=390, height=800, theme=theme)
        event = page.request.get(f"{address}/api/events").json()["events"][0]
        claims = page.request.get(f"{address}/api/events/{event['event_id']}").json()["event"]["claims"]
        for path in ("/", f"/events/{event['event_id']}", f"/articles/{claims[0]['article_id']}",
                     f"/places/{event['place_id']}", "/map", "/search?q=الحسكة", "/articles", "/sources",
                     "/actors", "/import", "/export", "/audit"):
            page.goto(address + path)
            looked_at(page, path)
        page.context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_people_sign_in_and_keep_accounts(chromium: Any, peopled: pathlib.Path, tmp_path: pathlib.Path,
                                          language: str) -> None:
    """Signing in, deciding, administration and signing out work in a browser, on a phone's width, accessibly."""
    shutil.copy(peopled, tmp_path / "a.sijill")
    with served(tmp_path / "a.sijill", users=True) as address:
        page = page_of(chromium, address, language, width=390, height=800)

        page.goto(f"{address}/articles")
        looked_at(page, "/sign-in")
        page.fill("input[name=name]", "mona")
        page.fill("input[name=password]", PASSWORDS["mona"])
        page.click("form.door button.strong")
        page.wait_for_url(f"{address}/articles")
        expect(page.locator(".person")).to_have_text("mona")
        page.goto(address)
        page.wait_for_selector(".card")
        page.locator(".card").first.focus()
        page.keyboard.press("a")
        page.wait_for_selector(".card.accepted")
        assert page.request.get(f"{address}/api/decisions").json()["decisions"][0]["by"] == "mona"
        for path in ("/account", "/administration"):
            page.goto(address + path)
            looked_at(page, path)
        page.fill("form:has(input[value=add]) input[name=name]", "lina")
        page.fill("form:has(input[value=add]) input[name=password]", "a long password")
        page.click("form:has(input[value=add]) button")
        expect(page.locator(".accounts th[scope=row]").last).to_have_text("lina")
        # the page asks how linking is doing as it comes up: that is to be answered before one has gone
        page.wait_for_load_state("networkidle")
        page.click("form[action='/sign-out'] button")
        page.wait_for_url(f"{address}/sign-in")
        assert page.request.get(f"{address}/api/me").status == 401
        assert page.troubles == []
        page.context.close()
