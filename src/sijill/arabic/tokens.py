"""Tokens and sentences over the raw text."""

from __future__ import annotations

import re
from typing import Final

from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.documents import Sentence, Token, TokenKind

_LETTER: Final = (
    "\u0610-\u061a\u0620-\u065f\u0670-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc\u200c\u200d"
)
_DIGIT: Final = "0-9\u0660-\u0669\u06f0-\u06f9"
# letters parted by tatweel and a space, a point or both to dodge filters ("قـ ـتـ ـل", "قـ .ـتل", "قـ.تل") are one word
_PATTERN: Final = re.compile(
    f"(?P<number>[{_DIGIT}]+(?:[.,٫٬][{_DIGIT}]+)*)"
    f"|(?P<word>[{_LETTER}]+(?:(?<=\u0640)(?:(?:[ \u00a0]+|[ \u00a0]?\\.[ \u00a0]?)(?=\u0640)|\\.)[{_LETTER}]+)*)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f]+)"
    r"|(?P<mark>[^\s\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff])"
)
COMMAS: Final = frozenset("،,")
BREAKS: Final = frozenset("،,:؛;()-")
OPENING: Final = frozenset("\"(-")
OPENED, CLOSED = "(", ")"
"""The brackets of what is said aside."""
NAMING: Final = ("word", "latin")
"""The kinds of tokens that names are made of."""
_STOPS: Final = frozenset(".!?؟۔…\u2022؛;")
_DOMAINS: Final = frozenset(("نت", "كوم", "net", "com", "org", "tv"))
# the letters of foreign abbreviations, spelt out
_LETTER_NAMES: Final = frozenset((
    "ايه", "بي", "سي", "دي", "اي", "اف", "جي", "اتش", "كي", "ال", "ام", "ان", "او", "كيو", "ار", "اس", "تي", "يو",
    "في", "اكس"))
_PAIRS: Final = ('""', "«»", "“”")
_CLOSERS: Final = frozenset("\"')]}»”’")
_LONGEST_SENTENCE: Final = 500
"""Tokens: of 34,000 sentences of news the longest has 286, and the choice of sides costs more than its length."""
_LONGEST_WORD: Final = 40
_CACHE_LIMIT: Final = 200_000
_SHAPES: Final[dict[str, tuple[str, str, TokenKind]]] = {}


def tokenize(text: str) -> tuple[Token, ...]:
    """Words, numbers and marks of a text, in order; white space and direction marks are between them."""
    out: list[Token] = []
    add, known = out.append, _SHAPES
    if len(known) > _CACHE_LIMIT:
        known.clear()
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        word = text[start:end]
        shape = known.get(word)
        if shape is None:
            shape = known[word] = _shape(word, match.lastgroup)  # type: ignore[arg-type]
        norm, form, kind = shape
        if norm:
            add(Token(start, end, norm, form, kind))
    return tuple(out)


def _shape(word: str, kind: TokenKind) -> tuple[str, str, TokenKind]:
    """A word's folded form, the key it is looked up by and its kind."""
    norm = fold_word(word) if kind != "latin" else word.lower()
    if kind == "word" and len(norm) > _LONGEST_WORD:
        # no word of a language, and so none of a name
        kind = "mark"
    return norm, key(norm) if kind == "word" else norm, kind


def closed(text: str, start: int, end: int) -> int:
    """The end of a span with the quotation mark right behind it that closes the one in it.

    A mark before a span stays outside, since whatever begins at a word is found by that word.
    """
    span = text[start:end]
    for opening, closing in _PAIRS:
        is_open = span.count(opening) % 2 == 1 if opening == closing else span.count(opening) > span.count(closing)
        if is_open and text.startswith(closing, end):
            return end + 1
    return end


def _initial(before: Token, opens: bool) -> bool:
    """Whether a full stop is that of an initial or abbreviation ("د.", "م. ن", "U."), or of a list's number."""
    return before.kind in NAMING and len(before.norm) == 1 or before.kind == "number" and opens


def _runs_on(before: Token, stop: Token, after: Token) -> bool:
    """Whether a full stop stands within a site's name or between the letters of an abbreviation."""
    if after.start > stop.end:
        return False
    return after.norm in _DOMAINS or before.norm in _LETTER_NAMES and after.norm in _LETTER_NAMES


def split_sentences(text: str, tokens: tuple[Token, ...]) -> tuple[Sentence, ...]:
    """Sentences end at a full stop, question or exclamation mark, semicolon or line break; none is longer than 500
    tokens: text without such marks is parted behind a comma, or anywhere."""
    out: list[Sentence] = []
    first, count = 0, len(tokens)
    at = 0
    while at < count:
        token = tokens[at]
        ends = token.kind == "mark" and token.norm in _STOPS
        if ends:
            before = tokens[at - 1] if at > first else None
            if token.norm == "." and before is not None and before.end == token.start:
                after = tokens[at + 1] if at + 1 < count else None
                ends = not (_initial(before, at - 1 == first) or after is not None and _runs_on(before, token, after))
            while (
                ends
                and at + 1 < count
                and tokens[at + 1].kind == "mark"
                and (tokens[at + 1].norm in _STOPS or text[tokens[at + 1].start] in _CLOSERS)
                and tokens[at + 1].start - tokens[at].end <= 1
            ):
                at += 1
        if not ends and at + 1 < count and "\n" in text[tokens[at].end : tokens[at + 1].start]:
            ends = True
        if not ends and at + 1 - first == _LONGEST_SENTENCE:
            at, ends = _last_comma(tokens, first, at), True
        if ends:
            out.append(Sentence(tokens[first].start, tokens[at].end, first, at + 1))
            first = at + 1
        at += 1
    if first < count:
        out.append(Sentence(tokens[first].start, tokens[count - 1].end, first, count))
    return tuple(out)


def _last_comma(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The last comma in the second half of some tokens; `last` where there is none."""
    half = (first + last) // 2
    return next((at for at in range(last, half, -1) if tokens[at].norm in COMMAS), last)
