"""Look-ups: actors by letters of their names, places by their English names, and the types of the codebook."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from sijill.arabic.folding import fold
from sijill.exports.english_names import plain_latin
from sijill.grounding.tables import own_places
from sijill.resources import table

_MOST = 12
_NAMES = 3
"""An actor's id and its two names come before its aliases."""
_KIND = re.compile(r"\s+(?:Governorate|State|District|Region|Province)$")
_COLUMNS = ("id", "name_en", "name_ar", "aliases_ar", "kind")


def actor_named(actor_id: str) -> dict[str, Any]:
    """The names and kind of an actor; of one that the registry does not know, the name that its id holds."""
    row = _actors().get(actor_id)
    if row is None:
        name = actor_id.removeprefix("NEW:").replace("_", " ")
        return {"name_en": name, "name_ar": name, "kind": None}
    return {"name_en": row["name_en"], "name_ar": row["name_ar"] or row["name_en"], "kind": row["kind"] or None}


def actor_of(name: str) -> str | None:
    """The id of the one actor of a name, or else of an alias; None where it is none's, or several share it."""
    wanted = fold(name).text.casefold().strip()
    meant = [(row["id"], wanted in names[:_NAMES]) for names, row in _folded() if wanted and wanted in names]
    found = [one for one, by_name in meant if by_name] or [one for one, _ in meant]
    return found[0] if len(found) == 1 else None


def find_actors(letters: str) -> list[Mapping[str, str]]:
    """The actors whose id, name or alias has some letters, those that begin with them first."""
    wanted = fold(letters).text.casefold().strip()
    if not wanted:
        return []
    found = [(place, row) for names, row in _folded()
             for place in [min((name.find(wanted) for name in names if wanted in name), default=-1)] if place >= 0]
    return [row for _, row in sorted(found, key=lambda pair: (pair[0] > 0, pair[1]["id"]))[:_MOST]]


def arabic_place(name: str) -> str:
    """The Arabic name of a place that is named in English, as our own tables have it; any other name as it is."""
    return _places().get(_latin_key(name), name)


@functools.cache
def _places() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for place in own_places():
        if place.name_en:
            for english in (place.name_en, _KIND.sub("", place.name_en)):
                found.setdefault(_latin_key(english), place.name)
    return found


def _latin_key(name: str) -> str:
    """A Latin name without its article, marks and spaces; empty for a name in other letters."""
    return re.sub("^al(?=[ -])|[^a-z0-9]", "", plain_latin(name).strip().casefold())


@functools.cache
def event_types() -> Mapping[str, list[str]]:
    """The sub-event types of the codebook by event type, in its order."""
    out: dict[str, list[str]] = {}
    for row in table("ontology.tsv", ("event_type", "sub_event_type")):
        out.setdefault(row["event_type"], []).append(row["sub_event_type"])
    return out


@functools.cache
def _actors() -> Mapping[str, Mapping[str, str]]:
    return {row["id"]: row for row in table("actors.tsv", _COLUMNS)}


@functools.cache
def _folded() -> list[tuple[list[str], Mapping[str, str]]]:
    return [([fold(name or row["id"]).text.casefold()
              for name in (row["id"], row["name_en"], row["name_ar"], *row["aliases_ar"].split("|"))], row)
            for row in _actors().values()]
