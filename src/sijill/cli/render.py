"""Coded events for people: a table, cards where the terminal is narrow, and one event explained."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Casualty, ControlClaim, Document, Event, Grounding, PlaceArgument

PIPE_WIDTH = 180
"""Columns of a table that is not printed on a terminal."""
CARD_WIDTH = 120
"""A terminal narrower than this shows cards."""
ID_LENGTH = 8

_AROUND = 45
_LONGEST_CELL = 120
_MARK = "\u200e"
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\\s]+")
_ROLES = ("actor1", "actor2", "assoc_actor1", "assoc_actor2")
_STYLES = {"trigger": "bold red", "actor1": "cyan", "actor2": "magenta", "assoc_actor1": "cyan",
           "assoc_actor2": "magenta", "places": "green", "time": "yellow", "casualties": "red",
           "attribution": "blue", "weapon": "bright_black", "control": "green"}


def visible(text: str) -> str:
    """A text on one line: runs of white space, control characters and direction marks are one space."""
    return _CONTROLS.sub(" ", text).strip()


class Printer:
    """Prints to a terminal in colours and columns kept apart in both directions, or plainly to a pipe."""

    def __init__(self, stream: TextIO, *, plain: bool | None = None) -> None:
        self.stream = stream
        self.plain = not stream.isatty() if plain is None else plain
        self.console = Console(file=stream, no_color=self.plain or None, highlight=False, emoji=False,
                               markup=False, width=PIPE_WIDTH if self.plain else None,
                               force_terminal=False if self.plain else None)

    def show(self, *parts: RenderableType) -> None:
        """Print some parts, one under another."""
        with self.console.capture() as captured:
            for part in parts:
                self.console.print(part)
        out = captured.get()
        if not self.plain:
            # a left-to-right mark keeps a terminal that reorders Arabic from exchanging whole columns
            out = out.replace("│", f"{_MARK}│{_MARK}")
        else:
            out = "\n".join(line.rstrip() for line in out.replace(_MARK, "").split("\n"))
        self.stream.write(out)
        self.stream.flush()

    def article(self, document: Document) -> None:
        """Print one article's heading, its events and its control claims."""
        parts: list[RenderableType] = [_heading(document)]
        events = document.events or ()
        if not events:
            parts.append(Text("  no event", style="dim"))
        elif self.console.width < CARD_WIDTH:
            parts += [_card(document, event) for event in events]
        else:
            parts.append(_table(document, events))
        # several words may say the same of a place and a day
        parts += _control_lines(document)
        self.show(*parts, "")

    def explanation(self, document: Document, event: Event) -> None:
        """Print one event: its sentences with each span marked, and every field's value, words and rule."""
        title = Text(f"{event.event_id}  {event.event_type} / {event.sub_event_type}", style="bold")
        control = (_control_line(document, claim) for claim in _following(document, event))
        self.show(_heading(document), title, "", Padding(_marked(document, event), (0, 2)), "",
                  _fields(document, event), *control)


def _heading(document: Document) -> Text:
    day = document.published.isoformat() if document.published else "no date"
    known = [document.doc_id, day, document.source or "", document.title or ""]
    return Text("  ".join(visible(part) for part in known if part), style="bold")


def _table(document: Document, events: Sequence[Event]) -> Table:
    table = Table(box=box.MINIMAL, show_lines=True, expand=True, pad_edge=False)
    for name, ratio in (("id", 0), ("date", 0), ("type", 11), ("actor1", 12), ("actor2", 12), ("places", 12),
                        ("factuality", 0), ("who says", 10), ("words", 18)):
        table.add_column(name, ratio=ratio or None, no_wrap=not ratio, overflow="fold",
                         min_width=ID_LENGTH if name == "id" else 10 if not ratio else None)
    for event in events:
        table.add_row(*(cell for _, cell in _cells(document, event)))
    return table


def _card(document: Document, event: Event) -> RenderableType:
    cells = dict(_cells(document, event))
    head = Text("  ").join([cells.pop("id"), cells.pop("date"), cells.pop("type"), cells.pop("factuality")])
    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=9)
    grid.add_column(overflow="fold")
    for name, cell in cells.items():
        if cell.plain:
            grid.add_row(Text(name, style="dim"), Text(_MARK) + cell)
    return Group(head, Padding(grid, (0, 0, 0, 2)))


