"""Tables of the figures of several systems, their gains over rules, and how true their scores are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.encoder.intervals import Counts, counts, f1, gain
from benchmarks.encoder.reliability import error_by_chance, expected_error, table_of_bins
from sijill.evaluate import Judged, judged

Coded = Mapping[str, Mapping[str, Any]]


def sections(parts: Mapping[str, Sequence[Mapping[str, Any]]], systems: Mapping[str, Coded], shown: Sequence[str],
             seeds: Sequence[str] = ()) -> list[str]:
    """Of each part of the articles the figures of the systems, and what each gains over rules."""
    lines: list[str] = []
    for name, part in parts.items():
        found = {system: counts(part, coded, shown) for system, coded in systems.items()}
        lines += [f"## {name} ({len(part)} articles, {sum(len(g['events']) for g in part)} events)", "",
                  *_figures(found, shown), "", *_gains(found, shown, seeds), ""]
    return lines


def _figures(found: Mapping[str, Counts], shown: Sequence[str]) -> list[str]:
    return [f"| F1 | {' | '.join(shown)} |", "| --- |" + " --- |" * len(shown),
            *(f"| {name} | {' | '.join(f'{v:.3f}' for v in f1(table))} |" for name, table in found.items())]


def _gains(found: Mapping[str, Counts], shown: Sequence[str], seeds: Sequence[str]) -> list[str]:
    """What each system gains over rules, with its interval; `seeds` on average too."""
    lines = [f"| gain over rules, points | {' | '.join(shown)} |", "| --- |" + " --- |" * len(shown)]
    asked = {name: [name] for name in found if name != "rules"} | ({"mean of seeds": list(seeds)} if seeds else {})
    for name, systems in asked.items():
        cells = (f"{100 * mean:+.1f} [{100 * low:+.1f}, {100 * high:+.1f}]"
                 for mean, low, high in zip(*gain(found["rules"], [found[s] for s in systems]), strict=True))
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def calibration(parts: Mapping[str, Sequence[Mapping[str, Any]]], systems: Mapping[str, Coded]) -> list[str]:
    """The expected calibration error of each part and system, and the bins of what ships."""
    lines = ["Expected calibration error, ten bins of equal width; in brackets how many scores, and the error that as "
             "many would have by chance if each were right as often as it says.", "",
             "| | triggers | sides | places |", "| --- | --- | --- | --- |"]
    for name, part in parts.items():
        for system, coded in systems.items():
            told = [one for gold in part for one in judged(gold, coded[gold["doc_id"]])]
            cells = (f"{expected_error(these):.3f} ({len(these)}; {error_by_chance(these):.3f})"
                     for these in _kinds(told).values())
            lines.append(f"| {name}, {system} | {' | '.join(cells)} |")
    told = [one for gold in parts["all"] for one in judged(gold, systems["shipped"][gold["doc_id"]])]
    return [*lines, "", "Shipped weights, all articles:", "", *table_of_bins(_kinds(told))]


def _kinds(told: Sequence[Judged]) -> dict[str, list[Judged]]:
    return {"triggers": [t for t in told if t.part == "trigger"],
            "sides": [t for t in told if t.part in ("actor1", "actor2")],
            "places": [t for t in told if t.part == "place"]}
