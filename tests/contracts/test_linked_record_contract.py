"""What every record does with its linked events, whichever database holds it."""

import datetime as dt
import pathlib
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update
from tests.contracts.linked_samples import add, claim_ids, demo_documents, partition, reports

import sijill.link
from sijill.arabic.tokens import split_sentences, tokenize
from sijill.errors import InputError, RecordError
from sijill.grounding.places import distance_km
from sijill.ledger import Claim, LinkedEvent
from sijill.link.linking import Linked, link_claims, link_whole
from sijill.store import Record, due, linking, preparing
from sijill.store.deciding import decide
from sijill.store.filters import EventFilter, point
from sijill.store.linked_tables import claim_keys, linked_articles


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    with Record.open(address, create=True) as record:
        yield record


def events(record: Record, **wanted: object) -> list[LinkedEvent]:
    return list(record.events(EventFilter(**wanted)))  # type: ignore[arg-type]


def claims(record: Record) -> list[Claim]:
    return [claim for event in record.events() for claim in event.claims]


def test_events_come_back_as_they_were_linked(record: Record) -> None:
    """What the record reads back is what linking made: every field, reading, toll, link and claim."""
    add(record, [*demo_documents(), *reports()])
    record.link()
    back = list(record.events())
    made = link_claims(claims(record), (), {claim.id: event.id for event in back for claim in event.claims})
    assert sorted(back, key=lambda e: e.id) == sorted(made, key=lambda e: e.id)


def test_every_claim_is_in_one_event(record: Record) -> None:
    """Every claim of every article is in exactly one event, with its sentence and its article's outlet."""
    documents = [*demo_documents(), *reports()]
    add(record, documents)
    record.link()
    told, texts = claims(record), {}
    assert sorted(claim.id for claim in told) == claim_ids(documents)
    for batch in record.event_batches():
        texts |= batch.texts
    for claim in told:
        trigger = claim.event.trigger
        assert texts[claim.article_id][claim.sentence_start:].startswith(claim.sentence)
        assert claim.sentence_start <= trigger.start < claim.sentence_start + len(claim.sentence)
        text = texts[claim.article_id]
        assert claim.sentence in {text[s.start:s.end] for s in split_sentences(text, tokenize(text))}
    assert {claim.bloc for claim in told if claim.source == "سانا"} == {"syr_gov"}


def test_linking_knows_what_is_due(record: Record) -> None:
    """A record is due when it was never linked, has new claims or new decisions, and not otherwise."""
    assert record.link_due()
    add(record, reports()[:2])
    assert record.link_due()
    assert record.link().fresh > 0
    assert not record.link_due() and record.link().changed == 0
    add(record, reports()[2:])
    assert record.link_due()
    record.link()
    record.decide("reject", claim_ids(reports())[:1], by="ليلى")
    assert record.link_due()
    record.link()
    assert not record.link_due()


def test_a_new_article_changes_only_what_it_reaches(record: Record) -> None:
    """Linking a report from elsewhere leaves every other event as it was, its id included."""
    add(record, [*demo_documents(), *reports()[:3]])
    record.link()
    before = {event.id: event for event in record.events()}
    add(record, reports()[3:])
    done = record.link()
    after = {event.id: event for event in record.events()}
    assert not done.whole and done.changed == done.made == len(reports()[3].events or ())
    assert {key: event for key, event in after.items() if key in before} == before


def test_linking_anew_keeps_ids(record: Record) -> None:
    """Linking the whole record again, from articles and claims alone, gives the same events with the same ids."""
    add(record, demo_documents())
    record.link()
    before = list(record.events())
    with record._database.writing() as connection:
        connection.execute(update(linked_articles).values(bloc="x", copy_of=None))
        connection.execute(delete(claim_keys))
    assert list(record.events()) != before
    done = record.link(whole=True)
    assert done.whole and (done.made, done.gone) == (0, 0)
    assert list(record.events()) == before


