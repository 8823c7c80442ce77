"""Keys under which the names of places are found: folded, without article, kind words and spaces."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import without_article
from sijill.arabic.folding import fold_word
from sijill.arabic.phrases import phrase_keys
from sijill.extract.tables.place_words import look_up
from sijill.grounding.places import settings

_ARABIC: Final = re.compile("[\u0620-\u064a\u066e-\u06d3]")


@dataclass(frozen=True, slots=True)
class NameKeys:
    """A name's keys: `full`; `bare` without "city", "village"; `core` without "camp", "bridge" too; consonants."""

    full: str
    bare: str
    core: str
    skeleton: str
    kind: str | None
    words: tuple[str, ...]
    heads_kind: bool


@functools.lru_cache(maxsize=50_000)
def name_keys(name: str) -> NameKeys | None:
    """The keys of a name; None for one without letters."""
    words = phrase_keys(name)
    if not words:
        return None
    kind, first, core = None, 0, 0
    while core < len(words) - 1:
        known = look_up(words[core])
        if known is None or known.kind is None or known.cut or known.definite:
            break
        kind = kind or known.kind.value
        core += 1
        if not known.kind.keeps and first == core - 1:
            first = core
    stems = tuple(without_article(word) for word in words)
    bare = "".join(stems[first:])
    return NameKeys("".join(stems), bare, "".join(stems[core:]), skeleton(bare), kind, stems[first:], core > first)


@functools.lru_cache(maxsize=50_000)
def skeleton(key: str) -> str:
    """The consonants of a key: long vowels left out but at its beginning, doubled letters once."""
    weak, alike = _letters()
    out = key[:1].translate(alike)
    for letter in key[1:].translate(alike):
        if letter not in weak and out[-1] != letter:
            out += letter
    return out


@functools.cache
def _letters() -> tuple[frozenset[str], dict[int, int]]:
    found = settings()
    return frozenset(found["weak_letters"]), {ord(pair[0]): ord(pair[1]) for pair in found["alike"]}


def in_arabic(text: str) -> bool:
    """Whether a text has a letter of the Arabic script."""
    return _ARABIC.search(text) is not None


def spelling(name: str) -> str:
    """A name folded but with its article and spaces: two names of one spelling are the same to a reader."""
    return " ".join(fold_word(word) for word in name.split())
