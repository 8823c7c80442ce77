"""Linked events written by hand, and any that a record may hold, for the tests of exports."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from sijill.documents import (
    ActorArgument,
    Casualty,
    Container,
    Event,
    Grounding,
    PlaceArgument,
    Speaker,
    TimeArgument,
    Trigger,
    Weapon,
)
from sijill.ledger import Claim, Field, Link, LinkedEvent, Reading, Toll

V = TypeVar("V")
DAY = dt.date(2015, 6, 25)
SENTENCE = "قال ناشطون إن عشرات القذائف سقطت على القرية صباح اليوم"
SYRIA = Container("سوريا", "country")
HASAKAH = Container("محافظة الحسكة", "governorate")
CITY = Container("الحسكة", "city")


def place(name: str = "غويران", place_id: str = "syr-hasakah-ghuwayran", kind: str = "quarter",
          lat: float | None = 36.486, lon: float | None = 40.753, radius: float | None = 1.0, precision: int | None = 1,
          chain: Sequence[Container] = (CITY, HASAKAH, SYRIA), reasons: Sequence[str] = ()) -> PlaceArgument:
    """A place with its point."""
    return PlaceArgument(0, 4, name, "whole", None, "test", 1.0, Grounding(
        place_id, name, kind, lat, lon, radius, precision, tuple(chain), 0.9, (), tuple(reasons)))


NASHWA = place("النشوة", "syr-hasakah-nashwa", lat=36.488, lon=40.735)
WHOLE_CITY = place("الحسكة", "geonames:173811", "city", 36.502, 40.748, 5.0, 1, (HASAKAH, SYRIA))
COUNTRY = place("سوريا", "country:SYR", "country", None, None, None, None, ())


def claim(number: int = 1, *, sub: str = "Shelling/artillery/missile attack", kind: str = "Explosions/Remote violence",
          actor1: Sequence[str] = ("SYR_ARMY",), actor2: Sequence[str] = ("CIVILIANS",), source: str | None = None,
          bloc: str = "unknown", published: dt.date | None = DAY, copy_of: str | None = None,
          factuality: Any = "asserted", tolls: Sequence[tuple[str, int | None, int | None, str | None]] = (),
          speakers: Sequence[tuple[int, int, str]] = (), sentence: str = SENTENCE) -> Claim:
    """A claim of an article of its own."""
    event = Event(
        f"c{number}", Trigger(0, 3, 0, "", "verb", "", sub, 1.0, "lexicon"), sub, kind,
        tuple(ActorArgument(4, 9, a, "r") for a in actor1), tuple(ActorArgument(4, 9, a, "r") for a in actor2), (), (),
        (), TimeArgument(None, None, DAY, DAY, "day"), tuple(Casualty(0, 3, *toll, "r") for toll in tolls),
        tuple(Speaker(first, last, said, "r") for first, last, said in speakers), factuality, "default", None)
    return Claim(f"c{number}", f"a{number}", f"d{number}", source, None, bloc, None, published, copy_of, event,
                 sentence, 0)


def field(*values: V, claims: Sequence[str] = ("c1",)) -> Field[V]:
    """A field whose readings are these values, the first by all claims but the last ones."""
    last = len(claims) - 1
    return Field(tuple(Reading(value, (claims[min(n, last)],), ("unknown",)) for n, value in enumerate(values)))


def event(claims: Sequence[Claim] = (), *, id: str = "e1", places: Sequence[PlaceArgument] | None = None,
          earliest: dt.date | None = DAY, latest: dt.date | None = DAY, tolls: Sequence[Toll] = (),
          status: Any = "asserted", sub: str | None = None, **changes: Any) -> LinkedEvent:
    """An event by consensus of its claims; what is not given is that of the first claim."""
    told = tuple(claims) or (claim(),)
    first = told[0].event
    here = (place(),) if places is None else places
    actors = {role: field(tuple(a.id for a in getattr(first, role)), claims=[told[0].id])
              for role in ("actor1", "actor2", "assoc_actor1", "assoc_actor2") if getattr(first, role)}
    made = LinkedEvent(
        id, told, (Link(told[0].id, None, 0.0),), first.event_type, field(sub or first.sub_event_type),
        actors.get("actor1", Field()), actors.get("actor2", Field()), Field(), Field(), field(*here), earliest, latest,
        1, tuple(tolls), Field(), field(first.factuality), status, (("unknown", len(told)),), None)
    return replace(made, **changes)


def killed(low: int | None, best: int | None = None, high: int | None = None, who: str | None = "CIVILIANS",
           claims: Sequence[str] = ("c1",), kind: str = "killed") -> Toll:
    """A toll; with one number all three are it."""
    same = best is None and high is None
    return Toll(kind, who, low, low if same else best, low if same else high, tuple(claims))


# marks of direction, quotes, ends of lines, formulas, what no encoding holds: whatever an article may bring
NASTY = st.text(st.one_of(
    st.sampled_from(list("=+-@|\\'\",;\t\r\n\u200e\u200f\u202e\u2067\u2069\ufeff\u2028\u0085\x00\u0640\u064bابجد ١")),
    st.characters(codec="utf-8"), st.characters(categories=("Cs",), max_codepoint=0xDFFF)), max_size=12)
_IDS = st.one_of(st.sampled_from(["SYR_ARMY", "IS", "YPG", "CIVILIANS", "PROTESTERS", "RUS_AF", "US_COALITION", "UN",
                                  "UNIDENTIFIED_GUNMEN", "COUNTRY:TUR", "NEW:Sons of the Valley"]), NASTY)
_SIDES = st.lists(_IDS, max_size=3).map(tuple)
_TYPES = st.sampled_from([
    ("Armed clash", "Battles"), ("Government regains territory", "Battles"),
    ("Non-state actor overtakes territory", "Battles"), ("Air/drone strike", "Explosions/Remote violence"),
    ("Attack", "Violence against civilians"), ("Mob violence", "Riots"), ("Peaceful protest", "Protests"),
    ("Other", "Strategic developments"), ("Aid", "Humanitarian"), ("Talks", "Diplomacy"), ("?", "?")])
_DAYS = st.one_of(st.none(), st.dates(dt.date(2010, 1, 1), dt.date(2025, 12, 31)))
_COUNTS = st.one_of(st.none(), st.integers(0, 10**6))
_FLOATS = st.one_of(st.none(), st.floats())
_SPANS = st.tuples(st.integers(-3, 80), st.integers(-3, 80))


@st.composite
def _places(draw: Any) -> PlaceArgument:
    where = draw(st.one_of(st.none(), st.builds(
        Grounding, NASTY, NASTY, st.sampled_from(["quarter", "city", "governorate", "country", "sea", "road", "?"]),
        _FLOATS, _FLOATS, _FLOATS, st.sampled_from([None, 1, 2, 3]),
        st.lists(st.builds(Container, NASTY, st.sampled_from(["city", "district", "governorate", "country"])),
                 max_size=3).map(tuple), st.just(0.5), st.just(()), st.just(()))))
    start, end = draw(_SPANS)
    extent = draw(st.sampled_from(["whole", "part", "edge"]))
    return PlaceArgument(start, end, draw(NASTY), extent, draw(NASTY), "r", 1.0, where)


@st.composite
def _claims(draw: Any, number: int) -> Claim:
    sub, kind = draw(_TYPES)
    a, b = draw(_SPANS)
    sides = [tuple(ActorArgument(a, b, one, "r") for one in draw(_SIDES)) for _ in range(4)]
    made = Event(
        f"c{number}", Trigger(a, b, 0, "", "", "", sub, 1.0, draw(NASTY)), sub, kind, *sides, (draw(_places()),),
        TimeArgument(draw(st.none() | st.integers(0, 9)), draw(st.none() | st.integers(0, 9)), draw(_DAYS), draw(_DAYS),
                     "r"),
        (Casualty(a, b, "killed", draw(_COUNTS), draw(_COUNTS), draw(st.none() | _IDS), "r"),),
        (Speaker(a, b, draw(st.sampled_from(["belligerent", "monitor"])), "r"),),
        draw(st.sampled_from(["asserted", "denied", "planned", "uncertain"])), "r",
        draw(st.none() | st.just(Weapon(a, b, "r"))))
    return Claim(f"c{number}", draw(NASTY), draw(NASTY), draw(st.none() | NASTY), None,
                 draw(st.sampled_from(["unknown", "independent", "syr_gov", "opposition"])), draw(st.none() | NASTY),
                 draw(_DAYS), draw(st.none() | NASTY), made, draw(NASTY), draw(st.integers(0, 40)))


@st.composite
def linked_events(draw: Any, id: str = "e1") -> LinkedEvent:
    """Any event that the types allow, sensible or not."""
    claims = tuple(draw(_claims(number)) for number in range(draw(st.integers(1, 3))))
    ids = tuple(c.id for c in claims)
    sub, kind = draw(_TYPES)

    def any_field(values: Any) -> Any:
        found = draw(st.lists(values, max_size=3))
        return Field(tuple(Reading(v, ids[n % len(ids):], ("unknown",)) for n, v in enumerate(found)))

    tolls = draw(st.lists(st.builds(
        Toll, st.sampled_from(["killed", "wounded", "missing"]), st.none() | _IDS, _COUNTS, _COUNTS, _COUNTS,
        st.just(ids)), max_size=4))
    return LinkedEvent(
        id, claims, tuple(Link(c, None, draw(st.floats(allow_nan=False, allow_infinity=False))) for c in ids), kind,
        draw(st.sampled_from([field(sub, claims=ids), Field()])), any_field(_SIDES), any_field(_SIDES),
        any_field(_SIDES), any_field(_SIDES), any_field(_places()), draw(_DAYS), draw(_DAYS),
        draw(st.sampled_from([None, 1, 2, 3])), tuple(tolls), any_field(NASTY), any_field(st.just("asserted")),
        draw(st.sampled_from(["asserted", "denied", "planned", "uncertain", "disputed", "rejected"])),
        (("unknown", len(claims)),), draw(st.none() | st.just("syr_gov")))


some_events = st.integers(0, 4).flatmap(lambda n: st.tuples(*(linked_events(f"e{k}") for k in range(n))))
