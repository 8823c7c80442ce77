"""Whom a deed is done to, where words name it outright: the people of a toll, the owner of "positions of A".

And who takes no part in it: raids from the air in fighting on the ground, who answers it, whom it helps, who finds
the dead.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import ARTICLE, FOR, WITH
from sijill.arabic.inflection import THEM
from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.actors.bare_heads import BARE_AIR, FLOWN
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.kinds import flies
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.said.between import FIGHT, Told
from sijill.extract.said.subjects import begins, nominative_subject, past_day
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.lexicon import TAKING, VERBS, is_of
from sijill.extract.tables.registry import registry

_VICTIM: Final = "victim"
# tokens from "response" to what it is to
_TO_ANSWERED: Final = 4
# tokens from a verb of finding to whose dead were found
_TO_DEAD: Final = 10
# tokens from a blow back to "dealt", and on to whom it is dealt to
_TO_DEALT: Final = 3
_TO_HIT: Final = 5
_OF: Final = ("في", "من")
_DONE_TO_THINGS: Final = ("agent_place", "agent_patient")
# rules of mentions that words behind them name
_NAMED: Final = ("composed", "belongs")
_CLASH: Final = "Armed clash"
_ATTACK: Final = "Attack"
_ON_ANOTHER: Final = "agent_patient"
_KILLED: Final = (_CLASH, _ATTACK)
# the pronoun for "her" and for groups, and how the words, folded, end that it stands for
_HERS: Final = "ها"
_FEMININE: Final = ("ات", "ه")
_HELD: Final = ("Arrests", "Abduction/forced disappearance")


def fallen(view: View, trigger: Trigger) -> list[int]:
    """The sides in the toll that a word for killing or holding tells, and whom they were of ("a clerk of the ICRC")."""
    return _told_dead(view, trigger) if trigger.frame == _VICTIM or trigger.sub_event_type in _HELD else []


def killed(view: View, trigger: Trigger) -> list[int]:
    """Those of whom a verbal noun of killing tells a toll, and who so have not killed: 0 of 24 in the gold."""
    killing = trigger.form == "noun" and trigger.frame == _ON_ANOTHER and trigger.sub_event_type in _KILLED
    return _told_dead(view, trigger) if killing else []


def _told_dead(view: View, trigger: Trigger) -> list[int]:
    """The sides in the toll whose word is a trigger's."""
    for toll in view.tolls_of(trigger.token):
        first, last = view.token_at(toll.start), view.token_at(toll.end - 1) + 1
        if by_fire(view, first - 1):
            continue
        found = [view.actor_at[at] for at in range(first, last)]
        if last + 1 < len(view.tokens) and view.tokens[last].norm in _OF:
            found.append(view.actor_at[last + 1])
        return [number for number in dict.fromkeys(found) if number >= 0 and not _has_object(view, trigger, number)]
    return []


def by_fire(view: View, at: int) -> bool:
    """Whether a word tells with whose fire somebody is killed or hurt, right behind it: "by the bullets of A".

    With an article it is nobody's, and who stands behind it was hit ("shot dead was A").
    """
    word = view.tokens[at].norm if at >= 0 and "small_arms" in view.classes[at] else ""
    return word.startswith(WITH) and not word.startswith(WITH + ARTICLE)


def _has_object(view: View, trigger: Trigger, number: int) -> bool:
    """Whether men behind a verb hold others, told right behind them: "gunmen of A abducted an engineer"."""
    if trigger.form not in VERBS or trigger.frame == _VICTIM:
        return False
    if nominative_subject(view, trigger, number) is not None and view.actors[number].first == trigger.token + 1:
        return True  # "gunmen seized a ship": what they seized need be no side
    behind = past_day(view, view.actors[number].last)
    count = view.number_from.get(behind)
    others = ((at, view.actor_at[at]) for at in (behind, *(() if count is None else (count.last,)))
              if at < len(view.tokens))
    return any(other >= 0 and other != number and view.actors[other].start == view.tokens[at].start
               for at, other in others)


def raids(view: View, trigger: Trigger, triggers: Sequence[Trigger], numbers: Sequence[int]) -> list[int]:
    """Those of some mentions that take no part: raids from the air, events of their own, in fighting on the ground.

    Nor do civilians told behind a taking, unless right behind it: a place is taken from who held it.
    """
    if trigger.sub_event_type in TAKING:
        return [n for n in numbers if n >= 0 and view.actors[n].first > trigger.token + 1
                and side_kind(view.sides[n].id) == "civ"]
    if trigger.sub_event_type != _CLASH:
        return []
    flown = [(n, view.actors[n]) for n in numbers if n >= 0 and view.actors[n].rule.startswith(FLOWN)]
    return [n for n, mention in flown if any(
        mention.first <= t.token < mention.last and t.token != trigger.token for t in triggers[
            bisect_left(triggers, mention.first, key=lambda t: t.token):][: mention.last - mention.first])]


def tools(view: View, numbers: Sequence[int]) -> list[int]:
    """Those of some mentions that a deed is done with, and not to: aircraft without an owner behind "with"."""
    return [n for n in numbers if n >= 0 and view.actors[n].rule == BARE_AIR
            and view.tokens[view.actors[n].first].norm.startswith(WITH)
            and view.actors[n].start > view.tokens[view.actors[n].first].start
            and not view.tokens[view.actors[n].first].norm[len(WITH):].startswith(ARTICLE)]


