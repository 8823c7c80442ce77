"""The tables of blind coding: who was given which article, and each step of their work; only ever added to."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, String, Table, Text

from sijill.store.schema import metadata

assignments = Table(
    "assignments", metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
    Column("start", String, nullable=False),
    # the names of those who code it, a JSON list
    Column("coders", Text, nullable=False),
    CheckConstraint("start IN ('machine', 'nothing')", name="start"),
)

coding_steps = Table(
    "coding_steps", metadata,
    Column("id", Integer, primary_key=True),
    Column("assignment", ForeignKey("assignments.id"), nullable=False, index=True),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("verb", String, nullable=False),
    Column("unit", String),
    Column("field", String),
    Column("value", Text),
    CheckConstraint("verb IN ('add', 'drop', 'set', 'undo', 'finish', 'reopen', 'settle', 'keep', 'close')",
                    name="verb"),
)
