"""The step of bulk work: a batch of articles in, a batch of coded rows out, nothing else touched."""

from __future__ import annotations

import datetime as dt
import functools
import gc
import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from sijill import resources
from sijill.acquire.articles import Rejected
from sijill.bulk.schema import NOT_RELEVANT, REJECTED, Row, coded_row, coded_schema, read_item, refused_row
from sijill.grounding.shipped import checksums
from sijill.outcomes import code_article, judge
from sijill.pipeline import Coder, load

if TYPE_CHECKING:
    import pyarrow as pa

ModelName = Literal["rules", "encoder"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes what is coded: the gate's threshold (None: no gate), defaults of articles, gazetteer files, model.

    The model is "rules", or "encoder" beside them (see `sijill.load`).
    """

    gate: float | None = None
    source: str | None = None
    published: dt.date | None = None
    places: tuple[str, ...] | None = None
    model: ModelName = "rules"

    def as_json(self) -> dict[str, Any]:
        """As a JSON object, with the version and the data of the program that codes, and the gazetteers that it reads.

        Where no gazetteer was named `places` is what is read here, so that every worker reads the same.
        """
        from sijill import __version__

        gazetteers = checksums(self.places)
        return asdict(self) | {"published": self.published and self.published.isoformat(),
                               "places": list(gazetteers), "gazetteers": gazetteers, "version": __version__,
                               "data": data_checksum()}

    @classmethod
    def of_json(cls, written: dict[str, Any]) -> Settings:
        """The settings of a JSON object."""
        day = written["published"]
        return cls(written["gate"], written["source"], dt.date.fromisoformat(day) if day else None,
                   tuple(written["places"]), written["model"])


def data_checksum() -> str:
    """One SHA-256 for all data files of the program."""
    return hashlib.sha256(json.dumps(resources.manifest(), sort_keys=True).encode()).hexdigest()


class CodeBatch:
    """Codes batches of `item_schema` into batches of `coded_schema`, row for row; pickles, and keeps no state."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The coded batch; every row of the batch that is given has one in it, in the same order."""
        import pyarrow as pa

        coder = _coder(self.settings.places, self.settings.model)
        return pa.RecordBatch.from_pylist([self._code(row, coder) for row in batch.to_pylist()], coded_schema())

    def _code(self, row: Row, coder: Coder) -> Row:
        item = read_item(row)
        if isinstance(item, Rejected):
            return refused_row(item, REJECTED, None, None)
        relevance = None
        if self.settings.gate is not None:
            relevance, off_topic = judge(item, self.settings.gate)
            if off_topic:
                return refused_row(off_topic, NOT_RELEVANT, item, relevance)
        coded = code_article(item, coder)
        if isinstance(coded, Rejected):
            return refused_row(coded, REJECTED, item, relevance)
        return coded_row(coded, item, relevance)


@functools.lru_cache(maxsize=2)
def _coder(places: tuple[str, ...] | None, model: ModelName) -> Coder:
    # one a process: its data are read once, whatever the number of batches; on one core, since each has a process
    coder = load(places, model="encoder" if model == "encoder" else None, threads=1)
    # what is loaded stays as long as the process: the collector need not look at it at every round
    gc.freeze()
    return coder
