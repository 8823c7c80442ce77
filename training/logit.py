"""A conditional logit with L2 by L-BFGS: the right candidates of each choice against the rest."""

from __future__ import annotations

from collections import Counter

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Option = tuple[list[str], bool]


def fit(choices: list[list[Option]], penalty: float = 1.0, least: int = 2) -> dict[str, float]:
    """Weights by feature; each choice is its options as (features, right); one or more may be right."""
    choices = [c for c in choices if any(right for _, right in c) and not all(right for _, right in c)]
    if not choices:
        return {}
    counts = Counter(f for c in choices for features, _ in c for f in set(features))
    index = {f: i for i, (f, n) in enumerate(sorted(counts.items())) if n >= least}
    index = {f: i for i, f in enumerate(index)}
    rows: list[int] = []
    columns: list[int] = []
    owner: list[int] = []
    right: list[bool] = []
    number = 0
    for at, choice in enumerate(choices):
        for features, good in choice:
            for f in features:
                if f in index:
                    rows.append(number)
                    columns.append(index[f])
            owner.append(at)
            right.append(good)
            number += 1
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(number, len(index)))
    groups = np.asarray(owner)
    good = np.asarray(right)
    starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w
        top = np.maximum.reduceat(scores, starts)
        parts = np.exp(scores - top[groups])
        total = np.add.reduceat(parts, starts)
        kept = np.add.reduceat(np.where(good, parts, 0.0), starts)
        share = parts / total[groups]
        share_right = np.where(good, parts, 0.0) / kept[groups]
        value = float(np.sum(np.log(total) - np.log(kept)) + 0.5 * penalty * w @ w)
        return value, matrix.T @ (share - share_right) + penalty * w

    found = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {f: round(float(found.x[i]), 4) for f, i in index.items() if abs(found.x[i]) > 0.005}


def fit_binary(matrix: csr_matrix, right: np.ndarray, penalty: float, least: int) -> tuple[np.ndarray, float]:
    """Weights by column and the bias of a logistic regression; columns of fewer than `least` rows get 0."""
    counts = np.bincount(matrix.tocoo().col, minlength=matrix.shape[1])
    kept = np.flatnonzero(counts >= least)
    part = matrix[:, kept]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = part @ w[:-1] + w[-1]
        off = 1 / (1 + np.exp(-scores)) - right
        value = float(np.sum(np.logaddexp(0, scores) - right * scores) + 0.5 * penalty * w[:-1] @ w[:-1])
        return value, np.append(part.T @ off + penalty * w[:-1], off.sum())

    found = minimize(loss, np.zeros(len(kept) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    weights = np.zeros(matrix.shape[1])
    weights[kept] = found[:-1]
    return weights, float(found[-1])
