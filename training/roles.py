"""Weights of the choices of sides and places, given the gold triggers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sijill.documents import Trigger
from sijill.extract.actors.sides import side_in
from sijill.extract.choosing.choice import Feature, names
from sijill.extract.roles.options import SIDES, Played
from sijill.extract.roles.roles import PARTS, Roles
from training.gold import Gold, overlaps, plain
from training.logit import Option, fit
from training.views import Example, gold_triggers


@dataclass(frozen=True, slots=True)
class Asked:
    """One choice of a part of a gold event: the mentions among which it is made, and what describes each answer.

    `described` has "nobody" first, then each of `numbers` (mentions of the view); `good` are those of the gold part,
    `empty` says that it has none.
    """

    part: str
    trigger: Trigger
    numbers: tuple[int, ...]
    described: list[list[Feature]]
    good: frozenset[int]
    empty: bool


def asked(example: Example) -> Iterator[Asked]:
    """Every choice of a part of the gold events of an article, each made after those before it were made rightly."""
    pairs = gold_triggers(example)
    roles = Roles(example.view, tuple(t for t, _ in pairs))
    for trigger, event in pairs:
        played = Played(trigger)
        options = [roles.option(trigger, i) for i in roles.actor_options(trigger)]
        numbers = tuple(o.number for o in options)
        for role in SIDES:
            good = right_sides(example, list(numbers), event[role], trigger.sub_event_type, role)
            described = [o.features + ([roles.opposed(trigger, o, played)] if role == "actor2" else [])
                         for o in options]
            yield Asked(role, trigger, numbers, [roles.nobody(trigger, role, played), *described], frozenset(good),
                        not event[role])
            setattr(played, role, sorted(good))
            played.ids[role] = frozenset(a["id"] for a in event[role])
        roles.remember(played)
        spots = roles.place_options(trigger)
        good = right_places(example, spots, event["places"])
        yield Asked("place", trigger, tuple(spots),
                    [roles.nobody(trigger, "place", played), *(roles.place_features(trigger, i, spots) for i in spots)],
                    frozenset(good), not event["places"])
        played.places = sorted(good)
        roles.played.append(played)


def choices(data: list[Example]) -> dict[str, list[list[Option]]]:
    """For each role the options of each gold event, those of the gold side or place right."""
    out: dict[str, list[list[Option]]] = {part: [] for part in PARTS}
    for example in data:
        for one in asked(example):
            if one.good or one.empty:
                right = [one.empty, *(i in one.good for i in one.numbers)]
                out[one.part].append([(names(f), good) for f, good in zip(one.described, right, strict=True)])
    return out


def right_sides(example: Example, options: list[int], gold: list[Gold], kind: str, role: str) -> set[int]:
    """The mentions among the options that the gold record has in a part, by span and id or else by one of them."""
    view = example.view
    right: set[int] = set()
    touching: set[int] = set()
    for i in options:
        mention = view.actors[i]
        one = side_in(view.sides[i].id, kind, role, view.document.published)
        for argument in gold:
            touch = overlaps(mention.start, mention.end, argument)
            if touch:
                touching.add(i)
            if one == argument["id"] or (
                touch and one.startswith("NEW:") and argument["id"].startswith("NEW:")
            ):
                right.add(i)
    return (right & touching) or right or touching


def right_places(example: Example, spots: list[int], gold: list[Gold]) -> set[int]:
    """The places among the options that the gold record has, by name, and by span where that says more."""
    view = example.view
    names = {plain(p["name"]) for p in gold}
    right = {i for i in spots if plain(view.places[i].name) in names}
    touching = {i for i in right if any(overlaps(view.places[i].start, view.places[i].end, p) for p in gold)}
    return touching or right


def weights(data: list[Example]) -> dict[str, dict[str, float]]:
    """Fitted weights by role."""
    return {role: fit(found, penalty=12.0, least=3) for role, found in choices(data).items()}
