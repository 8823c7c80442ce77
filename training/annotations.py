"""Our own annotations of open articles: offsets and ids only; the articles stay where their owners keep them.

`annotations.jsonl` holds one article a line: its doc_id and, for each event, spans as [start, end, value] into the
article's text; its "time" is [earliest, latest], null where the article does not say. The texts are rows of the news
collection with the same doc_id (antcorpus, open licence).
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator

from sijill.extract.lexicon import event_types
from training.gold import Gold

BOUNDS = ("earliest", "latest")
PATH = pathlib.Path(__file__).resolve().parent / "annotations.jsonl"


def annotated(news: pathlib.Path) -> Iterator[Gold]:
    """Each annotated article with its text, in the form of a gold file."""
    with PATH.open(encoding="utf-8") as lines:
        wanted = {row["doc_id"]: row for row in map(json.loads, lines)}
    with news.open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if row["doc_id"] in wanted:
                if row.get("in_gold_dev"):
                    raise ValueError(f"{row['doc_id']} is an article of the dev gold: take it out of {PATH.name}")
                yield {**{k: row.get(k) for k in ("doc_id", "source", "url", "title", "text")},
                       "published": (row.get("published") or "")[:10] or None, "control": [],
                       "events": [_event(e, row["text"]) for e in wanted[row["doc_id"]]["events"]]}


def _event(row: Gold, text: str) -> Gold:
    def span(start: int, end: int) -> Gold:
        return {"text": text[start:end], "start": start, "end": end}

    return {"trigger": span(*row["trigger"]), "sub_event_type": row["type"], "event_type": event_types()[row["type"]],
            **{role: [span(s, e) | {"id": i} for s, e, i in row[role]] for role in ("actor1", "actor2")},
            "places": [span(s, e) | {"name": n, "extent": x} for s, e, n, x in row["places"]],
            "time": dict(zip(BOUNDS, row["time"], strict=True)), "factuality": row["factuality"]}


def compact(gold: Gold) -> Gold:
    """An annotated article without its text, as a line of the file."""
    return {"doc_id": gold["doc_id"], "events": [{
        "trigger": [e["trigger"]["start"], e["trigger"]["end"]], "type": e["sub_event_type"],
        **{role: [[a["start"], a["end"], a["id"]] for a in e[role]] for role in ("actor1", "actor2")},
        "places": [[p["start"], p["end"], p["name"], p["extent"]] for p in e["places"]],
        "time": [e["time"][bound] for bound in BOUNDS], "factuality": e["factuality"]} for e in gold["events"]]}
