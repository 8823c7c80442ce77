"""Our own annotations of articles: offsets, ids and values only; the articles stay where their owners keep them.

A file holds one article a line: its doc_id and, for each event, spans as [start, end, value...] into the text;
a place's name is null where the span's words are it; "time" is [earliest, latest], null where the article does not say.
The texts are rows of the news collection with the same doc_id. `annotations.jsonl` is of open articles (antcorpus, open
licence), without tolls, speakers and control claims; those of `benchmarks/others` have them.
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator
from typing import Any

from sijill.extract.tables.lexicon import event_types
from training.gold import Gold

PATH = pathlib.Path(__file__).resolve().parent / "annotations.jsonl"
BOUNDS = ("earliest", "latest")
_SPANS = {"actor1": ("id",), "actor2": ("id",), "places": ("name", "extent")}
_MORE = {"casualties": ("kind", "low", "high"), "attribution": ("kind",)}
"""What the spans of each part of an event say; of the second, a file may have none."""
_APART = ("doc_id", "events", "control")


def annotated(news: pathlib.Path, path: pathlib.Path | None = None) -> Iterator[Gold]:
    """Each annotated article with its text, in the form of a gold file; what else its line says stays beside.

    ValueError where an article is one of the dev gold, or the news lack one.
    """
    path = path or PATH
    wanted = {row["doc_id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    with news.open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            found = wanted.pop(row["doc_id"], None)
            if found is None:
                continue
            if row.get("in_gold_dev"):
                raise ValueError(f"{row['doc_id']} is an article of the dev gold: take it out of {path.name}")
            yield {**{k: row.get(k) for k in ("doc_id", "source", "url", "title", "text")},
                   "published": (row.get("published") or "")[:10] or None,
                   "control": [{"holder": holder, "place": {"name": name}, "polarity": polarity}
                               for holder, name, polarity in found.get("control", ())],
                   "events": [_event(e, row["text"]) for e in found["events"]],
                   **{k: v for k, v in found.items() if k not in _APART}}
    if wanted:
        raise ValueError(f"{news.name} lacks {len(wanted)} articles of {path.name}: {', '.join(sorted(wanted)[:3])}")


def compact(gold: Gold, **more: Any) -> Gold:
    """An annotated article without its text, as a line of a file that says `more` of it."""
    control = [[c["holder"], c["place"]["name"], c["polarity"]] for c in gold["control"]]
    return {"doc_id": gold["doc_id"], **more, "events": [{
        "trigger": _cut(e["trigger"]), "type": e["sub_event_type"],
        **{part: [_cut(s, *says) for s in e[part]] for part, says in (_SPANS | _MORE).items() if part in e},
        "time": [e["time"][bound] for bound in BOUNDS], "factuality": e["factuality"]} for e in gold["events"]],
        **({"control": control} if control else {})}


def _cut(span: Gold, *says: str) -> list[Any]:
    values = [None if one == "name" and span[one] == span["text"] else span[one] for one in says]
    return [span["start"], span["end"], *values]


def _event(row: Gold, text: str) -> Gold:
    def spans(rows: list[list[Any]], says: tuple[str, ...]) -> list[Gold]:
        return [{"text": text[start:end], "start": start, "end": end} | dict(zip(says, values, strict=True))
                for start, end, *values in rows]

    event = {"trigger": spans([row["trigger"]], ())[0], "sub_event_type": row["type"],
             "event_type": event_types()[row["type"]],
             **{part: spans(row[part], says) for part, says in (_SPANS | _MORE).items() if part in row},
             "time": dict(zip(BOUNDS, row["time"], strict=True)), "factuality": row["factuality"]}
    for place in event["places"]:
        place["name"] = place["name"] or place["text"]
    return event
