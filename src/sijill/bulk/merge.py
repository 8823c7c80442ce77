"""The shards of a finished bulk run, appended to a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sijill import resources
from sijill.acquire.articles import Rejected
from sijill.bulk.custody import Carried
from sijill.bulk.plan import Plan, read_plan
from sijill.bulk.run import read_totals
from sijill.bulk.schema import Row, read_coded
from sijill.bulk.shards import tasks
from sijill.bulk.step import Settings
from sijill.store import Record
from sijill.store.origins import archive_of

_ROWS = 64


@dataclass(frozen=True, slots=True)
class Merged:
    """Articles that a merge added and that were there, and rejections (not relevant ones too) that it added."""

    added: int
    repeated: int
    rejected: int


def coded_rows(folder: Path) -> Iterator[Row]:
    """Every row of a finished run, shard by shard; ShardsMissing if one is not finished."""
    plan = read_plan(folder)
    read_totals(plan, folder)
    return _rows(plan, folder)


def _rows(plan: Plan, folder: Path) -> Iterator[Row]:
    import pyarrow.parquet as pq

    for task in tasks(plan, folder):
        with pq.ParquetFile(task.path) as file:
            for batch in file.iter_batches(_ROWS):
                yield from batch.to_pylist()


def merge(folder: Path, record: str | Path, archive: str | Path | None = None) -> Merged:
    """Append a finished run to a record, made if missing: a file, or the address of a database.

    What is there already is not added again. The bytes that articles came as go into `archive`; None: the file beside
    the record, "none": nowhere (see `sijill.store.origins.archive_of`).
    """
    plan = read_plan(folder)
    rows, given = coded_rows(folder), Carried(plan.at)
    with Record.open(record, create=True) as opened:
        # a merge that was cut short is begun again: articles are known by their ids, rejections by what they say
        known = set(opened.rejections())
        with opened.start_run(version=plan.settings["version"], settings_hash=plan.id,
                              data_checksums=_checksums(plan),
                              archive=archive_of(record, archive)) as run:
            for row in rows:
                coded = read_coded(row)
                if not isinstance(coded, Rejected):
                    run.add(coded, original=row["original"], given=given(row))
                elif coded not in known:
                    run.reject(coded)
    return Merged(run.kept, run.repeated, run.rejected)


def _checksums(plan: Plan) -> dict[str, str]:
    """Of each data file, where the program that merges has the same ones; else of all together."""
    if Settings().as_json()["data"] == plan.settings["data"]:
        return {name: entry["sha256"] for name, entry in resources.manifest().items()}
    return {"all": plan.settings["data"]}
