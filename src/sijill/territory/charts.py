"""Charts: a map of who holds what on a day, and the days of one place as stacked probabilities.

Matplotlib 3.11 shapes Arabic and writes it from right to left itself; the font must have Arabic letters.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sijill.errors import InputError
from sijill.territory.estimate import Estimate
from sijill.territory.evidence import CHANGES, Evidence
from sijill.territory.holders import CONTESTED, UNKNOWN

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLOURS = ("#1b6ca8", "#c8553d", "#3a7d44", "#8e5ea2", "#c9a227", "#2a9d8f", "#7a4419", "#d46a9f", "#5f6b2e", "#4d4d7f")
GREY, BLACK = "#c4c4c4", "#333333"
Box = tuple[float, float, float, float]
_LABELS = 40
_LETTER, _TALL = 4.6, 11.0
"""Points that a letter of a name is wide on average, and a name high."""
_TALLEST = 8
_MARKS = {"takes": "^", "enters": "^", "holds": "o", "base": "s", "leaves": "v", "lost": "v", "clash": "x",
          "strikes": "*", "denied": "|", "attempts": "1"}


def draw_map(estimates: Sequence[Estimate], out: Path, title: str = "") -> int:
    """Draw the places of one day (PNG or SVG, by the name's ending); how many have a known point and are drawn.

    Colour is the likeliest holder, opacity its probability; a contested place is hatched, an unknown one grey.
    """
    plt = _pyplot()
    drawn = [e for e in estimates if e.spot.lat is not None and e.spot.lon is not None]
    if not drawn:
        raise InputError("no place of these has a known point", next_step="Ask for other places or another day")
    colours = _colours(Counter(e.holder for e in drawn))
    lats = [e.spot.lat or 0.0 for e in drawn]
    lons = [e.spot.lon or 0.0 for e in drawn]
    squeeze = math.cos(math.radians((min(lats) + max(lats)) / 2))
    wide = max((max(lons) - min(lons)) * squeeze, 0.2)
    tall = max(max(lats) - min(lats), 0.2)
    size = _TALLEST / max(wide, tall)
    figure, axes = plt.subplots(figsize=(max(5.0, wide * size) + 2.5, max(4.0, tall * size)), layout="constrained")
    axes.set_facecolor("#f7f5f0")
    axes.grid(color="white", linewidth=1.2)
    axes.set_axisbelow(True)
    for one in sorted(drawn, key=lambda e: e.probability[e.holder]):
        _point(axes, one, colours)
    axes.set_aspect(1 / squeeze)
    axes.margins(0.12)
    axes.tick_params(colors="#888888", labelsize=7)
    for state, colour in colours.items():
        axes.scatter([], [], s=60, color=colour, label=state)
    axes.scatter([], [], s=60, facecolor="white", edgecolor=BLACK, hatch="/////", label=CONTESTED)
    axes.scatter([], [], s=60, color=GREY, label=UNKNOWN)
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=8)
    axes.set_title(title, fontsize=11)
    figure.draw_without_rendering()
    _name(axes, drawn)
    _save(figure, out)
    plt.close(figure)
    return len(drawn)


def _point(axes: Axes, one: Estimate, colours: dict[str, str]) -> None:
    sure = one.probability[one.holder]
    size = _size(one)
    at: tuple[list[float], list[float]] = ([one.spot.lon or 0.0], [one.spot.lat or 0.0])
    if one.holder == CONTESTED:
        axes.scatter(*at, s=size, facecolor="white", edgecolor=BLACK, hatch="/////", linewidth=0.8)
    elif one.holder == UNKNOWN:
        axes.scatter(*at, s=size, color=GREY, alpha=0.5, linewidth=0)
    else:
        axes.scatter(*at, s=size, color=colours[one.holder], alpha=max(0.15, sure), linewidth=0)


def _name(axes: Axes, drawn: Sequence[Estimate]) -> None:
    """Names of the places with most claims, beside their points, where they meet neither a point nor a name."""
    points = axes.figure.dpi / 72
    at = {id(e): axes.transData.transform((e.spot.lon or 0.0, e.spot.lat or 0.0)) / points for e in drawn}
    taken = [(x - r, y - r, x + r, y + r) for e in drawn for (x, y), r in ((at[id(e)], _radius(e)),)]
    frame = tuple(edge / points for edge in axes.bbox.extents)
    names = 0
    for one in sorted(drawn, key=lambda e: -sum(e.spot.names.values())):
        width, (x, y), away = _LETTER * len(one.spot.label), at[id(one)], _radius(one) + 1
        for left, low, align in ((-width / 2, away, "center"), (-width / 2, -away - _TALL, "center"),
                                 (away, -_TALL / 2, "left"), (-away - width, -_TALL / 2, "right")):
            box = (x + left, y + low, x + left + width, y + low + _TALL)
            inside = frame[0] <= box[0] and box[2] <= frame[2] and frame[1] <= box[1] and box[3] <= frame[3]
            if names < _LABELS and inside and not any(_meet(box, other) for other in taken):
                shift = {"center": 0.0, "left": away, "right": -away}[align]
                axes.annotate(one.spot.label, (one.spot.lon or 0.0, one.spot.lat or 0.0), xytext=(shift, low),
                              textcoords="offset points", fontsize=8, ha=align, va="bottom", color=BLACK)
                taken.append(box)
                names += 1
                break


def _radius(one: Estimate) -> float:
    """Half the width of a place's mark in points."""
    return math.sqrt(_size(one)) / 2


def _size(one: Estimate) -> float:
    return 25 + 22 * math.log1p(sum(one.spot.names.values()))


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def draw_timeline(estimates: Sequence[Estimate], evidence: Sequence[Evidence], out: Path) -> None:
    """Draw one place over its days: stacked probabilities, and above them each claim as a mark in its side's colour."""
    plt = _pyplot()
    if not estimates:
        raise InputError("there is no day to draw", next_step="Give --from and --to")
    days: list[Any] = [e.day for e in estimates]
    weight: Counter[str] = Counter()
    for one in estimates:
        weight.update({s: int(p * 1000) for s, p in one.probability.items()})
    actors = [s for s, _ in weight.most_common() if s not in (CONTESTED, UNKNOWN)]
    colours = _colours(Counter({s: weight[s] for s in actors}))
    order = [*actors, CONTESTED, UNKNOWN]
    figure, (marks, axes) = plt.subplots(2, 1, figsize=(10, 5), sharex=True, height_ratios=[1, 3], layout="constrained")
    layers = axes.stackplot(days, [[e.probability.get(s, 0.0) for e in estimates] for s in order],
                            colors=[*(colours[s] for s in actors), "white", GREY], labels=order)
    layers[len(actors)].set_hatch("/////")
    layers[len(actors)].set_edgecolor(BLACK)
    axes.set_ylim(0, 1)
    axes.set_xlim(days[0], days[-1] if days[-1] > days[0] else days[0] + dt.timedelta(days=1))
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=8)
    _marks(marks, [e for e in evidence if days[0] <= e.day <= days[-1]], colours, estimates)
    marks.set_title(estimates[0].spot.label, fontsize=12)
    figure.autofmt_xdate()
    _save(figure, out)
    plt.close(figure)


