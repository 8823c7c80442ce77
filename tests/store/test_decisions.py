"""Decisions are appended with who, when and why, and never overwritten."""

import pathlib
from collections.abc import Iterator

import pytest

import sijill
from sijill.errors import RecordError
from sijill.store import Record

TEXT = "قصفت قوات النظام السوري مدينة دوما أمس، وسيطرت قوات سوريا الديمقراطية على بلدة هجين."


@pytest.fixture
def record(tmp_path: pathlib.Path) -> Iterator[Record]:
    with Record.open(tmp_path / "a.sijill", create=True) as record:
        with record.start_run(version="test") as run:
            run.add(sijill.load()(TEXT, published="2018-03-14"))
        yield record


def claim_ids(record: Record) -> list[str]:
    return [event.event_id for document in record.documents() for event in document.events or ()]


def test_decisions_come_back_in_order(record: Record) -> None:
    """What was decided is read back whole and in order, the same verdict given twice as two decisions."""
    first, second = claim_ids(record)
    made = [record.decide("different", [first, second], by="ليلى", note="قريتان"),
            record.decide("accept", [first], by="ليلى"), record.decide("accept", [first], by="ليلى"),
            record.decide("correct", [second], by="Omar", field="event_type", value='"Battles"')]
    made.append(record.decide("withdraw", [], by="Omar", value=made[1].id))
    assert list(record.decisions()) == made
    assert len({decision.id for decision in made}) == 5


def test_a_decision_that_says_nothing_is_refused(record: Record) -> None:
    """Unknown verbs, ids and decisions, one claim that is the same as nothing, nobody: nothing is written."""
    first, _ = claim_ids(record)
    for verb, claims, more in (("same", [first], {}), ("accept", ["0" * 16], {}), ("accept", [], {}),
                               ("correct", [first], {}), ("withdraw", [], {"value": "0"}), ("praise", [first], {}),
                               ("accept", [first], {"by": " "})):
        with pytest.raises(RecordError):
            record.decide(verb, claims, **({"by": "x"} | more))  # type: ignore[arg-type]
    assert record.decisions() == ()
