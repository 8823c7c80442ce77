"""The record: articles, claims with their evidence, control claims, rejections, decisions and runs, all chained."""

from sijill.store.record import Counts, Record
from sijill.store.run import Run
from sijill.store.verify import verify

__all__ = ["Counts", "Record", "Run", "verify"]
