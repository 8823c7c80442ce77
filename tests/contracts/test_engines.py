"""Every engine gives the same rows, byte for byte, as coding the articles one after the other."""

import json
import pathlib
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import pytest

import sijill
from sijill.acquire import Rejected, read_articles
from sijill.bulk.engines import ENGINES, EngineName
from sijill.bulk.merge import coded_rows
from sijill.bulk.plan import make_plan
from sijill.bulk.schema import read_coded
from sijill.bulk.step import Settings
from sijill.outcomes import code_article

Write = Callable[[pathlib.Path, int], pathlib.Path]
NO_RAY = pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: pip install -e '.[ray]'")
MARKS = {"local": [], "daft": [pytest.mark.slow], "ray": [pytest.mark.slow, NO_RAY]}
EACH = [pytest.param(name, marks=MARKS[name]) for name in ENGINES]
HERE = [name for name in ENGINES if name != "ray" or find_spec("ray")]
GATE = 0.25
TASKS = """
import pathlib, sys
from sijill.bulk.engines import engine
from sijill.bulk.plan import read_plan
from sijill.bulk.shards import tasks

out = pathlib.Path(sys.argv[2])
for _, result in engine(sys.argv[1])(tasks(read_plan(out), out), 2):
    print(result)
"""
"""Gives an engine the shards of a folder as they are, as a run does that has begun."""


def run(path: pathlib.Path, out: pathlib.Path, name: EngineName) -> tuple[int, dict[str, Any], str]:
    """A run in two workers on some shards, in a process of its own: exit code, totals, complaints."""
    command = [str(pathlib.Path(sys.executable).parent / "sijill"), "bulk", str(path), "--out", str(out), "--engine",
               name, "--gate", str(GATE), "--workers", "2", "--shard-mb", "0.005", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    return done.returncode, json.loads(done.stdout or "{}"), done.stderr


def files(out: pathlib.Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((out / "shards").iterdir())}


@pytest.mark.parametrize("name", EACH)
def test_rows_are_those_of_coding_one_by_one(name: EngineName, article_lines: Write, tmp_path: pathlib.Path) -> None:
    """The coded articles and rejections of a run are those of the coder, in the order of the input; none is lost."""
    path = article_lines(tmp_path / "a.jsonl", 60)
    code, totals, complaints = run(path, tmp_path / "out", name)
    assert code == 3, complaints
    coder = sijill.load(model=None)
    gated = [row for row in coded_rows(tmp_path / "out") if row["outcome"] == "not_relevant"]
    rows = [row for row in coded_rows(tmp_path / "out") if row["outcome"] != "not_relevant"]
    lines = {row["line"] for row in gated}
    wanted = [item if isinstance(item, Rejected) else code_article(item, coder)
              for item in read_articles([path]) if item.line not in lines]
    found = [read_coded(row) for row in rows]
    assert [f if isinstance(f, Rejected) else (f.article_id, f.events, f.control) for f in found] == [
        w if isinstance(w, Rejected) else (w.article_id, w.events, w.control) for w in wanted]
    counts = totals["counts"]
    assert (counts["read"], counts["rejected"], counts["not_relevant"]) == (66, 6, len(gated))
    assert len(gated) == 15 and len(files(tmp_path / "out")) == totals["shards"] > 3


@pytest.mark.slow
def test_files_are_equal_byte_for_byte(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """The shards of every engine are the same bytes under the same names."""
    path = article_lines(tmp_path / "a.jsonl", 60)
    for name in HERE:
        run(path, tmp_path / name, name)
    made = [files(tmp_path / name) for name in HERE]
    assert made[0] and all(one == made[0] for one in made)


@pytest.mark.parametrize("name", EACH)
def test_a_changed_input_stops_its_shard_only(name: EngineName, article_lines: Write, tmp_path: pathlib.Path) -> None:
    """A shard whose input changes in a run is named; the others are done; putting the file back finishes the run."""
    path = article_lines(tmp_path / "a.jsonl", 30)
    out = tmp_path / "out"
    (out / "shards").mkdir(parents=True)
    plan = make_plan([str(path)], Settings(gate=GATE), 5000)
    plan.save(out)
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"d1"', b'"dX"'))
    done = subprocess.run([sys.executable, "-c", TASKS, name, str(out)], capture_output=True, text=True, timeout=300,
                          check=False)
    assert done.stdout.count("E701") == 1 and "a.jsonl" in done.stdout, done.stderr
    assert len(files(out)) == len(plan.shards) - 1
    path.write_bytes(data)
    code, totals, complaints = run(path, out, name)
    assert code == 3 and totals["done_before"] == len(plan.shards) - 1, complaints
