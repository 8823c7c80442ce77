"""Fit every weight of the coder from annotated articles and write them into the package.

usage: python -m training.fit GOLD_DIR [--only reference|trigger|roles|factuality]

The weights that ship are fitted on gold/train alone (antcorpus articles, open licence).
"""

from __future__ import annotations

import argparse

from training import factuality, roles, triggers
from training.store import save
from training.views import examples


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold")
    ask.add_argument("--only", choices=("trigger", "roles", "factuality"))
    args = ask.parse_args()
    data = examples(args.gold)
    if args.only in (None, "trigger"):
        save(trigger=triggers.weights(data))
    if args.only in (None, "roles"):
        save(**roles.weights(data))
    if args.only in (None, "factuality"):
        save(factuality=factuality.weights(data))


if __name__ == "__main__":
    main()
