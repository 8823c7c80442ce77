"""One process that codes articles and prints, as JSON, how fast, with what memory, and what came out.

usage: python benchmarks/speed/coded.py GOLD_DIR ARTICLES rules|encoder

What it codes with is the package that Python finds, so that a compiled one is measured by the same lines.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import pathlib
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.extract.events import events
from sijill.gate import load_gate
from sijill.pipeline import READING, Coder, load
from sijill.records import document_record, read_day

EVENTS, GROUND = "find_events (reference, triggers, roles, review)", "ground (points of places)"
_Gold = dict[str, Any]


def main() -> None:
    folder, articles, model = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    golds = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    coder = load(model="encoder" if model == "encoder" else None)
    code(coder, golds[0])
    # as a worker of `sijill bulk` does
    gc.freeze()
    began, characters = time.perf_counter(), 0
    for number in range(articles):
        gold = golds[number % len(golds)]
        code(coder, gold)
        characters += len(gold["text"])
    seconds = time.perf_counter() - began
    print(json.dumps({
        "rate": articles / seconds, "characters": characters / seconds, "length": characters / articles,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "cores": len(os.sched_getaffinity(0)), "compiled": not str(events.__file__).endswith(".py"),
        "digest": digest(coder, golds[:articles]), "components": components(coder, golds) if model == "rules" else {},
    }))


def code(coder: Coder, gold: _Gold) -> Document:
    """The text of a gold article, coded."""
    return coder(gold["text"], source=gold.get("source"), title=gold.get("title"), published=gold.get("published"))


def digest(coder: Coder, golds: Sequence[_Gold]) -> str:
    """SHA-256 of all that is coded, so that two runs can be told equal."""
    summed = hashlib.sha256()
    for gold in golds:
        summed.update(json.dumps(document_record(code(coder, gold)), ensure_ascii=False, sort_keys=True).encode())
    return summed.hexdigest()


def components(coder: Coder, golds: Sequence[_Gold]) -> dict[str, float]:
    """Milliseconds an article that each component takes, the gate too."""
    gate = load_gate()
    for gold in golds:
        gate(gold["text"], gold.get("title"))
    spent: dict[str, float] = {}

    def timed(name: str, step: Callable[[Any], Any], document: Any) -> Any:
        start = time.perf_counter()
        out = step(document)
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - start
        return out

    for gold in golds:
        timed("gate", lambda g: gate(g["text"], g.get("title")), gold)
        document = Document(gold["text"], gold["doc_id"], gold.get("source"), None, gold.get("title"),
                            read_day(gold.get("published")))
        document = timed("tokens and sentences", lambda d: replace(
            d, tokens=(t := tokenize(d.text)), sentences=split_sentences(d.text, t)), document)
        for step in READING:
            document = timed(step.__name__, step, document)
        document = timed(EVENTS, events.find_events, document)
        timed(GROUND, coder.ground, document)
    return {name: 1000 * seconds / len(golds) for name, seconds in spent.items()}


if __name__ == "__main__":
    main()
