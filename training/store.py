"""Fitted weights and trees, written into the package's data with a fresh checksum."""

from __future__ import annotations

import gzip
import json
import pathlib
import runpy
from collections.abc import Sequence

from sijill.extract.choosing.choice import forget
from sijill.extract.choosing.trees import Forest, forest
from sijill.resources import manifest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PATH = ROOT / "src" / "sijill" / "_data" / "weights.json.gz"
TREES = PATH.with_name("trees.json")


def save(**choices: dict[str, float]) -> None:
    """Put the weights of the named choices into weights.json.gz; the others stay. Equal weights give equal bytes."""
    known = json.loads(gzip.decompress(PATH.read_bytes())) if PATH.exists() else {}
    known.update(choices)
    text = json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True)
    PATH.write_bytes(gzip.compress((text + "\n").encode(), mtime=0))
    _sealed()


def save_trees(choice: str, facts: Sequence[str], found: Forest) -> None:
    """Write trees.json: the trees of the choice, one a line."""
    TREES.write_text(written(choice, facts, found), encoding="utf-8")
    _sealed()


def written(choice: str, facts: Sequence[str], found: Forest) -> str:
    """Trees as the text of their file, with the names of the facts that they ask for by number."""
    lines = ",\n".join(json.dumps(tree) for tree in found.trees)
    return f'{{"{choice}": {{"facts": {json.dumps(facts)}, "base": {found.base}, "trees": [\n{lines}\n]}}}}\n'


def _sealed() -> None:
    runpy.run_path(str(ROOT / "scripts" / "manifest.py"), run_name="__main__")
    manifest.cache_clear()
    forget()
    forest.cache_clear()
