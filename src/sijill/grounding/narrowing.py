"""Narrowing: where in a wide area an article plays, by the villages and quarters that it names inside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.grounding.candidates import Candidate
from sijill.grounding.names import name_keys
from sijill.grounding.places import apart, to_vector
from sijill.grounding.precision import Spot
from sijill.grounding.resolve import Anchor
from sijill.replacing import replace

_WIDE_KM: Final = 10.0
_REACH: Final = 1.4
_FARTHEST_KM: Final = 90.0
_SMALL: Final = frozenset({"settlement", "quarter", "facility"})
_SENTENCES: Final = 4.0


def narrowed(where: Spot, area: Candidate, anchors: Sequence[Anchor], sentence: int | None) -> Spot:
    """The spot of a wide area moved to the place inside it that the article tells of most; its radius stays.

    A report opens with "the countryside of Idlib" and names the village later: the village is a better guess
    than the middle, but no more than a guess, which is why neither radius nor precision change.
    """
    if where.lat is None or where.lon is None or where.radius_km is None or where.radius_km < _WIDE_KM:
        return where
    center = to_vector(where.lat, where.lon)
    keys = name_keys(area.place.name)
    itself = {area.place.id, *area.also}
    best: tuple[float, Anchor] | None = None
    for anchor in anchors:
        one = anchor.candidate
        if one.kind not in _SMALL or keys is not None and anchor.key == keys.bare or one.place.id in itself:
            continue
        gap = apart(center, anchor.vector)
        named = keys is not None and keys.bare in one.inside
        reach = min(_FARTHEST_KM, where.radius_km * (_REACH if named or where.reason else 1.0))
        if gap > reach:
            continue
        weight = anchor.weight * anchor.mentions ** 0.5 / (1 + _away(anchor, sentence) / _SENTENCES)
        if best is None or weight > best[0]:
            best = weight, anchor
    if best is None:
        return where
    place = best[1].candidate.place
    assert place.lat is not None and place.lon is not None
    reason = f"the article names {place.name} inside it"
    return replace(where, lat=round(place.lat, 5), lon=round(place.lon, 5),
                   reason=f"{where.reason}; {reason}" if where.reason else reason)


def _away(anchor: Anchor, sentence: int | None) -> int:
    """How many sentences lie between a mention and the anchor's nearest one."""
    if sentence is None or not anchor.sentences:
        return 5
    return min(abs(sentence - one) for one in anchor.sentences)
