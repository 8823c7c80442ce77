"""What a page says of itself, wherever it says it."""

import pytest

from sijill.acquire.articles import BrokenEncoding
from sijill.acquire.pages import Page, read_page

BODY = "<p>قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين.</p>"
TITLE = "قصف على مدينة دوما بريف دمشق"


def page(head: str = "", before: str = "", after: str = "", url: str | None = None, body: str = BODY) -> Page:
    source = f"<html><head>{head}</head><body>{before}<h1>{TITLE}</h1>{body}{after}</body></html>"
    return read_page(source.encode(), url=url)


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(("head", "before", "url", "where"), [
    (linked('{"@type": "NewsArticle", "headline": "x", "datePublished": "2015-06-25"}'), "", None,
     "JSON-LD datePublished"),
    (linked('{"@type": "NewsArticle", "datePublished": "2015-06-25", }'), "", None, "JSON-LD datePublished"),
    (linked('{"@type": "NewsArticle", "headline": "a "b"", "datePublished": "2015-06-25"}'), "", None,
     "JSON-LD datePublished"),
    (linked('{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "dateCreated": "2015-06-25"}]}'), "", None,
     "JSON-LD dateCreated"),
    ("<meta property='article:published_time' content='2015-06-25T10:00'>", "", None, "meta article:published_time"),
    ("", "<time datetime='2015-06-25'>أمس</time>", None, "time element"),
    ("", "<aside><time datetime='2011-01-01'></time></aside><span itemprop=datePublished content=2015-06-25></span>",
     None, "time element"),
    ("", "<div class=date>الخميس 25 حزيران 2015</div>", None, "text"),
    ("", "<div>25/06/2015</div>", None, "text"),
    ("", "<div class=date>1 أيار 2019</div>", "https://a.example/2015/06/25/x", "URL"),
    ("<meta name=date content=2015-06-25>", "", None, "meta date"),
])
def test_the_day_of_publication(head: str, before: str, url: str | None, where: str) -> None:
    """The day is found in linked data (broken too), meta tags, time elements, lines of text and the address."""
    found = page(head, before, url=url).facts.published
    assert found is not None and (found.value, found.where) == ("2015-06-25", where)


@pytest.mark.parametrize(("head", "before", "where"), [
    (linked('{"@type": "NewsArticle", "author": [{"name": "سامر العبد"}]}'), "", "JSON-LD author"),
    (linked('{"@type": "NewsArticle", "author": ["سامر العبد"], }'), "", "JSON-LD author"),
    ("<meta name=author content='سامر العبد'>", "", "meta author"),
    ("", "<a rel=author href=/s>سامر العبد</a>", "rel=author"),
    ("", "<div class=byline>بقلم: سامر العبد</div>", "byline"),
    ("", "<p>بقلم سامر العبد</p>", "text"),
])
def test_the_author(head: str, before: str, where: str) -> None:
    """The author is found in linked data, meta tags, marked elements and a line that says who wrote it."""
    found = page(head, before).facts.author
    assert found is not None and (found.value, found.where) == ("سامر العبد", where)


@pytest.mark.parametrize(("head", "before"), [
    ("<link rel=canonical href='https://a.example/1'>", ""),
    ("<meta property='og:url' content='https://a.example/1'>", ""),
    ("", "<!-- saved from url=(0019)https://a.example/1 -->"),
])
def test_the_address(head: str, before: str) -> None:
    """The address is found in the canonical link, a meta tag, and the note of the browser that saved the page."""
    found = page(head, before).facts.url
    assert found is not None and found.value == "https://a.example/1"


def test_the_body_that_only_linked_data_hold() -> None:
    """Where a script would fill the page in, the body of the linked data is the text."""
    body = "انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم. " * 5
    found = page(linked(f'{{"@type": "NewsArticle", "articleBody": "{body}"}}'), body="<p>جار التحميل...</p>")
    assert found.text == body.strip()


def test_cards_and_comments_are_no_part_of_the_article() -> None:
    """Teasers of other articles beside each other, and what readers write below their heading, are left out."""
    card = ("<div class=c><a href=/x><h3>انفجار سيارة مفخخة في بغداد يقتل عشرة</h3></a><p>قتل عشرة أشخاص وأصيب آخرون "
            "في انفجار سيارة مفخخة في بغداد صباح اليوم، بحسب الشرطة.</p></div>")
    said = "<p>التعليقات</p><p>هذا خبر كاذب ولم يقتل أحد في ذلك اليوم كما قال كثيرون غيري هنا.</p>"
    for after in (card * 4, said):
        assert page(after=after, body=BODY * 3).text == page(body=BODY * 3).text


@pytest.mark.parametrize("cell", ["<td>{}</td>", "<td><font>{}</font></td>"])
def test_paragraphs_of_tables_stay_apart(cell: str) -> None:
    """In a page laid out in tables the paragraphs are lines, with no bar of a table before them."""
    inside = BODY.removeprefix("<p>").removesuffix("</p>")
    text = page(body=f"<table><tr>{cell.format('<br><br>'.join([inside] * 3))}</tr></table>").text
    assert text.splitlines() == [inside] * 3


def test_damage_is_borne_where_it_is_small() -> None:
    """One broken byte in a long page is a mark in its text; a page that is broken all over is refused."""
    source = f"<html><body><h1>{TITLE}</h1>{BODY * 40}</body></html>".encode()
    at = source.rindex("مقتل".encode())
    assert read_page(source[:at] + b"\xd9" + source[at:]).text.count("\ufffd") == 1
    with pytest.raises(BrokenEncoding):
        read_page(source.replace("مقتل".encode(), b"\xd9\xd9\xff"))


def test_a_declared_encoding_is_believed_where_bytes_bear_it_out() -> None:
    """A page that says ISO 8859-6, in any spelling of the name, is read so also where it is short."""
    for name in ("iso-8859-6", "arabic", "ASMO-708"):
        source = f'<html><head><meta charset="{name}"></head><body>{BODY}</body></html>'.replace("،", "\u060c")
        assert "قذائف الهاون" in read_page(source.encode("iso8859-6")).text
