"""What a record holds, counted: articles, their outlets, the actors of its events, its runs."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, case, func, select

from sijill.arabic.folding import fold
from sijill.ledger import UNKNOWN_BLOC
from sijill.store import schema
from sijill.store.linked_tables import event_actors, linked_articles


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list; `claims` counts those that it makes, `copy_of` is the article that it reprints.

    `begins` are its first letters.
    """

    article_id: str
    doc_id: str
    source: str | None
    source_id: str | None
    bloc: str
    title: str | None
    published: str | None
    copy_of: str | None
    claims: int
    begins: str


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet by the name that its articles give; `copies` counts its reprints, `first` and `last` are days."""

    source: str | None
    source_id: str | None
    bloc: str
    articles: int
    copies: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run of the program that added to the record; read = kept + repeated + rejected."""

    id: int
    version: str
    started_at: str
    finished_at: str | None
    read: int | None
    kept: int | None
    repeated: int | None
    rejected: int | None


def article_lines(connection: Connection, *, without: Collection[str] = (), source: str | None = None,
                  first: dt.date | None = None, last: dt.date | None = None, offset: int = 0,
                  limit: int = 50) -> tuple[list[ArticleLine], int]:
    """A part of the articles, the latest published first, and how many there are; `source` is a name, folded."""
    table, of = schema.articles.c, linked_articles.c
    where: list[ColumnElement[bool]] = []
    if without:
        where.append(table.id.not_in(list(without)))
    if first:
        where.append(table.published >= first.isoformat())
    if last:
        where.append(table.published <= last.isoformat())
    if source:
        wanted = fold(source).text.casefold()
        names = [name for name in connection.execute(select(table.source).distinct()).scalars()
                 if name and fold(name).text.casefold() == wanted]
        where.append(table.source.in_(names))
    total = connection.execute(select(func.count()).select_from(schema.articles).where(*where)).scalar_one()
    claims = select(func.count()).where(schema.claims.c.article_id == table.id).scalar_subquery()
    rows = connection.execute(
        select(table.id, table.doc_id, table.source, of.source_id, of.bloc, table.title, table.published, of.copy_of,
               claims.label("claims"), func.substr(table.text, 1, 160).label("begins"))
        .join(linked_articles, of.article_id == table.id, isouter=True).where(*where)
        .order_by(table.published.is_(None), table.published.desc(), table.doc_id, table.id)
        .offset(offset).limit(limit))
    return [ArticleLine(row.id, row.doc_id, row.source, row.source_id, row.bloc or UNKNOWN_BLOC, row.title,
                        row.published, row.copy_of, row.claims, row.begins) for row in rows], total


def outlet_lines(connection: Connection, *, without: Collection[str] = ()) -> list[OutletLine]:
    """Who published the articles, those with most first."""
    table, of = schema.articles.c, linked_articles.c
    # a reprint of what may not be seen is not told to be one
    copied = case((of.copy_of.not_in(list(without)), of.copy_of)) if without else of.copy_of
    query = select(table.source, of.source_id, of.bloc, func.count().label("articles"),
                   func.count(copied).label("copies"), func.min(table.published).label("first"),
                   func.max(table.published).label("last")).select_from(schema.articles).join(
        linked_articles, of.article_id == table.id, isouter=True)
    if without:
        query = query.where(table.id.not_in(list(without)))
    rows = connection.execute(query.group_by(table.source, of.source_id, of.bloc))
    found = [OutletLine(row.source, row.source_id, row.bloc or UNKNOWN_BLOC, row.articles, row.copies, row.first,
                        row.last) for row in rows]
    return sorted(found, key=lambda line: (-line.articles, line.source or "", line.bloc))


def actor_counts(connection: Connection, *, without: Collection[str] = ()) -> dict[str, int]:
    """How many events each actor takes part in, those of `without` aside."""
    table = event_actors.c
    if without:
        hidden = set(without)
        return dict(Counter(row.actor for row in connection.execute(select(table.event_id, table.actor))
                            if row.event_id not in hidden).most_common())
    rows = connection.execute(select(table.actor, func.count().label("events")).group_by(table.actor))
    return {row.actor: row.events for row in sorted(rows, key=lambda row: (-row.events, row.actor))}


def run_lines(connection: Connection, *, without: Collection[str] = ()) -> list[RunLine]:
    """The runs of the program that added to the record, the newest first; articles of `without` do not count."""
    table, articles = schema.runs.c, schema.articles.c
    rows = connection.execute(select(table.id, table.version, table.started_at, table.finished_at, table.read,
                                     table.kept, table.repeated, table.rejected).order_by(table.id.desc()))
    lines = [RunLine(*row) for row in rows]
    if not without:
        return lines
    gone = Counter(connection.execute(select(articles.run_id).where(articles.id.in_(list(without)))).scalars())
    return [replace(line, read=None if line.read is None else line.read - gone[line.id],
                    kept=None if line.kept is None else line.kept - gone[line.id]) for line in lines]
