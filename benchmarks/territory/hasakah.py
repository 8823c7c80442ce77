"""Hasakah on 1 August 2015: each quarter that the seed article names, its holder there, the estimate."""

from __future__ import annotations

import datetime as dt
import json
import pathlib
from dataclasses import dataclass

import sijill
from benchmarks.territory.coded import Coding
from sijill import resources
from sijill.documents import Document
from sijill.territory.estimate import Estimate, Territory
from sijill.territory.holders import CONTESTED, UNKNOWN, holder_of
from sijill.territory.model import MODES, Mode

DAY = dt.date(2015, 8, 1)
CITY = "الحسكة"


@dataclass(frozen=True, slots=True)
class Row:
    """A quarter: who the article says took it, wholly or in part, and the estimate (None where no claim is known)."""

    name: str
    named: tuple[str, ...]
    extent: str
    estimate: Estimate | None
    others: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether the likeliest state is a side that is named.

        Contested and unknown are right too where reports disagree: the article names two sides, or some report names
        `others` as holders.
        """
        if self.estimate is None:
            return False
        best = self.estimate.holder
        if best in (CONTESTED, UNKNOWN):
            return len(self.named) > 1 or bool(self.others)
        return holder_of(best, "SYR", DAY) in {holder_of(one, "SYR", DAY) for one in self.named}


def documents(seed: pathlib.Path, model: Coding) -> list[Document]:
    """The demo's reports and the seed article, coded."""
    coder = sijill.load([], "encoder" if model == "encoder" else None)
    articles = [json.loads(line) for line in resources.read_text("demo/hasakah-2015.jsonl").splitlines()]
    articles.append(json.loads(seed.read_text(encoding="utf-8")))
    return [coder(a["text"], **{n: a.get(n) for n in ("doc_id", "source", "url", "title", "published")})
            for a in articles]


def rows(seed: pathlib.Path, territory: Territory, mode: Mode) -> list[Row]:
    """The quarters of the article's gold control claims, in its order."""
    named: dict[str, tuple[list[str], str]] = {}
    for claim in json.loads(seed.read_text(encoding="utf-8"))["control"]:
        place = claim["place"]
        if place.get("within") == CITY and claim["polarity"] == "holds":
            named.setdefault(place["name"], ([], place["extent"]))[0].append(claim["holder"])
    out = []
    for name, (holders, extent) in named.items():
        spots = territory.spots.find(name, CITY) or territory.spots.find(name)
        found = next(iter(territory.estimates([DAY], spots[:1], mode)), None) if spots else None
        sides = {holder_of(one, "SYR", DAY) for one in holders}
        others = {side for e in territory.claims_about(spots[0]) if e.kind in ("takes", "holds") and e.day <= DAY
                  for side in e.subjects if side not in sides} if spots else set()
        out.append(Row(name, tuple(holders), extent, found, frozenset(others)))
    return out


def lines(seed: pathlib.Path, model: Coding) -> list[str]:
    """The tables as Markdown: by what was known on that day, and by all that is known."""
    territory = Territory.of(documents(seed, model))
    return [line for mode in MODES for line in
            (f"As known on that day ({mode}):" if mode == "online" else f"As known now ({mode}):", "",
             *_table(rows(seed, territory, mode)), "")]


def _table(found: list[Row]) -> list[str]:
    out = ["| quarter | the article names | extent | others named | likeliest | probabilities | |",
           "| --- | --- | --- | --- | --- | --- | --- |"]
    for row in found:
        one = row.estimate
        said = ", ".join(f"{s} {p:.2f}" for s, p in sorted(one.probability.items(), key=lambda i: -i[1])
                         if p >= 0.01) if one else ""
        out.append(f"| {row.name} | {', '.join(row.named)} | {row.extent} | "
                   f"{', '.join(sorted(row.others))} | {one.holder if one else 'no claim'} | "
                   f"{said} | {'right' if row.right else 'WRONG'} |")
    return [*out, "", f"{sum(r.right for r in found)} of {len(found)} right."]
