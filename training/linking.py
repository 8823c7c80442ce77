"""Fit what agreement between claims weighs, on reports whose incident is known; writes link_weights.toml.

usage: python -m training.linking INCIDENTS.jsonl [--penalty 10]

Each line has text, source, published and incident_id. Only half of the incidents (by hash of their id) is used: the
other half is left for the benchmark. Which claims of two reports tell the same is not known, only that some do: the
likeliest pair of each two reports is taken for it, and the weights are fitted again, a few times. They stay near
those set by hand (START), which say what must hold in a record that is not like these reports.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import math
import pathlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import sijill
from sijill.link.claims import claims_of
from sijill.link.comparison import Levels, compare
from sijill.link.traits import Traits, traits_of
from training.incidents import half_of

OUT = pathlib.Path(__file__).resolve().parent.parent / "src" / "sijill" / "_data" / "link_weights.toml"
ROUNDS = 8
UNTOLD = 0.12
"""The share of pairs of reports on one incident that no claim shows to be."""
PRIOR = -8.0
START: dict[str, dict[str, float]] = {
    "time": {"same_day": 4, "next_day": 2, "days_apart": -3, "apart": -9, "wide": 0, "weekday_same": 1.5,
             "weekday_differs": -2.5, "date_same": 3.5, "date_differs": -8},
    "place": {"same_small": 5, "same_city": 3, "near": 2.5, "inside": 1.5, "same_wide": 0, "near_wide": 0,
              "close": -1, "apart": -5},
    "type": {"same": 1, "kin": -1, "class": -2.5, "apart": -4},
    "doer": {"same": 1, "kin": 0, "differ": -1, "swapped": -0.5},
    "target": {"same": 0.5, "kin": 0, "differ": -0.5},
    "killed": {"equal_many": 4, "equal_few": 2.5, "equal_one": 1.5, "overlap": 0.5, "close": 1, "conflict": -1},
    "wounded": {"equal_many": 4, "equal_few": 2.5, "equal_one": 1.5, "overlap": 0.5, "close": 1, "conflict": -0.5},
    "words": {"0": -2, "1": -1, "2": 1, "3": 2, "4": 3, "5": 4},
    "share": {"0": -1, "1": 0, "2": 0, "3": 0, "4": 1, "5": 2, "6": 3},
    "lead": {"both": 1, "one": 0, "neither": -1},
    "factuality": {"denied": -1, "planned": -2},
}
BY_HAND = {"article": {"same": -2.0, "same_other_type": -6.0, "reprint": 3.0}}
"""What the reports cannot teach: claims of one article, and of an article and its reprint."""


def main() -> None:
    """Code the reports of the first half, fit and write the weights."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("incidents", type=pathlib.Path)
    ask.add_argument("--penalty", type=float, default=10.0, help="how strongly weights are held to those set by hand")
    args = ask.parse_args()
    rows = [json.loads(line) for line in args.incidents.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if half_of(row["incident_id"]) == 0]
    coder = sijill.load([])
    claims = [[traits_of(c) for c in claims_of(coder(
        row["text"], doc_id=row["doc_id"], source=row["source"], url=row["url"], title=row["title"],
        published=row["published"]))] for row in rows]
    prior, weights = fit(compared(claims, [row["incident_id"] for row in rows]), args.penalty)
    write(prior, weights)
    print(f"{len(rows)} reports, prior {prior:.2f} bits; written to {OUT}")


Pair = tuple[tuple[int, int], bool, Levels]


def compared(claims: Sequence[Sequence[Traits]], incidents: Sequence[str]) -> list[Pair]:
    """Every two claims of different reports whose types may tell the same, and whether the incident is one."""
    return [((a, b), incidents[a] == incidents[b], compare(one, two))
            for a, b in itertools.combinations(range(len(claims)), 2)
            for one in claims[a] for two in claims[b] if one.classes & two.classes]


def fit(pairs: Sequence[Pair], penalty: float) -> tuple[float, dict[str, dict[str, float]]]:
    """The prior and the weights, in bits."""
    names = [(feature, level) for feature, levels in START.items() for level in levels]
    index = {name: at for at, name in enumerate(names)}
    rows, columns = [], []
    for at, (_, _, levels) in enumerate(pairs):
        for item in levels.items():
            if item in index:
                rows.append(at)
                columns.append(index[item])
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(pairs), len(names)))
    start = np.array([START[f][v] for f, v in names]) * math.log(2)
    weights, bias = start.copy(), PRIOR * math.log(2)
    negative = [at for at, (_, same, _) in enumerate(pairs) if not same]
    for _ in range(ROUNDS):
        scores = matrix @ weights + bias
        best: dict[tuple[int, int], int] = {}
        for at, (reports, same, _) in enumerate(pairs):
            if same and (reports not in best or scores[at] > scores[best[reports]]):
                best[reports] = at
        ranked = sorted(best.values(), key=lambda at: scores[at])
        positive = ranked[int(UNTOLD * len(ranked)) + 1:]
        chosen = positive + negative
        target = np.array([1.0] * len(positive) + [0.0] * len(negative))
        weights, bias = _logistic(matrix[chosen], target, start, bias, penalty)
    found: dict[str, dict[str, float]] = {}
    for at, (feature, level) in enumerate(names):
        found.setdefault(feature, {})[level] = float(weights[at]) / math.log(2)
    return bias / math.log(2), found


def _logistic(matrix: Any, target: Any, start: Any, bias: float, penalty: float) -> tuple[Any, float]:
    """A logistic regression whose weights are held near `start`."""
    width = matrix.shape[1]

    def loss(values: Any) -> tuple[float, Any]:
        scores = matrix @ values[:width] + values[width]
        moved = values[:width] - start
        error = 1 / (1 + np.exp(-scores)) - target
        total = float(np.sum(np.logaddexp(0, scores) - target * scores) + 0.5 * penalty * moved @ moved)
        return total, np.r_[matrix.T @ error + penalty * moved, np.sum(error)]

    found = minimize(loss, np.r_[start, bias], jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return found[:width], float(found[width])


def write(prior: float, weights: dict[str, dict[str, float]]) -> None:
    """Write the weights as TOML."""
    lines = [f"# what each level of agreement weighs, in bits; by training/linking.py, {dt.date.today().isoformat()}",
             "", "[prior]", f"bits = {prior:.2f}"]
    for feature, levels in (weights | BY_HAND).items():
        lines += ["", f"[{feature}]", *(f"{level} = {bits:.2f}" for level, bits in levels.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
