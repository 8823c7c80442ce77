"""JSON in its shapes, exports of chats, and messages in theirs."""

import json
import pathlib

import pytest

from sijill.acquire import Article, Rejected, read_articles
from sijill.acquire.decoding import decode
from sijill.acquire.pages import page_text

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
OTHER = "انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم بعد معارك استمرت يومين مع قوات محلية."
PAGE = f"<html><body><h1>خبر من دوما اليوم</h1><p>{TEXT}</p><nav><a href=/>الرئيسية</a></nav></body></html>"
LINES = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in (TEXT, OTHER))


def read(folder: pathlib.Path, name: str, data: bytes | str) -> list[Article | Rejected]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_articles([path]))


def texts(items: list[Article | Rejected]) -> list[str]:
    return [item.text.strip() if isinstance(item, Article) else f"[{item.code}]" for item in items]


@pytest.mark.parametrize(("name", "data"), [
    ("a.json", json.dumps([{"text": TEXT}, {"text": OTHER}], indent=1)), ("a.json", LINES), ("a", LINES),
    ("a.jsonl", LINES.encode("utf-16")), ("a", f"[\n{LINES.replace(chr(10), ',')}\n]"), ("a.ndjson", "\n" + LINES)])
def test_objects_in_every_shape(name: str, data: bytes | str, tmp_path: pathlib.Path) -> None:
    """An array, JSON Lines under either ending or none, and lines in UTF-16 give the same articles."""
    assert texts(read(tmp_path, name, data)) == [TEXT, OTHER]


def test_a_text_may_begin_with_a_bracket(tmp_path: pathlib.Path) -> None:
    """A text whose first line is a bracket is a text, and a .json file that is broken is a rejection."""
    assert texts(read(tmp_path, "a.txt", f"[\n{TEXT}\n]")) == [f"[\n{TEXT}\n]"]
    assert texts(read(tmp_path, "a.json", f"[\n{TEXT}\n]")) == ["[E308]"]
    mixed = json.dumps([{"text": TEXT}, 5, {"title": "x"}])
    assert texts(read(tmp_path, "b.json", mixed)) == [TEXT, "[E308]", "[E309]"]


def test_an_account_of_telegram(tmp_path: pathlib.Path) -> None:
    """An export of a whole account gives each chat's posts, their author where it is another, and days by any clock."""
    posts = [{"id": 1, "date": "2015-06-25T10:00:00", "text": TEXT, "from": "قناة", "author": "سامر"},
             {"id": 2, "date_unixtime": "1435190400", "text": OTHER, "from": "قناة"}]
    account = {"chats": {"list": [{"id": 7, "name": "قناة", "messages": posts}]}}
    items = read(tmp_path, "result.json", json.dumps(account))
    assert texts(items) == [TEXT, OTHER]
    assert [(i.source, i.author, str(i.published)) for i in items if isinstance(i, Article)] == [
        ("قناة", "سامر", "2015-06-25"), ("قناة", None, "2015-06-25")]
    assert texts(read(tmp_path, "b.json", json.dumps({"messages": [{"id": 1, "text": ""}]}))) == ["[E301]"]


@pytest.mark.parametrize(("kind", "source", "author"), [
    ("public_channel", "اسم", "سامر"), ("private_supergroup", "اسم", None), ("personal_chat", None, None)])
def test_no_person_of_a_chat_is_a_source(kind: str, source: str | None, author: str | None,
                                         tmp_path: pathlib.Path) -> None:
    """A channel and who signs in it are told, a group by its name alone, and nobody that somebody talks to."""
    post = {"id": 1, "date": "2015-06-25T10:00:00", "text": TEXT, "from": "خالد", "author": "سامر"}
    (item,) = read(tmp_path, "result.json", json.dumps({"name": "اسم", "type": kind, "id": 7, "messages": [post]}))
    assert isinstance(item, Article) and (item.source, item.author) == (source, author)


def message(kind: str, body: bytes, more: str = "") -> bytes:
    return f"From: Desk <desk@a.example>\r\nSubject: x\r\n{more}Content-Type: {kind}\r\n\r\n".encode() + body


def test_messages_in_their_shapes(tmp_path: pathlib.Path) -> None:
    """A message is read in the encoding that it declares, out of its page where it is a page alone, else refused."""
    old = message("text/plain; charset=windows-1256", TEXT.encode("cp1256"))
    assert texts(read(tmp_path, "a.eml", old)) == [TEXT]
    names = "كركوك طوزخورماتو"
    rare = message("text/plain; charset=iso-8859-6", names.encode("iso8859-6"))
    assert texts(read(tmp_path, "a.eml", rare)) == [names]
    assert texts(read(tmp_path, "b.eml", message("text/html; charset=utf-8", PAGE.encode()))) == [TEXT]
    assert texts(read(tmp_path, "c.eml", message("image/png", b"\x89PNG"))) == ["[E321]"]


def test_a_page_saved_as_mhtml_has_its_address(tmp_path: pathlib.Path) -> None:
    """Of a page saved with its pictures the article is the page's, its address that of the browser, not the mail's."""
    saved = message("multipart/related; boundary=x", b"--x\r\nContent-Type: text/html; charset=utf-8\r\n"
                    b"Content-Transfer-Encoding: 8bit\r\n\r\n" + PAGE.encode() + b"\r\n--x\r\nContent-Type: image/png"
                    b"\r\n\r\nabc\r\n--x--\r\n", "Snapshot-Content-Location: https://a.example/1\r\n")
    (item,) = read(tmp_path, "a.mhtml", saved)
    assert isinstance(item, Article)
    assert (item.text, item.url, item.source, item.title) == (
        TEXT, "https://a.example/1", "a.example", "خبر من دوما اليوم")


