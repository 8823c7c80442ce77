"""The gate: how well it tells articles on armed conflict from others, calibration, and speed on one core.

usage: python benchmarks/gate/run.py NEWS_DIR [--out RESULTS.md]

NEWS_DIR holds conflict.jsonl and other.jsonl. The quarter of the antcorpus rows that the weights have not seen is
the test; articles on conflict of other origins, none of which was learned from, test the recall elsewhere.
"""

from __future__ import annotations

import argparse
import bisect
import os
import pathlib
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from training.gate import is_aside, is_open, rows  # noqa: E402

from benchmarks.machine import described  # noqa: E402
from sijill.arabic.tokens import tokenize  # noqa: E402
from sijill.extract.tables.lexicon import lexicon  # noqa: E402
from sijill.gate import load_gate  # noqa: E402

Scored = tuple[float, bool]


def auc(scored: Sequence[Scored]) -> float:
    """The chance that an article on conflict scores above another one; ties count half."""
    right = sorted(s for s, r in scored if r)
    wrong = [s for s, r in scored if not r]
    below = sum(len(right) - (bisect.bisect_left(right, s) + bisect.bisect_right(right, s)) / 2 for s in wrong)
    return below / (len(right) * len(wrong))


def at(scored: Sequence[Scored], threshold: float) -> tuple[float, float]:
    """Precision and recall of letting pass what scores at least a threshold."""
    kept = [r for s, r in scored if s >= threshold]
    return sum(kept) / max(1, len(kept)), sum(kept) / sum(r for _, r in scored)


def best_recall(scored: Sequence[Scored], precision: float) -> float:
    """The highest recall at which precision is still met."""
    return max(r for p, r in (at(scored, t) for t in {s for s, _ in scored}) if p >= precision)


def calibration(scored: Sequence[Scored]) -> tuple[list[tuple[float, float, int]], float]:
    """Mean probability, share on conflict and count by tenth, and the expected calibration error."""
    groups: dict[int, list[Scored]] = {}
    for s, r in scored:
        groups.setdefault(min(9, int(s * 10)), []).append((s, r))
    bins = [(sum(s for s, _ in g) / len(g), sum(r for _, r in g) / len(g), len(g)) for _, g in sorted(groups.items())]
    return bins, sum(n * abs(p - r) for p, r, n in bins) / len(scored)


def copies(texts: Sequence[str], learned: Sequence[str]) -> list[bool]:
    """Whether three tenths of a text's runs of five words are in one text of the others."""
    owners: dict[tuple[str, ...], set[int]] = {}
    for number, text in enumerate(learned):
        for run in runs(text):
            owners.setdefault(run, set()).add(number)
    most = [Counter(owner for run in runs(text) for owner in owners.get(run, ())).most_common(1) for text in texts]
    return [bool(one) and one[0][1] > 0.3 * len(runs(text)) for one, text in zip(most, texts, strict=True)]


