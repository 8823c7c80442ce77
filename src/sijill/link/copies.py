"""Copies: articles that reprint another one, whole, cut, edited or along with more, so that a text counts once.

MinHash signatures of word shingles (rensa) find candidates by their bands; the shingles themselves decide.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from sijill.arabic.tokens import tokenize
from sijill.resources import toml

_SEED = 20_111_503


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article as far as reprints are concerned; `source_id` is its outlet's id, None where unknown."""

    article_id: str
    text: str
    source_id: str | None = None
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """What texts that are much alike share: `bands` are signed 64-bit numbers, () for a text too short to tell.

    Two texts that share no band are never compared.
    """

    bands: tuple[int, ...]


class CopyIndex(Protocol):
    """Articles found by the bands of their signatures."""

    def add(self, article: ArticleText, signature: Signature) -> None:
        """Keep an article; one that is there already is left as it is."""

    def near(self, signature: Signature) -> Iterable[ArticleText]:
        """Every kept article that shares a band, in any order."""


class MemoryIndex:
    """An index of articles in memory."""

    def __init__(self) -> None:
        self._articles: dict[str, ArticleText] = {}
        self._bands: dict[tuple[int, int], list[str]] = {}

    def add(self, article: ArticleText, signature: Signature) -> None:
        """Keep an article; one that is there already is left as it is."""
        if article.article_id in self._articles:
            return
        self._articles[article.article_id] = article
        for band in enumerate(signature.bands):
            self._bands.setdefault(band, []).append(article.article_id)

    def near(self, signature: Signature) -> list[ArticleText]:
        """Every kept article that shares a band, by id."""
        found = {one for band in enumerate(signature.bands) for one in self._bands.get(band, ())}
        return [self._articles[one] for one in sorted(found)]


def signature(text: str) -> Signature:
    """The MinHash signature of a text's folded word shingles, cut into bands."""
    from rensa import RMinHash

    rules = _rules()
    parts = shingles(text)
    if len(parts) < rules["least_shingles"]:
        return Signature(())
    sketch = RMinHash(num_perm=rules["bands"] * rules["rows"], seed=_SEED)
    sketch.update(sorted(parts))
    digest = sketch.digest()
    rows = rules["rows"]
    return Signature(tuple(_packed(digest[at:at + rows]) for at in range(0, len(digest), rows)))


@functools.lru_cache(maxsize=4_000)
def shingles(text: str) -> frozenset[str]:
    """The runs of words of a text, folded, without marks: what a change of a word or an ending leaves alike."""
    width = _rules()["words"]
    found = [token.norm for token in tokenize(text) if token.kind != "mark"]
    return frozenset(" ".join(found[at:at + width]) for at in range(len(found) - width + 1))


def likeness(one: str, other: str) -> tuple[float, float]:
    """How much of both texts is in both (Jaccard), and how much of the shorter is in the longer (containment)."""
    left, right = shingles(one), shingles(other)
    both = len(left & right)
    if not both:
        return 0.0, 0.0
    return both / (len(left) + len(right) - both), both / min(len(left), len(right))


def find_copies(articles: Iterable[ArticleText], index: CopyIndex | None = None) -> dict[str, str]:
    """Which articles copy an earlier one: copy -> the earliest article that it copies, by article id.

    `articles` are the new ones, in any order; `index` holds those seen before and keeps the new ones; None: none were.
    An old article is never found to copy a new one: what was original stays so.
    """
    index = MemoryIndex() if index is None else index
    fresh = sorted(articles, key=_age)
    originals: dict[str, str] = {}
    texts: dict[str, ArticleText] = {}
    signatures = {article.article_id: signature(article.text) for article in fresh}
    new = set(signatures)
    for article in fresh:
        index.add(article, signatures[article.article_id])
    for article in fresh:
        found = [other for other in index.near(signatures[article.article_id])
                 if other.article_id != article.article_id
                 and (other.article_id not in new or _earlier(other, article)) and is_copy(article.text, other.text)]
        if found:
            first = min(found, key=_age)
            texts[first.article_id] = first
            originals[article.article_id] = first.article_id
    return {copy: _origin(copy, originals, texts, {a.article_id: a for a in fresh}) for copy in sorted(originals)}


def is_copy(one: str, other: str) -> bool:
    """Whether one of two texts reprints the other: much of both, or most of the shorter, word for word."""
    rules = _rules()
    alike, inside = likeness(one, other)
    short = min(len(shingles(one)), len(shingles(other)))
    return bool(alike >= rules["jaccard"] or (inside >= rules["containment"] and short >= rules["least_inside"]))


def _origin(copy: str, originals: dict[str, str], texts: dict[str, ArticleText],
            fresh: dict[str, ArticleText]) -> str:
    """The first of a chain of copies, as long as the copy still looks like it."""
    at, seen = originals[copy], {copy}
    while at in originals and at not in seen:
        seen.add(at)
        beyond = originals[at]
        if max(likeness(fresh[copy].text, texts[beyond].text)) < _rules()["chain"]:
            break
        at = beyond
    return at


def _age(article: ArticleText) -> tuple[dt.date, str]:
    return article.published or dt.date.max, article.article_id


def _earlier(one: ArticleText, other: ArticleText) -> bool:
    """Whether the first of two alike articles is the original: by day; else the far shorter, else by id."""
    if one.published is not None and other.published is not None and one.published != other.published:
        return one.published < other.published
    longer = _rules()["longer"]
    left, right = len(shingles(one.text)), len(shingles(other.text))
    if max(left, right) > longer * min(left, right):
        return left < right
    return _age(one) < _age(other)


def _packed(rows: list[int]) -> int:
    """A band as one signed 64-bit number."""
    made = 0xCBF29CE484222325
    for value in rows:
        made = ((made ^ value) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return made - (1 << 64) if made >= 1 << 63 else made


@functools.cache
def _rules() -> Any:
    return toml("linking.toml")["copies"]
