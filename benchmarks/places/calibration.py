"""Calibration of the score: expected calibration error, its plot, and the fit of the package's numbers.

usage: python benchmarks/places/calibration.py INCIDENTS.jsonl [--places FILE]   (prints the fitted numbers)
"""

from __future__ import annotations

import argparse
import math
import pathlib
import sys
from collections.abc import Sequence

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.places.incidents import Answer, answers, read  # noqa: E402

RIGHT_KM = 25.0
BINS = 10
NAMES = ("intercept", "container", "nearby", "region")
# below one half a name of two equal meanings would still get a high score
SLOPES = (0.5, 0.75, 1.0)


def bins(found: Sequence[Answer]) -> list[tuple[float, float, int]]:
    """Mean score, share of right answers and count of each tenth of the score that holds an answer."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for answer in found:
        if answer.place is not None and answer.place.grounding is not None and answer.km is not None:
            score = answer.place.grounding.score
            groups[min(BINS - 1, int(score * BINS))].append((score, answer.km <= RIGHT_KM))
    return [(sum(s for s, _ in g) / len(g), sum(r for _, r in g) / len(g), len(g)) for g in groups if g]


def error(found: Sequence[Answer]) -> float:
    """Expected calibration error over ten bins of equal width."""
    groups = bins(found)
    total = sum(count for _, _, count in groups)
    return sum(count * abs(score - right) for score, right, count in groups) / total if total else 0.0


def plot(groups: Sequence[tuple[float, float, int]], title: str) -> str:
    """The reliability diagram as SVG: share of right answers over score, circles as large as their count."""
    size, pad = 360, 50

    def at(x: float, y: float) -> tuple[float, float]:
        return pad + x * size, pad + (1 - y) * size

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{size + 2 * pad}" height="{size + 2 * pad}" '
             'font-family="sans-serif" font-size="12">',
             f'<rect width="100%" height="100%" fill="white"/><text x="{pad}" y="{pad - 18}">{title}</text>',
             f'<rect x="{pad}" y="{pad}" width="{size}" height="{size}" fill="none" stroke="black"/>',
             f'<line x1="{pad}" y1="{pad + size}" x2="{pad + size}" y2="{pad}" stroke="gray" stroke-dasharray="4"/>']
    for tick in range(0, 11, 2):
        x, y = at(tick / 10, 0)
        parts.append(f'<text x="{x - 8}" y="{y + 16}">{tick / 10}</text>')
        x, y = at(0, tick / 10)
        parts.append(f'<text x="{x - 28}" y="{y + 4}">{tick / 10}</text>')
    for score, right, count in groups:
        x, y = at(score, right)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + math.sqrt(count) * 1.6:.1f}" fill="steelblue" '
                     f'fill-opacity="0.6"/><text x="{x + 8:.1f}" y="{y - 8:.1f}">{count}</text>')
    parts.append(f'<text x="{pad + size / 2 - 60}" y="{pad + size + 36}">score (mean of the bin)</text></svg>\n')
    return "\n".join(parts)


def features(answer: Answer) -> tuple[float, list[float]] | None:
    """The support of an answer (its score while `bare` holds), and what kind of answer it is."""
    if answer.place is None or answer.place.grounding is None or answer.km is None:
        return None
    grounding = answer.place.grounding
    return grounding.score, [1.0, float(grounding.reasons[0].startswith("its own")),
                             float(grounding.geo_precision == 2), float(grounding.geo_precision == 3)]


def bare() -> None:
    """Make the coder's score the bare support, to fit on."""
    from sijill.grounding.places import settings

    settings()["calibration"].update(slope=1.0, intercept=50.0, container=0.0, nearby=0.0, region=0.0)


def fit(found: Sequence[Answer], *, penalty: float = 1.0, steps: int = 3000) -> dict[str, float]:
    """The exponent of the support and a logistic factor, by log loss with a ridge; no library is needed."""
    rows = [(*x, float(a.km is not None and a.km <= RIGHT_KM)) for a in found if (x := features(a)) is not None]
    best: tuple[float, float, list[float]] | None = None
    for slope in SLOPES:
        weights = [1.0, 0.0, 0.0, 0.0]
        for _ in range(steps):
            gradient = [0.0] * len(weights)
            for support, x, right in rows:
                part = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, x, strict=True))))
                score = min(max(support**slope * part, 1e-6), 1 - 1e-6)
                miss = -(right / score - (1 - right) / (1 - score)) * support**slope * part * (1 - part)
                gradient = [g + miss * v for g, v in zip(gradient, x, strict=True)]
            weights = [w - 0.3 / len(rows) * (g + (penalty * w if n else 0))
                       for n, (w, g) in enumerate(zip(weights, gradient, strict=True))]
        loss = 0.0
        for support, x, right in rows:
            part = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, x, strict=True))))
            score = min(max(support**slope * part, 1e-6), 1 - 1e-6)
            loss -= math.log(score if right else 1 - score)
        if best is None or loss < best[0]:
            best = loss, slope, weights
    assert best is not None
    return {"slope": best[1], **{name: round(w, 3) for name, w in zip(NAMES, best[2], strict=True)}}


def main() -> None:
    """Fit on the first half of the incidents, with and without the gazetteer file; print the numbers."""
    import sijill

    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("incidents", type=pathlib.Path)
    ask.add_argument("--places", type=pathlib.Path)
    args = ask.parse_args()
    bare()
    reports = read(args.incidents)
    found = answers(reports, sijill.load([]))
    if args.places:
        found += answers(reports, sijill.load([args.places]))
    for name, value in fit([a for a in found if a.half == 0]).items():
        print(f"{name} = {value}")


if __name__ == "__main__":
    main()
