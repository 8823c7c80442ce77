"""Inputs of every kind go through a bulk run and its merge as they go through coding: rows, bytes and all."""

import csv
import gzip
import hashlib
import io
import json
import pathlib
import zipfile
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fastwarc.warc import ArchiveIterator
from typer.testing import CliRunner

from sijill.acquire import Article, Rejected, read_articles
from sijill.bulk import shards
from sijill.bulk.custody import BytesChanged, Carried
from sijill.bulk.merge import coded_rows, merge
from sijill.bulk.plan import read_plan
from sijill.bulk.processes import attempt
from sijill.bulk.run import Totals, run_bulk
from sijill.bulk.step import Settings
from sijill.cli import app
from sijill.store import Record, verify
from sijill.store.origins import Source

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل {} مدنيين، بحسب المرصد السوري."
PAGE = "<html><head><title>خبر</title></head><body><h1>خبر من دوما اليوم</h1><p>{}</p></body></html>"
KINDS = ("a.jsonl", "b.csv", "c.parquet", "d.html", "e.warc.gz", "f.wacz", "g.eml", "h.mbox", "i.json", "j.json",
         "k.txt", "l.zip", "m.xml", "n.jsonl.gz", "o.tsv")


def answer(url: str, body: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\n"
            f"WARC-Date: 2020-01-02T03:04:05Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n")
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


