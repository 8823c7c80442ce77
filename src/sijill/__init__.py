"""Sijill: Arabic reports on armed conflict, read into an auditable record of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sijill.pipeline import Coder

__version__ = "0.1.0"


def load() -> Coder:
    """The coder with the package's data: `coder = sijill.load(); doc = coder(text, published=...)`."""
    from sijill.pipeline import load as load_coder

    return load_coder()


__all__ = ["__version__", "load"]