def test_lines_of_an_mbox_that_begin_with_from(tmp_path: pathlib.Path) -> None:
    """A line of a message that was marked because it begins with From is read unmarked and begins no message."""
    one = message("text/plain; charset=utf-8", f"{TEXT}\n>From here on\n".encode()).replace(b"\r\n", b"\n")
    box = b"From a Thu Jun 25 10:00:00 2015\n" + one + b"\nFrom b Thu Jun 25 10:00:00 2015\n" + one
    items = read(tmp_path, "a.mbox", box)
    assert texts(items) == [f"{TEXT}\nFrom here on"] * 2
    assert texts(read(tmp_path, "b.mbox", TEXT)) == ["[E321]"]
    kept = [item.origin.data for item in items if isinstance(item, Article) and item.origin]
    assert len(kept) == 2 and all(data in box and b"\n>From here" in data for data in kept)


@pytest.mark.parametrize(("name", "text"), [("a.jsonl", LINES), ("a.csv", f"text\n{TEXT}\n{OTHER}\n")])
def test_wide_files_are_kept_as_they_came(name: str, text: str, tmp_path: pathlib.Path) -> None:
    """What is kept of each article of a file in UTF-16 is the file's own bytes, and where in it the article stands."""
    items = read(tmp_path, name, text.encode("utf-16"))
    assert texts(items) == [TEXT, OTHER]
    origins = [item.origin for item in items if isinstance(item, Article) and item.origin]
    first = 1 if name == "a.jsonl" else 2
    assert [(o.data, o.part) for o in origins] == [
        (text.encode("utf-16"), f"line {number}") for number in (first, first + 1)]


def test_a_row_of_a_table_with_broken_utf_8_is_a_rejection(tmp_path: pathlib.Path) -> None:
    """A row whose text has bytes that are no UTF-8 is named with its line; the others are read, and unread columns
    may hold anything."""
    broken = f"text,note\n{TEXT},a\n".encode() + OTHER.encode()[:20] + b",b\n" + f"{OTHER},".encode() + b"\xd9\n"
    items = read(tmp_path, "a.csv", broken + f"{TEXT},c\n".encode())
    assert texts(items) == [TEXT, "[E306]", OTHER, TEXT]
    assert isinstance(items[1], Rejected) and items[1].line == 3


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    """UTF-16 without a byte order mark is known by its high bytes."""
    assert decode(TEXT.encode(encoding)) == TEXT


def test_what_is_declared_decides_where_words_do_not() -> None:
    """Names that no statistics know are read in the encoding that the page declares; UTF-16 by its mark."""
    names = "<meta charset=iso-8859-6>كركوك طوزخورماتو"
    assert page_text(names.encode("iso8859-6")) == names
    assert page_text(names.encode("utf-16")) == names


NEWSLETTER = "List-Unsubscribe: <https://a.example/u>\r\n"
OPEN, CLOSED = "List-Post: <mailto:l@a.example>\r\n", "List-Post: NO\r\n"


@pytest.mark.parametrize(("sender", "more", "source"), [
    ("Khalid Omar <khalid.omar@mail.example>", "", None), ("khalid.omar@mail.example", "", None),
    ("\"khalid@mail.example\" <khalid@mail.example>", NEWSLETTER, "mail.example"),
    ("Khalid Omar <khalid@mail.example>", NEWSLETTER + OPEN + "List-Id: News list <l.a>\r\n", "News list"),
    ("Khalid Omar <khalid@mail.example>", OPEN + "List-Id: <khalid@l.a>\r\n", None),
    ("=?utf-8?b?2YjZg9in2YTYqQ==?= <x7@a.example>", NEWSLETTER + CLOSED + "List-Id: 7f2 list <7f2.l>\r\n", "وكالة"),
    ("Agency <news-desk@a.example>", "", "Agency"), ("no-reply2@a.example", "", "a.example"),
    ("Khalid <news.khalid@a.example>", "", None), ("", "", None)])
def test_no_person_is_a_source(sender: str, more: str, source: str | None, tmp_path: pathlib.Path) -> None:
    """A message has its outlet, newsletter or list as its source; who else wrote it stands in the bytes alone."""
    for kind, body in (("text/plain", TEXT), ("text/html", PAGE)):
        head = f"From: {sender}\r\nSubject: x\r\n{more}Content-Type: {kind}; charset=utf-8\r\n\r\n"
        path = tmp_path / "a.eml"
        path.write_text(head + body, "utf-8")
        (item,) = read_articles([path])
        assert isinstance(item, Article) and item.origin and item.origin.data == path.read_bytes()
        assert (item.source, item.author) == (source, None)
        assert dict(item.origin.found).get("source") == (source and "message header")
        (item,) = read_articles([path], source="Given")
        assert isinstance(item, Article) and item.source == (source or "Given")


@pytest.mark.parametrize(("value", "called"), [("5", "a number"), ("true", "true or false"), ('["x"]', "a list")])
def test_a_text_that_is_no_string_is_called_as_json_calls_it(value: str, called: str, tmp_path: pathlib.Path) -> None:
    """The reason for a text that is no string says what it is in words of JSON."""
    (item,) = read(tmp_path, "a.jsonl", f'{{"text": {value}}}')
    assert isinstance(item, Rejected) and f'{called} as its "text"' in str(item)
