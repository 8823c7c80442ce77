"""The commands that import gazetteers and look names up."""

import json
import pathlib

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
    assert done.exit_code == 0 and "2 rows read: 1 places written, 1 refused" in done.output
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
