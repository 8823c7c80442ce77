"""The command `sijill source`: which articles were made of a file."""

import json
import pathlib

import pytest
from typer.testing import CliRunner

from sijill.cli import app

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
OTHER = "انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم بعد معارك استمرت يومين مع قوات محلية."
LINES = "".join(json.dumps({"text": text, "published": "2015-06-25"}, ensure_ascii=False) + "\n"
                for text in (TEXT, OTHER))


@pytest.mark.parametrize(("name", "data", "parts"), [
    ("a.txt", TEXT, [None]), ("a.jsonl", LINES, ["line 1", "line 2"]),
    ("a.csv", f"text,date\n{TEXT},2015-06-25\n{OTHER},2015-06-25\n", ["line 2", "line 3"])])
def test_source_of_a_file(name: str, data: str, parts: list[str | None], tmp_path: pathlib.Path) -> None:
    """`source --of FILE` shows each article that the file, a line or a row of it became, wherever the file lies now."""
    run, record = CliRunner(), tmp_path / "r.sijill"
    (tmp_path / name).write_text(data, encoding="utf-8")
    assert run.invoke(app, ["code", str(tmp_path / name), "--record", str(record)]).exit_code == 0
    elsewhere = (tmp_path / name).rename(tmp_path / f"moved-{name}")
    shown = run.invoke(app, ["source", str(record), "--of", str(elsewhere), "--format", "jsonl"])
    assert shown.exit_code == 0, shown.output
    assert [json.loads(line)["part"] for line in shown.stdout.splitlines()] == parts


def test_source_of_another_file(tmp_path: pathlib.Path) -> None:
    """A file of which nothing came into the record is named in an error."""
    run, record, file = CliRunner(), tmp_path / "r.sijill", tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    run.invoke(app, ["code", str(file), "--record", str(record)])
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    shown = run.invoke(app, ["source", str(record), "--of", str(tmp_path / "b.txt")])
    assert shown.exit_code == 2 and "b.txt" in shown.stderr


def test_bytes_do_not_take_the_place_of_the_record(tmp_path: pathlib.Path) -> None:
    """`source --out` that names the record by mistake is an error, and the record stays as it was."""
    run, record, file = CliRunner(), tmp_path / "r.sijill", tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    run.invoke(app, ["code", str(file), "--record", str(record)])
    before = record.read_bytes()
    done = run.invoke(app, ["source", str(record), "--of", str(file), "--out", str(record)])
    assert done.exit_code == 2 and "overwritten" in done.output and record.read_bytes() == before
