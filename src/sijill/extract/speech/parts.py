"""The tokens and the stretches of text as speech parts them: "and to" is no governor, a closed quotation is an end.

A quotation that nothing closes is none.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from sijill.arabic.clitics import key
from sijill.documents import Document, Sentence, Token
from sijill.extract.speech.words import speech_words

# letters that part "and to" from "governor", before they are folded
_UNLIKE: Final = frozenset("إى")
_CLOSING: Final = frozenset("\"')")
QUOTE: Final = '"'
# tokens of the longest quotation that another may stand in
_QUOTATION: Final = 60


def plain_tokens(document: Document) -> tuple[Token, ...]:
    """The tokens, with "and to" as the preposition that it is: folded, it is spelt as "governor" is.

    A word of speech whose tanwin is written ends as the table has it.
    """
    lex = speech_words()
    alike, out = lex.sets["and_to"], [lex.spelled_out(token, document.text) for token in document.tokens or ()]
    for at, token in enumerate(out):
        if token.key in alike and not _UNLIKE.isdisjoint(document.text[token.start : token.end]):
            out[at] = Token(token.start, token.end, token.norm[1:], key(token.norm[1:]), token.kind)
    return tuple(out)


def statements(tokens: tuple[Token, ...], sentence: Sentence) -> Iterator[Sentence]:
    """The parts of a sentence, which runs on over a full stop behind a closed quotation; a statement does not."""
    first, opened = sentence.first, False
    for at in range(sentence.first, sentence.last):
        token = tokens[at]
        opened ^= token.norm == QUOTE
        ends = token.norm == "." and at > first and tokens[at - 1].norm in _CLOSING and not opened
        if ends and tokens[at - 1].end == token.start and at + 1 < sentence.last:
            yield Sentence(tokens[first].start, token.end, first, at + 1)
            first = at + 1
    yield Sentence(tokens[first].start, sentence.end, first, sentence.last)


def unclosed(tokens: tuple[Token, ...]) -> frozenset[int]:
    """The tokens of opening marks behind which, far on, another opens: the writer forgot to close the first."""
    marks = [at for at, token in enumerate(tokens) if token.norm == QUOTE]
    return frozenset(at for at, behind in itertools.pairwise(marks) if behind - at > _QUOTATION and (
        _opens(tokens, at) and _opens(tokens, behind)))


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a mark stands right before a word and apart from the one before it."""
    apart = at == 0 or tokens[at - 1].end < tokens[at].start
    return apart and at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end
