"""Packed data, unpacked within bounds: gzip and deflate streams, members of zip files."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, cast

from sijill.acquire.articles import Bomb, CutShort
from sijill.acquire.extras import need

SWELL = 200
"""Times its own size that packed data may grow to; text and its markup grow to less than fifty."""
FREE = 64_000_000
"""Bytes that may be unpacked whatever the packed size is."""
SHARES = 4
"""The free bytes are divided among the parts of a file, into no more than so many shares."""
MAX_MEMBERS = 100_000
"""Files of one zip file."""

_CHUNK = 65_536
_DAMAGE = (zipfile.BadZipFile, EOFError, OSError, zlib.error, RuntimeError, ValueError, struct.error)
_BEGINNING = 1024
_KNOWN = 1_000_000
_GZIP = 31
_MAGIC = b"\x1f\x8b"


def is_gzip(data: bytes) -> bool:
    """Whether some bytes begin as gzip does."""
    return data.startswith(_MAGIC)


class Budget:
    """Counts what comes out of packed data, at every depth of packing, against the bytes of the packed data itself.

    What comes out counts for the `outer` budget as well: that of what the data lies in.
    """

    def __init__(self, outer: Budget | None = None, taken: int = 0, shares: int = 1) -> None:
        self.taken = taken
        self._outer, self._shares, self._given = outer, shares, 0

    def part(self, size: int, parts: int) -> Budget:
        """That of one of some parts, of `size` packed bytes: it is spent before that of the whole is."""
        return Budget(self, size, max(1, min(parts, SHARES)))

    def take(self, size: int) -> None:
        """So many bytes more belong to the packed data."""
        self.taken += size

    def give(self, size: int) -> None:
        """So many bytes more come out of it; Bomb if they are too many."""
        self._given += size
        if self._outer:
            self._outer.give(size)
        if self.spent:
            raise swollen(self._given)

    def check(self, more: int = 0) -> None:
        """Bomb if too many bytes came out of it already, or will with so many `more`."""
        if self._over(more):
            raise swollen(self._given + more)
        if self._outer:
            self._outer.check(more)

    @property
    def spent(self) -> bool:
        """Whether too many bytes came out of it already."""
        return self._over(0)

    def _over(self, more: int) -> bool:
        return self._given + more > max(FREE // self._shares, SWELL * self.taken)


class Unzipped(io.RawIOBase):
    """A gzip file (of any number of members) as a raw stream of what is in it.

    Reading raises Bomb where it swells beyond `SWELL` times its size, or beyond the budget of the file that it lies
    in; CutShort where its end is missing or its bytes are damaged. `apart`: each member has a bound of its own.
    """

    def __init__(self, packed: IO[bytes], outer: Budget | None = None, *, apart: bool = False) -> None:
        self._packed, self._apart = packed, apart
        self._own = self._one = Budget(outer)
        self._member = zlib.decompressobj(_GZIP)
        self._chunk = self._waiting = b""
        self._began = -1
        self._inside = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        while True:
            if not self._waiting:
                self._waiting = self._more()
                if self._one is not self._own:
                    self._one.take(len(self._waiting))
            if not self._waiting and not self._inside:
                return 0
            piece = self._piece(len(buffer))
            if piece:
                self._one.give(len(piece))
                buffer[: len(piece)] = piece
                return len(piece)

    def _piece(self, size: int) -> bytes:
        if not self._inside:
            # zeros may fill up the last block of a tape or an upload
            self._waiting = self._waiting.lstrip(b"\x00")
            if not self._waiting:
                return b""
            self._member, self._inside = zlib.decompressobj(_GZIP), True
            self._began = len(self._chunk) - len(self._waiting)
            if self._apart:
                self._one = self._own.part(len(self._waiting), SHARES)
        ended = not self._waiting
        try:
            piece = self._member.decompress(self._waiting, size)
        except zlib.error as error:
            raise CutShort(f"damaged gzip data near byte {self._own.taken}",
                           next_step="Get the file again; what came before is kept") from error
        if self._member.eof:
            self._waiting, self._inside = self._member.unused_data, False
        else:
            self._waiting = self._member.unconsumed_tail
            if ended and not piece:
                raise CutShort(f"the gzip data ends at byte {self._own.taken}, before its end",
                               next_step="Get the file again; what came before is kept")
        return piece

    def _more(self) -> bytes:
        data = self._packed.read(_CHUNK)
        self._own.take(len(data))
        if data:
            # the bytes of a member are known from its beginning on, until it is a long one
            known = self._chunk[self._began:] if self._inside and self._began >= 0 else b""
            self._chunk, self._began = (known + data, 0) if 0 < len(known) < _KNOWN else (data, -1)
        return data

    def skip_to(self, head: bytes) -> bool:
        """Go on behind what cannot be read, at the next member that holds what begins so; False if none may be read.

        What is damaged may have passed for the bytes of members after it: as far as they are known still, these count.
        """
        self._inside, at = False, self._began + 1
        while not self._own.spent:
            at = self._chunk.find(_MAGIC, at)
            if at < 0 or len(self._chunk) - at < _BEGINNING:
                # the last byte may be the first of the mark
                kept = self._chunk[at:] if at >= 0 else self._chunk[-1:]
                more = self._more()
                self._chunk, at = kept + more, 0
                if more:
                    continue
                at = self._chunk.find(_MAGIC)
                if at < 0:
                    return False
            if _begins(self._chunk[at:at + _BEGINNING], head):
                self._waiting = self._chunk[at:]
                return True
            at += 1
        return False


def _begins(packed: bytes, head: bytes) -> bool:
    try:
        return zlib.decompressobj(_GZIP).decompress(packed, len(head)) == head
    except zlib.error:
        return False


def unzipped(packed: IO[bytes], outer: Budget | None = None) -> io.BufferedReader:
    """A gzip file as a buffered stream, within bounds; see `Unzipped`."""
    return io.BufferedReader(Unzipped(packed, outer), _CHUNK)


def inflate(data: bytes, encoding: str, limit: int) -> bytes:
    """A whole body of HTTP unpacked: gzip, deflate or brotli, at most `limit` bytes; Bomb or CutShort otherwise."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return data
    if name in ("gzip", "x-gzip"):
        packed = unzipped(io.BytesIO(data))
        out = packed.read(limit + 1)
    elif name == "deflate":
        out = _deflated(data, limit)
    elif name == "br":
        out = _debrotlied(data, limit)
    else:
        raise CutShort(f"packed as {name[:20]!r}, which is not unpacked here",
                       next_step="Save the page itself")
    if len(out) > limit:
        raise swollen(len(out))
    return out


