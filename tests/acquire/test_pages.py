"""Saved pages give their title, day and body, whatever stands around."""

import pathlib
import time

import lxml.html
import pytest
from benchmarks.acquire.judge import body_fault, flat
from benchmarks.acquire.pages import saved_pages

from sijill.acquire import Article, Rejected, read_articles
from sijill.acquire.articles import TooLarge
from sijill.acquire.page_body import trimmed
from sijill.acquire.page_tree import drop
from sijill.acquire.pages import read_page

STORY = "<p>قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين.</p>"


def test_ninety_five_of_a_hundred_pages_are_right() -> None:
    """Title, day and body are right in 95 % of the sixty pages."""
    pages = list(saved_pages())
    wrong = []
    for page in pages:
        found = read_page(page.data)
        title = found.facts.title.value if found.facts.title else ""
        if flat(title) != flat(page.title) or found.published != page.published or body_fault(page, found.text):
            wrong.append(page.name)
    assert len(pages) == 60
    assert len(wrong) <= 3, wrong


def test_what_was_found_says_where(tmp_path: pathlib.Path) -> None:
    """A page read as an input has its title, day, author, publisher and address, each with where it was found."""
    path = tmp_path / "a.html"
    path.write_bytes(next(saved_pages()).data)
    (item,) = read_articles([path])
    assert isinstance(item, Article)
    assert item.origin is not None
    assert item.origin.data == path.read_bytes()
    assert item.original and item.original.startswith("<!DOCTYPE html>")
    assert {"title", "published", "author", "source", "url"} <= dict(item.origin.found).keys()
    assert item.published and item.author and item.url and item.source
    assert dict(item.origin.found)["published"] == "JSON-LD datePublished"


@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("written", ["utf-8", "cp1256"])
def test_a_wrong_declaration_is_not_believed(declared: str, written: str) -> None:
    """A page that is UTF-8 is read as UTF-8, and one in Windows-1256 that says UTF-8 as Windows-1256."""
    if written == "cp1256" and declared == "iso-8859-6":
        pytest.skip("nothing tells these apart for certain")
    page = f'<html><head><meta charset="{declared}"></head><body>{STORY * 2}</body></html>'
    assert "قذائف الهاون" in read_page(page.encode(written)).text


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000 + STORY,
        "<a href=x>" * 30_000 + STORY,
        "<a href=x>" * 400_000 + STORY,
        "<ul>" + '<li><a href="#"><h3>خبر</h3></a></li>' * 20_000 + "</ul>" + STORY,
        "<p>" + "<b>" * 100_000 + "قتل ثلاثة",
        "<!--" * 300_000,
        "<table><tr><td>" * 20_000 + STORY,
        "<p " + " ".join(f"a{n}" for n in range(400_000)) + ">" + STORY,
        f"<div class='{'a ' * 200_000}'>" + "<p>خبر" * 20_000 + STORY,
        "<div>" * 200 + "<p>" + STORY[3:-4] * 10_000,
        "<h1>" * 200 + STORY[3:-4] * 10_000,
        "<span>" * 250 + "<b>خبر</b>" * 90_000 + STORY,
        "<h2>" + "<a href=x>خبر</a>" * 50_000 + "</h2>" + STORY,
        "<script></script>قصف قصف قصف قصف قصف" * 60_000 + STORY,
        f"<title>{'خبر قصف ' * 100_000}</title>" + "<h2>خبر من دوما</h2>" * 30_000 + STORY,
    ],
    ids=["divs", "links", "more links than any page has", "cards", "bold", "comments", "tables", "attributes",
         "a long name around many", "a long text deep down", "a long heading deep down", "many deep down",
         "links in one heading", "texts behind scripts", "a long title"],
)
def test_a_hostile_page_ends(page: str, tmp_path: pathlib.Path) -> None:
    """A page that nests or repeats without end is an article or a rejection within seconds."""
    path = tmp_path / "a.html"
    path.write_text(page, "utf-8")
    began = time.process_time()
    (item,) = read_articles([path])
    assert isinstance(item, Article | Rejected)
    assert time.process_time() - began < 20


@pytest.mark.parametrize(("page", "reason"), [
    ("<p " + " ".join(f"a{n}" for n in range(501)) + ">", "more than 500 attributes"),
    ("<br>" * 100_000, "more than 100,000 elements"),
    ("<span>" * 200 + "<b>خبر</b>" * 16_000, "elements within elements")], ids=["attributes", "elements", "depths"])
def test_a_page_beyond_bounds_is_named(page: str, reason: str) -> None:
    """A page of more attributes, elements or depths than any page has is refused, and the reason says of what."""
    with pytest.raises(TooLarge, match=reason):
        read_page((STORY + page).encode())


def test_attributes_and_depths_of_real_pages_are_read() -> None:
    """Hundreds of attributes on an element, and tags that are never closed, cost no page its text."""
    page = "<p " + " ".join(f"a{n}" for n in range(400)) + ">" + STORY + "<font>" * 2_000 + "<br>" * 3_000
    assert "قذائف الهاون" in read_page(page.encode()).text


def test_the_text_behind_what_is_cut_stays_in_its_place() -> None:
    """Where scripts and menus are cut out, the words behind each stay where they stood."""
    root = lxml.html.fromstring("<div>a<i>1</i>b<p>c</p>d<i>2</i>e<i>3</i>f<p>g<i>4</i></p></div>")
    drop(list(root.iter("i")), root)
    assert lxml.html.tostring(root) == b"<div>ab<p>c</p>def<p>g</p></div>"


def test_an_endless_page_is_refused(tmp_path: pathlib.Path) -> None:
    """A page larger than any page is a rejection, named, and not held in memory."""
    path = tmp_path / "a.html"
    with path.open("wb") as out:
        out.truncate(500_000_000)
    (item,) = read_articles([path])
    assert isinstance(item, Rejected)
    assert item.code == "E305"


class _Measured(str):
    """A line that counts how often its length is asked for."""

    asked = 0

    def __len__(self) -> int:
        _Measured.asked += 1
        return super().__len__()


def test_a_page_of_many_lines_is_trimmed_in_one_pass() -> None:
    """The work for a line does not grow with the number of lines."""
    lines: list[str] = [_Measured(f"قصفت القوات البلدة رقم {n} صباح اليوم.") for n in range(500)]
    trimmed(lines, None, None)
    assert _Measured.asked < 10 * len(lines)
