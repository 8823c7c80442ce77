"""What two sentences tell once: a lead and its retelling, the same words, a doubtful event and a surer one, a bomber,
a deed and who claims it (codebook 8.2)."""

from __future__ import annotations

from itertools import islice
from typing import Final

from sijill.arabic.inflection import PLURALS, TWO
from sijill.arabic.tokens import BREAKS
from sijill.documents import Event
from sijill.extract.clauses.taking_words import says_another
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.events.same_words import in_same_words, repeats
from sijill.extract.events.told_once import completed, done_again, kind, lie_apart, may_be, named, of_other_days
from sijill.extract.roles.finer_places import width
from sijill.extract.said.claimed import own_blame
from sijill.extract.tables.lexicon import TAKING, VIOLENT
from sijill.extract.tables.registry import registry

_HURT: Final = ("killed", "wounded")
_BOMBER, _BLAST = "Suicide bomb", "Remote explosive/landmine/IED"
# tokens back from what is claimed to "its responsibility"
_TO_CLAIM: Final = 4
# how a word ends that tells what more than one did
_MANY: Final = (*PLURALS, TWO)
# a toll of one or two is no mark by which an event at another place is known again
_TELLING: Final = 3
# sentences from a lead to its retelling
_NEAR: Final = 5
# sentences from an event to the same words for it: more than most articles have
_FAR: Final = 50
DOUBTED: Final = 0.42
"""The least probability of an event beside a surer one like it."""
LEAD: Final = 0.62
"""The same of the article's first sentence, whose lead the next one tells."""
# tokens from a word for a deed to the adjective that says it is another one
_ADJECTIVES: Final = 3


