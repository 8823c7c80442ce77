"""The finer of two places told together: of "the camp of X (that stands) in the district of Y" an event is at X."""

from __future__ import annotations

from typing import Final

from sijill.documents import PlaceMention
from sijill.extract.clauses.view import View
from sijill.extract.tables.place_words import IN, PlaceWord, look_up
from sijill.replacing import replace

_WIDTHS: Final = {"quarter": 1, "village": 1, "area": 1, "front": 1, "settlement": 1, "camp": 1, "town": 2,
                 "subdistrict": 2, "district": 3, "city": 3, "governorate": 4, "region": 5, "country": 6}
_MOST_BETWEEN: Final = 6
_MOST_TOLD: Final = 8  # words of a relative clause that tells of a facility and where it is
# below this a mention is rather no place; one that only a preposition announces has as much
_SURE: Final = 0.6
# what runs past a place and is no part of it ("near the border, south of Y"): in the gold 4 of 4 were not where it was
_LINES: Final = frozenset({"border", "river"})
_BETWEEN: Final = frozenset({"direction", "in"})
_DISTANCE: Final = frozenset({"part_adj", "against"})


def finer(view: View, number: int) -> int:
    """The place that the words before put into a place, or the place itself: both by their numbers."""
    if not number:
        return number
    place, before = view.places[number], view.places[number - 1]
    if before.score < _SURE or before.first >= place.first or view.actor_at[before.first] >= 0:
        return number
    if before.kind is None or before.kind in _LINES or width(before) >= width(place) or before.name == place.name:
        return number
    led = _leads_to(view, before, place) or not width(before) and _tells_where(view, before, place)
    return finer(view, number - 1) if led else number


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
