"""What every exporter promises, whatever the event: no error, no invention, the same bytes twice, a count."""

import io
import pathlib
import tempfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.linked_events import claim, event, killed, place, some_events

from sijill.errors import InputError
from sijill.exports.codings import coding, codings
from sijill.exports.columns import rules
from sijill.exports.formats import FORMATS, ROW_FORMATS, Options, write
from sijill.exports.rows import Notes
from sijill.ledger import Field, LinkedEvent

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
PAIRS = [(name, format) for format in FORMATS for name in (codings() if format in ROW_FORMATS else ["sijill"])]
SAMPLE = (event([claim(1, source="SOHR", bloc="independent"), claim(2)], tolls=[killed(3)]),
          event([claim(3, sub="Armed clash", kind="Battles", actor2=("IS",))], id="e2",
                places=[place(), place("النشوة", "n")], tolls=[killed(2, who="IS", claims=("c3",))]))


def written(events: tuple[LinkedEvent, ...], name: str, format: str, notes: Notes | None = None) -> tuple[bytes, int]:
    """What an exporter writes of events, and how many rows it says."""
    if format == "datapackage":
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "package.zip"
            count = write(iter(events), coding(name), format, path, None, notes)
            return path.read_bytes(), count
    out = io.BytesIO()
    return (lambda count: (out.getvalue(), count))(write(iter(events), coding(name), format, out, None, notes))


@pytest.mark.parametrize(("name", "format"), PAIRS)
def test_any_event_is_written_and_twice_the_same(name: str, format: str) -> None:
    """No event that the types allow makes an exporter fail, and the same events give the same bytes."""

    @FEW
    @given(some_events)
    def check(events: tuple[LinkedEvent, ...]) -> None:
        first = written(events, name, format)
        assert first == written(events, name, format)
        first[0].decode("utf-8") if format not in ("geoparquet", "datapackage") else None

    check()


@pytest.mark.parametrize("name", list(codings()))
def test_every_event_gives_a_row_or_a_reason(name: str) -> None:
    """Every event is in a row or is counted with a rule, and every cell has a rule that is known."""

    @FEW
    @given(some_events)
    def check(events: tuple[LinkedEvent, ...]) -> None:
        notes = Notes()
        rows = list(coding(name).rows(events, notes))
        in_rows = {one for row in rows for one in row.events}
        assert notes.events == len(events) and notes.rows == len(rows)
        assert len(in_rows) + sum(notes.counts.values()) == len(events)
        claims = {c.id for e in events for c in e.claims}
        for row in rows:
            assert list(row.values) == [column.name for column in coding(name).columns]
            for column, why in row.why.items():
                assert why.rule in rules()
                assert set(why.claims) <= claims, column
        assert len({row.id for row in rows}) == len(rows)

    check()


@pytest.mark.parametrize(("name", "format"), PAIRS)
def test_rows_are_counted(name: str, format: str) -> None:
    """An exporter says how many rows it wrote, and none of no events."""
    notes = Notes()
    _, count = written(SAMPLE, name, format, notes)
    assert count > 0
    if format in ROW_FORMATS:
        assert count == notes.rows
        assert written((), name, format)[1] == 0


@pytest.mark.parametrize("name", list(codings()))
@pytest.mark.parametrize("format", ["csv", "hxl", "jsonl", "geojson"])
def test_text_formats_stream(name: str, format: str) -> None:
    """Text is written while events still come; ACLED's coding alone needs all of them first."""
    if name == "acled":
        pytest.skip("a day's last acquisition is known only when all events are")
    out = io.BytesIO()
    grown: list[int] = []

    def events() -> Iterator[LinkedEvent]:
        for number in range(3):
            grown.append(len(out.getvalue()))
            yield replace(SAMPLE[0], id=f"e{number}", actor1=Field(), actor2=Field()) if name == "sijill" else replace(
                SAMPLE[0], id=f"e{number}")

    write(events(), coding(name), format, out)
    assert grown[0] <= grown[1] < grown[2]


@pytest.mark.parametrize("name", list(codings()))
def test_what_is_not_known_is_empty(name: str) -> None:
    """An event of which only the type and civilians are known has no 0, no empty text and no made-up point."""
    bare = event([claim(actor1=())], places=[], earliest=None, latest=None)
    for row in coding(name).rows([bare, replace(bare, id="e2", earliest=SAMPLE[0].earliest, latest=SAMPLE[0].latest)]):
        assert not any(value in ("", 0, ()) and value is not False for value in row.values.values())
        assert row.point is None


def test_unknown_names_are_refused() -> None:
    """A coding or a format that is not there is refused with those that are."""
    with pytest.raises(InputError, match="acled"):
        coding("gdelt")
    with pytest.raises(InputError, match="geojson"):
        write((), coding("acled"), "shp", io.BytesIO())
    with pytest.raises(InputError, match="--out"):
        write((), coding("acled"), "datapackage", io.BytesIO())


def test_the_side_file_explains_every_filled_cell() -> None:
    """The side file has a line a row, with the value, the rule in words and the claims of every cell."""
    import json

    out, why = io.BytesIO(), io.BytesIO()
    count = write(SAMPLE, coding("acled"), "csv", out, Options(why=why))
    lines = [json.loads(line) for line in why.getvalue().decode().splitlines()]
    assert len(lines) == count
    cell = lines[0]["cells"]["fatalities"]
    assert cell["rule"].startswith("acled.fatalities") and cell["says"] and cell["claims"]
