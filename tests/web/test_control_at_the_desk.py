"""Control at the desk: estimated once for who may see the same articles, beside what is asked meanwhile."""

import datetime as dt
import gzip
import json
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from sijill.errors import DataError
from sijill.store import Record
from sijill.territory.colours import colour_of
from sijill.territory.estimate import Territory
from sijill.territory.evidence import Evidence
from sijill.territory.judged import judged_documents
from sijill.web import control as control_module
from sijill.web import sheets
from sijill.web.control import Control, Known, State
from sijill.web.control_evidence import ControlEvidence, _originals
from sijill.web.decided import Decided
from sijill.web.sheets import Asked, draw

NOBODY: frozenset[str] = frozenset()


def control_of(record: Record) -> Control:
    return Control(record, Decided(record))


def settled(control: Control, hidden: frozenset[str] = NOBODY) -> State:
    for _ in range(600):
        state = control.state(hidden)
        if (state.ready and not state.renewing) or state.trouble:
            return state
        time.sleep(0.05)
    raise AssertionError("not within 30 seconds")


def asked(client: Any, query: str = "step=1") -> Any:
    """The map of control, once it is there as of now."""
    for _ in range(600):
        found = client.get(f"/api/map/control?{query}").json()
        if found["ready"] and not found["renewing"]:
            return found
        time.sleep(0.05)
    raise AssertionError("not within 30 seconds")


