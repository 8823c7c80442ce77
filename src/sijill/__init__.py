"""Sijill: Arabic reports on armed conflict, read into an auditable record of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sijill.pipeline import Coder, Model

__version__ = "0.1.0"


def load(places: Sequence[Path | str] | None = None, model: Model | None = "encoder") -> Coder:
    """The coder with the package's data: `coder = sijill.load(); doc = coder(text, published=...)`.

    `places` are gazetteer files of `sijill places import`; None: the default one, if it is there.
    `model`: "encoder" weighs triggers and parts with a small network beside the rules; None: without it, and quicker.
    """
    from sijill.pipeline import load as load_coder

    return load_coder(places, model)


__all__ = ["__version__", "load"]
