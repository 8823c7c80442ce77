"""A bulk run goes on where it was killed, refuses what is not its own, and merges into a record once."""

import contextlib
import os
import pathlib
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence

import pyarrow.parquet as pq
import pytest

from sijill.bulk.engines import EngineStopped
from sijill.bulk.merge import ShardDamaged, merge
from sijill.bulk.plan import BulkError, InputChanged, read_plan
from sijill.bulk.processes import Done, attempt
from sijill.bulk.run import ShardsMissing, Totals, read_totals, run_bulk
from sijill.bulk.shards import Counts, Orphaned, Task, read_counts, run_shard, tasks
from sijill.bulk.step import Settings
from sijill.store import Record

Write = Callable[[pathlib.Path, int], pathlib.Path]
GATE = Settings(gate=0.25)


def files(out: pathlib.Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((out / "shards").iterdir())}


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards are coded in this process, one after the other: what is tested here is the same for every engine."""
    monkeypatch.setattr("sijill.bulk.run.engine", lambda _: lambda todo, _: ((task, attempt(task)) for task in todo))


def run(path: pathlib.Path, out: pathlib.Path, settings: Settings = GATE, shard_bytes: int = 2500) -> Totals:
    return run_bulk([str(path)], out, settings=settings, shard_bytes=shard_bytes)


def test_it_resumes_and_repairs(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """Shards that are missing, cut short or of another plan are coded again; finished ones are left alone."""
    path = article_lines(tmp_path / "a.jsonl", 60)
    out = tmp_path / "out"
    first = run(path, out)
    whole = files(out)
    names = sorted(whole)
    (out / "shards" / names[0]).unlink()
    (out / "shards" / names[1]).write_bytes(whole[names[1]][:-20])
    (out / "shards" / names[2]).write_bytes(whole[names[3]])
    (out / "shards" / f".{names[0]}.x.part").write_bytes(b"half")
    kept = (out / "shards" / names[-1]).stat().st_mtime_ns
    again = run(path, out)
    assert files(out) == whole and again.counts == first.counts
    assert again.done_before == len(names) - 3
    assert (out / "shards" / names[-1]).stat().st_mtime_ns == kept


def test_a_folder_whose_name_is_no_utf8_is_refused(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """Where no Parquet file can be named, the run says so and makes nothing; its inputs may lie there."""
    odd = tmp_path / os.fsdecode(b"caf\xe9")
    odd.mkdir()
    path = article_lines(odd / "a.jsonl", 10)
    with pytest.raises(BulkError, match="UTF-8"):
        run(path, odd / "out")
    assert not (odd / "out").exists()
    assert run(path, tmp_path / "out").counts.read == 11


def test_what_is_missing_is_an_error(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """Totals and merging refuse a run whose shards are not all there."""
    out = tmp_path / "out"
    run(article_lines(tmp_path / "a.jsonl", 20), out)
    next((out / "shards").iterdir()).unlink()
    with pytest.raises(ShardsMissing, match="1 of"):
        read_totals(read_plan(out), out)
    with pytest.raises(ShardsMissing):
        merge(out, tmp_path / "a.sijill")
    assert not (tmp_path / "a.sijill").exists()


def test_a_damaged_shard_is_named(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """A shard whose bytes changed after it was finished stops the merge, which names it; coded again it is merged."""
    path, out = article_lines(tmp_path / "a.jsonl", 40), tmp_path / "out"
    totals = run(path, out)
    shard = out / "shards" / "000001.parquet"
    whole = bytearray(shard.read_bytes())
    whole[100] ^= 1
    shard.write_bytes(whole)
    with pytest.raises(ShardDamaged) as caught:
        merge(out, tmp_path / "a.sijill")
    assert caught.value.where == str(shard)
    shard.unlink()
    run(path, out)
    merge(out, tmp_path / "a.sijill")
    with Record.open(tmp_path / "a.sijill") as record:
        assert record.counts().rejected == totals.counts.rejected + totals.counts.not_relevant
        assert record.counts().articles == len({d.article_id for d in record.documents()}) > 0


def test_counts_that_do_not_add_up_are_refused(article_lines: Write, tmp_path: pathlib.Path,
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    """A shard that lost an article is not kept, and one whose file counts otherwise than it holds is coded again."""
    path = article_lines(tmp_path / "a.jsonl", 20)
    with monkeypatch.context() as patched:
        patched.setattr("sijill.bulk.shards._count", lambda *_: Counts(read=5, kept=3, rejected=1))
        with pytest.raises(BulkError, match="add up"):
            run(path, tmp_path / "out", shard_bytes=1 << 20)
    assert not list((tmp_path / "out" / "shards").iterdir())
    totals = run(path, tmp_path / "out", shard_bytes=1 << 20)
    (task,) = tasks(read_plan(tmp_path / "out"), tmp_path / "out")
    counts = totals.counts
    assert read_counts(task) == counts
    table, said = pq.read_table(task.path), pq.read_metadata(task.path).metadata
    for wrong in ({}, {"read": counts.read + 1, "kept": counts.kept + 1}, {"kept": counts.kept - 1}):
        changed = {f"sijill.{name}".encode(): str(number).encode() for name, number in wrong.items()}
        pq.write_table(table.replace_schema_metadata(said | changed), task.path)
        assert read_counts(task) == (None if wrong else counts)


def test_a_shard_that_nobody_waits_for_is_given_up(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """A worker whose run has ended stops between two batches, and leaves nothing half written."""
    run(article_lines(tmp_path / "a.jsonl", 20), tmp_path / "out")
    task = tasks(read_plan(tmp_path / "out"), tmp_path / "out")[0]
    task.path.unlink()
    before = files(tmp_path / "out")
    with pytest.raises(Orphaned):
        run_shard(task, lambda: False)
    assert files(tmp_path / "out") == before


def test_an_engine_that_stops_is_begun_again(article_lines: Write, tmp_path: pathlib.Path,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards that an engine gave up because its workers were killed are given to it again as long as it gets on."""
    rounds: list[int] = []

    def stops(todo: Sequence[Task], _: int | None) -> Iterator[Done]:
        rounds.append(len(todo))
        for number, task in enumerate(todo):
            yield task, attempt(task) if number < 2 else EngineStopped("killed")

    monkeypatch.setattr("sijill.bulk.run.engine", lambda _: stops)
    path = article_lines(tmp_path / "a.jsonl", 60)
    totals = run(path, tmp_path / "out", shard_bytes=1000)
    assert totals.shards > 12 and rounds == list(range(totals.shards, 0, -2))
    stopped = EngineStopped("killed")
    monkeypatch.setattr("sijill.bulk.run.engine", lambda _: lambda todo, _: ((task, stopped) for task in todo))
    with pytest.raises(ShardsMissing, match="are not finished"):
        run(path, tmp_path / "again")


