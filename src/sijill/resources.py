"""The package's data files, read once and checked: columns, duplicates, checksums."""

from __future__ import annotations

import csv
import functools
import hashlib
import tomllib
from collections.abc import Sequence
from importlib import resources
from typing import Any

from sijill.errors import DataError

_ROOT = resources.files("sijill") / "_data"


@functools.cache
def manifest() -> dict[str, dict[str, str]]:
    """Origin, licence and SHA-256 of each data file."""
    return tomllib.loads((_ROOT / "MANIFEST.toml").read_text(encoding="utf-8"))


def read_bytes(name: str) -> bytes:
    """One data file's bytes; DataError if it is missing or not the file of the manifest."""
    try:
        data = (_ROOT / name).read_bytes()
    except OSError as error:
        raise DataError("a data file of the package is missing", where=name,
                        next_step="Install sijill again") from error
    known = manifest().get(name, {}).get("sha256")
    if known != hashlib.sha256(data).hexdigest():
        raise DataError("a data file is not the one that was released", where=name,
                        next_step="Install sijill again, or run scripts/manifest.py after an edit")
    return data


def read_text(name: str) -> str:
    """One data file's text."""
    return read_bytes(name).decode("utf-8")


def table(name: str, columns: Sequence[str], unique: Sequence[str] = ()) -> list[dict[str, str]]:
    """Rows of a tab-separated data file as dicts; `columns` must be there, `unique` must not repeat."""
    lines = [line for line in read_text(name).splitlines() if line and not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = rows[0].keys() if rows else ()
    missing = [c for c in columns if c not in found]
    if missing:
        raise DataError(f"columns are missing: {', '.join(missing)}", where=name)
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise DataError("a row has the wrong number of columns", where=f"{name}, data line {number}")
        mark = tuple(row[c] for c in unique)
        if unique and mark in seen:
            raise DataError(f"a row repeats {mark}", where=f"{name}, data line {number}")
        seen.add(mark)
    return rows


def words(cell: str) -> tuple[str, ...]:
    """The entries of a pipe-separated cell."""
    return tuple(w for w in (part.strip() for part in cell.split("|")) if w)


def toml(name: str) -> dict[str, Any]:
    """A TOML data file."""
    return tomllib.loads(read_text(name))