def test_control_is_estimated_once_for_all_who_see_the_same(record_path: Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    """Two who ask at once wait for one estimate; who may not see an article has another, without what it tells."""
    made: list[set[str]] = []
    go = threading.Event()
    true = Territory.__init__

    def init(self: Territory, evidence: Iterable[Evidence]) -> None:
        go.wait(30)
        given = list(evidence)
        made.append({one.article for one in given})
        true(self, given)

    monkeypatch.setattr(Territory, "__init__", init)
    with Record.open(record_path) as record:
        control = control_of(record)
        assert control.state(NOBODY) == control.state(NOBODY) == State(False, True)
        assert control.span(NOBODY) is None and control.making(NOBODY) is control.making(NOBODY) is not None
        go.set()
        assert settled(control) == State(True, True) and control.span(NOBODY) is not None
        hidden = frozenset(list(made[0])[:1])
        assert settled(control, hidden).ready
        assert len(made) == 2 and made[0] - made[1] == hidden


def test_many_who_see_different_articles_all_have_an_answer(record_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few estimates are kept, what somebody waits for is not given up for what another asks."""
    monkeypatch.setattr(control_module, "_KEPT", 2)
    with Record.open(record_path) as record:
        control = control_of(record)
        everyone = [frozenset((article,)) for article in record.article_ids()[:6]]
        waiting = set(everyone)
        until = time.monotonic() + 60
        while waiting and time.monotonic() < until:
            for hidden in everyone:
                if hidden in waiting and control.state(hidden).ready:
                    waiting.remove(hidden)
        assert not waiting
        assert len([slot for slot in control._slots.values() if slot.making is None]) <= 3


def test_what_is_estimated_follows_decisions_and_articles(record_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A decision makes control anew only where it changes what is told; what there was is there meanwhile."""
    made: list[int] = []
    true = Territory.__init__

    def init(self: Territory, evidence: Iterable[Evidence]) -> None:
        given = list(evidence)
        made.append(len(given))
        true(self, given)

    monkeypatch.setattr(Territory, "__init__", init)
    with Record.open(record_path) as record:
        control = control_of(record)
        settled(control)
        known = control.known(NOBODY)
        assert known is not None
        told = next(one.claim for many in known.told.values() for one in many if one.kind == "takes")
        record.decide("accept", [told], by="t")
        assert control.known(NOBODY) is known and settled(control).ready
        assert control.known(NOBODY) is known and len(made) == 1
        known.sheet(Asked(step=1)).result(60)
        taken = record.decide("reject", [told], by="t")
        assert control.state(NOBODY) in (State(True, True, None, True), State(True, True))
        settled(control)
        assert len(made) == 2 and made[1] < made[0]
        # a sheet that was asked for is drawn before what was there is given up
        assert control.known(NOBODY).sheet(Asked(step=1)).done()  # type: ignore[union-attr]
        assert told not in {one.claim for many in control.known(NOBODY).told.values() for one in many}  # type: ignore[union-attr]
        record.decide("withdraw", [], by="t", value=taken.id)
        settled(control)
        assert made[2] == made[0]


def test_control_is_made_of_the_articles_as_people_decided(record_path: Path) -> None:
    """What is put together step by step is what the whole record says as people decided, reprints counted once."""
    with Record.open(record_path) as record:
        evidence = ControlEvidence(record, Decided(record))
        told = evidence.of(NOBODY)
        events = [claim.id for event in record.events() for claim in event.claims]
        for number, claim in enumerate(events[:30]):
            if number % 3:
                record.decide("reject", [claim], by="t")
            else:
                record.decide("correct", [claim], by="t", field="actor1", value='["SYR_ARMY"]')
        now = evidence.of(NOBODY)
        assert now != told
        copies = record.copies()
        whole = {d.article_id: tuple(one) for d in judged_documents(record) if d.article_id not in copies
                 if (one := list(_told(d)))}
        assert now == whole


def _told(document: Any) -> Iterable[Evidence]:
    from sijill.territory.evidence import evidence_of

    return evidence_of(document)


def test_a_reprint_stands_for_an_original_that_may_not_be_seen() -> None:
    """Of articles that reprint each other one counts, were the original not among them."""
    copies = {"b": "a", "c": "a"}
    assert _originals(["a", "b", "c", "d"], copies) == ["a", "d"]
    assert _originals(["c", "a"], copies) == ["a"]
    assert _originals(["b", "c", "d"], copies) == ["b", "d"]


def test_what_cannot_be_estimated_is_told(record_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours, or any other, is the state's trouble; there are no estimates then."""
    for error, told in ((DataError("no table"), "no table"), (ZeroDivisionError("by nought"), "ZeroDivisionError")):
        def fail(_: Any, __: Any, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(ControlEvidence, "of", fail)
        with Record.open(record_path) as record:
            control = control_of(record)
            state = settled(control)
            assert not state.ready and told in str(state.trouble)
            assert control.span(NOBODY) is None


def test_a_sheet_is_drawn_once_for_all_who_ask(record_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for the same days again, or while they are drawn, has the same answer and costs nothing."""
    drawn: list[Asked] = []
    go = threading.Event()

    def slow(territory: Territory, wanted: Asked) -> sheets.Sheet:
        go.wait(30)
        drawn.append(wanted)
        return draw(territory, wanted)

    monkeypatch.setattr(sheets, "draw", slow)
    with Record.open(record_path) as record:
        territory = Territory.of(record.documents())
    known = Known({}, territory, territory.span())
    first, again = known.sheet(Asked(step=1)), known.sheet(Asked(step=1))
    other = known.sheet(Asked(step=2))
    go.set()
    assert first.result(60) is again.result(60) is not other.result(60)
    assert len(drawn) == 2 and known.asked() == [Asked(step=1), Asked(step=2)]


def test_a_sheet_tells_what_estimates_tell(record_path: Path) -> None:
    """Unrolled, its runs are the estimates of every day to a hundredth; and it is sent as small as it can be."""
    with Record.open(record_path) as record:
        territory = Territory.of(record.documents())
    sheet = draw(territory, Asked(step=1))
    found = json.loads(sheet.plain)
    assert gzip.decompress(sheet.packed) == sheet.plain and len(sheet.packed) < len(sheet.plain) / 3
    days = [dt.date.fromisoformat(day) for day in found["days"]]
    every = {(one.spot.key, one.day): one for one in territory.estimates(days, claims=0)}
    assert found["places"] and all(sum(place["runs"]) == len(days) for place in found["places"])
    for place in found["places"]:
        at = 0
        for run, holder, share, contested in zip(place["runs"], place["holder"], place["probability"],
                                                 place["contested"], strict=True):
            for day in days[at:at + run]:
                one = every[place["key"], day]
                assert abs(one.probability[found["states"][holder]] * 100 - share) <= 1.02
                assert abs(one.probability.get("CONTESTED", 0) * 100 - contested) <= 1.02
                assert max(one.probability.values()) - one.probability[found["states"][holder]] < 2e-4
            at += run


def test_days_are_at_most_so_many() -> None:
    """A long span is told by fewer days, its first and last among them; days that are asked for are kept."""
    span = dt.date(2011, 3, 15), dt.date(2024, 12, 8)
    days = Asked(step=1).days(span)
    assert days[0] == span[0] and days[-1] == span[1] and len(days) <= sheets.MOST_DAYS + 1
    assert Asked(dt.date(2012, 1, 1), dt.date(2012, 1, 3), 1).days(span) == [dt.date(2012, 1, n) for n in (1, 2, 3)]
    assert Asked(dt.date(2012, 1, 9), dt.date(2012, 1, 3), 1).days(span) == [dt.date(2012, 1, 9)]


def test_the_map_is_told_the_colours_that_charts_have(client: Any) -> None:
    """Each state of the map and of a place's page comes with the colour that charts give it."""
    found = asked(client)
    assert found["states"] and found["colours"] == [colour_of(one) for one in found["states"]]
    place = found["places"][0]
    panel = client.get(f"/api/places/{place['key']}/control").json()
    assert panel["colours"] == {one: colour_of(one) for one in panel["estimates"][0]["probability"]}


def test_one_place_is_told_alone_and_to_the_hundredth(client: Any) -> None:
    """The page of a place asks for that place, and is told what the whole map tells, more finely."""
    whole = asked(client)
    place = whole["places"][0]
    one = asked(client, f"step=1&place={place['key']}")
    assert [found["key"] for found in one["places"]] == [place["key"]] and one["days"] == whole["days"]
    assert one["states"][one["places"][0]["holder"][0]] == whole["states"][place["holder"][0]]
    assert abs(one["places"][0]["probability"][0] - place["probability"][0]) <= 1
    assert asked(client, "place=nowhere")["places"] == []


def test_a_rejected_claim_is_off_the_map(client: Any) -> None:
    """Whoever rejects the claims of a place sees the map without what they told."""
    before = asked(client)

    def of_events(key: str) -> list[str]:
        panel = client.get(f"/api/places/{key}/control?claims=20").json()["estimates"][0]
        return [one["claim"] for one in panel["claims"] if one["tie"] == "own" and ":" not in one["claim"]]

    place = next(one for one in before["places"] if one["place_id"] and of_events(one["key"]))
    claims = of_events(place["key"])
    token = client.get("/api/me").json()["token"]
    assert claims and client.post("/api/decisions", json={"verb": "reject", "ids": claims},
                                  headers={"x-sijill-token": token}).status_code == 201
    after = client.get("/api/map/control?step=1")
    assert after.headers["vary"] == "Accept-Encoding"
    now = asked(client)
    assert next((one for one in now["places"] if one["key"] == place["key"]), None) != place
    if now["places"]:
        told = client.get(f"/api/places/{place['key']}/control?claims=20").json()["estimates"]
        assert not {one["claim"] for estimate in told for one in estimate["claims"]} & set(claims)
