"""Claims of the ledger, read from a record: each with the sentence that tells it and its outlet's camp."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.ledger import UNKNOWN_BLOC, Claim
from sijill.store import schema
from sijill.store.linked_tables import linked_articles, linked_claims
from sijill.store.rows import coded_event
from sijill.store.statements import parts

BATCH = 500
"""Claims read at once."""
Span = tuple[int, int]
Where = Callable[[ColumnElement[Any]], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class ClaimBatch:
    """Some claims by their row number, and the texts of their articles by article id."""

    claims: Mapping[int, Claim]
    texts: Mapping[str, str]


def read_claims(connection: Connection, rows: Iterable[int]) -> ClaimBatch:
    """The claims with these row numbers, in the order of the numbers; those that are not prepared are left out."""
    numbers = sorted(set(rows))
    claims: dict[int, Claim] = {}
    texts: dict[str, str] = {}
    for part in parts(numbers):
        batch = _batch(connection, lambda column, part=part: column.in_(part))  # type: ignore[misc]
        claims.update(batch.claims)
        texts.update(batch.texts)
    return ClaimBatch(claims, texts)


def every_claim(connection: Connection) -> Iterator[ClaimBatch]:
    """All prepared claims of a record, in batches and in the order of their row numbers."""
    last = connection.execute(select(func.max(linked_claims.c.claim_row))).scalar() or 0
    for first in range(0, last, BATCH):
        batch = _batch(connection, lambda column, first=first: column.between(first + 1, first + BATCH))  # type: ignore[misc]
        if batch.claims:
            yield batch


def _batch(connection: Connection, chosen: Where) -> ClaimBatch:
    table, prepared, articles = schema.claims, linked_claims, schema.articles
    found = connection.execute(
        select(table, prepared.c.claim_id.label("ledger_id"), prepared.c.sentence_start, prepared.c.sentence_end)
        .join(prepared, prepared.c.claim_row == table.c.id)
        .where(chosen(table.c.id)).order_by(table.c.id)).all()
    arguments: dict[int, dict[str, list[Row[Any]]]] = {row.id: {} for row in found}
    for row in connection.execute(
            select(schema.arguments).where(chosen(schema.arguments.c.claim_row))
            .order_by(schema.arguments.c.claim_row, schema.arguments.c.role, schema.arguments.c.position)):
        if row.claim_row in arguments:
            arguments[row.claim_row].setdefault(row.role, []).append(row)
    of = linked_articles.c
    told_by = {row.id: row for row in connection.execute(
        select(articles.c.id, articles.c.doc_id, articles.c.source, articles.c.url, articles.c.published,
               articles.c.text, of.source_id, of.bloc, of.copy_of)
        .join(linked_articles, of.article_id == articles.c.id, isouter=True)
        .where(articles.c.id.in_(select(table.c.article_id).where(chosen(table.c.id)))))}
    claims = {row.id: _claim(row, arguments[row.id], told_by[row.article_id]) for row in found}
    return ClaimBatch(claims, {key: row.text for key, row in told_by.items()})


def _claim(row: Row[Any], arguments: Mapping[str, Sequence[Row[Any]]], article: Any) -> Claim:
    return Claim(
        row.ledger_id, article.id, article.doc_id, article.source, article.source_id,
        article.bloc or UNKNOWN_BLOC, article.url,
        dt.date.fromisoformat(article.published) if article.published else None, article.copy_of,
        coded_event(row, arguments), article.text[row.sentence_start:row.sentence_end], row.sentence_start)


def sentences_around(text: str, triggers: Sequence[Span]) -> list[Span]:
    """The sentence that each trigger begins in, as (start, end); the trigger itself where it is in none."""
    sentences = split_sentences(text, tokenize(text))
    starts = [sentence.start for sentence in sentences]
    out = []
    for start, end in triggers:
        at = bisect.bisect_right(starts, start) - 1
        inside = at >= 0 and start < sentences[at].end
        out.append((sentences[at].start, sentences[at].end) if inside else (start, end))
    return out
