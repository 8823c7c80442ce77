"""Every kind of file becomes articles; hostile ones become rejections, and the rest is kept."""

import gzip
import io
import json
import pathlib
import uuid
import zipfile

import pytest

from sijill.acquire import Article, Rejected, extras, input_size, read_articles, unpacking

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
OTHER = "انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم بعد معارك استمرت يومين مع قوات محلية."
PAGE = f"<html><head><title>خبر</title></head><body><h1>خبر من دوما اليوم</h1><p>{TEXT}</p></body></html>"


def read(path: pathlib.Path) -> list[Article | Rejected]:
    return list(read_articles([path]))


def put(folder: pathlib.Path, name: str, data: bytes | str) -> pathlib.Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def texts(items: list[Article | Rejected]) -> list[str]:
    return [item.text if isinstance(item, Article) else f"[{item.code}]" for item in items]


def answer(url: str, body: bytes, headers: str = "") -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode() + body
    head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, url)}>\r\n"
            f"WARC-Date: 2020-01-02T03:04:05Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def archive() -> list[bytes]:
    return [gzip.compress(answer(f"https://a.example/{n}", PAGE.encode())) for n in range(3)]


def test_web_archives(tmp_path: pathlib.Path) -> None:
    """Each page of a WARC or WACZ file is an article with its address, time and block as they were kept."""
    packed = b"".join(archive())
    items = read(put(tmp_path, "a.warc.gz", packed))
    assert texts(items) == [TEXT] * 3
    assert isinstance(items[1], Article) and items[1].origin
    assert items[1].url == "https://a.example/1"
    assert items[1].origin.at == "2020-01-02T03:04:05Z"
    assert items[1].origin.data.startswith(b"HTTP/1.1 200 OK")
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as wacz:
        wacz.writestr("archive/data.warc.gz", packed)
    assert texts(read(tmp_path / "a.wacz")) == [TEXT] * 3


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_cut_short_keeps_what_came_before(packed: bool, tmp_path: pathlib.Path) -> None:
    """Of an archive that ends half way the pages before are read, and the cut is named."""
    whole = b"".join(archive())
    data = whole[:-60] if packed else gzip.decompress(whole)[:-60]
    items = read(put(tmp_path, "a.warc.gz" if packed else "a.warc", data))
    assert texts(items) == [TEXT, TEXT, "[E315]"]


@pytest.mark.parametrize("hostile", ["bomb", "damage", "marks", "mouth"])
def test_a_hostile_record_of_an_archive_costs_itself_alone(hostile: str, tmp_path: pathlib.Path) -> None:
    """Of an archive whose records are packed one by one, those after one that swells or is damaged are read."""
    one, two, three = archive()
    bomb = gzip.compress(answer("https://a.example/b", b" " * 100_000_000))
    # the last passes for a packed stretch of 65,535 bytes
    data = {"bomb": bomb, "damage": one[:100] + b"\xff" * 400, "marks": b"\x1f\x8b" * 70_000,
            "mouth": one[:10] + b"\x00\xff\xff\x00\x00"}[hostile]
    items = read(put(tmp_path, "a.warc.gz", one + data + two + data + three))
    assert [item.url for item in items if isinstance(item, Article)] == [f"https://a.example/{n}" for n in range(3)]
    refused = [item for item in items if isinstance(item, Rejected)]
    assert {item.code for item in refused} == {"E314" if hostile == "bomb" else "E315"}
    assert hostile != "bomb" or all(item.where.endswith("a.warc.gz, https://a.example/b") for item in refused)


