"""Known bombers: of "an explosion in P; the bomber blew himself up at Q" the second tells how the first was done."""

from __future__ import annotations

from typing import Final

from sijill.documents import Event
from sijill.extract.clauses.taking_words import is_word, says_another
from sijill.extract.clauses.view import View
from sijill.extract.events.ids import event_id
from sijill.extract.events.told_again import at_as_fine
from sijill.extract.events.told_once import completed, may_be, of_other_days
from sijill.replacing import replace

_SUICIDE, _BLAST = "Suicide bomb", "Remote explosive/landmine/IED"
# sentences from a blast to what its bomber did
_NEAR: Final = 6
# tokens before and behind a word for an event in which "another" may stand ("in a separate attack the bomber ...")
_FROM_ANOTHER: Final = 5
_TO_ANOTHER: Final = 3


def of_known_bombers(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without those in which a bomber of whom the text has told ("the bomber") does what it has told.

    What was told before is a suicide bombing then.
    """
    if not any(event.sub_event_type == _SUICIDE for event in events[1:]):
        return events
    kept: list[Event] = []
    for event in events:
        before = _before(view, kept, event) if event.sub_event_type == _SUICIDE and _known(view, event) else None
        if before is None:
            kept.append(event)
        else:
            kept[before] = _by_bomber(view, kept[before], event)
    return tuple(kept)


def _known(view: View, event: Event) -> bool:
    """Whether a doer is a bomber with the article, and no word says that the bombing is another one."""
    at = event.trigger.token
    sentence = view.sentences[view.sentence_at[at]]
    near = range(max(sentence.first, at - _FROM_ANOTHER), min(at + _TO_ANOTHER, sentence.last))
    return any(is_word(view, view.token_at(side.start), "the_bomber") for side in event.actor1) and not any(
        says_another(view, i) for i in near)


def _before(view: View, kept: list[Event], event: Event) -> int | None:
    """The last bombing or blast told before that may be the one, by its place in a list."""
    here = view.sentence_at[event.trigger.token]
    for number in range(len(kept) - 1, -1, -1):
        other = kept[number]
        if here - view.sentence_at[other.trigger.token] > _NEAR:
            return None
        if other.sub_event_type in (_SUICIDE, _BLAST) and other.factuality == event.factuality:
            fits = may_be(other.actor1, event.actor1) and not of_other_days(other, event) and (
                at_as_fine(view, other, event)) and not _elsewhere(view, other, event)
            return number if fits else None
    return None


def _elsewhere(view: View, blast: Event, event: Event) -> bool:
    """Whether the sentence of a bomber opens with another place than that of a blast ("in Q the bomber ...")."""
    first = view.sentences[view.sentence_at[event.trigger.token]].first
    at = view.place_at[first + 1] if first + 1 < len(view.tokens) else -1
    if at < 0 or not blast.places:
        return False
    place = view.places[at]
    return all(place.name not in (one.name, one.within) and place.within != one.name for one in blast.places)


def _by_bomber(view: View, blast: Event, event: Event) -> Event:
    """A blast as the suicide bombing that it was, with the parts that only the telling of its bomber names."""
    trigger = replace(blast.trigger, sub_event_type=_SUICIDE)
    bombing = replace(blast, event_id=event_id(view.document.article_id, trigger), trigger=trigger,
                      sub_event_type=_SUICIDE)
    return completed(bombing, [event])
