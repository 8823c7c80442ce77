"""How true scores are: those of about .7 should be right seven times in ten."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.evaluate import Judged

BINS = 10
DRAWS = 400


def bins(told: Sequence[Judged]) -> list[list[Judged]]:
    """The scores in ten bins of equal width."""
    out: list[list[Judged]] = [[] for _ in range(BINS)]
    for one in told:
        out[min(BINS - 1, int(one.score * BINS))].append(one)
    return out


def expected_error(told: Sequence[Judged]) -> float:
    """The mean distance between a bin's mean score and its share of right ones, bins weighed by size."""
    return sum(abs(sum(one.score - one.right for one in these)) for these in bins(told)) / max(1, len(told))


def error_by_chance(told: Sequence[Judged]) -> float:
    """The error that these scores have if every one is true: the mean of DRAWS, each right as often as it says."""
    drawn = random.Random(0)
    return sum(expected_error([replace(one, right=drawn.random() < one.score) for one in told])
               for _ in range(DRAWS)) / DRAWS


def table_of_bins(kinds: Mapping[str, Sequence[Judged]]) -> list[str]:
    """Each bin's number, mean score and share of right ones, as Markdown."""
    lines = ["| scores | " + " | ".join(f"{kind}: n, mean, right" for kind in kinds) + " |",
             "| --- |" + " --- |" * len(kinds)]
    table = {kind: bins(told) for kind, told in kinds.items()}
    for number in range(BINS):
        cells = (_cell(table[kind][number]) for kind in kinds)
        lines.append(f"| {number / BINS:.1f} to {(number + 1) / BINS:.1f} | {' | '.join(cells)} |")
    return lines


def _cell(these: Sequence[Judged]) -> str:
    if not these:
        return "-"
    return (f"{len(these)}, {sum(one.score for one in these) / len(these):.2f}, "
            f"{sum(one.right for one in these) / len(these):.2f}")
