"""From bytes to text: which encoding a file is in."""

from __future__ import annotations

import codecs
import re

from sijill.acquire.articles import BinaryInput, BrokenEncoding, EmptyInput
from sijill.acquire.language import votes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("cp1256", "iso8859-6")
ANEW = "Get the file again from its source, or save it anew as UTF-8"
"""What to do with a file whose bytes are damaged."""
_SAMPLE = 8192
_HIGH = re.compile(b"[\x80-\xff]")
_ARABIC_PAIR = re.compile(b"[\xd8-\xdb][\x80-\xbf]")
_CONTROL = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SIXTEEN = frozenset((0x00, 0x06, 0x20, 0xFE))
"""High bytes of UTF-16 units of Arabic text: ASCII, the Arabic block, punctuation, presentation forms."""


def has_mark(data: bytes) -> bool:
    """Whether some bytes begin with a byte order mark."""
    return data.startswith(tuple(bom for bom, _ in _BOMS))


def legacy(declared: str | None) -> str | None:
    """Which encoding of Arabic in single bytes a declared name stands for; None if it is no such one."""
    try:
        name = codecs.lookup((declared or "").lower().removeprefix("x-")).name
    except LookupError:
        return None
    return name if name in _LEGACY else None


def detect(data: bytes) -> tuple[str, int]:
    """The encoding of some bytes and the length of their byte order mark; BinaryInput if not text.

    UTF-8 is the answer also for broken UTF-8; Windows-1256 and ISO 8859-6 are told apart by which of
    the two readings has more Arabic words.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name, len(bom)
    sample = data[:_SAMPLE]
    sixteen = _sixteen(sample)
    if sixteen:
        return sixteen, 0
    if b"\x00" in data or len(_CONTROL.findall(sample)) > len(sample) // 50:
        raise BinaryInput("this is not text", next_step="Give the text of the article, not a document file")
    try:
        data.decode("utf-8")
        return "utf-8", 0
    except UnicodeDecodeError:
        pass
    if 4 * len(_ARABIC_PAIR.findall(data)) > len(_HIGH.findall(data)):
        return "utf-8", 0
    scores = {name: votes(data[:_SAMPLE * 8].decode(name, "ignore"))["Arabic"] for name in _LEGACY}
    return max(_LEGACY, key=lambda name: scores[name]), 0


def _sixteen(sample: bytes) -> str | None:
    if len(sample) < 4:
        return None
    even, odd = sample[::2], sample[1::2]
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        fits = sum(b in _SIXTEEN for b in high)
        # spaces and letters of plain ASCII also fit, so some high bytes must be 0 or 6, and few low ones
        marked = high.count(0x06) + high.count(0x00)
        if fits > 0.9 * len(high) and marked > 0.7 * len(high) > 2 * low.count(0x00):
            return name
    return None


def decode(data: bytes) -> str:
    """The text of some bytes, without a byte order mark; ArticleRejected if they hold none or are damaged."""
    if not data.strip():
        raise EmptyInput("the text is empty", next_step="Leave it out")
    encoding, skip = detect(data)
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        at = skip + error.start
        line = data.count(b"\n", 0, at) + 1
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise BrokenEncoding(
            f"broken {name} at byte {at}, line {line}",
            next_step=ANEW,
        ) from error
