"""Linking: reports of one incident found together, reprints, and cost by the number of claims.

usage: python benchmarks/linking/run.py INCIDENTS.jsonl NEWS.jsonl [--sizes 10000 30000 100000] [--out RESULTS.md]
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import pathlib
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from training.incidents import half_of  # noqa: E402

import sijill  # noqa: E402
from benchmarks.linking.generated import A_DAY, generated  # noqa: E402
from benchmarks.linking.reprints import measured  # noqa: E402
from benchmarks.machine import described  # noqa: E402
from sijill.grounding.names import name_keys  # noqa: E402
from sijill.ledger import Claim  # noqa: E402
from sijill.link.blocks import candidate_pairs, keys_of  # noqa: E402
from sijill.link.claims import claims_of  # noqa: E402
from sijill.link.copies import ArticleText, find_copies  # noqa: E402
from sijill.link.linking import link_claims  # noqa: E402
from sijill.link.traits import traits_of  # noqa: E402

Linked = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class Report:
    """A report, its incident, and the claims that the coder made of it."""

    doc_id: str
    incident: str
    claims: tuple[Claim, ...]


def main() -> None:
    """Run everything, print it and write it."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("incidents", type=pathlib.Path)
    ask.add_argument("news", type=pathlib.Path)
    ask.add_argument("--sizes", type=int, nargs="*", default=[10_000, 30_000, 100_000])
    ask.add_argument("--out", type=pathlib.Path, default=ROOT / "benchmarks" / "linking" / "RESULTS.md")
    args = ask.parse_args()
    reports = read(args.incidents)
    lines = ["# Linking", "", f"{described()}.", "",
             "Command: `python benchmarks/linking/run.py INCIDENTS.jsonl NEWS.jsonl`.", "",
             "## Reports of one incident", "",
             "Reports are coded from raw text; two are linked if any event has claims of both. B-cubed over reports, "
             "each half of the incidents (by hash) linked by itself, then all together. The weights were fitted on "
             "half A (`training/linking.py`) and none on half B. But half B is not unseen: how groups join was set on "
             "half of the incidents by an earlier hash, some of which are in B, and errors of all incidents were read "
             "before dates without a year were compared and some weights set by hand.", "",
             "| method | reports | precision | recall | F1 |", "| --- | --- | --- | --- | --- |"]
    parts = {"half A": [r for r in reports if half_of(r.incident) == 0],
             "half B, not fitted on": [r for r in reports if half_of(r.incident) == 1], "all": reports}
    for method, link in METHODS.items():
        for name, part in parts.items():
            scores = " | ".join(f"{x:.3f}" for x in bcubed(part, link(part)))
            lines.append(f"| {method}, {name} | {len(part)} | {scores} |")
    lines += ["", "## Errors, all reports together", "", "| cause | pairs of reports |", "| --- | --- |",
              *(f"| {cause} | {count} |" for cause, count in causes(reports)), ""]
    lines += reprints(args.news, reports) + scale(args.sizes)
    report = "\n".join(lines)
    args.out.write_text(report + "\n", encoding="utf-8")
    print(report)


def read(path: pathlib.Path) -> list[Report]:
    """The reports of a file, coded."""
    coder = sijill.load([])
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    documents = [coder(r["text"], doc_id=r["doc_id"], source=r["source"], url=r["url"], title=r["title"],
                       published=r["published"]) for r in rows]
    copies = find_copies(ArticleText(d.article_id, d.text, None, d.published) for d in documents)
    return [Report(r["doc_id"], r["incident_id"], claims_of(d, copies.get(d.article_id)))
            for r, d in zip(rows, documents, strict=True)]


def alone(reports: Sequence[Report]) -> Linked:
    """Every report alone."""
    return {}


def day_and_place(reports: Sequence[Report]) -> Linked:
    """Reports with claims of the same day and the same name of a place."""
    groups: dict[tuple[dt.date, str], set[str]] = {}
    for report in reports:
        for claim in report.claims:
            for place in claim.event.places:
                keys, day = name_keys(place.name), claim.event.time.latest
                if keys and day:
                    groups.setdefault((day, keys.bare), set()).add(report.doc_id)
    return joined(groups.values())


def linked(reports: Sequence[Report]) -> Linked:
    """Reports with claims in the same event."""
    events = link_claims([claim for report in reports for claim in report.claims])
    return joined({claim.doc_id for claim in event.claims} for event in events)


METHODS = {"every report alone": alone, "same day and same name of place": day_and_place, "sijill": linked}


def joined(groups: Iterable[set[str]]) -> Linked:
    """Who is in a group with whom."""
    out: dict[str, set[str]] = {}
    for group in groups:
        for one in group:
            out.setdefault(one, set()).update(group)
    return out


