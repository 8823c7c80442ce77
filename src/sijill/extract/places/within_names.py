"""Words inside a place's name are no side: the king of "the air base of King A", the Sheikh of "the hill of Sheikh B".

Of such words behind a place's first one the gold has 1 of 94 as a side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sijill.documents import ActorMention, Token
from sijill.extract.places.drafts import Draft
from sijill.extract.tables.registry import registry

# how the rules begin of words that name no side by themselves
_OPEN: Final = ("head.", "people.", "possessed.")
_SHORT: Final = ("registry.anaphor", "registry.loaded")
_POSSESSED: Final = "possessed.people"
_TABLE: Final = "table"
_SEAT: Final = "seat"


def sides_outside(tokens: Sequence[Token], sides: Iterable[ActorMention],
                  drafts: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """The mentions of sides without the words that are part of a place's name; "the seat of" a body is that body's."""
    of_places = {at: draft for draft in drafts if not registry().is_link(_SEAT, tokens[draft.first].key)
                 for at in range(draft.first, draft.last)}
    return tuple([side for side in sides if (draft := of_places.get(side.first)) is None or not _inside(side, draft)])


def begins_longer(side: ActorMention, draft: Draft) -> bool:
    """Whether a side's short name is but the first word of a known place's name ("the West" of "western Libya")."""
    return side.rule in _SHORT and draft.known is not None and (
        side.first == draft.first and side.last == side.first + 1 < draft.last)


def _inside(side: ActorMention, draft: Draft) -> bool:
    """Whether a word that may stand for a side is part of a place's name, or a city that is spelled like kin."""
    if side.rule == _POSSESSED and draft.rule == _TABLE and (side.first, side.last) == (draft.first, draft.last):
        return True  # "Abha" is spelled like "her father"
    if begins_longer(side, draft):
        return True
    if side.first == draft.first or side.last > draft.last:
        return False
    short = side.rule in _SHORT and (side.last < draft.last or side.last == side.first + 1)
    return short or side.rule.startswith(_OPEN)
