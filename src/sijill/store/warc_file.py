"""The archive beside a record: a WARC file of gzip members, appended to, walked, and mended where its end is cut.

Written here and not by a library, since it must also work without any extra: a member is a few lines and a block.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sijill.acquire.locks import locked
from sijill.errors import RecordError

_CHUNK = 262_144
_HEAD_LIMIT = 1_000_000
_GZIP = 31
_GZIP_MAGIC = b"\x1f\x8b"
_WARC = b"WARC/"
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,15})\s*$", re.IGNORECASE | re.MULTILINE)
_BREAKS = str.maketrans("\r\n", "  ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of WARC that is to be written: its headers but for the length, and its block."""

    headers: tuple[tuple[str, str], ...]
    block: bytes


@dataclass(frozen=True, slots=True)
class Member:
    """A record as it stands in the file: where, its headers (names in lower case), its block's SHA-256 and size.

    `fault` says what is wrong with it: all else is then what could be read.
    """

    offset: int
    length: int
    headers: dict[str, str]
    sha256: str
    size: int
    fault: str | None = None

    @property
    def record_id(self) -> str:
        """The record's id without its brackets."""
        return self.headers.get("warc-record-id", "").strip("<>")


class WarcFile:
    """A WARC file that several processes may append to, each with its own `WarcFile`.

    `end` is where whole records are known to end; what lies behind is looked at before anything is appended.
    """

    def __init__(self, path: Path, end: int = 0) -> None:
        self.path = path
        self._end = end

    def append(self, entries: Sequence[Entry]) -> list[tuple[int, int]]:
        """Write records and wait until the disk has them: offset and length of each; RecordError if that fails.

        An end that a crash has cut short is put into a file beside first.
        """
        places: list[tuple[int, int]] = []
        try:
            with self._opened() as stream, locked(stream):
                begin = at = self._mend(stream)
                try:
                    stream.seek(at)
                    for entry in entries:
                        packed = _packed(entry)
                        stream.write(packed)
                        places.append((at, len(packed)))
                        at += len(packed)
                    stream.flush()
                    os.fsync(stream.fileno())
                except OSError:
                    with contextlib.suppress(OSError):
                        stream.truncate(begin)
                    raise
                self._end = at
        except OSError as error:
            raise RecordError(f"the archive cannot be written: {error.strerror}", where=str(self.path),
                              next_step="Free some space or check the permissions, and run the command again: what is "
                              "coded is kept") from error
        return places

    def _opened(self) -> IO[bytes]:
        # "ab" would make it, but not write in the middle of it
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        return os.fdopen(handle, "r+b")

    def _mend(self, stream: IO[bytes]) -> int:
        """Where the last whole record ends; what follows it is moved into a file beside."""
        size = stream.seek(0, os.SEEK_END)
        if size == self._end:
            return size
        end = self._end if self._end < size else 0
        for member in walk(stream, end):
            if member.fault:
                break
            end = member.offset + member.length
        if end < size:
            stream.seek(end)
            stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S%f")
            beside = self.path.with_name(f"{self.path.name}.cut-{stamp}")
            with beside.open("xb") as apart:
                while piece := stream.read(_CHUNK):
                    apart.write(piece)
                apart.flush()
                os.fsync(apart.fileno())
            stream.truncate(end)
        return end


def _packed(entry: Entry) -> bytes:
    lines = [f"{name}: {value.translate(_BREAKS)}" for name, value in entry.headers]
    head = "\r\n".join(["WARC/1.1", *lines, f"Content-Length: {len(entry.block)}", "", ""])
    machine = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
    return b"".join((machine.compress(head.encode("utf-8", "replace")), machine.compress(entry.block),
                     machine.compress(b"\r\n\r\n"), machine.flush()))


def is_something_else(path: Path) -> bool:
    """Whether a file is there that is no archive, nor the broken beginning of one: nothing is to be written to it."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_CHUNK)
    except OSError:
        return False  # told when it is written to
    if not head.startswith(_GZIP_MAGIC[:len(head)]):
        return True
    try:
        return not _WARC.startswith(zlib.decompressobj(_GZIP).decompress(head, len(_WARC)))
    except zlib.error:
        return False


def is_archive(path: Path) -> bool:
    """Whether a file begins with a record of WARC that can be read."""
    with path.open("rb") as stream:
        head = stream.read(_CHUNK)
    try:
        return zlib.decompressobj(_GZIP).decompress(head, len(_WARC)) == _WARC
    except zlib.error:
        return False


def walk(stream: IO[bytes], start: int = 0) -> Iterator[Member]:
    """Each record from an offset on, its block read but not held; one with a fault is the last."""
    at = start
    size = stream.seek(0, os.SEEK_END)
    while at < size:
        member = read_member(stream, at)
        yield member
        if member.fault:
            return
        at += member.length


def read_member(stream: IO[bytes], offset: int, keep: list[bytes] | None = None) -> Member:
    """The record at an offset; its block is put into `keep`, piece by piece, where that is given."""
    stream.seek(offset)
    machine = zlib.decompressobj(_GZIP)
    head, digest, size, length, taken = b"", hashlib.sha256(), 0, -1, 0
    headers: dict[str, str] = {}
    fault: str | None = None
    tail = b""
    while not machine.eof:
        packed = machine.unconsumed_tail or stream.read(_CHUNK)
        if not machine.unconsumed_tail:
            taken += len(packed)
        try:
            piece = machine.decompress(packed, _CHUNK)
        except zlib.error:
            fault = "its bytes are damaged"
            break
        if not packed and not piece and not machine.eof:
            fault = "it is cut short"
            break
        if length < 0:
            head += piece
            found = head.find(b"\r\n\r\n")
            if found < 0:
                if len(head) > _HEAD_LIMIT:
                    fault = "it has no headers"
                    break
                continue
            declared = _LENGTH.search(head[:found])
            if not head.startswith(_WARC) or declared is None:
                fault = "it is no record of WARC"
                break
            length, headers, piece = int(declared[1]), _headers(head[:found]), head[found + 4:]
        block, rest = piece[:length - size], piece[length - size:]
        size += len(block)
        digest.update(block)
        tail = (tail + rest)[:8]
        if keep is not None:
            keep.append(block)
    if fault is None and (length < 0 or size < length or tail != b"\r\n\r\n"):
        fault = "its length is not the one that it declares"
    return Member(offset, taken - len(machine.unused_data), headers, digest.hexdigest(), size, fault)


def _headers(head: bytes) -> dict[str, str]:
    lines = head.decode("utf-8", "replace").split("\r\n")[1:]
    return {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
