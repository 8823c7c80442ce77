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
