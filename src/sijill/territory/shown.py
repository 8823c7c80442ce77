"""How charts show sides: one colour for an actor in every chart, the names of the registry, and the file drawn to.

The colour follows from the actor's id alone, so that two maps can be laid side by side. An actor has the colour of the
holder that it counts for (`_data/holders.tsv`): the holders of one country have different colours, those without a
country have colours of their own, and any other actor one by a hash of its id.
"""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

from sijill.errors import InputError
from sijill.resources import table, words
from sijill.territory.holders import CONTESTED, UNKNOWN

COLOURS = ("#1b6ca8", "#7a4419", "#3a7d44", "#8e5ea2", "#2a9d8f", "#d46a9f", "#c9a227", "#4d4d7f", "#89b6e0")
"""Of the holders of a country, in the order of the table; a ninth and later begin again."""
ABROAD = ("#c8553d", "#5f6b2e")
"""Of the holders that the table has without a country, in its order."""
OTHERS = ("#b5838d", "#6d9dc5", "#9a8c5c", "#5b8e7d", "#a86fb0", "#c08552")
"""Of actors that the table does not have."""
GREY, BLACK = "#c4c4c4", "#333333"


@functools.cache
def colour_of(actor_id: str) -> str:
    """The colour of an actor, as #rrggbb; GREY for UNKNOWN and BLACK for CONTESTED, which is hatched."""
    if actor_id in (CONTESTED, UNKNOWN):
        return GREY if actor_id == UNKNOWN else BLACK
    known = _holders()
    if actor_id in known:
        return known[actor_id]
    number = int.from_bytes(hashlib.blake2b(actor_id.encode(), digest_size=4).digest())
    return OTHERS[number % len(OTHERS)]


@functools.cache
def _holders() -> dict[str, str]:
    """The colour of each actor of the table: of the row in which it is the holder, or of its first row."""
    rows = table("holders.tsv", ("holder", "country", "actors", "valid_from", "valid_to"))
    colours: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for row in rows:
        if row["holder"] not in colours:
            of = COLOURS if row["country"] else ABROAD
            colours[row["holder"]] = of[counts[row["country"]] % len(of)]
            counts[row["country"]] += 1
    out = dict(colours)
    for row in rows:
        for actor in words(row["actors"]):
            out.setdefault(actor, colours[row["holder"]])
    return out


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
