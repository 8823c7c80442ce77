"""Differences are settled one by one, and what was settled becomes verdicts on the machine's claims."""

import datetime as dt
import json
from dataclasses import replace

from sijill.agreement.codings import Coded, CodedEvent, Coding, Step
from sijill.agreement.settling import outcome, settlement

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def event(key: str, start: int, **values: object) -> CodedEvent:
    return CodedEvent(key, start, start + 5, {name: Coded(value) for name, value in values.items()})


def step(verb: str, unit: str | None = None, field: str | None = None, value: object = None) -> Step:
    return Step(NOW, "judge", verb, unit, field, json.dumps(value))  # type: ignore[arg-type]


ONE = Coding("a", (event("1", 0, sub_event_type="Arrests", killed=[3, 3], place="دوما"),
                   event("2", 10, sub_event_type="Attack")), True)
OTHER = Coding("b", (event("x", 0, sub_event_type="Arrests", killed=[4, 4], place="دوما"),), True)


def test_only_differences_are_open() -> None:
    """What all say alike is settled by itself; a field they differ on, and an event of one, need a person."""
    found = settlement([ONE, OTHER], [])
    both, alone = found.events
    assert found.open == 2 and (both.kept, alone.kept) == (True, None)
    assert [one.field for one in both.fields if one.open] == ["killed"]
    assert both.event.values["place"].value == "دوما" and "killed" not in both.event.values


def test_the_last_word_counts() -> None:
    """A question can be settled again; an event that is dropped asks nothing more, one that is kept is as coded."""
    both, alone = settlement([ONE, OTHER], []).events
    steps = [step("settle", both.key, "killed", {"value": [3, 3]}), step("settle", both.key, "killed", None),
             step("keep", alone.key, value=True)]
    found = settlement([ONE, OTHER], steps)
    assert found.open == 0 and found.events[0].fields[8].by == "judge"
    assert "killed" not in found.settled[0].values and found.settled[1].values["sub_event_type"].value == "Attack"
    dropped = settlement([ONE, OTHER], [*steps, step("keep", alone.key, value=False)])
    assert len(dropped.settled) == 1 and dropped.closed_by is None
    assert settlement([ONE, OTHER], [*steps, step("close")]).closed_by == "judge"


def test_verdicts_follow_from_what_was_settled() -> None:
    """A claim is corrected where it differs and accepted, one that nobody keeps rejected; the rest is told apart."""
    claims = [event("c1", 1, sub_event_type="Arrests", killed=[3, 3], place="دوما", wounded=[1, 1],
                    latest="2018-01-01"),
              event("c2", 40, sub_event_type="Attack")]
    settled = [event("s1", 0, sub_event_type="Arrests", killed=[4, 4]), event("s2", 60, sub_event_type="Talks")]
    found = outcome(settled, claims)
    assert [(v.verb, v.claim, v.field, v.value) for v in found.verdicts] == [
        ("correct", "c1", "latest", "null"), ("correct", "c1", "killed", "[4, 4]"),
        ("correct", "c1", "wounded", "[null, null]"), ("accept", "c1", None, None), ("reject", "c2", None, None)]
    assert all(v.span is None for v in found.verdicts)
    marked = [replace(settled[0], values=settled[0].values | {"killed": Coded([4, 4], 7, 9)})]
    assert [v.span for v in outcome(marked, claims).verdicts if v.field == "killed"] == [(7, 9)]
    nowhere = [replace(settled[0], values=settled[0].values | {"killed": Coded([4, 4], 7, 7)})]
    assert [v.span for v in outcome(nowhere, claims).verdicts if v.field == "killed"] == [None]
    assert [e.key for e in found.unclaimed] == ["s2"] and found.placeless == ("c1",)
