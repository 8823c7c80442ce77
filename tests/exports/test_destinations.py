"""Outputs are whole or not there."""

import gzip
import os
import pathlib
import threading

import pytest

from sijill.errors import InputError
from sijill.exports.destinations import whole_file, whole_folder


def test_a_failure_keeps_the_file_that_was_there(tmp_path: pathlib.Path) -> None:
    """A file keeps its earlier content where writing a new one fails, and nothing else is left."""
    path = tmp_path / "out.csv"
    path.write_bytes(b"before")
    with pytest.raises(RuntimeError), whole_file(path) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert path.read_bytes() == b"before" and list(tmp_path.iterdir()) == [path]


def test_a_file_takes_its_name_at_the_end(tmp_path: pathlib.Path) -> None:
    """A file is not seen under its name before all of it is written, and is then readable as others are."""
    path = tmp_path / "out.csv"
    with whole_file(path) as stream:
        stream.write(b"all")
        assert not path.exists()
    assert path.read_bytes() == b"all" and path.stat().st_mode & 0o600 == 0o600


def test_a_folder_that_is_not_there_is_told(tmp_path: pathlib.Path) -> None:
    """A name in a folder that does not exist is an error with what to do, not a traceback."""
    with pytest.raises(InputError, match="written"), whole_file(tmp_path / "no" / "out.csv"):
        pass
    with pytest.raises(InputError, match="written"), whole_folder(tmp_path / "no" / "out"):
        pass


def test_a_pipe_is_written_to_and_stays_one(tmp_path: pathlib.Path) -> None:
    """What is no plain file, as a device, is not put out of its place by a file of its name."""
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    with whole_file(pipe) as stream:
        stream.write(b"row")
    reader.join(5)
    assert got == [b"row"] and pipe.is_fifo() and list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize("held", [b"SQLite format 3\0" + bytes(84), gzip.compress(b"WARC/1.1")],
                         ids=["record", "archive"])
@pytest.mark.parametrize("made", ["before", "meanwhile"])
def test_a_record_and_its_archive_are_spared(held: bytes, made: str, tmp_path: pathlib.Path) -> None:
    """An output that is named like a record or its archive does not take its place, even if that came meanwhile."""
    path = tmp_path / "a.sijill"
    if made == "before":
        path.write_bytes(held)
    with pytest.raises(InputError, match="overwritten"), whole_file(path) as stream:
        stream.write(b"rows")
        path.write_bytes(held)
    assert path.read_bytes() == held and list(tmp_path.iterdir()) == [path]
