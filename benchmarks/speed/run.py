"""Speed: articles a second on one core, memory, import time, and time by stage.

usage: python benchmarks/speed/run.py GOLD_DIR [--articles N] [--out RESULTS.md]
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import time
from dataclasses import replace

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import described  # noqa: E402

_ENCODED = """
import json, os, pathlib, resource, sys, time
import sijill
golds = [json.loads(p.read_text("utf-8")) for p in sorted(pathlib.Path(sys.argv[1]).glob("*.json"))]
coder = sijill.load()
coder(golds[0]["text"])
began = time.perf_counter()
for number in range(int(sys.argv[2])):
    gold = golds[number % len(golds)]
    coder(gold["text"], source=gold.get("source"), title=gold.get("title"), published=gold.get("published"))
print(json.dumps({"rate": int(sys.argv[2]) / (time.perf_counter() - began), "cores": len(os.sched_getaffinity(0)),
                  "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def encoder_run(gold: pathlib.Path, articles: int) -> dict[str, float]:
    """Articles a second, cores and megabytes of a fresh process that codes with the encoder."""
    cores = set(range(os.cpu_count() or 1))
    done = subprocess.run([sys.executable, "-c", _ENCODED, str(gold), str(articles)], capture_output=True, text=True,
                          check=True, preexec_fn=lambda: os.sched_setaffinity(0, cores))
    return dict(json.loads(done.stdout))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=pathlib.Path)
    ask.add_argument("--articles", type=int, default=5000)
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "speed" / "RESULTS.md")
    ask.add_argument("--encoded", type=int, default=200, help="articles of the run with the encoder")
    args = ask.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    imports = sorted(import_seconds() for _ in range(5))[2]
    from sijill.arabic.tokens import split_sentences, tokenize
    from sijill.documents import Document
    from sijill.extract.events import find_events
    from sijill.pipeline import READING, load

    golds = [json.loads(p.read_text("utf-8")) for p in sorted(args.gold.glob("*.json"))]
    coder = load(model=None)
    coder(golds[0]["text"], published=golds[0].get("published"))
    began = time.perf_counter()
    characters = 0
    for number in range(args.articles):
        gold = golds[number % len(golds)]
        coder(gold["text"], source=gold.get("source"), title=gold.get("title"), published=gold.get("published"))
        characters += len(gold["text"])
    seconds = time.perf_counter() - began
    stages: dict[str, float] = {}

    def timed(name: str, step, document):  # type: ignore[no-untyped-def]
        start = time.perf_counter()
        out = step(document)
        stages[name] = stages.get(name, 0.0) + time.perf_counter() - start
        return out

    for gold in golds:
        document = Document(gold["text"], gold["doc_id"])
        document = timed("tokens and sentences", lambda d: replace(
            d, tokens=(t := tokenize(d.text)), sentences=split_sentences(d.text, t)), document)
        for step in READING:
            document = timed(step.__name__, step, document)
        document = timed("find_events (reference, triggers, roles, events)", find_events, document)
        timed("ground (points of places)", coder.ground, document)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    encoded = encoder_run(args.gold, args.encoded)
    report = "\n".join([
        "# Speed", "", f"{described()}.", "",
        f"Command: `python benchmarks/speed/run.py {args.gold.name}`: {len(golds)} articles repeated to "
        f"{args.articles}, {characters / args.articles:.0f} characters each on average, one process on one core, "
        "start-up excluded.", "",
        "| measure | figure |", "| --- | --- |",
        f"| articles a second on one core | {args.articles / seconds:.1f} |",
        f"| characters a second | {characters / seconds:,.0f} |",
        f"| import sijill | {imports:.3f} s |",
        f"| peak memory | {peak:.0f} MB |",
        f"| with the encoder, articles a second on {encoded['cores']} cores | {encoded['rate']:.1f} |",
        f"| with the encoder, peak memory | {encoded['memory']:.0f} MB |", "",
        "| stage | ms an article |", "| --- | --- |",
        *(f"| {name} | {1000 * value / len(golds):.2f} |" for name, value in stages.items()), ""])
    args.out.write_text(report, encoding="utf-8")
    print(report)


def import_seconds() -> float:
    """How long `import sijill` takes in a fresh process."""
    script = "import time; a = time.perf_counter(); import sijill; print(time.perf_counter() - a)"
    return float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
