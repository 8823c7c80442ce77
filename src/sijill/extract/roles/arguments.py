"""The mentions chosen for the parts of an event, as the event's arguments."""

from __future__ import annotations

from sijill.documents import ActorArgument, PlaceArgument
from sijill.extract.actors.actors import name_span
from sijill.extract.actors.sides import side_in
from sijill.extract.clauses.kinds import deed
from sijill.extract.clauses.view import View
from sijill.extract.roles.options import Played


def actor_arguments(view: View, played: Played, mentions: list[int], role: str) -> tuple[ActorArgument, ...]:
    """Mentions of sides as arguments of an event, one an id."""
    out: dict[str, ActorArgument] = {}
    for i in mentions:
        side = view.sides[i]
        mention = view.actors[i if side.named is None else side.named]
        one = side_in(side.id, deed(played.trigger, side.id), role, view.document.published)
        if one not in out:
            share = round(played.shares.get(role, 1.0) * side.score, 3)
            start, end = name_span(mention, view.document)
            out[one] = ActorArgument(start, end, one,
                                     f"{side.rule}>{role}" + played.chosen_by.get(role, ""), share)
    return tuple(out.values())


def place_arguments(view: View, played: Played) -> tuple[PlaceArgument, ...]:
    """The chosen places as arguments, one a name and extent ("the city and its countryside" are two)."""
    share, chosen_by = round(played.shares.get("place", 1.0), 3), played.chosen_by.get("place", "")
    out: dict[tuple[str, str], PlaceArgument] = {}
    for i in played.places:
        p = view.places[i]
        if (p.name, p.extent) not in out:
            out[p.name, p.extent] = PlaceArgument(p.start, p.end, p.name, p.extent, p.within, p.rule + chosen_by, share)
    return tuple(out.values())
