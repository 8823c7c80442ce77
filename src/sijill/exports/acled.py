"""The coding of ACLED: one row a place, day, type and pair of sides, with the lowest fatalities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sijill.exports import actor_names as names
from sijill.exports.columns import settings
from sijill.exports.countries import Country, country
from sijill.exports.deaths import shares, total
from sijill.exports.geography import Spot, spots
from sijill.exports.rows import Notes, Row, Sheet, number_of
from sijill.exports.tellers import asserting, first_told, ids, outlet_names, scale
from sijill.ledger import Claim, LinkedEvent

CODING = "acled"
_NEVER = dt.date.max


@dataclass(slots=True)
class Part:
    """What an event gives for one place: kept small, since a day's rows need all of the day's events."""

    event_id: str
    day: dt.date
    precision: int
    sub_type: str
    event_type: str
    sides: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    spot: Spot
    deaths: int | None
    deaths_rule: str
    death_claims: tuple[str, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    scale: str | None
    tellers: int
    order: tuple[dt.date, dt.date, dt.date]
    tags: tuple[str, ...]
    rule: str = "acled.type"
    type_note: str | None = None
    others: list[Part] = field(default_factory=list)


def derive(events: Iterable[LinkedEvent], notes: Notes, made: int | None = None) -> Iterator[Row]:
    """ACLED's rows of events, by day and place; `made` is the time of coding in seconds since 1970 (UTC).

    Memory grows with the number of events by a small part of each: only a whole day settles who took a place last.
    """
    days: dict[tuple[dt.date, str], list[Part]] = {}
    for event in events:
        for part in _parts(event, notes):
            days.setdefault((part.day, part.spot.key), []).append(part)
    for key in sorted(days):
        for part in _merged(_last_acquisition(days.pop(key))):
            yield _row(part, made)


def left_out(event: LinkedEvent) -> str | None:
    """The rule by which an event is told in no table of events that happened: denied, planned, uncertain, rejected."""
    return None if event.status in ("asserted", "disputed") else f"left.{event.status}"


def dated(event: LinkedEvent) -> tuple[dt.date, int, str] | str:
    """ACLED's date, its precision and the rule; or the rule by which an event has none."""
    first, last = event.earliest, event.latest
    if first is None or last is None or first > last:
        return "acled.left.no-date"
    days = (last - first).days + 1
    bounds: dict[str, int] = settings()["acled"]["days"]
    precision = next((int(code) for code, most in sorted(bounds.items()) if days <= most), None)
    if precision is None:
        return "acled.left.vague-date"
    return first + dt.timedelta(days=(days - 1) // 2), precision, "acled.date"


def _parts(event: LinkedEvent, notes: Notes) -> Iterator[Part]:
    rule = left_out(event)
    rules = settings()["acled"]
    if rule is None and event.event_type in rules["extensions"]:
        rule = "acled.left.extension"
    when = dated(event)
    if rule is None and isinstance(when, str):
        rule = when
    places = spots(event) if rule is None else ()
    placed = [spot for spot in places if not spot.is_country]
    if rule is None and not placed:
        rule = "acled.left.no-place"
    if rule is not None or isinstance(when, str):
        notes.leave(rule or str(when), event.id)
        return
    killed = total(event, "killed")
    deaths_rule = "acled.fatalities.divided" if len(placed) > 1 else "acled.fatalities"
    telling = asserting(event) or event.claims
    for spot, deaths in zip(placed, shares(killed.low, len(placed)), strict=True):
        yield Part(
            event.id, when[0], when[1], event.sub_event_type.value or "", event.event_type,
            _sides(event), spot, deaths, deaths_rule, killed.claims, ids(event.claims), outlet_names(telling),
            scale(telling, spot.country), sum(count for _, count in event.blocs), _order(event, telling), _tags(event))


def _order(event: LinkedEvent, telling: Sequence[Claim]) -> tuple[dt.date, dt.date, dt.date]:
    """What tells which of two events of a day came later: its bounds, then when it was first told."""
    return event.earliest or _NEVER, event.latest or _NEVER, first_told(telling) or _NEVER


def _sides(event: LinkedEvent) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    one, two = names.parted(event.actor1.value or (), event.actor2.value or ())
    return one, event.assoc_actor1.value or (), two, event.assoc_actor2.value or ()


def _tags(event: LinkedEvent) -> tuple[str, ...]:
    disputed = [name for name in ("sub_event_type", "actor1", "actor2") if getattr(event, name).disputed]
    return tuple(filter(None, (
        "disputed=denied by some" if event.status == "disputed" else "",
        f"told only by={event.one_sided}" if event.one_sided else "",
        f"sources disagree on={', '.join(disputed)}" if disputed else "")))


def _last_acquisition(parts: list[Part]) -> list[Part]:
    """Of the territory that changed hands in one place on one day only the last change is one: the others are clashes.

    Events by the same side are the same change. Where the order is not known, the change that most tellers tell.
    """
    rules = settings()["acled"]
    taking = [part for part in parts if part.sub_type in rules["acquisitions"]]
    if len(taking) < 2:
        return parts
    last = max(taking, key=lambda part: (part.order, part.tellers, part.event_id))
    tied = [part for part in taking if part is not last and part.order == last.order
            and part.sides[0] != last.sides[0]]
    if tied:
        last.type_note = "the order of the day's changes is not known: the one that most tell"
    last.rule = "acled.final-acquisition"
    for part in taking:
        if part is not last and (part.sub_type, part.sides[0]) != (last.sub_type, last.sides[0]):
            part.type_note = f"was {part.sub_type}; the last change of the day is event {last.event_id}"
            part.sub_type, part.event_type, part.rule = rules["clash"], rules["battles"], "acled.earlier-acquisition"
    return parts


def _merged(parts: Sequence[Part]) -> list[Part]:
    """One row of what is of one type between the same sides; who began a battle is no matter."""
    out: dict[tuple[str, Any], Part] = {}
    for part in sorted(parts, key=lambda p: p.event_id):
        first, second = (names.acled_name(side[0], part.spot.country)[0] if side else ""
                         for side in (part.sides[0], part.sides[2]))
        pair = frozenset((first, second)) if part.event_type == settings()["acled"]["battles"] else (first, second)
        held = out.get((part.sub_type, pair))
        if held is None:
            out[part.sub_type, pair] = part
        else:
            held.others.append(part)
    return list(out.values())


def _row(part: Part, made: int | None) -> Row:
    parts = [part, *part.others]
    claims = tuple(dict.fromkeys(claim for one in parts for claim in one.claims))
    there = country(part.spot.country)
    sheet = Sheet(CODING, claims, [one.event_id for one in parts])
    row_id = f"{part.spot.country or 'XXX'}{number_of(*sorted(p.event_id for p in parts), part.day, part.spot.key)}"
    sheet.put("event_id_cnty", row_id)
    sheet.put("event_date", part.day)
    sheet.put("year", part.day.year)
    sheet.put("time_precision", max(one.precision for one in parts))
    _put_type(sheet, part)
    _put_sides(sheet, part)
    _put_place(sheet, part.spot, there)
    sheet.put("source", "; ".join(sorted({name for one in parts for name in one.sources})))
    scales = {label for one in parts if one.scale for label in one.scale.split("-")}
    sheet.put("source_scale", "-".join(sorted(scales, key=lambda label: (label != "Other", label))))
    counted = [one.deaths for one in parts if one.deaths is not None]
    summed = "acled.fatalities.summed" if len(parts) > 1 else part.deaths_rule
    sheet.put("fatalities", sum(counted) if counted else None, rule=summed,
              claims=tuple(dict.fromkeys(claim for one in parts for claim in one.death_claims)))
    tags = tuple(dict.fromkeys(tag for one in parts for tag in one.tags))
    sheet.put("tags", "; ".join(tags))
    sheet.put("timestamp", made)
    row = sheet.row(row_id)
    # the note tells the other cells in words
    sheet.put("notes", _note(row, part, tags))
    return sheet.row(row_id)


def _put_type(sheet: Sheet, part: Part) -> None:
    rules = settings()["acled"]
    sheet.put("sub_event_type", part.sub_type, rule=part.rule, note=part.type_note)
    sheet.put("event_type", part.event_type, rule=part.rule)
    sheet.put("disorder_type", rules["disorder_by_sub_type"].get(part.sub_type) or rules["disorder"].get(
        part.event_type))
    targets = part.sides[2]
    targeted = part.sub_type in rules["targeting"]["always"] or (
        part.event_type in rules["targeting"]["with_civilians"] and bool(targets)
        and all(map(names.is_civilian, targets)))
    sheet.put("civilian_targeting", rules["targeting"]["mark"] if targeted else None)


def _put_sides(sheet: Sheet, part: Part) -> None:
    rules = settings()["acled"]
    where = part.spot.country
    codes: list[int | None] = []
    for number, (main, beside) in enumerate((part.sides[:2], part.sides[2:]), start=1):
        rule = None
        if not main and part.event_type in rules[f"needs_actor{number}"]:
            unknown = "unidentified_in_air" if number == 1 and part.sub_type in rules["from_air"] else "unidentified"
            main, rule = (rules[unknown],), "acled.actor.unidentified"
        named = [names.acled_name(one, where) for one in main]
        more = [names.acled_name(one, where)[0] for one in beside]
        others = [other for name, groups in named[1:] for other in (name, *groups)]
        associated = dict.fromkeys([*(named[0][1] if named else ()), *others, *more])
        code = names.inter(main[0], where) if main else None
        codes.append(code)
        sheet.put(f"actor{number}", named[0][0] if named else None, rule=rule)
        sheet.put(f"assoc_actor_{number}", "; ".join(name for name in associated if named and name != named[0][0]))
        sheet.put(f"inter{number}", names.inter_label(code))
    known = sorted(code for code in codes if code is not None)
    labels = [names.inter_label(code) or "" for code in known]
    sides = [bool(part.sides[0] or codes[0]), bool(part.sides[2] or codes[1])]
    # where a side is there but of no known class, neither is the interaction
    whole = len(known) == sum(sides)
    sheet.put("interaction", None if not known or not whole else f"{labels[0]}-{labels[1]}" if len(known) == 2
              else f"{labels[0]} only")


def _put_place(sheet: Sheet, spot: Spot, there: Country | None) -> None:
    claims = spot.claims
    sheet.put("iso", there.iso if there else None, claims=claims)
    sheet.put("region", there.region if there else None, claims=claims)
    sheet.put("country", there.name if there else None, claims=claims)
    for level in ("admin1", "admin2", "admin3"):
        sheet.put(level, getattr(spot, level), claims=claims)
    sheet.put("location", spot.name, claims=claims, note=spot.name_ar if spot.name_ar != spot.name else None)
    contained = "acled.place.contained" if spot.contained else None
    sheet.put("latitude", spot.lat, claims=claims, rule=contained)
    sheet.put("longitude", spot.lon, claims=claims, rule=contained)
    sheet.put("geo_precision", spot.geo_precision, claims=claims, rule=contained)


def _note(row: Row, part: Part, tags: Sequence[str]) -> str:
    cell = row.values
    sides = " and ".join(f"{cell[f'actor{n}']}" for n in (1, 2) if cell[f"actor{n}"])
    place = ", ".join(str(cell[name]) for name in ("location", "admin1", "country") if cell[name])
    about = "On" if part.precision == 1 else "Around"
    deaths = cell["fatalities"]
    told = "" if deaths is None else f" At least {deaths} killed, by the lowest count."
    told += f" {'; '.join(tags).capitalize()}." if tags else ""
    return f"{about} {part.day.isoformat()}: {part.sub_type}{f' ({sides})' if sides else ''} at {place}.{told}"
