"""What the encoder adds to the rules: figures for each seed, intervals, ablation, and how true the scores are.

usage: python benchmarks/encoder/run.py GOLD_DIR [--weights DIR ...] [--out RESULTS.md]

DIR are folders that `python -m training.encoder` has written, one for each seed (none: the package's weights alone).
"""

from __future__ import annotations

import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.encoder.ablation import code  # noqa: E402
from benchmarks.encoder.tables import Coded, calibration, sections  # noqa: E402
from benchmarks.machine import described  # noqa: E402
from sijill.evaluate import read_gold  # noqa: E402

ASIDE = ROOT / "benchmarks" / "quality" / "held_aside.txt"
SHOWN = ("trigger id", "trigger type", "actor id", "place name", "coded row")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=pathlib.Path)
    ask.add_argument("--weights", type=pathlib.Path, nargs="*", default=[])
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "encoder" / "RESULTS.md")
    args = ask.parse_args()
    golds = read_gold(args.gold)
    aside = {line.strip() for line in ASIDE.read_text("utf-8").splitlines() if line and not line.startswith("#")}
    seeds: dict[str, Coded] = {folder.name: code(golds, folder) for folder in args.weights}
    rules, shipped = code(golds, None, "features"), code(golds, None)
    alone = code(golds, args.weights[0] if args.weights else None, "encoder")
    systems = {"rules": rules, **seeds, "shipped": shipped, "encoder alone": alone}
    parts = {"held aside": [g for g in golds if g["doc_id"] in aside],
             "open": [g for g in golds if g["doc_id"] not in aside], "all": golds}
    command = " ".join(["python benchmarks/encoder/run.py", args.gold.name,
                        *(["--weights", *(f.name for f in args.weights)] if args.weights else [])])
    lines = ["# The encoder beside the rules", "", f"{described()}.", "",
             f"Command: `{command}`. {len(golds)} articles, none trained on; how much the encoder's word counts was "
             f"chosen on the {len(parts['open'])} open ones, the {len(parts['held aside'])} held aside were measured "
             "only. F1 by `sijill evaluate`; intervals: 95 %, articles drawn again 4,000 times, paired. `encoder "
             "alone` is of the first weights: candidates by rules, every choice by the encoder, no review; `rules` "
             "is features alone.", ""]
    lines += sections(parts, systems, SHOWN, list(seeds))
    lines += ["## How true the scores are", "", *calibration(parts, {"rules": rules, **seeds, "shipped": shipped}), ""]
    report = "\n".join(lines)
    args.out.write_text(report, encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
