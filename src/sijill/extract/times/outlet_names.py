"""Names of outlets that hold a word for a day ("Aleppo today", "Aden tomorrow"): where a text means the outlet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill import resources
from sijill.arabic.clitics import ARTICLE, FOR, PARTICLES, key
from sijill.arabic.folding import fold_word
from sijill.documents import Token
from sijill.extract.speech.words import speech_words

_QUOTES: Final = "\"'"
_TO_SAYING: Final = 4


class OutletNames:
    """The names of sources.tsv that end in a word for a day, found in a text.

    A name that ends in a day to come is one wherever it stands; one that ends in "today" or "now" also reads as news
    of today, and is a name only behind a word for an outlet, in quotes, or behind a verb of saying and "to".
    """

    def __init__(self, kinds: frozenset[str], of_today: frozenset[str], to_come: frozenset[str],
                 particles: Sequence[str]) -> None:
        self.kinds = kinds
        self._names: dict[str, list[tuple[tuple[str, ...], bool, bool]]] = {}
        for row in resources.table("sources.tsv", ("name_ar", "aliases_ar")):
            for name in (row["name_ar"], *resources.words(row["aliases_ar"])):
                words = [fold_word(word) for word in name.split()]
                if words and words[0] in kinds:
                    words = words[1:]
                if len(words) < 2:
                    continue
                last = key(words[-1])
                if last not in of_today and last not in to_come:
                    continue
                for one in particles:
                    to = one.endswith(FOR)
                    # the article loses its alif behind "to"
                    head = one + (words[0][1:] if to and words[0].startswith(ARTICLE) else words[0])
                    keys = (key(head), *(key(word) for word in words[1:]))
                    entry = (keys[1:], last in to_come, to)
                    if entry not in self._names.setdefault(keys[0], []):
                        self._names[keys[0]].append(entry)

    def covered(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The tokens that belong to an outlet's name."""
        out: set[int] = set()
        for at, token in enumerate(tokens):
            if token.key not in self._names:
                continue
            for rest, sure, to in self._names[token.key]:
                end = at + 1 + len(rest)
                if tuple(t.key for t in tokens[at + 1 : end]) != rest:
                    continue
                before = tokens[at - 1].norm if at else ""
                kinds = {before, before[1:]} if before[:1] in tuple(PARTICLES) else {before}
                if sure or to and _said(tokens, at) or before in _QUOTES or not self.kinds.isdisjoint(kinds):
                    out.update(range(at, end))
        return frozenset(out)


def _said(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of saying stands a few words before a token: what is told "to" a name is told to an outlet."""
    return any(speech_words().cues.get(token.key) == "say" for token in tokens[max(0, at - _TO_SAYING) : at])
