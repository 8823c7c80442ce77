"""A timeline: the days of one place as stacked probabilities, and above them the claims that speak of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sijill.errors import InputError
from sijill.territory.colours import NOBODY, colour_of
from sijill.territory.estimate import Estimate, Moved
from sijill.territory.evidence import CHANGES, Evidence
from sijill.territory.holders import CONTESTED, UNKNOWN
from sijill.territory.shown import BLACK, pyplot, save, titled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MARKS = {"takes": "^", "enters": "^", "holds": "o", "base": "s", "leaves": "v", "lost": "v", "clash": "D",
          "strikes": "*", "denied": "X", "attempts": "p"}
_HIGHEST = 8
_MOVES = 0.1
"""The least shift (log odds) on some day by which a claim about another place is marked."""
_PAD = 0.015


def draw_timeline(estimates: Sequence[Estimate], evidence: Sequence[Evidence], out: Path, title: str = "") -> None:
    """Draw one place over its days: stacked probabilities, and above them each claim as a mark in its side's colour.

    Full marks are the claims about the place (`evidence`), hollow ones below them those about what contains it, lies
    in it or beside it, if the estimates list them as having moved one.
    """
    plt = pyplot()
    if not estimates:
        raise InputError("there is no day to draw", next_step="Give --from and --to")
    days: list[Any] = [e.day for e in estimates]
    weight: Counter[str] = Counter()
    for one in estimates:
        weight.update({s: int(p * 1000) for s, p in one.probability.items()})
    actors = [s for s, _ in weight.most_common() if s not in (CONTESTED, UNKNOWN)]
    order = [*actors, CONTESTED, UNKNOWN]
    figure, (marks, axes) = plt.subplots(2, 1, figsize=(11, 5.5), sharex=True, height_ratios=[1, 3],
                                         layout="constrained")
    layers = axes.stackplot(days, [[e.probability.get(s, 0.0) for e in estimates] for s in order],
                            colors=[*(colour_of(s) for s in actors), "white", NOBODY],
                            labels=[titled(s) for s in order])
    layers[len(actors)].set_hatch("/////")
    layers[len(actors)].set_edgecolor(BLACK)
    axes.set_ylim(0, 1)
    # room at both ends, so that the marks of the first and last day are whole
    room = max(dt.timedelta(hours=12), _PAD * (days[-1] - days[0]))
    first, last = (dt.datetime.combine(day, dt.time()) for day in (days[0], days[-1]))
    limits: Any = (first - room, last + room)
    axes.set_xlim(limits)
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=8, labelspacing=0.9)
    own = [e for e in evidence if days[0] <= e.day <= days[-1]]
    _marks(marks, own, [e for e in _elsewhere(estimates) if days[0] <= e.day <= days[-1]])
    marks.set_title(title or estimates[0].spot.label, fontsize=12)
    figure.autofmt_xdate()
    save(figure, out)
    plt.close(figure)


def _elsewhere(estimates: Sequence[Estimate]) -> list[Evidence]:
    """The claims about other places that moved some estimate."""
    found: dict[str, Moved] = {}
    for one in estimates:
        for moved in one.claims:
            if moved.tie != "own" and abs(moved.shift) >= _MOVES:
                found[moved.evidence.claim] = moved
    return [moved.evidence for moved in found.values()]


def _marks(axes: Axes, own: Sequence[Evidence], elsewhere: Sequence[Evidence]) -> None:
    kinds: set[str] = set()
    below = _row(axes, elsewhere, 0, kinds, hollow=True)
    above = _row(axes, own, below, kinds, hollow=False)
    for kind in sorted(kinds):
        axes.scatter([], [], marker=_MARKS[kind], s=26, color=BLACK, linewidth=1, label=kind)
    if below:
        axes.scatter([], [], marker="o", s=26, facecolor="none", edgecolor=BLACK, linewidth=1,
                     label="hollow: elsewhere")
    axes.set_ylim(0, above + 1)
    axes.set_yticks([])
    axes.spines[["top", "left", "right"]].set_visible(False)
    if kinds:
        axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=7, ncols=2)
    axes.set_xlabel("")


def _row(axes: Axes, evidence: Sequence[Evidence], start: int, kinds: set[str], hollow: bool) -> int:
    """Draw marks above a height, those of one day above each other; the height of the highest."""
    heights: Counter[dt.date] = Counter()
    for one in sorted(evidence, key=lambda e: (e.day, e.kind not in CHANGES, e.claim)):
        if one.kind not in _MARKS or heights[one.day] >= _HIGHEST:
            continue
        heights[one.day] += 1
        side = next((s.member for s in one.sides if s.holder in one.subjects), None)
        colour = colour_of(side) if side else "#777777"
        at: tuple[list[Any], list[int]] = ([one.day], [start + heights[one.day]])
        axes.scatter(*at, marker=_MARKS[one.kind], s=26, facecolor="none" if hollow else colour, edgecolor=colour,
                     linewidth=1, clip_on=False)
        kinds.add(one.kind)
    return start + max(heights.values(), default=0)
