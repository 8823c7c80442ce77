"""The commands that import gazetteers and look names up."""

import json
import pathlib

import pytest
from typer.testing import CliRunner

from sijill.cli import app

RUN = CliRunner()
HEAD = ("place_id\tname_ar\tvariants_ar\tname_en\tkind\twithin_ar\tcountry\tlat\tlon\tradius_km\tknown\tambiguous")
ROWS = ("x-wahm\tوهمستان\t\tWahm\tvillage\tمحافظة حلب\tSYR\t36.1\t37.9\t2\trecalled\t0",
        "x-zero\tصفرستان\t\tZero\tvillage\tمحافظة حلب\tSYR\t0\t0\t2\trecalled\t0")


def imported(folder: pathlib.Path) -> pathlib.Path:
    dump, target = folder / "mine.tsv", folder / "places.sqlite"
    dump.write_text("\n".join([HEAD, *ROWS]) + "\n", "utf-8")
    done = RUN.invoke(app, ["places", "import", "tsv", str(dump), "--places", str(target)])
    assert done.exit_code == 0 and "2 rows read: 1 place written, 1 refused" in done.output
    assert "(0, 0)" in done.output
    return target


def test_a_place_of_ones_own_is_found_and_coded(tmp_path: pathlib.Path) -> None:
    """What was imported is found by name, listed, and used by `code --places`; without it the name has no point."""
    target = imported(tmp_path)
    found = RUN.invoke(app, ["places", "find", "قرية وهمستان", "--places", str(target), "--format", "jsonl", "--map"])
    assert json.loads(found.stdout.splitlines()[0])["place_id"] == "x-wahm"
    assert "tsv SYR: 1" in RUN.invoke(app, ["places", "list", "--places", str(target)]).stdout
    report = tmp_path / "report.txt"
    report.write_text("قصفت قوات النظام السوري قرية وهمستان أمس.", "utf-8")
    ids = []
    for more in (["--places", str(target)], []):
        done = RUN.invoke(app, ["code", str(report), "--published", "2018-03-14", "--format", "jsonl", *more])
        (event,) = json.loads(done.stdout.splitlines()[0])["events"]
        ids.append(event["places"][0]["place_id"])
    assert ids == ["x-wahm", None]


def test_found_places_as_geojson(tmp_path: pathlib.Path) -> None:
    """GeoJSON holds longitude before latitude, and null for a place without a point."""
    done = RUN.invoke(app, ["places", "find", "صرين", "--country", "SYR", "--format", "geojson"])
    first = json.loads(done.stdout)["features"][0]
    assert first["geometry"]["coordinates"][0] > first["geometry"]["coordinates"][1]


def test_wrong_files_are_told(tmp_path: pathlib.Path) -> None:
    """A missing dump, a missing gazetteer and an unknown name end with a message and a code that is not 0."""
    for command in (["places", "import", "tsv", "missing.tsv", "--places", str(tmp_path / "p")],
                    ["places", "find", "حلب", "--places", str(tmp_path / "q")]):
        done = RUN.invoke(app, command)
        assert done.exit_code == 2 and "sijill: [E100]" in done.output
    assert RUN.invoke(app, ["places", "find", "زقزقستان"]).exit_code == 1


@pytest.mark.parametrize("damage", ["cut", "zeros", "schema"])
def test_a_damaged_gazetteer_is_explained_by_every_command(tmp_path: pathlib.Path, damage: str) -> None:
    """find, list, import and code end with a message and a next step where the file is damaged, not a traceback."""
    target = imported(tmp_path)
    whole = target.read_bytes()
    if damage == "schema":
        target.write_bytes(whole.replace(b"CREATE TABLE", b"CR\xc3TE TABLE"))
    else:
        target.write_bytes(whole[:4096] + (b"" if damage == "cut" else bytes(len(whole) - 4096)))
    report = tmp_path / "report.txt"
    report.write_text("قصفت قوات النظام السوري قرية وهمستان أمس.", "utf-8")
    for command in (["places", "find", "وهمستان"], ["places", "list"],
                    ["code", str(report), "--published", "2018-03-14"],
                    ["places", "import", "tsv", str(tmp_path / "mine.tsv")]):
        done = RUN.invoke(app, [*command, "--places", str(target)])
        assert done.exit_code == 2 and "sijill: [E100]" in done.output
        assert "make it again with: sijill places import" in done.output


