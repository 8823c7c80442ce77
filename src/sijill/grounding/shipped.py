"""The gazetteer that ships: our own tables and GeoNames' cities, indexed once in the user's cache folder."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sijill.arabic import clitics, folding
from sijill.errors import DataError
from sijill.extract.tables import gazetteer as extraction
from sijill.grounding import file, geonames, names, tables
from sijill.grounding.file import VERSION, PlaceFile
from sijill.resources import manifest

# what decides what an index holds: a change of any of them asks for a new one
_MAKERS: Final = (clitics, folding, file, geonames, names, tables)
_MADE_AGAIN: Final = "Delete it: it is made again by itself"
_INDEX: Final = re.compile(r"places-[0-9a-f]{16}\.sqlite")
_PARTS: Final = ("grounding.toml", "place_words.tsv")


def cache_folder() -> Path:
    """Where built indexes are kept: SIJILL_CACHE, or the user's cache folder."""
    named = os.environ.get("SIJILL_CACHE")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sijill"


def default_file() -> Path:
    """The gazetteer file that `sijill places import` fills and `sijill code` reads unless told otherwise."""
    named = os.environ.get("SIJILL_PLACES")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "sijill" / "places.sqlite"


def chosen_files(files: Iterable[Path | str] | None) -> tuple[Path, ...]:
    """The gazetteer files that are read beside what ships: those named; where None are, the default one if it is there.
    """
    if files is not None:
        return tuple(Path(file) for file in files)
    return (default_file(),) if default_file().exists() else ()


def checksums(files: Iterable[Path | str] | None) -> dict[str, str]:
    """The SHA-256 of each gazetteer file that is chosen; DataError for one that cannot be read."""
    found: dict[str, str] = {}
    for path in chosen_files(files):
        try:
            with path.open("rb") as stream:
                found[str(path)] = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise DataError(f"the gazetteer cannot be read: {error.strerror}", where=str(path),
                            next_step="Check its name") from error
    return found


def shipped() -> PlaceFile:
    """The index of the places that ship, built first where the cache has none of this version."""
    path = cache_folder() / f"places-{_fingerprint()}.sqlite"
    with contextlib.suppress(DataError, OSError):
        if path.exists():
            return PlaceFile.open(path, mend=_MADE_AGAIN)
    with contextlib.suppress(OSError, DataError, sqlite3.DatabaseError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="places-", suffix=".part", dir=path.parent)
        os.close(handle)
        try:
            made = PlaceFile.open(Path(name), create=True)
            _fill(made)
            made.close()
            # another process may have built the same one: either file serves
            Path(name).replace(path)
        finally:
            with contextlib.suppress(OSError):
                Path(name).unlink()
        _clear(path)
        return PlaceFile.open(path, mend=_MADE_AGAIN)
    made = PlaceFile.open(None, create=True)
    _fill(made)
    return made


def _clear(path: Path) -> None:
    """Remove the indexes of other versions: each is of some megabytes, and none is read any more."""
    for other in path.parent.iterdir():
        if other != path and _INDEX.fullmatch(other.name):
            with contextlib.suppress(OSError):
                other.unlink()


def _fill(made: PlaceFile) -> None:
    own = list(tables.own_places())
    made.add(own)
    made.add(geonames.cities(own))


def _fingerprint() -> str:
    known = manifest()
    data = sorted({*tables.gazetteer_tables(), *extraction.TABLES, *_PARTS})
    parts = [str(VERSION), geonames.package_version(), *(known[name]["sha256"] for name in data if name in known)]
    made = hashlib.blake2b("|".join(parts).encode(), digest_size=8)
    for module in _MAKERS:
        made.update(Path(module.__file__ or module.__name__).read_bytes())
    return made.hexdigest()
