"""Fit every weight of the coder from annotated articles and write them into the package.

usage: python -m training.fit GOLD_DIR [--news NEWS.jsonl] [--only CHOICE]

The weights that ship are fitted on gold/train, on our own annotations (annotations.jsonl, whose texts NEWS.jsonl
holds): antcorpus articles all of them, whose licence is open; and on the reports that we wrote ourselves (written/).
"""

from __future__ import annotations

import argparse
import sys
import time

from sijill.extract.events.review import FACTS
from training import dating, factuality, reference, review, roles, triggers
from training.store import save, save_trees
from training.views import documents, examples


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold")
    ask.add_argument("--news", help="the news collection, to fit on our own annotations too")
    ask.add_argument("--only", choices=("reference", "trigger", "roles", "factuality", "time", "review"))
    args = ask.parse_args()
    if args.only in (None, "reference"):
        # first, since the other choices see whom a mention was taken for
        save(reference=reference.fit(documents(args.gold, args.news)))
        _tell("reference")
    if args.only == "reference":
        return
    data = examples(args.gold, args.news)
    _tell(f"{len(data)} articles read")
    if args.only in (None, "trigger"):
        save(trigger=triggers.weights(data))
        _tell("trigger")
    if args.only in (None, "roles"):
        save(**roles.weights(data))
        _tell("roles")
    if args.only in (None, "factuality"):
        save(factuality=factuality.weights(data))
        _tell("factuality")
    if args.only in (None, "time"):
        save(time=dating.weights(data))
        _tell("time")
    if args.only in (None, "review"):
        # last, since the drafts it judges have their parts from the other choices
        save_trees("review", FACTS, review.trees(data))
        _tell("review")


def _tell(what: str) -> None:
    """Say what is done, and when, since all of it takes ten minutes."""
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
