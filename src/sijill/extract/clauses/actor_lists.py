"""Lists of sides: mentions that are coordinated with each other."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import ARTICLE, CONJUNCTIONS
from sijill.arabic.inflection import NISBAS
from sijill.arabic.tokens import CLOSED, COMMAS, OPENED
from sijill.documents import ActorMention
from sijill.extract.actors.bare_heads import FLOWN
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View

_NATIONALITY: Final = "nationality"
_HEAD: Final = "head."
_OFFICIAL: Final = ("head.gov", "composed.gov")
_PASSED: Final = ('"', OPENED, CLOSED)


def actor_lists(view: View) -> dict[int, tuple[int, ...]]:
    """Coordinated mentions: those joined by "and", "or" or a comma, with no other word between but an adjective.

    Of "A and its allies of B", "A and allies of its from B" the list is A and B (5 of 7 in training).
    """
    groups: list[list[int]] = []
    for i, mention in enumerate(view.actors):
        if groups and (allies := _allies_of(view, mention)) is not None:
            if view.actors[groups[-1][-1]].first == allies and len(groups) > 1:
                groups.pop()  # "allies" that are a mention of their own
            if view.actors[groups[-1][-1]].last in (allies, allies - 1):
                groups[-1].append(i)
                continue
        if groups and _goes_on(view, view.actors[groups[-1][-1]], mention):
            groups[-1].append(i)
        else:
            groups.append([i])
    return {i: tuple(group) for group in groups for i in group if len(group) > 1}


def _goes_on(view: View, before: ActorMention, mention: ActorMention) -> bool:
    """Whether a mention goes on with the list that the one before it ends.

    "A and its allies" names A alone (46 of 50 in training), "clashes with A and raids of B" tells of two deeds.
    """
    token = view.tokens[mention.first]
    if is_word(view, mention.first, "allies") or (
            mention.rule.startswith(FLOWN) and view.hits[mention.first] is not None):
        return False
    between = [at for at in range(before.last, mention.first) if view.tokens[at].norm not in _PASSED]
    if not between and before.rule == mention.rule == _NATIONALITY:
        # "a Russian Turkish deal"
        return True
    joined = token.norm[0] in CONJUNCTIONS and mention.start > token.start
    named = not before.rule.startswith(_HEAD) and not mention.rule.startswith(_OFFICIAL)
    if joined and between and named and _is_adjective(view, between[0]):
        between = between[1:]
    norms = [view.tokens[at].norm for at in between]
    if joined and (not norms or len(norms) == 1 and norms[0] in COMMAS):
        return True
    return len(norms) == 1 and (norms[0] in CONJUNCTIONS or is_word(view, between[0], "or"))


def _allies_of(view: View, mention: ActorMention) -> int | None:
    """The word "and (its) allies" before "of" and a mention, "of its" between them at most."""
    at = mention.first - 1
    if at < 1 or "from" not in view.classes[at]:
        return None
    at -= 1
    if is_word(view, at, "of_its"):
        at -= 1
    return at if at >= 0 and is_word(view, at, "allies") and view.tokens[at].norm[0] in CONJUNCTIONS else None


def _is_adjective(view: View, at: int) -> bool:
    """Whether a word is the adjective that ends a name before it ("the Syrian governmental forces")."""
    norm = view.tokens[at].norm
    return norm.startswith(ARTICLE) and norm.endswith(NISBAS) and view.hits[at] is None
