"""Libraries that are installed only on request: which extra brings them, and what to type where one is missing."""

from __future__ import annotations

import importlib
from typing import Any

from sijill.acquire.articles import NeedsExtra

EXTRAS = {
    "lxml": ("acquire", "web pages"),
    "feedparser": ("acquire", "feeds"),
    "fastwarc": ("acquire", "web archives"),
    "protego": ("acquire", "robots.txt"),
    "w3lib": ("acquire", "addresses of the web"),
    "brotli": ("acquire", "pages packed with brotli"),
    "pyarrow": ("parquet", "Parquet"),
}
"""Library: the extra that brings it, and what it is for."""


def need(module: str) -> Any:
    """A module of an extra, such as `lxml.html`; NeedsExtra, with the command that installs it, if it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        extra, purpose = EXTRAS[module.partition(".")[0]]
        raise NeedsExtra(f"reading {purpose} needs a library that is not installed ({module.partition('.')[0]})",
                         next_step=f"Install it with: pip install 'sijill[{extra}]'") from error
