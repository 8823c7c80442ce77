"""How rare the words of the news are, for linking: counted over articles with an open licence.

usage: python -m training.rarity ARTICLES.jsonl [--repo NAME]
"""

from __future__ import annotations

import argparse
import json
import math
import pathlib
from collections import Counter

from sijill.link.words import stems

OUT = pathlib.Path(__file__).resolve().parent.parent / "src" / "sijill" / "_data" / "word_rarity.tsv"
LEAST = 0.005


def main() -> None:
    """Count in how many articles each stem stands and write the bits of those that are in one in two hundred."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=pathlib.Path)
    ask.add_argument("--repo", default="antcorpus/antcorpus.multisource.data", help="rows of this origin only")
    args = ask.parse_args()
    counts: Counter[str] = Counter()
    total = 0
    with args.articles.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["repo"] != args.repo:
                continue
            total += 1
            counts.update(stems(row["text"]))
    kept = sorted((one, n) for one, n in counts.items() if n >= LEAST * total)
    lines_out = ["# in how many articles of conflict news a word stands, as bits (log2 of all by those)", "stem\tbits"]
    lines_out += [f"{one}\t{math.log2(total / n):.1f}" for one, n in kept]
    OUT.write_text("\n".join(lines_out) + "\n", encoding="utf-8")
    print(f"{total} articles, {len(kept)} words")


if __name__ == "__main__":
    main()
