"""Where articles came from: the bytes of each, kept in the archive, and a sealed row that leads both ways."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Row, func, insert, or_, select, update

from sijill.acquire.articles import Article, Origin
from sijill.acquire.http_blocks import is_block
from sijill.errors import RecordError
from sijill.store import schema
from sijill.store.chain import Chain
from sijill.store.warc_file import Entry, WarcFile, is_something_else, walk

ARCHIVE = ".warc.gz"
"""How the archive of a record's bytes ends, where its record ends in .sijill."""
NO_ARCHIVE = "none"
"""Given as the name of an archive: bytes are neither kept nor looked at."""
CONFORMS_TO = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"

_OURS = ".sijill"


@dataclass(frozen=True, slots=True)
class Given:
    """The bytes of an article that is added to a record: what they are, and the address that they came from."""

    origin: Origin
    target: str
    sha256: str

    @classmethod
    def of(cls, article: Article) -> Given | None:
        """Those of an article that was read; None if it does not say them."""
        origin = article.origin
        if origin is None:
            return None
        where = article.where.removesuffix(f", {origin.part}") if origin.part else article.where
        return cls(origin, origin.url or f"file:{quote(where)}", origin.sha256)

    def steps(self) -> Iterator[Given]:
        """These bytes, and the redirects that led to them, from the address that was asked for on."""
        yield self
        count = len(self.origin.redirects)
        for number, one in enumerate(self.origin.redirects, start=1):
            origin = Origin(one.answer, self.origin.media_type, one.at, f"redirect {number} of {count}", url=one.url,
                            address=one.machine, request=one.request)
            yield Given(origin, one.url, origin.sha256)


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article of a record came from, as its record says; `found` pairs fields with where each was found."""

    article_id: str
    sha256: str
    size: int
    exact: bool
    media_type: str
    at: str
    target: str
    part: str | None
    found: dict[str, str]
    tool: str
    warc_record: str
    offset: int | None
    length: int | None


def archive_beside(record: str | Path) -> Path | None:
    """The archive of a record file; None for a database of a server."""
    if "://" in str(record):
        return None
    path = Path(record)
    return path.with_name(path.name.removesuffix(_OURS) + ARCHIVE)


def archive_of(record: str | Path, archive: str | Path | None) -> Path | None:
    """The archive that a user names for a record, or the one beside it; None where there is to be none."""
    if archive is None:
        return archive_beside(record)
    return None if str(archive) == NO_ARCHIVE else Path(archive)


class Keeper:
    """Keeps the bytes of articles in the archive of a record, and writes their rows."""

    def __init__(self, path: Path, tool: str) -> None:
        if path.is_file() and is_something_else(path):
            raise RecordError("this file is no web archive: it would be overwritten", where=str(path),
                              next_step="Name another file with --archive, or move this one away")
        self._path, self._tool = path, tool
        self._file: WarcFile | None = None
        self._info: str | None = None

    def keep(self, connection: Connection, chain: Chain, given: Sequence[tuple[str, Given]]) -> None:
        """Keep the bytes of articles (id and bytes), with what led to them; what is kept already is not kept twice.

        Within the transaction that writes the articles: their bytes are on the disk before their rows are.
        """
        table = schema.origins.c
        keys = [key for key, _ in given]
        there = {tuple(row) for row in connection.execute(
            select(table.article_id, table.sha256, table.target).where(table.article_id.in_(keys)))}
        fresh = list({(key, step.sha256, step.target): (key, step) for key, one in given
                      if (key, one.sha256, one.target) not in there
                      for step in one.steps() if (key, step.sha256, step.target) not in there}.values())
        if not fresh:
            return
        kept = {(row.sha256, row.target): (row.warc_record, row.offset, row.length) for row in connection.execute(
            select(table.sha256, table.target, table.warc_record, table.offset, table.length)
            .where(table.sha256.in_([one.sha256 for _, one in fresh])))}
        wanted = {(one.sha256, one.target): one for _, one in fresh if (one.sha256, one.target) not in kept}
        kept |= self._write(connection, list(wanted.values()))
        first = _last(connection) + 1
        rows = []
        for number, (key, one) in enumerate(fresh, start=first):
            origin = one.origin
            name, offset, length = kept[one.sha256, one.target]
            rows.append({
                "id": number, "article_id": key, "sha256": one.sha256, "size": len(origin.data),
                "exact": int(origin.exact), "media_type": origin.media_type, "at": origin.at, "target": one.target,
                "part": origin.part, "found": json.dumps(dict(origin.found), ensure_ascii=False, sort_keys=True),
                "tool": self._tool, "warc_record": name, "offset": offset, "length": length})
            chain.add("origin", number, {"origins": rows[-1:]})
        connection.execute(insert(schema.origins), rows)

    def _write(self, connection: Connection, wanted: Sequence[Given]) -> dict[tuple[str, str], tuple[str, int, int]]:
        if not wanted:
            return {}
        if self._file is None:
            table = schema.origins.c
            self._file = WarcFile(self._path, connection.execute(
                select(func.coalesce(func.max(table.offset + table.length), 0))).scalar_one())
        entries, names, order = [], [], []
        if self._info is None:
            self._info = f"urn:uuid:{uuid.uuid4()}"
            entries.append(_info(self._info, self._tool, wanted[0].origin.at))
        for one in wanted:
            name, entry = _entry(one, self._info)
            if one.origin.request is not None:
                entries.append(_request(one, one.origin.request, name, self._info))
            names.append(name)
            order.append(len(entries))
            entries.append(entry)
        places = self._file.append(entries)
        return {(one.sha256, one.target): (name, *places[at])
                for one, name, at in zip(wanted, names, order, strict=True)}


def _info(name: str, tool: str, at: str) -> Entry:
    block = f"software: {tool}\r\nformat: WARC File Format 1.1\r\nconformsTo: {CONFORMS_TO}\r\n".encode()
    return Entry((("WARC-Type", "warcinfo"), ("WARC-Record-ID", f"<{name}>"), ("WARC-Date", _utc(at)),
                  ("Content-Type", "application/warc-fields")), block)


def _entry(one: Given, info: str) -> tuple[str, Entry]:
    origin = one.origin
    raw = hashlib.blake2b(json.dumps([one.sha256, one.target, origin.at]).encode(), digest_size=16).digest()
    name = f"urn:uuid:{uuid.UUID(bytes=raw, version=5)}"
    answer = origin.media_type.startswith("application/http") and is_block(origin.data)
    headers = [("WARC-Type", "response" if answer else "resource"), ("WARC-Record-ID", f"<{name}>"),
               ("WARC-Date", _utc(origin.at)), ("WARC-Target-URI", one.target), ("WARC-Warcinfo-ID", f"<{info}>"),
               ("WARC-Block-Digest", f"sha256:{one.sha256}"),
               ("Content-Type", "application/http; msgtype=response" if answer else origin.media_type)]
    if origin.address:
        headers.append(("WARC-IP-Address", origin.address))
    return name, Entry(tuple(headers), origin.data)


def _request(one: Given, sent: bytes, answer: str, info: str) -> Entry:
    """The record of what was sent to get an answer, which stands before it in the archive."""
    name = uuid.uuid5(uuid.UUID(answer), "request")
    headers = [("WARC-Type", "request"), ("WARC-Record-ID", f"<urn:uuid:{name}>"), ("WARC-Date", _utc(one.origin.at)),
               ("WARC-Target-URI", one.target), ("WARC-Warcinfo-ID", f"<{info}>"),
               ("WARC-Concurrent-To", f"<{answer}>"),
               ("WARC-Block-Digest", f"sha256:{hashlib.sha256(sent).hexdigest()}"),
               ("Content-Type", "application/http; msgtype=request")]
    if one.origin.address:
        headers.append(("WARC-IP-Address", one.origin.address))
    return Entry(tuple(headers), sent)


def _utc(at: str) -> str:
    return at.replace("+00:00", "Z")


def _last(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(schema.origins.c.id), 0))).scalar_one())


def sources(connection: Connection, articles: Iterable[str]) -> list[Source]:
    """Where some articles came from, in the order in which it was written."""
    table = schema.origins.c
    return [_source(row) for row in connection.execute(
        select(schema.origins).where(table.article_id.in_(list(articles))).order_by(table.id))]


def _source(row: Row[Any]) -> Source:
    return Source(row.article_id, row.sha256, row.size, bool(row.exact), row.media_type, row.at, row.target, row.part,
                  json.loads(row.found), row.tool, row.warc_record, row.offset, row.length)


def find_articles(connection: Connection, wanted: str) -> list[str]:
    """The ids of the articles that an id (or its beginning) may mean: of the article, its claim, or its bytes' SHA-256.

    A document's own id counts only whole.
    """
    articles, claims, origins = schema.articles.c, schema.claims.c, schema.origins.c

    def begins(column: Any) -> Any:
        return func.substr(column, 1, len(wanted)) == wanted

    queries = (
        select(articles.id).where(or_(articles.doc_id == wanted, begins(articles.id))),
        select(claims.article_id).where(begins(claims.claim_id)),
        select(origins.article_id).where(begins(origins.sha256)),
    )
    for query in queries:
        found = list(dict.fromkeys(str(key) for key in connection.execute(query).scalars()))
        if found:
            return found
    return []


def index_archive(connection: Connection, path: Path) -> int:
    """Look through an archive and note anew where each record stands; how many rows now have a place in it."""
    with path.open("rb") as stream:
        places = {member.record_id: (member.offset, member.length) for member in walk(stream) if not member.fault}
    table = schema.origins
    found = 0
    for number, name in list(connection.execute(select(table.c.id, table.c.warc_record))):
        offset, length = places.get(name, (None, None))
        found += offset is not None
        connection.execute(update(table).where(table.c.id == number).values(offset=offset, length=length))
    return found
