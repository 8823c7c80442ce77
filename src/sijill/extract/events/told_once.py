"""What two words of a sentence tell once: an attack and its foiling, a verb and its object, one deed in two words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import combinations, groupby
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, WITH
from sijill.arabic.tokens import BREAKS
from sijill.documents import ActorArgument, Event, Trigger
from sijill.extract.clauses.taking_words import is_word, says_another, tells
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.clauses.weapons import says_amount
from sijill.extract.said.foiled import foils
from sijill.extract.speech.words import speech_words
from sijill.extract.tables.lexicon import VERBS, VIOLENT, is_object
from sijill.extract.triggers.candidates import object_of
from sijill.replacing import replace

_CLASH, _OTHER, _ARRESTS = "Armed clash", "Other", "Arrests"
# tokens from a verb to the verbal noun that is its object, and to that which it is done with
_TO_OBJECT: Final = 5
_TO_MEANS: Final = 12
# tokens from a word for an event to another one for it that names another place or none
_TO_OTHER_PARTS: Final = 14
# tokens from a deed back to "caused by"
_TO_CAUSE: Final = 3
# tokens behind a word for an event in which "another" or "a second" may stand
_TO_ANOTHER: Final = 4


def told_once(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without those that a word beside them tells too, in the order of the text.

    Of "A fought off an attack" the attack stays; of "A raided P and arrested B" the arrests (codebook 8.8); of two
    words for an event of one type, doer and place ("A launched a salvo", "A struck P, and its raids hit P"), the surer
    one, with what only the other names.
    """
    foiling = {foils(view, e.trigger) for e in events}
    kept = [e for e in events if e.trigger.token not in foiling or e.sub_event_type != _CLASH]
    beside = list(zip(kept, kept[1:], strict=False))
    pairs = [pair for pair in beside if _is_object(view, *pair)]
    pairs += [(before, behind) for before, behind, parted in _of_one_sentence(view, kept)
              if _is_same(view, before, behind, parted) or _is_caused(view, before, behind)]
    # of each such pair the less sure word, then the surer
    twice = [sorted(pair, key=lambda e: e.trigger.score) for pair in pairs]
    gone = {less.event_id for less, _ in twice}
    gone.update(raid.event_id for raid, arrests in beside if _is_raid(view, raid, arrests))
    return tuple([completed(e, [less for less, surer in twice if surer is e]) for e in kept if e.event_id not in gone])


def completed(event: Event, again: list[Event]) -> Event:
    """An event with the sides, places and speakers that only another word for it names; none is on both sides."""
    for other in again:
        if not event.actor1 and _doers(other).isdisjoint(side.id for side in event.actor2):
            event = replace(event, actor1=other.actor1)
        if not event.actor2 and _doers(event).isdisjoint(side.id for side in other.actor2):
            event = replace(event, actor2=other.actor2)
        if not event.places:
            event = replace(event, places=other.places)
        if not event.casualties:
            event = replace(event, casualties=other.casualties)
        if not event.attribution:
            event = replace(event, attribution=other.attribution)
    return event


def _of_one_sentence(view: View, events: list[Event]) -> Iterator[tuple[Event, Event, bool]]:
    """Every two events of a sentence, and whether "then" or "in answer to" stands between them."""
    for _, group in groupby(events, key=lambda event: view.sentence_at[event.trigger.token]):
        told = list(group)
        # noted once a sentence: one of a million characters has thousands of pairs
        turns = [at for at in range(told[0].trigger.token + 1, told[-1].trigger.token)
                 if is_word(view, at, "then") or is_word(view, at, "in_answer")]
        for before, behind in combinations(told, 2):
            yield before, behind, bisect_right(turns, before.trigger.token) < bisect_left(turns, behind.trigger.token)


def _is_same(view: View, before: Event, behind: Event, parted: bool) -> bool:
    """Whether two words of a sentence tell one event: of one type and factuality, by one doer, with no two tolls.

    At one place they do, unless "then" parts them or the second is called another one; where places differ, in one
    clause.
    """
    if parted or kind(before) != kind(behind) or not may_be(before.actor1, behind.actor1):
        return False
    if _is_another(view, before, behind):
        return False
    if before.casualties and behind.casualties or not may_be(before.actor2, behind.actor2):
        return False
    here, there = named(before), named(behind)
    if here == there:
        return bool(here) and not of_other_days(before, behind)
    return not _dated_apart(before, behind) and _is_in_clause(view, before.trigger, behind.trigger)


def _is_caused(view: View, blast: Event, cause: Event) -> bool:
    """Whether an explosion is told with its cause, a deed too: "an explosion that was heard, caused by a strike".

    "Because of" is said of a deed between, where one is: "a mine in a village that people fled because of shelling".
    """
    first, last = blast.trigger.token, cause.trigger.token
    if not tells(blast.trigger.lemma, "explodes") or cause.event_type not in VIOLENT:
        return False
    if blast.factuality != cause.factuality:
        return False
    near = range(max(first + 1, last - _TO_CAUSE), last)
    if any(is_word(view, at, "caused_by") for at in near):
        return True
    because = next((at for at in near if is_word(view, at, "because_of")), None)
    return because is not None and all(view.hits[at] is None for at in range(first + 1, because))


def may_be(ours: tuple[ActorArgument, ...], theirs: tuple[ActorArgument, ...]) -> bool:
    """Whether the sides of two events may be the same: one that both have, or one of them has none."""
    return not ours or not theirs or not {side.id for side in ours}.isdisjoint(side.id for side in theirs)