def test_other_data_link_the_record_anew(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that was linked with another edition of a file that linking reads is due, and linked whole."""
    add(record, reports())
    record.link()
    before = list(record.events())
    for name in due.LINKING_DATA:
        assert not record.link_due()
        edition = due.manifest() | {name: {"sha256": f"another {name}"}}
        monkeypatch.setattr(due, "manifest", lambda edition=edition: edition)
        assert record.link_due()
        assert record.link().whole
    assert list(record.events()) == before


def test_a_reprint_is_told_once(record: Record) -> None:
    """An article that reprints another is known as its copy, and both count as one teller."""
    document = demo_documents()[0]
    copy = sijill.load(model=None)(document.text, doc_id="copy", source="شبكة أخرى", published=dt.date(2015, 7, 30))
    add(record, [document, copy])
    assert record.link().copies == 1
    for event in record.events():
        assert sum(count for _, count in event.blocs) == 1
        assert {c.copy_of for c in event.claims if c.doc_id == "copy"} <= {document.article_id}


def test_copies_are_found_in_any_number_of_steps(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles prepared one at a time have the originals that they have if all are prepared at once."""
    coder = sijill.load(model=None)
    days = ("2015-08-03", "2015-08-01", "2015-08-02")
    documents = [coder(document.text, doc_id=f"{document.doc_id}-{n}", source=f"شبكة {n}", published=day)
                 for document in demo_documents()[:4] for n, day in enumerate(days)]
    add(record, documents)
    monkeypatch.setattr(preparing, "BATCH", 1)
    record.link()
    by_steps = {claim.id: claim.copy_of for claim in claims(record)}
    monkeypatch.undo()
    record.link(whole=True)
    assert {claim.id: claim.copy_of for claim in claims(record)} == by_steps
    first = {document.article_id for document in documents if document.doc_id.endswith("-1")}
    assert {copy for copy in by_steps.values() if copy} == first


def test_decisions_hold_and_outlive_linking(record: Record) -> None:
    """Claims held to be different stay apart and those held to be the same together, until it is withdrawn."""
    add(record, [*demo_documents(), *reports()])
    record.link()
    together = next(event for event in record.events() if len(event.claims) > 1)
    one, other = together.claims[0].id, together.claims[1].id
    apart = decide(record, "different", [one, other], by="ليلى")
    assert record.link().changed > 0
    assert len(record.events_of([one, other])) == 2
    record.link(whole=True)
    assert len(record.events_of([one, other])) == 2
    alone = next(event.claims[0].id for event in record.events() if one not in {c.id for c in event.claims})
    decide(record, "same", [one, alone], by="ليلى")
    decide(record, "withdraw", [apart.id[:10]], by="Omar")
    with pytest.raises(RecordError, match="already"):
        decide(record, "withdraw", [apart.id], by="Omar")
    record.link()
    assert len(record.events_of([one, alone])) == 1
    assert len(record.decisions_on([one])) == 3
    before = partition(record)
    record.link(whole=True)
    assert partition(record) == before


def test_a_withdrawal_that_names_no_claims_is_heeded(record: Record) -> None:
    """The claims of the withdrawn decision are linked again, though the withdrawal does not name them."""
    add(record, [*demo_documents(), *reports()])
    record.link()
    before = list(record.events())
    refused = record.decide("reject", [claim.id for claim in before[0].claims], by="ليلى")
    assert record.link().changed > 0 and list(record.events()) != before
    record.decide("withdraw", [], by="ليلى", value=refused.id)
    assert not record.link().whole
    assert list(record.events()) == before


def test_a_corrected_place_comes_back(record: Record) -> None:
    """A place that no claim has is kept whole, and read back as linking made it."""
    add(record, [*demo_documents(), *reports()])
    record.link()
    decide(record, "correct", [next(record.events()).claims[0].id], by="ليلى", field="place", value="وهمستان")
    record.link()
    back = list(record.events())
    previous = {claim.id: event.id for event in back for claim in event.claims}
    made = link_claims(claims(record), record.decisions(), previous)
    assert sorted(back, key=lambda e: e.id) == sorted(made, key=lambda e: e.id)
    assert any(r.value.name == "وهمستان" for event in back for r in event.places.readings)


def test_claims_that_bear_one_id_are_kept_apart(record: Record) -> None:
    """An article that an older Sijill coded under two dates gives its claims twice, under two ids."""
    document = reports()[0]
    add(record, [document, replace(document, published=dt.date(2018, 3, 20))])
    record.link()
    told = [claim.id for claim in claims(record)]
    assert len(set(told)) == len(told) == 2 * len(document.events or ())
    assert set(claim_ids([document])) <= set(told)


def test_two_that_link_at_once_link_one_after_the_other(
        address: str, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that another process links meanwhile is linked again from what is there then."""
    add(record, reports())
    record.decide("accept", claim_ids(reports())[:1], by="ليلى")

    def meanwhile(*given: Any) -> Linked:
        monkeypatch.setattr(linking, "link_whole", link_whole)
        with Record.open(address) as other:
            other.link()
            add(other, demo_documents())
            other.link()
        return link_whole(*given)

    monkeypatch.setattr(linking, "link_whole", meanwhile)
    record.link()
    assert sorted(claim.id for claim in claims(record)) == claim_ids([*demo_documents(), *reports()])
    assert not record.link_due()


def test_what_no_decision_can_say_is_refused(record: Record) -> None:
    """A decision on an unknown claim, field or value is refused with what to do, and nothing is added."""
    add(record, demo_documents())
    record.link()
    claim = claim_ids(demo_documents())[0]
    many = next(event for event in record.events() if len(event.claims) > 1)
    wrong: tuple[tuple[str, list[str], dict[str, str]], ...] = (
        ("accept", ["zz"], {}), ("correct", [claim], {}), ("correct", [claim], {"field": "colour", "value": "1"}),
        ("correct", [claim], {"field": "latest", "value": "yesterday"}),
        ("correct", [claim], {"field": "actor1", "value": '["NOBODY"]'}),
        ("correct", [claim], {"field": "killed", "value": "[5, 2]"}),
        ("correct", [many.id], {"field": "latest", "value": "2015-06-25"}),
        ("accept", [claim], {"field": "latest", "value": "2015-06-25"}), ("withdraw", ["abc"], {}),
        ("withdraw", ["abc"], {"value": "abc"}),
        ("same", [claim], {}), ("different", [many.id, claim], {}))
    for verb, ids, more in wrong:
        with pytest.raises(RecordError) as raised:
            decide(record, verb, ids, by="ليلى", **more)  # type: ignore[arg-type]
        assert raised.value.next_step
    assert record.decisions() == ()


def test_filters_narrow(record: Record) -> None:
    """Each filter lets pass the events that are so, and no other."""
    add(record, [*demo_documents(), *reports()])
    record.link()
    every = list(record.events())
    assert [e.earliest is None for e in every] == sorted(e.earliest is None for e in every)
    duma = events(record, place="مدينة دوما")
    assert duma and all(any("دوما" in r.value.name for r in e.places.readings) for e in duma)
    inside = events(record, place="محافظة الحسكة")
    assert len(duma) < len(inside) < len(every)
    near = events(record, near=point("36.5,40.75", 30.0))
    assert {e.id for e in near} == {e.id for e in every if any(
        g and g.lat is not None and g.lon is not None and distance_km(36.5, 40.75, g.lat, g.lon) <= 30.0
        for g in (r.value.grounding for r in e.places.readings))}
    assert len(events(record, near=point("36.5,40.75", 30.0), limit=2)) == 2
    army = events(record, actor="SYR_GOV")
    assert army and {e.id for e in events(record, actor="SYR_ARMY")} <= {e.id for e in army}
    assert {e.event_type for e in events(record, type="Battles")} == {"Battles"}
    assert {e.sub_event_type.value for e in events(record, type="Armed clash")} == {"Armed clash"}
    late = events(record, since=dt.date(2018, 1, 1))
    assert late and all((e.latest or e.earliest) >= dt.date(2018, 1, 1) for e in late)  # type: ignore[operator]
    assert not {e.id for e in events(record, until=dt.date(2017, 12, 31))} & {e.id for e in late}
    assert events(record, source="سانا") == events(record, source="SANA") == events(record, source="sana.sy")
    assert all(any(c.bloc == "syr_gov" for c in e.claims) for e in events(record, bloc="syr_gov"))
    assert {e.status for e in events(record, status="denied")} <= {"denied"}
    assert all(any(t.kind == "killed" for t in e.tolls) for e in events(record, min_killed=1))
    assert record.count_events(EventFilter(type="Battles", limit=1)) == len(events(record, type="Battles"))
    assert events(record, place="'; DROP TABLE events; --") == []


def test_filters_hold_at_their_bounds(record: Record) -> None:
    """The first and last day, the number of killed and the radius that are asked for are within what is asked for."""
    add(record, reports())
    record.link()
    shelling = next(event for event in record.events() if any(toll.kind == "killed" for toll in event.tolls))
    day, killed = shelling.earliest, max(toll.best or 0 for toll in shelling.tolls if toll.kind == "killed")
    assert day is not None and day == shelling.latest
    a_day = dt.timedelta(days=1)
    for wanted, found in (
            ({"since": day}, True), ({"since": day + a_day}, False), ({"until": day}, True),
            ({"until": day - a_day}, False), ({"min_killed": killed}, True), ({"min_killed": killed + 1}, False)):
        assert (shelling in events(record, **wanted)) is found, wanted
    place = shelling.places.readings[0].value.grounding
    assert place is not None and place.lat is not None and place.lon is not None
    # a corner of the box around a circle is not in the circle
    lat, lon = place.lat + 0.2, place.lon + 0.2
    away = distance_km(lat, lon, place.lat, place.lon)
    for radius, found in ((away + 0.01, True), (away - 0.01, False)):
        near = point(f"{lat},{lon}", radius)
        assert (shelling in events(record, near=near)) is found
        assert record.count_events(EventFilter(near=near)) == len(events(record, near=near))


def test_a_place_on_the_date_line_is_near_itself(record: Record) -> None:
    """Circles at the poles and on the date line are taken as they are."""
    add(record, reports())
    record.link()
    assert events(record, near=(89.99, 179.9, 5.0)) == []
    assert len(events(record, near=(0.0, 180.0, 21_000.0))) == len(
        [e for e in record.events() if any(r.value.grounding and r.value.grounding.lat is not None
                                           for r in e.places.readings)])
    for wrong in ("north", "91,0", "1", "1,2,3", "nan,0"):
        with pytest.raises(InputError):
            point(wrong, 10.0)


def test_an_id_leads_to_its_event(record: Record) -> None:
    """An event's or a claim's id, or its beginning, leads to the event; what is unclear or unknown says what to do."""
    add(record, reports())
    record.link()
    event = next(iter(record.events()))
    assert record.find_linked(event.id[:10]).event == event and record.find_linked(event.id).claim is None
    claim = event.claims[-1]
    found = record.find_linked(claim.id)
    assert (found.event, found.claim) == (event, claim) or found.event.id == claim.id
    for wrong in ("", "zz"):
        with pytest.raises(RecordError, match="Take an id"):
            record.find_linked(wrong)
    add(record, demo_documents())
    record.link()
    ids = {event.id for event in record.events()} | {claim.id for claim in claims(record)}
    unclear = next(one[0] for one in ids if sum(other.startswith(one[0]) for other in ids) > 1)
    with pytest.raises(RecordError, match="Write more"):
        record.find_linked(unclear)


def _linked_in_parts(parts: list[list[int]]) -> set[frozenset[str]]:
    documents = [*demo_documents(), *reports()]
    with tempfile.TemporaryDirectory() as folder, Record.open(pathlib.Path(folder) / "a", create=True) as record:
        for part in parts:
            add(record, [documents[n] for n in part])
            record.link()
        return partition(record)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(range(19)), cut=st.integers(1, 18))
def test_linking_in_parts_equals_linking_at_once(order: list[int], cut: int) -> None:
    """Articles that come later, in any order, give the events that all of them together give."""
    assert _linked_in_parts([order[:cut], order[cut:]]) == _linked_in_parts([sorted(order)])
