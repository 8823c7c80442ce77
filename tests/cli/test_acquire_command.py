"""The command `sijill read`."""

import hashlib
import json
import pathlib

from typer.testing import CliRunner

from sijill.cli import app

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين."


def test_what_is_read_is_an_input_again(tmp_path: pathlib.Path) -> None:
    """The lines that it prints are read back as the same articles, and a rejection gives exit code 3."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    first = CliRunner().invoke(app, ["read", str(tmp_path), "--published", "2015-06-25", "--source", "مثال"])
    assert first.exit_code == 3
    line = next(row for row in first.output.splitlines() if row.startswith("{"))
    assert json.loads(line)["origin"]["bytes"] == len(TEXT.encode())
    again = CliRunner().invoke(app, ["read", "-"], input=line)
    assert again.exit_code == 0
    back = json.loads(next(row for row in again.output.splitlines() if row.startswith("{")))
    assert [back[k] for k in ("text", "source", "published")] == [TEXT, "مثال", "2015-06-25"]


def test_the_table_has_the_day(tmp_path: pathlib.Path) -> None:
    """Each line of the table begins with the day."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    done = CliRunner().invoke(app, ["read", str(tmp_path), "--published", "2015-06-25", "--format", "table"])
    assert done.output.startswith("2015-06-25  ")


def test_nothing_read(tmp_path: pathlib.Path) -> None:
    """A path that is not there is told, with exit code 1, and a bad day with exit code 2."""
    assert CliRunner().invoke(app, ["read", str(tmp_path / "none")]).exit_code == 1
    assert CliRunner().invoke(app, ["read", "-", "--published", "soon"]).exit_code == 2


def test_the_bytes_of_each_article_are_told(tmp_path: pathlib.Path) -> None:
    """The SHA-256 and size are those of the file or line that an article was made of, file after file."""
    lines = [json.dumps({"text": TEXT + str(n)}).encode() + b"\n" for n in range(2)]
    (tmp_path / "a.jsonl").write_bytes(b"".join(lines))
    (tmp_path / "b.json").write_bytes(json.dumps([{"text": TEXT}] * 2).encode())
    done = CliRunner().invoke(app, ["read", str(tmp_path)])
    made = [json.loads(row)["origin"] for row in done.output.splitlines() if row.startswith("{")]
    whole = (tmp_path / "b.json").read_bytes()
    assert [(o["sha256"], o["bytes"]) for o in made] == [
        (hashlib.sha256(data).hexdigest(), len(data)) for data in (*lines, whole, whole)]
    assert [o["part"] for o in made] == ["line 1", "line 2", "entry 1", "entry 2"]