def _cells(document: Document, event: Event) -> Iterator[tuple[str, Text]]:
    text = document.text
    yield "id", Text(event.event_id[:ID_LENGTH], style="bold")
    yield "date", Text(days(event.time.earliest, event.time.latest, "\n"))
    yield "type", Text(event.sub_event_type)
    for role, ally in (("actor1", "assoc_actor1"), ("actor2", "assoc_actor2")):
        actors = [(a.id, text[a.start:a.end], "") for a in getattr(event, role)]
        actors += [(a.id, text[a.start:a.end], "with ") for a in getattr(event, ally)]
        yield role, _lines((f"{before}{name}", words) for name, words, before in actors)
    yield "places", _lines((place_text(place), "") for place in event.places)
    yield "factuality", Text(event.factuality)
    yield "who says", _lines((s.kind.replace("_", " "), text[s.start:s.end]) for s in event.attribution)
    words = Text(_snippet(text, event.trigger.start, event.trigger.end))
    for toll in event.casualties:
        words.append(f"\n{_toll(toll)}: {_cell(text[toll.start:toll.end])}", style="dim")
    yield "words", words


def _cell(text: str) -> str:
    """A text on one line, cut where it is too long for a cell."""
    line = visible(text)
    return line if len(line) <= _LONGEST_CELL else line[: _LONGEST_CELL - 1] + "…"


def _lines(entries: Iterator[tuple[str, str]]) -> Text:
    out = Text()
    for value, words in entries:
        out.append("\n" if out.plain else "").append(_cell(value))
        if words:
            out.append(f"\n{_cell(words)}", style="dim")
    return out


def days(earliest: dt.date | None, latest: dt.date | None, joiner: str = " to ") -> str:
    """A range of days: one day where both are the same, ? for a bound that is not known."""
    known = [day.isoformat() if day else "?" for day in (earliest, latest)]
    return "unknown" if known == ["?", "?"] else known[0] if known[0] == known[1] else joiner.join(known)


def place_text(place: PlaceArgument) -> str:
    """A place's name, with its extent and what it lies in as the text gives them."""
    more = [part for part in (place.extent if place.extent != "whole" else "",
                              f"in {place.within}" if place.within else "") if part]
    return place.name + (f" ({', '.join(more)})" if more else "")


def _where(grounding: Grounding | None) -> Iterator[tuple[str, str]]:
    """Where a place is, why it was chosen, and what else it may be."""
    if grounding is None:
        yield "not known to any gazetteer", ""
        return
    inside = ", ".join(container.name for container in grounding.chain)
    point = "no point" if grounding.lat is None else (
        f"{grounding.lat}, {grounding.lon} within {grounding.radius_km} km, precision {grounding.geo_precision}")
    name = f"{grounding.name} ({grounding.kind}{', in ' + inside if inside else ''})"
    yield f"{point}; {name}", "; ".join(grounding.reasons)
    yield f"{grounding.place_id}, score {grounding.score}", ""
    if grounding.alternatives:
        yield "or " + "; ".join(f"{a.name} {a.place_id} {a.score}" for a in grounding.alternatives), "alternatives"


def _toll(toll: Casualty) -> str:
    low, high = ("?" if n is None else str(n) for n in (toll.low, toll.high))
    number = low if low == high else f"{low} to {high}"
    return f"{toll.kind} {number}" + (f" {toll.who}" if toll.who else "")


