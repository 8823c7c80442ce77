"""Places that are sides: a country, capital or brigade that does a deed is, by that word, not where it is done; behind
"in" it is nobody who does or suffers one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View

# a country, and a unit without a name ("the 35th Brigade"), by whose number its camp goes too
_BOTH: Final = ("COUNTRY:", "HEAD:")
_PREPOSITION: Final = "preposition"


def is_the_doer(view: View, place: int, doers: Sequence[int]) -> bool:
    """Whether a place is the very word that names the state, its capital or a unit, as the first side of an event.

    Behind a preposition ("in A") the word names a place, whoever was taken for the doer.
    """
    mention = view.places[place]
    for number in doers:
        side = view.actors[number]
        if side.first != mention.first or all(not one.startswith(_BOTH) for one in side.ids):
            continue
        bare = side.start == view.tokens[side.first].start
        return bare and not (side.first and _PREPOSITION in view.classes[side.first - 1])
    return False


def only_places(view: View) -> frozenset[int]:
    """The mentions of sides that are where something is: a country or capital right behind "in", "east of" or "off".

    Of some 2,000 countries so named in the training articles none was a side.
    """
    return frozenset([
        number for number, mention in enumerate(view.actors) if _is_where(view, mention.first, mention.last)])


def _is_where(view: View, first: int, last: int) -> bool:
    """Whether some tokens are the name of a place, all of it, behind "in"."""
    place = view.place_at[first]
    if place < 0 or view.places[place].first != first or view.places[place].last != last or first == 0:
        return False
    return is_word(view, first - 1, "where") and view.actor_at[first - 1] < 0
