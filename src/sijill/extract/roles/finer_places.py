"""The finer of two places told together: of "the camp of X (that stands) in the district of Y" an event is at X.

So it is of "in the province of Y in the district of X": the gold has the finer place behind in all but one of some
twenty.
"""

from __future__ import annotations

from typing import Final

from sijill.arabic.tokens import COMMAS
from sijill.documents import PlaceMention
from sijill.extract.clauses.view import View
from sijill.extract.tables.place_words import IN, PlaceWord, has_class, look_up
from sijill.replacing import replace

_WIDTHS: Final = {"quarter": 1, "village": 1, "area": 1, "front": 1, "settlement": 1, "camp": 1, "town": 2,
                 "subdistrict": 2, "district": 3, "city": 3, "governorate": 4, "region": 5, "country": 6}
_MOST_BETWEEN: Final = 6
_MOST_TOLD: Final = 8  # words of a relative clause that tells of a facility and where it is
# below this a mention is rather no place; one that only a preposition announces has as much
_SURE: Final = 0.6
# in which a finer place may be told behind, and what that is not
_WIDE: Final = frozenset({"country", "governorate"})
_NO_FINER: Final = frozenset({"front", "region", "valley"})
# what runs past a place and is no part of it ("near the border, south of Y"): in the gold 4 of 4 were not where it was
_LINES: Final = frozenset({"border", "river"})
_BETWEEN: Final = frozenset({"direction", "in"})
_DISTANCE: Final = frozenset({"part_adj", "against"})


def finer(view: View, number: int) -> int:
    """The finer place that the words before, or right behind, put into a place, or the place itself, by numbers."""
    return _finer_before(view, _finer_behind(view, number))


def _finer_behind(view: View, number: int) -> int:
    """The finer place that stands right behind a wide one with "in" before it, or the place itself."""
    place = view.places[number]
    if place.kind not in _WIDE or number + 1 >= len(view.places):
        return number
    behind = view.places[number + 1]
    if behind.kind is None or behind.kind in _NO_FINER or width(behind) >= width(place):
        return number
    # what lies around a town may lie in another province
    if behind.rule.startswith("anaphor") or behind.extent == "around" and width(behind):
        return number
    gap = view.tokens[place.last : behind.first]
    if gap and gap[0].norm in COMMAS:
        gap = gap[1:]
    words = [look_up(token.norm) for token in gap]
    if any(word is None or not _leads(word) for word in words):
        return number
    first = words[0] if words else None
    into = first.particles == IN or "in" in first.classes if first is not None else (
        behind.start > view.tokens[behind.first].start and view.tokens[behind.first].norm[0] == IN)
    return number + 1 if into else number


def _leads(word: PlaceWord) -> bool:
    """Whether a word may lead to a place: "in", of its kind, of its extent."""
    return word.kind is not None or not {"in", "direction", "extent"}.isdisjoint(word.classes)


def _finer_before(view: View, number: int) -> int:
    """The place that the words before put into a place, or the place itself: both by their numbers."""
    if not number:
        return number
    place, before = view.places[number], view.places[number - 1]
    if before.score < _SURE or before.first >= place.first or _is_side(view, before.first):
        return number
    if before.kind is None or before.kind in _LINES or width(before) >= width(place) or before.name == place.name:
        return number
    led = _leads_to(view, before, place) or not width(before) and _tells_where(view, before, place)
    return _finer_before(view, number - 1) if led else number


def _is_side(view: View, at: int) -> bool:
    """Whether a side is named at a token, and no house of one."""
    return view.actor_at[at] >= 0 and not has_class(view.tokens[at].norm, "house")


def _tells_where(view: View, before: PlaceMention, place: PlaceMention) -> bool:
    """Whether a relative clause without a pause tells where a facility is: "the school that houses them in X"."""
    tokens = view.tokens[before.last : place.first]
    told = len(tokens) <= _MOST_TOLD and "relative" in view.classes[before.last]
    if not told or any(token.kind != "word" for token in tokens):
        return False
    return _leads_to(view, replace(before, last=_last_preposition(view, before.last, place.first)), place)


def _last_preposition(view: View, first: int, last: int) -> int:
    """The last word before a place that is "in", or where the place's own first word is that."""
    return next((at for at in range(last - 1, first, -1) if "within" in view.classes[at]), last)


def width(place: PlaceMention) -> int:
    """How wide a place is: 0 of facilities."""
    return _WIDTHS.get(place.kind or "", 0)


def _leads_to(view: View, before: PlaceMention, place: PlaceMention) -> bool:
    """Whether nothing stands between two mentions but words that put the first into the second."""
    tokens = view.tokens[before.last : place.first]
    if len(tokens) > _MOST_BETWEEN or any(token.kind not in ("word", "number") for token in tokens):
        return False
    linked = place.start > view.tokens[place.first].start and view.tokens[place.first].norm[0] == IN
    for token in tokens:
        if token.kind == "number":
            continue
        word = look_up(token.norm)
        if word is None or word.definite or not _puts(word):
            return False
        linked = linked or not _BETWEEN.isdisjoint(word.classes) or word.particles == IN
    return linked


def _puts(word: PlaceWord) -> bool:
    """Whether a word may stand between a place and what holds it: "in", "in the south of", "in the town of"."""
    if word.particles not in ("", IN):
        return False
    if word.classes.get("extent") == "around" or not _DISTANCE.isdisjoint(word.classes):
        # "X, five kilometres south of Y"
        return True
    return word.kind is not None or not _BETWEEN.isdisjoint(word.classes) or word.classes.get("extent") == "countryside"
