"""What tells a record from its audit chain: the row, the column where it can be known, and what was done to it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sijill.store.audited import Part, Unit
from sijill.store.chain import cells_of, number_of

Done = Literal["changed", "removed", "added", "damaged"]
FILE = "(file)"
"""Stands for a table where the file itself is damaged."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is not as it was written; `column` is None where it cannot be known or the whole row is meant."""

    table: str
    row: str | None
    column: str | None
    what: Done
    detail: str

    def __str__(self) -> str:
        row = f" {self.row}" if self.row is not None else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.table}{row}{column}: {self.what} ({self.detail})"


@dataclass(frozen=True, slots=True)
class ArchiveState:
    """What an archive holds of what a record speaks of: `whole` of `spoken` records; `cut` bytes at its end."""

    path: str
    spoken: int
    whole: int
    cut: int


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found: differences in the order of the chain (the first is the first row that was tampered with).

    `head` is the digest of the last entry, to be noted elsewhere; `more` counts differences beyond those kept;
    `unchecked` names tables that are derived and not in the chain; `archive` is None where no bytes are spoken of, or
    they were not looked at.
    """

    head: str
    entries: int
    rows: Mapping[str, int]
    differences: tuple[Difference, ...]
    more: int
    unchecked: tuple[str, ...]
    archive: ArchiveState | None = None

    @property
    def intact(self) -> bool:
        """Whether nothing was changed, added or removed."""
        return not self.differences

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return {"intact": self.intact, "head": self.head, "entries": self.entries, "rows": dict(self.rows),
                "differences": [asdict(one) for one in self.differences], "more": self.more,
                "unchecked": list(self.unchecked), "archive": self.archive and asdict(self.archive)}


def located(parts: Sequence[Part], row_id: str, marks: Any, unit: Unit) -> Iterator[Difference]:
    """Which rows of an entry differ from its marks; one that names the entry's first table if the marks do not tell."""
    told = False
    sealed = _read_marks(parts, marks)
    for number, (part, rows) in enumerate(zip(parts, unit, strict=True)):
        then = sealed[number] if sealed else {}
        now = {number_of(part, row): row for row in rows}
        for key in sorted(then.keys() | now.keys()) if sealed else ():
            name = row_id if part.table == "articles" else str(key)
            if key not in now:
                yield Difference(part.table, name, None, "removed", "the chain has it, the table does not")
            elif key not in then:
                yield Difference(part.table, name, None, "added", "the chain does not have it")
            else:
                cells = [zlib.crc32(cell) & 0xFFFF for cell in cells_of(part, now[key])]
                changed = [column for column, one, other in zip(part.columns, cells, then[key], strict=True)
                           if one != other]
                if not changed:
                    continue
                yield Difference(part.table, name, changed[0], "changed", "its value is not the one that was sealed"
                                 + (f"; so are {', '.join(changed[1:])}" if changed[1:] else ""))
            told = True
    if not told:
        what = "a value of it, or of what belongs to it, is not the one that was sealed"
        yield Difference(parts[0].table if parts else "audit", row_id, None, "changed", what)


def _read_marks(parts: Sequence[Part], marks: Any) -> list[dict[int, tuple[int, ...]]] | None:
    """The marks of each part's rows by number; None where they are not whole."""
    out: list[dict[int, tuple[int, ...]]] = []
    at = 0
    try:
        for part in parts:
            (count,) = struct.unpack_from("<I", marks, at)
            layout = f"<q{len(part.columns)}H"
            size = struct.calcsize(layout)
            rows = [struct.unpack_from(layout, marks, at + 4 + size * n) for n in range(count)]
            out.append({row[0]: row[1:] for row in rows})
            at += 4 + size * count
    except (struct.error, TypeError):
        return None
    return out
