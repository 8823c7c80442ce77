"""What linking needs to know of each article and claim, found out once and kept: outlets, copies, sentences, keys."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from sijill.link.blocks import keys_of, kind_of
from sijill.link.copies import ArticleText, Signature, find_copies
from sijill.link.outlets import bloc_of, outlet_of
from sijill.link.traits import traits_of
from sijill.records import read_day
from sijill.store import schema
from sijill.store.claims import read_claims, sentences_around
from sijill.store.linked_tables import claim_keys, claim_ties, copy_keys, linked_articles, linked_claims
from sijill.store.statements import insert_rows, parts

BATCH = 500
"""Articles prepared in one transaction."""
KINDS = 3
"""The bits of a key's number that are the kind of the claim."""
_WORD = 1 << 64


class RecordIndex:
    """The copy index over a record: articles by the bands of their signatures; new ones are written by `write`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, ArticleText] = {}
        self._bands: dict[int, list[str]] = {}
        self._asked: set[int] = set()
        self._fresh: dict[str, list[int]] = {}

    def add(self, article: ArticleText, signature: Signature) -> None:
        """Keep an article until it is written."""
        if article.article_id not in self._fresh:
            self._known[article.article_id] = article
            self._fresh[article.article_id] = _band_keys(signature)

    def near(self, signature: Signature) -> Iterable[ArticleText]:
        """Every article of the record or kept here that shares a band, by id."""
        bands = _band_keys(signature)
        # all that was kept is about to be asked for: one look into the record for all of it
        self._look_up({band for own in self._fresh.values() for band in own}.union(bands) - self._asked)
        found = {one for band in bands for one in self._bands.get(band, ())}
        return [self._known[one] for one in sorted(found)]

    def _look_up(self, bands: set[int]) -> None:
        if not bands:
            return
        self._asked |= bands
        wanted = set()
        for part in parts(sorted(bands)):
            for row in self._connection.execute(select(copy_keys).where(copy_keys.c.key.in_(part))):
                self._bands.setdefault(row.key, []).append(row.article_id)
                wanted.add(row.article_id)
        for one, own in self._fresh.items():
            for band in bands.intersection(own):
                self._bands.setdefault(band, []).append(one)
        article, of = schema.articles.c, linked_articles.c
        for part in parts(sorted(wanted.difference(self._known))):
            for row in self._connection.execute(
                    select(article.id, article.text, article.published, of.source_id)
                    .join(linked_articles, of.article_id == article.id).where(article.id.in_(part))):
                self._known[row.id] = ArticleText(row.id, row.text, row.source_id, read_day(row.published))

    def write(self) -> None:
        """Write the bands of the articles that were kept."""
        insert_rows(self._connection, copy_keys, [(band, one) for one, own in self._fresh.items()
                                                  for band in dict.fromkeys(own)])


def _band_keys(signature: Signature) -> list[int]:
    """The bands as numbers that differ by position too."""
    return [_signed((band * 0x9E3779B97F4A7C15 + position) % _WORD) for position, band in enumerate(signature.bands)]


def _signed(number: int) -> int:
    return number - _WORD if number >= _WORD >> 1 else number


def prepare_articles(connection: Connection) -> None:
    """Prepare the next articles that are not yet, earliest first, with their claims.

    Articles without claims are prepared too: they give copies their originals.
    """
    article, of = schema.articles.c, linked_articles.c
    fresh = connection.execute(
        select(article.id, article.source, article.url, article.published, article.text)
        .join(linked_articles, of.article_id == article.id, isouter=True).where(of.article_id.is_(None))
        .order_by(article.published.is_(None), article.published, article.id).limit(BATCH)).all()
    if not fresh:
        # another process has prepared the last ones
        return
    texts = {}
    rows = []
    for row in fresh:
        outlet = outlet_of(row.source, row.url)
        source_id, day = outlet.id if outlet else None, read_day(row.published)
        rows.append({"article_id": row.id, "source_id": source_id, "bloc": bloc_of(row.source, row.url, day),
                     "copy_of": None})
        texts[row.id] = ArticleText(row.id, row.text, source_id, day)
    index = RecordIndex(connection)
    copies = find_copies(texts.values(), index)
    for entry in rows:
        entry["copy_of"] = copies.get(str(entry["article_id"]))
    connection.execute(insert(linked_articles), rows)
    index.write()
    prepare_claims(connection, {row.id: row.text for row in fresh})


def prepare_claims(connection: Connection, texts: dict[str, str], only: Sequence[int] | None = None) -> None:
    """Prepare the claims of articles, given by their texts, or `only` those with these row numbers."""
    claim = schema.claims.c
    by_article: dict[str, list[Any]] = {}
    for row in connection.execute(
            select(claim.id, claim.claim_id, claim.article_id, claim.trigger_start, claim.trigger_end)
            .where(claim.article_id.in_(list(texts))).order_by(claim.id)):
        if only is None or row.id in only:
            by_article.setdefault(row.article_id, []).append(row)
    rows = [
        {"claim_row": row.id, "claim_id": row.claim_id, "article_id": article, "sentence_start": start,
         "sentence_end": end}
        for article, claims in by_article.items()
        for row, (start, end) in zip(claims, sentences_around(
            texts[article], [(row.trigger_start, row.trigger_end) for row in claims]), strict=True)]
    numbers = [int(str(row["claim_row"])) for row in rows]
    # a claim that was linked before keeps its row, and so its event
    there = set(connection.execute(
        select(linked_claims.c.claim_row).where(linked_claims.c.claim_row.in_(numbers))).scalars())
    fresh = [row for row in rows if row["claim_row"] not in there]
    _make_unique(connection, fresh)
    if fresh:
        connection.execute(insert(linked_claims), fresh)
    keyed: list[tuple[int, int]] = []
    for number, read in read_claims(connection, numbers).claims.items():
        traits = traits_of(read)
        kind = kind_of(traits)
        keyed += [(key, number) for key in key_numbers(dict.fromkeys(keys_of(traits), (kind,)))]
    insert_rows(connection, claim_keys, keyed)


def _make_unique(connection: Connection, rows: Sequence[dict[str, object]]) -> None:
    """Claims that an older Sijill coded under two dates bear one id: the later ones get their article's in it."""
    ids = [row["claim_id"] for row in rows]
    taken = set(connection.execute(
        select(linked_claims.c.claim_id).where(linked_claims.c.claim_id.in_(ids))).scalars())
    for row in rows:
        if row["claim_id"] in taken:
            mark = f"{row['claim_id']}\x00{row['article_id']}"
            row["claim_id"] = hashlib.blake2b(mark.encode(), digest_size=8).hexdigest()
        taken.add(str(row["claim_id"]))


def key_numbers(keys: Mapping[str, Iterable[int]]) -> Iterator[int]:
    """Block keys, each with kinds of claims, as signed 64-bit numbers, each once."""
    for key, kinds in keys.items():
        number = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), signed=True) & ~KINDS
        yield from (number | kind for kind in kinds)


def forget_prepared(connection: Connection) -> None:
    """Take out all that was prepared but which event each claim is of, so that it is found out anew."""
    for table in (claim_keys, claim_ties, copy_keys, linked_articles):
        connection.execute(delete(table))
