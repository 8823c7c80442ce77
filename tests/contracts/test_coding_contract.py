"""Blind codings are kept by every record: given, coded in steps, sealed in the chain, and settled into decisions."""

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from sqlalchemy import text

import sijill
from sijill.agreement.codings import Step, machine_event, machine_events
from sijill.agreement.settling import Outcome, outcome
from sijill.errors import RecordError
from sijill.store import Record, verify
from sijill.store.codings import CodedArticle

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري."


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    with Record.open(address, create=True) as record:
        with record.start_run(version="test") as run:
            run.add(sijill.load(model=None)(TEXT, published=dt.date(2018, 3, 14), source="مثال"))
        record.link()
        yield record


def given(record: Record, start: str = "machine") -> str:
    line = record.article_lines(limit=1)[0][0]
    return record.assign(line.article_id, ["ليلى", "Omar"], start=start, by="نور").id


def step(record: Record, key: str, by: str, verb: str, unit: str | None = None, field: str | None = None,
         value: object = None) -> CodedArticle:
    made = Step(dt.datetime.now(dt.UTC), by, verb, unit, field, json.dumps(value))  # type: ignore[arg-type]
    return record.add_step(key, lambda _: [made])


def test_steps_come_back_as_codings(record: Record) -> None:
    """Each coder begins with the machine's events or with none, and steps change the coding of who took them alone."""
    key = given(record)
    found = record.coded_article(key)
    assert [len(coding.events) for coding in found.codings] == [1, 1] and found.document.text == TEXT
    claim = found.codings[0].events[0].key
    after = step(record, key, "Omar", "set", claim, "killed", {"value": [4, 4]})
    mine, other = after.coding("Omar"), after.coding("ليلى")
    assert mine and other and mine.events[0].values["killed"].value == [4, 4]
    assert other.events[0].values["killed"].value == [3, 3]
    assert record.coded_article(given(record, "nothing")).codings[0].events == ()
    assert [one.id for one in record.assignments()][0] == key and len(record.coded_articles()) == 2
    assert [one.assignment.id for one in record.coded_articles([key])] == [key]
    # a step that must not be taken leaves nothing
    with pytest.raises(ZeroDivisionError):
        record.add_step(key, lambda _: [] if 1 / 0 else [])
    assert len(record.coded_article(key).steps) == 1


def test_codings_are_in_the_chain(record: Record, address: str) -> None:
    """Who was asked and every step are sealed: what is changed, removed or added behind the record is named."""
    key = given(record)
    claim = record.coded_article(key).codings[0].events[0].key
    step(record, key, "Omar", "set", claim, "killed", {"value": [4, 4]})
    found = verify(address)
    assert found.intact and (found.rows["assignments"], found.rows["coding_steps"]) == (1, 1)
    if not address.startswith("postgresql"):
        return
    for statement in ("UPDATE coding_steps SET \"by\" = 'x'", "DELETE FROM coding_steps",
                      "TRUNCATE assignments CASCADE"):
        with pytest.raises(Exception, match="append-only"), record._database.writing() as connection:
            connection.execute(text(statement))


@pytest.mark.parametrize(("statement", "told"), [
    ("UPDATE coding_steps SET value = '{\"value\": [9, 9]}'", ("coding_steps", "1", "value", "changed")),
    ("UPDATE assignments SET coders = '[\"x\"]'", ("assignments", "1", "coders", "changed")),
    ("DELETE FROM coding_steps", ("coding_steps", "1", None, "removed")),
    ("INSERT INTO coding_steps VALUES (2, 1, '2026', 'x', 'finish', NULL, NULL, NULL)",
     ("coding_steps", "2", None, "added"))])
def test_tampering_with_codings_is_named(record: Record, address: str, statement: str,
                                         told: tuple[str, str | None, str | None, str]) -> None:
    """The first difference is the row that was touched."""
    if address.startswith("postgresql"):
        pytest.skip("the database refuses it")
    key = given(record)
    step(record, key, "Omar", "finish")
    with record._database.writing() as connection:
        connection.execute(text(statement))
    one = verify(address).differences[0]
    assert (one.table, one.row, one.column, one.what) == told


def settled_anew(record: Record) -> str:
    """Two coders find an event of a kind that the machine did not; the id of its claim."""
    key = given(record)
    for name in ("Omar", "ليلى"):
        unit = f"{name}-1"
        step(record, key, name, "add", unit, None, {"start": 0, "end": 4, "sub_event_type": "Chemical weapon"})
        step(record, key, name, "set", unit, "killed", {"value": [7, 7], "start": 0, "end": 4})
        step(record, key, name, "set", unit, "earliest", {"value": "2018-03-13"})
        step(record, key, name, "set", unit, "place", {"value": {
            "name": "دوما", "place_id": "x:duma", "kind": "city", "lat": 33.57, "lon": 36.4, "radius_km": 4.0,
            "geo_precision": 1, "chain": [], "score": 1.0, "alternatives": [], "reasons": []}})
        step(record, key, name, "finish")

    def make(found: CodedArticle) -> Outcome:
        return outcome(found.settlement.settled, [*machine_events(found.document), *map(machine_event, found.people)])

    taken = record.close_settlement(key, "نور", make, f"settled: {key}")
    (claim,) = record.coded_article(key).people
    assert (taken[-1].verb, taken[-1].by, taken[-1].claims) == ("accept", "نور", (claim.event_id,))
    assert make(record.coded_article(key)).unclaimed == ()
    return claim.event_id


