"""A file read in parts gives what it gives as a whole."""

import pathlib
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.acquire import Article
from sijill.acquire.inputs import read_articles
from sijill.acquire.parts import Part, is_divisible, list_files, read_part
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


def test_only_lines_are_divisible(tmp_path: pathlib.Path) -> None:
    """JSON Lines of any name can be cut; texts, JSON, UTF-16 and what is missing cannot."""
    line = '{"text": "قصف"}\n'
    for name, data, right in (("a.jsonl", line.encode(), True), ("a.log", line.encode(), True),
                              ("a.txt", "قصف".encode(), False), ("a.json", line.encode(), False),
                              ("w.jsonl", line.encode("utf-16"), False), ("e.jsonl", b"", False)):
        (tmp_path / name).write_bytes(data)
        assert is_divisible(tmp_path / name) == right, name
    assert not is_divisible(tmp_path / "none.jsonl")


def test_every_file_is_listed(tmp_path: pathlib.Path) -> None:
    """Folders are walked as reading walks them; an empty folder and a missing file are listed, to be rejected."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.txt").write_text("قصف")
    (tmp_path / "b" / ".hidden").write_text("قصف")
    (tmp_path / "c").mkdir()
    paths = [tmp_path / "b", tmp_path / "c", tmp_path / "none"]
    assert list(list_files(paths)) == [tmp_path / "b" / "x.txt", tmp_path / "c", tmp_path / "none"]
    assert len(list(read_articles(paths))) == 3
