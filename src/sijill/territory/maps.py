"""A map of who holds what on a day: a mark a place, in the colour of its likeliest holder, named where there is room.

Matplotlib 3.11 shapes Arabic and writes it from right to left itself; the font must have Arabic letters.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sijill.errors import InputError
from sijill.territory.colours import NOBODY, colour_of, tint
from sijill.territory.estimate import Estimate
from sijill.territory.holders import CONTESTED, UNKNOWN
from sijill.territory.shown import BLACK, pyplot, save, titled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Box = tuple[float, float, float, float]
_MOST_NAMES = 60
_LETTER, _TALL = 4.8, 11.0
"""Points that a letter of a name is wide on average, and a name high."""
_AWAY = (1.0, 12.0, 26.0)
"""Points from a mark at which its name is tried; a line leads to a name that is not beside its mark."""
_TALLEST = 8.0
_LEAST_DEGREES = 0.02
_CORE, _ROOM = 0.1, 1.0
"""The part of places at either end that does not say how wide the map is; room around the others, in their width."""
_NAMED_OUTSIDE = 4
_GROUND = "#f7f5f0"


def draw_map(estimates: Sequence[Estimate], out: Path, title: str = "") -> int:
    """Draw the places of one day (PNG or SVG, by the name's ending); how many have a known point and are drawn.

    Colour is the likeliest holder, as faint as that is unlikely; a contested place is hatched, an unknown one grey.
    Places far from nearly all others are left out, and named below.
    """
    plt = pyplot()
    known = [e for e in estimates if e.spot.lat is not None and e.spot.lon is not None]
    if not known:
        raise InputError("no place of these has a known point", next_step="Ask for other places or another day")
    drawn = _together(known)
    lats = [e.spot.lat or 0.0 for e in drawn]
    lons = [e.spot.lon or 0.0 for e in drawn]
    squeeze = math.cos(math.radians((min(lats) + max(lats)) / 2))
    wide = max((max(lons) - min(lons)) * squeeze, _LEAST_DEGREES)
    tall = max(max(lats) - min(lats), _LEAST_DEGREES)
    size = _TALLEST / max(wide, tall)
    figure, axes = plt.subplots(figsize=(max(6.0, wide * size) + 2.5, max(5.0, tall * size)), layout="constrained")
    axes.set_facecolor(_GROUND)
    axes.grid(color="white", linewidth=1.2)
    axes.set_axisbelow(True)
    for one in sorted(drawn, key=lambda e: e.probability[e.holder]):
        _point(axes, one)
    axes.set_aspect(1 / squeeze, adjustable="datalim")
    axes.margins(0.12)
    axes.ticklabel_format(useOffset=False)
    axes.tick_params(colors="#888888", labelsize=7)
    for state, _ in Counter(e.holder for e in drawn).most_common():
        if state not in (CONTESTED, UNKNOWN):
            axes.scatter([], [], s=60, color=colour_of(state), label=titled(state))
    axes.scatter([], [], s=60, facecolor="white", edgecolor=BLACK, hatch="/////", label=CONTESTED)
    axes.scatter([], [], s=60, color=NOBODY, label=UNKNOWN)
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=8, labelspacing=0.9)
    axes.set_title(title, fontsize=11)
    if len(drawn) < len(known):
        axes.set_xlabel(_outside(known, drawn), fontsize=8, color="#555555")
    figure.draw_without_rendering()
    _name(axes, drawn)
    save(figure, out)
    plt.close(figure)
    return len(drawn)


def _together(known: Sequence[Estimate]) -> list[Estimate]:
    """The places without those that lie so far from nearly all others that they would squeeze these."""
    kept = list(known)
    for axis in (0, 1):
        at = {id(e): (e.spot.lat or 0.0, e.spot.lon or 0.0)[axis] for e in known}
        values = sorted(at.values())
        cut = int(len(values) * _CORE)
        low, high = values[cut], values[len(values) - 1 - cut]
        room = max(high - low, _LEAST_DEGREES) * _ROOM
        kept = [e for e in kept if low - room <= at[id(e)] <= high + room]
    return kept or list(known)


def _outside(known: Sequence[Estimate], drawn: Sequence[Estimate]) -> str:
    inside = {id(e) for e in drawn}
    left = sorted((e for e in known if id(e) not in inside), key=_weight, reverse=True)
    names = "، ".join(e.spot.label for e in left[:_NAMED_OUTSIDE])
    return f"far away and not drawn ({len(left)}): {names}{' …' if len(left) > _NAMED_OUTSIDE else ''}"


def _point(axes: Axes, one: Estimate) -> None:
    sure = one.probability[one.holder]
    size = _size(one)
    at: tuple[list[float], list[float]] = ([one.spot.lon or 0.0], [one.spot.lat or 0.0])
    if one.holder == CONTESTED:
        axes.scatter(*at, s=size, facecolor="white", edgecolor=BLACK, hatch="/////", linewidth=0.8)
    elif one.holder == UNKNOWN:
        axes.scatter(*at, s=size, color=tint(NOBODY, 0.4, _GROUND), linewidth=0)
    else:
        axes.scatter(*at, s=size, color=tint(colour_of(one.holder), sure, _GROUND), linewidth=0)


def _name(axes: Axes, drawn: Sequence[Estimate]) -> None:
    """Names of the places with most claims, at their marks, where they meet neither another mark nor another name."""
    points = axes.figure.dpi / 72
    at = {id(e): axes.transData.transform((e.spot.lon or 0.0, e.spot.lat or 0.0)) / points for e in drawn}
    taken = [(x - r, y - r, x + r, y + r) for e in drawn for (x, y), r in ((at[id(e)], _radius(e)),)]
    frame = tuple(edge / points for edge in axes.bbox.extents)
    names = 0
    for one in sorted(drawn, key=_weight, reverse=True):
        if names == _MOST_NAMES:
            return
        width, (x, y) = _LETTER * len(one.spot.label) + 2, at[id(one)]
        for box, line in _boxes(x, y, width, _radius(one)):
            inside = frame[0] <= box[0] and box[2] <= frame[2] and frame[1] <= box[1] and box[3] <= frame[3]
            if inside and not any(_meet(box, other) for other in taken):
                middle = ((box[0] + box[2]) / 2 - x, (box[1] + box[3]) / 2 - y)
                axes.annotate(one.spot.label, (one.spot.lon or 0.0, one.spot.lat or 0.0), xytext=middle,
                              textcoords="offset points", fontsize=8, ha="center", va="center", color=BLACK,
                              arrowprops={"arrowstyle": "-", "color": "#999999", "linewidth": 0.6,
                                          "shrinkA": 0, "shrinkB": 0} if line else None)
                taken.append(box)
                names += 1
                break


def _boxes(x: float, y: float, width: float, radius: float) -> list[tuple[Box, bool]]:
    """Where a name may stand around a mark, best first, and whether a line must lead to it."""
    out = []
    for away in _AWAY:
        for across, up in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1)):
            reach = radius + away if not (across and up) else (radius + away) * 0.7
            middle = x + across * (reach + width / 2), y + up * (reach + _TALL / 2)
            box = (middle[0] - width / 2, middle[1] - _TALL / 2, middle[0] + width / 2, middle[1] + _TALL / 2)
            out.append((box, away > _AWAY[0]))
    return out


def _weight(one: Estimate) -> int:
    """How often claims name a place."""
    return one.spot.names.total()


def _radius(one: Estimate) -> float:
    """Half the width of a place's mark in points."""
    return math.sqrt(_size(one)) / 2


def _size(one: Estimate) -> float:
    return 25 + 22 * math.log1p(_weight(one))


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
