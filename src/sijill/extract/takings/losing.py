"""Losing: a taking told by its loser ("X lost control of P to Y"): who is named first has not taken, but lost.

So is a place's passing from one side's control to another's: neither the first nor the second word of control says
that its side took.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, FOR, PREPOSITIONS
from sijill.arabic.tokens import COMMAS
from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import OPENERS, View, is_verb
from sijill.extract.tables.lexicon import TAKING, is_of

_REACH: Final = 7
_TO_TAKER: Final = 12
_TO_HOLDER: Final = 9
_TO_LEAVING: Final = 20
# what cannot stand between a word of loss and what is lost
_PARTING: Final = frozenset(("preposition", "after", "relative", "subordinate"))

_MOVER: Final = "mover"

Sides = tuple[list[int], list[int]]


def parted_by_loss(
    view: View, trigger: Trigger, chosen: Sequence[int], lists: Mapping[int, tuple[int, ...]]
) -> Sides | None:
    """Who took and who lost, of the sides chosen for a taking that words of loss tell; None where none do so.

    The loser stands right behind the word of loss, or right before it; the loss is in favour of who took.
    """
    if trigger.sub_event_type not in TAKING:
        leaver = _leaver_behind_loss(view, trigger)
        return None if leaver is None else (list(lists.get(leaver, (leaver,))), [])
    passed = passing(view, trigger.token)
    if passed is not None:
        loser, taker = (view.actor_at[word + 1] for word in passed)
        return list(lists.get(taker, (taker,))), list(lists.get(loser, (loser,)))
    word = word_of_loss(view, trigger.token)
    if word is None:
        return None
    beside = _beside(view, word)
    if beside is None and not chosen:
        return None
    losers = [chosen[0]] if beside is None else list(lists.get(beside, (beside,)))
    favoured = _favoured(view, trigger.token, is_word(view, word, "gives_up"))
    lost = {view.sides[i].id for i in losers}
    takers = [i for i in chosen if not _speaks(view, i, word)] if favoured is None else lists.get(favoured, (favoured,))
    return [i for i in takers if view.sides[i].id not in lost], losers


def word_of_loss(view: View, at: int) -> int | None:
    """The word of loss that a word of taking is, or is the object of, by its token.

    Only control is lost so: what follows the particle that is spelt like "lost" is a verb.
    """
    if is_word(view, at, "loses"):
        return at
    if not is_word(view, at, "control") or view.tokens[at].norm[0] in PREPOSITIONS:
        return None
    first = view.sentences[view.sentence_at[at]].first
    for i in range(at - 1, max(first, at - _REACH) - 1, -1):
        if is_word(view, i, "loses") or is_word(view, i, "gives_up"):
            return i
        if is_word(view, i, "meanwhile") or is_word(view, i, "off") or _aside(view, i, at):
            continue
        if view.tokens[i].kind == "mark" or not _PARTING.isdisjoint(view.classes[i]) or _verb(view, i):
            break
    return None


def _leaver_behind_loss(view: View, trigger: Trigger) -> int | None:
    """Who lost a place "and withdrew" in one sentence, neither another verb nor a subject of its own between."""
    at, hit = trigger.token, view.hits[trigger.token]
    joined = hit is not None and hit.form == "perfect" and hit.particles[:1] in tuple(CONJUNCTIONS)
    sentence = view.sentences[view.sentence_at[at]]
    if not joined or trigger.frame != _MOVER or is_of(trigger.lemma, "entering") or (
            at + 1 < sentence.last and view.actor_at[at + 1] >= 0):
        return None
    for i in range(at - 1, max(sentence.first, at - _TO_LEAVING) - 1, -1):
        if is_word(view, i, "loses") or is_word(view, i, "gives_up"):
            return _beside(view, i)
        if _verb(view, i) and view.place_at[i] < 0 or not OPENERS.isdisjoint(view.classes[i]):
            break
    return None


def _aside(view: View, at: int, end: int) -> bool:
    """Whether a token begins "in P" before another, or is a comma beside a word of time."""
    if view.tokens[at].norm in COMMAS:
        return is_word(view, at - 1, "meanwhile") or is_word(view, at + 1, "meanwhile")
    return "within" in view.classes[at] and any(view.place_at[i] >= 0 for i in range(at + 1, min(at + 3, end)))


def passing(view: View, at: int) -> tuple[int, int] | None:
    """Both words of holding of "from the control of A to the control of B", one of which stands at a token."""
    if not is_word(view, at, "of_holding"):
        return None
    sentence = view.sentences[view.sentence_at[at]]
    if at > sentence.first and is_word(view, at - 1, "from"):
        ahead = range(at + 2, min(at + _TO_HOLDER, sentence.last))
        to = next((i for i in ahead if _of_side(view, i, "to")), None)
        return (at, to) if to is not None and _of_side(view, at, "from") else None
    if _of_side(view, at, "to"):
        behind = range(at - 2, max(sentence.first, at - _TO_HOLDER), -1)
        of = next((i for i in behind if _of_side(view, i, "from")), None)
        return (of, at) if of is not None else None
    return None


def _of_side(view: View, at: int, leading: str) -> bool:
    """Whether a word of holding stands at a token, a preposition before it and a side behind it."""
    if at == 0 or at + 1 == len(view.tokens) or view.actor_at[at + 1] < 0 or not is_word(view, at, "of_holding"):
        return False
    return is_word(view, at - 1, leading) or leading == "to" and view.tokens[at].norm[0] == FOR


def _beside(view: View, word: int) -> int | None:
    """The side that stands right behind a word of loss, or, of a verb, right before it."""
    if word + 1 < len(view.tokens) and view.actor_at[word + 1] >= 0:
        return view.actor_at[word + 1]
    before = word - 1
    if before > 0 and (not view.classes[before].isdisjoint(("not", "had")) or is_word(view, before, "meanwhile")):
        before -= 1
    if before < view.sentences[view.sentence_at[word]].first or not _verb(view, word):
        return None
    return view.actor_at[before] if view.actor_at[before] >= 0 else None


def _speaks(view: View, number: int, word: int) -> bool:
    """Whether a side stands before the clause of a word of loss in its sentence: "X said that Y lost"."""
    at = view.actors[number].first
    return view.sentence_at[at] == view.sentence_at[word] and at < word and any(
        "subordinate" in view.classes[i] for i in range(at, word))


def _favoured(view: View, at: int, given: bool) -> int | None:
    """The side that a loss told at a token is in favour of, or, of what is given up, whom it goes to, by its number."""
    last = view.sentences[view.sentence_at[at]].last
    for i in range(at + 1, min(at + _TO_TAKER, last - 1)):
        side = view.actor_at[i + 1]
        if is_word(view, i, "in_favour"):
            return side if side >= 0 else None
        if given and side >= 0 and is_word(view, i, "to"):
            return side
        if given and view.actor_at[i] > view.actor_at[i - 1] and view.tokens[i].norm[0] == FOR:
            return view.actor_at[i]
        if _verb(view, i):
            break
    return None


def _verb(view: View, at: int) -> bool:
    return is_verb(view, at) and not is_word(view, at, "control")
