"""Corrections: the values that people give to fields of claims, and the words of the article that they mark for them.

The value of a decision is JSON: that of the field, or, where words were marked, an object of both:
{"value": ..., "words": {"start", "end", "text"}}.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, get_args

from sijill.documents import SPEAKER_KINDS, Factuality, Grounding
from sijill.errors import InputError
from sijill.ledger import TOLL_KINDS, Words
from sijill.records import read_grounding
from sijill.resources import table


@dataclass(frozen=True, slots=True)
class Spotted:
    """A place that a person has picked: what it is called, and where it is."""

    name: str
    where: Grounding


@dataclass(frozen=True, slots=True)
class Correction:
    """The value of a corrected field (see `checked`), and the words that say so; None where nobody marked any."""

    value: Any
    words: Words | None = None


def read_correction(name: str, value: str) -> Correction:
    """What a decision corrects a field to; InputError where the field or the value cannot be."""
    try:
        given, words = parts(value)
    except ValueError:
        # what is no JSON is no value either, and that is said there
        return Correction(checked(name, value))
    return Correction(checked(name, json.dumps(given)), words)


def parts(value: str) -> tuple[Any, Words | None]:
    """The value of a correcting decision as JSON has it, and the words that were marked."""
    given = json.loads(value)
    # no field has a value of this form
    if isinstance(given, dict) and given.keys() == {"value", "words"}:
        return given["value"], _words(given["words"])
    return given, None


def with_words(value: str, words: Words | None) -> str:
    """The value of a decision that corrects a field to `value` (JSON) because of these words."""
    if words is None:
        return value
    return json.dumps({"value": json.loads(value), "words": asdict(words)}, ensure_ascii=False)


def _words(given: Any) -> Words:
    try:
        found = Words(**given)
    except TypeError as error:
        raise InputError(f"{given} are no words of an article", next_step="Give start, end and text") from error
    if type(found.start) is not int or type(found.end) is not int or not isinstance(found.text, str):
        raise InputError(f"{given} are no words of an article", next_step="Give offsets in code points, and the text")
    return found


def checked(name: str, value: str) -> Any:
    """The value of a corrected field from its JSON; InputError where the field or the value cannot be.

    sub_event_type, factuality: a name of the codebook; earliest, latest: an ISO date or null; actor1, actor2,
    assoc_actor1, assoc_actor2: a list of actor ids; place: a name, or an object with the fields of a grounding;
    weapon: what the article calls it; attribution: the kind of who says so; both null where the article names none;
    killed, wounded, captured, missing, displaced: [low, high], null where not known.
    """
    check = FIELDS.get(name)
    if check is None:
        raise InputError(f"{name!r} is no field that can be corrected", next_step=f"Give one of {', '.join(FIELDS)}")
    try:
        return check(json.loads(value))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(f"{value} cannot be the value of {name}", where=name,
                         next_step=f"Give {_MEANT.get(name, _MEANT['toll'])}") from error


def _type(value: Any) -> str:
    known = {row["sub_event_type"] for row in table("ontology.tsv", ("sub_event_type",))}
    return _one_of(value, known)


def _factuality(value: Any) -> str:
    return _one_of(value, set(get_args(Factuality)))


def _one_of(value: Any, known: set[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise ValueError(value)
    return value


def _day(value: Any) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def _ids(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise ValueError(value)
    return tuple(value)


def _place(value: Any) -> str | Spotted:
    """A name, or a place of a gazetteer that a person has picked."""
    if isinstance(value, dict):
        name, where = _name(value.get("name")), read_grounding(value)
        if where is None or not isinstance(where.place_id, str):
            raise ValueError(value)
        for degrees, most in ((where.lat, 90.0), (where.lon, 180.0)):
            if degrees is not None and not (isinstance(degrees, int | float) and abs(degrees) <= most):
                raise ValueError(value)
        return Spotted(name, where)
    return _name(value)


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value.strip()


def _weapon(value: Any) -> str | None:
    return None if value is None else _name(value)


def _speaker(value: Any) -> str | None:
    return None if value is None else _one_of(value, set(SPEAKER_KINDS))


def _toll(value: Any) -> tuple[int | None, int | None]:
    low, high = value
    for one in (low, high):
        if one is not None and (isinstance(one, bool) or not isinstance(one, int) or one < 0):
            raise ValueError(value)
    if low is not None and high is not None and low > high:
        raise ValueError(value)
    return low, high


FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "sub_event_type": _type, "factuality": _factuality, "earliest": _day, "latest": _day, "actor1": _ids,
    "actor2": _ids, "assoc_actor1": _ids, "assoc_actor2": _ids, "place": _place,
    "weapon": _weapon, "attribution": _speaker, **dict.fromkeys(TOLL_KINDS, _toll)}
"""The fields that can be corrected, each with what makes a value of it."""

_ACTORS = 'a list of actor ids, as ["SDF"]'
_MEANT = {
    "sub_event_type": "a sub-event type of the codebook, in quotes", "factuality": '"asserted", "denied", "planned" '
    'or "uncertain"', "earliest": 'a day, as "2018-03-14", or null', "latest": 'a day, as "2018-03-14", or null',
    "actor1": _ACTORS, "actor2": _ACTORS, "assoc_actor1": _ACTORS, "assoc_actor2": _ACTORS,
    "place": "the name of a place, in quotes, or an object with its name, place_id, lat and lon",
    "weapon": "what the article calls it, in quotes, or null where it names none",
    "attribution": f"the kind of who says so ({', '.join(SPEAKER_KINDS)}), in quotes, or null",
    "toll": "[low, high], with null for what is not known"}