def told_again(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without those that another one tells again, which takes the parts that only the lead has."""
    return _surer(view, _fuller(view, events))


def _surer(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without those that a sentence in the same words, or the one beside theirs, tells more surely.

    Of a sentence that repeats an earlier one, the events that both tell are the earlier one's.
    """
    gone: dict[str, Event] = {}
    claimed = {event.event_id for event in events if _says_whose(view, event.trigger.token)}
    for i, before in enumerate(events):
        here = view.sentence_at[before.trigger.token]
        for behind in islice(events, i + 1, None):
            if view.sentence_at[behind.trigger.token] - here > _FAR:
                break
            if not {before.event_id, behind.event_id} & gone.keys():
                pair = _less_and_surer(view, before, behind, behind.event_id in claimed)
                if pair is not None:
                    gone[pair[0].event_id] = pair[1]
    told: dict[str, list[Event]] = {}
    for less in events:
        surer = less
        while surer.event_id in gone:  # what is surer may be told more surely still
            surer = gone[surer.event_id]
        if surer is not less:
            told.setdefault(surer.event_id, []).append(less)
    return tuple([completed(e, told.get(e.event_id, [])) for e in events if e.event_id not in gone])


def _less_and_surer(view: View, before: Event, behind: Event, claimed: bool) -> tuple[Event, Event] | None:
    """Of two mentions of one event the one that goes, and the one that stays; None where they tell two events."""
    if claimed and _is_claimed(view, before, behind):
        return behind, before
    less, surer = sorted((before, behind), key=lambda e: e.trigger.score)
    if kind(before) != kind(behind):
        return (less, surer) if _is_blast_of(less, surer) else None
    if _in_same_words(view, before, behind):
        here, there = view.sentence_at[before.trigger.token], view.sentence_at[behind.trigger.token]
        return (behind, before) if repeats(view, there, here) else (less, surer)
    if _is_known_again(view, before, behind):
        return (surer, less) if less.casualties and not surer.casualties else (less, surer)
    return (less, surer) if _is_one(view, before, behind) else None


def _in_same_words(view: View, before: Event, behind: Event) -> bool:
    """Whether two sentences tell, by one verb or noun and with the same words around it, what one side did there."""
    one, other = before.trigger, behind.trigger
    return (one.lemma == other.lemma and _may_be_again(view, before, behind) and _at_one_place(before, behind)
            and in_same_words(view, one.token, other.token))


def _may_be_again(view: View, before: Event, behind: Event) -> bool:
    """Whether nothing parts events of two sentences: no other sides, days or dead, and no "another"."""
    if view.sentence_at[before.trigger.token] == view.sentence_at[behind.trigger.token]:
        return False
    if not may_be(before.actor1, behind.actor1) or not may_be(before.actor2, behind.actor2):
        return False
    return not (of_other_days(before, behind) or _is_another(view, behind) or _of_other_dead(before, behind))


def _is_known_again(view: View, before: Event, behind: Event) -> bool:
    """Whether events of two sentences are one by what few have: one bomber at no other place, or a toll at one place.

    Of 15 events that go so in the gold 13 are none of their own.
    """
    if not _may_be_again(view, before, behind):
        return False
    if before.sub_event_type == _BOMBER and _at_one_place(before, behind) and not (
            _by_more(view, before) or _by_more(view, behind) or _by_another(view, behind)):
        return True
    ours, theirs = named(before), named(behind)
    same = bool(ours) and ours == theirs and _dead(before) == _dead(behind)
    return same and not _tolls(before, 1).isdisjoint(_tolls(behind, 1))


def _says_whose(view: View, at: int) -> bool:
    """Whether "its responsibility for" stands before a word for a deed."""
    first = max(view.sentences[view.sentence_at[at]].first, at - _TO_CLAIM)
    return any(own_blame(view, i) for i in range(first, at))


def _is_claimed(view: View, before: Event, behind: Event) -> bool:
    """Whether what a side announces its responsibility for was told before, of whatever type, and done by no other."""
    if view.sentence_at[before.trigger.token] == view.sentence_at[behind.trigger.token]:
        return False
    if not may_be(before.actor1, behind.actor1):
        return False
    force = before.event_type in VIOLENT and behind.event_type in VIOLENT and before.factuality == behind.factuality
    another = _is_another(view, behind) or lie_apart(before, behind)
    return force and not another and _at_one_place(before, behind)


def _is_blast_of(less: Event, surer: Event) -> bool:
    """Whether a blast has the toll of a surer suicide bombing, and so is its: at its place, or one of three or more."""
    if (less.sub_event_type, surer.sub_event_type) != (_BLAST, _BOMBER) or less.factuality != surer.factuality:
        return False
    least = 1 if _at_one_place(less, surer) else _TELLING
    return not of_other_days(less, surer) and not _tolls(less, least).isdisjoint(_tolls(surer, least))


def _by_more(view: View, event: Event) -> bool:
    """Whether a word tells what more than one did: "blew themselves up", "two attacks"."""
    return view.tokens[event.trigger.token].norm.endswith(_MANY)


def _by_another(view: View, event: Event) -> bool:
    """Whether "another" stands before a word for an event, as who did it: "another man carried out an attack"."""
    at = event.trigger.token
    first = view.sentences[view.sentence_at[at]].first
    return any(says_another(view, i) for i in range(max(first, at - _ADJECTIVES), at))


def _of_other_dead(one: Event, other: Event) -> bool:
    """Whether two events have each a toll of the dead, and not the same."""
    ours, theirs = _dead(one), _dead(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _dead(event: Event) -> set[tuple[int | None, int | None]]:
    return {(toll.low, toll.high) for toll in event.casualties if toll.kind == _HURT[0]}


def _at_one_place(one: Event, other: Event) -> bool:
    """Whether two events share a place, either lies within the other's, or either has none."""
    ours, theirs = named(one), named(other)
    if not ours or not theirs or not ours.isdisjoint(theirs):
        return True
    # a town within a province of its own name lies within no other town
    return any(place.within in theirs for place in one.places) or any(place.within in ours for place in other.places)


def _is_one(view: View, before: Event, behind: Event) -> bool:
    """Whether the less sure of two events of neighbouring sentences is likely the other, which says as much or more.

    A doubtful one at no other place and with no other sides is; so is the article's lead that names the same two sides.
    """
    if view.sentence_at[behind.trigger.token] - view.sentence_at[before.trigger.token] != 1:
        return False
    if of_other_days(before, behind) or _is_another(view, behind):
        return False
    if not may_be(before.actor1, behind.actor1) or not may_be(before.actor2, behind.actor2):
        return False
    here, there = named(before), named(behind)
    score, elsewhere = min(before.trigger.score, behind.trigger.score), here.isdisjoint(there)
    if score < DOUBTED and not (here and there and elsewhere):
        return True
    lead = score == before.trigger.score < LEAD and view.sentence_at[before.trigger.token] == 0
    if not (lead and all((before.actor1, behind.actor1, before.actor2, behind.actor2))):
        return False
    # who takes a place by name takes another one than is named behind; "and shelled Q" is not of P
    return not (elsewhere and (before.sub_event_type in TAKING or bool(here and there) and done_again(
        view, before.trigger, behind.trigger)))


def _fuller(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without those that a later one tells more fully."""
    kept: list[Event] = []
    # from the last on: what is told thrice is told at last
    for event in reversed(events):
        near = len(kept)
        while near and view.sentence_at[kept[near - 1].trigger.token] - view.sentence_at[event.trigger.token] <= _NEAR:
            near -= 1
        fuller = next((i for i in range(near, len(kept)) if _is_lead(view, event, kept[i])), None)
        if fuller is None:
            kept.append(event)
        else:
            kept[fuller] = completed(kept[fuller], [event])
    return tuple(reversed(kept))


def _is_lead(view: View, lead: Event, later: Event) -> bool:
    """Whether a later sentence tells an event again: of its type, with its toll, its sides and its place or a finer."""
    if kind(lead) != kind(later):
        return False
    apart = view.sentence_at[later.trigger.token] - view.sentence_at[lead.trigger.token]
    if not 0 < apart <= _NEAR or _tolls(lead).isdisjoint(_tolls(later)) or of_other_days(lead, later):
        return False
    if _is_another(view, later):
        return False
    return may_be(lead.actor1, later.actor1) and may_be(lead.actor2, later.actor2) and at_as_fine(view, lead, later)


def _tolls(event: Event, least: int = _TELLING) -> set[tuple[str, int, int | None]]:
    """The tolls by which an event is known again, each of so many at least."""
    return {(toll.kind, toll.low, toll.high) for toll in event.casualties
            if toll.kind in _HURT and toll.low is not None and toll.low >= least}


def _is_another(view: View, later: Event) -> bool:
    """Whether words say that a deed, or those it killed, are others than were told: "another raid", "5 others"."""
    first, at = view.sentences[view.sentence_at[later.trigger.token]].first, later.trigger.token
    behind = next((i for i in range(at + 1, min(at + _ADJECTIVES, len(view.tokens) - 1) + 1)
                   if view.tokens[i].norm in BREAKS or is_verb(view, i)), at + _ADJECTIVES + 1)
    adjectives = (*range(at + 1, min(behind, len(view.tokens))),
                  *(i for i in range(first + 1, at) if view.hits[i - 1] is not None and not is_verb(view, i - 1)))
    dead = [view.tokens[view.token_at(toll.end - 1)] for toll in later.casualties if toll.kind == _HURT[0]]
    return any(says_another(view, i) for i in adjectives) or any(
        registry().is_link("others", token.key) for token in dead)


def at_as_fine(view: View, lead: Event, later: Event) -> bool:
    """Whether a retelling names a place of its lead, one within it, or a finer one, or one of the two names none."""
    if not lead.places or not later.places:
        return True
    names = named(lead)
    if not names.isdisjoint(named(later)):
        return True
    if not names.isdisjoint(place.within for place in later.places):
        return True
    return _finest(view, lead) > _finest(view, later)


def _finest(view: View, event: Event) -> int:
    """How wide the finest place of an event is."""
    starts = {place.start for place in event.places}
    return min((width(place) for place in view.places if place.start in starts), default=0)
