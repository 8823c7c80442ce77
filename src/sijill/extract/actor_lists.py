"""Lists of sides: mentions that are coordinated with each other."""

from __future__ import annotations

from sijill.arabic.clitics import CONJUNCTIONS
from sijill.arabic.tokens import COMMAS
from sijill.extract.view import View


def actor_lists(view: View) -> dict[int, tuple[int, ...]]:
    """Coordinated mentions: those joined by "and" or a comma, with no other word between."""
    groups: list[list[int]] = []
    for i, mention in enumerate(view.actors):
        if groups:
            before = view.actors[groups[-1][-1]]
            between = [t for t in view.tokens[before.last : mention.first] if t.norm not in ('"', "(", ")")]
            token = view.tokens[mention.first]
            joined = token.norm[0] in CONJUNCTIONS and mention.start > token.start
            lone = not between or (len(between) == 1 and between[0].norm in COMMAS)
            if (joined and lone) or (len(between) == 1 and between[0].norm in CONJUNCTIONS):
                groups[-1].append(i)
                continue
        groups.append([i])
    return {i: tuple(group) for group in groups for i in group if len(group) > 1}
