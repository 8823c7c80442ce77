"""The plan of a bulk run: which bytes of which files each shard holds, written down before anything is coded."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from sijill.acquire.parts import Part, is_divisible, list_files
from sijill.bulk.step import Settings
from sijill.errors import SijillError

MANIFEST = "manifest.json"
SHARD_BYTES = 4_000_000
"""Bytes of input that a shard holds unless asked otherwise: a thousand or two of articles, some ten seconds."""
_FORMAT = 1
_PIECE = 1 << 20


class BulkError(SijillError):
    """A bulk run cannot be begun, gone on with, or finished."""

    code = "E700"


class InputChanged(BulkError):
    """An input is no longer what was planned."""

    code = "E701"


@dataclass(frozen=True, slots=True)
class Shard:
    """What is coded as one: its number from 0, its parts of files, their bytes and the SHA-256 of all of them."""

    number: int
    parts: tuple[Part, ...]
    bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """The name of its coded file."""
        return f"{self.number:06d}.parquet"


@dataclass(frozen=True, slots=True)
class Plan:
    """A bulk run: what was asked, the files with size and SHA-256, and the shards; `root` is what paths start from."""

    inputs: tuple[str, ...]
    root: str
    settings: dict[str, Any]
    files: tuple[dict[str, Any], ...]
    shards: tuple[Shard, ...] = field(repr=False)

    @property
    def id(self) -> str:
        """16 hexadecimal digits of what is coded and how, wherever it lies."""
        parts = [self.settings, self.files, [asdict(shard) for shard in self.shards]]
        return hashlib.blake2b(json.dumps(parts, sort_keys=True).encode(), digest_size=8).hexdigest()

    def save(self, folder: Path) -> None:
        """Write the manifest into a folder, whole or not at all."""
        written = {"format": _FORMAT, "id": self.id, **asdict(self)}
        beside = folder / f".{MANIFEST}.{os.getpid()}"
        beside.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        sync(beside)
        beside.replace(folder / MANIFEST)


def read_plan(folder: Path) -> Plan:
    """The plan of a folder; BulkError if it has none or one that cannot be read."""
    path = folder / MANIFEST
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        shards = tuple(Shard(s["number"], tuple(Part(**p) for p in s["parts"]), s["bytes"], s["sha256"])
                       for s in written["shards"])
        plan = Plan(tuple(written["inputs"]), written["root"], written["settings"], tuple(written["files"]), shards)
        same = plan.id == written["id"]
    except OSError as error:
        raise BulkError(f"there is no plan of a bulk run: {error.strerror}", where=str(path),
                        next_step="Name the folder that `sijill bulk --out` wrote") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BulkError(f"the plan cannot be read: {type(error).__name__} {error}", where=str(path),
                        next_step="Begin again in a new folder") from error
    if not same:
        raise BulkError("the plan was edited", where=str(path), next_step="Begin again in a new folder")
    return plan


def make_plan(inputs: Sequence[str], settings: Settings, shard_bytes: int = SHARD_BYTES) -> Plan:
    """Read every input once for its SHA-256, and share the bytes out: small files together, long ones by lines."""
    files: list[dict[str, Any]] = []
    shards: list[Shard] = []
    group = _Group()
    for path in list_files(inputs):
        size = path.stat().st_size if path.is_file() else 0
        if size > shard_bytes and is_divisible(path):
            _close(group, shards)
            group = _Group()
            whole = hashlib.sha256()
            with path.open("rb") as stream:
                for part, length, digest in _stretches(stream, str(path), shard_bytes, whole):
                    shards.append(Shard(len(shards), (part,), length, digest))
            sha256: str | None = whole.hexdigest()
        else:
            sha256 = group.add(path)
            if group.bytes >= shard_bytes or len(group.parts) >= 1000:
                _close(group, shards)
                group = _Group()
        files.append({"path": str(path), "size": size, "sha256": sha256})
    _close(group, shards)
    return Plan(tuple(inputs), str(Path.cwd()), settings.as_json(), tuple(files), tuple(shards))


class _Group:
    """Whole files that make a shard together."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.bytes = 0
        self.digest = hashlib.sha256()

    def add(self, path: Path) -> str | None:
        """The SHA-256 of the file that was added; None where it cannot be read (reading it will say why)."""
        own = hashlib.sha256()
        self.parts.append(Part(str(path)))
        for piece in pieces(Part(str(path))):
            self.digest.update(piece)
            own.update(piece)
            self.bytes += len(piece)
        return own.hexdigest() if path.is_file() else None


def _close(group: _Group, shards: list[Shard]) -> None:
    if group.parts:
        shards.append(Shard(len(shards), tuple(group.parts), group.bytes, group.digest.hexdigest()))


def _stretches(stream: BinaryIO, path: str, shard_bytes: int, whole: Any) -> Iterator[tuple[Part, int, str]]:
    start, line = 0, 1
    while True:
        digest, length, lines, last = hashlib.sha256(), 0, 0, b"\n"
        while length < shard_bytes or not last.endswith(b"\n"):
            ask = min(_PIECE, shard_bytes - length)
            # no line is cut: what is over goes into this stretch
            last = stream.read(ask) if ask > 0 else stream.readline(_PIECE)
            if not last:
                break
            digest.update(last)
            whole.update(last)
            length += len(last)
            lines += last.count(b"\n")
        if length:
            yield Part(path, start, start + length, line), length, digest.hexdigest()
        if not last:
            return
        start, line = start + length, line + lines


def pieces(part: Part, root: str = "") -> Iterator[bytes]:
    """The bytes of a part, a megabyte at a time; nothing where its file cannot be read."""
    try:
        with Path(root, part.path).open("rb") as stream:
            stream.seek(part.start or 0)
            left = None if part.stop is None else part.stop - (part.start or 0)
            while piece := stream.read(_PIECE if left is None else min(_PIECE, left)):
                left = None if left is None else left - len(piece)
                yield piece
    except OSError:
        return


def sync(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
