"""What a candidate's clause says of it: a construction outright, words that colour it, where a preposition leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sijill.arabic.clitics import without_particles
from sijill.extract.choosing.choice import Feature
from sijill.extract.clauses.view import View
from sijill.extract.triggers import names
from sijill.extract.triggers.candidates import Candidate, object_of
from sijill.extract.triggers.factuality import said

_LEADS: Final = 9
_NEAR: Final = 5
_NEAR_COLOURS: Final = frozenset(("negation", "denial", "purpose", "plan", "uncertain", "relative", "subordinate",
                                  "after", "light", "call", "background", "cause"))
_FAR: Final = 7
_FAR_COLOURS: Final = frozenset(("after", "cause", "purpose", "plans", "plan", "denies", "call"))
_LIGHT: Final = frozenset(("light", "light_ahead"))
_WAS: Final = "was"
_HAD: Final = "had"


def preposition(view: View, at: int, last: int) -> str:
    """The preposition that the clause leads on with behind a word; "-" if there is none."""
    for here in range(at + 1, min(at + _LEADS, last)):
        if view.actor_at[here] < 0 and "preposition" in view.classes[here]:
            return view.tokens[here].key
        if view.clause_at[here] != view.clause_at[at]:
            break
    return "-"


def light_verb(view: View, at: int, first: int) -> str:
    """The light verb of the clause right before a word ("launched an attack"); "-" if there is none."""
    for here in range(at - 1, max(first, at - _NEAR) - 1, -1):
        if view.clause_at[here] != view.clause_at[at]:
            break
        if not _LIGHT.isdisjoint(view.classes[here]):
            return view.tokens[here].key
    return "-"


def met(view: View, c: Candidate) -> tuple[str, str]:
    """The object that a lemma asks for, as it is met, and on which side of the word it stands."""
    here = object_of(view, c.token, c.lemma)
    if here is None:
        return "-", "-"
    found = c.lemma.objects.intersection(without_particles(view.tokens[here].key))
    return min(found), "after" if here > c.token else "before"


def near_colours(view: View, at: int, first: int) -> list[Feature]:
    """The words right before a candidate that colour it, and how near they are; a side between counts as one word."""
    out: dict[str, str] = {}
    here, gap = at - 1, 0
    while here >= first and gap < _NEAR:
        side = view.actor_at[here]
        if side < 0 and view.tokens[here].norm == '"':
            here -= 1
            continue
        gap += 1
        for colour in view.classes[here]:
            if colour in _NEAR_COLOURS and colour not in out:
                out[colour] = f"b:{colour}={min(gap, 3)}"
        here = here - 1 if side < 0 else view.actors[side].first - 1
    return [*sorted(out.values())]


def far_colours(view: View, at: int, first: int, form: str, group: str) -> list[Feature]:
    """Words farther before a candidate that colour it, as its form and family take them; whether it "had been"."""
    out: list[Feature] = []
    before = [(here, classes) for here in range(at - 1, max(first, at - _FAR) - 1, -1)
              if (classes := view.classes[here])]
    if any(_WAS in classes for _, classes in before):
        out.append((names.had_been, any(_HAD in classes for _, classes in before), form[:2], group))
    out += [(names.colour, colour, min(at - here, 3), form, group)
            for here, classes in before if not _FAR_COLOURS.isdisjoint(classes)
            for colour in sorted(classes & _FAR_COLOURS)]
    return out


def of_clause(view: View, c: Candidate, first: int, last: int, form: str, particle: str,
              before: str, after: str) -> tuple[list[Feature], Callable[[str], list[Feature]]]:
    """Features of a candidate in its clause: those for its telling nothing, and those for a type.

    `before` and `after` are the categories of the words beside it.
    """
    at, lemma, group = c.token, c.lemma.name, c.types[0] if c.types else "?"
    led = preposition(view, at, last)
    outright = said(view, at, c.hit.form, group)
    none: list[Feature] = [
        (names.between, lemma, after, before),
        (names.valency, lemma, c.lemma.frame, led, form),
        (names.light, lemma, light_verb(view, at, first), form),
        *near_colours(view, at, first),
        *far_colours(view, at, first, form, group),
    ]
    wanted = met(view, c) if c.lemma.objects else None
    if wanted is not None:
        none.append((names.wanted, lemma, *wanted, form[:2]))
    if outright is not None:
        label, rule = outright
        none.append((names.said, label, rule.partition(".")[0], form[:2], group))
    if particle:
        none.append((names.particle, particle, before, form[:2]))

    def of_kind(kind: str) -> list[Feature]:
        out: list[Feature] = [(names.kind_valency, kind, led)]
        if outright is not None:
            out.append((names.kind_said, kind, outright[0]))
        if wanted is not None:
            out.append((names.kind_wanted, kind, wanted[0]))
        if particle:
            out.append((names.kind_particle, kind, particle))
        return out

    return none, of_kind
