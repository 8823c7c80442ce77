"""Coded articles as CSV, JSON Lines or a table."""

import os
import pathlib
import threading

from sijill.cli.writers import cell, open_output


def test_a_cell_that_a_spreadsheet_would_run_stands_behind_an_apostrophe() -> None:
    """The coder's CSV guards its cells as the exports do: also behind quotes and marks that are not seen."""
    assert cell("\"=1+1") == "'\"=1+1" and cell("\u200f@x") == "'\u200f@x"
    assert cell("غارة") == "غارة" and cell(None) == ""


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: pathlib.Path) -> None:
    """What is no plain file, as a device, is not put out of its place by a file of its name."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    with open_output(pipe) as stream:
        stream.write("سطر\n")
    reader.join(5)
    assert got == ["سطر\n"] and pipe.is_fifo() and list(tmp_path.iterdir()) == [pipe]