def test_another_run_is_refused(article_lines: Write, tmp_path: pathlib.Path,
                                monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder takes one run: other settings or gazetteers, other inputs, standard input, a second process: refused."""
    path = article_lines(tmp_path / "a.jsonl", 10)
    out = tmp_path / "out"
    run(path, out)
    with pytest.raises(BulkError, match="other settings"):
        run(path, out, Settings(gate=0.5))
    gazetteer = tmp_path / "places.sqlite"
    gazetteer.write_bytes(b"another")
    monkeypatch.setenv("SIJILL_PLACES", str(gazetteer))
    with pytest.raises(BulkError, match="other settings .*gazetteers"):
        run(path, out)
    monkeypatch.delenv("SIJILL_PLACES")
    with pytest.raises(BulkError, match=r"shards of 0\.0025 MB"):
        run(path, out, shard_bytes=5000)
    with pytest.raises(BulkError, match="other inputs"):
        run(article_lines(tmp_path / "b.jsonl", 10), out)
    with pytest.raises(BulkError, match="standard input"):
        run_bulk(["-"], tmp_path / "new", settings=GATE)
    fcntl = pytest.importorskip("fcntl")
    with (out / ".lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BulkError, match="another run"):
            run(path, out)


def test_inputs_that_are_others_now_are_named(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """A run whose folder of inputs has a new, a grown, an altered or no longer a file stops and says which it is."""
    fold, out = tmp_path / "fold", tmp_path / "fold" / "out"
    fold.mkdir()
    path, other = article_lines(fold / "a.jsonl", 10), fold / "b.jsonl"
    first = run(fold, out)
    # what the run itself writes is no input, wherever it lies
    assert run(fold, out).done_before == first.shards
    article_lines(other, 2)
    with pytest.raises(InputChanged, match=rf"planned; new: {other} \(in .*another --out"):
        run(fold, out)
    other.unlink()
    data = path.read_bytes()
    for changed in (data + data, data.replace(b'"d1"', b'"dX"')):
        path.write_bytes(changed)
        with pytest.raises(InputChanged, match=rf"planned; changed: {path} \("):
            run(fold, out)
    path.rename(other)
    with pytest.raises(InputChanged, match=rf"planned; new: {other}; gone: {path} \("):
        run(fold, out)
    other.rename(path)
    path.write_bytes(data)
    assert run(fold, out).done_before == first.shards


def test_merging_the_run_after_adds_only_what_is_new(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """Inputs that grew, coded into another folder and merged after the first run, add what is new and no row twice."""
    fold, record = tmp_path / "fold", tmp_path / "a.sijill"
    fold.mkdir()
    article_lines(fold / "a.jsonl", 20)
    run(fold, tmp_path / "first")
    before = merge(tmp_path / "first", record)
    article_lines(fold / "a.jsonl", 30)
    article_lines(fold / "b.jsonl", 40)
    run(fold, tmp_path / "second")
    alone, after = merge(tmp_path / "second", tmp_path / "b.sijill"), merge(tmp_path / "second", record)
    assert before.added > 0 and after.added == alone.added - before.added > 0
    assert after.rejected == alone.rejected - before.rejected


def test_one_shard_codes_alike_wherever_it_runs(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """A shard coded in this process is the file that a worker wrote."""
    out = tmp_path / "out"
    run(article_lines(tmp_path / "a.jsonl", 20), out)
    before = files(out)
    for task in tasks(read_plan(out), out):
        run_shard(task)
    assert files(out) == before


def test_files_that_cannot_be_read_are_rows(tmp_path: pathlib.Path) -> None:
    """A missing file and an empty folder are rejected rows of their own, named as they were given."""
    (tmp_path / "empty").mkdir()
    out = tmp_path / "out"
    totals = run_bulk([str(tmp_path / "none.txt"), str(tmp_path / "empty")], out, settings=GATE)
    assert (totals.counts.read, totals.counts.rejected) == (2, 2)


def test_merging_twice_adds_nothing(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """A merge appends every coded article and every rejection; a second one, or one after a cut, adds no row."""
    out = tmp_path / "out"
    totals = run(article_lines(tmp_path / "a.jsonl", 40), out)
    path = tmp_path / "a.sijill"
    first = merge(out, path)
    counts = totals.counts
    assert (first.added + first.repeated, first.rejected) == (counts.kept, counts.rejected + counts.not_relevant)
    again = merge(out, path)
    assert (again.added, again.rejected) == (0, 0)
    with Record.open(path) as record:
        assert record.counts().articles == first.added
        assert record.counts().rejected == first.rejected


def test_the_step_of_a_run_is_told_from_its_folder(article_lines: Write, tmp_path: pathlib.Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths given from where the run began are found from elsewhere, and rows name them as they were given."""
    article_lines(tmp_path / "a.jsonl", 20)
    monkeypatch.chdir(tmp_path)
    run_bulk(["a.jsonl"], pathlib.Path("out"), settings=GATE, shard_bytes=2500)
    (tmp_path / "out" / "shards" / "000001.parquet").unlink()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    run_bulk(["a.jsonl"], tmp_path / "out", settings=GATE, shard_bytes=2500)
    for path in (tmp_path / "out" / "shards").iterdir():
        assert set(pq.read_table(path).column("where").to_pylist()) == {"a.jsonl"}


def command(path: pathlib.Path, out: pathlib.Path) -> list[str]:
    return [str(pathlib.Path(sys.executable).parent / "sijill"), "bulk", str(path), "--out", str(out),
            "--gate", "0.25", "--workers", "2", "--shard-mb", "0.005"]


def children(of: int) -> list[int]:
    """Processes that a process began; those that ended meanwhile are left out."""
    listed = subprocess.run(["ps", "-ww", "-o", "pid=,args=", "--ppid", str(of)], capture_output=True, text=True,
                            check=False)
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if "spawn_main" in line]


