"""Failures: the places whose holder is told wrong on most days, each with the likely cause."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.territory.scoring import Place, Scores
from sijill.territory.evidence import Evidence
from sijill.territory.holders import CONTESTED, UNKNOWN, holder_of, sides_of

_TELLING = frozenset(("takes", "leaves", "enters", "holds", "lost", "held", "base"))
_LONG = dt.timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Failure:
    """A place and window: how many of its days are wrong, what was true and told on most of those, and why."""

    place: Place
    wrong: int
    days: int
    true: str
    told: str
    cause: str


def failures(chosen: Sequence[Place], scores: Scores) -> list[Failure]:
    """The places that are wrong on more than half of their days, those with most wrong days first."""
    by_truth = defaultdict(list)
    for answer in scores.answers:
        by_truth[id(answer.truth)].append(answer)
    out = []
    for place in chosen:
        answers = by_truth[id(place.truth)]
        wrong = [a for a in answers if not a.right]
        if 2 * len(wrong) > len(answers):
            (true, told), _ = Counter((a.truth.days[a.day].holder, a.best) for a in wrong).most_common(1)[0]
            days = [a.day for a in wrong if a.truth.days[a.day].holder == true]
            out.append(Failure(place, len(wrong), len(answers), true, told, _cause(place, true, told, days)))
    return sorted(out, key=lambda f: (-f.wrong, f.place.truth.name))


def _cause(place: Place, true: str, told: str, days: Sequence[dt.date]) -> str:
    country, middle = place.truth.country, days[len(days) // 2]
    if true == CONTESTED:
        return "divided or fought over, told as held by one side"
    group = holder_of(true, country, middle) or true
    if told not in (CONTESTED, UNKNOWN) and group in {s.holder for s in sides_of(told, country, middle)}:
        return "named by a word for several sides"
    telling = [e for e in place.evidence if e.kind in _TELLING and e.spread != "around"]
    near = [e for e in telling if days[0] - _LONG <= e.day <= days[-1] + _LONG]
    if not telling:
        return "no claim of who takes, leaves or holds it"
    if not near:
        return "only claims of more than half a year before or after"
    if not any(_for(e, group) for e in near):
        return "no claim near in time names the true holder"
    if told == CONTESTED:
        return "held by one side, told as fought over"
    last = [e for e in near if e.day <= middle]
    return "the last claims name another" if last and not _for(last[-1], group) else "claims disagree"


def _for(one: Evidence, group: str) -> bool:
    return group in (one.objects if one.kind in ("leaves", "lost") else one.subjects)


def lines(found: Sequence[Failure], most: int) -> list[str]:
    """The failures as Markdown: how many of each cause, then the places."""
    causes: Counter[str] = Counter()
    days: Counter[str] = Counter()
    for one in found:
        causes[one.cause] += 1
        days[one.cause] += one.wrong
    out = ["| cause | places | wrong days |", "| --- | --- | --- |",
           *(f"| {cause} | {count} | {days[cause]:,} |" for cause, count in causes.most_common()), "",
           "| place | country | window | wrong days | truth | estimate | cause |",
           "| --- | --- | --- | --- | --- | --- | --- |"]
    out += [f"| {f.place.truth.name} | {f.place.truth.country} | {f.place.truth.window} | {f.wrong} of {f.days} | "
            f"{f.true} | {f.told} | {f.cause} |" for f in found[:most]]
    if len(found) > most:
        out += ["", f"{len(found) - most} more with fewer wrong days."]
    return out
