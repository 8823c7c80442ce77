"""An answer of HTTP as it is kept in an archive: status line, headers and body, read within bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sijill.acquire.articles import CutShort
from sijill.acquire.unpacking import inflate

_STATUS = re.compile(rb"^HTTP/\d(?:\.\d)?\s+(\d{3})")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_HEAD_LIMIT = 262_144


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (names in lower case) and the body, unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The type without its parameters, in lower case; empty where none is given."""
        return media_type(self.headers.get("content-type"))

    @property
    def charset(self) -> str | None:
        """The encoding that the server declares."""
        return charset(self.headers.get("content-type"))


def media_type(header: str | None) -> str:
    """The media type of a Content-Type header, in lower case."""
    return (header or "").partition(";")[0].strip().lower()


def charset(header: str | None) -> str | None:
    """The encoding that a Content-Type header names; None if it does not."""
    found = _CHARSET.search(header or "")
    return found[1] if found else None


def is_block(data: bytes) -> bool:
    """Whether some bytes begin as an answer of HTTP does."""
    return _STATUS.match(data[:40]) is not None


def read_block(data: bytes, limit: int) -> Answer:
    """The answer in a block of bytes, its body at most `limit` bytes; CutShort or Bomb if it is damaged."""
    status = _STATUS.match(data[:40])
    ends = [(data.find(mark, 0, _HEAD_LIMIT), len(mark)) for mark in (b"\r\n\r\n", b"\n\n")]
    at, length = min(((a, n) for a, n in ends if a >= 0), default=(-1, 0))
    if status is None or at < 0:
        raise CutShort("the archived answer has no headers", next_step="Get the archive again")
    headers: dict[str, str] = {}
    for line in data[:at].splitlines()[1:]:
        name, _, value = line.decode("latin-1").partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    body = data[at + length:]
    if headers.get("transfer-encoding", "").lower() == "chunked" and _CHUNK.match(body):
        body = _joined(body)
    for encoding in reversed(headers.get("content-encoding", "").split(",")):
        body = inflate(body, encoding, limit)
    return Answer(int(status[1]), headers, body)


def _joined(body: bytes) -> bytes:
    """The chunks of a chunked body; a body that only claims to be chunked stays as it is."""
    out: list[bytes] = []
    at = 0
    while at < len(body):
        head = _CHUNK.match(body, at)
        if head is None:
            return body if not out else b"".join(out)
        size = int(head[1], 16)
        if size == 0:
            break
        out.append(body[head.end():head.end() + size])
        at = head.end() + size
    return b"".join(out)
