"""What only a record in PostgreSQL has: refused changes, and PostGIS."""

import os

import pytest
from sqlalchemy import text
from tests.contracts.linked_samples import add, reports

from sijill.errors import RecordError
from sijill.store import Record
from sijill.store.connection import open_database
from sijill.store.filters import EventFilter
from sijill.store.nearby import has_postgis

needs_server = pytest.mark.skipif(not os.environ.get("SIJILL_TEST_POSTGRES"),
                                  reason="SIJILL_TEST_POSTGRES names no PostgreSQL server")


@pytest.fixture
def written(address: str) -> str:
    """A linked record in PostgreSQL."""
    if not address.startswith("postgresql:"):
        pytest.skip("another database")
    with Record.open(address, create=True) as record:
        add(record, reports())
        record.link()
        record.decide("accept", [next(record.events()).claims[0].id], by="ليلى")
    return address


@needs_server
@pytest.mark.parametrize("statement", [
    "UPDATE articles SET title = 'x'", "DELETE FROM claims", "UPDATE arguments SET score = 0", "TRUNCATE decisions",
    "DELETE FROM runs", "UPDATE runs SET kept = 9, read = 9", "UPDATE audit SET at = ''", "TRUNCATE audit"])
def test_what_is_written_is_not_changed(written: str, statement: str) -> None:
    """The database itself refuses to change or delete what is only added to."""
    database = open_database(written, create=False)
    with pytest.raises(RecordError, match="append-only"), database.writing() as connection:
        connection.execute(text(statement))


@needs_server
def test_distances_are_measured_by_postgis(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostGIS is there and has an index of points, and finds the events that are found without it."""
    database = open_database(written, create=False)
    with database.reading() as connection:
        assert has_postgis(connection)
        connection.execute(text("SET enable_seqscan = off"))
        plan = connection.execute(text(
            "EXPLAIN SELECT event_id FROM event_places WHERE ST_DWithin(geography(ST_MakePoint(lon, lat)), "
            "geography(ST_MakePoint(36.4, 33.5)), 1000, false)")).scalars()
        assert any("ix_event_places_point" in line for line in plan)
    wanted = [EventFilter(near=(33.57, 36.4, radius)) for radius in (0.001, 1, 5, 50, 500, 20_000)]
    with Record.open(written) as record:
        by_postgis = [[event.id for event in record.events(one)] for one in wanted]
        assert [record.count_events(one) for one in wanted] == [len(found) for found in by_postgis]
        monkeypatch.setattr("sijill.store.nearby.has_postgis", lambda _: False)
        assert by_postgis == [[event.id for event in record.events(one)] for one in wanted]
    assert 0 < len(by_postgis[2]) < len(by_postgis[-1])


def test_the_password_is_not_told() -> None:
    """No message repeats the password of an address."""
    pytest.importorskip("psycopg")
    with pytest.raises(RecordError) as caught:
        Record.open("postgresql://someone:geheim@127.0.0.1:1/none")
    assert "geheim" not in str(caught.value)
