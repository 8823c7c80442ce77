"""Names of sides for other people's tables: neutral, in English, and in ACLED's classes."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from sijill.exports.columns import settings
from sijill.exports.countries import country
from sijill.extract.tables.actor_rows import Actor
from sijill.extract.tables.registry import registry
from sijill.ledger import Reading
from sijill.resources import table

_NEW = "NEW:"
_COUNTRY = "COUNTRY:"
CIVILIANS = "CIVILIANS"
_ARMED = frozenset({"state_forces", "external_forces", "rebel_group", "political_militia", "identity_militia"})
_STATES = frozenset({"state_forces", "external_forces"})
_UNARMED = frozenset({"civilians", "protesters", "rioters"})
_PARENTS = 8


def known_actor(actor_id: str) -> Actor | None:
    """What the registry knows of an actor."""
    return registry().actors.get(actor_id)


def english(actor_id: str) -> str:
    """An actor's neutral English name; the name as it stands where the registry has none."""
    known = known_actor(actor_id)
    if known is not None:
        return known.name_en
    if actor_id.startswith(_COUNTRY):
        return f"Government of {country_name(actor_id.removeprefix(_COUNTRY))}"
    return actor_id.removeprefix(_NEW)


def country_name(iso3: str) -> str:
    """A country's English name; the code itself where it is not known."""
    known = country(iso3)
    return known.name if known else iso3


@functools.cache
def _patterns() -> Mapping[str, tuple[str, str]]:
    rows = table("exports-actors.tsv", ("id", "acled", "associated"), unique=("id",))
    return {row["id"]: (row["acled"], row["associated"]) for row in rows}


def acled_name(actor_id: str, where: str | None) -> tuple[str, tuple[str, ...]]:
    """ACLED's name of an actor in a country (ISO3; None: not known), and the groups it names beside it."""
    pattern, beside = _patterns().get(actor_id, ("", ""))
    if not pattern:
        return english(actor_id), ()
    name = country_name(where) if where else None
    filled = [_filled(part, name) for part in (pattern, *beside.split("; ")) if part]
    return filled[0], tuple(filled[1:])


def _filled(pattern: str, name: str | None) -> str:
    if name is None:
        return pattern.replace(" ({country})", "").replace(" of {country}", "")
    return pattern.replace("{country}", name)


def inter(actor_id: str, where: str | None) -> int | None:
    """ACLED's class of an actor, 1 to 8, in a country; None for one that the registry does not know."""
    classes = settings()["acled"]
    if actor_id in classes["inter_by_actor"]:
        return int(classes["inter_by_actor"][actor_id])
    known = known_actor(actor_id)
    if known is None:
        state = actor_id.removeprefix(_COUNTRY) if actor_id.startswith(_COUNTRY) else None
        return None if state is None else 1 if where in (None, state) else 8
    if known.kind in _STATES and known.countries and where:
        return 1 if where in known.countries else 8
    return int(classes["inter_by_kind"][known.kind])


def inter_label(number: int | None) -> str | None:
    """The words for ACLED's class."""
    return None if number is None else str(settings()["acled"]["inter"][str(number)])


def is_civilian(actor_id: str) -> bool:
    """Whether an id stands for people who do not fight."""
    known = known_actor(actor_id)
    return known is not None and known.kind in _UNARMED


def is_armed(actor_id: str) -> bool:
    """Whether an id stands for an organised armed side that is known by name."""
    known = known_actor(actor_id)
    return known.kind in _ARMED if known else actor_id.startswith((_NEW, _COUNTRY))


def state_of(actor_id: str) -> str | None:
    """The state (ISO3) whose forces an actor is; "" for forces of several states; None for any other side."""
    if actor_id.startswith(_COUNTRY):
        return actor_id.removeprefix(_COUNTRY)
    known = known_actor(actor_id)
    if known is None or known.kind not in _STATES:
        return None
    return next(iter(known.countries)) if len(known.countries) == 1 else ""


def is_branch(one: str, other: str) -> bool:
    """Whether two ids are one organisation: the same state, or a parent and its branch."""
    state = state_of(one)
    return one == other or bool(state and state == state_of(other)) or bool(lineage(one) & lineage(other))


def same_side(one: str, other: str) -> bool:
    """Whether two ids are one organisation, or named as allies."""
    return is_branch(one, other) or registry().allied(one, other)


def within(one: str, sides: Iterable[str]) -> bool:
    """Whether an actor is one of the sides, or of the same side as one."""
    return any(same_side(one, side) for side in sides)


@functools.lru_cache(maxsize=4096)
def lineage(actor_id: str) -> frozenset[str]:
    """An actor and what it is part of, up to its topmost parent."""
    out = [actor_id]
    known = known_actor(actor_id)
    while known is not None and known.parent and known.parent not in out and len(out) < _PARENTS:
        out.append(known.parent)
        known = known_actor(known.parent)
    return frozenset(out)


def parted(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two sides without those that claims name on both: nobody fights itself where another is named."""
    first = tuple(a for a in one if a not in two) or one
    return first, tuple(a for a in two if a not in first) or two


def rivals(readings: Iterable[Reading[tuple[str, ...]]]) -> list[tuple[Reading[tuple[str, ...]], ...]]:
    """Readings of a side in groups of one side each: more than one group is competing attribution."""
    groups: list[list[Reading[tuple[str, ...]]]] = []
    for reading in readings:
        named = [one for one in reading.value if is_armed(one)]
        if not named:
            continue
        home = next((group for group in groups if any(
            within(one, held.value) for held in group for one in named)), None)
        if home is None:
            groups.append([reading])
        else:
            home.append(reading)
    return [tuple(group) for group in groups]
