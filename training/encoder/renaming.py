"""Articles with other names in them, so that the encoder learns how things are told, not of whom and where.

Mention replacement (Dai and Adel 2020, "An Analysis of Simple Data Augmentation for Named Entity Recognition",
section 3): a name gives way to another of its sort, the same one wherever the article has it.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sijill.arabic.clitics import ARTICLE
from training.encoder.targets import Article

_SHARE = 0.8
"""Of an article's names, how many give way."""


class Renamer:
    """Puts other names of the same sort, from all the articles, into an article."""

    def __init__(self, articles: Sequence[Article], seed: int) -> None:
        self._chance = random.Random(seed)
        spelled: defaultdict[str, set[str]] = defaultdict(set)
        for article in articles:
            for name in article.names:
                spelled[name.sort].add(article.text[name.start : name.end])
        self._pool = {sort: sorted(names) for sort, names in spelled.items()}

    def __call__(self, article: Article) -> Article:
        """The article with other names, its targets at their new offsets."""
        chosen: dict[tuple[str, str], str] = {}
        cuts: list[tuple[int, int, str]] = []
        for name in article.names:
            own = article.text[name.start : name.end]
            key = name.sort, own
            if key not in chosen:
                gives_way = self._chance.random() < _SHARE
                chosen[key] = self._chance.choice(self._pool[name.sort]) if gives_way else own
            other = chosen[key]
            if article.text[:name.start].endswith(ARTICLE[1]) and other.startswith(ARTICLE):
                # "for" written together with an article takes its alif
                other = other[1:]
            cuts.append((name.start, name.end, other))
        return renamed(article, cuts)


def renamed(article: Article, cuts: Sequence[tuple[int, int, str]]) -> Article:
    """An article with stretches (start, end, other text) replaced, in order; a target inside one stays inside it."""
    text: list[str] = []
    ends, moved = [0], [0]
    for start, end, other in cuts:
        text += article.text[ends[-1] : start], other
        ends.append(end)
        moved.append(moved[-1] + len(other) - (end - start))
    starts = [start for start, _, _ in cuts]

    def at(offset: int) -> int:
        number = bisect_right(starts, offset)
        if number and offset < cuts[number - 1][1]:
            start, _, other = cuts[number - 1]
            return start + moved[number - 1] + min(offset - start, max(0, len(other) - 1))
        return offset + moved[number]

    return replace(
        article, text="".join((*text, article.text[ends[-1] :])), names=(),
        words=tuple(replace(w, offset=at(w.offset)) for w in article.words),
        parts=tuple(replace(p, trigger=at(p.trigger), mentions=tuple(map(at, p.mentions))) for p in article.parts))
