"""The data package: whole, described, and valid to frictionless."""

import csv
import hashlib
import json
import pathlib
import zipfile

import frictionless
import pytest
from tests.linked_events import claim, event, killed

from sijill.errors import InputError
from sijill.exports.codings import coding, codings
from sijill.exports.datapackage import write_datapackage
from sijill.exports.rows import Notes

SAMPLE = [event([claim(1, source="=HYPERLINK(1)")], tolls=[killed(3)]), event([claim(2)], id="e2", status="denied")]


@pytest.mark.parametrize("name", list(codings()))
@pytest.mark.parametrize("suffix", ["", ".zip"])
def test_frictionless_finds_it_valid(name: str, suffix: str, tmp_path: pathlib.Path) -> None:
    """frictionless validates the package of every coding, in a folder and in a zip file."""
    path = tmp_path / f"package{suffix}"
    notes = Notes()
    count = write_datapackage(coding(name).rows(SAMPLE, notes), coding(name), path, notes)
    package = frictionless.Package(str(path) if suffix else str(path / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["type", "message"])
    rows = package.get_resource(name).read_rows()
    assert len(rows) == count
    assert sorted(p.name for p in tmp_path.iterdir()) == [path.name]


def test_the_parts_describe_each_other(tmp_path: pathlib.Path) -> None:
    """The dictionary has every column, the rules what they left out, the descriptor every file's checksum."""
    folder = tmp_path / "p"
    notes = Notes()
    write_datapackage(coding("acled").rows(SAMPLE, notes), coding("acled"), folder, notes)
    with (folder / "dictionary.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["column"] for row in csv.DictReader(stream)] == [c.name for c in coding("acled").columns]
    with (folder / "rules.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["rule"]: row["left_out"] for row in csv.DictReader(stream)}["left.denied"] == "1"
    with (folder / "why.csv").open(encoding="utf-8", newline="") as stream:
        why = {row["column"]: row for row in csv.DictReader(stream)}
    assert why["fatalities"]["claims"] == "c1"
    for resource in json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]:
        data = (folder / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}" and resource["bytes"] == len(data)


def test_the_same_events_make_the_same_zip(tmp_path: pathlib.Path) -> None:
    """A zip file holds no time of its making."""
    for name in ("a.zip", "b.zip"):
        write_datapackage(coding("ucdp").rows(SAMPLE), coding("ucdp"), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    inside = zipfile.ZipFile(tmp_path / "a.zip").infolist()
    assert "datapackage.json" in [entry.filename for entry in inside]
    assert {entry.date_time for entry in inside} == {(1980, 1, 1, 0, 0, 0)}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "b.zip"]


def test_what_is_there_is_not_overwritten(tmp_path: pathlib.Path) -> None:
    """A folder with files in it is refused, and stays as it was."""
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="already"):
        write_datapackage(iter(()), coding("acled"), tmp_path / "p")
    assert [f.name for f in (tmp_path / "p").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["p", "p.zip"])
def test_a_failure_leaves_nothing(name: str, tmp_path: pathlib.Path) -> None:
    """Where reading events fails in the middle, neither a package nor a part of one is left."""
    def failing():  # type: ignore[no-untyped-def]
        yield from coding("acled").rows(SAMPLE)
        raise RuntimeError("the record is gone")

    with pytest.raises(RuntimeError):
        write_datapackage(failing(), coding("acled"), tmp_path / name)
    assert list(tmp_path.iterdir()) == []
