"""Inputs become articles, or rejections with a reason; nothing stops the rest."""

import json
import pathlib

import pytest

from sijill.acquire import Article, Rejected, passed_over, read_articles
from sijill.acquire.inputs import files_in

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس."


def write(folder: pathlib.Path, name: str, data: str | bytes) -> pathlib.Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def read(*paths: pathlib.Path) -> list[Article | Rejected]:
    return list(read_articles(paths))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859-6"])
def test_every_encoding_gives_the_same_text(encoding: str, tmp_path: pathlib.Path) -> None:
    """A text file in any encoding that Arabic is written in is read as the same text."""
    (item,) = read(write(tmp_path, "a.txt", TEXT.encode(encoding)))
    assert isinstance(item, Article)
    assert item.text == TEXT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E301"),
        (b"   \n ", "E301"),
        (b"An English text about a war somewhere.", "E302"),
        ("טקסט קצר בעברית על המלחמה".encode(), "E303"),
        ("این متن به زبان فارسی درباره جنگ نوشته شده است و گزارش می‌دهد".encode(), "E303"),
        ("یہ متن اردو زبان میں جنگ کے بارے میں لکھا گیا ہے".encode(), "E303"),
        (bytes(range(256)) * 8, "E304"),
        (TEXT.encode() + b"\xff\xfe\xd9" + TEXT.encode(), "E306"),
    ],
)
def test_what_cannot_be_coded_is_rejected(data: bytes, code: str, tmp_path: pathlib.Path) -> None:
    """Empty, foreign, binary and broken files are rejected with a code, the file's name and the next step."""
    (item,) = read(write(tmp_path, "a.txt", data))
    assert isinstance(item, Rejected)
    assert item.code == code
    assert "a.txt" in item.where
    assert item.reason


def test_a_huge_file_is_rejected_unread(tmp_path: pathlib.Path) -> None:
    """A file of 50 MB is rejected, not held in memory."""
    path = tmp_path / "big.txt"
    with path.open("wb") as out:
        out.truncate(50_000_000)
        out.seek(0)
        out.write(TEXT.encode())
    (item,) = read(path)
    assert isinstance(item, Rejected)
    assert item.code == "E305"


def test_lines_are_read_one_by_one(tmp_path: pathlib.Path) -> None:
    """A bad line of JSON Lines is rejected with its number, and the lines after it are read."""
    lines = [
        json.dumps({"text": TEXT, "published": "2018-03-14", "doc_id": "a", "source": "س"}),
        json.dumps({"title": "no text"}),
        json.dumps({"text": TEXT, "published": "2015-13-45"}),
        "not json",
        "",
        json.dumps({"text": 5}),
        json.dumps({"text": TEXT, "doc_id": "b"}),
    ]
    items = read(write(tmp_path, "a.jsonl", "\n".join(lines)))
    assert [(type(i).__name__, i.line if isinstance(i, Rejected) else i.doc_id) for i in items] == [
        ("Article", "a"),
        ("Rejected", 2),
        ("Rejected", 3),
        ("Rejected", 4),
        ("Rejected", 6),
        ("Article", "b"),
    ]


def test_html_is_blanked_without_moving_an_offset(tmp_path: pathlib.Path) -> None:
    """Tags of pasted HTML vanish and the article's words stand where they stood."""
    page = f"<html><head><style>p{{}}</style></head><body><p>{TEXT}</p><script>var a;</script></body></html>"
    (item,) = read(write(tmp_path, "a.txt", page))
    assert isinstance(item, Article)
    assert item.text.strip() == TEXT
    assert item.text.index("قصفت") == page.index("قصفت")


def test_folders_are_read_recursively(tmp_path: pathlib.Path) -> None:
    """A folder gives the articles of all its files, in the order of their names."""
    (tmp_path / "b").mkdir()
    write(tmp_path / "b", "2.txt", TEXT + " ثانيا")
    write(tmp_path, "1.txt", TEXT)
    items = read(tmp_path)
    assert len(items) == 2
    assert all(isinstance(i, Article) for i in items)


def test_a_missing_path_is_rejected(tmp_path: pathlib.Path) -> None:
    """A path that is not there is a rejection, not an error."""
    (item,) = read(tmp_path / "none.txt")
    assert isinstance(item, Rejected)


def test_broken_tags_swallow_no_text(tmp_path: pathlib.Path) -> None:
    """What follows a tag or comment that never ends stays text: nothing of an article is blanked away."""
    for number, broken in enumerate(("<p>{}</p><!-- {}", "<p>{}</p><script>{}", "<p>{}</p><a href=x {}>")):
        path = write(tmp_path, f"{number}.txt", broken.format(TEXT, TEXT))
        (item,) = read(path)
        assert isinstance(item, Article) and item.text.count("قصفت") == 2, broken


def test_what_is_passed_over_in_folders_can_be_told(tmp_path: pathlib.Path) -> None:
    """Pictures, scripts and records in a folder are passed over and told; what is read, or hidden, is not told."""
    (tmp_path / "page_files").mkdir()
    for name in ("page.txt", "page_files/logo.PNG", "page_files/style.css", "old.sijill", ".hidden.png"):
        write(tmp_path, name, TEXT)
    found = [path.relative_to(tmp_path).as_posix() for path in passed_over([tmp_path, tmp_path / "page.txt", "-"])]
    assert found == ["old.sijill", "page_files/logo.PNG", "page_files/style.css"]
    assert [path.name for path in files_in(tmp_path)] == ["page.txt"]


def test_a_file_that_is_given_by_name_is_never_passed_over(tmp_path: pathlib.Path) -> None:
    """Only folders have files that are passed over: what is named outright is read, or rejected with its reason."""
    write(tmp_path, "logo.png", TEXT)
    assert passed_over([tmp_path / "logo.png", tmp_path / "missing"]) == []
