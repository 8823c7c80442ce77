"""The event page: its claims side by side by bloc, what they agree and differ on, codings, and what was decided."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from sijill.agreement.settling import SETTLED
from sijill.exports.codings import codings
from sijill.exports.columns import rules
from sijill.exports.rows import plain
from sijill.ledger import Claim, Decision, LinkedEvent
from sijill.link.corrected import corrected
from sijill.link.differing import differs
from sijill.web.api.events import EventId
from sijill.web.cells import FIELDS, Cell, cells, decided_text
from sijill.web.pages.drawing import draw
from sijill.web.reading import Read, Reading
from sijill.web.spans import Piece, marks_of, pieces
from sijill.web.texts import Words, isolated, language_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Column:
    """A claim of an event as a column: its sentence, its cells with corrections put in, and what was decided of it.

    `by_people` says that two coders settled it and the machine had not read it.
    """

    claim: Claim
    by_people: bool
    sentence: Sequence[Piece]
    cells: dict[str, list[Cell]]
    differs: frozenset[str]
    verdict: str | None


@router.get("/events/{event_id}")
def event_page(request: Request, read: Read, event_id: EventId) -> HTMLResponse:
    """One event."""
    found = read.event(event_id)
    words = Words(language_of(request))
    event = found.event
    columns = columns_of(read, event, found.texts, words)
    decided = read.decisions([claim.id for claim in event.claims])
    return draw(request, "event.html", page="queue", event=event, columns=columns, fields=FIELDS,
                shown=[field for field in FIELDS if any(column.cells[field] for column in columns)],
                chosen=found.claim.id if found.claim else None, decisions=decided[::-1],
                was=replaced(event, decided, found.texts, words),
                withdrawn={d.value for d in decided if d.verb == "withdraw"}, codings=coded(event),
                dissent=dissent(event))


@router.get("/events/{event_id}/brief")
def event_brief(request: Request, read: Read, event_id: EventId) -> HTMLResponse:
    """One event in short, as part of another page."""
    from sijill.web.pages.queue import cards

    found = read.event(event_id)
    now = read.desk.worklist.now()
    entry = now.entries.get(found.event.id)
    return draw(request, "brief.html", cards=cards(read, [entry]) if entry else [], event=found.event)


def columns_of(read: Reading, event: LinkedEvent, texts: Any, words: Words) -> list[Column]:
    """The claims of an event, those of one bloc next to each other."""
    said = read.desk.decided.verdicts()
    out = []
    for claim in sorted(event.claims, key=lambda c: (c.bloc, str(c.published or "9"), c.id)):
        now = corrected(claim.event, said.corrections.get(claim.id, {}))
        verdict = "rejected" if claim.id in said.rejected else "accepted" if claim.id in said.accepted else None
        out.append(Column(
            claim, claim.event.trigger.rule == SETTLED,
            pieces(claim.sentence, marks_of(now), claim.sentence_start),
            cells(now, texts[claim.article_id], words),
            frozenset(field for field in FIELDS if differs(event, claim.id, now, field)), verdict))
    return out


def replaced(event: LinkedEvent, decided: Sequence[Decision], texts: Mapping[str, str],
             words: Words) -> dict[str, str]:
    """What each correction stands for: the claim's own value with its words, or the correction before it."""
    gone = {d.value for d in decided if d.verb == "withdraw"}
    now: dict[tuple[str, str | None], str] = {}
    for claim in event.claims:
        for cell in itertools.chain.from_iterable(cells(claim.event, texts[claim.article_id], words).values()):
            for field in ("earliest", "latest") if cell.field == "time" else (cell.corrects,):
                text = f"{cell.text} {isolated(f'«{cell.said}»')}" if cell.said else cell.text
                now[claim.id, field] = words.listed((now[claim.id, field], text)) if (claim.id, field) in now else text
    out = {}
    for one in decided:
        if one.verb == "correct" and one.id not in gone:
            key = one.claims[0], one.field
            out[one.id] = now.get(key, words("unknown"))
            now[key] = decided_text(one, words)
    return out


def dissent(event: LinkedEvent) -> dict[str, Any]:
    """The fields of an event with their readings, best first, those with several alone."""
    found = {field: getattr(event, field) for field in FIELDS if hasattr(getattr(event, field, None), "disputed")}
    return {field: one for field, one in found.items() if one.disputed and field != "places"}


def coded(event: LinkedEvent) -> dict[str, list[list[tuple[str, Any, str]]]]:
    """The rows that each coding makes of an event: filled columns with their values and the rule in words."""
    known = rules()
    out: dict[str, list[list[tuple[str, Any, str]]]] = {}
    for name, coding in codings().items():
        if name == "sijill":
            continue
        out[name] = [[(column, plain(value), known[row.why[column].rule]) for column, value in row.values.items()
                      if value is not None and value != ()] for row in coding.rows([event])]
    return out
