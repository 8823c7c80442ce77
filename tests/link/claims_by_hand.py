"""Claims made by hand for the tests of linking."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from sijill.documents import (
    ActorArgument,
    Casualty,
    Container,
    Event,
    Factuality,
    Grounding,
    PlaceArgument,
    TimeArgument,
    Trigger,
)
from sijill.ledger import Claim
from sijill.resources import table

PLACES = {"عفرين": (36.512, 36.869, "town", "محافظة حلب"), "اعزاز": (36.586, 37.044, "city", "محافظة حلب"),
          "كنصفرة": (35.66, 36.49, "village", "محافظة إدلب"), "البارة": (35.68, 36.54, "village", "محافظة إدلب"),
          "الرقة": (35.95, 39.01, "city", "محافظة الرقة"), "ريف حلب": (36.52, 36.9, "governorate", "محافظة حلب")}
TYPES = {row["sub_event_type"]: row["event_type"] for row in table("ontology.tsv", ("sub_event_type", "event_type"))}


def place(name: str, radius: float = 2.0) -> PlaceArgument:
    """A place as the coder gives it; without a point where PLACES has none."""
    known = PLACES.get(name)
    found = None
    if known:
        chain = (Container(known[3], "governorate"), Container("سوريا", "country"))
        found = Grounding(f"test:{name}", name, known[2], known[0], known[1], radius, 1, chain, 0.9, (), ())
    return PlaceArgument(0, 3, name, "whole", None, "name", 1.0, found)


def claim(article: str = "a", day: str | None = "2022-01-20", where: Sequence[str] = ("عفرين",),
          kind: str = "Shelling/artillery/missile attack", doer: Sequence[str] = ("SDF",),
          target: Sequence[str] = ("CIVILIANS",), killed: tuple[int | None, int | None] | None = None,
          wounded: tuple[int | None, int | None] | None = None, factuality: Factuality = "asserted",
          sentence: str = "سقطت قذائف على المدينة", source: str | None = None, bloc: str = "unknown",
          copy_of: str | None = None, published: str | None = None, position: int = 0) -> Claim:
    """A claim of an article; its id is of all that it says."""
    told = dt.date.fromisoformat(day) if day else None
    tolls = tuple(Casualty(0, 3, name, *given, "CIVILIANS", "toll")
                  for name, given in (("killed", killed), ("wounded", wounded)) if given)
    parts = (article, day, where, kind, doer, target, tolls, factuality, sentence, position)
    mark = hashlib.blake2b(repr(parts).encode(), digest_size=8).hexdigest()
    event = Event(
        mark, Trigger(position, position + 3, 0, "قصف", "noun", "frame", kind, 1.0, "lexicon"), kind, TYPES[kind],
        tuple(ActorArgument(0, 3, one, "name") for one in doer),
        tuple(ActorArgument(0, 3, one, "name") for one in target), (), (), tuple(place(name) for name in where),
        TimeArgument(None, None, told, told, "news"), tolls, (), factuality, "told", None)
    day_out = dt.date.fromisoformat(published) if published else told
    return Claim(mark, article, f"doc-{article}", source, None, bloc, None, day_out, copy_of, event, sentence, position)

