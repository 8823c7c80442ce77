"""Who claims a deed: of "A was attacked. B claimed the attack" B is the doer of what was told last before the claim,
and of what nobody, or unknown gunmen, are told to have done shortly before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sijill.documents import Trigger
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.kinds import FIGHTING
from sijill.extract.clauses.taking_words import is_word, says_another
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import VIOLENT, event_types

_ANY: Final = frozenset([kind for kind, wider in event_types().items() if wider in VIOLENT])
# sentences from a claim back to what it is of, and to what nobody is told to have done
_NEAR, _FURTHER = 1, 2
_OWN: Final = "own_blame"
_FOR: Final = "عن"
# tokens from the word for claiming to who claims, and to the deed that is claimed
_TO_CLAIMANT: Final = 2
_TO_DEED: Final = 9
# tokens from "an attack" to "on", an adjective between
_TO_WHOM: Final = 2
# tokens from "its responsibility" back to whose it is
_BACK_TO_CLAIMANT: Final = 8
# and to the word for announcing it
_BACK_TO_WORD: Final = 14
# tokens before a word for claiming that may deny it
_TO_DENIAL: Final = 4
# the least probability of what may have been claimed
_TOLD: Final = 0.3


def claimants(view: View, triggers: Sequence[Trigger]) -> tuple[dict[int, int], dict[int, int]]:
    """The mention of who claims each event that is claimed, by the token of its trigger; and of whose it is where
    nobody else is its doer, or unknown gunmen are.

    What is claimed is what was told last before, in the sentence of the claim or the one before it, of a type that the
    word for the claimed deed may tell; no event of a sentence that names the claimant before. All that nobody is told
    to have done shortly before is the claimant's in 27 of 37 in the gold, and as often two sentences back as one;
    further back in 10 of 31.
    """
    claimed: dict[int, int] = {}
    unclaimed: dict[int, int] = {}
    for at, number, deed in _claims(view):
        told = [t for t in triggers if t.token < at and t.score >= _TOLD and t.sub_event_type in (deed or _ANY)
                and view.sentence_at[at] - view.sentence_at[t.token] <= _FURTHER]
        for one in told:
            if _named(view, one, min(at, view.actors[number].first), number):
                continue
            unclaimed.setdefault(one.token, number)
            if deed and one is told[-1] and view.sentence_at[at] - view.sentence_at[one.token] <= _NEAR:
                claimed.setdefault(one.token, number)
    return claimed, unclaimed


def _claims(view: View) -> Iterator[tuple[int, int, frozenset[str] | None]]:
    """Each claim that is not denied: its word, who claims, and the types that the word for what is claimed may tell;
    None where there is no such word, and what was told is meant."""
    for at, classes in enumerate(view.classes):
        if not classes and not view.taking[at]:
            continue
        deed: frozenset[str] | None
        if "claims_it" in classes:
            number, deed = _behind(view, at), _deed(view, range(at - 1, max(-1, at - _TO_DEED), -1))
        elif "claims" in classes:
            number, deed = _behind(view, at), _ahead(view, at)
        elif own_blame(view, at):
            goes_on = at + 1 < len(view.tokens) and view.tokens[at + 1].norm == _FOR
            if not goes_on and not _announced(view, at):
                continue
            number, deed = _before(view, at), _ahead(view, at + 1) if goes_on else None
        else:
            continue
        if number is not None and (deed is None or deed) and not _denied(view, at):
            yield at, number, deed


def _announced(view: View, at: int) -> bool:
    """Whether a word for announcing stands before "its responsibility"."""
    first = view.sentences[view.sentence_at[at]].first
    return any(is_word(view, i, "announces_it") for i in range(max(first, at - _BACK_TO_CLAIMANT), at))


def own_blame(view: View, at: int) -> bool:
    """Whether a word is one for "its responsibility", also as Egyptian papers spell it."""
    return _OWN in view.classes[at] or is_word(view, at, _OWN)


def _ahead(view: View, at: int) -> frozenset[str]:
    last = view.sentences[view.sentence_at[at]].last
    tokens = range(at + 1, min(at + _TO_DEED, last))
    noun = next((i for i in tokens if (hit := view.hits[i]) is not None and hit.form == "noun"), None)
    return frozenset() if noun is not None and _is_new(view, noun) else _deed(view, tokens)


def _deed(view: View, tokens: Iterable[int]) -> frozenset[str]:
    """The types of violence that the first verbal noun among some tokens may tell; none where there is no such."""
    for at in tokens:
        hit = view.hits[at]
        kinds = frozenset([kind for lemma in hit.lemmas for kind in lemma.types
                           if event_types()[kind] in VIOLENT]) if hit is not None and hit.form == "noun" else None
        if kinds:
            return kinds
    return frozenset()


def _is_new(view: View, at: int) -> bool:
    """Whether a verbal noun tells of a deed not told yet: "an attack on P" and "another attack", not "its attack"."""
    hit, last = view.hits[at], view.sentences[view.sentence_at[at]].last
    if hit is None or hit.definite or hit.pronoun:
        return False
    behind = range(at + 1, min(at + 1 + _TO_WHOM, last))
    return any("preposition" in view.classes[i] for i in behind) or any(says_another(view, i) for i in behind)


def _behind(view: View, at: int) -> int | None:
    """The armed side right behind a word for claiming."""
    last = view.sentences[view.sentence_at[at]].last
    number = next((view.actor_at[i] for i in range(at + 1, min(at + 1 + _TO_CLAIMANT, last))
                   if view.actor_at[i] >= 0), -1)
    return number if number >= 0 and side_kind(view.sides[number].id) in FIGHTING else None


def _before(view: View, at: int) -> int | None:
    """The armed side behind the word for announcing "its responsibility", or the one named last before that."""
    first = view.sentences[view.sentence_at[at]].first
    for i in range(at - 1, max(first, at - _BACK_TO_WORD) - 1, -1):
        number = _behind(view, i) if is_word(view, i, "announces_it") else None
        if number is not None:
            return number
    for i in range(at - 1, max(first, at - _BACK_TO_CLAIMANT) - 1, -1):
        if view.actor_at[i] >= 0:
            number = view.actor_at[i]
            return number if side_kind(view.sides[number].id) in FIGHTING else None
    return None


def _denied(view: View, at: int) -> bool:
    first = view.sentences[view.sentence_at[at]].first
    return any(view.classes[i] & {"not", "negation", "denies"} for i in range(max(first, at - _TO_DENIAL), at))


def _named(view: View, told: Trigger, stop: int, claimant: int) -> bool:
    """Whether the sentence of an event names the claimant's side, before a token: as whom it was done to, or beside."""
    sentence = view.sentences[view.sentence_at[told.token]]
    side = view.sides[claimant].id
    return any(view.sides[n].id == side for n in {view.actor_at[i] for i in range(sentence.first, sentence.last)}
               if n >= 0 and view.actors[n].first < stop)
