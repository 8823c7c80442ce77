"""The plan of a bulk run: which bytes of which files each shard holds, written down before anything is coded."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from sijill.acquire.parts import Part, divided, list_files
from sijill.acquire.reading import now, shown
from sijill.bulk.step import Settings
from sijill.errors import SijillError

MANIFEST = "manifest.json"
LEAST_BYTES, MOST_BYTES = 50_000, 4_000_000
"""Bytes of input that a shard holds unless asked otherwise: from a dozen articles to a thousand or two, ten seconds."""
SHARDS = 256
"""Shards that an input makes between these two sizes: more than there are cores."""
MOST_FILES = 1000
"""Files that a shard holds at most."""
_FORMAT = 3
_PIECE = 1 << 20


class BulkError(SijillError):
    """A bulk run cannot be begun, gone on with, or finished."""

    code = "E700"


class InputChanged(BulkError):
    """The inputs are no longer what was planned."""

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
    """A bulk run: what was asked, the files with size and SHA-256, and the shards.

    `root` is what paths start from, `at` when the inputs were first read (ISO, UTC), `shard_bytes` what a shard was
    to hold.
    """

    inputs: tuple[str, ...]
    root: str
    at: str
    shard_bytes: int
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
        text = json.dumps(written, ensure_ascii=False, indent=1) + "\n"
        # a file's name need not be UTF-8
        beside.write_bytes(text.encode("utf-8", "surrogateescape"))
        sync(beside)
        beside.replace(folder / MANIFEST)


def read_plan(folder: Path) -> Plan:
    """The plan of a folder; BulkError if it has none or one that cannot be read."""
    path = folder / MANIFEST
    try:
        written = json.loads(path.read_bytes().decode("utf-8", "surrogateescape"))
        shards = tuple(Shard(s["number"], tuple(_part(p) for p in s["parts"]), s["bytes"], s["sha256"])
                       for s in written["shards"])
        plan = Plan(tuple(written["inputs"]), written["root"], written["at"], written["shard_bytes"],
                    written["settings"], tuple(written["files"]), shards)
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


def _part(written: dict[str, Any]) -> Part:
    groups = written["groups"]
    return Part(**written | {"groups": groups and (groups[0], groups[1])})


def make_plan(inputs: Sequence[str], settings: Settings, shard_bytes: int | None = None) -> Plan:
    """Read every input for its SHA-256, and share the bytes out: small files together, long ones in parts.

    `shard_bytes` None: what suits the size of all inputs.
    """
    paths = list(list_files(inputs))
    shard_bytes = shard_bytes or _fitting(paths)
    files: list[dict[str, Any]] = []
    shards: list[Shard] = []
    group = _Group()
    at = now()
    for path in paths:
        size = _size(path)
        parts = divided(path, shard_bytes)
        if len(parts) > 1:
            group = _close(group, shards)
            sha256: str | None = _digest(Part(str(path)))
            for part in parts:
                assert part.start is not None and part.stop is not None
                shards.append(Shard(len(shards), (part,), part.stop - part.start, _digest(part)))
        else:
            sha256 = group.add(path)
            if group.bytes >= shard_bytes or len(group.parts) >= MOST_FILES:
                group = _close(group, shards)
        files.append({"path": str(path), "size": size, "sha256": sha256})
    _close(group, shards)
    return Plan(tuple(inputs), str(Path.cwd()), at, shard_bytes, settings.as_json(), tuple(files), tuple(shards))


def _fitting(paths: Sequence[Path]) -> int:
    """Bytes a shard, so that few articles too are work for many cores."""
    # whatever the workers: the same input makes the same shards on every machine
    return min(max(sum(map(_size, paths)) // SHARDS, LEAST_BYTES), MOST_BYTES)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def check_files(plan: Plan, out: Path) -> None:
    """Raise InputChanged, which names files, if the inputs are now others than planned; what lies in `out` is none."""
    planned = {file["path"]: (file["size"], file["sha256"]) for file in plan.files if file["sha256"]}
    there = {name: path for name, path in _listed(plan)
             if path.is_file() and (name in planned or not path.resolve().is_relative_to(out.resolve()))}
    kinds = {"new": [name for name in there if name not in planned],
             "gone": [name for name in planned if name not in there],
             "changed": [name for name, path in there.items() if name in planned and _differs(path, *planned[name])]}
    if any(kinds.values()):
        said = "; ".join(f"{kind}: {_first(names)}" for kind, names in kinds.items() if names)
        raise InputChanged(f"the inputs are not what they were when the run was planned; {said}", where=str(out),
                           next_step="Name another --out for them as they are now (`sijill merge` of both folders into "
                           "one record adds only what is new), or put them back to go on with this run")


def _listed(plan: Plan) -> Iterator[tuple[str, Path]]:
    """The files that the inputs of a plan name now, each by its name in the plan and where it lies."""
    for given in map(Path, plan.inputs):
        opened = Path(plan.root, given)
        for path in list_files([opened]):
            yield str(given / path.relative_to(opened)), path


def _differs(path: Path, size: int, sha256: str) -> bool:
    return path.stat().st_size != size or _digest(Part(str(path))) != sha256


def _first(names: Sequence[str]) -> str:
    return shown(names[0]) if len(names) == 1 else f"{shown(names[0])} and {len(names) - 1} more"


def _digest(part: Part) -> str:
    digest = hashlib.sha256()
    for piece in pieces(part):
        digest.update(piece)
    return digest.hexdigest()


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


def _close(group: _Group, shards: list[Shard]) -> _Group:
    """Make a shard of what is in a group, if anything is; the next group."""
    if group.parts:
        shards.append(Shard(len(shards), tuple(group.parts), group.bytes, group.digest.hexdigest()))
    return _Group()


def pieces(part: Part, root: str = "") -> Iterator[bytes]:
    """The bytes of a part, a megabyte at a time; nothing where its file cannot be read.

    With row groups come the last bytes of their file, which say how to read them.
    """
    try:
        with Path(root, part.path).open("rb") as stream:
            stream.seek(part.start or 0)
            left = None if part.stop is None else part.stop - (part.start or 0)
            while piece := stream.read(_PIECE if left is None else min(_PIECE, left)):
                left = None if left is None else left - len(piece)
                yield piece
            if part.groups:
                yield _footer(stream)
    except OSError:
        return


def _footer(stream: BinaryIO) -> bytes:
    """The footer of a Parquet file with its length and mark, four bytes each."""
    end = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, end - 8))
    size = int.from_bytes(stream.read(4), "little")
    stream.seek(max(0, end - 8 - size))
    return stream.read()


def sync(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
