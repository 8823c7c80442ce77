"""Names of places in English, as the gazetteers keep them: of a place by its id, of what contains it by its name."""

from __future__ import annotations

import functools
import unicodedata

from sijill.arabic.writable import writable
from sijill.documents import Container
from sijill.grounding.component import Grounder
from sijill.grounding.names import name_keys
from sijill.grounding.places import Place, kind_class


@functools.lru_cache(maxsize=50_000)
def known_place(place_id: str) -> Place | None:
    """The place of an id in the gazetteer that ships or the user's own; None where neither has it."""
    wanted = writable(place_id)
    return next((found for file in _gazetteers().candidates.files if (found := file.get(wanted))), None)


@functools.lru_cache(maxsize=20_000)
def places_named(name: str) -> tuple[Place, ...]:
    """The places that a name, folded, may mean, in the order of the gazetteers."""
    keys = name_keys(writable(name))
    if keys is None:
        return ()
    return tuple(p for file in _gazetteers().candidates.files for p in (*file.named(keys.full), *file.named(keys.bare)))


def english_name(place_id: str) -> str | None:
    """The English name of a place, in plain Latin letters; None where no gazetteer has one."""
    known = known_place(place_id)
    return plain_latin(known.name_en) if known and known.name_en else None


def english_container(container: Container, country: str | None) -> str | None:
    """The English name of what contains a place of a country (ISO3; None: of any); None where none is known."""
    wanted = kind_class(container.kind)
    return next((plain_latin(p.name_en) for p in places_named(container.name)
                 if p.name_en and kind_class(p.kind) == wanted and country in (None, p.country)), None)


def plain_latin(name: str) -> str:
    """A name in Latin letters without their dots and strokes, as ACLED and UCDP write them."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return "".join("'" if unicodedata.category(c) == "Lm" else c for c in bare)


@functools.cache
def _gazetteers() -> Grounder:
    return Grounder()