def _deflated(data: bytes, limit: int) -> bytes:
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        machine = zlib.decompressobj(bits)
        try:
            out = machine.decompress(data, limit + 1)
        except zlib.error:
            continue
        if not machine.eof and len(out) <= limit:
            raise CutShort("the deflate data end before their end", next_step="Get the page again")
        return out
    raise CutShort("damaged deflate data", next_step="Get the page again")


def _debrotlied(data: bytes, limit: int) -> bytes:
    brotli = need("brotli")
    machine, out = brotli.Decompressor(), bytearray()
    try:
        out += machine.process(data, output_buffer_limit=limit + 1)
        while not machine.is_finished() and len(out) <= limit:
            piece = machine.process(b"", output_buffer_limit=limit + 1)
            if not piece:
                raise CutShort("the brotli data ends before its end", next_step="Get the page again")
            out += piece
    except brotli.error as error:
        raise CutShort("damaged brotli data", next_step="Get the page again") from error
    return bytes(out)


def swollen(size: int) -> Bomb:
    """The error for packed data that has grown to `size` bytes."""
    return Bomb(f"packed data swells beyond {size // 1_000_000} MB: no article does",
                next_step="Leave it out, or unpack it by hand if you trust it")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a zip file: reading it raises Bomb or CutShort, and what is packed in it counts in its budget."""

    name: str
    stream: io.BufferedReader[Any]
    budget: Budget


def members(stream: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Each file in a zip file; one that cannot be read says so when it is, and those after it are given all the same.

    Bomb or CutShort where no more can be read of any: the zip file's own `budget` is spent, or its list is damaged.
    """
    try:
        archive = zipfile.ZipFile(stream)
        entries = sorted((entry for entry in archive.infolist() if not entry.is_dir()), key=lambda e: e.filename)
    except _DAMAGE as error:
        raise CutShort(f"a damaged zip file: {error}", next_step="Get the file again") from error
    with archive:
        if len(entries) > MAX_MEMBERS:
            raise Bomb(f"a zip file of {len(entries)} files: no more than {MAX_MEMBERS} are read",
                       next_step="Put them into several zip files, or unpack it and give its folder")
        for number, entry in enumerate(entries):
            if budget.spent:
                raise Bomb(f"too much came out of the zip file: {len(entries) - number} of its files are not read, "
                           f"{entry.filename} the first", next_step="Unpack it by hand if you trust it")
            own = budget.part(entry.compress_size, len(entries))
            with io.BufferedReader(_Member(archive, entry, own), _CHUNK) as member:
                yield Member(entry.filename, member, own)


class _Member(io.RawIOBase):
    """A file in a zip file as a raw stream, opened when it is first read."""

    def __init__(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> None:
        self._archive, self._entry, self._budget = archive, entry, budget
        self._stream: zipfile.ZipExtFile | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        try:
            if self._stream is None:
                self._stream = self._opened()
            piece = self._stream.read1(len(buffer))
        except _DAMAGE as error:
            raise CutShort(f"damaged within the zip file: {error}", next_step="Get the file again") from error
        self._budget.give(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)

    def _opened(self) -> zipfile.ZipExtFile:
        if self._entry.flag_bits & 1:
            raise CutShort("locked with a password", next_step="Unlock it first")
        # zipfile does not bound what other methods unpack to
        if self._entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise CutShort(f"packed by a method of zip that is not unpacked here ({self._entry.compress_type})",
                           next_step="Unpack it, or pack it anew")
        # zipfile gives no more bytes than the entry's header promises
        self._budget.check(self._entry.file_size)
        return cast(zipfile.ZipExtFile, self._archive.open(self._entry))

    def close(self) -> None:
        """Let go of the file."""
        if self._stream is not None:
            self._stream.close()
        super().close()
