"""Fitted weights, written into the package's data with a fresh checksum."""

from __future__ import annotations

import json
import pathlib
import runpy

from sijill.extract.choice import forget
from sijill.resources import manifest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PATH = ROOT / "src" / "sijill" / "_data" / "weights.json"


def save(**choices: dict[str, float]) -> None:
    """Put the weights of the named choices into weights.json; the others stay."""
    known = json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}
    known.update(choices)
    text = json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True)
    PATH.write_text(text + "\n", encoding="utf-8")
    runpy.run_path(str(ROOT / "scripts" / "manifest.py"), run_name="__main__")
    manifest.cache_clear()
    forget()
