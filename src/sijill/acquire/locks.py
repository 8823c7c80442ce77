"""One writer at a time: a lock on an open file, let go when it is closed or the process dies."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import IO

_FAR = 2**62 - 1
"""Where Windows locks a byte: far behind the end of any file."""


@contextlib.contextmanager
def locked(stream: IO[bytes], *, wait: bool = True) -> Iterator[None]:
    """Hold the lock of an open file; BlockingIOError if another process has it and this one is not to `wait`."""
    if sys.platform == "win32":
        import msvcrt

        stream.seek(_FAR)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError("another process holds the file") from error
        try:
            yield
        finally:
            stream.seek(_FAR)
            msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)
        return
    import fcntl

    fcntl.flock(stream, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    try:
        yield
    finally:
        fcntl.flock(stream, fcntl.LOCK_UN)