def _marks(axes: Axes, evidence: Sequence[Evidence], colours: dict[str, str], estimates: Sequence[Estimate]) -> None:
    heights: Counter[dt.date] = Counter()
    names: set[str] = set()
    for one in sorted(evidence, key=lambda e: (e.day, e.kind not in CHANGES, e.claim)):
        if one.kind not in _MARKS or heights[one.day] > 8:
            continue
        heights[one.day] += 1
        members = [s.member for s in one.sides if s.holder in one.subjects] or list(one.subjects)
        colour = next((colours[s] for s in (*one.subjects, *members) if s in colours), "#777777")
        at: tuple[list[Any], list[int]] = ([one.day], [heights[one.day]])
        axes.scatter(*at, marker=_MARKS[one.kind], s=26, color=colour, linewidth=1)
        names.add(one.kind)
    for kind in sorted(names):
        axes.scatter([], [], marker=_MARKS[kind], s=26, color=BLACK, linewidth=1, label=kind)
    axes.set_ylim(0, max(heights.values(), default=0) + 1)
    axes.set_yticks([])
    axes.spines[["top", "left", "right"]].set_visible(False)
    if names:
        axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=7, ncols=2)
    axes.set_xlabel("")


def _colours(states: Counter[str]) -> dict[str, str]:
    actors = [s for s, _ in sorted(states.items(), key=lambda i: (-i[1], i[0])) if s not in (CONTESTED, UNKNOWN)]
    return {s: COLOURS[n % len(COLOURS)] for n, s in enumerate(actors)}


def _save(figure: Any, out: Path) -> None:
    if out.suffix.lower() not in (".png", ".svg"):
        raise InputError("a chart is a PNG or an SVG file", where=str(out), next_step="End its name in .png or .svg")
    try:
        figure.savefig(out, dpi=150)
    except OSError as error:
        raise InputError(f"the chart cannot be written: {error.strerror}", where=str(out),
                         next_step="Name a file in a folder that you may write to") from error


def _pyplot() -> Any:
    try:
        import matplotlib
    except ImportError as error:
        raise InputError("charts need Matplotlib", next_step="pip install 'sijill[analysis]'") from error
    # drawn to a file, never to a screen
    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    return plt
