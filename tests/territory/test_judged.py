"""Control as people decided: what rejected, corrected and settled claims say of who holds a place."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import sijill
from sijill.documents import Document
from sijill.link.corrections import Correction
from sijill.link.verdicts import Verdicts, verdicts
from sijill.store import Record
from sijill.territory import estimates, judged_documents
from sijill.territory.evidence import Evidence, evidence_of
from sijill.territory.judged import judged

TEXT = ("سيطرت قوات سوريا الديمقراطية على مدينة منبج أمس بعد انسحاب تنظيم داعش منها. "
        "وقصفت قوات النظام السوري مدينة دوما. وما زالت مدينة الباب تحت سيطرة تنظيم داعش.")


@pytest.fixture(scope="module")
def document() -> Document:
    return sijill.load(model=None)(TEXT, doc_id="one", source="outlet", published="2016-08-13")


@pytest.fixture
def record(document: Document, tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "a.sijill", create=True) as opened:
        with opened.start_run(version="test") as run:
            run.add(document)
        opened.link()
        yield opened


def taking(document: Document) -> str:
    """The id of the event that a place was taken."""
    (one,) = {e.claim for e in evidence_of(document) if e.kind == "takes"}
    return one


def told(document: Document, said: Verdicts) -> list[Evidence]:
    return list(evidence_of(judged(document, said)))


def test_without_decisions_all_is_as_it_was_read(document: Document) -> None:
    """No verdict, no change."""
    assert judged(document, Verdicts()) == document


def test_a_rejected_claim_says_nothing_of_control(document: Document) -> None:
    """Neither it nor what followed from it counts; what the text says outside an event stays."""
    one = taking(document)
    assert any(claim.event is not None for claim in document.control or ())
    now = judged(document, Verdicts(rejected=frozenset((one,))))
    assert one not in {event.event_id for event in now.events or ()}
    number = next(n for n, event in enumerate(document.events or ()) if event.event_id == one)
    assert len(now.control or ()) == sum(claim.event != number for claim in document.control or ())
    for claim in now.control or ():
        assert claim.event is None or (now.events or ())[claim.event].places
    kinds = {e.kind for e in evidence_of(document)} - {e.kind for e in evidence_of(now)}
    assert "takes" in kinds
    assert [e.place.name for e in evidence_of(now) if e.kind == "holds"] == [
        e.place.name for e in evidence_of(document) if e.kind == "holds"] != []


def test_a_corrected_claim_says_what_it_was_corrected_to(document: Document) -> None:
    """Who takes what and when is what people say, and so is what follows; a denied taking is denied."""
    one = taking(document)
    day = Correction(dt.date(2016, 8, 1))
    corrections = {one: {"actor1": Correction(("SYR_ARMY",)), "latest": day, "earliest": day}}
    (found,) = [e for e in told(document, Verdicts(corrections=corrections)) if e.claim == one]
    (before,) = [e for e in evidence_of(document) if e.claim == one]
    assert found.subjects == ("SYR_ARMY",) != before.subjects and found.day == dt.date(2016, 8, 1) != before.day
    now = judged(document, Verdicts(corrections=corrections))
    assert {c.holder for c in now.control or () if c.event is not None and c.polarity == "holds"} == {"SYR_ARMY"}
    denied = told(document, Verdicts(corrections={one: {"factuality": Correction("denied")}}))
    assert [e.kind for e in denied if e.claim == one] == ["denied"]


def test_the_estimates_of_a_record_follow_its_decisions(record: Record, document: Document) -> None:
    """A rejected taking holds nobody to hold the place, until the rejection is withdrawn."""
    def holders() -> dict[str, str]:
        return {e.spot.label: e.holder for e in estimates(record, start=dt.date(2016, 8, 14))}

    before = holders()
    taken = record.decide("reject", [taking(document)], by="t")
    assert holders() != before and holders()["الباب"] == before["الباب"]
    record.decide("withdraw", [], by="t", value=taken.id)
    assert holders() == before


def test_only_what_counts_is_applied(record: Record, document: Document) -> None:
    """Of two corrections the later one counts, and the documents of a record are judged by it."""
    one = taking(document)
    for actor in ("SYR_ARMY", "IS"):
        record.decide("correct", [one], by="t", field="actor1", value=json.dumps([actor]))
    (now,) = judged_documents(record)
    then = judged(document, verdicts(record.decisions()))
    assert (now.events, now.control) == (then.events, then.control)
    assert {e.subjects for e in evidence_of(now) if e.claim == one} == {("IS",)}
