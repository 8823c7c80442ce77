"""A backup puts its files where there are none."""

from pathlib import Path

import pytest

from sijill.errors import RecordError
from sijill.store import Record
from sijill.store.backup import backup


def test_an_archive_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    """A copy whose archive would take the place of another file is refused, and nothing is written."""
    Record.open(tmp_path / "a.sijill", create=True).close()
    (tmp_path / "a.warc.gz").write_bytes(b"")
    (tmp_path / "copies").mkdir()
    other = tmp_path / "copies" / "b.warc.gz"
    other.write_bytes(b"another's")
    with pytest.raises(RecordError, match="archive exists already") as raised:
        backup(tmp_path / "a.sijill", tmp_path / "copies" / "b.sijill")
    assert str(other) in str(raised.value)
    assert other.read_bytes() == b"another's" and list(other.parent.iterdir()) == [other]
    other.unlink()
    assert backup(tmp_path / "a.sijill", tmp_path / "copies" / "b.sijill").intact and other.read_bytes() == b""
