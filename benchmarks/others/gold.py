"""Our annotations of real articles whose texts stay with their owners: offsets, ids and values only.

`annotations.jsonl` holds one article a line, spans as [start, end, value...] into the text of the row of the news
collection with the same doc_id. `read` says whether its errors were read while rules were written.
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator
from typing import Any

from sijill.extract.lexicon import event_types

PATH = pathlib.Path(__file__).resolve().parent / "annotations.jsonl"
Gold = dict[str, Any]
_BOUNDS = ("earliest", "latest")


def golds(news: pathlib.Path, path: pathlib.Path = PATH) -> Iterator[Gold]:
    """Each annotated article with its text, in the form of a gold file; ValueError names those without a text."""
    wanted = {row["doc_id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    with news.open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            found = wanted.pop(row["doc_id"], None)
            if found is not None:
                yield {**{k: row.get(k) for k in ("doc_id", "source", "url", "title", "text")},
                       "published": (row.get("published") or "")[:10] or None, "read": found["read"],
                       **_expanded(found, row["text"])}
    if wanted:
        raise ValueError(f"{news.name} lacks {len(wanted)} articles of {path.name}: {', '.join(sorted(wanted)[:3])}")


def compact(gold: Gold, read: bool) -> Gold:
    """An annotated article without its text, as a line of the file."""
    return {"doc_id": gold["doc_id"], "read": read, "events": [{
        "trigger": _span(e["trigger"]), "type": e["sub_event_type"],
        **{role: [_span(a, "id") for a in e[role]] for role in ("actor1", "actor2")},
        "places": [_span(p, "name", "extent") for p in e["places"]],
        "time": [e["time"].get(bound) for bound in _BOUNDS],
        "casualties": [_span(c, "kind", "low", "high") for c in e["casualties"]],
        "attribution": [_span(a, "kind") for a in e["attribution"]], "factuality": e["factuality"]}
        for e in gold["events"]],
        "control": [[c["holder"], c["place"]["name"], c["polarity"]] for c in gold["control"]]}


def _span(argument: Gold, *values: str) -> list[Any]:
    return [argument["start"], argument["end"], *(argument[value] for value in values)]


def _expanded(row: Gold, text: str) -> Gold:
    def spans(rows: list[list[Any]], *values: str) -> list[Gold]:
        return [{"start": r[0], "end": r[1], "text": text[r[0] : r[1]]} | dict(zip(values, r[2:], strict=True))
                for r in rows]

    events = [{
        "trigger": spans([e["trigger"]])[0], "sub_event_type": e["type"], "event_type": event_types()[e["type"]],
        **{role: spans(e[role], "id") for role in ("actor1", "actor2")},
        "places": spans(e["places"], "name", "extent"), "time": dict(zip(_BOUNDS, e["time"], strict=True)),
        "casualties": spans(e["casualties"], "kind", "low", "high"),
        "attribution": spans(e["attribution"], "kind"), "factuality": e["factuality"]} for e in row["events"]]
    control = [{"holder": holder, "place": {"name": name}, "polarity": polarity}
               for holder, name, polarity in row["control"]]
    return {"events": events, "control": control}
