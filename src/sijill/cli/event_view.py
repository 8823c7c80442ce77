"""Linked events for people: a list of them, and one with its claims side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sijill.cli.event_writers import toll_text
from sijill.cli.render import CARD_WIDTH, ID_LENGTH, Printer, days, place_text, visible
from sijill.documents import Event
from sijill.ledger import Claim, Decision, Field, Link, LinkedEvent
from sijill.link.corrections import parts
from sijill.link.differing import differs
from sijill.linked_records import DISSENTING
from sijill.records import ACTOR_ROLES

_SIDE_BY_SIDE = 3
_DIFFERS = "≠ "
_ROWS = ("sub_event_type", *ACTOR_ROLES, "places", "time", "tolls", "weapon", "factuality")


def event_list(printer: Printer, events: Iterable[LinkedEvent]) -> None:
    """Print some events, one a row; a terminal too narrow for a table gets cards."""
    if printer.console.width < CARD_WIDTH:
        for event in events:
            printer.show(_card(event))
        return
    table = Table(box=box.MINIMAL, show_lines=True, expand=True, pad_edge=False)
    for name, ratio in (("id", 0), ("date", 0), ("type", 12), ("actor1", 12), ("actor2", 12), ("places", 16),
                        ("tolls", 10), ("status", 0), ("told by", 11), ("claims", 0)):
        table.add_column(name, ratio=ratio or None, no_wrap=not ratio, overflow="fold",
                         min_width=None if ratio else ID_LENGTH if name == "id" else 10 if name == "date" else 6)
    for event in events:
        table.add_row(*(Text(value) for _, value in _cells(event)))
    if table.row_count:
        printer.show(table)


def _cells(event: LinkedEvent) -> Iterator[tuple[str, str]]:
    yield "id", event.id[:ID_LENGTH]
    yield "date", days(event.earliest, event.latest, "\n")
    yield "type", (event.sub_event_type.value or event.event_type) + _also(event.sub_event_type)
    for role, ally in (("actor1", "assoc_actor1"), ("actor2", "assoc_actor2")):
        names = [*(getattr(event, role).value or ()), *(f"with {a}" for a in getattr(event, ally).value or ())]
        yield role, "\n".join(map(visible, names)) + _also(getattr(event, role))
    yield "places", "\n".join(visible(place_text(r.value)) for r in event.places.readings)
    yield "tolls", "\n".join(toll_text(toll) for toll in event.tolls)
    yield "status", event.status
    yield "told by", "\n".join(f"{bloc} {count}" for bloc, count in event.blocs) + (
        "\n(one side)" if event.one_sided else "")
    yield "claims", str(len(event.claims))


def _also(field: Field[Any]) -> str:
    """That a field is disputed."""
    return f"\n{_DIFFERS}{len(field.readings)} readings" if field.disputed else ""


def _card(event: LinkedEvent) -> RenderableType:
    cells = dict(_cells(event))
    head = "  ".join(" ".join(cells.pop(name).split()) for name in ("id", "date", "type", "status"))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=9)
    grid.add_column(overflow="fold")
    for name, value in cells.items():
        if value:
            grid.add_row(Text(name, style="dim"), Text(value))
    return Group(Text(head, style="bold"), Padding(grid, (0, 0, 0, 2)))


def show_event(printer: Printer, event: LinkedEvent, decisions: Sequence[Decision], chosen: Claim | None) -> None:
    """Print one event: its fields, its claims side by side, why each belongs to it, and what people decided."""
    title = Text(f"{event.id}  {event.event_type} / {event.sub_event_type.value}  ", style="bold")
    title.append(f"{' '.join(days(event.earliest, event.latest).split())}  {event.status}")
    told = ", ".join(f"{bloc} {count}" for bloc, count in event.blocs)
    side = f"; only {event.one_sided} tells it" if event.one_sided else ""
    printer.show(title, Text(f"told independently by: {told}{side}"), "", _consensus(event), "")
    claims = sorted(event.claims, key=lambda c: (c.bloc, str(c.published or "9"), c.id))
    for first in range(0, len(claims), _SIDE_BY_SIDE):
        printer.show(_side_by_side(event, claims[first:first + _SIDE_BY_SIDE], chosen))
    printer.show(_reasons(event.links, claims))
    for decision in decisions:
        printer.show(decision_line(decision))


def _consensus(event: LinkedEvent) -> Table:
    """What the claims agree on, and who says otherwise."""
    table = Table(box=box.MINIMAL, pad_edge=False)
    for name in ("field", "value", "claims", "but"):
        table.add_column(name, overflow="fold")
    for name in DISSENTING:
        field: Field[Any] = getattr(event, name)
        if field.readings:
            best, *others = field.readings
            but = "\n".join(f"{_DIFFERS}{_text(r.value)} ({', '.join(r.blocs)}: {_short(r.claims)})" for r in others)
            table.add_row(name, Text(_text(best.value)), Text(_short(best.claims)), Text(but))
    for reading in event.places.readings:
        table.add_row("places", Text(visible(place_text(reading.value)) + _at(reading.value)),
                      Text(_short(reading.claims)), "")
    for toll in event.tolls:
        table.add_row("tolls", Text(toll_text(toll)), Text(_short(toll.claims)), "")
    return table


def _side_by_side(event: LinkedEvent, claims: Sequence[Claim], chosen: Claim | None) -> Table:
    table = Table(box=box.MINIMAL, show_lines=True, expand=True, pad_edge=False)
    table.add_column("", no_wrap=True)
    for claim in claims:
        table.add_column(Text(f"{claim.bloc}: {visible(claim.source or 'no source')}"), ratio=1, overflow="fold")

    def row(name: str, cells: Iterable[Text]) -> None:
        found = list(cells)
        if any(cell.plain for cell in found):
            table.add_row(Text(name, style="dim"), *found)

    row("claim", (Text(c.id[:ID_LENGTH] + ("  <-" if chosen and c.id == chosen.id else "")) for c in claims))
    row("published", (Text(str(c.published or "unknown")) for c in claims))
    row("url", (Text(c.url or "", style="dim") for c in claims))
    row("copy of", (Text(c.copy_of[:ID_LENGTH] if c.copy_of else "") for c in claims))
    row("words", (_marked(c) for c in claims))
    row("who says", (Text("\n".join(visible(f"{s.kind.replace('_', ' ')}: {_words(c, s.start, s.end)}")
                                    for s in c.event.attribution)) for c in claims))
    for name in _ROWS:
        row(name, (_compared(event, claim, name) for claim in claims))
    return table


def _compared(event: LinkedEvent, claim: Claim, name: str) -> Text:
    """A claim's value of a field, marked where it is not the event's."""
    text = "\n".join(_values(claim, name))
    if text and differs(event, claim.id, claim.event, "casualties" if name == "tolls" else name):
        return Text(f"{_DIFFERS}{text}", style="yellow")
    return Text(text)


def _values(claim: Claim, name: str) -> Iterator[str]:
    event: Event = claim.event
    if name in ACTOR_ROLES:
        for actor in getattr(event, name):
            words = _words(claim, actor.start, actor.end)
            yield visible(f"{actor.id} {words}" if words else actor.id)
    elif name == "places":
        for place in event.places:
            yield visible(place_text(place))
    elif name == "time":
        if event.time.earliest or event.time.latest:
            yield days(event.time.earliest, event.time.latest)
    elif name == "tolls":
        for toll in event.casualties:
            low, high = ("?" if n is None else str(n) for n in (toll.low, toll.high))
            yield f"{toll.kind} {low if low == high else f'{low} to {high}'}" + (f" {toll.who}" if toll.who else "")
    elif name == "weapon":
        if event.weapon:
            yield visible(_words(claim, event.weapon.start, event.weapon.end)) or "named"
    else:
        yield str(getattr(event, name))


def _words(claim: Claim, start: int, end: int) -> str:
    """The words of a span that lies in the claim's sentence; nothing for one that does not."""
    first, last = start - claim.sentence_start, end - claim.sentence_start
    return claim.sentence[first:last] if 0 <= first < last <= len(claim.sentence) else ""


