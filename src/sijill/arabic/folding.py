"""Folding: one spelling for what Arabic writes in many, with a map back to the raw text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

TATWEEL: Final = "\u0640"
_DROPPED: Final = (
    {chr(c) for c in range(0x0610, 0x061B)}
    | {chr(c) for c in range(0x064B, 0x0660)}
    | {chr(c) for c in range(0x06D6, 0x06EE) if c not in (0x06DD, 0x06DE, 0x06E5, 0x06E6, 0x06E9)}
    | {"\u0670", TATWEEL, "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\ufeff"}
    | {chr(c) for c in range(0x202A, 0x202F)}
    | {chr(c) for c in range(0x2066, 0x206A)}
)
_PAIRS: Final = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ئ": "ي",
    "ؤ": "و",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "پ": "ب",
    "چ": "ج",
    "ڤ": "ف",
    "ژ": "ز",
    **dict.fromkeys("«»“”„‟″＂❝❞", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−ـ", "-"),
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "؍": "/",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}
_MAP: Final = str.maketrans(
    {
        **_PAIRS,
        **dict.fromkeys(_DROPPED, None),
        **{chr(0x0660 + i): str(i) for i in range(10)},
        **{chr(0x06F0 + i): str(i) for i in range(10)},
    }
)
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
_PARTED: Final = re.compile(f"{TATWEEL}(?:[ \u00a0.]+{TATWEEL}|\\.)")
_TANWIN: Final = re.compile("(?:\u064bا|ا\u064b)$")
# a hamza behind the seat that it is written upon elsewhere, in longer words than that for "a thing"
_SEATLESS: Final = re.compile("ىء(?=\u0627?\u064b?$)")
_SEAT: Final = 4
_CACHE: Final[dict[str, str]] = {}
_CACHE_LIMIT: Final = 30_000


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is the raw offset of its i-th character, and one more for the end."""

    text: str
    offsets: tuple[int, ...]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The half-open raw span of the folded span `start`..`end`, dropped marks inside included."""
        if start == end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end]


def fold(text: str) -> Folded:
    """Fold a whole text: hamza forms, ya, ta marbuta, digits, quotes, presentation forms; no marks."""
    out: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        shape = unicodedata.normalize("NFKC", char) if _PRESENTATION.match(char) else char
        for piece in shape.translate(_MAP):
            out.append(piece)
            offsets.append(at)
    offsets.append(len(text))
    return Folded("".join(out), tuple(offsets))


def fold_word(word: str) -> str:
    """Fold one word; the alef that carries tanwin goes too (هجوماً and هجوم are one word)."""
    known = _CACHE.get(word)
    if known is not None:
        return known
    shape = plain_letters(word)
    if len(shape) > 3:
        shape = _TANWIN.sub("", shape)
    if TATWEEL in shape:
        shape = _PARTED.sub("", shape)
    if len(shape) > _SEAT:
        shape = _SEATLESS.sub("ئ", shape)
    out = shape.translate(_MAP).replace(" ", "")
    if len(_CACHE) > _CACHE_LIMIT:
        _CACHE.clear()
    _CACHE[word] = out
    return out


def plain_letters(text: str) -> str:
    """A text with each shape that a letter has within a word, which some sites write, as the letter itself."""
    return unicodedata.normalize("NFKC", text) if _PRESENTATION.search(text) else text


def raw_offset(word: str, letters: int) -> int:
    """How many raw characters of `word` carry its first `letters` folded letters.

    A cut inside a ligature falls before it: what is left of a word is never empty.
    """
    if letters <= 0:
        return 0
    seen, last = 0, 0
    for at, char in enumerate(word):
        if char in _DROPPED or char.isspace() or char == ".":
            continue
        if seen >= letters:
            return at if seen == letters else last
        seen, last = seen + (len(unicodedata.normalize("NFKC", char)) if _PRESENTATION.match(char) else 1), at
    return last if seen > letters else len(word)


def is_marked_object(written: str) -> bool:
    """Whether a word as it is written ends with the mark of an indefinite object, which folding takes off."""
    return _TANWIN.search(written) is not None
