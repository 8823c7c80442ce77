"""The coder beside the rules alone and a baseline, on articles whose errors were read and on others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.encoder.ablation import code
from benchmarks.encoder.tables import Coded, calibration, sections
from benchmarks.machine import described
from benchmarks.quality import baseline

Gold = dict[str, Any]


def report(title: str, told: str, every: Sequence[Gold], is_read: Callable[[Gold], bool], shown: Sequence[str]) -> str:
    """A results file: figures of each part and system with intervals, and how true the scores are."""
    parts = {"measured only": [g for g in every if not is_read(g)], "errors read": [g for g in every if is_read(g)],
             "all": every}
    chosen: dict[str, Coded] = {"rules": code(every, None, "features"), "shipped": code(every, None)}
    systems = {**chosen, "lexicon, nearest names": {g["doc_id"]: baseline.code(g, True) for g in every}}
    return "\n".join([
        f"# {title}", "", f"{described()}.", "",
        f"{told} F1 by `sijill evaluate`; intervals: 95 %, articles drawn again 4,000 times, paired.", "",
        *sections(parts, systems, shown), "## How true the scores are", "", *calibration(parts, chosen), ""])
