"""Linking and deciding at the same time."""

import shutil
from pathlib import Path

import pytest
from tests.web.conftest import coded  # noqa: F401

from sijill.store import Record, sqlite


def test_people_decide_while_a_record_is_being_linked(
    coded: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Comparing claims holds no lock: a decision that is taken meanwhile is kept, and linked the next time."""
    monkeypatch.setattr(sqlite, "WAIT", 0.5)
    shutil.copy(coded, tmp_path / "a.sijill")
    with Record.open(tmp_path / "a.sijill") as one, Record.open(tmp_path / "a.sijill") as other:
        first, second = (event.claims[0].id for event in list(one.events())[:2])
        one.decide("reject", [first], by="one")
        taken = []

        def report(step: str, done: int, total: int) -> None:
            if step == "linking" and done == 0:
                taken.append(other.decide("reject", [second], by="other"))

        one.link(report=report)
        assert len(taken) == 1 and one.link_due()
        one.link()
        assert not one.link_due()
        assert [d.by for d in one.decisions()] == ["one", "other"]


@pytest.mark.parametrize("whole", [False, True])
def test_what_another_process_linked_is_not_saved_over(
    whole: bool,
    coded: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    """Where another process links the record while claims are compared, they are compared again, with what it did."""
    shutil.copy(coded, tmp_path / "a.sijill")
    with Record.open(tmp_path / "a.sijill") as one, Record.open(tmp_path / "a.sijill") as other:
        first, second = next(event for event in one.events() if len(event.claims) == 2).claims
        one.decide("reject", [first.id], by="one")
        before = one.generation()
        begun = []

        def report(step: str, done: int, total: int) -> None:
            if step == "linking" and done == 0:
                begun.append(step)
                if len(begun) == 1:
                    other.decide("reject", [second.id], by="other")
                    other.link()

        done = one.link(whole=whole, report=report)
        assert (len(begun), done.fresh, one.generation()) == ((2, 0, before + 2) if whole else (1, 0, before + 1))
        found = list(one.events())
        told = {claim.id: event.status for event in found for claim in event.claims}
        assert (told[first.id], told[second.id]) == ("rejected", "rejected")
        one.link(whole=True)
        assert found == list(one.events())
