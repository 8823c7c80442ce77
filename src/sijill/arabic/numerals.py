"""Numbers: counts in digits and words, duals, unsaid numbers, ranges, and the bounds said before or behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.counting import Parsed, count, word_at
from sijill.arabic.folding import raw_offset
from sijill.arabic.quantity_words import quantity_word, tables
from sijill.documents import Document, Number, Token
from sijill.replacing import replace

REQUIRES: Final = ("tokens", "sentences")
ASSIGNS: Final = ("numbers",)

_CACHE_LIMIT: Final = 30_000
_MAY_COUNT: Final[dict[str, bool]] = {}
_LOOK_AHEAD: Final = 4  # words between a count and the "at least" that follows its noun


def find_numbers(document: Document) -> Document:
    """The document with its `numbers`, left to right and not overlapping."""
    tokens = document.tokens or ()
    found: list[Number] = []
    at, stop, counted, before = 0, len(tokens), -1, ""
    while at < stop:
        token = tokens[at]
        if token.kind != "number" and (token.kind != "word" or not _may_count(token)):
            at += 1
            continue
        parsed = _expression(tokens, at, stop)
        if parsed is not None and _ordinal(tokens, at, parsed):
            parsed = None
        # the noun behind its count is no count of its own, but a dual behind a noun is ("wounding of two")
        named = parsed is not None and at == counted and not parsed.cut
        if parsed is None or named and (parsed.rule == "one" or parsed.rule == "two" and before != "one"):
            at += 1
            continue
        bound = _bound_after(tokens, parsed.end, stop) if parsed.rule not in ("one", "most") else None
        low, high = None if bound == "most" else parsed.low, None if bound == "least" else parsed.high
        last = tokens[parsed.end - 1]
        start = token.start + raw_offset(document.text[token.start : token.end], parsed.cut)
        found.append(Number(start, last.end, at, parsed.end, low, high, f"number:{parsed.rule}"))
        at = counted = parsed.end
        before = parsed.rule
    return replace(document, numbers=tuple(found))


def _may_count(token: Token) -> bool:
    """Whether an expression of quantity may begin with a word; most words begin none."""
    known = _MAY_COUNT.get(token.norm)
    if known is None:
        first = tables().first
        known = quantity_word(token.norm) is not None or token.key in first or token.key[1:] in first
        if len(_MAY_COUNT) > _CACHE_LIMIT:
            _MAY_COUNT.clear()
        _MAY_COUNT[token.norm] = known
    return known


def _ordinal(tokens: Sequence[Token], at: int, parsed: Parsed) -> bool:
    """Whether a lone "ten" is the tail of an ordinal ("the fifteenth")."""
    return (
        parsed.rule == "words"
        and parsed.low == 10
        and parsed.end == at + 1
        and at > 0
        and tokens[at].norm[:1] != "و"
        and tokens[at - 1].norm.startswith("ال")
    )


def _expression(tokens: Sequence[Token], at: int, stop: int) -> Parsed | None:
    token = tokens[at]
    if token.kind == "number":
        return _range(tokens, at, count(tokens, at, stop), stop)
    known = tables()
    word = word_at(tokens, at, stop)
    if word is not None:
        if word.kind in ("one", "two") and not word.definite:
            return Parsed(at + 1, word.low, word.high, word.kind, len(word.particles))
        if word.kind not in ("one", "two", "many"):
            counted = _range(tokens, at, count(tokens, at, stop), stop)
            return replace(counted, cut=len(word.particles)) if counted is not None else None
        return None
    if token.key not in known.first and token.key[1:] not in known.first:
        return None
    bound = known.before.longest_at(tokens, at, stop)
    if bound is not None:
        inner = _bounded(tokens, bound[0], stop, bound[3])
        return replace(inner, cut=bound[1]) if inner is not None else None
    some = known.some.longest_at(tokens, at, stop)
    if some is None:
        return None
    here = some[0]
    if some[3]:
        # "a (great) number of": the count is unsaid, the noun follows the preposition
        while here < min(stop, some[0] + 3) and tokens[here].norm != "من":
            here += 1
        if here >= stop or tokens[here].norm != "من":
            return None
        here += 1
    inner = count(tokens, here, stop) if here < stop and not some[3] else None
    return inner if inner is not None and inner.rule == "vague" else Parsed(here, None, None, "some", some[1])


def _bounded(tokens: Sequence[Token], at: int, stop: int, bound: str) -> Parsed | None:
    if at < stop and tokens[at].norm in ("ال", "ل"):
        at += 1
    word = quantity_word(tokens[at].norm) if at < stop else None
    if word is not None and word.particles == "و":
        return None  # "five at least, and seven": said of the five
    inner = count(tokens, at, stop) if at < stop else None
    if inner is None:
        if bound == "range" or word is None or word.kind not in ("one", "two"):
            return None
        inner = Parsed(at + 1, word.low, word.high, "two")
    if bound == "range":
        return _range(tokens, at, inner, stop, between=True)
    if bound == "least":
        return Parsed(inner.end, inner.low, None, "least")
    if bound == "most":
        return Parsed(inner.end, None, inner.high, "most")
    return Parsed(inner.end, inner.low, inner.high, "about")


def _range(
    tokens: Sequence[Token], first: int, inner: Parsed | None, stop: int, between: bool = False
) -> Parsed | None:
    """A count and, where it is the foot of a range ("10-15", "between 10 and 15"), its head."""
    if inner is None or inner.end + 1 >= stop:
        return None if between else inner
    link, after = tokens[inner.end], inner.end + 1
    joins = link.norm in (("و", "الي") if between else ("-", "الي"))
    if not joins and between:
        word = word_at(tokens, inner.end, stop)
        joins, after = word is not None and word.particles == "و", inner.end
    dashed = link.norm == "-" and (
        (first > 0 and tokens[first - 1].norm in "-/")
        or (after + 1 < stop and tokens[after + 1].norm in "-/")
    )
    upper = count(tokens, after, stop) if joins and not dashed else None
    if upper is None or upper.high is None or inner.low is None or upper.high <= inner.low:
        return None if between else inner
    return Parsed(upper.end, inner.low, upper.high, "range")


def _bound_after(tokens: Sequence[Token], at: int, stop: int) -> str | None:
    """The bound said behind a count and its noun ("three soldiers at least")."""
    after = tables().after
    for here in range(at, min(stop, at + _LOOK_AHEAD)):
        token = tokens[here]
        if token.kind != "word":
            return None
        found = after.longest_at(tokens, here, stop)
        if found is not None:
            return found[3]
        word = quantity_word(token.norm)
        if word is not None and (word.particles == "و" or word.kind not in ("one", "two", "many")):
            return None
    return None
