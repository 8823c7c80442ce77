"""The derived tables of a record: what linking keeps of articles and claims, and the events it makes.

They hold nothing that cannot be rebuilt from articles, claims and decisions, so they stand outside the audit chain.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Integer, LargeBinary, String, Table, Text

from sijill.store.schema import metadata

linked_articles = Table(
    "linked_articles", metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("source_id", String),
    Column("bloc", String, nullable=False),
    # the article that this one reprints; null where it is an original
    Column("copy_of", String, index=True),
    # null where the text is too short to tell copies by
    Column("signature", LargeBinary),
)

copy_keys = Table(
    "copy_keys", metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    sqlite_with_rowid=False,
)

linked_claims = Table(
    "linked_claims", metadata,
    Column("claim_row", ForeignKey("claims.id"), primary_key=True, autoincrement=False),
    Column("claim_id", String, nullable=False, unique=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    # null until the claim is linked, as all that follows
    Column("event_id", String, index=True),
    Column("position", Integer),
    Column("other", String),
    Column("weight", Float),
    Column("contributions", Text),
    Column("by", String),
    # how often what the claim hangs together with was cut (sijill.link.cuts)
    Column("cuts", Integer),
)

claim_keys = Table(
    "claim_keys", metadata,
    # a block key and, in its last two bits, the claim's kind (sijill.link.blocks)
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("claim_row", ForeignKey("claims.id"), primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

claim_ties = Table(
    "claim_ties", metadata,
    # every pair of claims that may tell one event, from both sides
    Column("one", ForeignKey("claims.id"), primary_key=True, autoincrement=False),
    Column("other", ForeignKey("claims.id"), primary_key=True, autoincrement=False),
    Column("weight", Float, nullable=False),
    sqlite_with_rowid=False,
)

events = Table(
    "events", metadata,
    Column("id", String, primary_key=True),
    Column("event_type", String, nullable=False, index=True),
    Column("sub_event_type", String, index=True),
    Column("earliest", String, index=True),
    Column("latest", String, index=True),
    Column("time_precision", Integer),
    Column("status", String, nullable=False, index=True),
    Column("one_sided", String),
    # the best number of killed over all tolls; null where no claim gives one
    Column("killed", Integer, index=True),
    Column("claims", Integer, nullable=False),
    # the fields with their readings, tolls and blocs
    Column("fields", Text, nullable=False),
)

event_places = Table(
    "event_places", metadata,
    Column("event_id", ForeignKey("events.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("place_id", String, index=True),
    Column("lat", Float, index=True),
    Column("lon", Float),
)

event_names = Table(
    "event_names", metadata,
    Column("event_id", ForeignKey("events.id"), primary_key=True),
    # the folded name of a place or of what contains it
    Column("key", String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

event_actors = Table(
    "event_actors", metadata,
    Column("event_id", ForeignKey("events.id"), primary_key=True),
    Column("actor", String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

event_outlets = Table(
    "event_outlets", metadata,
    Column("event_id", ForeignKey("events.id"), primary_key=True),
    # the publisher's folded name, its id in the table of sources, or its bloc, after what it is
    Column("key", String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

linkings = Table(
    "linkings", metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("settings", String, nullable=False),
    Column("whole", Integer, nullable=False),
    Column("fresh", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
)

linked_decisions = Table(
    "linked_decisions", metadata,
    Column("decision_id", String, primary_key=True),
)
EVENT_TABLES = (event_places, event_names, event_actors, event_outlets)
"""The tables that an event's row is found by."""