@pytest.fixture
def inputs(tmp_path: pathlib.Path) -> pathlib.Path:
    """A folder with a file of each kind, each article with a number of its own."""
    folder = tmp_path / "in"
    folder.mkdir()
    texts = (TEXT.format(n) for n in range(100, 1000))
    rows = [{"text": next(texts), "published": "2018-03-14", "title": f"خبر {n}"} for n in range(12)]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "a.jsonl").write_text(lines, "utf-8")
    for name, mark in (("b.csv", ","), ("o.tsv", "\t")):
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, delimiter=mark)
            writer.writerow(("title", "text", "published"))
            writer.writerows((f"خبر {n}", f'{next(texts)}\n"{next(texts)}"', "2018-03-14") for n in range(12))
    table = pa.Table.from_pylist([{"text": next(texts), "published": "2018-03-14"} for _ in range(12)])
    pq.write_table(table, folder / "c.parquet", row_group_size=3)
    (folder / "d.html").write_text(PAGE.format(next(texts)), "utf-8")
    pages = b"".join(answer(f"https://a.example/{n}", PAGE.format(next(texts)).encode()) for n in range(3))
    (folder / "e.warc.gz").write_bytes(pages)
    with zipfile.ZipFile(folder / "f.wacz", "w") as wacz:
        wacz.writestr("archive/data.warc.gz", answer("https://b.example/1", PAGE.format(next(texts)).encode()))
    mail = ("From: Desk <desk@a.example>\r\nSubject: a\r\nDate: Thu, 25 Jun 2015 10:00:00 +0300\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n")
    (folder / "g.eml").write_text(mail.format(next(texts)), "utf-8")
    (folder / "h.mbox").write_text("".join(f"From a@b.c Thu Jun 25 10:00:00 2015\n{mail.format(next(texts))}\n"
                                           for _ in range(3)), "utf-8")
    (folder / "i.json").write_text(json.dumps([{"text": next(texts)} for _ in range(9)], ensure_ascii=False), "utf-8")
    posts = [{"id": n, "type": "message", "date": "2015-06-25T10:00:00", "text": next(texts)} for n in range(9)]
    (folder / "j.json").write_text(json.dumps({"name": "قناة", "id": 7, "messages": posts}), "utf-8")
    (folder / "k.txt").write_text(next(texts), "utf-8")
    with zipfile.ZipFile(folder / "l.zip", "w") as packed:
        packed.writestr("1.txt", next(texts))
        packed.writestr("2.html", PAGE.format(next(texts)))
    (folder / "m.xml").write_text(
        f"<rss version='2.0'><channel><title>a</title><item><title>خبر</title><link>https://a.example/9</link>"
        f"<description>{next(texts)}</description></item></channel></rss>", "utf-8")
    (folder / "n.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": next(texts)}).encode()))
    assert tuple(sorted(path.name for path in folder.iterdir())) == KINDS
    return folder


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards are coded in this process, one after the other."""
    monkeypatch.setattr("sijill.bulk.run.engine", lambda _: lambda todo, _: ((task, attempt(task)) for task in todo))


def run(inputs: pathlib.Path, out: pathlib.Path, shard_bytes: int = 1000) -> Totals:
    return run_bulk([str(inputs)], out, settings=Settings(), shard_bytes=shard_bytes)


def sources(record: pathlib.Path) -> Iterator[Source]:
    with Record.open(record) as opened:
        for document in opened.documents():
            for _, found in opened.sources(document.article_id):
                yield from found


def test_every_kind_is_shared_out_and_read_once(inputs: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """Rows of a run are the articles and rejections that reading gives, in its order; lines, tables and Parquet are
    cut, all other files are whole in one shard."""
    run(inputs, tmp_path / "out")
    plan = read_plan(tmp_path / "out")
    cut = {pathlib.Path(part.path).name for shard in plan.shards for part in shard.parts if part.start is not None}
    assert cut == {"a.jsonl", "b.csv", "c.parquet", "o.tsv"}
    wanted = [(item.where, item.line, item.text if isinstance(item, Article) else item.reason)
              for item in read_articles([inputs])]
    found = [(row["where"], row["line"], row["text"] or row["reason"]) for row in coded_rows(tmp_path / "out")]
    assert found == wanted and len(found) > 70
    assert {pathlib.Path(where.partition(",")[0]).name for where, _, _ in found} == set(KINDS)


def test_a_merge_keeps_the_bytes_that_coding_keeps(inputs: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """The archive beside a merged record has the bytes, addresses, parts and digests of one that `sijill code` made,
    each at the plan's time or its own, and the record is whole."""
    run(inputs, tmp_path / "out")
    merge(tmp_path / "out", tmp_path / "a.sijill")
    done = CliRunner().invoke(app, ["code", str(inputs), "--record", str(tmp_path / "b.sijill"), "--model", "rules"])
    assert done.exit_code == 0, done.output

    def kept(record: pathlib.Path) -> set[object]:
        return {(s.article_id, s.sha256, s.size, s.exact, s.media_type, s.target, s.part, str(s.found), s.tool)
                for s in sources(record)}

    assert kept(tmp_path / "a.sijill") == kept(tmp_path / "b.sijill") != set()
    at = read_plan(tmp_path / "out").at
    assert {s.at for s in sources(tmp_path / "a.sijill")} == {at, "2020-01-02T03:04:05Z"}
    for record in ("a", "b"):
        state = verify(tmp_path / f"{record}.sijill").archive
        assert state and state.whole == state.spoken > 20
    with (tmp_path / "a.warc.gz").open("rb") as stream:
        whole = [one.reader.read() for one in ArchiveIterator(stream, parse_http=False)]
    # what nine messages came in is there once
    assert whole.count((inputs / "j.json").read_bytes()) == 1 and (inputs / "d.html").read_bytes() in whole
    assert (inputs / "a.jsonl").read_bytes().splitlines(keepends=True)[5] in whole


