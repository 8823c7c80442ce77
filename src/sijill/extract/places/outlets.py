"""Names of places that are an outlet's ("the correspondent of Al Jazeera"): nothing happens there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import Token
from sijill.extract.places.drafts import Draft
from sijill.extract.places.names import is_quote
from sijill.extract.speech.words import speech_words
from sijill.extract.tables.classed_words import ClassedWords, deed_words
from sijill.extract.tables.place_words import OF, has_class

# words of an outlet's name at most
_LONGEST: Final = 4


def is_outlet(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether a name is an outlet's behind a word for one or for whom it sends, or the begin of such a longer name.

    A name that ends in a word for a day reads as news of that day ("Aleppo today"), unless such a word leads to it.
    """
    press, sources, stop = deed_words(), speech_words().sources, min(draft.first + _LONGEST, len(tokens))
    led = draft.first > 0 and _led(tokens, draft.first, press)
    found = sources.longest_at(tokens, draft.first, stop)
    own = press.has(tokens[draft.first].key, "press")
    if found is None or found[0] < draft.last and not own:
        return False
    if led or own or found[0] == draft.last and _told(tokens, draft):
        return True
    return found[0] > draft.last and not has_class(tokens[found[0] - 1].norm, "time")


def _told(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether a name in quotes is whom somebody talked to ("said to 'X'"), as those looked at in the news all are."""
    return (draft.first > 1 and draft.last < len(tokens) and is_quote(tokens[draft.first - 1])
            and is_quote(tokens[draft.last]) and tokens[draft.first - 2].norm == OF)


def _led(tokens: Sequence[Token], at: int, press: ClassedWords) -> bool:
    """Whether a word for an outlet or its people stands before a token, a quotation mark at most between."""
    before = at - 2 if is_quote(tokens[at - 1]) and at > 1 else at - 1
    return press.has(tokens[before].key, "press")
