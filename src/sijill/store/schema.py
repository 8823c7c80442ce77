"""The tables of a record. Offsets are half-open code points of `articles.text`; dates are ISO days.

Articles with their origins, claims with their arguments, control claims, rejections, decisions, runs, acts of
administration and blind codings (`sijill.store.coding_tables`) are only ever added to, and every row of them enters
the audit chain (`sijill.store.chain`).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

APPLICATION_ID = 0x534A4C31
"""SQLite's application id of a record file ("SJL1")."""
HEAD = "0009"
"""The newest migration."""

metadata = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
})

runs = Table(
    "runs", metadata,
    Column("id", Integer, primary_key=True),
    Column("version", String, nullable=False),
    Column("settings_hash", String, nullable=False),
    Column("data_checksums", Text, nullable=False),
    Column("started_at", String, nullable=False),
    Column("finished_at", String),
    Column("read", Integer),
    Column("kept", Integer),
    Column("repeated", Integer),
    Column("rejected", Integer),
    CheckConstraint("read IS NULL OR read = kept + repeated + rejected", name="adds_up"),
)

articles = Table(
    "articles", metadata,
    Column("id", String, primary_key=True),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("doc_id", String, nullable=False, index=True),
    Column("source", String),
    Column("url", String),
    Column("title", String),
    Column("published", String),
    Column("sha256", String, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("original", Text),
)

claims = Table(
    "claims", metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("position", Integer, nullable=False),
    # the id that `sijill code` prints as event_id: ledger.Claim.id
    Column("claim_id", String, nullable=False, index=True),
    Column("event_type", String, nullable=False),
    Column("sub_event_type", String, nullable=False, index=True),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("trigger_token", Integer, nullable=False),
    Column("trigger_text", String, nullable=False),
    Column("trigger_type", String, nullable=False),
    Column("lemma", String, nullable=False),
    Column("form", String, nullable=False),
    Column("frame", String, nullable=False),
    Column("rule", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("time_start", Integer),
    Column("time_end", Integer),
    Column("earliest", String, index=True),
    Column("latest", String),
    Column("time_rule", String, nullable=False),
    Column("factuality", String, nullable=False),
    Column("factuality_rule", String, nullable=False),
    # the number of the coding step that made it, where people settled an event that the machine had not read
    Column("settled", Integer, index=True),
    UniqueConstraint("article_id", "position"),
    CheckConstraint("trigger_start >= 0 AND trigger_start < trigger_end", name="trigger_span"),
    CheckConstraint("factuality IN ('asserted', 'denied', 'planned', 'uncertain')", name="factuality"),
)


def _grounded() -> tuple[Column[Any], ...]:
    """Where a place is: columns to select by, and all that is known of it as JSON."""
    return (
        Column("place_id", String, index=True),
        Column("lat", Float),
        Column("lon", Float),
        Column("radius_km", Float),
        Column("geo_precision", Integer),
        Column("grounding", Text),
    )


arguments = Table(
    "arguments", metadata,
    Column("id", Integer, primary_key=True),
    Column("claim_row", ForeignKey("claims.id"), nullable=False),
    Column("role", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", String, nullable=False),
    # an actor's id, a place's name, the kind of a speaker or of a casualty; null for a weapon
    Column("value", String, index=True),
    Column("extent", String),
    Column("within", String),
    Column("low", Integer),
    Column("high", Integer),
    Column("who", String),
    Column("rule", String, nullable=False),
    Column("score", Float),
    *_grounded(),
    UniqueConstraint("claim_row", "role", "position"),
    CheckConstraint("start >= 0 AND start <= \"end\"", name="span"),
)

control_claims = Table(
    "control_claims", metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("claim_row", ForeignKey("claims.id")),
    Column("holder", String, nullable=False, index=True),
    Column("polarity", String, nullable=False),
    Column("at", String),
    Column("start", Integer),
    Column("end", Integer),
    Column("text", String),
    Column("place_start", Integer, nullable=False),
    Column("place_end", Integer, nullable=False),
    Column("place_name", String, nullable=False, index=True),
    Column("extent", String, nullable=False),
    Column("within", String),
    Column("place_rule", String, nullable=False),
    Column("place_score", Float, nullable=False),
    Column("rule", String, nullable=False),
    *_grounded(),
    UniqueConstraint("article_id", "position"),
    CheckConstraint("polarity IN ('holds', 'lost')", name="polarity"),
)

origins = Table(
    "origins", metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
    # of the bytes as they came, in hexadecimal; `size` counts them
    Column("sha256", String, nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("exact", Integer, nullable=False),
    Column("media_type", String, nullable=False),
    Column("at", String, nullable=False),
    # the address that they came from: of the web, or file:
    Column("target", String, nullable=False),
    Column("part", String),
    Column("found", Text, nullable=False),
    Column("tool", String, nullable=False),
    Column("warc_record", String, nullable=False),
    # where that stands in the archive: derived from it, and not sealed
    Column("offset", BigInteger),
    Column("length", BigInteger),
)

rejected = Table(
    "rejected", metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("where", String, nullable=False),
    Column("line", Integer),
    Column("code", String, nullable=False),
    Column("reason", String, nullable=False),
    Index(None, "run_id"),
)

decisions = Table(
    "decisions", metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("verb", String, nullable=False),
    # claim ids as a JSON list, in the order given
    Column("claims", Text, nullable=False),
    Column("field", String),
    Column("value", Text),
    Column("note", Text),
    CheckConstraint("verb IN ('accept', 'reject', 'correct', 'same', 'different', 'withdraw')", name="verb"),
)

administration = Table(
    "administration", metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("verb", String, nullable=False),
    # the name of an account, or the id of an article
    Column("subject", String, nullable=False),
    # JSON: a role, or who may read an article
    Column("value", Text),
    CheckConstraint("verb IN ('add', 'role', 'disable', 'enable', 'password', 'restrict', 'release')", name="verb"),
)

# what is changed and thrown away stands outside the chain: hashes of passwords, and who is signed in
credentials = Table(
    "credentials", metadata,
    Column("name", String, primary_key=True),
    Column("hash", String, nullable=False),
)

sessions = Table(
    "sessions", metadata,
    # of the session's id, which the browser alone holds
    Column("digest", String, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("until", String, nullable=False),
)

audit = Table(
    "audit", metadata,
    Column("seq", Integer, primary_key=True),
    Column("form", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("row_id", String, nullable=False),
    Column("at", String, nullable=False),
    # BLAKE2b-256 of every value of the rows that this entry covers, in hexadecimal
    Column("content", String, nullable=False),
    # two bytes a value: they name the row and column that changed, where `content` says that one did
    Column("marks", LargeBinary, nullable=False),
    # rows of each table up to this entry, JSON
    Column("totals", Text, nullable=False),
    # BLAKE2b-256 of the entry before and of all the columns above
    Column("digest", String, nullable=False),
    Index(None, "kind", "row_id"),
)

audit_head = Table(
    "audit_head", metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("digest", String, nullable=False),
    Column("totals", Text, nullable=False),
    CheckConstraint("id = 1", name="single"),
)
