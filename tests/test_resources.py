"""Data files are checked before they are used."""

import pathlib

import pytest

from sijill import resources
from sijill.errors import DataError

ROOT = pathlib.Path(resources.__file__).parent / "_data"


def test_every_data_file_is_in_the_manifest() -> None:
    """Each file of the package's data has its origin, licence and checksum in the manifest, and no more."""
    files = {p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")}
    assert set(resources.manifest()) == files - {"MANIFEST.toml"}
    for name, entry in resources.manifest().items():
        assert entry["origin"] and entry["licence"]
        assert resources.read_bytes(name)


def test_an_unknown_file_is_an_error() -> None:
    """A file that is not there is an error that says what to do."""
    with pytest.raises(DataError, match="Install sijill again"):
        resources.read_bytes("none.tsv")


def test_columns_and_duplicates_are_checked() -> None:
    """A missing column and a repeated key are errors that name the file."""
    with pytest.raises(DataError, match="columns are missing: nothing"):
        resources.table("ontology.tsv", ("sub_event_type", "nothing"))
    with pytest.raises(DataError, match="repeats"):
        resources.table("ontology.tsv", ("sub_event_type", "event_type"), unique=("event_type",))
