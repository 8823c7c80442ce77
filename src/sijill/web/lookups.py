"""Look-ups: actors of the registry by letters of their names, and the types of the codebook."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from sijill.arabic.folding import fold
from sijill.resources import table

_MOST = 12
_COLUMNS = ("id", "name_en", "name_ar", "aliases_ar", "kind")


def actor_named(actor_id: str) -> dict[str, Any]:
    """The names and kind of an actor; of one that the registry does not know, the name that its id holds."""
    row = _actors().get(actor_id)
    if row is None:
        name = actor_id.removeprefix("NEW:").replace("_", " ")
        return {"name_en": name, "name_ar": name, "kind": None}
    return {"name_en": row["name_en"], "name_ar": row["name_ar"] or row["name_en"], "kind": row["kind"] or None}


def find_actors(letters: str) -> list[Mapping[str, str]]:
    """The actors whose id, name or alias has some letters, those that begin with them first."""
    wanted = fold(letters).text.casefold().strip()
    if not wanted:
        return []
    found = [(place, row) for names, row in _folded()
             for place in [min((name.find(wanted) for name in names if wanted in name), default=-1)] if place >= 0]
    return [row for _, row in sorted(found, key=lambda pair: (pair[0] > 0, pair[1]["id"]))[:_MOST]]


@functools.cache
def event_types() -> Mapping[str, list[str]]:
    """The sub-event types of the codebook by event type, in its order."""
    out: dict[str, list[str]] = {}
    for row in table("ontology.tsv", ("event_type", "sub_event_type")):
        out.setdefault(row["event_type"], []).append(row["sub_event_type"])
    return out


@functools.cache
def blocs() -> tuple[str, ...]:
    """The camps that outlets count for."""
    from sijill.ledger import INDEPENDENT, UNKNOWN_BLOC

    named = [row["bloc"] for name in ("blocs.tsv", "outlet_blocs.tsv") for row in table(name, ("bloc",))]
    return tuple(dict.fromkeys((*named, INDEPENDENT, UNKNOWN_BLOC)))


@functools.cache
def _actors() -> Mapping[str, Mapping[str, str]]:
    return {row["id"]: row for row in table("actors.tsv", _COLUMNS)}


@functools.cache
def _folded() -> list[tuple[list[str], Mapping[str, str]]]:
    return [([fold(name).text.casefold()
              for name in (row["id"], row["name_en"], row["name_ar"], *row["aliases_ar"].split("|")) if name], row)
            for row in _actors().values()]
