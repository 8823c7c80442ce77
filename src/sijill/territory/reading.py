"""Coded articles from a record file or from the JSON Lines that `sijill code` writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sijill.documents import Document
from sijill.errors import DataError, InputError
from sijill.link.copies import ArticleText, find_copies
from sijill.records import read_document
from sijill.territory.judged import judged_documents

_SQLITE = b"SQLite format 3\x00"


def read_coded(path: str | Path) -> Iterator[Document]:
    """The coded articles of a file, or of the record at an address as people decided on them.

    InputError if it cannot be read, DataError or RecordError if it is no such file.
    """
    if "://" in str(path):
        yield from _of_record(path)
        return
    try:
        with Path(path).open("rb") as stream:
            begins = stream.read(len(_SQLITE))
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror}", where=str(path),
                         next_step="Name a record (FILE.sijill) or what `sijill code --format jsonl` wrote") from error
    if begins == _SQLITE:
        yield from _of_record(path)
    else:
        yield from _of_lines(Path(path))


def originals(documents: Iterable[Document]) -> list[Document]:
    """The documents without those that reprint an earlier one: a text counts once."""
    every = list(documents)
    copies = find_copies(ArticleText(d.article_id, d.text, d.source, d.published) for d in every)
    return [d for d in every if d.article_id not in copies]


def _of_record(path: str | Path) -> Iterator[Document]:
    from sijill.store import Record

    with Record.open(path) as record:
        yield from judged_documents(record)


def _of_lines(path: Path) -> Iterator[Document]:
    with path.open(encoding="utf-8", newline="\n") as stream:
        try:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _document(line, f"{path}, line {number}")
        except UnicodeDecodeError as error:
            raise DataError("this is neither a record nor JSON Lines", where=str(path),
                            next_step="Name a record, or what `sijill code --format jsonl` wrote") from error


def _document(line: str, where: str) -> Document:
    try:
        found = json.loads(line)
        if not isinstance(found, dict) or "events" not in found:
            raise ValueError("a coded article has `events`")
        return read_document(found, found.get("text") or _spans(found))
    except (ValueError, DataError) as error:
        raise DataError(f"this is no coded article: {error}", where=where,
                        next_step="Use lines as `sijill code --format jsonl` writes them") from error


def _spans(found: Mapping[str, Any]) -> str:
    """A text that has the words of every span in its place, and blanks where the lines do not give the words."""
    letters: list[str] = []
    todo: list[Any] = [found["events"], found.get("control")]
    while todo:
        one = todo.pop()
        if isinstance(one, dict):
            start, words = one.get("start"), one.get("text")
            if isinstance(start, int) and isinstance(words, str):
                letters += " " * (start + len(words) - len(letters))
                letters[start:start + len(words)] = words
            todo += one.values()
        elif isinstance(one, list):
            todo += one
    return "".join(letters)
