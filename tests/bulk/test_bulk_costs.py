"""What the benchmark of bulk runs says a million articles cost leaves out nothing that one core does alone."""

import pathlib
from collections.abc import Callable

import pytest
from benchmarks.bulk.measured import Seen, Timed
from benchmarks.bulk.run import GATED, ONE, PLAIN, Alone, Sliced, of_costs, out_of, planned_and_merged

from sijill.bulk.processes import attempt
from sijill.bulk.run import run_bulk
from sijill.bulk.step import Settings

Write = Callable[[pathlib.Path, int], pathlib.Path]


def test_planning_and_merging_are_measured(article_lines: Write, tmp_path: pathlib.Path,
                                           monkeypatch: pytest.MonkeyPatch) -> None:
    """Planning and merging take processor time, and the record has as many bytes as its file and archive."""
    monkeypatch.setattr("sijill.bulk.run.engine", lambda _: lambda todo, _: ((task, attempt(task)) for task in todo))
    for number in range(2):
        path = article_lines(tmp_path / f"slice{number}.jsonl", 20)
        run_bulk([str(path)], out_of(tmp_path, path.stem, ONE), settings=Settings())
    alone = planned_and_merged(tmp_path, 2, 20)
    assert alone.plan > 0 and alone.merge > 0 and alone.articles == 40
    assert alone.record == sum((tmp_path / f"merged.{end}").stat().st_size for end in ("sijill", "warc.gz"))


def test_costs_say_what_is_not_in_the_table() -> None:
    """Above the table of coding stand the hours of planning and of merging, which no core divides."""
    runs = Sliced([Timed(1.0, 36.0, Seen(), "")], [0.0])
    told = " ".join(of_costs({PLAIN: runs, GATED: runs}, 1000, Alone(3.6, 7.2, 30_000_000, 2000)))
    above, _, table = told.partition("| cores |")
    assert "**not in the table**: 0.50 hours to plan and 1.00 to merge" in above
    assert "take 15 GB" in above and "| 2 | 5.00 | 5.00 |" in table
