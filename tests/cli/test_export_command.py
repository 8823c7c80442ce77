"""The command export: filters, files, explanations and errors."""

import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
from collections.abc import Iterator

import geopandas
import pytest
from click.testing import Result
from tests.exported_tables import read_csv
from typer.testing import CliRunner

import sijill
from sijill.cli import app
from sijill.cli.export import CodingName, ExportFormat
from sijill.exports.codings import coding, codings
from sijill.exports.formats import FORMATS
from sijill.store import Record

TOLD = (
    ("قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين.", "2018-03-14"),
    ("سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش.", "2018-12-14"),
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A record of two reports."""
    path = tmp_path_factory.mktemp("export") / "r.sijill"
    coder = sijill.load(model=None)
    with Record.open(path, create=True) as made, made.start_run(version="test") as run:
        for number, (text, day) in enumerate(TOLD):
            run.add(coder(text, doc_id=f"d{number}", published=day, source="المرصد السوري لحقوق الإنسان"))
    yield str(path)


def run(*arguments: str) -> Result:
    """What the command does."""
    return CliRunner().invoke(app, list(arguments), env={"SOURCE_DATE_EPOCH": "1"})


@pytest.mark.parametrize("name", list(codings()))
def test_a_coding_goes_to_standard_output_and_is_counted(record: str, name: str) -> None:
    """Rows go to standard output, how many and what was left out to standard error."""
    done = run("export", record, "--coding", name)
    assert done.exit_code == 0, done.output
    rows = list(read_csv(io.BytesIO(done.stdout_bytes), coding(name)))
    assert rows and f"{len(rows)} row" in done.stderr


def test_filters_are_those_of_events(record: str) -> None:
    """A filter narrows what is exported, and one that no event can pass is an error."""
    done = run("export", record, "--format", "jsonl", "--actor", "SDF")
    assert {row["actor1"][0] for row in map(json.loads, done.stdout.splitlines())} == {"SDF"}
    assert run("export", record, "--actor", "NOBODY").exit_code == 2


def test_files_are_read_by_others(record: str, tmp_path: pathlib.Path) -> None:
    """GeoParquet in a file is read by geopandas; the side file has a line a row."""
    out, why = tmp_path / "a.parquet", tmp_path / "why.jsonl"
    done = run("export", record, "--coding", "acled", "--format", "geoparquet", "--out", str(out), "--why", str(why))
    assert done.exit_code == 0, done.output
    assert len(geopandas.read_parquet(out)) == len(why.read_text("utf-8").splitlines()) > 0


@pytest.mark.parametrize("format", ["prov", "webannotation", "geojson"])
def test_linked_data_is_one_json_document(record: str, format: str) -> None:
    """The formats of one document are whole JSON."""
    assert json.loads(run("export", record, "--format", format).stdout)


def test_words_are_quoted_from_the_article(record: str) -> None:
    """Every annotation quotes the words at its offsets in the article's text."""
    found = json.loads(run("export", record, "--format", "webannotation").stdout)
    with Record.open(record) as opened:
        texts = {f"urn:sijill:article:{d.article_id}": d.text for d in opened.documents()}
    for item in found["first"]["items"]:
        position, quote = item["target"]["selector"]
        assert texts[item["target"]["source"]][position["start"]:position["end"]] == quote["exact"]


def test_a_row_is_explained(record: str) -> None:
    """--explain shows the rule and the claims of every cell; an id that no row has is told."""
    rows = run("export", record, "--coding", "acled", "--format", "jsonl").stdout.splitlines()
    row = next(r for r in map(json.loads, rows) if r["fatalities"])
    done = run("export", record, "--coding", "acled", "--explain", row["event_id_cnty"])
    told = json.loads(done.stdout)
    assert told["cells"]["fatalities"]["value"] == 3 and told["cells"]["fatalities"]["claims"]
    assert run("export", record, "--coding", "acled", "--explain", "XXX").exit_code == 1


@pytest.mark.parametrize(("arguments", "says"), [
    (("--format", "datapackage"), "--out"), (("--format", "prov", "--why", "w"), "--why"),
    (("--format", "geojson", "--bom"), "--bom"), (("--out", "x", "--why", "x"), "two names"),
    (("--out", "no/such/folder/x.csv"), "written"), (("--coding", "gdelt"), "gdelt"),
])
def test_wrong_usage_is_told(record: str, arguments: tuple[str, ...], says: str) -> None:
    """What cannot be done is told in one line with what to do, and exits with 2."""
    done = run("export", record, *arguments)
    assert done.exit_code == 2 and says in done.stderr and "Traceback" not in done.output


def test_two_exports_are_the_same(record: str, tmp_path: pathlib.Path) -> None:
    """Two processes write the same bytes of one record."""
    written = []
    for number in range(2):
        out = tmp_path / f"{number}.zip"
        command = [str(pathlib.Path(sys.executable).parent / "sijill"), "export", record, "--coding", "acled",
                   "--format", "datapackage", "--out", str(out)]
        subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": str(number)})
        written.append(out.read_bytes())
    assert written[0] == written[1]


def test_the_options_are_the_codings_and_formats_that_there_are() -> None:
    """Every coding and every format can be asked for, and no other."""
    assert [one.value for one in CodingName] == list(codings())
    assert {one.value for one in ExportFormat} == set(FORMATS)


def test_what_is_left_out_is_told(record: str) -> None:
    """Events that a coding leaves out are counted on standard error with the rule."""
    assert "2 left out" in run("export", record, "--coding", "ucdp").stderr
    assert "[ucdp.left." in run("export", record, "--coding", "ucdp").stderr


def test_decisions_are_in_the_provenance(record: str, tmp_path: pathlib.Path) -> None:
    """What a person decided is a node of the graph."""
    copy = tmp_path / "r.sijill"
    shutil.copy(record, copy)
    with Record.open(str(copy)) as opened:
        first = next(iter(opened.events())).claims[0].id
    assert run("decide", str(copy), "accept", first, "--by", "A coder").exit_code == 0
    assert "urn:sijill:person:A%20coder" in run("export", str(copy), "--format", "prov").stdout
