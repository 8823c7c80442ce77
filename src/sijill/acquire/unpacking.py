"""Packed data, unpacked within bounds: gzip and deflate streams, members of zip files."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from sijill.acquire.articles import Bomb, CutShort
from sijill.acquire.extras import need

SWELL = 200
"""Times its own size that packed data may grow to; text and its markup grow to less than fifty."""
FREE = 64_000_000
"""Bytes that may be unpacked whatever the packed size is."""
MAX_MEMBERS = 100_000
"""Files of one zip file."""

_CHUNK = 65_536
_GZIP = 31
_MAGIC = b"\x1f\x8b"


def is_gzip(data: bytes) -> bool:
    """Whether some bytes begin as gzip does."""
    return data.startswith(_MAGIC)


class Budget:
    """Counts what comes out of one packed file, at every depth of packing, against the bytes of the file itself."""

    def __init__(self) -> None:
        self.taken = self._given = 0

    def take(self, size: int) -> None:
        """So many bytes more belong to the file itself."""
        self.taken += size

    def give(self, size: int) -> None:
        """So many bytes more come out of it; Bomb if they are too many."""
        self._given += size
        self.check()

    def check(self, more: int = 0) -> None:
        """Bomb if too many bytes came out of it already, or will with so many `more`."""
        if self._given + more > max(FREE, SWELL * self.taken):
            raise swollen(self._given + more)


class Unzipped(io.RawIOBase):
    """A gzip file (of any number of members) as a raw stream of what is in it.

    Reading raises Bomb where it swells beyond `SWELL` times its size, or beyond the budget of the file that it lies
    in; CutShort where its end is missing or its bytes are damaged.
    """

    def __init__(self, packed: IO[bytes], outer: Budget | None = None) -> None:
        self._packed = packed
        self._own = Budget()
        self._budgets = (self._own,) if outer is None else (self._own, outer)
        self._member = zlib.decompressobj(_GZIP)
        self._waiting = b""
        self._inside = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        while True:
            if not self._waiting:
                self._waiting = self._packed.read(_CHUNK)
                self._own.take(len(self._waiting))
            if not self._waiting and not self._inside:
                return 0
            piece = self._piece(len(buffer))
            if piece:
                for budget in self._budgets:
                    budget.give(len(piece))
                buffer[: len(piece)] = piece
                return len(piece)

    def _piece(self, size: int) -> bytes:
        if not self._inside:
            # zeros may fill up the last block of a tape or an upload
            self._waiting = self._waiting.lstrip(b"\x00")
            if not self._waiting:
                return b""
            self._member, self._inside = zlib.decompressobj(_GZIP), True
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


def members(stream: IO[bytes], budget: Budget) -> Iterator[tuple[str, IO[bytes]]]:
    """Name and bounded stream of each file in a zip file; Bomb or CutShort if it is none to be trusted.

    They are counted in `budget`, and so is what is packed in them by whoever reads it.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAX_MEMBERS:
                raise Bomb(f"a zip file of {len(entries)} files: no more than {MAX_MEMBERS} are read",
                           next_step="Put them into several zip files, or unpack it and give its folder")
            budget.check(sum(entry.file_size for entry in entries))
            for entry in sorted(entries, key=lambda e: e.filename):
                if entry.flag_bits & 1:
                    raise CutShort(f"{entry.filename} is locked with a password", next_step="Unlock it first")
                # zipfile gives no more bytes than the entry's header promises
                budget.give(entry.file_size)
                with archive.open(entry) as member:
                    yield entry.filename, member
    except (zipfile.BadZipFile, EOFError, zlib.error, NotImplementedError, UnicodeError) as error:
        raise CutShort(f"a damaged zip file: {error}", next_step="Get the file again") from error
