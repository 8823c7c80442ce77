"""Further places of an event, which no list joins: "strikes on A in P and on B in Q"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS
from sijill.arabic.tokens import BREAKS, COMMAS
from sijill.extract.clauses.taking_words import is_word, names
from sijill.extract.clauses.view import View
from sijill.extract.places.lists import leads_into
from sijill.extract.roles.finer_places import width
from sijill.extract.stance.place_leads import OPENS, WORD, lead
from sijill.extract.tables.place_words import has_class
from sijill.extract.tolls.words import toll_words

_MOST_BETWEEN: Final = 8
_NOT_BETWEEN: Final = frozenset({"relative", "subordinate", "after", "had", "was", "before_verb"})
# from a place back to the direction in which something lies from it, its kind between
_TO_DIRECTION: Final = 2
_WIDE: Final = 4  # how wide a province is
_AND: Final = CONJUNCTIONS[0]


def further(view: View, at: int, chosen: Sequence[int], groups: Mapping[int, tuple[int, ...]]) -> list[int]:
    """The places of the event that a word at a token tells, with those that the sentence goes on to.

    "And" begins what they are told with, and "in", "on", "near" or a direction leads to each: where the gold has the
    first, it has the second in 10 of 11.
    """
    found = list(chosen)
    while found and view.places[found[-1]].first > at:
        following = _following(view, max(found))
        if following is None:
            break
        found += groups.get(following, (following,))
    return found


def _following(view: View, last: int) -> int | None:
    """The next place told of the same event."""
    places, number = view.places, view.sentence_at[view.places[last].first]
    before = end = last
    while end + 1 < len(places) and leads_into(view.tokens, places[end].last, places[end + 1].first):
        end += 1
    following = end + 1
    if following >= len(places) or view.sentence_at[places[following].first] != number:
        return None
    gap = range(places[end].last, places[following].first)
    if gap and view.tokens[gap[0]].norm in COMMAS:
        gap = gap[1:]
    if not gap or len(gap) > _MOST_BETWEEN or not _goes_on(view, gap):
        return None
    one, other = places[before], places[following]
    if other.rule.startswith("anaphor") or _on_the_way(lead(view, one)[0]) or not _is_where(view, following):
        return None
    if width(one) < _WIDE <= width(other):
        return None  # "and the farms in the province of Q"
    again = _another(view, gap[0]) or "preposition" in view.classes[gap[0]] or has_class(
        view.tokens[gap[0]].norm, "part_adj")
    if other.extent == "around" and not again:
        return None  # "the farms, and the stores near Q"
    return following


def _goes_on(view: View, gap: range) -> bool:
    """Whether the words between two places begin with "and" or "besides" and tell of nothing done."""
    tokens = view.tokens
    first = tokens[gap[0]].norm
    if not (first[:1] in _AND and len(first) > 1 or has_class(first, "besides")) or is_word(view, gap[0], "it"):
        return False
    return not any(
        tokens[i].norm in BREAKS or view.classes[i] & _NOT_BETWEEN or has_class(tokens[i].norm, "verb")
        or view.hits[i] is not None for i in gap)


def _another(view: View, at: int) -> bool:
    """Whether "and" and "another" or "others" are the word at a token."""
    lists, word = toll_words().lists, view.tokens[at].norm[1:]
    return word in lists["another"] or word in lists["other"]


def _is_where(view: View, number: int) -> bool:
    """Whether "in", "on", "near" or a direction leads to a place."""
    place = view.places[number]
    led = lead(view, place)[0]
    if led in (OPENS, WORD):
        return any(has_class(view.tokens[i].norm, "direction") for i in range(place.first - _TO_DIRECTION, place.first))
    return not _on_the_way(led)


def _on_the_way(led: str) -> bool:
    """Whether a preposition says whence or whither something goes, or between what, and not where it is."""
    return len(led) > 1 and names(led, "no_place")
