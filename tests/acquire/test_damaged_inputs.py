"""What is damaged in one article, row, message or entry costs that alone, whatever reads it breaks on."""

import gzip
import json
import os
import pathlib
import struct

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sijill.acquire import Article, Rejected, inputs, messages, read_articles
from sijill.acquire.feeds import mended
from sijill.acquire.parts import Part, divided, read_part
from sijill.acquire.sitemaps import read_pointers

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
OTHER = "انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم بعد معارك استمرت يومين مع قوات محلية."


def read(folder: pathlib.Path, name: str, data: bytes | str) -> list[Article | Rejected]:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_articles([path]))


def texts(items: list[Article | Rejected]) -> list[str]:
    return [item.text if isinstance(item, Article) else f"[{item.code}]" for item in items]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
def test_tables_of_the_first_macs(encoding: str, tmp_path: pathlib.Path) -> None:
    """A table whose lines end in CR alone is read row by row, each with its line."""
    items = read(tmp_path, "a.csv", f'id,text\r1,{TEXT}\r2,"{OTHER}"\r'.encode(encoding))
    assert texts(items) == [TEXT, OTHER] and [item.line for item in items] == [2, 3]
    assert divided(tmp_path / "a.csv", 50) == [Part(str(tmp_path / "a.csv"))]


def test_a_quote_that_is_not_closed_is_told(tmp_path: pathlib.Path) -> None:
    """The rows that a stray quote swallows are no article: a row says where it stands and how many lines are in it."""
    rows = "".join(f"{number},{TEXT}\n" for number in range(4))
    items = read(tmp_path, "a.csv", f'id,text\n1,{OTHER}\n2,"{TEXT}\n{rows}')
    assert texts(items) == [OTHER, "[E316]"]
    assert items[1].line == 3 and "(lines of the table in this row: 5)" in str(items[1])
    assert texts(read(tmp_path, "c.csv", f'id,text\n1,{OTHER}\n2,"{TEXT}')) == [OTHER, "[E316]"]
    closed = read(tmp_path, "b.csv", f'id,text\n1,"{TEXT}\n{OTHER}"\n2,"قال ""نعم"" ثم {TEXT}"\n')
    assert texts(closed) == [f"{TEXT}\n{OTHER}", f'قال "نعم" ثم {TEXT}']


@pytest.mark.parametrize("cell", [f'2" x,"{TEXT}', f'"2"x,"{TEXT}', f'9,"{TEXT}'])
def test_an_open_quote_among_others_is_told(cell: str, tmp_path: pathlib.Path) -> None:
    """Whatever other quotes stand in the rows that it swallows, an open one makes no article of them."""
    rows = "".join(f"{number},{TEXT}\n" for number in range(3)) + f'8,7" {OTHER}\n9,{OTHER}\n'
    found = texts(read(tmp_path, "a.csv", f"id,text\n{cell}\n{rows}"))
    assert found[0] == "[E316]" and set(found[1:]) <= {OTHER, f'7" {OTHER}'}


@pytest.mark.parametrize("row", [
    f'1,"بيان "عاجل" اليوم","{TEXT}\n{OTHER}"', f'1,"بيان \\"عاجل\\"","{TEXT}\n{OTHER}"',
    f'1,"عاجل" بيان,"{TEXT}\n{OTHER}"', f'1,x,"{TEXT}\n{OTHER}"  ', f'1,"x" ,"{TEXT}\n{OTHER}"'])
def test_careless_quotes_beside_a_text_of_many_lines_cost_nothing(row: str, tmp_path: pathlib.Path) -> None:
    """What stands in other cells, or blanks behind a quote, make no row of many lines a broken one."""
    found = texts(read(tmp_path, "a.csv", f"id,title,text\n{row}\n2,x,{OTHER}\n"))
    assert [text.strip() for text in found] == [f"{TEXT}\n{OTHER}", OTHER]


def test_a_line_like_the_end_of_a_table_is_not_its_end(tmp_path: pathlib.Path) -> None:
    """No character of a table ends it."""
    assert texts(read(tmp_path, "a.csv", f"id,text\n1,{TEXT}\n\x1e\n2,{OTHER}\n")) == [TEXT, "[E316]", OTHER]


