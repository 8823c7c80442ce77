"""What reading gives: articles to be coded, and rows that say why something could not be read."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
from dataclasses import dataclass, field

from sijill.errors import ArticleRejected, SijillError


class EmptyInput(ArticleRejected):
    """There is no text at all."""

    code = "E301"


class NotArabic(ArticleRejected):
    """The text is hardly written in Arabic letters."""

    code = "E302"


class OtherLanguage(ArticleRejected):
    """The text is in another language: Hebrew, or one that uses Arabic letters."""

    code = "E303"


class BinaryInput(ArticleRejected):
    """The bytes are not text."""

    code = "E304"


class TooLarge(ArticleRejected):
    """One article is larger than any article is."""

    code = "E305"


class BrokenEncoding(ArticleRejected):
    """The bytes are UTF-8 that was cut or overwritten."""

    code = "E306"


class BadDate(ArticleRejected):
    """The publication date is no day of the calendar."""

    code = "E307"


class BadJson(ArticleRejected):
    """A line is not a JSON object."""

    code = "E308"


class BadField(ArticleRejected):
    """A JSON object lacks its text, or one of its fields is of the wrong kind."""

    code = "E309"


class Unreadable(ArticleRejected):
    """The file is missing, or may or can not be opened."""

    code = "E310"


class NothingFound(ArticleRejected):
    """A folder or zip file holds no file to read."""

    code = "E311"


class NeedsExtra(ArticleRejected):
    """Reading this needs a library that is not installed."""

    code = "E313"


class Bomb(ArticleRejected):
    """Packed data swells beyond every bound."""

    code = "E314"


class CutShort(ArticleRejected):
    """The end of a packed file or archive is missing, or its middle is damaged."""

    code = "E315"


class BadTable(ArticleRejected):
    """A table has no column for the text, or a row of it cannot be read."""

    code = "E316"


class BadFeed(ArticleRejected):
    """A feed cannot be read, or holds no text."""

    code = "E317"


class RefusedAddress(ArticleRejected):
    """An address is not of the open web: of another scheme, or it leads into a network of one's own."""

    code = "E318"


class NotFetched(ArticleRejected):
    """A server gave no page: it failed, was silent, or answered that there is none.

    `lasting` is False where trying again may help, `wait` the seconds that the server asks to wait, `host` the server
    that asks: where a page was redirected, not the one that was asked for.
    """

    code = "E319"

    def __init__(self, what: str, *, lasting: bool = True, wait: float | None = None, host: str | None = None,
                 where: str | None = None, next_step: str | None = None) -> None:
        super().__init__(what, where=where, next_step=next_step)
        self.lasting, self.wait, self.host = lasting, wait, host

    def __reduce__(self) -> tuple[object, ...]:
        return (_refetch, (self.what, self.lasting, self.wait, self.host, self.where, self.next_step))


def _refetch(what: str, lasting: bool, wait: float | None, host: str | None, where: str | None,
             next_step: str | None) -> NotFetched:
    return NotFetched(what, lasting=lasting, wait=wait, host=host, where=where, next_step=next_step)


class NotAllowed(ArticleRejected):
    """The publisher's robots.txt asks programs not to read the address."""

    code = "E320"


class BadMessage(ArticleRejected):
    """An e-mail or chat message has no text that can be read."""

    code = "E321"


class ReaderFailed(ArticleRejected):
    """A reader broke on what it was given: a fault of Sijill."""

    code = "E322"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was sent to a server for an address, and its answer, byte for byte.

    `at` is an ISO time (UTC), `machine` the IP address that answered.
    """

    url: str
    at: str
    machine: str
    request: bytes
    answer: bytes


@dataclass(frozen=True, slots=True)
class Origin:
    """The bytes an article was made of, as they came, and how they came.

    `at` is an ISO time (UTC), `part` says which part of the bytes the article is, `found` pairs fields
    with where each was found. `exact` is False where the bytes are a rendition (a row of Parquet).
    `url` is the address that they came from (None for a file), `address` the machine that gave them, `request` what
    was sent for them; `redirects` are the exchanges that led there, the address that was asked for first.
    """

    data: bytes
    media_type: str
    at: str
    part: str | None = None
    found: tuple[tuple[str, str], ...] = ()
    exact: bool = True
    url: str | None = None
    address: str | None = None
    request: bytes | None = None
    redirects: tuple[Exchange, ...] = ()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, hexadecimal; reckoned once where the articles of one file follow each other."""
        return _sha256(self.data)


@functools.lru_cache(maxsize=1)
def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """A text to be coded; offsets count in `text`, and `original` is what was given where that was HTML."""

    text: str
    where: str
    line: int | None = None
    doc_id: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: dt.date | None = None
    original: str | None = None
    author: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why something that was to be read did not become an article: file, line (from 1), code and reason.

    `mark` tells an entry of a feed from others wherever it stands in it.
    """

    where: str
    line: int | None
    code: str
    reason: str
    mark: str = field(default="", compare=False)

    @classmethod
    def of(cls, error: SijillError, where: str, line: int | None = None, mark: str = "") -> Rejected:
        """The row for an error raised while reading `where`."""
        reason = error.what
        if error.where:
            reason += f" ({error.where})"
        if error.next_step:
            reason += f". {error.next_step}"
        return cls(where, line, error.code, reason, mark)

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}, line {self.line}"
        return f"[{self.code}] {place}: {self.reason}"


def parse_date(value: object) -> dt.date | None:
    """A day from an ISO date or date with time; None for nothing; BadDate for anything else."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        day = value.strip()
        try:
            if len(day) > 10 and day[10] in "T ":
                dt.datetime.fromisoformat(day)
                day = day[:10]
            return dt.date.fromisoformat(day)
        except ValueError:
            pass
    raise BadDate(f"the publication date {str(value)[:40]!r} is no date",
                  next_step="Write it as year-month-day, such as 2015-06-25")
