"""Whether the bytes in a record's archive are those that the record's sealed rows speak of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, func, inspect, select

from sijill.store import schema
from sijill.store.differences import ArchiveState, Difference
from sijill.store.origins import Source
from sijill.store.warc_file import Member, read_member, walk

TABLE = "(archive)"
"""Stands for a table where the archive beside the record is meant."""


def check_archive(connection: Connection, path: Path) -> tuple[ArchiveState | None, list[Difference]]:
    """Read every record of the archive that the rows speak of, and reckon its digest again; nothing is written.

    None where the rows speak of none. Rows whose place in the archive is not as noted are looked for in all of it.
    """
    if "origins" not in inspect(connection).get_table_names():
        return None, []
    table = schema.origins.c
    spoken = connection.execute(select(func.count(func.distinct(table.warc_record)))).scalar_one()
    if not spoken:
        return None, []
    if not path.is_file():
        return ArchiveState(str(path), spoken, 0, 0), [Difference(
            TABLE, None, None, "removed", f"{path} is not there: {spoken} records of bytes are missing")]
    found: list[Difference] = []
    elsewhere: list[Any] = []
    whole = 0
    with path.open("rb") as stream:
        end = 0
        for row in _spoken(connection):
            member = _at(stream, row)
            if member is None:
                elsewhere.append(row)
                continue
            end = max(end, member.offset + member.length)
            fault = _fault(member, row)
            whole += fault is None
            if fault:
                found.append(fault)
        if elsewhere:
            there = {member.record_id: member for member in walk(stream) if not member.fault}
            for row in elsewhere:
                missing = Difference(TABLE, row.warc_record, None, "removed",
                                     f"the archive has no whole record of it (row {row.id} of origins)")
                member = there.get(row.warc_record)
                fault = missing if member is None else _fault(member, row)
                whole += fault is None
                if fault:
                    found.append(fault)
        return ArchiveState(str(path), spoken, whole, _cut(stream, end)), found


def _spoken(connection: Connection) -> Iterator[Any]:
    """One row for each record of the archive and each digest that is claimed for it, in the archive's order."""
    table = schema.origins.c
    query = select(func.min(table.id).label("id"), table.warc_record, table.sha256, table.size, table.target,
                   table.offset).group_by(table.warc_record, table.sha256, table.size, table.target, table.offset)
    yield from connection.execute(query.order_by(table.offset, func.min(table.id))).all()


def _at(stream: IO[bytes], row: Any) -> Member | None:
    if not isinstance(row.offset, int) or row.offset < 0:
        return None
    member = read_member(stream, row.offset)
    return member if member.record_id == row.warc_record else None


def _fault(member: Member, row: Any) -> Difference | None:
    place = f"at byte {member.offset} (row {row.id} of origins)"
    if member.fault:
        return Difference(TABLE, row.warc_record, None, "damaged", f"{member.fault}, {place}")
    if (member.sha256, member.size) != (row.sha256, row.size):
        return Difference(TABLE, row.warc_record, "block", "changed",
                          f"its bytes have the SHA-256 {member.sha256[:16]}…, the record says {str(row.sha256)[:16]}…, "
                          f"{place}")
    if member.headers.get("warc-block-digest") != f"sha256:{row.sha256}":
        return Difference(TABLE, row.warc_record, "WARC-Block-Digest", "changed",
                          f"it is not that of the bytes, {place}")
    if member.headers.get("warc-target-uri") != row.target:
        return Difference(TABLE, row.warc_record, "WARC-Target-URI", "changed", f"the record has another, {place}")
    return None


def _cut(stream: IO[bytes], end: int) -> int:
    """Bytes at the end that are no whole record: what a crash leaves."""
    for member in walk(stream, end):
        if member.fault:
            return stream.seek(0, 2) - member.offset
    return 0


def read_bytes(path: Path, source: Source) -> tuple[bytes, str | None]:
    """The bytes of a row as the archive has them, and what is wrong with them; OSError or KeyError if missing."""
    with path.open("rb") as stream:
        kept: list[bytes] = []
        member = read_member(stream, source.offset, kept) if source.offset is not None else None
        if member is None or member.record_id != source.warc_record:
            place = next((m.offset for m in walk(stream) if m.record_id == source.warc_record), None)
            if place is None:
                raise KeyError(source.warc_record)
            kept.clear()
            member = read_member(stream, place, kept)
    wrong = member.fault or (None if member.sha256 == source.sha256 else "its SHA-256 is not the one that was noted")
    return b"".join(kept), wrong
