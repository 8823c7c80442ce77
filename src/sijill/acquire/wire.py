"""One connection to a checked address, read within bounds of time and size; every byte that passes is kept."""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Sequence
from typing import Any

from sijill.acquire.addresses import PATIENCE, Target
from sijill.acquire.articles import NotFetched, TooLarge


class Wire:
    """What `http.client` takes for a socket: sends, reads, and keeps what it sends in `sent`, what it reads in `kept`.

    Reading raises TooLarge beyond `limit` bytes, NotFetched when `deadline` (of `time.monotonic`) has passed.
    """

    def __init__(self, line: socket.socket, limit: int, deadline: float) -> None:
        self._line, self._limit, self._deadline = line, limit, deadline
        self.sent, self.kept = bytearray(), bytearray()
        self.address = str(line.getpeername()[0])

    @classmethod
    def open(cls, found: Sequence[Target], host: str | None, limit: int, deadline: float) -> Wire:
        """Connect to the first of the checked addresses that answers; encrypted for `host`, where one is given."""
        trouble: OSError | None = None
        for family, address in found:
            line = None
            try:
                # a machine without IPv6 has no such sockets
                line = socket.socket(family, socket.SOCK_STREAM)
                line.settimeout(left(deadline))
                line.connect(address)
                if host is not None:
                    line = ssl.create_default_context().wrap_socket(line, server_hostname=host)
                return cls(line, limit, deadline)
            except OSError as error:
                if line is not None:
                    line.close()
                trouble = error
        raise NotFetched(f"no connection: {trouble}", lasting=False, next_step="Try again later") from trouble

    def sendall(self, data: bytes) -> None:
        """Send all of it."""
        self._line.settimeout(left(self._deadline))
        self._line.sendall(data)
        self.sent += data

    def makefile(self, mode: str) -> io.BufferedReader:
        """The answer as a file."""
        return io.BufferedReader(_Answer(self))

    def close(self) -> None:
        """Nothing: `http.client` closes its socket while the answer is still to be read."""

    def hang_up(self) -> None:
        """End the connection."""
        self._line.close()

    def take(self, buffer: Any) -> int:
        """Fill a buffer with what comes next; 0 at the end."""
        self._line.settimeout(left(self._deadline))
        size = self._line.recv_into(buffer)
        self.kept += memoryview(buffer)[:size]
        if len(self.kept) > self._limit:
            raise TooLarge(f"the answer does not end within {self._limit / 1_000_000:g} MB", next_step="Leave it out")
        return size


class _Answer(io.RawIOBase):
    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._wire.take(buffer)


def left(deadline: float) -> float:
    """Seconds that may still be waited for one step; NotFetched if there are none."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise NotFetched("the answer took too long", lasting=False, next_step="Try again later")
    return min(seconds, PATIENCE)