def test_shards_carry_shared_bytes_once_and_no_time(inputs: pathlib.Path, tmp_path: pathlib.Path,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards planned at another time, and coded in batches of another size, hold the same rows."""
    run(inputs, tmp_path / "out", 1 << 20)
    rows = list(coded_rows(tmp_path / "out"))
    monkeypatch.setattr(shards, "BATCH_BYTES", 1000)
    monkeypatch.setattr("sijill.bulk.plan.now", lambda: "1999-01-01T00:00:00+00:00")
    run(inputs, tmp_path / "again", 1 << 20)
    assert list(coded_rows(tmp_path / "again")) == rows
    assert read_plan(tmp_path / "again").id == read_plan(tmp_path / "out").id
    posts = [row["origin"] for row in rows if row["where"].endswith("j.json")]
    assert len(posts) == 9 and [post["data"] is None for post in posts] == [False] + [True] * 8
    groups = [pq.ParquetFile(path).metadata.num_row_groups for path in (tmp_path / "again" / "shards").iterdir()]
    assert max(groups) > 10


def test_no_archive_where_none_is_wanted(inputs: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """`merge --archive none` keeps no bytes, and `--archive FILE` keeps them there."""
    run(inputs / "d.html", tmp_path / "out")
    for name, archive in (("a", "none"), ("b", str(tmp_path / "elsewhere.warc.gz"))):
        done = CliRunner().invoke(app, ["merge", str(tmp_path / "out"), "--record", str(tmp_path / f"{name}.sijill"),
                                        "--archive", archive])
        assert done.exit_code == 0, done.output
    assert {path.name for path in tmp_path.glob("*.warc.gz")} == {"elsewhere.warc.gz"}


def test_hostile_files_are_rows_and_the_rest_is_kept(tmp_path: pathlib.Path) -> None:
    """Bombs, archives cut short, endless pages and lines longer than any article are each a rejected row with its
    code; what stands before and beside them is coded."""
    folder = tmp_path / "in"
    folder.mkdir()
    line = json.dumps({"text": TEXT.format(5)}).encode() + b"\n"
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", b" " * 200_000_000)
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb") as stream:
        stream.write(line)
        for _ in range(200):
            stream.write(b" " * 1_000_000)
    (folder / "b.jsonl.gz").write_bytes(bomb.getvalue())
    (folder / "c.warc.gz").write_bytes(answer("https://a.example/1", PAGE.format(TEXT.format(6)).encode()) * 2)
    (folder / "c.warc.gz").write_bytes((folder / "c.warc.gz").read_bytes()[:-60])
    (folder / "d.html").write_text("<html><p>" + "قصف " * 4_000_000, "utf-8")
    (folder / "e.jsonl").write_bytes(line + b'{"text": "' + b"x" * 9_000_000 + b'"}\n' + line)
    totals = run(folder, tmp_path / "out", 100_000)
    found = [(pathlib.Path(row["where"].partition(",")[0]).name, row["line"], row["code"])
             for row in coded_rows(tmp_path / "out")]
    assert found == [("a.zip", None, "E314"), ("b.jsonl.gz", 1, None), ("b.jsonl.gz", None, "E314"),
                     ("c.warc.gz", None, None), ("c.warc.gz", None, "E315"), ("d.html", None, "E305"),
                     ("e.jsonl", 1, None), ("e.jsonl", 2, "E305"), ("e.jsonl", 3, None)]
    assert (totals.counts.read, totals.counts.kept, totals.counts.rejected) == (9, 4, 5)


def test_rejected_rows_carry_no_bytes(tmp_path: pathlib.Path) -> None:
    """Of what was rejected or not relevant no bytes are kept, as coding keeps none."""
    match = "فاز فريق المدينة بكأس الدوري بعد مباراة مثيرة أحرز فيها ثلاثة أهداف أمام جمهور كبير."
    (tmp_path / "a.jsonl").write_text('{"text": "only English words here"}\n' + json.dumps({"text": match}) + "\n")
    run_bulk([str(tmp_path / "a.jsonl")], tmp_path / "out", settings=Settings(gate=0.25))
    rows = list(coded_rows(tmp_path / "out"))
    assert [(row["outcome"], row["origin"]) for row in rows] == [("rejected", None), ("not_relevant", None)]
    assert isinstance(next(iter(read_articles([tmp_path / "a.jsonl"]))), Rejected)


def test_bytes_that_changed_in_a_shard_are_refused() -> None:
    """A row whose kept bytes are no longer those of its SHA-256 is not merged."""
    origin = {"data": b"changed", "sha256": hashlib.sha256(b"came").hexdigest(), "media_type": "text/plain", "at": None,
              "part": None, "found": [], "exact": True, "url": None, "address": None}
    with pytest.raises(BytesChanged, match=r"a\.txt"):
        Carried("2020-01-02T03:04:05+00:00")({"origin": origin, "where": "a.txt", "line": None})
