"""Workers are replaced when they have done much, and keep nothing that grows."""

import gc
import pathlib
import subprocess
import sys
from collections.abc import Callable

import pytest

from sijill.bulk import processes
from sijill.bulk.plan import make_plan
from sijill.bulk.shards import Counts, tasks
from sijill.bulk.step import Settings

Write = Callable[[pathlib.Path, int], pathlib.Path]


def test_a_worker_ends_after_some_shards(article_lines: Write, tmp_path: pathlib.Path,
                                         monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that has coded as many shards as it may is followed by another, and every shard is done once."""
    begun: list[int] = []
    start = processes._start

    def counted() -> processes._Worker:
        worker = start()
        begun.append(worker.process.pid or 0)
        return worker

    monkeypatch.setattr(processes, "_start", counted)
    monkeypatch.setattr(processes, "SHARDS_A_WORKER", 2)
    (tmp_path / "out" / "shards").mkdir(parents=True)
    plan = make_plan([str(article_lines(tmp_path / "a.jsonl", 20))], Settings(gate=1.0), 1500)
    todo = tasks(plan, tmp_path / "out")
    done = list(processes.run_local(todo, 1))
    assert [task for task, _ in done] == todo and all(isinstance(result, Counts) for _, result in done)
    assert len(begun) == len(set(begun)) == (len(todo) + 1) // 2 > 1


def test_what_a_worker_has_read_is_no_garbage(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """After its first shard a process leaves the coder's data out of its search for garbage."""
    path = article_lines(tmp_path / "a.jsonl", 4)
    script = (f"import gc, pathlib\nfrom sijill.bulk.plan import make_plan\nfrom sijill.bulk.processes import attempt\n"
              f"from sijill.bulk.shards import tasks\nfrom sijill.bulk.step import Settings\n"
              f"out = pathlib.Path({str(tmp_path)!r})\n(out / 'shards').mkdir()\n"
              f"attempt(tasks(make_plan([{str(path)!r}], Settings()), out)[0])\nprint(gc.get_freeze_count())")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 50_000 and gc.isenabled()
