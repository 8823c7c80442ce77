"""The command `sijill agreement` tells of finished codings, as a table and as JSON Lines."""

import datetime as dt
import json
import pathlib

import pytest
from typer.testing import CliRunner

import sijill
from sijill.agreement.codings import Step
from sijill.cli import app
from sijill.store import Record

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري."


@pytest.fixture
def record(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "a.sijill"
    with Record.open(path, create=True) as record, record.start_run(version="test") as run:
        run.add(sijill.load(model=None)(TEXT, published=dt.date(2018, 3, 14)))
    return path


def code(path: pathlib.Path) -> str:
    """Two people finish the article, who differ on the dead."""
    now = dt.datetime.now(dt.UTC)
    with Record.open(path) as record:
        (article,), _ = record.article_lines()
        key = record.assign(article.article_id, ["ليلى", "Omar"], start="machine", by="x").id
        unit = record.coded_article(key).codings[0].events[0].key
        record.add_step(key, lambda _: [Step(now, "Omar", "set", unit, "killed", '{"value": [4, 4]}'),
                                        Step(now, "Omar", "finish"), Step(now, "ليلى", "finish")])
    return article.article_id


def test_agreement_is_printed(record: pathlib.Path) -> None:
    """Each field has its row in both formats; of one article alone, and of another that nobody coded."""
    assert "none was given" in CliRunner().invoke(app, ["agreement", str(record)]).stdout
    article = code(record)
    done = CliRunner().invoke(app, ["agreement", str(record)])
    assert done.exit_code == 0 and "kappa Omar/ليلى" in done.stdout
    assert "event: F1 1.000  both 1, only Omar 0, only ليلى 0" in done.stdout
    assert any(line.split()[:4] == ["killed", "1", "1", "0.000"] for line in done.stdout.splitlines())
    rows = [json.loads(line) for line in CliRunner().invoke(
        app, ["agreement", str(record), "--format", "jsonl", "--article", article]).stdout.splitlines()]
    assert rows[0] == {"what": "event", "coders": ["Omar", "ليلى"], "both": 1, "only_first": 0, "only_second": 0,
                       "f1": 1.0}
    killed = next(row for row in rows if row["what"] == "killed")
    assert (killed["units"], killed["observed"], killed["alpha"]) == (1, 0.0, 0.0)
    other = CliRunner().invoke(app, ["agreement", str(record), "--article", "gone"])
    assert other.exit_code == 0 and "none was given" in other.stdout


def test_no_record_is_told(tmp_path: pathlib.Path) -> None:
    """A file that is not there is one line on standard error, and wrong usage."""
    done = CliRunner().invoke(app, ["agreement", str(tmp_path / "no.sijill")])
    assert done.exit_code == 2 and "E400" in done.stderr and "Traceback" not in done.stderr
