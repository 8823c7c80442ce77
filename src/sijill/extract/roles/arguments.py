"""The mentions chosen for the parts of an event, as the event's arguments."""

from __future__ import annotations

from typing import Final

from sijill.documents import ActorArgument, PlaceArgument
from sijill.extract.actors.actors import name_span
from sijill.extract.actors.mention_heads import head_forms, head_word_group
from sijill.extract.actors.sides import side_in
from sijill.extract.clauses.kinds import deed
from sijill.extract.clauses.view import View
from sijill.extract.roles.options import Played
from sijill.extract.tables.registry import registry

_POLITICS: Final = ("Agreement", "Talks")
_ANAPHOR, _GOVERNMENT = "anaphor", "gov"


def actor_arguments(view: View, played: Played, mentions: list[int], role: str) -> tuple[ActorArgument, ...]:
    """Mentions of sides as arguments of an event, one an id."""
    out: dict[str, ActorArgument] = {}
    for i in mentions:
        side = view.sides[i]
        mention = view.actors[i if side.named is None else side.named]
        one = _itself(view, i, played.trigger.sub_event_type, role) or side_in(
            side.id, deed(played.trigger, side.id), role, view.document.published)
        if one not in out:
            share = round(played.shares.get(role, 1.0) * side.score, 3)
            start, end = name_span(mention, view.document)
            out[one] = ActorArgument(start, end, one,
                                     f"{side.rule}>{role}" + played.chosen_by.get(role, ""), share)
    return tuple(out.values())


def _itself(view: View, i: int, sub_event_type: str, role: str) -> str | None:
    """The government that a mention means for itself and not for its army; None where it may be for that.

    "The regime" is that where it talks or agrees, also if its army was meant before, in 5 of 5 in training; and a
    government's service kills and seizes for itself, in 5 of 5. Its officials and ministries are not its army that is
    attacked.
    """
    known, one, mention = registry(), view.sides[i].id, view.actors[i]
    if known.ruling(one) is not None:
        words = view.tokens[mention.first : mention.last]
        office = role == "actor2" and known.is_link("office", head_forms(words[0].norm)[1])
        soldiers = any(known.is_link("of_soldiers", token.key)
                       for token in view.tokens[mention.first + 1 : mention.first + 2])
        return one if office and not soldiers or any(known.is_link("service", token.key) for token in words) else None
    state = known.family_of(one) if sub_event_type in _POLITICS and mention.kind == _ANAPHOR else None
    if state is None or one not in known.families[state].branches["army"] or (
            head_word_group(view.document, mention) != _GOVERNMENT):
        return None
    return known.branch(state, _GOVERNMENT, view.document.published)


def place_arguments(view: View, played: Played) -> tuple[PlaceArgument, ...]:
    """The chosen places as arguments, one a name and extent ("the city and its countryside" are two)."""
    share, chosen_by = round(played.shares.get("place", 1.0), 3), played.chosen_by.get("place", "")
    out: dict[tuple[str, str], PlaceArgument] = {}
    for i in played.places:
        p = view.places[i]
        if (p.name, p.extent) not in out:
            out[p.name, p.extent] = PlaceArgument(p.start, p.end, p.name, p.extent, p.within, p.rule + chosen_by, share)
    return tuple(out.values())
