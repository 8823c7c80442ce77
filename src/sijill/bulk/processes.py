"""The local engine: plain processes, each given one shard at a time; one that dies is replaced."""

from __future__ import annotations

import functools
import gc
import multiprocessing
import os
import signal
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from sijill.bulk.plan import BulkError
from sijill.bulk.shards import Counts, Orphaned, Task, run_shard
from sijill.errors import SijillError

TRIES = 10
"""How often a shard may be given out after its worker died."""
SHARDS_A_WORKER = 100
"""Shards after which a worker ends and another begins, so that nothing can pile up over days."""

Done = tuple[Task, Counts | SijillError]


class WorkerDied(BulkError):
    """A shard's workers were killed again and again."""

    code = "E703"


class ShardFailed(BulkError):
    """A worker broke on a shard: a fault of Sijill or of the machine."""

    code = "E704"


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    task: Task | None = None
    shards: int = 0


def usable_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_local(tasks: Sequence[Task], workers: int | None = None) -> Iterator[Done]:
    """Code shards in `workers` processes; each result as it comes, an error in place of counts where one failed."""
    workers = workers or usable_cores()
    waiting = deque(tasks)
    tries: Counter[str] = Counter()
    crew: list[_Worker] = []
    try:
        while waiting or any(worker.task for worker in crew):
            while len(crew) < min(workers, len(waiting) + sum(w.task is not None for w in crew)):
                crew.append(_start())
            for worker in crew:
                if worker.task is None and waiting:
                    _give(worker, waiting)
            wait([worker.pipe for worker in crew])
            for worker in [w for w in crew if w.pipe.poll()]:
                task = worker.task
                try:
                    result = worker.pipe.recv()
                except (EOFError, OSError):
                    # killed, by a person or for want of memory
                    crew.remove(worker)
                    _end(worker)
                    if task is None:
                        continue
                    tries[task.shard.name] += 1
                    if tries[task.shard.name] < TRIES:
                        waiting.appendleft(task)
                        continue
                    result = WorkerDied(f"its worker died {TRIES} times", where=f"shard {task.shard.name}",
                                        next_step="See that memory suffices, or ask for fewer --workers")
                worker.task, worker.shards = None, worker.shards + 1
                if worker.shards >= SHARDS_A_WORKER and worker in crew:
                    crew.remove(worker)
                    _end(worker)
                assert task is not None
                yield task, result
    finally:
        for worker in crew:
            _end(worker)


def _start() -> _Worker:
    # a forked process could inherit a lock that Arrow's threads hold
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _give(worker: _Worker, waiting: deque[Task]) -> None:
    task = waiting.popleft()
    worker.task = task
    try:
        worker.pipe.send(task)
    except OSError:
        return  # it is dead: reading its pipe will say so


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.terminate()
    worker.process.join()


def _work(pipe: Connection) -> None:
    # the run's own process is told of Ctrl-C, and ends its workers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None
    while True:
        try:
            task: Task = pipe.recv()
            result = attempt(task, parent.is_alive)
            if isinstance(result, Orphaned):
                return
            pipe.send(result)
        except (EOFError, OSError):
            return


def attempt(task: Task, alive: object = None) -> Counts | SijillError:
    """A shard's counts, or the error that stopped it: one that the user can mend, or that names the fault."""
    try:
        counts = run_shard(task, alive) if callable(alive) else run_shard(task)
        _settle()
        return counts
    except SijillError as error:
        return error
    except OSError as error:
        return ShardFailed(f"cannot be written or read: {error.strerror or error}", where=f"shard {task.shard.name}",
                           next_step="Free some space, or check permissions, and run the command again")
    except Exception as error:
        return ShardFailed(f"{type(error).__name__} {error}", where=f"shard {task.shard.name}",
                           next_step="Please report it: it is a fault of Sijill")


@functools.cache
def _settle() -> None:
    """Keep the data that were read by now out of the search for garbage, once in a process: it took a tenth of time."""
    gc.collect()
    gc.freeze()