def test_an_event_that_only_people_found_is_a_claim_like_others(record: Record, address: str) -> None:
    """It is linked, has its place, day and toll, and is told from what the machine read; the machine's stay as read."""
    claim = settled_anew(record)
    record.link()
    event = next(one for one in record.events() if claim in [c.id for c in one.claims])
    assert event.sub_event_type.value == "Chemical weapon" and event.tolls[0].best == 7
    assert event.earliest == dt.date(2018, 3, 13)
    assert event.places.value is not None and event.places.value.grounding is not None
    assert event.places.value.grounding.lat == 33.57
    own = next(c for c in event.claims if c.id == claim).event
    assert {own.trigger.rule, own.places[0].rule, own.casualties[0].rule, own.time.rule} == {"settled"}
    (document,) = record.documents()
    assert claim not in [one.event_id for one in document.events or ()]
    assert record.find_event(claim)[1].event_id == claim
    record.link(whole=True)
    assert claim in [c.id for one in record.events() for c in one.claims]
    assert verify(address).intact


@pytest.mark.parametrize(("statement", "told"), [
    ("UPDATE claims SET earliest = '2018-03-14' WHERE settled IS NOT NULL", ("claims", "earliest", "changed")),
    ("UPDATE claims SET settled = NULL", ("claims", None, "added")),
    ("UPDATE claims SET settled = 1 WHERE settled IS NULL", ("claims", None, "removed")),
    ("DELETE FROM arguments WHERE rule = 'settled' AND role = 'casualty'", ("arguments", None, "removed"))])
def test_tampering_with_claims_of_people_is_named(record: Record, address: str, statement: str,
                                                  told: tuple[str, str | None, str]) -> None:
    """What is changed of a claim that people settled, or is passed off as one, is found."""
    if address.startswith("postgresql"):
        pytest.skip("the database refuses it")
    settled_anew(record)
    with record._database.writing() as connection:
        connection.execute(text(statement))
    assert told in [(one.table, one.column, one.what) for one in verify(address).differences]


def test_settling_makes_decisions_all_or_none(record: Record, address: str) -> None:
    """What was settled corrects and accepts the claim under the name of who settled it, once and only when all is."""
    key = given(record)
    claim = record.coded_article(key).codings[0].events[0].key
    step(record, key, "Omar", "set", claim, "killed", {"value": [4, 4]})
    step(record, key, "Omar", "finish")

    def make(found: CodedArticle) -> Outcome:
        return outcome(found.settlement.settled, machine_events(found.document))

    with pytest.raises(RecordError, match="not everything is settled"):
        record.close_settlement(key, "نور", make, "")
    step(record, key, "ليلى", "finish")
    with pytest.raises(RecordError, match="not everything is settled"):
        record.close_settlement(key, "نور", make, "")
    (event,) = record.coded_article(key).settlement.events
    step(record, key, "نور", "settle", event.key, "killed", {"value": [4, 4]})
    taken = record.close_settlement(key, "نور", make, f"settled: {key}")
    assert [(d.verb, d.field, d.by, d.note) for d in taken] == [
        ("correct", "killed", "نور", f"settled: {key}"), ("accept", None, "نور", f"settled: {key}")]
    assert record.decisions() == tuple(taken) and record.coded_article(key).settlement.closed_by == "نور"
    with pytest.raises(RecordError, match="settled already"):
        record.close_settlement(key, "نور", make, "")
    record.link()
    assert next(record.events()).tolls[0].best == 4
    assert verify(address).intact


@pytest.mark.parametrize(("article", "coders", "start"), [
    (None, ["a", "b"], "machine"), ("", ["a"], "machine"), ("", ["a", " a "], "machine"), ("", ["a", " "], "nothing"),
    ("", ["a", "b"], "half"), ("", [str(n) for n in range(13)], "machine")])
def test_what_cannot_be_given_is_refused(record: Record, article: str | None, coders: list[str], start: str) -> None:
    """An article that is not here, fewer than two people, or another beginning, is an error that says so."""
    there = record.article_lines(limit=1)[0][0].article_id if article == "" else "gone"
    with pytest.raises(RecordError):
        record.assign(there, coders, start=start, by="x")
    with pytest.raises(RecordError, match="no assignment"):
        record.coded_article("gone")
    assert record.assignments() == ()
