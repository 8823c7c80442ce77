"""The record file: articles, claims with their evidence, control claims, rejections and runs."""

from sijill.store.record import Counts, Record, Run

__all__ = ["Counts", "Record", "Run"]