def _marked(claim: Claim) -> Text:
    """The sentence with its trigger in brackets."""
    first = claim.event.trigger.start - claim.sentence_start
    last = claim.event.trigger.end - claim.sentence_start
    if not 0 <= first < last <= len(claim.sentence):
        return Text(visible(claim.sentence))
    before, word, after = claim.sentence[:first], claim.sentence[first:last], claim.sentence[last:]
    return Text(visible(f"{before}[{word}]{after}"))


def _reasons(links: Sequence[Link], claims: Sequence[Claim]) -> Table:
    """Why each claim belongs to the event."""
    at = {claim.id: claim for claim in claims}
    table = Table(box=box.MINIMAL, pad_edge=False)
    for name in ("claim", "linked to", "weight", "because"):
        table.add_column(name, overflow="fold")
    for link in links:
        why = ", ".join(f"{name} {value:+.1f}" for name, value in sorted(link.contributions, key=lambda c: -abs(c[1])))
        if link.by:
            why = f"decision {link.by[:ID_LENGTH]}" + (f"; {why}" if why else "")
        source = at[link.claim].source if link.claim in at else None
        table.add_row(Text(f"{link.claim[:ID_LENGTH]} {visible(source or '')}"),
                      Text(link.other[:ID_LENGTH] if link.other else "the event began with it"),
                      Text("" if link.other is None else f"{link.weight:+.1f}"), Text(why))
    return table


def decision_line(decision: Decision) -> Text:
    """A decision on one line."""
    what = f" {decision.value}" if decision.value else ""
    if decision.verb == "correct" and decision.value is not None:
        value, words = parts(decision.value)
        what = f" {decision.field} = {json.dumps(value, ensure_ascii=False)}" + (f" «{words.text}»" if words else "")
    line = Text(f"{decision.id[:ID_LENGTH]}  {decision.at:%Y-%m-%d %H:%M}  ", style="dim")
    said = f"{visible(decision.by)}: {decision.verb}{what} {_short(decision.claims)}"
    line.append(visible(said), style="none")
    return line.append(f"  {visible(decision.note)}" if decision.note else "", style="none")


def _at(place: Any) -> str:
    point = place.grounding
    return "" if point is None or point.lat is None else f"\n{point.lat}, {point.lon} within {point.radius_km} km"


def _short(ids: Sequence[str]) -> str:
    return " ".join(one[:ID_LENGTH] for one in ids)


def _text(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else visible(str(value))
