"""The coding of UCDP GED: events with at least one death, by kind of violence, lowest, best and highest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sijill.exports import actor_names as names
from sijill.exports.acled import left_out
from sijill.exports.columns import settings
from sijill.exports.countries import country
from sijill.exports.deaths import Total, tolls, total
from sijill.exports.geography import Spot, country_of, place_point, spots, spread_km
from sijill.exports.rows import Notes, Row, Sheet, number_of
from sijill.exports.tellers import asserting, ids, outlet_name, outlet_names, voices
from sijill.grounding.places import kind_class
from sijill.ledger import Claim, LinkedEvent, Toll

CODING = "ucdp"
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
_CELLS_A_DEGREE, _CELLS_A_ROW = 2, 720
_AREAS = {"district": "admin2", "governorate": "admin1"}


@dataclass(frozen=True, slots=True)
class Dyad:
    """The two sides of an event as UCDP orders them; `swapped` where side A is the one acted on."""

    violence: int
    first: tuple[str, ...]
    second: tuple[str, ...]
    name_a: str
    name_b: str
    swapped: bool


@dataclass(frozen=True, slots=True)
class Where:
    """Where UCDP puts an event: degrees, its where_prec, the rule, and what divisions hold it."""

    lat: float | None
    lon: float | None
    precision: int | None
    rule: str
    name: str | None
    admin1: str | None
    admin2: str | None
    country: str | None
    claims: tuple[str, ...]


def derive(events: Iterable[LinkedEvent], notes: Notes, made: int | None = None) -> Iterator[Row]:
    """UCDP's rows of events, one each, in their order."""
    for event in events:
        killed = total(event, "killed")
        rule = left_out(event) or _left(event, killed)
        dyad = dyad_of(event)
        if rule is None and isinstance(dyad, str):
            rule = dyad
        if rule is not None or isinstance(dyad, str):
            notes.leave(rule or str(dyad), event.id)
        else:
            yield _row(event, killed, dyad)


def _left(event: LinkedEvent, killed: Total) -> str | None:
    if event.event_type not in settings()["ucdp"]["types"]:
        return "ucdp.left.type"
    if not killed.certain:
        return "ucdp.left.uncounted" if killed.told and killed.best is None else "ucdp.left.no-death"
    return None if date_precision(event) is not None else "ucdp.left.no-date"


def date_precision(event: LinkedEvent) -> int | None:
    """UCDP's date_prec, 1 to 5, by the days from the earliest to the latest; None where they are not known."""
    if event.earliest is None or event.latest is None or event.earliest > event.latest:
        return None
    days = (event.latest - event.earliest).days + 1
    bounds: dict[str, int] = settings()["ucdp"]["days"]
    return next((int(code) for code, most in sorted(bounds.items()) if days <= most), None)


def dyad_of(event: LinkedEvent) -> Dyad | str:
    """The sides of an event and the kind of violence; or the rule by which it has none."""
    one, two = (tuple(filter(names.is_armed, side)) for side in names.parted(
        event.actor1.value or (), event.actor2.value or ()))
    if not one and not two:
        return "ucdp.left.no-side"
    if one and two:
        states = [any(names.state_of(a) is not None for a in side) for side in (one, two)]
        # a government is side A; of two, the one that acts
        swapped = states[1] and not states[0]
        first, second = (two, one) if swapped else (one, two)
        if _side(first) == _side(second):
            # who fights itself is no dyad
            return "ucdp.left.no-opponent"
        return Dyad(STATE_BASED if any(states) else NON_STATE, first, second, _side(first), _side(second), swapped)
    victims = event.actor2.value or ()
    hit = bool(victims) and all(map(names.is_civilian, victims)) or not victims and any(
        toll.who is not None and names.is_civilian(toll.who) for toll in tolls(event, "killed"))
    if one and hit:
        return Dyad(ONE_SIDED, one, (names.CIVILIANS,), _side(one), "Civilians", False)
    return "ucdp.left.no-opponent" if one else "ucdp.left.no-side"


