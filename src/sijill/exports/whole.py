"""Sijill's own coding: every field of an event, one row each, with what sources disagree on and who tells it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sijill.documents import PlaceArgument
from sijill.exports import actor_names as names
from sijill.exports.countries import country
from sijill.exports.deaths import tolls, total
from sijill.exports.geography import country_of, spots
from sijill.exports.rows import Notes, Row, Sheet
from sijill.exports.tellers import ids
from sijill.ledger import TOLL_KINDS, Field, LinkedEvent, Toll
from sijill.linked_records import dissent
from sijill.records import ACTOR_ROLES

CODING = "sijill"


def derive(events: Iterable[LinkedEvent], notes: Notes, made: int | None = None) -> Iterator[Row]:
    """Sijill's rows of events, one each, in their order; nothing is left out."""
    for event in events:
        yield _row(event)


def _row(event: LinkedEvent) -> Row:
    sheet = Sheet(CODING, ids(event.claims), (event.id,))
    sheet.put("event_id", event.id)
    sheet.put("status", event.status)
    sheet.put("event_type", event.event_type)
    sheet.put("sub_event_type", event.sub_event_type.value, claims=_claims(event.sub_event_type))
    for role in ACTOR_ROLES:
        found: Field[tuple[str, ...]] = getattr(event, role)
        sheet.put(role, found.value or (), claims=_claims(found))
        sheet.put(f"{role}_names", tuple(map(names.english, found.value or ())), claims=_claims(found))
    _put_places(sheet, event)
    sheet.put("earliest", event.earliest)
    sheet.put("latest", event.latest)
    sheet.put("time_precision", event.time_precision)
    for kind in TOLL_KINDS:
        found_tolls = tolls(event, kind)
        sheet.put(kind, tuple(map(_toll, found_tolls)), claims=dict.fromkeys(c for t in found_tolls for c in t.claims))
    counted = total(event, "killed")
    for column, number in (("low", counted.low), ("best", counted.best), ("high", counted.high)):
        sheet.put(f"killed_{column}", number, claims=counted.claims)
    sheet.put("weapon", event.weapon.value, claims=_claims(event.weapon))
    sheet.put("factuality", event.factuality.value, claims=_claims(event.factuality))
    sheet.put("blocs", tuple(f"{bloc}={count}" for bloc, count in event.blocs))
    sheet.put("one_sided", event.one_sided)
    disputed = dissent(event)
    sheet.put("disputed", tuple(disputed))
    sheet.put("dissent", json.dumps(disputed, ensure_ascii=False, sort_keys=True) if disputed else None)
    sheet.put("claims", ids(event.claims))
    sheet.put("articles", tuple(dict.fromkeys(claim.article_id for claim in event.claims)))
    sheet.put("doc_ids", tuple(dict.fromkeys(claim.doc_id for claim in event.claims)))
    sheet.put("sources", tuple(dict.fromkeys(claim.source for claim in event.claims if claim.source)))
    sheet.put("urls", tuple(dict.fromkeys(claim.url for claim in event.claims if claim.url)))
    days = sorted(claim.published for claim in event.claims if claim.published)
    sheet.put("first_published", days[0] if days else None)
    sheet.put("last_published", days[-1] if days else None)
    sheet.put("links", tuple(f"{link.claim}~{link.other or '-'} {link.weight:g}{f' by {link.by}' if link.by else ''}"
                             for link in event.links))
    return sheet.row(event.id)


def _put_places(sheet: Sheet, event: LinkedEvent) -> None:
    readings = event.places.readings
    places = [reading.value for reading in readings]
    finest = spots(event)
    there = country(country_of(finest))
    claims = _claims(event.places)
    sheet.put("places", tuple(place.name for place in places), claims=claims)
    sheet.put("place_extents", tuple(f"{p.name}={p.extent}" for p in places if p.extent != "whole"), claims=claims)
    sheet.put("place_ids", tuple(p.grounding.place_id for p in places if p.grounding), claims=claims)
    sheet.put("place_points", tuple(map(_point, places)), claims=claims)
    sheet.put("country", there.name if there else None, claims=claims)
    first = finest[0] if finest else None
    sheet.put("place_name", first.name if first else None, claims=first.claims if first else ())
    if first is not None:
        for column, value in (("admin1", first.admin1), ("latitude", first.lat), ("longitude", first.lon),
                              ("radius_km", first.radius_km), ("geo_precision", first.geo_precision)):
            sheet.put(column, value, claims=first.claims)


def _point(place: PlaceArgument) -> str:
    where = place.grounding
    return "" if where is None or where.lat is None else f"{place.name}={where.lat},{where.lon}"


def _toll(toll: Toll) -> str:
    low, best, high = ("?" if n is None else str(n) for n in (toll.low, toll.best, toll.high))
    return f"{low}..{best}..{high} {toll.who or '?'}"


def _claims(found: Field[Any]) -> tuple[str, ...]:
    """The claims of the best reading."""
    return found.readings[0].claims if found.readings else ()
