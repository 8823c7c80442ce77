"""What people decided, kept in memory beside the record."""

from pathlib import Path
from typing import Any

import pytest

from sijill.link.verdicts import verdicts
from sijill.store import Record
from sijill.web import application
from sijill.web.decided import Decided


def claims_of(record: Record) -> list[str]:
    """The ids of some claims."""
    return [claim.id for event in record.events() for claim in event.claims]


def test_the_record_is_asked_only_for_what_came_since(record_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each decision is read once, however often it is asked what was decided, and none is missing."""
    read: list[int] = []
    true = Record.decisions

    def decisions(self: Record, **more: Any) -> Any:
        found = true(self, **more)
        read.append(len(found))
        return found

    monkeypatch.setattr(Record, "decisions", decisions)
    with Record.open(record_path) as record:
        one, other, *_ = claims_of(record)
        decided = Decided(record)
        assert decided.all() == () and decided.verdicts() == verdicts(())
        taken = [record.decide("reject", [one], by="t"), record.decide("same", [one, other], by="t")]
        for _ in range(3):
            assert decided.all() == tuple(taken) and decided.verdicts() == verdicts(taken)
        taken.append(record.decide("accept", [other], by="t"))
        assert decided.on([one]) == tuple(taken[:2]) and decided.on([other]) == tuple(taken[1:])
        assert decided.on([one, other]) == tuple(taken) == decided.all()
        assert decided.find(taken[1].id) == taken[1] and decided.find("none") is None
        assert sum(read) == 3


def test_decisions_on_claims_are_found_by_whole_ids(record_path: Path) -> None:
    """The record gives the decisions on the claims asked for, in their order, and none on others."""
    with Record.open(record_path) as record:
        one, other, third, *_ = claims_of(record)
        taken = [record.decide("same", [one, other], by="t"), record.decide("reject", [third], by="t"),
                 record.decide("accept", [other], by="t")]
        assert record.decisions_on([one]) == (taken[0],)
        assert record.decisions_on([third, other]) == tuple(taken)
        assert record.decisions_on([one[:-1], "%", ""]) == record.decisions_on([]) == ()
        assert record.decisions(after=2) == (taken[2],) and record.last_decision() == 3
        assert record.find_decisions(taken[1].id[:12]) == (taken[1],) and record.find_decisions("") == ()


def test_points_are_kept_by_the_desk_whose_record_they_are_of(record_path: Path, tmp_path: Path) -> None:
    """Two applications in one process share nothing that was made of a record."""
    with Record.open(record_path) as record, Record.open(tmp_path / "b.sijill", create=True) as other:
        one, two = application(record).state.desk, application(other).state.desk
        assert one.points is not two.points and one.decided is not two.decided
