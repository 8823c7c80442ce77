"""Full-text search: an index of the folded words of every article, and hits with snippets of the raw text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from sijill.arabic.folding import fold
from sijill.arabic.index_words import IndexWord, attached_forms, index_words, query_terms
from sijill.errors import RecordError
from sijill.store import schema

WINDOW = 200
"""Characters of a snippet, at most; words are kept whole."""
_BEFORE = 60
_BATCH = 500

# `rowid` and `seq` are the number of the article's entry in the audit chain: unlike SQLite's own row numbers of a
# table with a textual key it never changes. The words of an article are kept once each, without positions:
# the few articles that have all words of a query are read again for phrases and snippets.
MAKE = {
    "sqlite": ("CREATE VIRTUAL TABLE search USING "
               "fts5(words, content='', columnsize=0, detail=none, tokenize='ascii')",),
    "postgresql": ("CREATE TABLE search (seq INTEGER PRIMARY KEY, words TEXT[] NOT NULL)",
                   "CREATE INDEX ix_search_words ON search USING gin (words)"),
}
_ADD = {"sqlite": "INSERT INTO search (rowid, words) VALUES (:seq, :words)",
        "postgresql": "INSERT INTO search (seq, words) VALUES (:seq, string_to_array(:words, ' '))"}
_EMPTY = {"sqlite": "INSERT INTO search (search) VALUES ('delete-all')", "postgresql": "TRUNCATE search"}


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has what was searched; offsets are half-open code points of its raw text.

    `start` and `end` bound the snippet, `spans` are the words found in the text, in order; a hit in the title only has
    none, and its snippet is the beginning of the text.
    """

    article_id: str
    doc_id: str
    source: str | None
    url: str | None
    title: str | None
    published: str | None
    start: int
    end: int
    snippet: str
    spans: tuple[tuple[int, int], ...]


def words_of(title: str | None, article: str) -> str:
    """What the index holds of an article: its words, once each, parted by spaces."""
    return " ".join(sorted({word.form for word in (*index_words(title or ""), *index_words(article))}))


def add_words(connection: Connection, rows: Iterable[tuple[int, str | None, str]]) -> None:
    """Index articles, given as the number of their entry, title and text; in the transaction that adds them."""
    entries = [{"seq": seq, "words": words_of(title, article)} for seq, title, article in rows]
    if entries:
        connection.execute(text(_ADD[connection.dialect.name]), entries)


def rebuild(connection: Connection) -> int:
    """Make the index anew from the articles; how many there are."""
    connection.execute(text(_EMPTY[connection.dialect.name]))
    return fill(connection)


def fill(connection: Connection) -> int:
    """Index every article of a record whose index is empty; how many there are."""
    count, last = 0, 0
    while rows := list(indexed(connection, last)):
        add_words(connection, [(row.seq, row.title, row.text) for row in rows])
        count, last = count + len(rows), rows[-1].seq
    return count


def indexed(connection: Connection, after: int) -> Iterator[Any]:
    """The next articles to be indexed after an entry of the chain: seq, id, title, text."""
    entries, articles = schema.audit.c, schema.articles.c
    query = select(entries.seq, articles.id, articles.title, articles.text).select_from(schema.audit).join(
        schema.articles, articles.id == entries.row_id).where(entries.kind == "article", entries.seq > after)
    yield from connection.execute(query.order_by(entries.seq).limit(_BATCH))


def search(connection: Connection, query: str, *, source: str | None, first: str | None, last: str | None,
           where: str) -> Iterator[Hit]:
    """Articles that have every word and quoted phrase of a query, the latest first, those of unknown date last.

    `source` is a publisher's name, folded; `first` and `last` are ISO days of publication. RecordError if the query
    holds no word.
    """
    terms = query_terms(query)
    if not terms:
        raise RecordError("the query holds no word", where=where,
                          next_step="Write one or more words; quote those that must follow each other")
    forms = [[frozenset(attached_forms(form)) for form in term] for term in terms]
    wanted = fold(source).text.casefold() if source else None
    for row in _candidates(connection, [one for term in forms for one in term], first, last):
        try:
            if wanted and fold(row.source or "").text.casefold() != wanted:
                continue
            hit = _hit(row, forms)
        except TypeError as error:
            raise RecordError("the text of an article is no text", where=row.id,
                              next_step="See what was changed with: sijill verify FILE") from error
        if hit:
            yield hit


def _candidates(connection: Connection, words: Sequence[frozenset[str]], first: str | None,
                last: str | None) -> Iterator[Any]:
    """Articles that have one of the forms of every word, whatever their order."""
    if connection.dialect.name == "sqlite":
        match = " AND ".join("(" + " OR ".join(f'"{form}"' for form in sorted(forms)) + ")" for forms in set(words))
        found = text("SELECT rowid AS seq FROM search WHERE search MATCH :match").bindparams(match=match)
    else:
        sets = [" ".join(sorted(forms)) for forms in set(words)]
        asked = " AND ".join(f"words && string_to_array(:f{number}, ' ')" for number in range(len(sets)))
        found = text(f"SELECT seq FROM search WHERE {asked}").bindparams(
            *(bindparam(f"f{number}", forms) for number, forms in enumerate(sets)))
    articles, entries = schema.articles.c, schema.audit.c
    hits = found.columns(entries.seq).subquery()
    query = select(articles.id, articles.doc_id, articles.source, articles.url, articles.title, articles.published,
                   articles.text).select_from(schema.articles).join(
        schema.audit, entries.row_id == articles.id).join(hits, hits.c.seq == entries.seq)
    if first:
        query = query.where(articles.published >= first)
    if last:
        query = query.where(articles.published <= last)
    query = query.where(entries.kind == "article").order_by(
        articles.published.is_(None), articles.published.desc(), articles.doc_id, articles.id)
    yield from connection.execution_options(stream_results=True).execute(query)


def _hit(row: Any, terms: Sequence[Sequence[frozenset[str]]]) -> Hit | None:
    words, heading = index_words(row.text), index_words(row.title or "")
    spans: set[tuple[int, int]] = set()
    for term in terms:
        found = _found(words, term)
        if not found and not _found(heading, term):
            return None
        spans.update(found)
    ordered = sorted(spans)
    start, end = _window(words, ordered, len(row.text))
    return Hit(row.id, row.doc_id, row.source, row.url, row.title, row.published, start, end, row.text[start:end],
               tuple(ordered))


def _found(words: Sequence[IndexWord], term: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """The offsets of every place where the words of a term follow each other."""
    return [(words[at].start, words[at + len(term) - 1].end) for at in range(len(words) - len(term) + 1)
            if all(words[at + step].form in forms for step, forms in enumerate(term))]


def _window(words: Sequence[IndexWord], spans: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    """The stretch of whole words that holds most of the spans."""
    if not words:
        return 0, min(length, WINDOW)
    best = 0
    if spans:
        at = max(spans, key=lambda span: (sum(span[0] <= other[0] and other[1] <= span[0] + WINDOW - _BEFORE
                                              for other in spans), -span[0]))
        best, least_end = max(0, at[0] - _BEFORE), at[1]
    else:
        least_end = 0
    start = next((word.start for word in words if word.start >= best), words[0].start)
    ends = [word.end for word in words if word.end <= start + WINDOW]
    return start, max([least_end, *ends[-1:]])