def test_bombs_that_eat_up_the_bound_of_an_archive_end_it(tmp_path: pathlib.Path,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    """However many records of an archive swell, no more comes out of it together than its bound allows."""
    monkeypatch.setattr(unpacking, "FREE", 4_000_000)
    monkeypatch.setattr(unpacking, "SWELL", 1)
    bomb = gzip.compress(answer("https://a.example/b", b" " * 9_000_000))
    items = read(put(tmp_path, "a.warc.gz", bomb * 50 + archive()[0]))
    assert "[E314]" in texts(items) and TEXT not in texts(items) and len(items) < 12


def test_a_packed_answer_that_swells(tmp_path: pathlib.Path) -> None:
    """An archived page that unpacks without end is refused, and the page after it is read."""
    bomb = gzip.compress(b"<p>" + b"a" * 100_000_000)
    data = answer("https://a.example/b", bomb, "Content-Encoding: gzip\r\n")
    data += answer("https://a.example/c", PAGE.encode())
    assert texts(read(put(tmp_path, "a.warc", data))) == ["[E314]", TEXT]


def test_a_packed_file_that_swells(tmp_path: pathlib.Path) -> None:
    """A gzip or zip bomb is refused; the articles before the bomb are kept."""
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb") as out:
        out.write(line)
        for _ in range(300):
            out.write(b" " * 1_000_000)
    assert texts(read(put(tmp_path, "a.jsonl.gz", bomb.getvalue()))) == [TEXT, "[E314]"]
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as out_zip:
        out_zip.writestr("a.txt", b" " * 200_000_000)
    assert texts(read(tmp_path / "a.zip")) == ["[E314]"]


def zipped(path: pathlib.Path, members: dict[str, bytes]) -> pathlib.Path:
    with zipfile.ZipFile(path, "w") as out:
        for name, data in members.items():
            out.writestr(name, data)
    return path


def test_what_is_packed_in_a_zip_file_has_one_bound(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed files that swell a little each are refused when they swell too much together; what came before is kept."""
    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    monkeypatch.setattr(unpacking, "SWELL", 1)
    lines = gzip.compress(json.dumps({"text": TEXT}).encode() + b"\n" * 200_000)
    items = read(zipped(tmp_path / "a.zip", {f"{n}.jsonl.gz": lines for n in range(4)}))
    assert texts(items) == [TEXT] * 4
    items = read(zipped(tmp_path / "b.zip", {f"{n}.jsonl.gz": lines for n in range(9)}))
    assert texts(items) == [TEXT] * 5 + ["[E314]"] * 2
    assert isinstance(items[-1], Rejected) and items[-1].where.endswith("b.zip")
    assert "4 of its files are not read, 5.jsonl.gz the first" in items[-1].reason


def test_a_bomb_in_a_zip_file_costs_itself_alone(tmp_path: pathlib.Path) -> None:
    """Of a zip file the files that swell are named and refused, and those before and after them are read."""
    bomb = b" " * 200_000_000
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in (("1.txt", TEXT.encode()), ("2.txt", bomb), ("3.txt.gz", gzip.compress(bomb)),
                           ("4.jsonl.gz", gzip.compress(bomb)), ("5.txt", OTHER.encode())):
            out.writestr(name, data)
    items = read(tmp_path / "a.zip")
    assert texts(items) == [TEXT, "[E314]", "[E305]", "[E314]", OTHER]
    assert [item.where.rpartition(", ")[2] for item in items] == [
        "1.txt", "2.txt", "3.txt.gz", "4.jsonl.gz", "5.txt"]


def spoilt(path: pathlib.Path, name: str, at: int, value: bytes) -> None:
    """Overwrite bytes of one file's entry in the list at the end of a zip file."""
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    data[entry + at : entry + at + len(value)] = value
    path.write_bytes(data)


@pytest.mark.parametrize(("at", "value", "reason"), [
    (8, b"\x01", "password"), (10, b"\x0c", "method of zip"), (10, b"\x63", "method of zip"),
    (16, b"\x00\x00\x00\x00", "damaged within"), (42, b"\xff\xff\xff\x00", "damaged within")],
    ids=["locked", "bzip2", "unknown method", "sum", "place"])
def test_a_damaged_file_in_a_zip_file_costs_itself_alone(at: int, value: bytes, reason: str,
                                                         tmp_path: pathlib.Path) -> None:
    """What is locked, damaged, or packed in a way without a bound is named and refused, and the rest is read."""
    path = zipped(tmp_path / "a.zip", {"1.txt": TEXT.encode(), "2.txt": TEXT.encode(), "3.txt": OTHER.encode()})
    spoilt(path, "2.txt", at, value)
    items = read(path)
    assert texts(items) == [TEXT, "[E315]", OTHER]
    assert isinstance(items[1], Rejected) and reason in items[1].reason and items[1].where.endswith("2.txt")


def test_a_bomb_in_a_wacz_file_costs_itself_alone(tmp_path: pathlib.Path) -> None:
    """Of the archives in a WACZ file one that swells is named and refused, and the one after it is read."""
    bomb = answer("https://a.example/b", b" " * 100_000_000)
    items = read(zipped(tmp_path / "a.wacz", {"archive/1.warc": bomb[:200], "archive/2.warc.gz": gzip.compress(bomb),
                                              "archive/3.warc.gz": archive()[0]}))
    assert texts(items)[1:] == ["[E314]", TEXT]


def test_archives_of_archives_have_one_bound(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The archives in a WACZ file, and the packed answers in an archive, are counted together."""
    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    monkeypatch.setattr(unpacking, "SWELL", 1)
    page = PAGE.encode() + b" " * 100_000
    plain = [gzip.compress(answer(f"https://a.example/{n}", page)) for n in range(9)]
    items = read(zipped(tmp_path / "a.wacz", {f"archive/{n}.warc.gz": one for n, one in enumerate(plain)}))
    assert texts(items) == [TEXT] * 4 + ["[E314]"] * 3
    page = PAGE.encode() + b" " * 200_000
    packed = [answer(f"https://a.example/{n}", gzip.compress(page), "Content-Encoding: gzip\r\n") for n in range(9)]
    items = read(put(tmp_path, "a.warc", b"".join(packed)))
    assert texts(items) == [TEXT] * 4 + ["[E314]"] * 2


@pytest.mark.slow
def test_a_line_of_a_gigabyte(tmp_path: pathlib.Path) -> None:
    """A line of 1 GB is a rejection with its number, and the lines around it are read."""
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    path = put(tmp_path, "a.jsonl", line)
    with path.open("r+b") as out:
        out.truncate(1_000_000_000)
        out.seek(0, io.SEEK_END)
        out.write(b"\n" + line)
    items = read(path)
    assert texts(items) == [TEXT, "[E305]", TEXT]
    assert isinstance(items[1], Rejected) and items[1].line == 2


def test_packed_inputs(tmp_path: pathlib.Path) -> None:
    """Packed files are read as what they hold, and one that is cut short says so."""
    packed = gzip.compress(json.dumps({"text": TEXT}).encode() + b"\n")
    assert texts(read(put(tmp_path, "a.jsonl.gz", packed))) == [TEXT]
    assert texts(read(put(tmp_path, "b.jsonl.gz", packed[:-12])))[-1] == "[E315]"
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as out:
        out.writestr("1.txt", TEXT)
        out.writestr("2.html", PAGE)
        out.writestr("3.csv.gz", gzip.compress(f"text\n{OTHER}\n".encode()))
    assert texts(read(tmp_path / "a.zip")) == [TEXT, TEXT, OTHER]


def test_nothing_in_a_zip_file_is_lost_in_silence(tmp_path: pathlib.Path) -> None:
    """What is packed once more inside a zip file is a rejection that says so, and so is a zip file of nothing."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as out:
        out.writestr("1.txt", TEXT)
        out.writestr("2.parquet", b"PAR1")
    text, inner = read(tmp_path / "a.zip")
    assert isinstance(text, Article)
    assert isinstance(inner, Rejected) and inner.code == "E310" and "2.parquet" in inner.where
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as out:
        out.writestr("a.css", "")
    assert texts(read(tmp_path / "b.zip")) == ["[E311]"]


def test_a_zip_file_of_very_many_files_is_refused(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip file of more files than are read is one rejection that says so; one of just as many is read."""
    monkeypatch.setattr(unpacking, "MAX_MEMBERS", 2)
    for count in (2, 3):
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as out:
            for number in range(count):
                out.writestr(f"{number}.txt", TEXT)
        items = read(tmp_path / "a.zip")
        assert texts(items) == ([TEXT] * 2 if count == 2 else ["[E314]"])
    assert isinstance(items[0], Rejected) and "3 files" in items[0].reason


def test_tables(tmp_path: pathlib.Path) -> None:
    """A table's columns are known by their usual names, rows without text are rejected, and bytes are kept."""
    data = f'العنوان;النص;التاريخ\nأ;"{TEXT}\n{OTHER}";25 حزيران 2015\nب;;\nج;{OTHER};2015-06-26\n'
    items = read(put(tmp_path, "a.csv", data.encode("cp1256")))
    assert texts(items) == [f"{TEXT}\n{OTHER}", "[E316]", OTHER]
    assert isinstance(items[0], Article) and items[0].origin
    assert str(items[0].published) == "2015-06-25"
    assert items[0].origin.data.decode("cp1256").startswith("أ;")
    assert texts(read(put(tmp_path, "b.csv", "a,b\n1,2\n"))) == ["[E316]"]


def test_parquet(tmp_path: pathlib.Path) -> None:
    """Rows of a Parquet file are articles, and a damaged file is a rejection."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pa.table({"body": [TEXT, None, OTHER], "date": ["2015-06-25", None, None]})
    parquet.write_table(table, tmp_path / "a.parquet")
    assert texts(read(tmp_path / "a.parquet")) == [TEXT, "[E316]", OTHER]
    assert texts(read(put(tmp_path, "b.parquet", (tmp_path / "a.parquet").read_bytes()[:-20]))) == ["[E316]"]


@pytest.mark.parametrize("kind", ["string", "large_string", "shared"])
def test_a_parquet_text_that_many_rows_share(kind: str, tmp_path: pathlib.Path,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that share a text are read until they swell too much; a text that is too long is refused alone."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow = {"string": pa.string(), "large_string": pa.large_string(),
             "shared": pa.dictionary(pa.int32(), pa.string())}[kind]
    path = tmp_path / "a.parquet"
    long = TEXT * 30_000

    def write(*values: str) -> list[str]:
        parquet.write_table(pa.table({"text": pa.array(values, pa.string()).cast(arrow)}), path)
        return texts(read(path))

    assert write(TEXT, long, OTHER) == [TEXT, "[E305]", OTHER]
    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    monkeypatch.setattr(unpacking, "SWELL", 1)
    some = TEXT + " " * 200_000
    assert write(TEXT, *[some] * 500) == [TEXT, *[some] * 4, "[E314]"]
    # one dictionary larger than all that may come out is not unpacked
    assert write(TEXT, long) == ["[E314]"]
    different = [f"{TEXT} {number}" for number in range(2000)]
    assert write(*different) == different


def test_a_parquet_file_of_texts_that_begin_alike(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where texts are kept as what differs from the one before, they are counted as they come out."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    monkeypatch.setattr(unpacking, "SWELL", 1)
    values = [TEXT + " " * 200_000 + str(n) for n in range(500)]
    parquet.write_table(pa.table({"text": values}), tmp_path / "a.parquet", use_dictionary=False,
                        column_encoding={"text": "DELTA_BYTE_ARRAY"})
    assert texts(read(tmp_path / "a.parquet")) == [*values[:4], "[E314]"]


def test_a_bomb_in_a_parquet_file_costs_its_row_group_alone(tmp_path: pathlib.Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a Parquet file the row groups that swell are named and refused, and the rows of the others are read."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(unpacking, "FREE", 1_000_000)
    monkeypatch.setattr(unpacking, "SWELL", 1)
    some = TEXT + " " * 100_000
    groups = [[TEXT, OTHER], [some] * 50, [TEXT + " " * 600_000] * 2, [OTHER, TEXT]]
    path = tmp_path / "a.parquet"
    with parquet.ParquetWriter(path, pa.schema([("text", pa.string())])) as writer:
        for texts_of_group in groups:
            writer.write_table(pa.table({"text": texts_of_group}))
    items = read(path)
    assert texts(items) == [TEXT, OTHER, some, some, "[E314]", "[E314]", OTHER, TEXT]
    assert [item.where.rpartition(", ")[2] for item in items if isinstance(item, Rejected)] == [
        "row group 2", "row group 3"]
    assert isinstance(items[-1], Article) and items[-1].line == 56
    # those that eat up all that may come out of the file end it
    monkeypatch.setattr(unpacking, "FREE", 1_050_000)
    with parquet.ParquetWriter(path, pa.schema([("text", pa.string())])) as writer:
        for _ in range(9):
            writer.write_table(pa.table({"text": [some] * 50}))
    items = read(path)
    assert texts(items)[-2:] == ["[E314]", "[E314]"] and len(items) < 20
    assert isinstance(items[-1], Rejected) and "from its row group 5 on" in items[-1].reason


@pytest.mark.parametrize("shared", [True, False])
def test_few_parquet_rows_are_unpacked_at_a_time(shared: bool, tmp_path: pathlib.Path) -> None:
    """Rows that share a long text, or the beginning of one, are not unpacked before they are read."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    options = {} if shared else {"use_dictionary": False, "column_encoding": {"text": "DELTA_BYTE_ARRAY"}}
    parquet.write_table(pa.table({"text": [TEXT + " " * 200_000] * 200}), tmp_path / "a.parquet", **options)
    before = pa.total_allocated_bytes()
    items = read_articles([tmp_path / "a.parquet"])
    assert isinstance(next(items), Article)
    assert pa.total_allocated_bytes() - before < 3_000_000


def test_parquet_columns_of_many_kinds(tmp_path: pathlib.Path) -> None:
    """Numbers, days and empty cells stand in their fields; a column of lists is none."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pa.table({"text": [TEXT, OTHER], "id": [7, None], "title": ["أ", None], "author": [["a", "b"], None],
                      "date": pa.array([1_435_190_400, None], pa.timestamp("s"))})
    parquet.write_table(table, tmp_path / "a.parquet")
    one, other = read(tmp_path / "a.parquet")
    assert isinstance(one, Article) and isinstance(other, Article)
    assert (one.doc_id, one.title, str(one.published), one.author) == ("7", "أ", "2015-06-25", None)
    assert (other.doc_id, other.title, other.published) == (None, None, None)


def test_memory_that_does_not_suffice_is_told(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Parquet file for which the memory does not suffice is a rejection that says so."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")

    def exhausted(*_: object) -> None:
        raise MemoryError

    parquet.write_table(pa.table({"text": [TEXT]}), tmp_path / "a.parquet")
    monkeypatch.setattr("sijill.acquire.parquet._parquet_row", exhausted)
    (item,) = read(tmp_path / "a.parquet")
    assert isinstance(item, Rejected) and item.code == "E316" and "memory" in item.reason


def test_mail(tmp_path: pathlib.Path) -> None:
    """A message is an article with its subject, day and sender; an mbox holds several."""
    head = "From: Desk <desk@a.example>\r\nSubject: =?utf-8?b?2K7YqNix?=\r\nDate: Thu, 25 Jun 2015 10:00:00 +0300\r\n"
    message = f"{head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{TEXT}\r\n"
    (item,) = read(put(tmp_path, "a.eml", message))
    assert isinstance(item, Article)
    assert (item.text.strip(), item.title, str(item.published), item.source) == (TEXT, "خبر", "2015-06-25", "Desk")
    box = "".join(f"From desk@a.example Thu Jun 25 10:00:00 2015\n{message}\n" for _ in range(2)) + "From x\nbroken\n"
    assert [t.strip() for t in texts(read(put(tmp_path, "a.mbox", box)))][:2] == [TEXT, TEXT]


def test_telegram(tmp_path: pathlib.Path) -> None:
    """Messages with text of Telegram's export are articles; service notes and pictures are passed over."""
    export = {"name": "قناة", "id": 7, "messages": [
        {"id": 1, "type": "service", "text": ""},
        {"id": 2, "type": "message", "date": "2015-06-25T10:00:00", "text": [TEXT, {"type": "bold", "text": " عاجل"}]},
        {"id": 3, "type": "message", "date": "2015-06-26T10:00:00", "text": ""},
    ]}
    (item,) = read(put(tmp_path, "result.json", json.dumps(export)))
    assert isinstance(item, Article)
    assert (item.text, item.doc_id, item.source, str(item.published)) == (f"{TEXT} عاجل", "7/2", "قناة", "2015-06-25")


def test_feeds(tmp_path: pathlib.Path) -> None:
    """Entries of a feed that hold text are articles; a feed that defines entities is refused."""
    feed = (f"<rss version='2.0'><channel><title>وكالة</title><item><title>أ</title><link>https://a.example/1</link>"
            f"<pubDate>Thu, 25 Jun 2015 10:00:00 GMT</pubDate><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description>"
            f"</item></channel></rss>")
    (item,) = read(put(tmp_path, "a.xml", feed))
    assert isinstance(item, Article)
    assert (item.text.strip(), item.url, str(item.published), item.source) == (
        TEXT, "https://a.example/1", "2015-06-25", "وكالة")
    (given,) = read_articles([tmp_path / "a.xml"], source="غيرها")
    assert isinstance(given, Article) and given.source == "وكالة"
    laughs = "<!DOCTYPE rss [<!ENTITY a 'ha'>]>" + feed
    assert texts(read(put(tmp_path, "b.xml", laughs))) == ["[E317]"]


def test_rows_of_tables_in_their_shapes(tmp_path: pathlib.Path) -> None:
    """Tabs and bars part cells, a better name for a column goes first, and a day that is none is a rejection."""
    for mark in "\t|,;":
        rows = [("content", "date", "text", "id"), ("x", "25 June 2015", TEXT, "7"),
                ("x", "soon", OTHER, "8")]
        items = read(put(tmp_path, "a.csv", "\n".join(map(mark.join, rows))))
        assert texts(items) == [TEXT, "[E307]"]
        assert isinstance(items[0], Article) and (str(items[0].published), items[0].doc_id) == ("2015-06-25", "7")


def test_progress_counts_what_is_on_the_disk(tmp_path: pathlib.Path) -> None:
    """Of plain, packed and zipped files as many bytes are reported as they have, not as come out of them."""
    put(tmp_path, "a.txt", TEXT)
    put(tmp_path, "b.txt.gz", gzip.compress((TEXT * 50).encode()))
    with zipfile.ZipFile(tmp_path / "c.zip", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("1.txt", TEXT * 50)
    told: list[int] = []
    assert len(list(read_articles([tmp_path], report=told.append))) == 3
    assert sum(told) == input_size([tmp_path]) and input_size(["-"]) is None


def test_a_locked_zip_file(tmp_path: pathlib.Path) -> None:
    """A zip file that wants a password, and one that is damaged, are rejections."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as out:
        out.writestr("1.txt", TEXT)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    (item,) = read(put(tmp_path, "a.zip", bytes(data)))
    assert isinstance(item, Rejected) and item.code == "E315" and "password" in item.reason
    assert texts(read(put(tmp_path, "a.zip", b"PK no zip"))) == ["[E315]"]


@pytest.mark.parametrize("text", [
    "<urlset><url><loc>https://a.example/1</loc><title>قصفت قوات النظام مدينة دوما</title></url></urlset>",
    "<rss version='2.0'><channel><title>وكالة</title><item><link>https://a.example/1</link></item></channel></rss>"])
def test_addresses_alone_are_no_article(text: str, tmp_path: pathlib.Path) -> None:
    """A sitemap, and a feed whose entries hold no text, are rejections: their words are not coded as an article."""
    (item,) = read(put(tmp_path, "a.xml", text))
    assert isinstance(item, Rejected) and item.code == "E317" and "address" in item.reason


def test_without_the_extra_plain_inputs_go_on(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extras a page and a table name the command; texts, JSON Lines and HTML in a text are read."""
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(extras.importlib, "import_module", missing)
    put(tmp_path, "a.html", PAGE)
    put(tmp_path, "b.txt", TEXT)
    put(tmp_path, "c.jsonl", json.dumps({"text": TEXT}))
    put(tmp_path, "d.txt", PAGE)
    put(tmp_path, "e.parquet", b"PAR1")
    page, *others, table = read(tmp_path)
    assert isinstance(page, Rejected) and page.code == "E313" and "pip install 'sijill[acquire]'" in page.reason
    assert len(others) == 3 and all(isinstance(item, Article) and TEXT in item.text for item in others)
    assert isinstance(table, Rejected) and table.code == "E313" and "pip install 'sijill[parquet]'" in table.reason


def test_a_saved_page_s_pictures_are_passed_over(tmp_path: pathlib.Path) -> None:
    """In a folder, a record and what a browser saves beside a page are no articles; another's archive is."""
    for name in ("a.css", "b.png", "my.sijill", "my.sijill-wal"):
        put(tmp_path, name, b"\x00\x01")
    put(tmp_path, "c.txt", TEXT)
    put(tmp_path, "my.warc.gz", archive()[0])
    put(tmp_path, "other.warc.gz", archive()[0])
    assert texts(read(tmp_path)) == [TEXT, TEXT]
