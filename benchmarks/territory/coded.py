"""The news collection, coded end to end; kept in a folder until the code or the data change."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import pathlib
from collections.abc import Iterator
from typing import Literal

import sijill
from sijill.documents import Document
from sijill.records import document_record, read_document
from sijill.resources import manifest

Coding = Literal["encoder", "rules"]
"""Whether the encoder reads beside the rules, as `sijill code --model` says."""
_SOURCE = pathlib.Path(sijill.__file__).parent
_ROOMS = ("arabic", "encoder", "extract", "grounding", "pipeline.py", "documents.py", "records.py")
_OURS = ("control_words.tsv", "holders.tsv", "territory.toml")


def coded(news: pathlib.Path, kept: pathlib.Path, model: Coding = "encoder") -> Iterator[Document]:
    """Every article that can be coded, in the collection's order; `kept` is the folder of coded output."""
    path = kept / f"territory-{model}-{_mark(news)}.jsonl"
    if not path.exists():
        kept.mkdir(parents=True, exist_ok=True)
        _code(news, path, model)
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            record = json.loads(line)
            yield read_document(record, record["text"])


def _mark(news: pathlib.Path) -> str:
    found = hashlib.blake2b(news.read_bytes(), digest_size=8)
    for room in _ROOMS:
        files = sorted((_SOURCE / room).rglob("*.py")) if (_SOURCE / room).is_dir() else [_SOURCE / room]
        for file in files:
            found.update(file.read_bytes())
    found.update(json.dumps({n: e["sha256"] for n, e in manifest().items() if n not in _OURS}).encode())
    return found.hexdigest()


def _code(news: pathlib.Path, path: pathlib.Path, model: Coding) -> None:
    lines = news.read_text(encoding="utf-8").rstrip("\n").split("\n")
    part = path.with_suffix(f".{os.getpid()}")
    with multiprocessing.Pool(min(2, os.cpu_count() or 1), _start, (model,)) as pool, \
            part.open("w", encoding="utf-8") as out:
        for line in pool.imap(_one, lines, chunksize=16):
            if line:
                out.write(line + "\n")
    part.replace(path)


_coder: list[sijill.Coder] = []


def _start(model: Coding) -> None:
    _coder.append(sijill.load([], "encoder" if model == "encoder" else None))


def _one(line: str) -> str | None:
    article = json.loads(line)
    try:
        document = _coder[0](article["text"], **{n: article.get(n) for n in (
            "doc_id", "source", "url", "title", "published")})
    except ValueError:
        return None
    return json.dumps(document_record(document) | {"text": article["text"]}, ensure_ascii=False)


__all__ = ["Coding", "coded"]
