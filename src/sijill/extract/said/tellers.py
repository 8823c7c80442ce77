"""Who only tells of deeds (who is cited, speakers of no party, who accuses, whose name is only in a speaker's), and
who only stands by: whom a blast shook, beyond whose border it was, where the hurt are taken, whence a report is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sijill.arabic.clitics import FOR
from sijill.documents import SPEAKER_KINDS
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View
from sijill.extract.times.datelines import of_dateline

_OFFICIAL: Final = "anonymous_official"
# kinds of speakers that are no party
_NO_PARTIES: Final = frozenset(SPEAKER_KINDS) - {"belligerent", "international", _OFFICIAL}
# words that an accuser is the subject of
_ACCUSING: Final = frozenset(("accuses", "blames"))
_STATE_OR_PEOPLE: Final = "nationality"
# tokens from a border, over its adjective and "with", to the state
_TO_BORDER: Final = 3


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


def bystanders(view: View) -> frozenset[int]:
    """The mentions that take no part in anything: what a blast only shook ("that shook Baghdad"), the state that a
    border is with, the hospital that somebody is taken to or died in, whence a report was sent.

    In the gold they do in 0 of 60, 0 of 198 and 0 of 108, and in none of 165 articles.
    """
    text = view.document.text
    return frozenset([i for i, mention in enumerate(view.actors) if of_dateline(text, mention.start, mention.end)
                      or mention.first and _stands_by(view, mention.first)])


def _stands_by(view: View, at: int) -> bool:
    """Whether the words before a mention's first token say that it takes no part."""
    if is_word(view, at - 1, "shakes"):
        return True
    if is_word(view, at, "hospital"):
        return is_word(view, at - 1, "to") or "within" in view.classes[at - 1] or view.tokens[at].norm.startswith(FOR)
    first = max(view.sentences[view.sentence_at[at]].first, at - _TO_BORDER)
    return "with" in view.classes[at - 1] and any(is_word(view, i, "border") for i in range(first, at - 1))


def _speaking(view: View, kinds: Collection[str]) -> frozenset[int]:
    """The mentions within the phrases of speakers of some kinds."""
    told = [range(view.token_at(s.start), view.token_at(s.end - 1) + 1) for s in view.document.speakers or ()
            if s.kind in kinds]
    spoken = frozenset([at for tokens in told for at in tokens])
    return frozenset([i for i, mention in enumerate(view.actors) if mention.first in spoken])
