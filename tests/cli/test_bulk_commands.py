"""The commands gate, bulk and merge, and `code --gate`: what is left out is counted, and nothing is lost."""

import json
import pathlib
from collections.abc import Callable

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

import sijill
from sijill.acquire import Article, Rejected, read_articles
from sijill.bulk.merge import coded_rows
from sijill.bulk.schema import read_coded
from sijill.cli import app
from sijill.outcomes import code_article
from sijill.store import Record

Write = Callable[[pathlib.Path, int], pathlib.Path]
RUN = CliRunner()


@pytest.fixture
def lines(article_lines: Write, tmp_path: pathlib.Path) -> str:
    """Eight articles: every fourth is on sport."""
    return str(article_lines(tmp_path / "a.jsonl", 8))


def test_gate_prints_a_probability_an_article(lines: str) -> None:
    """Each article has its probability and its place; those on sport are below every report on fighting."""
    done = RUN.invoke(app, ["gate", lines, "--format", "jsonl"])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0 and [row["line"] for row in rows] == list(range(1, 9))
    chances = [row["probability"] for row in rows]
    assert max(chances[3], chances[7]) < min(chances[:3] + chances[4:7])


def test_gate_leaves_out_what_is_below_the_threshold(lines: str) -> None:
    """With a threshold only the articles of at least that probability are printed."""
    done = RUN.invoke(app, ["gate", lines, "--threshold", "0.25"])
    assert done.exit_code == 0 and len(done.stdout.splitlines()) == 6


def test_coding_counts_what_the_gate_leaves_out(lines: str, tmp_path: pathlib.Path) -> None:
    """`code --gate` codes the rest, says how many were not relevant, and keeps each with its reason in the record."""
    record = tmp_path / "a.sijill"
    done = RUN.invoke(app, ["code", lines, "--gate", "0.25", "--record", str(record)])
    assert done.exit_code == 0, done.output
    assert "8 articles read: 6 coded, 0 rejected, 2 not relevant" in done.output
    with Record.open(record) as opened:
        assert [r.code for r in opened.rejections()] == ["E350", "E350"]


def test_bulk_says_what_it_did_and_merges(lines: str, tmp_path: pathlib.Path) -> None:
    """The sum of a run adds up, its record holds what was coded, and merging it again adds nothing."""
    out, record = tmp_path / "out", str(tmp_path / "a.sijill")
    done = RUN.invoke(app, ["bulk", lines, "--out", str(out), "--gate", "0.25", "--workers", "1", "--record", record])
    assert done.exit_code == 0, done.output
    assert "8 articles read: 6 coded, 0 rejected, 2 not relevant" in done.output
    totals = json.loads((out / "totals.json").read_text())
    counts = totals["counts"]
    assert totals["model"] == "rules" and "by the rules" in done.output
    assert pq.read_metadata(out / "shards" / "000000.parquet").metadata[b"sijill.model"] == b"rules"
    assert (tmp_path / "a.warc.gz").exists()
    assert counts["read"] == counts["kept"] + counts["rejected"] + counts["not_relevant"] == 8
    again = RUN.invoke(app, ["merge", str(out), "--record", record])
    assert again.exit_code == 0 and "0 added" in again.output


@pytest.mark.slow
def test_the_encoder_codes_where_it_is_asked_for(lines: str, tmp_path: pathlib.Path) -> None:
    """A run with the encoder has the rows that coding with it gives, names it, and is no run of the rules."""
    out = tmp_path / "out"
    command = ["bulk", lines, "--out", str(out), "--workers", "1"]
    done = RUN.invoke(app, [*command, "--model", "encoder", "--format", "json"])
    assert done.exit_code == 0 and json.loads(done.stdout)["model"] == "encoder", done.output
    coder = sijill.load()
    for row, article in zip(coded_rows(out), read_articles([lines]), strict=True):
        assert isinstance(article, Article)
        coded, wanted = read_coded(row), code_article(article, coder)
        assert not isinstance(coded, Rejected) and not isinstance(wanted, Rejected)
        assert (coded.events, coded.control) == (wanted.events, wanted.control)
    refused = RUN.invoke(app, command)
    assert refused.exit_code == 2 and "other settings (model)" in " ".join(refused.output.split())


def test_what_is_no_run_is_explained(tmp_path: pathlib.Path) -> None:
    """Merging a folder without a run is one line with code and next step, and exit code 2."""
    done = RUN.invoke(app, ["merge", str(tmp_path), "--record", str(tmp_path / "a.sijill")])
    assert done.exit_code == 2 and "E700" in done.output and "Traceback" not in done.output
    assert not (tmp_path / "a.sijill").exists()


def test_bulk_says_why_articles_were_rejected(lines: str, tmp_path: pathlib.Path) -> None:
    """Of a run's rejections the first ten are told with their reasons, and how many more there are."""
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{}\n" * 12)
    done = RUN.invoke(app, ["bulk", lines, str(bad), str(tmp_path / "gone.txt"), "--out", str(tmp_path / "out"),
                            "--workers", "1"])
    told = done.stderr.splitlines()
    assert done.exit_code == 3 and sum(line.startswith("rejected: [E30") for line in told) >= 9
    assert "3 more" in told[-1] and "rejected" in told[-1]
