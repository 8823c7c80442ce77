"""The coding of Airwars: harm to civilians, graded by who says so, with the lowest and the highest counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sijill.exports import actor_names as names
from sijill.exports.columns import settings
from sijill.exports.countries import country
from sijill.exports.deaths import Total, civilians, tolls
from sijill.exports.geography import country_of, spots
from sijill.exports.rows import Notes, Row, Sheet
from sijill.exports.tellers import asserting, ids, outlet_names, own_word, voices
from sijill.ledger import INDEPENDENT, Claim, LinkedEvent, Reading

CODING = "airwars"
CONFIRMED, FAIR, WEAK, CONTESTED, DISCOUNTED = "Confirmed", "Fair", "Weak", "Contested", "Discounted"
_TARGETED = "Violence against civilians"
_HARMS = ("killed", "wounded")
_FAIR_VOICES = 2


@dataclass(frozen=True, slots=True)
class Grade:
    """A grading: the word, the rule, the claims that decide it, and what else to know."""

    word: str
    rule: str
    claims: tuple[str, ...]
    note: str | None = None


def derive(events: Iterable[LinkedEvent], notes: Notes, made: int | None = None) -> Iterator[Row]:
    """Airwars' rows of the events in which civilians are said to be harmed, one each, in their order."""
    for event in events:
        rule = _left(event)
        if rule is not None:
            notes.leave(rule, event.id)
        else:
            yield _row(event)


def _left(event: LinkedEvent) -> str | None:
    if event.event_type not in settings()["airwars"]["types"]:
        return "airwars.left.type"
    if not harmed(event):
        return "airwars.left.no-civilians"
    if event.status in ("planned", "uncertain"):
        return f"left.{event.status}"
    # what is only denied has nobody who says so; what a person rejected has, and is discounted
    return "left.denied" if event.status == "denied" and not asserting(event) else None


def targeted(event: LinkedEvent) -> bool:
    """Whether civilians are who is acted on."""
    return event.event_type == _TARGETED or bool(event.actor2.value) and all(
        map(names.is_civilian, event.actor2.value or ()))


def harmed(event: LinkedEvent) -> bool:
    """Whether anybody says that civilians were killed or wounded, or were who was attacked."""
    return targeted(event) or any(toll.who is not None and names.is_civilian(toll.who)
                                  for kind in _HARMS for toll in tolls(event, kind))


def grade(event: LinkedEvent) -> Grade:
    """Airwars' grading of an event with harm to civilians, and why; the first rule that holds."""
    telling = asserting(event)
    if event.status == "rejected":
        return Grade(DISCOUNTED, "airwars.discounted.rejected", ids(event.claims))
    doers = tuple(one for reading in event.actor1.readings for one in reading.value if names.is_armed(one))
    admitted = [claim for claim in telling if _harms_civilians(claim)
                and own_word(claim, _doers(claim) or doers) is not None and _doers(claim)]
    if admitted:
        kinds = sorted({f"by its own {own_word(claim, _doers(claim))}" for claim in admitted})
        return Grade(CONFIRMED, "airwars.confirmed", ids(admitted), "; ".join(kinds))
    return (_discounted(event, telling) or _contested(event) or _supported(telling))


def _doers(claim: Claim) -> tuple[str, ...]:
    return tuple(actor.id for actor in claim.event.actor1 if names.is_armed(actor.id))


def _harms_civilians(claim: Claim) -> bool:
    event = claim.event
    return event.event_type == _TARGETED or any(names.is_civilian(actor.id) for actor in event.actor2) or any(
        toll.kind in _HARMS and toll.who is not None and names.is_civilian(toll.who) for toll in event.casualties)


def _discounted(event: LinkedEvent, telling: Sequence[Claim]) -> Grade | None:
    """Later shown to be false, or the dead to have been fighters, by one who is of no side or alleged it before."""
    alleging = [claim for claim in telling if _harms_civilians(claim)]
    days = [claim.published for claim in alleging if claim.published]
    if not days:
        return None
    accusers = {claim.bloc for claim in alleging}

    def later(claim: Claim) -> bool:
        return claim.published is not None and claim.published > max(days)

    def credible(claim: Claim) -> bool:
        knows = settings()["airwars"]["knows"]
        return claim.bloc == INDEPENDENT or claim.bloc in accusers or any(
            speaker.kind in knows for speaker in claim.event.attribution)

    denying = [c for c in event.claims if c.event.factuality == "denied" and later(c) and credible(c)]
    if denying:
        return Grade(DISCOUNTED, "airwars.discounted.denied", ids(denying))
    fighters = [c for c in telling if not _harms_civilians(c) and later(c) and credible(c) and _fighters(c)]
    return Grade(DISCOUNTED, "airwars.discounted.fighters", ids(fighters)) if fighters else None