@pytest.mark.parametrize("table", [f"id,text\r\r\n1,{TEXT}\r\r\n2,{OTHER}\r\r\n",
                                   f'id,"te\rxt",text\n1,x,{TEXT}\n2,x,{OTHER}\n'])
def test_a_table_with_a_cr_too_many_is_none_of_a_mac(table: str, tmp_path: pathlib.Path) -> None:
    """A table whose lines end as now is read line by line, whatever other CR stand in it."""
    items = read(tmp_path, "a.csv", table)
    assert [item.text for item in items if isinstance(item, Article)] == [TEXT, OTHER]
    assert all(len(item.origin.data) < 300 for item in items if isinstance(item, Article) and item.origin)


def test_a_table_of_a_mac_with_line_ends_in_its_cells(tmp_path: pathlib.Path) -> None:
    """Rows that end in CR may hold other line ends, and a byte that is no text costs its row."""
    data = f'id,text\r1,"{TEXT}\n{OTHER}"\r2,'.encode() + b"\xff\xfe" + f"{TEXT}\r3,{OTHER}\r".encode()
    assert texts(read(tmp_path, "a.csv", data)) == [f"{TEXT}\n{OTHER}", "[E306]", OTHER]


def test_a_row_of_parquet_that_is_no_row_costs_itself(tmp_path: pathlib.Path) -> None:
    """A day beyond all calendars, or a text that is none, costs its row, wherever it stands in its row group."""
    table = pa.table({"text": pa.array([TEXT, TEXT, OTHER, TEXT], pa.binary()).cast(pa.string()),
                      "published": pa.array([0, 4_000_000, 1, 2], pa.int32()).cast(pa.date32())})
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=2)
    assert texts(list(read_articles([tmp_path / "a.parquet"]))) == [TEXT, "[E316]", OTHER, TEXT]
    broken = pa.StringArray.from_buffers(2, pa.py_buffer(struct.pack("<3i", 0, 2, 2 + len(OTHER.encode()))),
                                         pa.py_buffer(b"\xff\xfe" + OTHER.encode()))
    pq.write_table(pa.table({"text": broken}), tmp_path / "b.parquet")
    assert texts(list(read_articles([tmp_path / "b.parquet"]))) == ["[E316]", OTHER]


def test_names_of_files_that_are_no_utf_8(tmp_path: pathlib.Path) -> None:
    """A file from an old disk is read, and named so that its name can be written down."""
    name = "خبر.txt".encode("windows-1256")
    pathlib.Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(TEXT)
    (item,) = read_articles([tmp_path])
    assert isinstance(item, Article) and item.where == f"{tmp_path}/\\xce\\xc8\\xd1.txt" == item.where.encode().decode()


def test_a_message_of_an_impossible_day_has_none(tmp_path: pathlib.Path) -> None:
    """A day beyond all calendars costs an e-mail its day, not its text."""
    head = "From: news@outlet.example\nDate: Mon, 01 Jan 99999999999999999999 10:00:00 +0300\n"
    (item,) = read(tmp_path, "a.eml", f"{head}Content-Type: text/plain; charset=utf-8\n\n{TEXT}\n")
    assert isinstance(item, Article) and item.text.strip() == TEXT and item.published is None


def test_half_a_character_in_the_name_of_a_chat(tmp_path: pathlib.Path) -> None:
    """What is said of an article can be written to a file, whatever its export holds."""
    chat = {"name": "قناة \ud83d", "type": "public_channel", "id": 7,
            "messages": [{"id": 1, "type": "message", "date": "2020-01-01T10:00:00", "text": TEXT}]}
    (item,) = read(tmp_path, "a.json", json.dumps(chat))
    assert isinstance(item, Article) and item.source == "قناة \ufffd"


def test_references_to_no_character() -> None:
    """Two references that UTF-16 needs for a character are it; what no character has is the sign for that."""
    assert mended(b"&#55357;&#56832; &#xD83D;&#xDE00;") == b"&#128512; &#128512;"
    assert mended(b"&#65;&#55357;&#56832;&#66;") == b"&#65;&#128512;&#66;"
    assert mended(b"&#55296; &#x110000; &#0; &#99999999999999; &#56832;&#55357;") == b" ".join([b"&#65533;"] * 4 + [
        b"&#65533;&#65533;"])
    assert mended("خبر &#1605; &#x645; &amp; &#".encode()) == "خبر &#1605; &#x645; &amp; &#".encode()


