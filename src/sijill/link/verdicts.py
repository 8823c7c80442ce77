"""Verdicts: what people's decisions mean for linking, the newest first where they contradict one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sijill.ledger import Decision
from sijill.link.corrections import Correction, read_correction


@dataclass(frozen=True, slots=True)
class Constraint:
    """Two claims that a person holds to tell the same event (`same`), or not; `by` is the decision's id."""

    one: str
    other: str
    same: bool
    by: str


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What counts: claims accepted and rejected, corrected fields by claim, constraints with the newest first."""

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    corrections: Mapping[str, Mapping[str, Correction]] = field(default_factory=dict)
    constraints: tuple[Constraint, ...] = ()


def verdicts(decisions: Iterable[Decision]) -> Verdicts:
    """The verdicts that still count, in any order of the decisions; a later one on the same thing replaces an earlier.

    A withdrawal takes out the decision that it names; to undo a withdrawal the decision is taken again.
    """
    ordered = sorted({d.id: d for d in decisions}.values(), key=lambda d: (d.at, d.id))
    gone = {d.value for d in ordered if d.verb == "withdraw"}
    judged: dict[str, str] = {}
    corrections: dict[str, dict[str, Correction]] = {}
    pairs: dict[tuple[str, str], Constraint] = {}
    for decision in ordered:
        if decision.id in gone or decision.verb == "withdraw":
            continue
        if decision.verb in ("accept", "reject"):
            judged.update(dict.fromkeys(decision.claims, decision.verb))
        elif decision.verb == "correct" and decision.field and decision.value is not None:
            for claim in decision.claims:
                corrections.setdefault(claim, {})[decision.field] = read_correction(decision.field, decision.value)
        else:
            ids = sorted(set(decision.claims))
            for at, one in enumerate(ids):
                for other in ids[at + 1:]:
                    pairs.pop((one, other), None)
                    pairs[one, other] = Constraint(one, other, decision.verb == "same", decision.id)
    return Verdicts(
        frozenset(c for c, v in judged.items() if v == "accept"),
        frozenset(c for c, v in judged.items() if v == "reject"), corrections, tuple(reversed(pairs.values())))