def bcubed(reports: Sequence[Report], found: Linked) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 over reports."""
    incident = {r.doc_id: r.incident for r in reports}
    size = Counter(incident.values())
    precision = recall = 0.0
    for one, its in incident.items():
        group = found.get(one, set()) | {one}
        right = sum(1 for other in group if incident[other] == its)
        precision += right / len(group)
        recall += right / size[its]
    precision, recall = precision / len(incident), recall / len(incident)
    return precision, recall, 2 * precision * recall / (precision + recall)


def causes(reports: Sequence[Report]) -> list[tuple[str, int]]:
    """Why pairs of reports are wrongly linked or missed."""
    found = linked(reports)
    traits = {r.doc_id: [traits_of(c) for c in r.claims] for r in reports}
    everything = [(d, t) for d, ts in traits.items() for t in ts]
    met = {frozenset((everything[a][0], everything[b][0])) for a, b in candidate_pairs(
        [t for _, t in everything], [keys_of(t) for _, t in everything])}
    counts: Counter[str] = Counter()
    for at, one in enumerate(reports):
        for two in reports[at + 1:]:
            same, together = one.incident == two.incident, two.doc_id in found.get(one.doc_id, ())
            if same and together:
                counts["linked rightly"] += 1
            elif together:
                days = {t.days is not None for r in (one, two) for t in traits[r.doc_id]}
                counts["linked wrongly, " + ("both with days" if days == {True} else "a report without a day")] += 1
            elif same:
                pair = frozenset((one.doc_id, two.doc_id))
                counts["missed, " + ("a report without claims" if not one.claims or not two.claims else
                                     "no claims of the two meet" if pair not in met else "weighed too little")] += 1
    return sorted(counts.items())


def reprints(news: pathlib.Path, reports: Sequence[Report]) -> list[str]:
    """The table of reprints, over three draws."""
    lines = ["## Reprints", "",
             "500 articles that are not reprints of one another, and copies of some 290 of them, each edited in one "
             "way or in all: another headline and dateline, ends cut off, paragraphs added, other spelling and vowel "
             "marks, words left out, two articles merged. Of two texts of one day either may be called the original.",
             "",
             "| draw | copies | called copies | precision | recall | seconds | missed |",
             "| --- | --- | --- | --- | --- | --- | --- |"]
    for seed in (1, 2, 3):
        done = measured(news, seed)
        missed = ", ".join(f"{kind} {n}" for kind, n in done.missed.items() if n) or "none"
        lines.append(f"| {seed} | {done.copies} | {done.called} | {done.precision:.3f} | {done.recall:.3f} | "
                     f"{done.seconds:.1f} | {missed} |")
    incident = {c.article_id: r.incident for r in reports for c in r.claims}
    copies = {c.article_id: c.copy_of for r in reports for c in r.claims if c.copy_of}
    apart = sum(1 for one, other in copies.items() if incident[one] != incident.get(other))
    return [*lines, "", f"Among the {len(reports)} reports on incidents, many of them different articles on one event, "
            f"{len(copies)} are called copies, {apart} of them of a report on another incident.", ""]


def scale(sizes: Sequence[int]) -> list[str]:
    """The table of cost by the number of claims, each size in a process of its own."""
    lines = ["## Scale", "", f"Claims made up by `generated.py`, {A_DAY} a day: few cities with many events, many "
             "villages with few. One process.", "",
             "| claims | events told | events found | seconds | claims a second | memory, GB | B-cubed P | R |",
             "| --- | --- | --- | --- | --- | --- | --- | --- |"]
    context = multiprocessing.get_context("spawn")
    for size in sizes:
        with context.Pool(1) as pool:
            told, found, seconds, memory, precision, recall = pool.apply(cost, (size,))
        lines.append(f"| {size:,} | {told:,} | {found:,} | {seconds:.1f} | {size / seconds:,.0f} | {memory:.2f} | "
                     f"{precision:.3f} | {recall:.3f} |")
    return [*lines, ""]


def cost(size: int) -> tuple[int, int, float, float, float, float]:
    """Events told and found, seconds, gigabytes and B-cubed of linking that many made-up claims."""
    claims, truth = generated(size)
    began = time.perf_counter()
    events = link_claims(claims)
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    told = Counter(truth.values())
    precision = recall = 0.0
    for event in events:
        for number, count in Counter(truth[c.id] for c in event.claims).items():
            precision += count * count / len(event.claims)
            recall += count * count / told[number]
    return len(told), len(events), seconds, memory, precision / size, recall / size


if __name__ == "__main__":
    main()