def _is_in_clause(view: View, before: Trigger, behind: Trigger) -> bool:
    """Whether a verb and a noun stand near each other, no break, "and" or "while" between: "A's raids hit P"."""
    first, last = before.token, behind.token
    if last - first > _TO_OTHER_PARTS or (before.form in VERBS) == (behind.form in VERBS):
        return False
    return not any(view.tokens[at].norm in BREAKS or speech_words().has("turn", view.tokens[at])
                   for at in range(first, last)) and not any(_joins(view, at) for at in range(first + 1, last + 1))


def _is_another(view: View, before: Event, behind: Event) -> bool:
    """Whether a deed is not the one told before it in its sentence: done again, or "another" right behind it."""
    last = behind.trigger.token
    if done_again(view, before.trigger, behind.trigger) or _named_again(view, before.trigger, behind.trigger):
        return True
    stop = min(last + _TO_ANOTHER, view.sentences[view.sentence_at[last]].last)
    return any(says_another(view, at) for at in range(last + 1, stop))


def _named_again(view: View, before: Trigger, behind: Trigger) -> bool:
    """Whether "and" joins a verbal noun to the same one: "by planting mines on roads and planting charges" (2 of 2)."""
    nouns = before.form not in VERBS and behind.form not in VERBS
    return nouns and before.lemma == behind.lemma and _joins(view, behind.token)


def done_again(view: View, before: Trigger, behind: Trigger) -> bool:
    """Whether the same verb behind "and" tells what was done once more: "burnt a car and burnt a house".

    The object of "made an advance" is spelled like the verb of two, and tells the advance.
    """
    verbs = before.form in VERBS and behind.form in VERBS and not is_object(view.tokens[before.token].norm)
    return verbs and before.lemma == behind.lemma and _joins(view, behind.token)


def _joins(view: View, at: int) -> bool:
    """Whether "and" stands at the front of a word that may tell an event, or of a light verb before one."""
    hit = view.hits[at]
    front = view.tokens[at].norm[:1] if "light" in view.classes[at] else "" if hit is None else hit.particles[:1]
    return front in tuple(CONJUNCTIONS)


def _is_raid(view: View, raid: Event, arrests: Event) -> bool:
    """Whether the first of two events is the raid in which the same side made the arrests of the second."""
    if (raid.sub_event_type, arrests.sub_event_type) != (_OTHER, _ARRESTS) or not tells(raid.trigger.lemma, "raids"):
        return False
    if view.sentence_at[raid.trigger.token] != view.sentence_at[arrests.trigger.token]:
        return False
    if raid.casualties or (raid.time.earliest, raid.time.latest) != (arrests.time.earliest, arrests.time.latest):
        return False
    return not named(raid).isdisjoint(named(arrests)) and _doers(raid) == _doers(arrests)


def _dated_apart(before: Event, behind: Event) -> bool:
    """Whether each of two events has words of its own that date it."""
    return None not in (before.time.start, behind.time.start) and before.time.start != behind.time.start


def of_other_days(lead: Event, later: Event) -> bool:
    """Whether words date two events to days that are not the same."""
    return _dated_apart(lead, later) and lie_apart(lead, later)


def lie_apart(one: Event, other: Event) -> bool:
    """Whether the times of two events do not meet, whatever dates them."""
    ours, theirs = one.time, other.time
    return (ours.latest is not None and theirs.earliest is not None and ours.latest < theirs.earliest
            or theirs.latest is not None and ours.earliest is not None and theirs.latest < ours.earliest)


def kind(event: Event) -> tuple[str, str]:
    """The type and the factuality of an event."""
    return event.sub_event_type, event.factuality


def _doers(event: Event) -> frozenset[str]:
    return frozenset(side.id for side in event.actor1)


def named(event: Event) -> frozenset[str]:
    """The names of an event's places."""
    return frozenset(place.name for place in event.places)


def _is_object(view: View, verb: Event, noun: Event) -> bool:
    """Whether the second event is told by a verbal noun right behind the verb that tells the first, or by what the
    verb does it with ("struck P with several raids")."""
    first, last = verb.trigger.token, noun.trigger.token
    if verb.sub_event_type != noun.sub_event_type or verb.trigger.form not in VERBS:
        return False
    if first >= last or any(view.tokens[at].norm in BREAKS for at in range(first, last)):
        return False
    near = noun.trigger.form == "noun" and last - first <= _TO_OBJECT
    if not (near or _with(view, first, noun.trigger) or _needed(view, verb.trigger) == last):
        return False
    return (_doers(verb), named(verb)) == (_doers(noun), named(noun))


def _with(view: View, verb: int, noun: Trigger) -> bool:
    """Whether "with" stands at the front of a verbal noun, or of a word of amount before it, no other verb between."""
    if noun.form != "noun" or noun.token - verb > _TO_MEANS or any(
            is_verb(view, at) or "light" in view.classes[at] for at in range(verb + 1, noun.token)):
        return False
    hit, before = view.hits[noun.token], view.tokens[noun.token - 1].norm
    return hit is not None and hit.particles[-1:] == WITH or (
        before.startswith(WITH) and says_amount(before.removeprefix(WITH)))


def _needed(view: View, verb: Trigger) -> int | None:
    """The token of the object without which a verb tells nothing ("extended its control")."""
    hit = view.hits[verb.token]
    lemma = next((m for m in hit.lemmas if m.name == verb.lemma), None) if hit is not None else None
    return object_of(view, verb.token, lemma) if lemma is not None and lemma.objects else None
