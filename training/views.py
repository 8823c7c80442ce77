"""Gold articles as the coder sees them: a view of each, and its gold events as triggers."""

from __future__ import annotations

import pathlib
from dataclasses import dataclass

from sijill.documents import Document, Trigger
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.triggers.candidates import needs_met
from training.annotations import annotated
from training.gold import Gold, articles, read
from training.written import written


@dataclass(frozen=True, slots=True)
class Example:
    """One article: its view and its gold record."""

    view: View
    gold: Gold


def documents(folder: str | pathlib.Path, news: str | pathlib.Path | None = None) -> list[tuple[Document, Gold]]:
    """Every article of a folder, of our own annotations where the news collection is given, and our own reports."""
    return [*articles(folder), *(read(annotated(pathlib.Path(news))) if news else ()), *read(written())]


def examples(folder: str | pathlib.Path, news: str | pathlib.Path | None = None) -> list[Example]:
    """The same articles, as the coder sees them."""
    return [Example(View(document, resolve(document)), gold) for document, gold in documents(folder, news)]


def gold_triggers(example: Example) -> list[tuple[Trigger, Gold]]:
    """The gold events as triggers of the right type, in the order of the text."""
    view = example.view
    out: list[tuple[Trigger, Gold]] = []
    for event in example.gold["events"]:
        span = event["trigger"]
        at = view.token_at(span["start"])
        hit = view.hits[at]
        lemma = None
        if hit is not None:
            fitting = [m for m in hit.lemmas if needs_met(view, at, m)]
            lemma = (fitting or list(hit.lemmas))[0]
        out.append(
            (
                Trigger(
                    span["start"],
                    span["end"],
                    at,
                    lemma.name if lemma else "?",
                    hit.form if hit else "noun",
                    lemma.frame if lemma else "agent_patient",
                    event["sub_event_type"],
                    1.0,
                    "gold",
                ),
                event,
            )
        )
    return sorted(out, key=lambda pair: pair[0].start)
