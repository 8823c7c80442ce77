"""A bulk run: planned once, coded by an engine, resumed where it was, and counted from what lies on the disk."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from sijill.acquire.locks import locked
from sijill.bulk.engines import EngineName, EngineStopped, engine
from sijill.bulk.plan import MANIFEST, BulkError, Plan, check_files, make_plan, read_plan
from sijill.bulk.shards import FOLDER, UNFINISHED, Counts, Task, read_counts, tasks
from sijill.bulk.step import Settings
from sijill.errors import SijillError

TOTALS = "totals.json"
_LOCK = ".lock"


class ShardsMissing(BulkError):
    """Some shards of a run are not finished."""

    code = "E707"


@dataclass(frozen=True, slots=True)
class Totals:
    """What a finished run has done, summed from what each shard's file says; `done_before` shards were there.

    `model` is what coded: rules, or the encoder beside them.
    """

    plan: str
    model: str
    shards: int
    done_before: int
    counts: Counts


def run_bulk(inputs: Sequence[str], out: Path, *, settings: Settings, engine_name: EngineName = "local",
             workers: int | None = None, shard_bytes: int | None = None,
             report: Callable[[int, int], object] | None = None) -> Totals:
    """Code inputs into a folder of shards, or go on with the run that is there.

    `report` is told the bytes done and the bytes to do; `shard_bytes` None: those of the run that is there, else
    what suits the inputs. BulkError if the folder holds a run of other inputs or settings, InputChanged if the inputs
    are no longer what it planned; BulkError if shards failed: the others are done, and the same call goes on with the
    rest.
    """
    start = engine(engine_name)
    with _locked(out):
        plan = _planned(inputs, out, settings, shard_bytes)
        _sweep(out)
        todo = tasks(plan, out)
        total = sum(task.shard.bytes for task in todo)
        missing = [task for task in todo if read_counts(task) is None]
        done_before = len(todo) - len(missing)
        while True:
            failed: list[SijillError] = []
            before = len(missing)
            done = total - sum(task.shard.bytes for task in missing)
            for task, result in start(missing, workers):
                if isinstance(result, SijillError):
                    failed.append(result)
                    continue
                done += task.shard.bytes
                if report:
                    report(done, total)
            missing = [task for task in missing if read_counts(task) is None]
            # an engine whose workers were killed is begun again as long as it gets on
            stopped = any(isinstance(error, EngineStopped) for error in failed)
            if not stopped or not 0 < len(missing) < before:
                break
        _sweep(out)
        if missing:
            raise failed[0] if len(failed) == 1 else _unfinished(missing, todo, failed)
        totals = read_totals(plan, out, done_before)
        written = asdict(totals) | {"engine": engine_name}
        (out / TOTALS).write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return totals


def _sweep(out: Path) -> None:
    """Remove what killed workers left half written."""
    for left in (out / FOLDER).glob(f".*{UNFINISHED}"):
        left.unlink(missing_ok=True)


def read_totals(plan: Plan, out: Path, done_before: int = 0) -> Totals:
    """The sum of the counts that the shards of a plan keep; ShardsMissing if one is not there."""
    todo = tasks(plan, out)
    found = [read_counts(task) for task in todo]
    counts = [c for c in found if c is not None]
    if len(counts) < len(todo):
        raise _unfinished([t for t, c in zip(todo, found, strict=True) if c is None], todo, [])
    return Totals(plan.id, plan.settings["model"], len(todo), done_before, sum(counts, Counts()))


def _unfinished(missing: Sequence[Task], todo: Sequence[Task], failed: Sequence[SijillError]) -> ShardsMissing:
    first = f"; the first: {failed[0]}" if failed else ""
    return ShardsMissing(f"{len(missing)} of {len(todo)} shards are not finished{first}", where=missing[0].out,
                         next_step="Run `sijill bulk` again with the same inputs: it goes on where it was")


def _planned(inputs: Sequence[str], out: Path, settings: Settings, shard_bytes: int | None) -> Plan:
    if "-" in inputs:
        raise BulkError("standard input cannot be shared out", where="-", next_step="Write it to a file first")
    if not (out / MANIFEST).exists():
        plan = make_plan(inputs, settings, shard_bytes)
        (out / FOLDER).mkdir(exist_ok=True)
        plan.save(out)
        return plan
    plan = read_plan(out)
    wanted = settings.as_json()
    other = [name for name in wanted if plan.settings.get(name) != wanted[name]]
    if shard_bytes not in (None, plan.shard_bytes):
        other.append(f"shards of {plan.shard_bytes / 1e6:g} MB")
    if other or plan.inputs != tuple(inputs):
        what = f"other settings ({', '.join(other)})" if other else "other inputs"
        raise BulkError(f"the folder holds a run of {what}", where=str(out),
                        next_step="Use the same ones to go on with it, or name a new folder")
    check_files(plan, out)
    return plan


@contextlib.contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Hold a folder, made if missing: a second run in it is refused, a killed one lets go."""
    try:
        str(out.resolve()).encode("utf-8")
    except UnicodeEncodeError as error:
        raise BulkError("a folder of this name can hold no shards: Parquet wants names in UTF-8",
                        where=ascii(str(out.resolve()))[1:-1],
                        next_step="Name another with --out; the inputs may stay where they are") from error
    try:
        out.mkdir(parents=True, exist_ok=True)
        stream = (out / _LOCK).open("ab")
    except OSError as error:
        raise BulkError(f"the folder cannot be written: {error.strerror}", where=str(out),
                        next_step="Name a folder that you may write to") from error
    with contextlib.ExitStack() as stack:
        stack.enter_context(stream)
        try:
            stack.enter_context(locked(stream, wait=False))
        except BlockingIOError as error:
            raise BulkError("another run is at work in this folder", where=str(out),
                            next_step="Wait for it, or name another folder") from error
        try:
            yield
        except OSError as error:
            raise BulkError(f"cannot be read or written: {error.strerror or error}", where=error.filename or str(out),
                            next_step="Check space and permissions, and run the command again") from error
