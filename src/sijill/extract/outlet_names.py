"""Names of outlets that hold a word for a day ("Aleppo today", "Aden tomorrow"): where a text means the outlet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill import resources
from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.documents import Token

_QUOTES: Final = "\"'"
_TO: Final = "ل"


class OutletNames:
    """The names of sources.tsv that end in a word for a day, found in a text.

    A name that ends in a day to come is one wherever it stands; one that ends in "today" or "now" also reads as news
    of today, and is a name only behind a word for an outlet, in quotes, or behind "to".
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
                    keys = (key(one + words[0]), *(key(word) for word in words[1:]))
                    entry = (keys[1:], last in to_come, one.endswith(_TO))
                    if entry not in self._names.setdefault(keys[0], []):
                        self._names[keys[0]].append(entry)

    def covered(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The tokens that belong to an outlet's name."""
        out: set[int] = set()
        for at, token in enumerate(tokens):
            for rest, sure, to in self._names.get(token.key, ()):
                end = at + 1 + len(rest)
                if tuple(t.key for t in tokens[at + 1 : end]) != rest:
                    continue
                before = tokens[at - 1].norm if at else ""
                if sure or to or before in _QUOTES or before in self.kinds or before[1:] in self.kinds:
                    out.update(range(at, end))
        return frozenset(out)
