"""Coded articles as CSV, JSON Lines or a table."""

from sijill.cli.writers import cell


def test_a_cell_that_a_spreadsheet_would_run_stands_behind_an_apostrophe() -> None:
    """The coder's CSV guards its cells as the exports do: also behind quotes and marks that are not seen."""
    assert cell("\"=1+1") == "'\"=1+1" and cell("\u200f@x") == "'\u200f@x"
    assert cell("غارة") == "غارة" and cell(None) == ""
