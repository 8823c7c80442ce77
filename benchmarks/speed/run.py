"""Speed: articles a second on one core, memory, import time, and time by stage.

usage: python benchmarks/speed/run.py GOLD_DIR [--compiled WHEEL] [--articles N] [--encoded N] [--out FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import described  # noqa: E402
from benchmarks.speed.coded import EVENTS, GROUND  # noqa: E402

STAGES = {
    "gate": ("gate",),
    "text": ("tokens and sentences", "find_numbers"),
    "mentions": ("find_actors", "find_places", "find_times", "find_speakers", "find_casualties"),
    "events": (EVENTS,),
    "grounding": (GROUND,),
}
"""The components of each stage."""
_Figures = Mapping[str, Any]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=pathlib.Path)
    ask.add_argument("--compiled", type=pathlib.Path, metavar="WHEEL",
                     help="measure this wheel of scripts/compiled.py too")
    ask.add_argument("--articles", type=int, default=5000)
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "speed" / "RESULTS.md")
    ask.add_argument("--encoded", type=int, default=200, help="articles of the run with the encoder")
    args = ask.parse_args()
    imports = sorted(import_seconds() for _ in range(5))[2]
    columns = {"from source": apart(args.gold, args.articles, "rules", 1)}
    assert not columns["from source"]["compiled"], "the Sijill that is installed is compiled"
    if args.compiled:
        with tempfile.TemporaryDirectory() as folder:
            zipfile.ZipFile(args.compiled).extractall(folder)
            # places are indexed once for a package: no part of coding
            apart(args.gold, 1, "rules", 1, pathlib.Path(folder))
            columns["compiled"] = apart(args.gold, args.articles, "rules", 1, pathlib.Path(folder))
        assert columns["compiled"]["compiled"], f"{args.compiled} is not compiled"
    encoded = apart(args.gold, args.encoded, "encoder", os.cpu_count() or 1)
    report = written(args, imports, columns, encoded)
    args.out.write_text(report, encoding="utf-8")
    print(report)


def apart(gold: pathlib.Path, articles: int, model: str, cores: int, package: pathlib.Path | None = None) -> _Figures:
    """What `coded.py` prints in a fresh process on so many cores, with the package in a folder if one is given."""
    mine = sorted(os.sched_getaffinity(0))[:cores]
    path = os.pathsep.join(str(one) for one in (package, os.environ.get("PYTHONPATH")) if one)
    done = subprocess.run([sys.executable, str(ROOT / "benchmarks" / "speed" / "coded.py"), str(gold), str(articles),
                           model], stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT,
                          env=os.environ | {"PYTHONPATH": path},
                          preexec_fn=lambda: os.sched_setaffinity(0, mine))
    return dict(json.loads(done.stdout))


def import_seconds() -> float:
    """How long `import sijill` takes in a fresh process."""
    script = "import time; a = time.perf_counter(); import sijill; print(time.perf_counter() - a)"
    return float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)


def written(args: argparse.Namespace, imports: float, columns: Mapping[str, _Figures], encoded: _Figures) -> str:
    """The page of results."""
    first, *others = columns.values()
    given = " --compiled WHEEL" if others else ""
    lines = [
        "# Speed", "", f"{described()}.", "",
        f"Command: `python benchmarks/speed/run.py {args.gold.name}{given}`: {args.articles} articles, "
        f"{args.gold.name} repeated, {first['length']:.0f} characters each on average, one process on one core, "
        "start-up excluded. Where the encoder is not named, the coder is that of the rules alone (`--model rules`); "
        "the encoder, the default of `sijill code`, is an order of magnitude slower and finds more "
        "([quality](../quality/RESULTS.md)).", "",
        *_table(["measure", *columns], [
            ["articles a second on one core", *(f"{one['rate']:.1f}" for one in columns.values())],
            ["characters a second", *(f"{one['characters']:,.0f}" for one in columns.values())],
            ["peak memory", *(f"{one['memory']:.0f} MB" for one in columns.values())],
            *([["events, places, times and scores, byte for byte", "",
                *("the same" if one["digest"] == first["digest"] else "**others**" for one in others)]]
              if others else []),
        ]), "",
        f"`import sijill` takes {1000 * imports:.1f} ms. With the encoder: {encoded['rate']:.1f} articles a second on "
        f"{encoded['cores']} cores, peak memory {encoded['memory']:.0f} MB.", ""]
    for name, one in columns.items():
        parts = one["components"]
        # every component belongs to one stage
        assert sorted(parts) == sorted(part for known in STAGES.values() for part in known)
        coding = sum(value for part, value in parts.items() if part != "gate")
        stages = {stage: sum(parts[part] for part in known) for stage, known in STAGES.items()}
        lines += [
            f"## Where the time goes, {name}", "",
            *_table(["stage", "ms an article", "share of coding"],
                    [[stage, f"{value:.2f}", "" if stage == "gate" else f"{value / coding:.0%}"]
                     for stage, value in stages.items()]), "",
            *_table(["component", "ms an article"], [[part, f"{value:.2f}"] for part, value in parts.items()]), ""]
    return "\n".join([*lines, "The gate is asked only where `--gate` is given.", ""])


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)]


if __name__ == "__main__":
    main()