def helped(view: View, numbers: Sequence[int]) -> list[int]:
    """Those of some mentions whom a deed is to help ("in support of A"), or who head who does it ("A at their head").

    Of 7 so taken for whom it was done to in training none was.
    """
    return [n for n in numbers if n >= 0 and view.actors[n].first
            and deed_words().has(view.tokens[view.actors[n].first - 1].norm, "to_help")]


def finders(view: View, trigger: Trigger) -> list[int]:
    """The side right behind, or right before, a verb of finding the dead: it has found, and not killed them."""
    if trigger.sub_event_type != _ATTACK or not is_of(trigger.lemma, "finding"):
        return []
    sentence = view.sentences[view.sentence_at[trigger.token]]
    beside = (at for at in (trigger.token - 1, trigger.token + 1) if sentence.first <= at < sentence.last)
    return [view.actor_at[at] for at in beside if view.actor_at[at] >= 0]


def found_dead(view: View, trigger: Trigger) -> int | None:
    """The side or people whose dead a verb of finding has found: named first behind it, before any "in" or verb."""
    if trigger.sub_event_type != _ATTACK or not is_of(trigger.lemma, "finding"):
        return None
    last, finding = view.sentences[view.sentence_at[trigger.token]].last, finders(view, trigger)
    for at in range(trigger.token + 1, min(trigger.token + _TO_DEAD, last)):
        if view.actor_at[at] >= 0 and view.actor_at[at] not in finding:
            return view.actor_at[at]
        if is_verb(view, at) or "subordinate" in view.classes[at] or view.tokens[at].norm == _OF[0]:
            return None
    return None


def owner_of_things(view: View, trigger: Trigger) -> int | None:
    """The side of "shelled positions of A": what it holds stands right behind a verb, or a noun without an article."""
    at, hit = trigger.token + 1, view.hits[trigger.token]
    if trigger.frame not in _DONE_TO_THINGS or hit is None or hit.definite or hit.pronoun or at >= len(view.tokens):
        return None
    number = view.actor_at[at]
    if not registry().is_link("thing", view.tokens[at].key):
        return None
    if number < 0 and at + 1 < view.sentences[view.sentence_at[trigger.token]].last:
        # things that are no mention's first word ("dens of the militants")
        owner, token = view.actor_at[at + 1], view.tokens[at + 1]
        return owner if owner >= 0 and (
            view.actors[owner].start == token.start or token.norm.startswith(FOR)) else None
    named = number >= 0 and view.actors[number].first == at and view.sides[number].rule.startswith(_NAMED)
    return number if named else None


def dealt(view: View, trigger: Trigger) -> int | None:
    """The side behind "to" of "dealt a (heavy) blow to A": it is hit (so in 15 of 17 in the gold, never the doer)."""
    sentence, at = view.sentences[view.sentence_at[trigger.token]], trigger.token
    if trigger.form != "noun" or trigger.frame != _DONE_TO_THINGS[0] or not any(
            is_word(view, i, "deals") for i in range(max(sentence.first, at - _TO_DEALT), at)):
        return None
    for here in range(at + 1, min(at + _TO_HIT, sentence.last)):
        number = view.actor_at[here]
        if number >= 0:
            first = view.tokens[view.actors[number].first]
            led = first.norm.startswith(FOR + FOR) or (
                first.norm.startswith(FOR) and view.actors[number].start > first.start)
            return number if led else None
        if is_verb(view, here) or view.tokens[here].norm in BREAKS:
            return None
    return None


def answered(view: View, trigger: Trigger, before: Sequence[Told]) -> frozenset[str]:
    """Who answers a deed, and so did not do it: the doers of what is told before "in response to" the trigger."""
    first = view.sentences[view.sentence_at[trigger.token]].first
    word = next((at for at in range(trigger.token - 1, max(first, trigger.token - _TO_ANSWERED) - 1, -1)
                 if registry().is_link("answer", view.tokens[at].key)), None)
    if word is None or trigger.form != "noun":
        return frozenset()
    if any("light" in view.classes[at] or is_verb(view, at) for at in range(word + 1, trigger.token)):
        # "in response to that" comes before what the answer is
        return frozenset()
    doers = [told.actor1 for told in before if first <= told.trigger.token < word]
    if not doers and before and any("this" in view.classes[at] for at in range(first, word)):
        doers = [before[-1].actor1]  # "this deed is the answer to"
    if not doers:
        # "these raids came in response to": told again, they are no event, but still theirs who flew them
        raids = [i for i, mention in enumerate(view.actors) if first <= mention.first < word and flies(view, i)]
        return frozenset([view.sides[i].id for i in raids])
    # a side behind the word may be taken for the doer of what is told before it, and is none that answers
    return frozenset([view.sides[i].id for i in doers[-1] if view.actors[i].first < word])


def ousted_before(view: View, trigger: Trigger) -> int | None:
    """The side that the pronoun of "its ousting" means: the one named last before it whose word the pronoun fits.

    In the gold it is in 12 of 12, 5 of whom were taken for the doer. With a side right behind, the pronoun is who ousts
    it ("after its ousting A").
    """
    hit, first = view.hits[trigger.token], view.sentences[view.sentence_at[trigger.token]].first
    if trigger.form != "noun" or hit is None or not hit.pronoun or not tells(trigger.lemma, "ousts"):
        return None
    if begins(view, trigger.token + 1) is not None:
        return None
    ending = view.tokens[trigger.token].norm
    for at in range(trigger.token - 1, first - 1, -1):
        number = view.actor_at[at]
        if number < 0 or view.actors[number].first != at or side_kind(view.sides[number].id) not in FIGHT:
            continue
        if ending.endswith(THEM) or view.tokens[at].norm.endswith(_FEMININE) == ending.endswith(_HERS):
            return number
    return None
