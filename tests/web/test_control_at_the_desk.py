"""Control at the desk: estimated once for who may see the same articles, beside what is asked meanwhile."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from sijill.errors import DataError
from sijill.store import Record
from sijill.territory.colours import colour_of
from sijill.territory.estimate import Territory
from sijill.web.control import Control, State

NOBODY: frozenset[str] = frozenset()


def settled(control: Control, hidden: frozenset[str]) -> State:
    for _ in range(600):
        state = control.state(hidden)
        if state.ready or state.trouble:
            return state
        time.sleep(0.05)
    raise AssertionError("not within 30 seconds")


def test_control_is_estimated_once_for_all_who_see_the_same(record_path: Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    """Two who ask at once wait for one estimate; who may not see an article has another, without what it tells."""
    made: list[set[str]] = []
    go = threading.Event()
    true_of = Territory.of

    def of(documents: Any) -> Territory:
        go.wait(30)
        given = list(documents)
        made.append({one.article_id for one in given})
        return true_of(given)

    monkeypatch.setattr(Territory, "of", of)
    with Record.open(record_path) as record:
        control = Control(record)
        assert control.state(NOBODY) == control.state(NOBODY) == State(False, True)
        assert control.span(NOBODY) is None
        go.set()
        assert settled(control, NOBODY) == State(True, True) and control.span(NOBODY) is not None
        hidden = frozenset(list(made[0])[:1])
        assert settled(control, hidden).ready
        assert len(made) == 2 and made[0] - made[1] == hidden


def test_what_cannot_be_estimated_is_told(record_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours, or any other, is the state's trouble; there are no estimates then."""
    for error, told in ((DataError("no table"), "no table"), (ZeroDivisionError("by nought"), "ZeroDivisionError")):
        monkeypatch.setattr(Territory, "of", lambda documents, error=error: (_ for _ in ()).throw(error))
        with Record.open(record_path) as record:
            control = Control(record)
            state = settled(control, NOBODY)
            assert not state.ready and told in str(state.trouble)
            assert control.span(NOBODY) is None


def test_the_map_is_told_the_colours_that_charts_have(client: Any) -> None:
    """Each state of the map and of a place's page comes with the colour that charts give it."""
    for _ in range(600):
        found = client.get("/api/map/control?step=1").json()
        if found["ready"]:
            break
        time.sleep(0.05)
    assert found["states"] and found["colours"] == [colour_of(one) for one in found["states"]]
    place = found["places"][0]
    panel = client.get(f"/api/places/{place['key']}/control").json()
    assert panel["colours"] == {one: colour_of(one) for one in panel["estimates"][0]["probability"]}
