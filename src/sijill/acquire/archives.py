"""Web archives (WARC, WACZ): the pages in them, read into articles and rejections."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from sijill.acquire.answers import PAGES, answer_article, body_article
from sijill.acquire.articles import Bomb, CutShort, EmptyInput, Origin, Rejected, TooLarge
from sijill.acquire.extras import need
from sijill.acquire.http_blocks import Answer, charset, is_block, media_type, read_block
from sijill.acquire.pages import MAX_PAGE
from sijill.acquire.reading import Defaults, Item, faults_named
from sijill.acquire.unpacking import Budget, Unzipped, is_gzip, members
from sijill.errors import ArticleRejected

MAX_BLOCK = 16_000_000
"""Bytes of one archived answer that are read; larger ones are films and programs, or a trap."""

_MAGIC = b"WARC/"
_HEADERS = 16_384


def is_archive(data: bytes) -> bool:
    """Whether some bytes begin as an unpacked WARC file does."""
    return data.startswith(_MAGIC)


def read_warc(stream: io.BufferedReader[Any], where: str, defaults: Defaults) -> Iterator[Item]:
    """Each page of a WARC file, packed or not; what is neither page nor text is passed over.

    A file that is cut short gives the pages before the cut, then a rejection; where one packed record swells or is
    damaged, those after it are read.
    """
    watched = _Watched(stream, defaults.budget)
    yield from _records(watched, where, defaults)
    while watched.resumed():
        yield from _records(watched, where, defaults)


def _records(watched: _Watched, where: str, defaults: Defaults) -> Iterator[Item]:
    """Each page up to the end, or to a trouble, which is a rejection."""
    warc = need("fastwarc.warc")
    seen, place = False, where
    try:
        kinds = warc.WarcRecordType.response | warc.WarcRecordType.resource | warc.WarcRecordType.conversion
        for record in warc.ArchiveIterator(watched, record_types=warc.WarcRecordType.any_type, parse_http=False,
                                           stream_detect=False):
            seen = True
            defaults.budget.check()
            headers = {name.lower(): value for name, value in record.headers.items()}
            place = f"{where}, {_url(headers) or headers.get('warc-record-id', '')}"
            if record.record_type & kinds:
                yield from _record(record, headers, place, defaults)
            else:
                _whole(record, record.reader.read(MAX_BLOCK))
            place = where
    except (ArticleRejected, OSError, EOFError, ValueError) as error:
        watched.trouble = watched.trouble or (
            error if isinstance(error, ArticleRejected) else _damaged(str(error)))
        yield Rejected.of(watched.trouble, place)
    else:
        if watched.trouble:
            yield Rejected.of(watched.trouble, where)
        elif seen and watched.in_headers:
            # the archive's reader passes over such a record without a word
            yield Rejected.of(_damaged("the headers of a record have no end"), where)
        elif not seen:
            yield Rejected.of(_damaged("no record in it") if watched.read_any else EmptyInput("the file is empty"),
                              where)


def _damaged(what: str) -> CutShort:
    return CutShort(f"the web archive is cut short or damaged: {what[:200]}",
                    next_step="Get the file again; the pages before are kept")


class _Watched:
    """A stream, packed or not, that knows whether anything was in it; where it breaks, it ends, and `trouble` says why.

    The archive's reader reads ahead: an error raised at once would cost the pages before the damage.
    """

    def __init__(self, stream: io.BufferedReader[Any], budget: Budget) -> None:
        self._given, self._budget = stream, budget
        self._plain: io.BufferedReader[Any] | Unzipped | None = None
        self.read_any = False
        self.trouble: ArticleRejected | None = None
        self._tail = b""

    @property
    def in_headers(self) -> bool:
        """Whether what was read last is the beginning of a record's headers."""
        begun = self._tail.rpartition(b"\r\n\r\n")[2]
        return bool(begun) and (begun.startswith(_MAGIC) or _MAGIC.startswith(begun))

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes."""
        if self.trouble:
            return b""
        try:
            if self._plain is None:
                # unbuffered: a buffer would lose what it holds when the next read fails
                packed = is_gzip(self._given.peek(2)[:2])
                self._plain = Unzipped(self._given, self._budget, apart=True) if packed else self._given
            data = self._plain.read(size)
        except ArticleRejected as error:
            self.trouble = error
            return b""
        self.read_any = self.read_any or bool(data)
        self._tail = (self._tail + data)[-_HEADERS:]
        return data

    def resumed(self) -> bool:
        """Whether it goes on behind a trouble, at the next record that is packed by itself."""
        if not self.trouble or self._budget.spent or not isinstance(self._plain, Unzipped):
            return False
        if not self._plain.skip_to(_MAGIC):
            return False
        self.trouble, self._tail = None, b""
        return True

    def tell(self) -> int:
        """Nowhere: places in the file are not asked for."""
        return 0


def _url(headers: dict[str, str]) -> str | None:
    return headers.get("warc-target-uri", "").strip("<>") or None


def _record(record: Any, headers: dict[str, str], place: str, defaults: Defaults) -> Iterator[Item]:
    url = _url(headers)
    data = record.reader.read(MAX_BLOCK + 1)
    if len(data) > MAX_BLOCK:
        while record.reader.read(MAX_BLOCK):
            pass
        if record.is_http or media_type(headers.get("content-type")) in PAGES:
            yield Rejected.of(TooLarge(f"larger than {MAX_BLOCK // 1_000_000} MB for one archived answer",
                                       next_step="Leave it out"), place)
        return
    _whole(record, data)
    at = headers.get("warc-date") or defaults.at
    declared = headers.get("content-type")
    origin = Origin(data, declared or "application/octet-stream", at, headers.get("warc-record-id"), url=url,
                    address=headers.get("warc-ip-address"))
    web = url if url and url.startswith(("http://", "https://")) else None
    try:
        with faults_named():
            item = _article(data, declared, web, place, defaults, origin)
    except ArticleRejected as error:
        yield Rejected.of(error, place)
    else:
        if item is not None:
            yield item


def _article(data: bytes, declared: str | None, url: str | None, place: str, defaults: Defaults,
             origin: Origin) -> Item | None:
    known = {"url": url, "from": "archive"}
    if is_block(data):
        answer = _unpacked(data, defaults.budget)
        return answer_article(answer, place, known, defaults, origin)
    return body_article(data, media_type(declared), charset(declared), place, known, defaults, origin)


def _unpacked(data: bytes, budget: Budget) -> Answer:
    try:
        answer = read_block(data, MAX_PAGE)
    except Bomb:
        budget.give(MAX_PAGE)
        raise
    budget.give(len(answer.body))
    return answer


def _whole(record: Any, data: bytes) -> None:
    if len(data) < min(int(record.content_length), MAX_BLOCK):
        raise _damaged(f"a record of {record.content_length} bytes ends after {len(data)}")


def read_wacz(stream: IO[bytes], where: str, defaults: Defaults) -> Iterator[Item]:
    """Each page of the WARC files in a WACZ file."""
    found = False
    for member in members(stream, defaults.budget):
        if member.name.startswith("archive/") and member.name.endswith((".warc", ".warc.gz")):
            found = True
            yield from read_warc(member.stream, f"{where}, {member.name}", replace(defaults, budget=member.budget))
    if not found:
        raise EmptyInput("the file holds no web archive", next_step="A WACZ file has archive/*.warc.gz in it")
