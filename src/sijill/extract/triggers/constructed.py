"""Constructed: nouns for deeds that a construction tells outright, of whatever type they are weighed to be: the second
of two, what goes along with another, counted strikes, shelling by guns, a drive begun on a day, a siege that is laid,
what is denied, what was attempted and foiled, the deadly attack that hit somebody."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS, key
from sijill.arabic.tokens import BREAKS
from sijill.extract.clauses.taking_words import is_word, names, tells
from sijill.extract.clauses.view import View
from sijill.extract.triggers.candidates import Candidate
from sijill.extract.triggers.features import Features
from sijill.extract.triggers.outright import infamous, is_operation, tells_a_day

LIKELY: Final = 0.8
"""The least probability of what such a construction tells: in the gold nearly seven in eight of all of them do."""
_NOUN: Final = "noun"
_CLASH: Final = "Armed clash"
# tokens from a noun for a deed to a second one
_TO_SECOND: Final = 6
# tokens from "with" back to "coincided", over what did
_TO_COINCIDED: Final = 3
# tokens from strikes back to the verb of who launched them, over a side and its titles, and on to their day
_TO_LAUNCH: Final = 10
_TO_DAY: Final = 9
# tokens from the verb of a launch back to its side, over "had"
_HAD: Final = 2
_SUM: Final = 100
"""The most strikes of one count: more of them are a sum."""
_SPELL: Final = dt.timedelta(days=14)
"""The longest time that a counted deed is of: what is counted over a longer one is summed up."""


def constructed(features: Features, number: int) -> bool:
    """Whether a construction tells an event with a noun: in the gold more than four in five of each of them do."""
    c, view = features.found[number], features.view
    if c.hit.form != _NOUN or not c.types:
        return False
    if _denied(view, c.token) or _begun(features, number) or _laid(view, c) or _foiled(view, c) or _infamous(view, c):
        return True
    if not tells(c.lemma.name, "blow"):
        return False
    return (_second(features, number) or not _known(c) and (
        _goes_along(view, c.token) or _counted(view, c.token) or _by_guns(view, c)))


def _known(c: Candidate) -> bool:
    """Whether a noun is definite, by article or pronoun: what it names may have been told."""
    return c.hit.definite or bool(c.hit.pronoun)


def _joined(c: Candidate) -> bool:
    return c.hit.particles[:1] in tuple(CONJUNCTIONS)


def _second(features: Features, number: int) -> bool:
    """Whether "and" joins a noun to another one that tells an event ("in air strikes and fighting"): 50 of 59."""
    c = features.found[number]
    if not _joined(c):
        return False
    before = features.found[number - 1]
    if before.hit.form != _NOUN or before.token != features.last_told or not tells(before.lemma.name, "blow"):
        return False
    clause_at = features.view.clause_at
    return (before.lemma.name != c.lemma.name and _known(before) == _known(c)
            and c.token - before.token <= _TO_SECOND and clause_at[before.token] == clause_at[c.token])


def _goes_along(view: View, at: int) -> bool:
    """Whether "coincided with", "along with" stands before a noun: 46 of 52."""
    first = view.sentences[view.sentence_at[at]].first
    return "with" in view.classes[at - 1] and any(
        is_word(view, i, "coincides") for i in range(at - 2, max(first, at - 1 - _TO_COINCIDED) - 1, -1))


def _verb(view: View, at: int, name: str) -> int | None:
    """The verb of such a class before a noun, no break between, as its token; None where there is none."""
    first = view.sentences[view.sentence_at[at]].first
    for here in range(at - 1, max(first, at - _TO_LAUNCH) - 1, -1):
        if view.tokens[here].norm in BREAKS:
            return None
        if is_word(view, here, name):
            return here
    return None


def _launch(view: View, at: int, name: str) -> int | None:
    """The same of a verb that names a side right before it, or between it and the noun."""
    verb = _verb(view, at, name)
    if verb is None:
        return None
    first = view.sentences[view.sentence_at[at]].first
    return verb if any(view.actor_at[i] >= 0 for i in range(max(first, verb - _HAD), at)) else None


def _laid(view: View, c: Candidate) -> bool:
    """Whether a siege is what is "imposed" or "tightened": 19 of 21."""
    return tells(c.lemma.name, "besieges") and not c.hit.definite and _verb(view, c.token, "imposes") is not None


def _foiled(view: View, c: Candidate) -> bool:
    """Whether an advance or attack is what somebody "attempted" and another fought off or foiled: 19 of 23."""
    at = c.token
    tried = at > 0 and is_word(view, at - 1, "attempt") and not c.hit.definite
    return tried and _CLASH in c.types and _verb(view, at, "foils") is not None


def _infamous(view: View, c: Candidate) -> bool:
    """Whether an attack is called deadly, suicidal or a crime "that hit" somebody: 10 of 13."""
    return (tells(c.lemma.name, "blow") or tells(c.lemma.name, "attacks")) and infamous(view, c.token)


def _counted(view: View, at: int) -> bool:
    """Whether a side is said to have launched a number of strikes, no sum and not over a long time: 32 of 37."""
    count = view.counted.get(at)
    if count is None or (count.low or 0) > _SUM or _launch(view, at, "launches") is None:
        return False
    return not any(
        time.earliest is not None and time.latest is not None and time.latest - time.earliest > _SPELL
        for time in view.times_in(view.sentence_at[at]))


def _begun(features: Features, number: int) -> bool:
    """Whether a side is said to have begun an operation on a day, no other deed between: 34 of 39.

    What was launched "since" or "after" is told for what came of it. "The operation that A launched on a day", the
    other way round, is told outright (`launched_on_a_day`).
    """
    c, view = features.found[number], features.view
    if c.token in view.counted or not is_operation(view, c):
        return False
    span = view.sentences[view.sentence_at[c.token]]
    verb = _launch(view, c.token, "began")
    if verb is not None and (first := _verb(view, verb, "began")) is not None:
        verb = first
    if verb is None or _governed(view, verb) or verb > span.first and "subordinate" in view.classes[verb - 1] or any(
            verb < other.token for other in features.found[max(0, number - 2):number]):
        return False
    return tells_a_day(view, verb + 1, min(c.token + _TO_DAY, span.last))


def _governed(view: View, at: int) -> bool:
    """Whether "by" stands at the front of what is spelled like a verb ("accused of launching")."""
    norm = view.tokens[at].norm
    return norm.startswith(BY) and names(key(norm.removeprefix(BY)), "began")


def _by_guns(view: View, c: Candidate) -> bool:
    """Whether shelling is said to be by guns or rockets, and is no second thing that something ranges to: 61 of 70."""
    after = c.token + 1
    return (tells(c.lemma.name, "shells") and not _joined(c)
            and after < len(view.tokens) and is_word(view, after, "of_guns"))


def _denied(view: View, at: int) -> bool:
    """Whether a side "denied", at most flatly, what a noun right behind it tells: 10 of 12."""
    first = view.sentences[view.sentence_at[at]].first
    for here in range(at - 1, first - 1, -1):
        if is_word(view, here, "has_denied"):
            return True
        if view.actor_at[here] < 0 and not is_word(view, here, "flatly"):
            return False
    return False