def finished(out: pathlib.Path) -> int:
    return len(list((out / "shards").glob("*.parquet")))


@pytest.mark.slow
def test_killing_workers_loses_nothing(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """Workers killed at random while a run goes on are replaced, and the result is that of a run left in peace."""
    path = article_lines(tmp_path / "a.jsonl", 600)
    run(path, tmp_path / "calm", shard_bytes=5000)
    chance = random.Random(7)
    started = subprocess.Popen(command(path, tmp_path / "out"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    killed = 0
    while started.poll() is None and killed < 10:
        had = finished(tmp_path / "out")
        while started.poll() is None and finished(tmp_path / "out") < had + 2:
            time.sleep(0.02)
        for pid in chance.sample(found := children(started.pid), min(1, len(found))):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                killed += 1
    _, complaints = started.communicate(timeout=120)
    assert started.returncode == 3, complaints
    assert killed >= 3 and files(tmp_path / "out") == files(tmp_path / "calm")


@pytest.mark.slow
def test_killing_the_run_loses_nothing(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """A run killed again and again at random, and begun again, ends with the result of one left in peace."""
    path = article_lines(tmp_path / "a.jsonl", 600)
    run(path, tmp_path / "calm", shard_bytes=5000)
    chance = random.Random(11)
    for _ in range(6):
        started = subprocess.Popen(command(path, tmp_path / "out"), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        # killed at some moment after it has finished another shard or two
        had, wanted = finished(tmp_path / "out"), chance.randint(1, 2)
        while started.poll() is None and finished(tmp_path / "out") < had + wanted:
            time.sleep(0.02)
        time.sleep(0.1 * chance.random())
        started.kill()
        started.wait()
    done = subprocess.run(command(path, tmp_path / "out"), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 3, done.stderr
    assert files(tmp_path / "out") == files(tmp_path / "calm")


@pytest.mark.slow
def test_workers_do_not_outlive_their_run(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """Workers of a run that was killed end by themselves."""
    path = article_lines(tmp_path / "a.jsonl", 3000)
    started = subprocess.Popen(command(path, tmp_path / "out"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 90
    while len(workers := children(started.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    started.kill()
    started.wait()
    while any(pathlib.Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(workers) == 2 and not any(pathlib.Path(f"/proc/{pid}").exists() for pid in workers)
