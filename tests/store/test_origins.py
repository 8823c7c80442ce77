"""The bytes of articles are kept as they came, found again, and what is done to them is found."""

import gzip
import json
import pathlib
import sqlite3
import threading

import pytest
from fastwarc.warc import ArchiveIterator
from typer.testing import CliRunner

from sijill.acquire.locks import locked
from sijill.cli import app
from sijill.store import verify
from sijill.store.warc_file import Entry, WarcFile, walk

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل {} مدنيين، بحسب المرصد السوري."


@pytest.fixture
def record(tmp_path: pathlib.Path) -> pathlib.Path:
    for number in range(3, 6):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number), "utf-8")
    code(tmp_path, *sorted(tmp_path.glob("*.txt")))
    return tmp_path / "a.sijill"


def code(folder: pathlib.Path, *paths: pathlib.Path) -> None:
    done = CliRunner().invoke(app, ["code", *map(str, paths), "--record", str(folder / "a.sijill"),
                                    "--published", "2018-03-14"])
    assert done.exit_code == 0, done.output


def kept(record: pathlib.Path) -> pathlib.Path:
    return record.with_name("a.warc.gz")


def test_bytes_are_kept_and_found(record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """A library reads the archive and its digests; an article is found from its bytes, and they from it."""
    with kept(record).open("rb") as stream:
        found = [one for one in ArchiveIterator(stream, parse_http=False) if one.headers["WARC-Type"] == "resource"
                 and one.verify_block_digest()]
    assert len(found) == 3
    done = CliRunner().invoke(app, ["source", str(record), "--of", str(tmp_path / "4.txt"),
                                    "--out", str(tmp_path / "out")])
    assert done.exit_code == 0 and "as they came" in done.output and "4.txt" in done.output
    assert (tmp_path / "out").read_bytes() == (tmp_path / "4.txt").read_bytes()
    state = verify(record).archive
    assert state and (state.spoken, state.whole, state.cut) == (3, 3, 0)


def test_what_is_there_is_not_kept_twice(record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """The same files coded again add nothing to the archive; no archive is made where none is wanted."""
    before = kept(record).read_bytes()
    code(tmp_path, *sorted(tmp_path.glob("*.txt")))
    assert kept(record).read_bytes() == before and verify(record).rows["origins"] == 3
    CliRunner().invoke(app, ["code", str(tmp_path / "3.txt"), "--record", str(tmp_path / "b.sijill"),
                             "--archive", "none"])
    assert not (tmp_path / "b.warc.gz").exists()


def test_a_file_of_many_articles_is_kept_once(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of one file share the record of its bytes, also where they are written one by one."""
    monkeypatch.setattr("sijill.store.run.BATCH", 1)
    (tmp_path / "a.json").write_text(json.dumps([{"text": TEXT.format(n)} for n in range(3, 6)]), "utf-8")
    code(tmp_path, tmp_path / "a.json")
    state = verify(tmp_path / "a.sijill")
    assert state.rows["origins"] == 3 and state.archive and state.archive.spoken == 1
    with kept(tmp_path / "a.sijill").open("rb") as stream:
        assert [member.headers["warc-type"] for member in walk(stream)] == ["warcinfo", "resource"]


def test_changed_bytes_are_found(record: pathlib.Path) -> None:
    """Bytes that were changed with all their digests, damaged ones, and an archive that is gone, are named."""
    archive = kept(record)
    with archive.open("rb") as stream:
        members = list(walk(stream))
    data = archive.read_bytes()
    last = members[-1]
    other = gzip.compress(gzip.decompress(data[last.offset:]).replace("مقتل 5".encode(), "مقتل 6".encode()))
    archive.write_bytes(data[:last.offset] + other)
    (one,) = verify(record).differences
    assert (one.table, one.what) == ("(archive)", "changed")
    found = CliRunner().invoke(app, ["source", str(record), "--of", str(record.with_name("5.txt"))])
    assert found.exit_code == 1 and "NOT as they came" in found.output
    plain = gzip.decompress(data[last.offset:])
    for name, before, after in (("WARC-Block-Digest", b"sha256:", b"sha255:"), ("WARC-Target-URI", b"5.txt", b"6.txt")):
        archive.write_bytes(data[:last.offset] + gzip.compress(plain.replace(before, after)))
        (one,) = verify(record).differences
        assert (one.column, one.what) == (name, "changed")
    archive.write_bytes(data[:last.offset + 40] + b"\x00" * 20 + data[last.offset + 60:])
    assert not verify(record).intact
    archive.unlink()
    assert verify(record).differences[0].what == "removed"
    assert verify(record, archive="none").intact


def test_a_changed_row_is_found(record: pathlib.Path) -> None:
    """A digest that was changed in the record is found by the chain, also where bytes were put to fit it."""
    with sqlite3.connect(record) as db:
        db.execute("UPDATE origins SET sha256 = 'x' WHERE id = 2")
    one = verify(record, archive="none").differences[0]
    assert (one.table, one.row, one.column) == ("origins", "2", "sha256")


@pytest.mark.parametrize("left", [1, 30, -9])
def test_an_archive_cut_short_is_mended(left: int, record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """What a crash leaves at the end is put into a file beside, and what is written after it can be read."""
    archive = kept(record)
    whole = archive.read_bytes()
    with archive.open("rb") as stream:
        last = list(walk(stream))[-1]
    tail = whole[last.offset:][:left]
    archive.write_bytes(whole + tail)
    assert verify(record).intact and verify(record).archive.cut == len(tail)  # type: ignore[union-attr]
    (tmp_path / "new.txt").write_text(TEXT.format(9), "utf-8")
    code(tmp_path, tmp_path / "new.txt")
    (beside,) = tmp_path.glob("a.warc.gz.cut-*")
    assert beside.read_bytes() == tail and archive.read_bytes().startswith(whole)
    state = verify(record).archive
    assert state and (state.whole, state.cut) == (4, 0)


def test_a_long_broken_end_leaves_nothing(tmp_path: pathlib.Path) -> None:
    """Also of a broken end that is longer than what is written next nothing is left in the archive."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"\x1f\x8b" + bytes(range(256)) * 40)
    (place,) = WarcFile(path).append([Entry((("WARC-Record-ID", "<urn:x:1>"),), b"x")])
    assert place == (0, path.stat().st_size)


def test_the_index_is_made_anew(record: pathlib.Path) -> None:
    """An archive that was packed anew still has its bytes found, and the index follows it."""
    archive = kept(record)
    plain = archive.read_bytes()
    with archive.open("rb") as stream:
        members = list(walk(stream))
    parts = [gzip.compress(gzip.decompress(plain[m.offset:m.offset + m.length]), 1) for m in reversed(members)]
    archive.write_bytes(b"".join(parts))
    assert verify(record).intact
    assert CliRunner().invoke(app, ["source", str(record), "--reindex"]).exit_code == 0
    with sqlite3.connect(record) as db:
        (first,) = db.execute("SELECT \"offset\" FROM origins WHERE id = 3").fetchone()
    assert first == 0 and verify(record).intact


def test_a_writer_waits_for_another(tmp_path: pathlib.Path) -> None:
    """While one process writes to an archive another waits, and writes behind it."""
    path = tmp_path / "a.warc.gz"
    WarcFile(path).append([Entry((("WARC-Record-ID", "<urn:x:1>"),), b"x")])
    waiting = threading.Thread(target=WarcFile(path).append, args=([Entry((("WARC-Record-ID", "<urn:x:2>"),), b"y")],))
    with path.open("r+b") as stream, locked(stream):
        size = path.stat().st_size
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive() and path.stat().st_size == size
    waiting.join(10)
    with path.open("rb") as stream:
        assert [member.record_id for member in walk(stream)] == ["urn:x:1", "urn:x:2"]


def test_two_writers_take_turns(tmp_path: pathlib.Path) -> None:
    """Two that append to one archive in turn lose nothing and cut nothing off."""
    one, other = WarcFile(tmp_path / "a.warc.gz"), WarcFile(tmp_path / "a.warc.gz")
    for number in range(6):
        (one, other)[number % 2].append([Entry((("WARC-Record-ID", f"<urn:x:{number}>"),), b"x" * number)])
    with (tmp_path / "a.warc.gz").open("rb") as stream:
        assert [(m.record_id, m.size, m.fault) for m in walk(stream)] == [(f"urn:x:{n}", n, None) for n in range(6)]
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("held", [TEXT.encode(), b"SQLite format 3\0" + bytes(84), gzip.compress(b'{"text": "..."}')],
                         ids=["text", "record", "packed"])
def test_another_file_is_not_made_an_archive(held: bytes, tmp_path: pathlib.Path) -> None:
    """A file that is no archive, as an article or a record, is not written to where --archive names it by mistake."""
    (tmp_path / "other").write_bytes(held)
    (tmp_path / "3.txt").write_text(TEXT.format(3), "utf-8")
    done = CliRunner().invoke(app, ["code", str(tmp_path / "3.txt"), "--record", str(tmp_path / "a.sijill"),
                                    "--archive", str(tmp_path / "other")])
    assert done.exit_code == 2 and "no web archive" in done.output
    assert (tmp_path / "other").read_bytes() == held and not list(tmp_path.glob("*.cut-*"))


@pytest.mark.parametrize("held", [b"", b"\x1f", gzip.compress(b"WARC/1.1")[:14]], ids=["empty", "a byte", "cut"])
def test_a_broken_beginning_is_made_an_archive(held: bytes, tmp_path: pathlib.Path) -> None:
    """An empty file, and what a crash left of an archive's first record, are written to."""
    (tmp_path / "a.warc.gz").write_bytes(held)
    (tmp_path / "3.txt").write_text(TEXT.format(3), "utf-8")
    code(tmp_path, tmp_path / "3.txt")
    assert verify(tmp_path / "a.sijill").intact


def test_a_record_is_not_its_own_archive(tmp_path: pathlib.Path) -> None:
    """A record that is named as its archive too stays a record."""
    (tmp_path / "3.txt").write_text(TEXT.format(3), "utf-8")
    name = str(tmp_path / "a.sijill")
    done = CliRunner().invoke(app, ["code", str(tmp_path / "3.txt"), "--record", name, "--archive", name])
    assert done.exit_code == 2 and verify(name).intact