def _side(ids_of_side: Sequence[str]) -> str:
    """UCDP's words for a side: its government, or its neutral name; the first of several."""
    state = names.state_of(ids_of_side[0])
    there = country(state)
    if there is not None:
        return f"Government of {there.name_ucdp or there.name}"
    return names.english(ids_of_side[0])


def where(event: LinkedEvent) -> Where:
    """Where UCDP puts an event: its one place, or the smallest area that holds them all."""
    places = spots(event)
    if not places:
        return Where(None, None, None, "ucdp.where.unknown", None, None, None, None, ())
    bounds = settings()["ucdp"]["where"]
    iso3 = country_of(places)
    claims = tuple(dict.fromkeys(claim for spot in places for claim in spot.claims))
    first = places[0]
    if len(places) == 1:
        return Where(first.lat, first.lon, _precision(first), "ucdp.where", first.name, first.admin1, first.admin2,
                     iso3, claims)
    name = "; ".join(spot.name for spot in places)
    spread = spread_km(places)
    if spread is not None and spread <= bounds["near_km"]:
        one = len({spot.admin2 for spot in places}) == 1
        return Where(first.lat, first.lon, max(2, _precision(first) or 2), "ucdp.where.near", name, first.admin1,
                     first.admin2 if one else None, iso3, claims)
    for kind, level in _AREAS.items():
        held = {getattr(spot, level) for spot in places}
        area = held.pop() if len(held) == 1 else None
        if area is not None and iso3 is not None:
            lat, lon = place_point(area, kind, iso3) or (None, None)
            return Where(lat, lon, int(bounds[kind]), "ucdp.where.area", name, first.admin1,
                         first.admin2 if kind == "district" else None, iso3, claims)
    return Where(None, None, int(bounds["country"]) if iso3 else None, "ucdp.where.area", name, None, None, iso3,
                 claims)


def _precision(spot: Spot) -> int | None:
    bounds = settings()["ucdp"]["where"]
    if spot.kind == "sea":
        return int(bounds["sea"])
    kind = kind_class(spot.kind)
    if kind == "country":
        return int(bounds["country"])
    if spot.geo_precision is None or spot.radius_km is None:
        return None
    if kind in ("governorate", "district") and not spot.contained:
        return int(bounds[kind])
    if spot.geo_precision == 1:
        return 1
    if spot.radius_km <= bounds["near_km"]:
        return 2
    return int(bounds["nature"])


def deaths_by_side(event: LinkedEvent, dyad: Dyad, best: int) -> dict[str, tuple[int | None, tuple[str, ...]]]:
    """The best count by side: deaths_a, deaths_b, deaths_civilians, and the rest, of whom no side is known.

    Their sum is `best`, None where nobody counts a side's; parts that are more than it are cut, the last ones first.
    """
    out: dict[str, tuple[int | None, tuple[str, ...]]] = {}
    left = best
    rest = [toll for toll in tolls(event, "killed") if toll.who is not None]
    sides = (("deaths_a", dyad.first), ("deaths_b", dyad.second), ("deaths_civilians", ()))
    for column, side in sides:
        found = [toll for toll in rest if toll.who is not None and (
            names.is_civilian(toll.who) if column == "deaths_civilians" else not names.is_civilian(toll.who)
            and _belongs(toll.who, side, dyad))]
        # the dead are of one side only, also where both sides are kin
        rest = [toll for toll in rest if toll not in found]
        number = min(left, sum(toll.best or toll.low or 0 for toll in found))
        left -= number
        counted = any(toll.best is not None or toll.low is not None for toll in found)
        out[column] = number if counted else None, _told(found)
    unknown = [*rest, *(toll for toll in tolls(event, "killed") if toll.who is None)]
    out["deaths_unknown"] = left if left or unknown else None, _told(unknown)
    return out


def _told(found: Iterable[Toll]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for toll in found for claim in toll.claims))


def _belongs(who: str, side: Sequence[str], dyad: Dyad) -> bool:
    """Whether the dead are of a side: one of its organisations, or an ally that is no nearer to the other side."""
    other = dyad.second if side is dyad.first else dyad.first
    if any(names.is_branch(who, one) for one in side):
        return True
    return names.within(who, side) and not names.within(who, other)


