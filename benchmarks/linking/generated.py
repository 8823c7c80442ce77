"""Claims made up for the measure of scale: events over time and places, each told by some articles, not all alike.

A few cities have many events a day, most villages one in months; a tenth of the articles give no day, an eighth of
them only an area. Words are drawn as often as they stand in the news.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterator

from sijill.documents import (
    ActorArgument,
    Casualty,
    Container,
    Event,
    Grounding,
    PlaceArgument,
    TimeArgument,
    Trigger,
)
from sijill.grounding.places import Place
from sijill.grounding.tables import own_places
from sijill.ledger import Claim
from sijill.resources import table

A_DAY = 250
"""Claims a day."""
FIRST = dt.date(2013, 1, 1)
TYPES = (("Shelling/artillery/missile attack", "Explosions/Remote violence", "قصف", 8),
         ("Air/drone strike", "Explosions/Remote violence", "غارة", 4), ("Armed clash", "Battles", "اشتباكات", 5),
         ("Remote explosive/landmine/IED", "Explosions/Remote violence", "انفجار", 2),
         ("Attack", "Violence against civilians", "مقتل", 2), ("Arrests", "Strategic developments", "اعتقال", 2),
         ("Government regains territory", "Battles", "السيطرة", 1))
SIDES = ("SYR_ARMY", "SDF", "SNA", "HTS", "IS", "TUR_ARMED", "RUS_AF", "FSA")
OUTLETS = (("Shaam Network", "opposition"), ("SANA", "syr_gov"), ("Hawar News", "kurdish"), ("Reuters", "independent"),
           ("Anadolu", "turkey"), ("Enab Baladi", "independent"), ("RT", "russia"), (None, "unknown"))

def generated(count: int, seed: int = 7) -> tuple[list[Claim], dict[str, int]]:
    """That many claims, and the number of the event that each tells, by claim id."""
    chance = random.Random(seed)
    places = _places(chance)
    vocabulary = _vocabulary()
    shares = [1.0 / (rank + 3) for rank in range(len(places))]
    days = max(1, count // A_DAY)
    claims: list[Claim] = []
    truth: dict[str, int] = {}
    number = 0
    while len(claims) < count:
        number += 1
        place = chance.choices(places, shares)[0]
        day = FIRST + dt.timedelta(days=chance.randrange(days))
        for claim in _told(chance, vocabulary, number, place, day):
            if len(claims) < count:
                claims.append(claim)
                truth[claim.id] = number
    return claims, truth


def _vocabulary() -> tuple[list[str], list[float]]:
    """Words of the news and how often each stands in them."""
    rows = table("word_rarity.tsv", ("stem", "bits"))
    return [row["stem"] for row in rows], [2.0 ** -float(row["bits"]) for row in rows]


def _places(chance: random.Random) -> list[Place]:
    rank = {"city": 0, "town": 1, "village": 2, "quarter": 2}
    found = [p for p in own_places() if p.country == "SYR" and p.lat is not None and p.kind in rank]
    chance.shuffle(found)
    return sorted(found, key=lambda p: rank[p.kind])


def _told(chance: random.Random, vocabulary: tuple[list[str], list[float]], number: int, place: Place,
          day: dt.date) -> Iterator[Claim]:
    sub, kind, word, _ = chance.choices(TYPES, [t[3] for t in TYPES])[0]
    sides = chance.sample(SIDES, 2)
    killed = chance.choice((None, None, None, 1, 1, 2, 3, 4, 5, 7, 12))
    wounded = chance.choice((None, None, 1, 2, 3, 5, 8, 10, 14, 20))
    words = chance.choices(*vocabulary, k=16)
    for teller in range(chance.choices((1, 2, 3, 5, 8), (8, 5, 3, 2, 1))[0]):
        source, bloc = chance.choice(OUTLETS)
        told = chance.sample(words, 7) + chance.choices(*vocabulary, k=9)
        sentence = f"{word} {place.name} " + " ".join(told)
        unsaid, off = chance.random() < 0.1, chance.random() < 0.1
        tolls = tuple(Casualty(0, 3, which, n + (off and chance.random() < 0.5), n, None, "made")
                      for which, n in (("killed", killed), ("wounded", wounded)) if n and chance.random() < 0.7)
        time = TimeArgument(None, None, None if unsaid else day - dt.timedelta(days=1), None if unsaid else day, "news")
        mark = hashlib.blake2b(f"{number}/{teller}".encode(), digest_size=8).hexdigest()
        event = Event(
            mark, Trigger(0, len(word), 0, word, "noun", "made", sub, 1.0, "made"), sub, kind,
            tuple(ActorArgument(0, 3, one, "made") for one in sides[:1]),
            tuple(ActorArgument(0, 3, one, "made") for one in sides[1:] if chance.random() < 0.8), (), (),
            (_argument(chance, place),), time, tolls, (), "denied" if chance.random() < 0.02 else "asserted", "made",
            None)
        yield Claim(mark, f"a{mark}", f"d{mark}", source, None, bloc, None, None if unsaid else day, None, event,
                    sentence, 0)


def _argument(chance: random.Random, place: Place) -> PlaceArgument:
    assert place.lat is not None and place.lon is not None
    wide = chance.random() < 0.12
    chain = tuple(Container(name, "governorate") for name in place.within)
    found = Grounding(place.id, place.name, place.kind, place.lat, place.lon,
                      25.0 if wide else place.radius_km or 3.0, 3 if wide else 1, chain, 0.9, (), ())
    return PlaceArgument(0, 3, place.name, "countryside" if wide else "whole", None, "made", 0.9, found)
