"""Numbers: digits, number words of every case and gender, duals, vague plurals and their bounds."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill import resources
from sijill.arabic.clitics import readings, without_article
from sijill.arabic.folding import fold_word, raw_offset
from sijill.arabic.phrases import PhraseBook, phrase_keys
from sijill.documents import Document, Number, Token
from sijill.replacing import replace

REQUIRES: Final = ("tokens", "sentences")
ASSIGNS: Final = ("numbers",)

_GROUPED: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_DECIMAL: Final = re.compile(r"(\d+)[.,](\d{1,2})")
_CACHE_LIMIT: Final = 30_000
_WORDS: Final[dict[str, Word | None]] = {}
_MAY_COUNT: Final[dict[str, bool]] = {}
_MOST: Final = 10**15  # a longer row of digits counts nothing; every store and reader holds this exactly
_LOOK_AHEAD: Final = 4  # words between a count and the "at least" that follows its noun


@dataclass(frozen=True, slots=True)
class Word:
    """A word of quantity: its class, its value or bounds, its particles and whether it bears the article."""

    kind: str
    low: int | None
    high: int | None
    lemma: str
    particles: str = ""
    definite: bool = False


@dataclass(slots=True)
class _Parsed:
    end: int
    low: int | None
    high: int | None
    rule: str
    cut: int = 0


@dataclass(frozen=True, slots=True)
class _Tables:
    words: dict[str, Word]
    before: PhraseBook[str]
    after: PhraseBook[str]
    some: PhraseBook[bool]
    first: frozenset[str]


def _noun_forms(lemma: str, plurals: Sequence[str]) -> dict[str, tuple[str, int | None]]:
    """Folded forms of a counted noun and what each says: one, two or an unsaid number."""
    stem = lemma[:-1] + "ت" if lemma.endswith("ه") else lemma
    forms: dict[str, tuple[str, int | None]] = {lemma: ("one", 1)}
    if not lemma.endswith(("ه", "ا")):
        forms[lemma + "ا"] = ("one", 1)
    for dual in (
        (stem + "ان", stem + "ين", stem + "تا", stem + "تي")
        if stem == lemma
        else (stem + "ان", stem + "ين", stem + "ا", stem + "ي")
    ):
        if stem != lemma or not dual.endswith(("تا", "تي")):
            forms[dual] = ("two", 2)
    for plural in plurals:
        if plural == "+":
            # the oblique dual is written like the sound plural, which is far more common
            forms |= {lemma + "ون": ("many", None), lemma + "ين": ("many", None), lemma + "و": ("many", None)}
        elif plural == "+=":
            forms[lemma[:-1] + "ات"] = ("many", None)
        else:
            forms[fold_word(plural)] = ("many", None)
    return forms


@functools.cache
def _tables() -> _Tables:
    words: dict[str, Word] = {}
    before: PhraseBook[str] = PhraseBook()
    after: PhraseBook[str] = PhraseBook()
    some: PhraseBook[bool] = PhraseBook()
    first: set[str] = set()
    nouns: list[tuple[str, tuple[str, ...]]] = []
    for row in resources.table("numerals.tsv", ("class", "words", "value", "plurals")):
        kind, value = row["class"], row["value"]
        for word in resources.words(row["words"]):
            if kind == "noun":
                nouns.append((fold_word(word), resources.words(row["plurals"])))
            elif kind == "bound":
                before.add(word, value)
                first.add(phrase_keys(word)[0])
            elif kind == "after":
                after.add(word, value)
            elif kind == "some":
                some.add(word, value == "of")
                first.add(phrase_keys(word)[0])
            elif kind == "vague":
                low, _, high = value.partition("-")
                words[fold_word(word)] = Word(kind, int(low), int(high), fold_word(word))
            elif kind == "half":
                words[fold_word(word)] = Word(kind, round(float(value) * 100), None, fold_word(word))
            else:
                low, _, high = value.partition("-")
                words.setdefault(fold_word(word), Word(kind, int(low), int(high or low), fold_word(word)))
    for lemma, plurals in nouns:
        for form, (kind, count) in _noun_forms(lemma, plurals).items():
            words.setdefault(form, Word(kind, count, count, lemma))
    return _Tables(words, before, after, some, frozenset(first))


def quantity_word(norm: str) -> Word | None:
    """What a folded word says of quantity, particles and article taken off; None if nothing."""
    try:
        return _WORDS[norm]
    except KeyError:
        return _look_up(norm)


def _look_up(norm: str) -> Word | None:
    words = _tables().words
    found: Word | None = None
    for reading in readings(norm):
        if "ك" in reading.particles:
            continue
        for base in (reading.base, without_article(reading.base)):
            word = words.get(base)
            # with the article, one and two are days of the week
            if word is not None and not (base != reading.base and word.kind == "unit" and (word.low or 0) < 3):
                found = replace(word, particles=reading.particles, definite=base != reading.base)
                break
        if found is not None:
            break
    if len(_WORDS) > _CACHE_LIMIT:
        _WORDS.clear()
    _WORDS[norm] = found
    return found


def _word_at(tokens: Sequence[Token], at: int, stop: int) -> Word | None:
    """The word of quantity that a token is; folding hides the "and" of "and eleven" in the word for one."""
    norm = tokens[at].norm
    word = quantity_word(norm)
    if word is not None and norm == "واحد" and at + 1 < stop and tokens[at + 1].norm == "عشر":
        return replace(word, particles="و")
    return word


def digits(norm: str) -> tuple[int, int] | None:
    """A folded numeral as its whole value and its hundredths; None where it is neither."""
    if len(norm) > len(str(_MOST)):
        return None
    if norm.isdigit():
        return int(norm), 0
    if _GROUPED.fullmatch(norm):
        return int(norm.replace(",", "").replace(".", "")), 0
    decimal = _DECIMAL.fullmatch(norm)
    return (int(decimal[1]), int(decimal[2].ljust(2, "0"))) if decimal else None


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
        first = _tables().first
        known = quantity_word(token.norm) is not None or token.key in first or token.key[1:] in first
        if len(_MAY_COUNT) > _CACHE_LIMIT:
            _MAY_COUNT.clear()
        _MAY_COUNT[token.norm] = known
    return known


def _ordinal(tokens: Sequence[Token], at: int, parsed: _Parsed) -> bool:
    """Whether a lone "ten" is the tail of an ordinal ("the fifteenth")."""
    return (
        parsed.rule == "words"
        and parsed.low == 10
        and parsed.end == at + 1
        and at > 0
        and tokens[at].norm[:1] != "و"
        and tokens[at - 1].norm.startswith("ال")
    )


def _expression(tokens: Sequence[Token], at: int, stop: int) -> _Parsed | None:
    token = tokens[at]
    if token.kind == "number":
        return _range(tokens, at, _count(tokens, at, stop), stop)
    tables = _tables()
    word = _word_at(tokens, at, stop)
    if word is not None:
        if word.kind in ("one", "two") and not word.definite:
            return _Parsed(at + 1, word.low, word.high, word.kind, len(word.particles))
        if word.kind not in ("one", "two", "many"):
            count = _range(tokens, at, _count(tokens, at, stop), stop)
            return replace(count, cut=len(word.particles)) if count is not None else None
        return None
    if token.key not in tables.first and token.key[1:] not in tables.first:
        return None
    bound = tables.before.longest_at(tokens, at, stop)
    if bound is not None:
        inner = _bounded(tokens, bound[0], stop, bound[3])
        return replace(inner, cut=bound[1]) if inner is not None else None
    some = tables.some.longest_at(tokens, at, stop)
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
    inner = _count(tokens, here, stop) if here < stop and not some[3] else None
    return inner if inner is not None and inner.rule == "vague" else _Parsed(here, None, None, "some", some[1])


def _bounded(tokens: Sequence[Token], at: int, stop: int, bound: str) -> _Parsed | None:
    if at < stop and tokens[at].norm in ("ال", "ل"):
        at += 1
    word = quantity_word(tokens[at].norm) if at < stop else None
    if word is not None and word.particles == "و":
        return None  # "five at least, and seven": said of the five
    inner = _count(tokens, at, stop) if at < stop else None
    if inner is None:
        if bound == "range" or word is None or word.kind not in ("one", "two"):
            return None
        inner = _Parsed(at + 1, word.low, word.high, "two")
    if bound == "range":
        return _range(tokens, at, inner, stop, between=True)
    if bound == "least":
        return _Parsed(inner.end, inner.low, None, "least")
    if bound == "most":
        return _Parsed(inner.end, None, inner.high, "most")
    return _Parsed(inner.end, inner.low, inner.high, "about")


def _range(
    tokens: Sequence[Token], first: int, inner: _Parsed | None, stop: int, between: bool = False
) -> _Parsed | None:
    """A count and, where it is the foot of a range ("10-15", "between 10 and 15"), its head."""
    if inner is None or inner.end + 1 >= stop:
        return None if between else inner
    link, after = tokens[inner.end], inner.end + 1
    joins = link.norm in (("و", "الي") if between else ("-", "الي"))
    if not joins and between:
        word = _word_at(tokens, inner.end, stop)
        joins, after = word is not None and word.particles == "و", inner.end
    dashed = link.norm == "-" and (
        (first > 0 and tokens[first - 1].norm in "-/")
        or (after + 1 < stop and tokens[after + 1].norm in "-/")
    )
    upper = _count(tokens, after, stop) if joins and not dashed else None
    if upper is None or upper.high is None or inner.low is None or upper.high <= inner.low:
        return None if between else inner
    return _Parsed(upper.end, inner.low, upper.high, "range")


def _count(tokens: Sequence[Token], at: int, stop: int) -> _Parsed | None:
    """A count in digits or words, multiplied and added up as far as the grammar allows."""
    total = current = hundredths = last_scale = 0
    high: int | None = None
    here, scale = at, 0
    before = ""
    rule = "words"
    while here < stop:
        token = tokens[here]
        linked = here > at and token.norm == "و"
        if linked:
            here += 1
            if here >= stop:
                break
            token = tokens[here]
        if token.kind == "number":
            value = digits(token.norm)
            fits = value is not None and (not before or (linked and before == "scale" and value[0] < last_scale))
            if not fits or value is None:
                here -= linked
                break
            current, hundredths, before, rule = value[0], value[1], "digits", "digits"
            here += 1
            continue
        word = _word_at(tokens, here, stop) if token.kind == "word" else None
        joined = linked or (word is not None and word.particles == "و")
        if (
            word is None
            or word.kind in ("one", "two", "many")
            or not _follows(before, word, joined, here == at)
        ):
            here -= linked
            break
        value_of = word.low or 0
        if word.kind == "vague" and not before:
            current, high, before, rule = value_of, word.high, "vague", "vague"
        elif word.kind in ("scale", "vague"):
            multiplier = value_of if word.kind == "scale" else _tables().words[word.lemma].low or 0
            if word.kind == "scale" and (joined or not before):
                multiplier = word.high or multiplier
            scale = multiplier // (2 if word.kind == "vague" and multiplier in (2000, 2000000) else 1)
            if joined or not before:
                total, current = total + scale, 0
            else:
                total += current * scale + hundredths * scale // 100
                high = high * scale + scale - 1 if high is not None else None
                current = hundredths = 0
            before, last_scale = "scale", scale
        elif word.kind == "half":
            # "a million and a half", "half a million", "a million and half a million"
            unit = quantity_word(tokens[here + 1].norm) if here + 1 < stop else None
            whole = (unit.low or 0) if unit is not None and unit.kind == "scale" and not unit.particles else 0
            if not (whole or last_scale):
                here -= linked
                break
            total += (whole or last_scale) * value_of // 100
            here += 2 if whole else 1
            before = "scale"
            break
        elif word.kind == "hundred" and before == "unit" and not joined:
            current, before = current * value_of, "hundred"
        elif word.kind == "unit" and value_of == 10 and before == "unit" and not joined:
            current, before = current + 10, "teen"
        else:
            current += value_of
            before = word.kind if not (word.kind == "unit" and value_of == 10) else "teen"
        here += 1
    if here == at or hundredths or not before or total + current > _MOST:
        return None
    return _Parsed(here, total + current, high if high is not None else total + current, rule)


def _follows(before: str, word: Word, joined: bool, first: bool) -> bool:
    """Whether a number word may go on a count that ended in a word of class `before`."""
    if first:
        return True
    if word.kind == "unit":
        return before == "unit" and not joined and word.low == 10 or joined and before in ("hundred", "scale")
    if word.kind == "ten":
        return joined and before in ("unit", "hundred", "scale")
    if word.kind == "hundred":
        return before == "unit" and not joined and word.low == 100 or joined and before == "scale"
    if word.kind == "half":
        return joined and before == "scale"
    if joined:
        return word.kind == "scale" and before == "scale"
    return before != "scale"


def _bound_after(tokens: Sequence[Token], at: int, stop: int) -> str | None:
    """The bound said behind a count and its noun ("three soldiers at least")."""
    after = _tables().after
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
