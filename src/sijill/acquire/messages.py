"""E-mail (.eml, mbox) and pages saved as MHTML: each message an article."""

from __future__ import annotations

import email
import email.policy
import email.utils
import functools
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

from sijill import resources
from sijill.acquire.articles import BadMessage, Origin, Rejected
from sijill.acquire.decoding import decode
from sijill.acquire.reading import Defaults, Item, Stream, article, faults_named, page_article
from sijill.errors import ArticleRejected

MAX_MESSAGE = 30_000_000
"""Bytes of one message with its attachments."""
MAX_PARTS = 500
"""Parts of one message that are looked at."""

_PARTERS = re.compile(r"[._+\-\d]+")
_FROM = re.compile(rb"^From \S+")
_QUOTED_FROM = re.compile(rb"^>From ", re.MULTILINE)


def read_message(data: bytes, where: str, defaults: Defaults, part: str | None = None,
                 came: bytes | None = None) -> Item:
    """The article of one message: its text, else its page; BadMessage or another ArticleRejected if it has none.

    `came` are its bytes as they came where `data` is without what its file has added.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        known = _known(message)
        plain, page, charset = _bodies(message)
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError, IndexError, AssertionError) as error:
        raise BadMessage(f"the message is damaged: {type(error).__name__}", next_step="Save it again") from error
    origin = Origin(came or data, "message/rfc822", defaults.at, part, found=tuple(
        (name, "message header") for name in ("published", "source", "title") if known.get(name)))
    if page is not None and (known.get("url") or not plain):
        if known.get("url"):
            known = {"url": known["url"], "from": "saved page"}
        return page_article(page, where, known, defaults, origin, charset)
    if plain is None:
        raise BadMessage("the message has no text", next_step="Leave it out")
    return article(plain, where, None, known, defaults, origin)


def _known(message: EmailMessage) -> dict[str, Any]:
    try:
        # reading the header parses its date
        date = str(message.get("Date", ""))
        published = email.utils.parsedate_to_datetime(date).date() if date else None
    except (ValueError, TypeError, IndexError, OverflowError):
        published = None
    location = str(message.get("Snapshot-Content-Location", "") or message.get("Content-Location", "")).strip()
    subject = " ".join(str(message.get("Subject", "")).split())
    return {"doc_id": str(message.get("Message-ID", "")).strip().strip("<>") or None, "title": subject or None,
            "source": _publisher(message), "published": published, "from": "message header",
            "url": location if location.startswith(("http://", "https://")) else None}


def _publisher(message: EmailMessage) -> str | None:
    """The outlet or newsletter that sends a message, or its list; None where a person may have written it.

    People who write to a documenter are no publishers: their names and addresses stay in the bytes of the message.
    """
    said, address = email.utils.parseaddr(str(message.get("From", "")))
    local, _, host = address.lower().rpartition("@")
    closed = str(message.get("List-Post", "NO")).strip().upper().startswith("NO")
    if _is_office(local) or (closed and message.get("List-Unsubscribe")):
        return _name(said) or host or None
    return _name(str(message.get("List-Id", "")).partition("<")[0])


def _is_office(local: str) -> bool:
    parts = [part for part in _PARTERS.split(local) if part]
    return bool(parts) and _offices().issuperset(parts)


@functools.cache
def _offices() -> frozenset[str]:
    return frozenset(resources.toml("mail.toml")["offices"])


def _name(said: str) -> str | None:
    """A name in one line, without quotes; None if it is empty or an address."""
    name = " ".join(said.split()).strip("\"' ")
    return None if "@" in name else name or None


def _bodies(message: EmailMessage) -> tuple[str | None, bytes | None, str | None]:
    """The message's text, its page's bytes, and the encoding that the page's part declares."""
    plain, page, charset = None, None, None
    for number, part in enumerate(message.walk()):
        if number > MAX_PARTS:
            break
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and plain is None:
            payload = part.get_payload(decode=True)
            plain = _text(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
        elif kind == "text/html" and page is None:
            payload = part.get_payload(decode=True)
            page, charset = (payload if isinstance(payload, bytes) else b""), part.get_content_charset()
    return (plain if plain and plain.strip() else None), page, charset


def _text(payload: bytes, charset: str | None) -> str:
    if charset and charset.lower() not in ("us-ascii", "ascii"):
        try:
            return payload.decode(charset).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(payload).replace("\r\n", "\n") if payload.strip() else ""


def read_mbox(stream: Stream, first: bytes, where: str, defaults: Defaults) -> Iterator[Item]:
    """Each message of an mbox file; one that is too large or damaged is a rejection."""
    number, size, lines = 0, 0, list[bytes]()
    line = first
    blank = True
    while True:
        starts = blank and _FROM.match(line) is not None
        if (starts or not line) and number:
            yield _message(lines, size, where, number, defaults)
        if not line:
            break
        if starts:
            number, size, lines = number + 1, 0, []
        else:
            size += len(line)
            if size <= MAX_MESSAGE:
                lines.append(line)
            else:
                lines.clear()
        blank = line in (b"\n", b"\r\n")
        line = stream.readline(1_000_000)
    if not number:
        raise BadMessage("no message in the file",
                         next_step="A line that begins with From and a space begins a message")


def _message(lines: list[bytes], size: int, where: str, number: int, defaults: Defaults) -> Item:
    place = f"{where}, message {number}"
    try:
        if size > MAX_MESSAGE:
            raise BadMessage(f"larger than {MAX_MESSAGE // 1_000_000} MB", next_step="Leave it out")
        came = b"".join(lines)
        with faults_named():
            return read_message(_QUOTED_FROM.sub(b"From ", came), place, defaults, f"message {number}", came)
    except ArticleRejected as error:
        return Rejected.of(error, place)
