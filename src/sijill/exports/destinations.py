"""Where exports go: a file or a folder that takes its name only when all of it has been written."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sijill.errors import InputError

_ELSEWHERE = "Name a file in a folder that you may write to"
_DATABASE = b"SQLite format 3\0"


@contextlib.contextmanager
def whole_file(out: Path) -> Iterator[BinaryIO]:
    """A file to write bytes to; nothing of it is to be seen before the end of the block, nor if it fails.

    It does not take the place of a record or an archive: InputError.
    """
    name: str | None = None
    try:
        _check_spares(out)
        # a device or a pipe is written to: a file in its place would end it for everybody
        if out.exists() and not out.is_file():
            with out.open("wb") as stream:
                yield stream
            return
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
        with os.fdopen(handle, "wb") as stream:
            Path(name).chmod(0o666 & ~_umask())
            yield stream
        _check_spares(out)  # a record of this name may have been made meanwhile
        Path(name).replace(out)
    except OSError as error:
        raise _cannot(out, error) from error
    finally:
        if name is not None:
            with contextlib.suppress(OSError):
                Path(name).unlink()


@contextlib.contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A folder to fill, under another name until the end of the block; InputError if one with files is there."""
    made: Path | None = None
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise InputError("there is something of this name already", where=str(out),
                             next_step="Name a folder that is not there yet, or an empty one")
        made = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
        made.chmod(0o777 & ~_umask())
        yield made
        made.replace(out)
    except OSError as error:
        raise _cannot(out, error) from error
    finally:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)


def _check_spares(out: Path) -> None:
    from sijill.store.warc_file import is_archive  # with the libraries of the record: slow to begin with

    if not out.is_file() or not out.stat().st_size:
        return
    with out.open("rb") as stream:
        database = stream.read(len(_DATABASE)) == _DATABASE
    if database or is_archive(out):
        raise InputError(f"there is a {'record' if database else 'web archive'} of this name: it would be overwritten",
                         where=str(out), next_step="Name another file")


def _cannot(out: Path, error: OSError) -> InputError:
    return InputError(f"the output cannot be written: {error.strerror or error}", where=str(out),
                      next_step=_ELSEWHERE)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