def _fighters(claim: Claim) -> bool:
    """Whether a claim says that the harmed were fighters, and speaks of no others."""
    harmed_ones = [toll for toll in claim.event.casualties if toll.kind in _HARMS]
    return bool(harmed_ones) and all(toll.who is not None and names.is_armed(toll.who) for toll in harmed_ones)


def _contested(event: LinkedEvent) -> Grade | None:
    """Sources that name sides which do not fight together as the one that did it."""
    telling = set(ids(asserting(event)))
    heard = [Reading(r.value, tuple(c for c in r.claims if c in telling), r.blocs) for r in event.actor1.readings
             if telling.intersection(r.claims)]
    groups = names.rivals(heard)
    if len(groups) < 2:
        return None
    said = "; or ".join(", ".join(names.english(one) for one in group[0].value) for group in groups)
    return Grade(CONTESTED, "airwars.contested",
                 tuple(dict.fromkeys(claim for group in groups for r in group for claim in r.claims)), said)


def _supported(telling: Sequence[Claim]) -> Grade:
    heard = voices(telling)
    word, rule = (FAIR, "airwars.fair") if len(heard) >= _FAIR_VOICES else (WEAK, "airwars.weak")
    note = "; ".join(f"{kind} {name}".strip() for kind, name in sorted(heard))
    return Grade(word, rule, ids(telling), note or None)


def _row(event: LinkedEvent) -> Row:
    sheet = Sheet(CODING, ids(event.claims), (event.id,))
    telling = asserting(event) or event.claims
    sheet.put("incident_id", event.id)
    sheet.put("incident_date", event.earliest, note=_days(event))
    sheet.put("incident_date_end", event.latest)
    _put_place(sheet, event)
    sheet.put("type_of_strike", event.sub_event_type.value)
    sheet.put("weapon", event.weapon.value)
    groups = names.rivals(event.actor1.readings)
    alleged = dict.fromkeys(names.english(one) for group in groups for r in group for one in r.value)
    sheet.put("belligerents", tuple(alleged), claims=[c for r in event.actor1.readings for c in r.claims])
    victims = dict.fromkeys(names.english(one) for one in event.actor2.value or () if names.is_armed(one))
    sheet.put("targeted_belligerents", tuple(victims))
    graded = grade(event)
    sheet.put("civilian_harm_status", graded.word, rule=graded.rule, claims=graded.claims, note=graded.note)
    aimed = targeted(event)
    for kind, words in (("killed", "deaths"), ("wounded", "injuries")):
        _put_counts(sheet, words, civilians(event, kind, aimed), event, aimed, kind)
    _put_fighters(sheet, event)
    heard = voices(telling)
    sheet.put("number_of_sources", len(heard), claims=ids(telling))
    sheet.put("sources", outlet_names(event.claims))
    sheet.put("urls", tuple(dict.fromkeys(claim.url for claim in event.claims if claim.url)))
    denying = [claim for claim in event.claims if claim.event.factuality == "denied"]
    sheet.put("denied_by", outlet_names(denying), claims=ids(denying))
    return sheet.row(event.id)


def _days(event: LinkedEvent) -> str | None:
    return None if event.earliest is None or event.earliest == event.latest else "the earliest day it may have been"


def _put_counts(sheet: Sheet, words: str, found: Total, event: LinkedEvent, aimed: bool, kind: str) -> None:
    assumed = aimed and found.told and all(toll.who is None or not names.is_civilian(toll.who)
                                           for toll in tolls(event, kind))
    rule = "airwars.count.assumed" if assumed else None
    sheet.put(f"civilian_{words}_min", found.low, claims=found.claims, rule=rule)
    sheet.put(f"civilian_{words}_max", found.high, claims=found.claims, rule=rule)


def _put_fighters(sheet: Sheet, event: LinkedEvent) -> None:
    found = [toll for toll in tolls(event, "killed") if toll.who is not None and not names.is_civilian(toll.who)]
    lows = [toll.low for toll in found if toll.low is not None]
    highs = [toll.high for toll in found if toll.high is not None]
    claims = tuple(dict.fromkeys(claim for toll in found for claim in toll.claims))
    sheet.put("belligerent_deaths_min", sum(lows) if lows else None, claims=claims)
    sheet.put("belligerent_deaths_max", sum(highs) if highs else None, claims=claims)


def _put_place(sheet: Sheet, event: LinkedEvent) -> None:
    places = spots(event)
    there = country(country_of(places))
    sheet.put("country", there.name if there else None)
    if not places:
        return
    first = places[0]
    sheet.put("location_name", "; ".join(spot.name for spot in places))
    sheet.put("location_name_arabic", "; ".join(spot.name_ar for spot in places))
    sheet.put("region", first.admin1)
    sheet.put("latitude", first.lat, claims=first.claims)
    sheet.put("longitude", first.lon, claims=first.claims)
    sheet.put("geolocation_accuracy_km", first.radius_km, claims=first.claims)
