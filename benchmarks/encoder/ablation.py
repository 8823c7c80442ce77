"""The coder with its choices made by features alone, by the encoder alone, or by both."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal
from unittest import mock

import sijill
from sijill.documents import Event
from sijill.extract.choosing.choice import Scorer
from sijill.extract.clauses.view import View
from sijill.extract.events import events
from sijill.extract.roles import roles
from sijill.extract.triggers import triggers
from sijill.records import document_record

Chosen = Literal["features", "encoder", "both"]
_STANDS = 0.4
"""The least probability of an event where no features review it: the best of the open articles, by .05."""


def code(golds: Sequence[Mapping[str, Any]], weights: Path | None, chosen: Chosen = "both") -> dict[str, Any]:
    """Coded records by doc_id; `weights` is a folder of the encoder's files, None: those of the package."""
    coder = sijill.load(model=None if chosen == "features" else weights or "encoder")
    with _encoder_alone() if chosen == "encoder" else contextlib.nullcontext():
        return {g["doc_id"]: document_record(coder(g["text"], doc_id=g["doc_id"], source=g.get("source"),
                                                   title=g.get("title"), published=g.get("published")))
                for g in golds}


def _stands(view: View, drafts: Sequence[Event]) -> list[tuple[Event, float]]:
    return [(event, event.trigger.score) for event in drafts if event.trigger.score > _STANDS]


@contextlib.contextmanager
def _encoder_alone() -> Iterator[None]:
    """Features weigh nothing, so that among the candidates the encoder's probabilities choose; no review."""
    nothing: Scorer[float] = Scorer({}, 0.0)
    with contextlib.ExitStack() as stack:
        for place, name, value in (
            (triggers, "PULL", 1.0), (roles, "PULLS", dict.fromkeys(roles.PARTS, 1.0)),
            (triggers, "scorer", lambda choice: nothing), (roles, "scorer", lambda choice: nothing),
            (roles, "paired_scorer", lambda *choices: Scorer({}, 0j)), (events, "standing", _stands),
        ):
            stack.enter_context(mock.patch.object(place, name, value))
        yield
