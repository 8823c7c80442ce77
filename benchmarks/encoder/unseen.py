"""What the encoder adds to the rules on many articles that neither has seen: the training articles, a third at a time.

usage: python benchmarks/encoder/unseen.py --shared ../shared --folds DIR... [--out UNSEEN.md]

DIR are weights of `python -m training.encoder --leave-out` 0, 1 or 2: of as many thirds as there was time for. The
rules' weights are fitted here on the other two thirds in the same way. Needs `pip install -e '.[train]'`.
"""

from __future__ import annotations

import argparse
import pathlib
import sys
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from training.certainty import fitted, using  # noqa: E402
from training.encoder.folds import by_third, third  # noqa: E402
from training.gold import Gold  # noqa: E402
from training.views import examples  # noqa: E402

from benchmarks.encoder.ablation import code  # noqa: E402
from benchmarks.encoder.intervals import counts, f1, gain  # noqa: E402
from benchmarks.machine import described  # noqa: E402

SHOWN = ("trigger id", "trigger type", "actor id", "place name")
ROWS = (*SHOWN, "coded row")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=pathlib.Path, required=True)
    ask.add_argument("--folds", type=pathlib.Path, nargs="+", required=True, metavar="DIR")
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "encoder" / "UNSEEN.md")
    args = ask.parse_args()
    gold = args.shared / "gold" / "train"
    data = examples(gold, args.shared / "data" / "news" / "conflict.jsonl")
    rules: dict[str, Any] = {}
    both: dict[str, Any] = {}
    every: list[Gold] = []
    for fold, folder in by_third(args.folds).items():
        new = [e.gold for e in data if third(e.gold["doc_id"]) == fold]
        every += new
        with using(fitted([e for e in data if third(e.gold["doc_id"]) != fold])):
            rules |= code(new, None, "features")
            both |= code(new, folder)
        print(f"third {fold}: {len(new)} articles", flush=True)
    whole = {path.stem for path in gold.glob("*.json")} & {one["doc_id"] for one in every}
    lines = ["# What the encoder adds on articles that neither it nor the rules have seen", "", f"{described()}.", "",
             f"Command: `python benchmarks/encoder/unseen.py --folds {' '.join(f.name for f in args.folds)}`. The "
             f"{len(every)} training articles of {len(args.folds)} thirds, each third coded by weights of the rules "
             "and of an encoder fitted on the other two. Words and rules were written while reading some of these "
             "articles, thresholds were not chosen on them. F1 by `sijill evaluate`; intervals: 95 %, articles drawn "
             "again 4,000 times, paired.", "",
             *_table(f"all ({len(every)} articles)", every, rules, both, SHOWN), "",
             *_table(f"gold/train alone ({len(whole)} articles), which has days too",
                     [one for one in every if one["doc_id"] in whole], rules, both, ROWS), ""]
    report = "\n".join(lines)
    args.out.write_text(report, encoding="utf-8")
    print(report)


def _table(title: str, golds: list[Gold], rules: dict[str, Any], both: dict[str, Any],
           shown: tuple[str, ...]) -> list[str]:
    first, second = counts(golds, rules, shown), counts(golds, both, shown)
    gains = (f"{100 * mean:+.1f} [{100 * low:+.1f}, {100 * high:+.1f}]"
             for mean, low, high in zip(*gain(first, [second]), strict=True))
    return [f"## {title}", "", f"| F1 | {' | '.join(shown)} |", "| --- |" + " --- |" * len(shown),
            *(f"| {name} | {' | '.join(f'{v:.3f}' for v in f1(found))} |"
              for name, found in (("rules", first), ("with the encoder", second))),
            f"| gain, points | {' | '.join(gains)} |"]


if __name__ == "__main__":
    main()
