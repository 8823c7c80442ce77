"""The command that estimates who holds what."""

import json
import pathlib

import pytest
from typer.testing import CliRunner

from sijill import resources
from sijill.cli import app

RUN = CliRunner()
DAY = "2015-08-01"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("control") / "demo.sijill"
    articles = path.with_suffix(".jsonl")
    articles.write_text(resources.read_text("demo/hasakah-2015.jsonl"), "utf-8")
    done = RUN.invoke(app, ["code", str(articles), "--model", "rules", "--record", str(path)])
    assert done.exit_code == 0, done.output
    return str(path)


def rows(record: str, *more: str) -> list[dict[str, object]]:
    done = RUN.invoke(app, ["control", record, "--format", "jsonl", *more])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def test_a_place_on_a_day_as_json_and_as_a_table(record: str) -> None:
    """The row names place, day, holder, every probability and the claims that moved it; the table says the same."""
    (row,) = rows(record, "--place", "العزيزية", "--on", DAY)
    assert row["date"] == DAY and row["place"] == "العزيزية" and row["claims"]
    probability = row["probability"]
    assert isinstance(probability, dict) and sum(probability.values()) == pytest.approx(1, abs=1e-3)
    done = RUN.invoke(app, ["control", record, "--place", "العزيزية", "--on", DAY])
    assert done.exit_code == 0 and str(row["holder"]) in done.stdout


def test_all_places_days_and_modes(record: str) -> None:
    """Without a place all are estimated, on each day from --from to --to; online may differ from smoothed."""
    days = rows(record, "--from", "2015-06-26", "--to", "2015-06-28", "--claims", "0")
    assert {r["date"] for r in days} == {"2015-06-26", "2015-06-27", "2015-06-28"} and len(days) > 30
    online = rows(record, "--from", "2015-06-26", "--to", "2015-06-28", "--claims", "0", "--online")
    assert len(online) == len(days)
    assert [r["probability"] for r in online] != [r["probability"] for r in days]
    inside = rows(record, "--within", "الحسكة", "--on", DAY)
    assert 0 < len(inside) < len(rows(record, "--on", DAY))


def test_within_a_city_is_not_within_its_governorate(record: str) -> None:
    """The name of a city asks for its quarters, that of the governorate for what else lies in that too."""
    city = {r["place"] for r in rows(record, "--within", "الحسكة", "--on", DAY)}
    governorate = {r["place"] for r in rows(record, "--within", "محافظة الحسكة", "--on", DAY)}
    assert "العزيزية" in city and "القامشلي" not in city
    assert "القامشلي" in governorate


def test_days_far_from_the_claims_are_told(record: str) -> None:
    """Years before or after the claims about a place a warning says that the estimate is only what is expected."""
    for day, far in (("2012-01-01", True), ("2019-01-01", True), (DAY, False)):
        done = RUN.invoke(app, ["control", record, "--place", "العزيزية", "--on", day])
        assert done.exit_code == 0 and ("what is expected" in done.stderr) is far, (day, done.stderr)
        (row,) = rows(record, "--place", "العزيزية", "--on", day)
        assert row["far"] is far


def test_what_changed_since(record: str) -> None:
    """The change log names places with another likeliest state than on the earlier day, and what it was."""
    found = rows(record, "--changes-since", "2015-06-20", "--on", DAY)
    assert found and all(r["was"] != r["holder"] and r["was_on"] == "2015-06-20" for r in found)
    done = RUN.invoke(app, ["control", record, "--changes-since", "2015-06-20", "--on", DAY])
    assert f"{len(found)} places changed hands" in done.output


@pytest.mark.parametrize("name", ["map.svg", "map.geojson", "map.parquet"])
def test_maps(record: str, tmp_path: pathlib.Path, name: str) -> None:
    """Each kind of map is written, with the places that have a point."""
    path = tmp_path / name
    done = RUN.invoke(app, ["control", record, "--on", DAY, "--map", str(path), "--out", str(tmp_path / "rows")])
    assert done.exit_code == 0 and path.stat().st_size > 1000
    if name == "map.geojson":
        assert any(f["geometry"] for f in json.loads(path.read_text("utf-8"))["features"])


def test_a_timeline_of_one_place(record: str, tmp_path: pathlib.Path) -> None:
    """The timeline of a place has every day of which claims tell; two places are refused."""
    path = tmp_path / "time.png"
    done = RUN.invoke(app, ["control", record, "--place", "غويران", "--timeline", str(path), "--out",
                            str(tmp_path / "rows")])
    assert done.exit_code == 0 and path.read_bytes().startswith(b"\x89PNG")
    for more in (["--place", "غويران", "--place", "الزهور"], []):
        done = RUN.invoke(app, ["control", record, *more, "--timeline", str(path)])
        assert done.exit_code == 2 and "give one --place" in done.stderr and not done.stdout


@pytest.mark.parametrize(("more", "code", "says"), [
    (["--place", "زقزقستان"], 1, "no claim tells"),
    (["--within", "زقزقستان"], 1, "زقزقستان"),
    (["--on", "yesterday-ish"], 2, "'yesterday-ish' is no day"),
    (["--on", DAY, "--from", DAY], 2, "--on"),
    (["--from", DAY, "--to", "2015-07-01"], 2, "before --from"),
    (["--changes-since", DAY, "--on", "2015-07-01"], 2, "not after"),
    (["--changes-since", "2015-07-01", "--map", "m.png"], 2, "writes no --map"),
    (["--changes-since", "2015-07-01", "--from", "2015-07-01"], 2, "either --changes-since"),
    (["--map", "m.gif"], 2, "GeoParquet"),
    (["--on", DAY, "--map", "map.doc"], 2, ".png"),
    (["--on", DAY, "--map", "/no/such/folder/map.geojson"], 2, "cannot be written"),
])
def test_wrong_use_is_explained(record: str, more: list[str], code: int, says: str) -> None:
    """What cannot be done ends with a message and a code that is not 0, not with a traceback."""
    done = RUN.invoke(app, ["control", record, *more])
    assert done.exit_code == code and says in done.output and "Traceback" not in done.output, done.output


def test_a_file_that_is_no_record_is_explained(tmp_path: pathlib.Path) -> None:
    """A missing file and one of another kind are told with the next step."""
    other = tmp_path / "other.txt"
    other.write_text("nothing", "utf-8")
    for file in (str(tmp_path / "missing.sijill"), str(other)):
        done = RUN.invoke(app, ["control", file])
        assert done.exit_code == 2 and "sijill: [E" in done.output
