"""What all charts share: the names of states in their legends, and the file they are drawn to."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from sijill.errors import InputError
from sijill.resources import table

BLACK = "#333333"
"""Of letters and hatching."""



def titled(state: str) -> str:
    """A state for a legend: the actor's Arabic name (its English one where there is none) and, below it, its id."""
    name = _names().get(state)
    return f"{name}\n{state}" if name else state


@functools.cache
def _names() -> dict[str, str]:
    rows = table("actors.tsv", ("id", "name_ar", "name_en"), unique=("id",))
    return {row["id"]: row["name_ar"] or row["name_en"] for row in rows}


def pyplot() -> Any:
    """Matplotlib's pyplot, drawing to files; InputError without the extra `analysis`."""
    try:
        import matplotlib
    except ImportError as error:
        raise InputError("charts need Matplotlib", next_step="pip install 'sijill[analysis]'") from error
    # drawn to a file, never to a screen
    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    return plt


def save(figure: Any, out: Path) -> None:
    """Write a chart as PNG or SVG, by the name's ending; InputError for another one or where it cannot be written."""
    if out.suffix.lower() not in (".png", ".svg"):
        raise InputError("a chart is a PNG or an SVG file", where=str(out), next_step="End its name in .png or .svg")
    try:
        figure.savefig(out, dpi=150)
    except OSError as error:
        raise InputError(f"the chart cannot be written: {error.strerror}", where=str(out),
                         next_step="Name a file in a folder that you may write to") from error
