"""Identity: which id an event bears, so that it is the same event after more reports of it have come."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sijill.ledger import Claim

Age = tuple[dt.date, str]


def age(claim: Claim) -> Age:
    """What claims are put in order by: the day of publication, unknown ones last, and the id."""
    return claim.published or dt.date.max, claim.id


def event_ids(events: Sequence[Sequence[Claim]], previous: Mapping[str, str], elsewhere: Collection[str] = ()
              ) -> list[str]:
    """The ids of events, given as their claims: old ones where `previous` (claim id -> event id) has them.

    Of an event that fell apart the part with most of its claims keeps the id (with the oldest claim, if several
    have as many); an event that several have merged into bears the id of the oldest of them. New ids are 16
    hexadecimal digits of the claims, and none that is borne `elsewhere`.
    """
    parts: dict[str, Counter[int]] = {}
    oldest: dict[str, Age] = {}
    for number, claims in enumerate(events):
        for claim in claims:
            old = previous.get(claim.id)
            if old is not None:
                parts.setdefault(old, Counter())[number] += 1
                oldest[old] = min(oldest.get(old, age(claim)), age(claim))
    first = [min(age(c) for c in claims if c.id in previous) if any(c.id in previous for c in claims)
             else min(age(c) for c in claims) for claims in events]
    heirs: dict[int, str] = {}
    for old in sorted(parts, key=lambda one: (oldest[one], one)):
        heir = min(parts[old], key=lambda number: (-parts[old][number], first[number]))
        heirs.setdefault(heir, old)
    taken = set(heirs.values()).union(elsewhere)
    out = []
    for number, claims in enumerate(events):
        found = heirs.get(number)
        salt = 0
        while found is None or (number not in heirs and found in taken):
            found = new_id([c.id for c in claims], salt)
            salt += 1
        taken.add(found)
        out.append(found)
    return out


def new_id(claims: Sequence[str], salt: int = 0) -> str:
    """The id of an event that was not there before."""
    mark = "\n".join([*sorted(claims), str(salt) if salt else ""])
    return hashlib.blake2b(mark.encode(), digest_size=8).hexdigest()
