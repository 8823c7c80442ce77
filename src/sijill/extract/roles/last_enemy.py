"""The enemy in a battle whose own words name none: the one that the text has named last (codebook, decision 5).

Where the text has named none before, the first that it names soon behind is taken: the project's own addition. A
government is passed over: a president who is quoted fights nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection
from itertools import chain
from typing import Final

from sijill.documents import Trigger
from sijill.extract.clauses.view import View

SURE: Final = 0.6
"""How sure such a side is: of 74 battles in training articles that the weights had not seen, 37 of the 58 enemies named
before were right, and 8 of the 16 behind."""
BY_ENMITY: Final = "+last_enemy"
"""Ends the rule of such a side."""
_SENTENCES_AHEAD: Final = 3
_GOVERNMENT: Final = "_GOV"


def last_enemy(view: View, trigger: Trigger, foe: Callable[[str], bool], without: Collection[int]) -> int | None:
    """The number of the mention of a battle's enemy: an id that `foe` says is one, and no mention of `without`."""
    here = bisect_left(view.actors, trigger.token, key=lambda mention: mention.first)
    behind = view.sentence_at[trigger.token] + _SENTENCES_AHEAD
    for number in chain(range(here - 1, -1, -1), range(here, len(view.actors))):
        one = view.sides[number].id
        if view.sentence_at[view.actors[number].first] > behind:
            return None
        if number not in without and not one.endswith(_GOVERNMENT) and foe(one):
            return number
    return None
