"""CSV and HXL: safe in a spreadsheet, read back as written, and by other people's readers."""

import csv
import datetime as dt
import io
import pathlib

import pandas
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.exported_tables import parted, read_csv, unguarded
from tests.linked_events import NASTY, claim, event, killed, some_events

from sijill.arabic.writable import writable
from sijill.exports.codings import coding, codings
from sijill.exports.delimited import cell, guarded, joined, write_csv, write_hxl
from sijill.exports.rows import Row
from sijill.ledger import LinkedEvent

SAMPLE = [event([claim(1, source="=cmd|'/c calc'!A1"), claim(2)], tolls=[killed(3)])]


@given(st.one_of(NASTY, st.text()).map(writable))
@example("'\r")
@example("\"\r")
@settings(max_examples=400)
def test_guarded_text_comes_back_and_is_no_formula(text: str) -> None:
    """Any text is guarded without loss, and no guarded text begins as a formula does."""
    assert unguarded(guarded(text)) == text
    shown = guarded(text).lstrip(" \"\u200e\u200f\u202e\u2067\u2069\ufeff\x00\u0085\u2028")
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\"=1", "'=1", "\u200f=1",
                                  "\ufeff=1", "\uff1d1", "\n=1", "'\r"])
def test_formulas_stand_behind_an_apostrophe(text: str) -> None:
    """A text that a spreadsheet may run stands behind an apostrophe, also behind spaces, quotes and hidden marks."""
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["غارة", "'Anadan", "a=b", "Deir ez-Zor", "10 - 12"])
def test_other_text_stands_as_it_is(text: str) -> None:
    """Text that is no formula is not touched."""
    assert guarded(text) == text


def test_numbers_below_zero_stay_numbers() -> None:
    """A longitude of the west is a number, not text behind an apostrophe."""
    assert (cell(-3.5), cell(-2), cell(None), cell(dt.date(2015, 6, 25))) == ("-3.5", "-2", "", "2015-06-25")


@given(st.lists(st.text(min_size=1).map(writable), min_size=1, max_size=4))
def test_lists_come_back(values: list[str]) -> None:
    """A list of any texts, strokes and backslashes in them too, is read back as it was."""
    assert list(parted(joined(values))) == values


@pytest.mark.parametrize("name", list(codings()))
@settings(max_examples=25, deadline=None)
@given(events=some_events)
def test_tables_come_back(name: str, events: tuple[LinkedEvent, ...]) -> None:
    """Rows of any events are read back from CSV and from HXL as they were."""
    rows = list(coding(name).rows(events))
    for write, options in ((write_csv, {}), (write_csv, {"bom": True}), (write_hxl, {})):
        out = io.BytesIO()
        write(rows, coding(name), out, **options)  # type: ignore[operator]
        out.seek(0)
        assert list(read_csv(out, coding(name))) == [dict(row.values) for row in rows]


@settings(max_examples=25, deadline=None)
@given(events=some_events)
def test_python_and_pandas_read_the_same_cells(events: tuple[LinkedEvent, ...]) -> None:
    """The csv module's Excel dialect and pandas see one record a row, with every cell in its column."""
    rows = list(coding("sijill").rows(events))
    out = io.BytesIO()
    write_csv(rows, coding("sijill"), out)
    wanted = [[cell(value) for value in row.values.values()] for row in rows]
    read = list(csv.reader(io.StringIO(out.getvalue().decode(), newline=""), dialect="excel"))
    assert read[1:] == wanted
    frame = pandas.read_csv(io.BytesIO(out.getvalue()), dtype=str, keep_default_na=False, lineterminator=None)
    assert list(frame.columns) == [column.name for column in coding("sijill").columns]
    assert len(frame) == len(rows)


def test_pandas_sees_numbers_and_days() -> None:
    """pandas reads fatalities as a number, an unknown one as missing, and the day as a day."""
    rows = list(coding("acled").rows([*SAMPLE, event([claim(3)], id="e2", latest=dt.date(2015, 6, 28))]))
    out = io.BytesIO()
    write_csv(rows, coding("acled"), out, bom=True)
    frame = pandas.read_csv(io.BytesIO(out.getvalue()), parse_dates=["event_date"], encoding="utf-8-sig")
    assert sorted(frame["fatalities"].fillna(-1)) == [-1, 3]
    assert frame["event_date"].dt.year.tolist() == [2015, 2015]


def test_the_mark_stands_only_where_asked() -> None:
    """A byte order mark begins the file with bom, and only then."""
    for bom in (True, False):
        out = io.BytesIO()
        write_csv([], coding("acled"), out, bom=bom)
        assert out.getvalue().startswith(b"\xef\xbb\xbf") is bom


@pytest.mark.parametrize("name", list(codings()))
def test_libhxl_reads_the_tags(name: str, tmp_path: pathlib.Path) -> None:
    """libhxl finds every hashtag, reads every row and validates the set."""
    hxl = pytest.importorskip("hxl", reason="libhxl is not installed: it needs a package under the GPL (see hxl-check)")
    rows: list[Row] = list(coding(name).rows(SAMPLE))
    path = tmp_path / "rows.csv"
    with path.open("wb") as out:
        write_hxl(rows, coding(name), out)
    source = hxl.data(str(path), hxl.InputOptions(allow_local=True))
    assert [column.display_tag for column in source.columns] == [c.hxl for c in coding(name).columns]
    assert [column.header for column in source.columns] == [c.name for c in coding(name).columns]
    read = list(source)
    assert [list(row.values) for row in read] == [[cell(v) for v in row.values.values()] for row in rows]
    assert hxl.data(str(path), hxl.InputOptions(allow_local=True)).validate()