def priogrid(lat: float, lon: float) -> int:
    """The number of the PRIO-GRID cell (half a degree) of a point in degrees."""
    row = min(int((lat + 90) * _CELLS_A_DEGREE), 180 * _CELLS_A_DEGREE - 1)
    column = min(int((lon + 180) * _CELLS_A_DEGREE), _CELLS_A_ROW - 1)
    return row * _CELLS_A_ROW + column + 1


def _row(event: LinkedEvent, killed: Total, dyad: Dyad) -> Row:
    sheet = Sheet(CODING, ids(event.claims), (event.id,))
    row_id = str(number_of(event.id))
    assert event.earliest is not None and event.latest is not None
    best = next(n for n in (killed.best, killed.low, killed.high) if n is not None)
    sheet.put("id", int(row_id))
    sheet.put("relid", event.id)
    sheet.put("year", event.earliest.year)
    sheet.put("type_of_violence", dyad.violence, rule=f"ucdp.type.{dyad.violence}")
    name = f"{dyad.name_a} - {dyad.name_b}"
    sheet.put("conflict_name", name)
    sheet.put("dyad_name", name)
    sheet.put("side_a", dyad.name_a, rule="ucdp.side.government" if dyad.swapped else None)
    sheet.put("side_b", dyad.name_b)
    _put_sources(sheet, asserting(event) or event.claims)
    place = where(event)
    _put_place(sheet, place)
    aggregated = len(event.places.readings) > 1 and place.rule == "ucdp.where.area"
    sheet.put("event_clarity", 2 if aggregated else 1)
    sheet.put("date_prec", date_precision(event))
    sheet.put("date_start", event.earliest)
    sheet.put("date_end", event.latest)
    for column, (number, claims) in deaths_by_side(event, dyad, best).items():
        sheet.put(column, number, claims=claims)
    sheet.put("best", best, claims=killed.claims)
    sheet.put("low", killed.low, claims=killed.claims)
    sheet.put("high", killed.high, claims=killed.claims)
    for column, side in (("gwnoa", dyad.first), ("gwnob", dyad.second)):
        there = country(names.state_of(side[0]))
        sheet.put(column, there.gw if there else None)
    return sheet.row(row_id)


def _put_sources(sheet: Sheet, telling: Sequence[Claim]) -> None:
    sheet.put("number_of_sources", len(voices(telling)), claims=ids(telling))
    articles: dict[str, None] = {}
    for claim in telling:
        day = claim.published.isoformat() if claim.published else ""
        articles[f'"{outlet_name(claim) or ""},{day},{claim.url or claim.doc_id}"'] = None
    sheet.put("source_article", ";".join(articles), claims=ids(telling))
    sheet.put("source_office", ";".join(outlet_names(telling)), claims=ids(telling))
    days = sorted({claim.published for claim in telling if claim.published})
    sheet.put("source_date", ";".join(day.isoformat() for day in days), claims=ids(telling))
    speakers = dict.fromkeys(s.kind.replace("_", " ") for claim in telling for s in claim.event.attribution[:1])
    sheet.put("source_original", "; ".join(speakers), claims=ids(telling))


def _put_place(sheet: Sheet, place: Where) -> None:
    there = country(place.country)
    put = {"where_prec": place.precision, "where_coordinates": place.name, "adm_1": place.admin1,
           "adm_2": place.admin2, "latitude": place.lat, "longitude": place.lon,
           "country": there.name_ucdp or there.name if there else None, "country_id": there.gw if there else None,
           "region": there.region_ucdp if there else None}
    if place.lat is not None and place.lon is not None:
        put |= {"geom_wkt": f"POINT ({place.lon} {place.lat})", "priogrid_gid": priogrid(place.lat, place.lon)}
    for column, value in put.items():
        same = column in ("where_prec", "latitude", "longitude", "where_coordinates")
        sheet.put(column, value, claims=place.claims, rule=place.rule if same else None)
