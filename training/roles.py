"""Weights of the choices of sides and places, given the gold triggers."""

from __future__ import annotations

from sijill.extract.choice import names
from sijill.extract.roles import Played, Roles
from sijill.extract.sides import side_in
from training.gold import Gold, overlaps, plain
from training.logit import Option, fit
from training.views import Example, gold_triggers

SIDES = ("actor1", "actor2")


def choices(data: list[Example]) -> dict[str, list[list[Option]]]:
    """For each role the options of each gold event, those of the gold side or place right."""
    out: dict[str, list[list[Option]]] = {"actor1": [], "actor2": [], "place": []}
    for example in data:
        pairs = gold_triggers(example)
        roles = Roles(example.view, tuple(t for t, _ in pairs))
        for trigger, event in pairs:
            played = Played(trigger)
            options = [roles.option(trigger, i) for i in roles.actor_options(trigger)]
            for role in SIDES:
                good = right_sides(
                    example, [o.number for o in options], event[role], trigger.sub_event_type, role
                )
                if good or not event[role]:
                    out[role].append(
                        [(names(roles.nobody(trigger, role, played)), not event[role])]
                        + [
                            (
                                names(o.features + (roles.opposed(trigger, o, played) if role == "actor2" else [])),
                                o.number in good,
                            )
                            for o in options
                        ]
                    )
                setattr(played, role, sorted(good))
                played.ids[role] = frozenset(a["id"] for a in event[role])
            roles.remember(played)
            spots = roles.place_options(trigger)
            good = right_places(example, spots, event["places"])
            if good or not event["places"]:
                out["place"].append(
                    [(names(roles.nobody(trigger, "place", played)), not event["places"])]
                    + [(names(roles.place_features(trigger, i, spots)), i in good) for i in spots]
                )
            played.places = sorted(good)
            roles.played.append(played)
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
