"""Long lists and many rows go through statements whole."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, String, Table, select

from sijill.store.connection import open_database
from sijill.store.statements import AT_ONCE, insert_rows, parts


@given(st.integers(0, 3 * AT_ONCE + 1))
def test_parts_are_the_list_in_order(count: int) -> None:
    """The parts of a list are that list, none of them empty or longer than a statement takes."""
    values = range(count)
    found = [list(part) for part in parts(values)]
    assert [value for part in found for value in part] == list(values)
    assert all(0 < len(part) <= AT_ONCE for part in found)


def test_rows_are_written_column_by_column(tmp_path: Path) -> None:
    """Values go into the columns in the table's order, whatever either holds; no rows are no error."""
    table = Table("many", MetaData(), Column("one", Integer), Column("order", String), Column("offset", Integer))
    rows = [(1, "قصف", None), (2, "'; ?, %s", 5), *((n, str(n), n) for n in range(3, 2000))]
    with open_database(tmp_path / "a.sijill", create=True).writing() as connection:
        table.create(connection)
        insert_rows(connection, table, [])
        insert_rows(connection, table, rows)
        assert [tuple(row) for row in connection.execute(select(table).order_by(table.c.one))] == rows
