"""Quality on gold articles: the figures, two baselines, and the remaining errors by cause.

usage: python benchmarks/quality/run.py GOLD_DIR [--out RESULTS.md]
"""

from __future__ import annotations

import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

import sijill  # noqa: E402
from benchmarks.machine import described  # noqa: E402
from benchmarks.quality import baseline  # noqa: E402
from benchmarks.quality.causes import causes  # noqa: E402
from sijill.evaluate import Evaluation, evaluate, read_gold  # noqa: E402
from sijill.records import document_record  # noqa: E402

ASIDE = ROOT / "benchmarks" / "quality" / "held_aside.txt"
SEED = "seed-hasakah-2015"
SHOWN = ("trigger id", "trigger type", "actor id", "place name", "extent", "time", "casualties", "attribution",
         "factuality", "control", "coded row")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=pathlib.Path)
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "quality" / "RESULTS.md")
    args = ask.parse_args()
    golds = read_gold(args.gold)
    aside = {line.strip() for line in ASIDE.read_text("utf-8").splitlines() if line and not line.startswith("#")}
    coded, ruled = (
        {g["doc_id"]: document_record(coder(g["text"], doc_id=g["doc_id"], source=g.get("source"),
                                            title=g.get("title"), published=g.get("published"))) for g in golds}
        for coder in (sijill.load(), sijill.load(model=None)))
    parts = {
        "all": golds,
        "rules written from": [g for g in golds if g["doc_id"] not in aside],
        "held aside": [g for g in golds if g["doc_id"] in aside],
        "seed": [g for g in golds if g["doc_id"] == SEED],
    }
    columns = {f"{name} ({len(part)})": evaluate(part, coded) for name, part in parts.items() if part}
    columns |= {f"rules: {name}": evaluate(part, ruled) for name, part in parts.items() if part}
    for name, names in (("lexicon, nearest names", True), ("lexicon alone", False)):
        columns[name] = evaluate(golds, {g["doc_id"]: baseline.code(g, names) for g in golds})
    report = "\n".join([
        "# Quality", "", f"{described()}.", "",
        f"Command: `python benchmarks/quality/run.py {args.gold.name}` on {len(golds)} articles, "
        f"{sum(len(g['events']) for g in golds)} events. F1 by the definitions of `sijill evaluate`; no rule was "
        "written from the articles held aside, no weight was fitted on any of these.", "",
        table(columns), "", "## Remaining errors by cause (all articles)", "",
        "| cause | errors |", "| --- | --- |",
        *(f"| {cause} | {n} |" for cause, n in causes(golds, coded).most_common()), "",
        "## Precision and recall (all articles)", "", "```", next(iter(columns.values())).as_table(), "```", ""])
    args.out.write_text(report, encoding="utf-8")
    print(report)


def table(columns: dict[str, Evaluation]) -> str:
    """F1 by figure and column, as Markdown."""
    lines = ["| F1 | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    scores = {name: evaluation.as_json()["scores"] for name, evaluation in columns.items()}
    for figure in SHOWN:
        cells = [f"{scores[name][figure]['f1']:.3f}" if figure in scores[name] else "-" for name in columns]
        lines.append(f"| {figure} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