@pytest.mark.parametrize("text", ["", "a\tb\n1\t2\n", f"{HEAD}\n{ROWS[1]}\n"])
def test_an_import_of_nothing_says_why_and_makes_no_file(tmp_path: pathlib.Path, text: str) -> None:
    """An import that takes no row ends with 1, names the columns that it expects, and leaves no gazetteer behind."""
    dump, target = tmp_path / "mine.tsv", tmp_path / "new" / "places.sqlite"
    dump.write_text(text, "utf-8")
    done = RUN.invoke(app, ["places", "import", "tsv", str(dump), "--places", str(target)])
    assert done.exit_code == 1 and "place_id, name_ar, variants_ar" in done.stderr
    assert "mine.tsv" in done.stderr and not target.exists() and not target.parent.exists()


@pytest.mark.parametrize("code", ["SYR", "syr", "sy", "SY"])
def test_countries_are_asked_for_by_either_code(code: str) -> None:
    """A country's codes of two and three letters in any case give the same places."""
    asked = [RUN.invoke(app, ["places", "find", "صرين", "--country", c, "--format", "jsonl"]) for c in (code, "SYR")]
    assert asked[0].exit_code == 0 and asked[0].stdout == asked[1].stdout


def test_unknown_options_of_find_are_told() -> None:
    """An unknown country is refused, and an unknown container is warned of; a known one is not."""
    done = RUN.invoke(app, ["places", "find", "صرين", "--country", "Syria"])
    assert done.exit_code == 2 and "no country has the code Syria" in done.stderr
    for within, warned in (("زقزقستان", True), ("حلب", False)):
        done = RUN.invoke(app, ["places", "find", "صرين", "--within", within, "--format", "jsonl"])
        assert done.exit_code == 0 and ("--within" in done.stderr) == warned


def test_nothing_found_draws_no_table() -> None:
    """An unknown name writes nothing to standard output but a message to standard error."""
    done = RUN.invoke(app, ["places", "find", "زقزقستان", "--map"])
    assert done.exit_code == 1 and done.stdout == "" and "no place of this name" in done.stderr
    assert "in Arabic" not in done.stderr and "in Arabic" in RUN.invoke(app, ["places", "find", "Raqqa"]).stderr


@pytest.mark.parametrize("format", ["jsonl", "geojson"])
def test_a_map_beside_json_goes_to_standard_error(format: str) -> None:
    """With --map each line of standard output is still JSON; the drawing is on standard error."""
    done = RUN.invoke(app, ["places", "find", "صرين", "--format", format, "--map"])
    assert done.exit_code == 0 and [json.loads(line) for line in done.stdout.splitlines()]
    assert len(done.stderr.splitlines()) > 5


def test_chains_of_found_places_carry_p_codes(tmp_path: pathlib.Path) -> None:
    """In JSON a container whose p-code a gazetteer knows has it."""
    dump, target = tmp_path / "adm2.csv", tmp_path / "places.sqlite"
    dump.write_text("admin2Name_ar,admin2Pcode,admin1Name_ar,admin1Pcode,lat,lon\n"
                    "وهمستان,SY9901,خيالستان,SY99,35.0,38.0\n", "utf-8")
    assert RUN.invoke(app, ["places", "import", "cod-ab", str(dump), "--places", str(target)]).exit_code == 0
    done = RUN.invoke(app, ["places", "find", "وهمستان", "--places", str(target), "--format", "jsonl"])
    found = json.loads(done.stdout.splitlines()[0])
    assert found["pcode"] == "SY9901"
    assert found["chain"][0] == {"name": "خيالستان", "kind": "governorate", "pcode": "SY99"}


def test_find_explains_what_goes_wrong_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error while the rows are built is explained as one before it is."""
    from sijill.errors import DataError
    from sijill.grounding import component

    def broken(*_: object) -> None:
        raise DataError("broken late", next_step="Mend it")

    monkeypatch.setattr(component, "chain", broken)
    done = RUN.invoke(app, ["places", "find", "صرين"])
    assert done.exit_code == 2 and "sijill: [E100] broken late" in done.stderr