def _snippet(text: str, start: int, end: int) -> str:
    """The trigger in brackets, with the words of its line before and after it."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[first:start].rpartition("\n")[2], text[end:last].partition("\n")[0]
    if first > 0 and len(before) == _AROUND:
        before = "…" + before.partition(" ")[2]
    if last < len(text) and len(after) == _AROUND:
        after = after.rpartition(" ")[0] + "…"
    return visible(f"{before}[{_cell(text[start:end])}]{after}")


def _control_line(document: Document, claim: ControlClaim) -> Text:
    words = "" if claim.start is None else _cell(document.text[claim.start:claim.end])
    verb = {"holds": "holds", "lost": "has lost"}[claim.polarity]
    line = Text("  control: ", style="dim").append(f"{claim.holder} {verb} ", style="none")
    line.append(f"{_MARK}{_cell(place_text(claim.place))}{_MARK}", style="green")
    line.append(f" on {claim.at.isoformat()}" if claim.at else "", style="none")
    return line.append(f"  {words}", style="dim")


def _control_lines(document: Document) -> list[Text]:
    """A line for each thing that is said of who holds a place, by the words that say it first."""
    first: dict[object, ControlClaim] = {}
    for claim in document.control or ():
        first.setdefault((claim.holder, claim.polarity, place_text(claim.place), claim.at), claim)
    return [_control_line(document, claim) for claim in first.values()]


def _following(document: Document, event: Event) -> Iterator[ControlClaim]:
    at = (document.events or ()).index(event)
    return (claim for claim in document.control or () if claim.event == at)


def _spans(event: Event) -> list[tuple[int, int, str]]:
    """Every span of an event as (start, end, name of the field)."""
    spans = [(event.trigger.start, event.trigger.end, "trigger")]
    for name in (*_ROLES, "places", "casualties", "attribution"):
        spans += [(a.start, a.end, name) for a in getattr(event, name)]
    if event.time.start is not None and event.time.end is not None:
        spans.append((event.time.start, event.time.end, "time"))
    if event.weapon:
        spans.append((event.weapon.start, event.weapon.end, "weapon"))
    return spans


def _marked(document: Document, event: Event) -> Text:
    """The sentences that hold the event's spans, each span in brackets after the name of its field."""
    text, spans = document.text, _spans(event)
    out = Text()
    last_end = None
    for sentence in split_sentences(text, tokenize(text)):
        inside = [s for s in spans if s[0] < sentence.end and s[1] > sentence.start]
        if not inside:
            continue
        if last_end is not None:
            out.append(" … " if text[last_end:sentence.start].strip() else " ")
        _mark_sentence(out, text, sentence.start, sentence.end, inside)
        last_end = sentence.end
    return out


def _mark_sentence(out: Text, text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]]) -> None:
    names: dict[tuple[int, int], list[str]] = {}
    for first, last, name in spans:
        names.setdefault((max(first, start), min(last, end)), []).append(name)
    cuts = sorted({start, end, *(at for span in names for at in span)})
    for at, stop in zip(cuts, [*cuts[1:], end], strict=True):
        for _ in (span for span in names if span[1] == at):
            out.append("]", style="dim")
        for span in sorted((s for s in names if s[0] == at), key=lambda s: -s[1]):
            out.append(f"[{'+'.join(names[span])}: ", style="dim")
        here = [n for span, found in names.items() if span[0] <= at < span[1] for n in found]
        # white space at the ends parts the pieces
        piece = _CONTROLS.sub(" ", text[at:stop])
        out.append(piece, style=_STYLES[here[-1]] if here else "none")


def _fields(document: Document, event: Event) -> Table:
    text = document.text
    table = Table(box=box.MINIMAL, pad_edge=False)
    for name in ("field", "value", "words", "rule"):
        table.add_column(name, overflow="fold")

    def row(name: str, value: str, start: int | None, end: int | None, rule: str) -> None:
        words = "" if start is None or end is None else visible(text[start:end])
        table.add_row(Text(name, style=_STYLES.get(name, "none")), Text(visible(value)), Text(words),
                      Text(rule))

    trigger = event.trigger
    row("trigger", event.sub_event_type, trigger.start, trigger.end, trigger.rule)
    for role in _ROLES:
        for actor in getattr(event, role):
            row(role, actor.id, actor.start, actor.end, actor.rule)
    for place in event.places:
        row("places", place_text(place), place.start, place.end, place.rule)
        for value, rule in _where(place.grounding):
            row("where", value, None, None, rule)
    row("time", days(event.time.earliest, event.time.latest), event.time.start, event.time.end, event.time.rule)
    for toll in event.casualties:
        row("casualties", _toll(toll), toll.start, toll.end, toll.rule)
    for speaker in event.attribution:
        row("attribution", speaker.kind, speaker.start, speaker.end, speaker.rule)
    row("factuality", event.factuality, None, None, event.factuality_rule)
    if event.weapon:
        row("weapon", "", event.weapon.start, event.weapon.end, event.weapon.rule)
    return table