@pytest.mark.parametrize("title", ["&#55357;&#56832; خبر", "خبر &#55296;", "&#x110000; خبر"])
def test_a_feed_with_a_reference_to_no_character_is_read(title: str, tmp_path: pathlib.Path) -> None:
    """One bad character of a title costs no entry, in a feed that is kept as a file and in one that is watched."""
    rss = (f"<rss version='2.0'><channel><title>م</title><item><title>{title}</title><link>https://a.example/1</link>"
           f"<description>{TEXT}</description></item></channel></rss>").encode()
    (item,) = read(tmp_path, "a.rss", rss)
    assert isinstance(item, Article) and item.text == TEXT and "خبر" in (item.title or "")
    assert [one.url for one in read_pointers(rss, "https://a.example/rss")] == ["https://a.example/1"]
    site = f"<urlset><url><loc>https://a.example/1</loc><title>{title}</title></url></urlset>".encode()
    assert [one.url for one in read_pointers(site, "https://a.example/map")] == ["https://a.example/1"]


def test_a_damaged_name_of_an_encoding_is_told_as_a_feed_s_fault(tmp_path: pathlib.Path) -> None:
    """A feed in no encoding there is costs itself, with the reason that is its own."""
    rss = f"<?xml version='1.0' encoding='utf\0-8'?><rss><channel><item><description>{TEXT}</description></item>"
    assert set(texts(read(tmp_path, "a.rss", rss))) <= {TEXT, "[E317]", "[E304]"}


def broken(*_: object) -> None:
    raise KeyError("nobody foresaw it")


def test_whatever_a_reader_breaks_on_the_rest_is_read(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of a reader is a row that asks to report it: the files after it, and the run, go on."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.eml").write_text(f"Subject: x\n\n{TEXT}")
    (tmp_path / "c.txt").write_text(OTHER)
    monkeypatch.setattr(messages, "read_message", broken)
    items = list(read_articles([tmp_path]))
    assert texts(items) == [TEXT, "[E322]", OTHER] and "report it" in str(items[1])
    items = list(read_part(Part(str(tmp_path / "b.eml"))))
    assert texts(items) == ["[E322]"]


def test_a_fault_in_one_message_of_many(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that its reader breaks on costs no other of its mailbox."""
    whole = messages.read_message
    monkeypatch.setattr(messages, "read_message",
                        lambda data, *rest: broken() if b"bad" in data else whole(data, *rest))
    head = "From a@b.example Mon Jan  1 00:00:00 2024\nContent-Type: text/plain; charset=utf-8\nSubject: "
    items = read(tmp_path, "a.mbox", f"{head}bad\n\n{TEXT}\n\n{head}good\n\n{OTHER}\n\n")
    assert [text.strip() for text in texts(items)] == ["[E322]", OTHER]


def test_a_stretch_of_a_file_whose_reader_breaks(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of a table that a bulk run reads is a row with the reason where its reader breaks."""
    path = tmp_path / "a.csv"
    path.write_text("id,text\n" + "".join(f"{number},{TEXT}\n" for number in range(4)))
    parts = divided(path, 200)
    assert len(parts) > 1
    monkeypatch.setattr("sijill.acquire.tables.row_article", broken)
    assert texts(list(read_part(parts[1]))) == ["[E322]"]


def test_the_byte_at_which_an_archive_is_cut(tmp_path: pathlib.Path) -> None:
    """The end that is named is that of the file, not beyond it."""
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{TEXT}</p>".encode()
    head = ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            "WARC-Date: 2020-01-02T03:04:05Z\r\nWARC-Target-URI: https://a.example/1\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n")
    packed = gzip.compress(head.encode() + block + b"\r\n\r\n")[:-30]
    items = read(tmp_path, "a.warc.gz", packed)
    assert f"ends at byte {len(packed)}," in str(items[-1])


def test_what_cannot_be_opened_is_no_fault_of_a_reader(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails while a file is read is told as that."""
    (tmp_path / "a.txt").write_text(TEXT)

    def fails(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(inputs, "decode", fails)
    (item,) = read_articles([tmp_path / "a.txt"])
    assert isinstance(item, Rejected) and item.code == "E310" and "Input/output error" in str(item)
