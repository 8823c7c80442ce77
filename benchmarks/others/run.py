"""Quality on articles of other outlets and years: the coder, the rules alone, a baseline, and how true the scores are.

usage: python benchmarks/others/run.py NEWS.jsonl [--out RESULTS.md]
"""

from __future__ import annotations

import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from training.annotations import annotated  # noqa: E402

from benchmarks.encoder.ablation import code  # noqa: E402
from benchmarks.encoder.tables import Coded, calibration, sections  # noqa: E402
from benchmarks.machine import described  # noqa: E402
from benchmarks.quality import baseline  # noqa: E402

ANNOTATIONS = ROOT / "benchmarks" / "others" / "annotations.jsonl"
SHOWN = ("trigger id", "trigger type", "actor id", "place name", "time", "casualties", "attribution", "factuality",
         "control", "coded row")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("news", type=pathlib.Path)
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "others" / "RESULTS.md")
    args = ask.parse_args()
    every = list(annotated(args.news, ANNOTATIONS))
    parts = {"measured only": [g for g in every if not g["read"]], "errors read": [g for g in every if g["read"]],
             "all": every}
    systems: dict[str, Coded] = {"rules": code(every, None, "features"), "shipped": code(every, None),
                                 "lexicon, nearest names": {g["doc_id"]: baseline.code(g, True) for g in every}}
    lines = ["# Articles of other outlets and years", "", f"{described()}.", "",
             f"Command: `python benchmarks/others/run.py {args.news.name}`. {len(every)} articles of "
             f"{len({g['source'] for g in every})} outlets, none trained on; annotated by us as the development gold "
             "is, then settled where annotation and coder differed by a reader who did not know which said what "
             "(README.md of this folder). Rules were mended after the errors of the articles `errors read`; the "
             "others were measured only. F1 by `sijill evaluate`; intervals: 95 %, articles drawn again 4,000 times, "
             "paired.", ""]
    lines += sections(parts, systems, SHOWN)
    chosen = {name: coded for name, coded in systems.items() if name in ("rules", "shipped")}
    lines += ["## How true the scores are", "", *calibration(parts, chosen), ""]
    report = "\n".join(lines)
    args.out.write_text(report, encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
