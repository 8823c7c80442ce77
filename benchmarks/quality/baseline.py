"""Two baselines: the lexicon with the nearest names, and the lexicon with nobody and nowhere."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sijill.extract.actors.sides import side_in
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.tables.lexicon import event_types
from sijill.extract.triggers.candidates import Candidate, propose
from sijill.pipeline import read_document

Json = dict[str, Any]


def code(gold: Json, names: bool) -> Json:
    """A gold article coded by the lexicon alone: each strong word whose needs are met is an event."""
    published = dt.date.fromisoformat(gold["published"]) if gold.get("published") else None
    document = read_document(gold["text"], doc_id=gold["doc_id"], published=published)
    view = View(document, resolve(document))
    found = [c for c in propose(view) if c.met and c.lemma.strength == "strong"]
    return {"doc_id": gold["doc_id"], "control": [],
            "events": [_event(view, c, names, published) for c in found]}


def _event(view: View, c: Candidate, names: bool, published: Any) -> Json:
    token = view.tokens[c.token]
    kind = next(iter(c.turned), c.types[0]) if c.turned else c.types[0]
    event: Json = {"trigger": _span(view, token.start, token.end), "sub_event_type": kind,
                   "event_type": event_types()[kind], "actor1": [], "actor2": [], "assoc_actor1": [],
                   "assoc_actor2": [], "places": [], "casualties": [], "attribution": [], "factuality": "asserted",
                   "time": {"earliest": None, "latest": None}}
    if published is not None:
        event["time"] = {"earliest": (published - dt.timedelta(1)).isoformat(), "latest": published.isoformat()}
    if names:
        sentence = view.sentences[view.sentence_at[c.token]]
        sides = sorted((abs(m.first - c.token), i) for i, m in enumerate(view.actors)
                       if sentence.first <= m.first < sentence.last)
        for role, (_, i) in zip(("actor1", "actor2"), sides, strict=False):
            m = view.actors[i]
            event[role] = [_span(view, m.start, m.end) | {"id": side_in(view.sides[i].id, kind, role, published)}]
        spots = sorted((abs(p.first - c.token), i) for i, p in enumerate(view.places)
                       if sentence.first <= p.first < sentence.last and p.score >= 0.5)
        for _, i in spots[:1]:
            p = view.places[i]
            event["places"] = [_span(view, p.start, p.end) | {"name": p.name, "extent": p.extent, "within": p.within}]
    return event


def _span(view: View, start: int, end: int) -> Json:
    return {"text": view.document.text[start:end], "start": start, "end": end}
