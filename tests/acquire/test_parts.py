"""A file read in parts gives what it gives as a whole."""

import csv
import pathlib
import tempfile
from collections.abc import Callable
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.acquire import Article, Rejected, parquet
from sijill.acquire.inputs import read_articles
from sijill.acquire.parts import Part, divided, list_files, read_part
from sijill.acquire.reading import Item

Write = Callable[[pathlib.Path, int], pathlib.Path]


def cut(path: pathlib.Path, lines: list[int]) -> list[Part]:
    """Parts of a file, each beginning at one of some lines (from 0)."""
    data = path.read_bytes().splitlines(keepends=True)
    ends = sorted({0, len(data), *(n % (len(data) + 1) for n in lines)})
    starts = [sum(map(len, data[:n])) for n in ends]
    return [Part(str(path), a, b, n + 1) for a, b, n in zip(starts, starts[1:], ends, strict=False)]


def timeless(item: Item) -> Item:
    """An item without the time at which its bytes were read."""
    if isinstance(item, Article) and item.origin:
        return replace(item, origin=replace(item.origin, at=""))
    return item


def test_parts_give_what_the_whole_gives(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """However a file is cut at line ends, its parts hold the same articles, rejections and line numbers."""
    path = article_lines(tmp_path / "a.jsonl", 35)
    whole = [timeless(item) for item in read_articles([path])]

    @settings(max_examples=30, deadline=None)
    @given(st.lists(st.integers(0, 60), max_size=6))
    def check(lines: list[int]) -> None:
        assert [timeless(item) for part in cut(path, lines) for item in read_part(part)] == whole

    check()


def test_a_part_that_looks_like_something_else_is_still_lines(tmp_path: pathlib.Path) -> None:
    """A part that begins with a line that is no JSON, or with white space, is read as lines."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "قصف الجيش البلدة"}\n[\n   \n\n{"text": "قصف الجيش المدينة"}\n', "utf-8")
    for lines in ([1], [2], [1, 2, 3, 4], [3]):
        found = [timeless(i) for p in cut(path, lines) for i in read_part(p)]
        assert found == [timeless(i) for i in read_articles([path])]


def test_what_can_be_cut(tmp_path: pathlib.Path) -> None:
    """JSON Lines of any name and tables can be cut; texts, JSON, UTF-16, pages, mail and what is missing cannot."""
    line, row = '{"text": "قصف"}\n', "text\nقصف\n"
    for name, data, right in (("a.jsonl", line.encode(), True), ("a.log", line.encode(), True),
                              ("a.txt", "قصف\n".encode(), False), ("a.json", line.encode(), False),
                              ("w.jsonl", line.encode("utf-16"), False), ("e.jsonl", b"", False),
                              ("a.csv", row.encode(), True), ("a.tsv", row.encode(), True),
                              ("l.csv", line.encode(), True), ("w.csv", row.encode("utf-16"), False),
                              ("n.csv", "عنوان\nقصف\n".encode(), False), ("a.html", line.encode()[1:], False),
                              ("a.eml", row.encode(), False), ("a.parquet", b"PAR1" + b"x" * 99, False),
                              ("a.warc", row.encode(), False), ("a.zip", b"PK" + b"x" * 99, False)):
        (tmp_path / name).write_bytes(data * 5)
        parts = divided(tmp_path / name, len(data))
        assert (len(parts) > 1) == right, name
        assert right or parts == [Part(str(tmp_path / name))], name
    assert divided(tmp_path / "none.jsonl", 1) == [Part(str(tmp_path / "none.jsonl"))]


CELLS = st.lists(st.sampled_from(("قصف الجيش البلدة", '"', '""', "\n", "\r\n", ",", ";", "\t", " ", "أمس", "'")),
                 max_size=8).map("".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=12), st.integers(1, 80), st.sampled_from(("utf-8", "utf-8-sig")),
       st.booleans())
def test_tables_are_cut_between_rows(rows: list[tuple[str, str]], most: int, encoding: str, quoted: bool) -> None:
    """However long its parts, a table gives the same articles, rejections and line numbers as a whole."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "a.csv")
        with path.open("w", encoding=encoding, newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(("title", "text"))
            for row in rows:
                if quoted:
                    writer.writerow(row)
                else:
                    stream.write(",".join(row) + "\n")
        parts = divided(path, most)
        assert b"".join(path.read_bytes()[p.start or 0 : p.stop] for p in parts) == path.read_bytes()
        assert [timeless(item) for part in parts for item in read_part(part)] == [
            timeless(item) for item in read_articles([path])]


def test_parquet_is_cut_between_row_groups(tmp_path: pathlib.Path) -> None:
    """Parts of a Parquet file hold whole row groups, and give its articles and their row numbers once."""
    path = tmp_path / "a.parquet"
    rows = [{"text": f"قصف الجيش البلدة {n}" if n % 7 else "", "doc_id": n} for n in range(100)]
    table = pa.Table.from_pylist(rows)
    pq.write_table(table, path, row_group_size=9)
    whole = [timeless(item) for item in read_articles([path])]
    for most, count in ((1, 12), (700, 6), (1 << 20, 1)):
        parts = divided(path, most)
        assert len(parts) == count if most != 700 else 1 < len(parts) < 12
        assert [timeless(item) for part in parts for item in read_part(part)] == whole
    assert len(whole) == 100
    # a part that is damaged leaves the others as they are
    first, second, *_ = divided(path, 1)
    assert first.start and second.start and second.stop
    path.write_bytes(path.read_bytes()[:second.start] + b"x" * 40 + path.read_bytes()[second.start + 40:])
    assert [timeless(item) for item in read_part(first)] == whole[:9]
    (item,) = read_part(second)
    assert isinstance(item, Rejected) and item.code == "E316"


def test_a_row_group_beyond_bounds_is_not_unpacked(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Parquet file with a row group that unpacks to too much is not cut; that group is a rejection, the rest read."""
    path = tmp_path / "a.parquet"
    table = pa.Table.from_pylist([{"text": f"قصف الجيش البلدة {n}" * (1 + n // 10)} for n in range(20)])
    pq.write_table(table, path, row_group_size=10)
    told = pq.ParquetFile(path).metadata
    largest = told.row_group(1).total_byte_size
    for bound, right in ((largest, True), (largest - 1, False)):
        monkeypatch.setattr(parquet, "MAX_GROUP", bound)
        items = list(read_articles([path]))
        assert len(divided(path, 1)) == (2 if right else 1)
        assert len(items) == (20 if right else 11)
    assert isinstance(items[10], Rejected) and items[10].code == "E316" and "row group" in items[10].reason


def test_every_file_is_listed(tmp_path: pathlib.Path) -> None:
    """Folders are walked as reading walks them; an empty folder and a missing file are listed, to be rejected."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.txt").write_text("قصف")
    (tmp_path / "b" / ".hidden").write_text("قصف")
    (tmp_path / "c").mkdir()
    paths = [tmp_path / "b", tmp_path / "c", tmp_path / "none"]
    assert list(list_files(paths)) == [tmp_path / "b" / "x.txt", tmp_path / "c", tmp_path / "none"]
    assert len(list(read_articles(paths))) == 3
