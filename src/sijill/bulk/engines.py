"""Engines move shards and nothing else: plain processes, Daft's native runner, Daft's runner on a Ray cluster."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, get_args

from sijill.bulk.plan import BulkError
from sijill.bulk.processes import Done, attempt, run_local, usable_cores
from sijill.bulk.shards import Task

EngineName = Literal["local", "daft", "ray"]
ENGINES: tuple[EngineName, ...] = get_args(EngineName)
Engine = Callable[[Sequence[Task], int | None], Iterator[Done]]
"""Given tasks and how many workers (None: as many as there are cores); each result as it comes."""


class EngineMissing(BulkError):
    """The libraries of an engine are not installed."""

    code = "E705"


class EngineStopped(BulkError):
    """An engine's workers were killed, and it gave up."""

    code = "E706"


def engine(name: EngineName) -> Engine:
    """The engine of a name; EngineMissing if its libraries are not installed."""
    _need("pyarrow", "bulk")
    if name == "local":
        return run_local
    _need("daft", "bulk")
    if name == "daft":
        return run_daft
    _need("ray", "ray")
    return run_ray


def _need(module: str, extra: str) -> None:
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise EngineMissing(f"the library {module} is not installed",
                            next_step=f"Install it with: pip install 'sijill[{extra}]'")


def run_daft(tasks: Sequence[Task], workers: int | None) -> Iterator[Done]:
    """Code shards on Daft's native runner, in `workers` processes of its own."""
    os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
    import daft

    if not _daft_is("native"):
        daft.set_runner_native()
    return _rows(tasks, workers or usable_cores())


def run_ray(tasks: Sequence[Task], workers: int | None) -> Iterator[Done]:
    """Code shards on Daft's Ray runner: the cluster that RAY_ADDRESS names, else one on this machine."""
    os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
    import daft
    import ray

    began = _daft_is("ray")
    if not ray.is_initialized():
        # without an address Ray begins a cluster of its own
        alone: dict[str, Any] = {"num_cpus": workers or usable_cores(), "include_dashboard": False}
        ray.init(logging_level=logging.WARNING, log_to_driver=False,
                 **({} if os.environ.get("RAY_ADDRESS") else alone))
    if not began:
        daft.set_runner_ray(noop_if_initialized=True)
    # Ray's types are there only where Ray is
    cluster: Any = ray
    resources: dict[str, float] = cluster.cluster_resources()
    return _rows(tasks, workers or int(resources.get("CPU", 1)))


_runner: str | None = None


def _daft_is(wanted: str) -> bool:
    """Whether Daft has the wanted runner already, which a process sets once."""
    global _runner
    if _runner not in (None, wanted):
        raise EngineMissing(f"this process has used Daft's {_runner} runner, and Daft changes it no more",
                            next_step="Use one engine a process")
    known, _runner = _runner == wanted, wanted
    return known


def _rows(tasks: Sequence[Task], workers: int) -> Iterator[Done]:
    import daft

    if not tasks:
        return
    coder = daft.cls(_Coder, max_concurrency=workers, use_process=True)()
    frame = daft.from_pydict({"task": [pickle.dumps(task) for task in tasks]})
    # one shard a batch, or one process would be given them all
    frame = frame.into_batches(1).select(coder.code(daft.col("task")).alias("done"))
    missing = {task.shard.number: task for task in tasks}
    try:
        for row in frame.iter_rows(results_buffer_size=None):
            number, result = pickle.loads(row["done"])
            yield missing.pop(number), result
    except (RuntimeError, OSError, EOFError) as error:
        # a worker that was killed ends the whole frame
        for task in missing.values():
            yield task, EngineStopped(f"the engine stopped: {type(error).__name__} {str(error)[:200]}",
                                      where=f"shard {task.shard.name}", next_step="Run the command again")


class _Coder:
    """What Daft keeps in each of its processes."""

    def code(self, task: Any) -> bytes:
        found: Task = pickle.loads(task)
        return pickle.dumps((found.shard.number, attempt(found)))
