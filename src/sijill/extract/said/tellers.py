"""Who only tells of deeds: who is cited, speakers of no party, who accuses, and whose name is only in a speaker's."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sijill.documents import SPEAKER_KINDS
from sijill.extract.clauses.view import View

_OFFICIAL: Final = "anonymous_official"
# kinds of speakers that are no party
_NO_PARTIES: Final = frozenset(SPEAKER_KINDS) - {"belligerent", "international", _OFFICIAL}
# words that an accuser is the subject of
_ACCUSING: Final = frozenset(("accuses", "blames"))
_STATE_OR_PEOPLE: Final = "nationality"


def cited(view: View) -> frozenset[int]:
    """The mentions of who is cited ("according to X"), but for those of whom the clause goes on to tell."""
    return frozenset([i for i, mention in enumerate(view.actors)
                      if mention.first and "according" in view.classes[mention.first - 1]
                      and not (mention.last < len(view.tokens) and "relative" in view.classes[mention.last])])


def telling(view: View) -> frozenset[int]:
    """The mentions of who only tells, whose part is what they say: speakers of no party, and who accuses."""
    return _speaking(view, (*_NO_PARTIES, _OFFICIAL)) | frozenset([
        i for i, mention in enumerate(view.actors)
        if mention.first and view.classes[mention.first - 1] & _ACCUSING])


def outsiders(view: View) -> frozenset[int]:
    """The mentions that only say who tells: people of the place, and a nationality ("the Syrian observatory")."""
    return _speaking(view, ("local_source",)) | frozenset([
        i for i in _speaking(view, _NO_PARTIES) if view.actors[i].rule == _STATE_OR_PEOPLE])


def _speaking(view: View, kinds: Collection[str]) -> frozenset[int]:
    """The mentions within the phrases of speakers of some kinds."""
    told = [range(view.token_at(s.start), view.token_at(s.end - 1) + 1) for s in view.document.speakers or ()
            if s.kind in kinds]
    spoken = frozenset([at for tokens in told for at in tokens])
    return frozenset([i for i, mention in enumerate(view.actors) if mention.first in spoken])