def runs(text: str) -> set[tuple[str, ...]]:
    """Every five words that follow each other."""
    words = text.split()
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def main() -> None:
    """Measure, print and write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("news", type=pathlib.Path)
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "gate" / "RESULTS.md")
    args = ask.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    data = rows(args.news)
    gate = load_gate()
    aside = [(row, right) for row, right in data if is_open(row) and is_aside(row)]
    elsewhere = [row for row, _ in data if not is_open(row)]
    scored = [(gate(row["text"], row["title"]) or 0.0, right) for row, right in aside]
    bare = [(gate(row["text"]) or 0.0, right) for row, right in aside]
    cut = {n: [(gate(" ".join(row["text"].split()[:n])) or 0.0, right) for row, right in aside] for n in (12, 30, 60)}
    plain = [(baseline(row), right) for row, right in aside]
    lines = ["# Gate", "", f"{described()}.", "",
             "Command: `python benchmarks/gate/run.py NEWS_DIR`. "
             f"{len(aside)} articles kept aside ({sum(r for _, r in aside)} on conflict); threshold {gate.threshold}, "
             "chosen by cross-validation on the other part.", "",
             "| on the part kept aside | AUC | recall at precision .90 | precision | recall |",
             "| --- | --- | --- | --- | --- |"]
    others = [(gate(row["text"], row["title"]) or 0.0, True) for row in elsewhere]
    copied = copies([row["text"] for row, _ in aside],
                    [row["text"] for row, _ in data if is_open(row) and not is_aside(row)])
    for name, found, threshold in (("gate, title and text", scored, gate.threshold),
                                   (f"gate, without {sum(copied)} that look like copies of others learned from",
                                    [s for s, copy in zip(scored, copied, strict=True) if not copy], gate.threshold),
                                   (f"gate, with {len(others)} articles on conflict of other origins",
                                    scored + others, gate.threshold),
                                   ("gate, text alone", bare, gate.threshold),
                                   *((f"gate, first {n} words alone", found, gate.threshold)
                                     for n, found in cut.items()),
                                   ("baseline: share of words that are trigger words", plain, None)):
        precision, recall = at(found, threshold) if threshold is not None else (None, None)
        cells = [f"{auc(found):.4f}", f"{best_recall(found, 0.9):.4f}",
                 *("" if v is None else f"{v:.4f}" for v in (precision, recall))]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines += ["", "## Articles on conflict of other origins (recall at the threshold; none learned from)", "",
              "| origin | articles | let pass |", "| --- | --- | --- |"]
    passed = [(row["repo"], s >= gate.threshold) for row, (s, _) in zip(elsewhere, others, strict=True)]
    totals, kept = Counter(o for o, _ in passed), Counter(o for o, k in passed if k)
    lines += [f"| {origin} | {n} | {kept[origin] / n:.3f} |" for origin, n in totals.most_common()]
    lines += [f"| all | {len(passed)} | {sum(kept.values()) / len(passed):.3f} |", ""]
    bins, error = calibration(scored)
    lines += [f"## Calibration (expected error {error:.3f})", "", "| probability | on conflict | articles |",
              "| --- | --- | --- |", *(f"| {p:.2f} | {r:.2f} | {n} |" for p, r, n in bins), ""]
    lines += ["## Errors at the threshold", "", "| outlet | kept wrongly | missed | articles |",
              "| --- | --- | --- | --- |"]
    wrong = Counter((row["source"], right) for (row, right), (s, _) in zip(aside, scored, strict=True)
                    if (s >= gate.threshold) != right)
    for outlet, n in Counter(row["source"] for row, _ in aside).most_common():
        lines.append(f"| {outlet} | {wrong[outlet, False]} | {wrong[outlet, True]} | {n} |")
    lines += ["", "The collection's labels are not hand-checked: part of the errors are articles on conflict filed "
              "under anything else.", "", "## Speed", "", "| measure | figure |", "| --- | --- |",
              *(f"| {name} | {value} |" for name, value in speeds(gate, [row for row, _ in data])), ""]
    report = "\n".join(lines)
    args.out.write_text(report, encoding="utf-8")
    print(report)


def baseline(row: dict[str, Any]) -> float:
    """The share of an article's first words that the lexicon knows as triggers."""
    tokens = [t for t in tokenize(f"{row['title'] or ''}\n{row['text']}"[:2000]) if t.kind == "word"][:200]
    return sum(lexicon().hit(t.norm) is not None for t in tokens) / max(1, len(tokens))


def speeds(gate: Callable[[str, str | None], float | None], data: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """Articles a second of one process, the first time and with words seen before, folding included."""
    out = []
    for name in ("articles a second, first pass", "articles a second, words seen before"):
        began = time.process_time()
        for row in data:
            gate(row["text"], row["title"])
        out.append((name, f"{len(data) / (time.process_time() - began):,.0f}"))
    return out


if __name__ == "__main__":
    main()
