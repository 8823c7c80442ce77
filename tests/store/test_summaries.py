"""Summaries and holdings: what lists and maps show of a whole record."""

from pathlib import Path

from tests.web.conftest import coded  # noqa: F401

from sijill.store import Record
from sijill.store.filters import EventFilter


def test_summaries_say_what_events_say(coded: Path) -> None:  # noqa: F811
    """Each event has one summary, with its days, status, claims and disputed fields."""
    with Record.open(coded) as record:
        number, found = record.summaries()
        events = {event.id: event for event in record.events()}
        assert number == record.generation() > 0
        assert {one.id for one in found} == set(events) and len(found) == len(events)
        for one in found:
            event = events[one.id]
            assert one.claims == tuple(claim.id for claim in event.claims)
            assert one.status == event.status and one.sub_event_type == event.sub_event_type.value
            assert one.earliest == (event.earliest and event.earliest.isoformat())
            assert ("actor1" in one.disputed) == event.actor1.disputed
            points = [r.value.grounding for r in event.places.readings if r.value.grounding]
            assert (one.lat is None) == all(point.lat is None for point in points)
        some = [found[0].id, "nothing"]
        assert [one.id for one in record.summaries(some)[1]] == some[:1]


def test_matching_is_what_the_list_gives(coded: Path) -> None:  # noqa: F811
    """The ids that a filter matches are those of the events that it lets pass."""
    with Record.open(coded) as record:
        for wanted in (EventFilter(), EventFilter(type="Battles"), EventFilter(actor="IS", min_killed=1),
                       EventFilter(near=(36.5, 40.75, 5.0)), EventFilter(place_id="syr-hasakah-nashwa-west")):
            assert record.matching(wanted) == {event.id for event in record.events(wanted)}
        assert record.matching(EventFilter(place_id="syr-hasakah-nashwa-west"))


def test_holdings_leave_out_what_is_hidden(coded: Path) -> None:  # noqa: F811
    """Articles, outlets and actors are counted without those that may not be seen."""
    with Record.open(coded) as record:
        lines, total = record.article_lines()
        hidden = {lines[0].article_id}
        fewer, left = record.article_lines(without=hidden)
        assert left == total - 1 and lines[0].article_id not in {one.article_id for one in fewer}
        assert sum(one.articles for one in record.outlet_lines(without=hidden)) == left
        every = record.actor_counts()
        gone = {event.id for event in record.events(EventFilter(actor="IS"))}
        assert "IS" in every and "IS" not in record.actor_counts(without=gone)
