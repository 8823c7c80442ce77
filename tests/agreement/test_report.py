"""Events of several codings are matched by their words, agreement is counted over them, and steps make codings."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.agreement.codings import (
    Coded,
    CodedEvent,
    Coding,
    Step,
    checked_span,
    checked_value,
    coding_of,
)
from sijill.agreement.matching import match
from sijill.agreement.report import agreement
from sijill.errors import InputError

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=6)


def event(key: str, start: int, end: int, **values: object) -> CodedEvent:
    return CodedEvent(key, start, end, {name: Coded(value) for name, value in values.items()})


def coding(by: str, *events: CodedEvent) -> Coding:
    return Coding(by, events, True)


def test_events_whose_words_overlap_are_one() -> None:
    """The event with most overlap is taken; one that touches nothing, and a second at the same words, stay alone."""
    one = coding("a", event("1", 0, 5), event("2", 10, 20))
    other = coding("b", event("x", 0, 4), event("y", 3, 5), event("z", 20, 25))
    found = [{by: e.key for by, e in m.by.items()} for m in match([one, other])]
    assert found == [{"a": "1", "b": "x"}, {"b": "y"}, {"a": "2"}, {"b": "z"}]


def test_one_word_that_tells_two_events_is_matched_by_type() -> None:
    """Of two events at the same words those of one type are put together."""
    one = coding("a", event("1", 0, 5, sub_event_type="Arrests"), event("2", 0, 5, sub_event_type="Attack"))
    other = coding("b", event("x", 0, 5, sub_event_type="Attack"), event("y", 0, 5, sub_event_type="Arrests"))
    assert {frozenset(e.key for e in m.by.values()) for m in match([one, other])} == {
        frozenset({"1", "y"}), frozenset({"2", "x"})}


@given(SPANS, SPANS, SPANS)
def test_matching_puts_every_event_into_one_group(
        first: list[tuple[int, int]], second: list[tuple[int, int]], third: list[tuple[int, int]]) -> None:
    """No event is lost or used twice, no coder is twice in a group, and the coders' order does not matter."""
    codings = [coding(name, *(event(str(n), start, start + size) for n, (start, size) in enumerate(those)))
               for name, those in zip("abc", (first, second, third), strict=True)]
    found = match(codings)
    members = [(by, e.key) for m in found for by, e in m.by.items()]
    assert sorted(members) == sorted((c.by, e.key) for c in codings for e in c.events)
    assert found == match(codings[::-1])
    assert len({m.key for m in found}) == len(found)


def test_agreement_is_counted_over_events_and_fields() -> None:
    """Events of one coder alone lower F1 and nothing else; fields are compared over events of both."""
    one = coding("a", event("1", 0, 5, sub_event_type="Arrests", actor1=["SDF", "IS"], killed=[3, 3]),
                 event("2", 10, 15, sub_event_type="Attack", place="حيّ غويران"), event("3", 40, 45))
    other = coding("b", event("x", 0, 5, sub_event_type="Arrests", actor1=["IS", "SDF"]),
                   event("y", 11, 16, sub_event_type="Grenade", place="حي غويران"))
    found = agreement([[one, other]])
    (pair,) = found.events
    assert (pair.both, pair.only_first, pair.only_second, pair.f1) == (2, 1, 0, pytest.approx(0.8))
    by_name = {row.field: row for row in found.fields}
    assert by_name["sub_event_type"].observed == 0.5
    # order of actors and spelling of a name are no difference; a number that one left out is
    assert by_name["actor1"].observed == by_name["place"].observed == 1.0
    assert (by_name["killed"].observed, by_name["killed"].filled, by_name["killed"].units) == (0.5, 1, 2)
    assert by_name["captured"].alpha is None and by_name["captured"].filled == 0
    assert found.coders == ("a", "b") and found.f1 == pytest.approx(0.8)


def test_a_coding_is_what_its_steps_leave() -> None:
    """Steps of others do not count, a later value replaces an earlier, and a dropped event is gone."""
    def step(by: str, verb: str, unit: str | None = None, field: str | None = None, value: object = None) -> Step:
        return Step(NOW, by, verb, unit, field, json.dumps(value))  # type: ignore[arg-type]

    began = [event("m", 0, 3, sub_event_type="Arrests")]
    steps = [step("a", "add", "u", value={"start": 7, "end": 9, "sub_event_type": "Attack"}), step("b", "drop", "m"),
             step("a", "set", "m", "killed", {"value": [1, 2], "start": 1, "end": 2}),
             step("a", "set", "m", "killed", {"value": [4, 4]}), step("a", "set", "m", "sub_event_type"),
             step("a", "set", "gone", "killed", {"value": [4, 4]}), step("a", "finish")]
    mine, other = coding_of("a", began, steps), coding_of("b", began, steps)
    assert [(e.key, dict(e.values)) for e in mine.events] == [
        ("m", {"killed": Coded([4, 4])}),
        ("u", {"sub_event_type": Coded("Attack", 7, 9), "factuality": Coded("asserted")})]
    assert mine.finished and not other.finished and other.events == ()
    assert not coding_of("a", began, [*steps, step("a", "reopen")]).finished
    # each undo takes back one step more
    undone = coding_of("a", began, [*steps, step("a", "undo"), step("a", "undo"), step("a", "undo")])
    assert undone.events[0].values == {"sub_event_type": Coded("Arrests"), "killed": Coded([1, 2], 1, 2)}
    assert coding_of("a", began, [*steps, *[step("a", "undo")] * 9]).events == tuple(began)


def test_what_cannot_be_coded_is_refused() -> None:
    """Words beyond the text, blanks, unknown fields and values of another kind are errors that say so."""
    for span in ({"start": 2, "end": 2}, {"start": 0, "end": 99}, {"start": -1, "end": 1}, {"start": True, "end": 2},
                 {"start": 1, "end": 2}, None):
        with pytest.raises(InputError):
            checked_span(span, "a b")
    for name, value in (("weapon", "x"), ("killed", [3, 1]), ("killed", "3"), ("earliest", "June"), ("actor1", "SDF"),
                        ("sub_event_type", "Party")):
        with pytest.raises(InputError):
            checked_value(name, {"value": value}, "a b")
    assert checked_value("killed", {"value": [None, None]}, "a") is checked_value("actor1", {"value": []}, "a") is None
    assert checked_value("place", {"value": "x", "start": 0, "end": 1}, "a b") == {"value": "x", "start": 0, "end": 1}
