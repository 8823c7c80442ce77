"""One shard: read, coded batch by batch, and written to a name that it takes only when it is whole and adds up."""

from __future__ import annotations

import contextlib
import hashlib
import os
import uuid
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from sijill.acquire.articles import Article, Rejected
from sijill.acquire.parts import Part, read_part
from sijill.acquire.reading import shown
from sijill.bulk.custody import UNTIMED, Carrying, shard_schema
from sijill.bulk.plan import BulkError, InputChanged, Plan, Shard, pieces, sync
from sijill.bulk.schema import KEPT, NOT_RELEVANT, REJECTED, item_row, item_schema
from sijill.bulk.step import CodeBatch, Settings

BATCH = 256
"""Articles in memory at a time, and rows of a row group."""
BATCH_BYTES = 16_000_000
"""Bytes of articles, and of what they came as, from which on a batch is full."""
FOLDER = "shards"
UNFINISHED = ".part"
_NAMES = ("read", "kept", "rejected", "not_relevant", "events", "control")


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the items of a shard or of a run; read = kept + rejected + not_relevant."""

    read: int = 0
    kept: int = 0
    rejected: int = 0
    not_relevant: int = 0
    events: int = 0
    control: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def adds_up(self) -> bool:
        """Whether nothing was lost."""
        return self.read == self.kept + self.rejected + self.not_relevant


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs to code one shard, wherever it runs; `out` and `root` are absolute."""

    out: str
    root: str
    plan: str
    settings: dict[str, Any]
    shard: Shard

    @property
    def path(self) -> Path:
        """Its coded file."""
        return Path(self.out, FOLDER, self.shard.name)


def tasks(plan: Plan, out: Path) -> list[Task]:
    """The task of each shard of a plan."""
    return [Task(str(out.resolve()), plan.root, plan.id, plan.settings, shard) for shard in plan.shards]


class Orphaned(BulkError):
    """The run that asked for a shard has ended."""

    code = "E702"


def run_shard(task: Task, alive: Callable[[], bool] = lambda: True) -> Counts:
    """Code a shard into its file, and count; the same bytes on every machine and engine.

    `alive` is asked between batches: Orphaned if the answer is no. InputChanged if the bytes are not
    those that were planned; BulkError if what is written does not add up.
    """
    import pyarrow.parquet as pq

    check_input(task)
    settings = Settings.of_json(task.settings)
    step, carrying, counts = CodeBatch(settings), Carrying(), Counts()
    unfinished = task.path.with_name(f".{task.shard.name}.{uuid.uuid4().hex}{UNFINISHED}")
    try:
        with pq.ParquetWriter(unfinished, shard_schema(), compression="zstd", write_page_checksum=True) as writer:
            for items in _batches(task):
                if not alive():
                    raise Orphaned("the run that asked for this shard has ended", where=task.shard.name)
                coded = step(_batch(items))
                counts += _count(coded, len(items))
                writer.write_batch(carrying(coded, items))
            if not counts.adds_up:
                raise BulkError(f"{counts} does not add up", where=task.shard.name,
                                next_step="Please report it: it is a fault of Sijill")
            writer.add_key_value_metadata(
                {"sijill.plan": task.plan, "sijill.shard": str(task.shard.number), "sijill.input": task.shard.sha256,
                 "sijill.model": settings.model}
                | {f"sijill.{name}": str(getattr(counts, name)) for name in _NAMES})
        sync(unfinished)
        unfinished.replace(task.path)
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink()
    return counts


def read_counts(task: Task) -> Counts | None:
    """The counts that a finished shard's file says of itself; None if there is none of this plan, or a damaged one."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        footer = pq.read_metadata(task.path)
    except (OSError, pa.ArrowInvalid):
        return None
    said = {name.decode(): value.decode() for name, value in (footer.metadata or {}).items()
            if name.startswith(b"sijill.")}
    if (said.get("sijill.plan"), said.get("sijill.input")) != (task.plan, task.shard.sha256):
        return None
    counts = Counts(*(int(said[f"sijill.{name}"]) for name in _NAMES))
    return counts if counts.adds_up and counts.read == footer.num_rows else None


def check_input(task: Task) -> None:
    """Raise InputChanged if a shard's bytes are not those that were planned."""
    digest = hashlib.sha256()
    for part in task.shard.parts:
        for piece in pieces(part, task.root):
            digest.update(piece)
    if digest.hexdigest() != task.shard.sha256:
        names = {part.path for part in task.shard.parts}
        first = min(names)
        raise InputChanged("an input is not what it was when the run was planned",
                           where=first if len(names) == 1 else f"{first} or {len(names) - 1} more",
                           next_step="Put the file back, or begin again in a new folder")


def _batches(task: Task) -> Iterator[list[Article | Rejected]]:
    settings = Settings.of_json(task.settings)
    items = (item for part in task.shard.parts for item in _items(part, task.root, settings))
    batch: list[Article | Rejected] = []
    size = 0
    for item in items:
        size += _size(item, batch)
        batch.append(item)
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(item: Article | Rejected, batch: list[Article | Rejected]) -> int:
    """Bytes that an item adds to a batch, or somewhat more."""
    if isinstance(item, Rejected):
        return 0
    before = batch[-1] if batch else None
    shared = isinstance(before, Article) and before.origin and item.origin and before.origin.data is item.origin.data
    came = 0 if shared or item.origin is None else len(item.origin.data)
    return came + 2 * (len(item.text) + len(item.original or ""))


def _items(part: Part, root: str, settings: Settings) -> Iterator[Article | Rejected]:
    opened = os.path.join(root, part.path)  # noqa: PTH118 - a path that is kept as it was given
    for item in read_part(replace(part, path=opened), source=settings.source, published=settings.published,
                          at=UNTIMED):
        # rows name a file as it was given, wherever the worker found it
        yield replace(item, where=shown(part.path) + item.where.removeprefix(shown(opened)))


def _batch(items: list[Article | Rejected]) -> Any:
    import pyarrow as pa

    return pa.RecordBatch.from_pylist([item_row(item) for item in items], item_schema())


def _count(coded: Any, read: int) -> Counts:
    import pyarrow.compute as pc

    outcomes = coded.column("outcome").to_pylist()
    inside = [pc.sum(pc.list_value_length(coded.column(name))).as_py() or 0 for name in ("events", "control")]
    return Counts(read, outcomes.count(KEPT), outcomes.count(REJECTED), outcomes.count(NOT_RELEVANT), *inside)
