"""Words as numbers: the hash of each word's bare form, for models that keep weights and no words."""

from __future__ import annotations

import re
import zlib
from typing import Final

from sijill.arabic.clitics import key, without_particles
from sijill.arabic.folding import fold_word

_WORD: Final = re.compile(r"[\u0610-\u061a\u0620-\u065f\u0670-\u06d3\u06fa-\u06ff\u200c\u200d]+")
_CHARACTERS: Final = 10
_CACHE: Final[dict[str, int]] = {}
_CACHE_LIMIT: Final = 30_000


def word_hashes(text: str, most: int) -> list[int]:
    """The CRC-32 of each of the first `most` Arabic words, folded, without article and attached particles.

    Looks no further than ten characters a word; memory is bounded by a cache of 30,000 words.
    """
    out: list[int] = []
    for word in _WORD.findall(text[: most * _CHARACTERS])[:most]:
        known = _CACHE.get(word)
        if known is None:
            if len(_CACHE) > _CACHE_LIMIT:
                _CACHE.clear()
            known = _CACHE[word] = zlib.crc32(without_particles(key(fold_word(word)))[-1].encode())
        out.append(known)
    return out
