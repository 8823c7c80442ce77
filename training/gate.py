"""Fit the gate from articles on conflict and on anything else, and write its weights into the package.

usage: python -m training.gate NEWS_DIR

NEWS_DIR holds conflict.jsonl and other.jsonl. Only antcorpus rows, whose licence is open, are learned from; a
quarter of them (by the hash of their text) is kept aside for benchmarks/gate, gold articles of the development set
are left out.
"""

from __future__ import annotations

import argparse
import array
import hashlib
import json
import pathlib
import runpy
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "sijill" / "_data"
BITS, WORDS, LEAST = 16, 200, 2
PENALTY = 0.03
RECALL = 0.98
FOLDS = 5
FEW, SHORT = 80, (12, 30, 60)
Row = dict[str, Any]


def rows(folder: pathlib.Path) -> list[tuple[Row, bool]]:
    """Every article of the collection but the development gold, with whether it is on conflict."""
    read = [(json.loads(line), name == "conflict") for name in ("conflict", "other")
            for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
    return [(row, right) for row, right in read if not row.get("in_gold_dev")]


def is_open(row: Row) -> bool:
    """Whether an article's licence lets weights that ship learn from it."""
    return "citation licence" in (row["license"] or "")


def is_aside(row: Row) -> bool:
    """Whether an article is kept aside: a quarter, copies together."""
    return hashlib.blake2b(row["text"][:200].encode(), digest_size=4).digest()[0] % 4 == 0


def views(row: Row) -> tuple[list[int], list[list[int]]]:
    """The words of an article, hashed, and of the short texts that are made of it: its title, its first words."""
    from sijill.arabic.hashing import word_hashes

    title = word_hashes(row["title"] or row["text"], SHORT[0])
    return word_hashes(f"{row['title'] or ''}\n{row['text']}", WORDS), [
        title, *(word_hashes(row["text"], words) for words in SHORT)]


def main() -> None:
    """Fit and write."""
    import numpy as np

    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("news", type=pathlib.Path)
    data = [(row, right) for row, right in rows(ask.parse_args().news) if is_open(row) and not is_aside(row)]
    data.sort(key=lambda entry: hashlib.blake2b(entry[0]["doc_id"].encode()).digest())
    right = np.asarray([r for _, r in data], dtype=float)
    seen = [views(row) for row, _ in data]
    fold = np.arange(len(data)) % FOLDS
    made = len(SHORT) + 1
    long, chances = fit_head([whole for whole, _ in seen], right, fold, np.ones(len(data), dtype=bool))
    # long texts teach the short head words, but it is calibrated on short ones
    short, _ = fit_head([text for whole, few in seen for text in (whole, *few)], np.repeat(right, made + 1),
                        np.repeat(fold, made + 1), np.tile([False] + [True] * made, len(data)))
    threshold = float(np.quantile(chances[right == 1], 1 - RECALL))
    lines = ["# the gate, fitted by training/gate.py; gate.bin holds its weights: 16-bit numbers times `unit`,",
             "# of the head for texts with fewer than `few` different words, then of the one for the others",
             f"bits = {BITS}", f"words = {WORDS}", f"few = {FEW}", f"threshold = {threshold:.3f}"]
    numbers = array.array("h")
    for name, (weights, slope, bias) in (("short", short), ("long", long)):
        unit = float(np.abs(weights).max() / 32_000)
        numbers.extend(round(float(w) / unit) for w in weights)
        lines += ["", f"[{name}]", f"unit = {unit:.9g}", f"slope = {slope:.6g}", f"bias = {bias:.6g}"]
    if sys.byteorder == "big":
        numbers.byteswap()
    (DATA / "gate.bin").write_bytes(numbers.tobytes())
    (DATA / "gate.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    runpy.run_path(str(ROOT / "scripts" / "manifest.py"), run_name="__main__")
    print(f"{len(data)} articles; threshold {threshold:.3f} keeps {RECALL:.1%} of those on conflict")


def fit_head(texts: list[list[int]], right: np.ndarray, fold: np.ndarray,
             calibrated: np.ndarray) -> tuple[tuple[np.ndarray, float, float], np.ndarray]:
    """Weights, slope and bias, calibrated on some texts by cross-validation; and the chances of all texts there."""
    import numpy as np
    from scipy.sparse import csr_matrix

    from training.logit import fit_binary

    mask = (1 << BITS) - 1
    cells = [(number, column, len(found) ** -0.5) for number, text in enumerate(texts)
             for found in [{h & mask for h in text}] for column in sorted(found)]
    at, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (at, columns)), shape=(len(texts), 1 << BITS))
    scores = np.zeros(len(texts))
    for number in range(FOLDS):
        weights, bias = fit_binary(matrix[fold != number], right[fold != number], PENALTY, LEAST)
        scores[fold == number] = matrix[fold == number] @ weights + bias
    # scores of articles that the weights have not seen: the fitted ones are too sure of theirs
    slope, shift = fit_binary(csr_matrix(scores[calibrated, None]), right[calibrated], 0.0, 1)
    weights, bias = fit_binary(matrix, right, PENALTY, LEAST)
    chances = 1 / (1 + np.exp(-(slope[0] * scores + shift)))
    return (weights, float(slope[0]), float(slope[0] * bias + shift)), chances


if __name__ == "__main__":
    main()
