"""Reprints: articles and copies of them that a script edits as outlets do; which are found, and whose they are."""

from __future__ import annotations

import datetime as dt
import json
import pathlib
import random
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass

from sijill.link.copies import ArticleText, find_copies, likeness

COUNT = 500
ALIKE = 0.3
"""Articles of the sample that share this much with an earlier one are left out: reprints nobody marked."""
_SWAPS = (("أ", "ا"), ("إ", "ا"), ("ة", "ه"), ("ى", "ي"))
_LINES = ("عاجل | ", "دمشق - وكالات: ", "متابعات\n", "خاص - ")
_ENDS = ("\nالمصدر: وكالات", "\nتابعونا على مواقع التواصل", "\nجميع الحقوق محفوظة", "")
_MARKS = "\u064e\u064f\u0650\u0651"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many copies there are, how many were called copies, how many of them rightly; seconds; by kind of edit."""

    copies: int
    called: int
    right: int
    seconds: float
    missed: dict[str, int]

    @property
    def precision(self) -> float:
        """Of those called copies, the share that was made from the same article as what it is said to copy."""
        return self.right / self.called if self.called else 1.0

    @property
    def recall(self) -> float:
        """Of the copies, the share that was found to be one text with its original."""
        return 1 - sum(self.missed.values()) / self.copies


def measured(path: pathlib.Path, seed: int) -> Outcome:
    """500 articles, an edited copy of each second one, pairs of others merged; other articles stay as negatives."""
    chance = random.Random(seed)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    chance.shuffle(rows)
    dated = [r for r in rows if r["published"] and len(r["text"]) > 300]
    originals = _unlike(dated)
    # paragraphs that are added come from articles that are not of the sample
    rest = dated[-COUNT:]
    made: list[tuple[ArticleText, frozenset[str], str]] = []
    for number, row in enumerate(originals):
        if number % 2 and number % 5:
            continue
        kind = chance.choice(sorted(EDITS))
        other = chance.choice(originals if kind == "merged" else rest)
        text = EDITS[kind](chance, row["text"], other["text"])
        day = dt.date.fromisoformat(row["published"][:10]) + dt.timedelta(days=chance.randrange(3))
        sources = frozenset((row["doc_id"], other["doc_id"]) if kind == "merged" else (row["doc_id"],))
        made.append((ArticleText(f"copy-{number}", text, None, day), sources, kind))
    articles = [ArticleText(r["doc_id"], r["text"], None, dt.date.fromisoformat(r["published"][:10]))
                for r in originals] + [article for article, _, _ in made]
    began = time.perf_counter()
    found = find_copies(articles)
    seconds = time.perf_counter() - began
    # what a text was made from; of two of one day either may be called the original
    made_from = {a.article_id: sources for a, sources, _ in made} | {r["doc_id"]: frozenset((r["doc_id"],))
                                                                     for r in originals}
    right = sum(1 for copy, its in found.items() if made_from[copy] & made_from[its])
    missed = dict.fromkeys(EDITS, 0)
    for article, sources, kind in made:
        its = found.get(article.article_id)
        if not (its and sources & made_from[its]) and not any(found.get(one) == article.article_id for one in sources):
            missed[kind] += 1
    return Outcome(len(made), len(found), right, seconds, missed)


def _unlike(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The first 500 that are not reprints of one another."""
    seen = find_copies(ArticleText(r["doc_id"], r["text"]) for r in rows)
    kept = [r for r in rows if r["doc_id"] not in seen][:COUNT]
    return [r for r in kept if all(max(likeness(r["text"], o["text"])) < ALIKE for o in kept if o is not r)]


def _headline(chance: random.Random, text: str, _: str) -> str:
    first, mark, rest = text.partition("\n")
    words = first.split()
    chance.shuffle(words)
    return chance.choice(_LINES) + " ".join(words[:12]) + "\n" + (rest if mark and len(rest) > 200 else text)


def _cut(chance: random.Random, text: str, _: str) -> str:
    sentences = re.split(r"(?<=[.!؟\n])", text)
    kept = max(1, round(len(sentences) * chance.uniform(0.5, 0.8)))
    cut = "".join(sentences[:kept])
    return cut if len(cut) > len(text) * 0.4 else text[:len(text) * 6 // 10]


def _added(chance: random.Random, text: str, other: str) -> str:
    more = other[:int(len(text) * chance.uniform(0.2, 0.6))]
    return chance.choice(_LINES) + text + "\n" + more + chance.choice(_ENDS)


def _spelled(chance: random.Random, text: str, _: str) -> str:
    for old, new in _SWAPS:
        if chance.random() < 0.7:
            text = text.replace(old, new)
    return "".join(c + (chance.choice(_MARKS) if c.isalpha() and chance.random() < 0.1 else "") for c in text)


def _reworded(chance: random.Random, text: str, _: str) -> str:
    words = text.split(" ")
    return " ".join(w for w in words if chance.random() > 0.05)


def _merged(chance: random.Random, text: str, other: str) -> str:
    parts = [text, other[:len(text)]]
    chance.shuffle(parts)
    return "\n".join(parts)


def _all(chance: random.Random, text: str, other: str) -> str:
    return _spelled(chance, _headline(chance, _cut(chance, text, other), other), other) + chance.choice(_ENDS)


EDITS = {"headline": _headline, "cut": _cut, "added": _added, "spelled": _spelled, "reworded": _reworded,
         "merged": _merged, "all at once": _all}
"""The edits by name: (chance, text, another text) -> the copy."""
