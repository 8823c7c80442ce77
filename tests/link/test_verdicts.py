"""Decisions as verdicts."""

import datetime as dt

from sijill.ledger import Decision
from sijill.link.clusters import Rules, cluster
from sijill.link.verdicts import verdicts


def decision(at: int, verb: str, *claims: str, **more: str) -> Decision:
    """A decision of a minute."""
    return Decision(f"d{at}", dt.datetime(2024, 1, 1, 0, at, tzinfo=dt.UTC), "someone", verb, claims, **more)  # type: ignore[arg-type]


def test_the_newest_verdict_counts() -> None:
    """A claim that was rejected and then accepted is accepted, in whatever order the decisions are read."""
    said = [decision(1, "reject", "a"), decision(2, "accept", "a")]
    assert verdicts(said) == verdicts(said[::-1])
    assert verdicts(said).accepted == {"a"} and not verdicts(said).rejected


def test_a_withdrawn_decision_does_not_count() -> None:
    """What was decided before a withdrawn decision counts again."""
    said = [decision(1, "reject", "a"), decision(2, "accept", "a"), decision(3, "withdraw", value="d2")]
    assert verdicts(said).rejected == {"a"}


def test_newer_verdicts_on_pairs_go_first() -> None:
    """`same` and `different` bind every two of their claims, the newest first."""
    said = verdicts([decision(1, "same", "a", "b", "c"), decision(2, "different", "b", "a")])
    assert [(c.one, c.other, c.same) for c in said.constraints] == [
        ("a", "b", False), ("b", "c", True), ("a", "c", True)]


def test_what_contradicts_a_newer_verdict_by_way_of_others_does_not_count() -> None:
    """Two claims that are kept apart are not joined by way of a third."""
    rules = Rules(0.0, 1.0, -8.0, 8.0)
    decided = [(0, 1, False), (1, 2, True), (0, 2, True)]
    assert cluster([0, 1, 2], lambda a, b: -5.0, rules, decided) == [[0], [1, 2]]


def test_groups_do_not_chain() -> None:
    """A claim that is like one of a group and unlike the rest stays out."""
    weights = {(0, 1): 6.0, (1, 2): 3.0, (0, 2): -8.0}
    rules = Rules(0.0, 1.0, -8.0, 8.0)
    assert cluster([0, 1, 2], lambda a, b: weights[min(a, b), max(a, b)], rules) == [[0, 1], [2]]


def test_what_is_kept_apart_from_one_is_kept_apart_from_its_group() -> None:
    """A `different` between two claims holds for all that is joined with either."""
    assert cluster([0, 1, 2], lambda a, b: 5.0, Rules(0.0, 1.0, -8.0, 8.0), [(1, 2, False)]) == [[0, 1], [2]]
