"""Events: triggers with their parts put together, the claims that an article makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

from sijill.documents import (
    ActorArgument,
    Casualty,
    ControlClaim,
    Document,
    Event,
    TimeArgument,
    Trigger,
)
from sijill.encoder.reading import Reading
from sijill.extract.actors.sides import PUT_DOWN, UNNAMED, side_in, side_kind
from sijill.extract.choosing.certainty import certain
from sijill.extract.choosing.choice import Weights
from sijill.extract.clauses.kinds import FIGHTING
from sijill.extract.clauses.view import View
from sijill.extract.clauses.weapons import weapon_for
from sijill.extract.events.control import claims_of_events
from sijill.extract.events.dating import Dater
from sijill.extract.events.holding import standing_claims
from sijill.extract.events.ids import event_id
from sijill.extract.events.known_bombers import of_known_bombers
from sijill.extract.events.review import standing
from sijill.extract.events.told_again import told_again
from sijill.extract.events.told_once import told_once
from sijill.extract.events.toll_sides import toll_side
from sijill.extract.reference.reference import resolve
from sijill.extract.roles.arguments import actor_arguments, place_arguments
from sijill.extract.roles.options import Played
from sijill.extract.roles.roles import Roles
from sijill.extract.speech.attribution import attribute
from sijill.extract.tables.lexicon import TAKING, event_types, is_of
from sijill.extract.takings.unheld import no_taking
from sijill.extract.times.words import time_words
from sijill.extract.tolls.mentions import OF_HIM, UNSAID
from sijill.extract.tolls.sharing import casualties_for
from sijill.extract.triggers.by_the_way import by_the_way
from sijill.extract.triggers.factuality import factuality
from sijill.extract.triggers.no_deed import no_deed
from sijill.extract.triggers.no_event import by_accident, by_nature, leads_back, left_over, only_words, recurs, supposed
from sijill.extract.triggers.triggers import Weighed
from sijill.replacing import replace

Read = Callable[[str, Sequence[tuple[int, int]]], Reading]
"""The encoder: of a text it reads these raw half-open spans."""
REQUIRES: Final = ("tokens", "sentences", "numbers", "actors", "places", "times", "speakers", "casualties")
ASSIGNS: Final = ("triggers", "events", "control")
_A_DAY: Final = dt.timedelta(days=1)
_PUBLIC: Final = frozenset(("market", "school", "hospital", "mosque", "church", "university"))
_PEOPLE, _CROWD = "CIVILIANS", "PROTESTERS"
_DENIED: Final = "denied"
_STRIKES: Final = "Explosions/Remote violence"
_BATTLES: Final = "Battles"
_ONE_SIDED: Final = "Violence against civilians"
_SUICIDE: Final = "Suicide bomb"


def find_events(document: Document, read: Read | None = None) -> Document:
    """Read the events and control claims of a document that has its layers of mentions."""
    view = View(document, resolve(document))
    stood = standing(view, draft(view, read=read))
    events = remaining(view, certain(stood, read=view.reading is not None, actors=view.actors))
    events = _without_links(view, _with_tolls(view, _as_crowds(events)))
    triggers = tuple(e.trigger for e in events)
    return replace(document, triggers=triggers, events=events, control=control_claims(view, events))


def _as_crowds(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, with the crowd for those a protest is put down of who held it: doctors may be there to heal, too."""
    crowds = {a.start for e in events for a in e.actor1 if a.id == _CROWD}
    return tuple([
        replace(e, actor2=tuple([replace(a, id=_CROWD) if a.start in crowds and a.id == _PEOPLE else a
                                 for a in e.actor2])) if e.sub_event_type in PUT_DOWN and crowds else e
        for e in events])


def remaining(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without habits, nature, mishaps, mere words, shows, takings of no place, and what another one told."""
    events = tuple([e for e in events if not (
        recurs(view, e) or by_nature(view, e) or by_accident(view, e) or left_over(view, e) or only_words(view, e)
        or supposed(e) or no_deed(view, e) or by_the_way(view, e)) and (e.sub_event_type not in TAKING or not no_taking(
            view, e.trigger.token))])
    return told_again(view, of_known_bombers(view, told_once(view, events)))


def draft(view: View, values: Weights | None = None, threshold: float | None = None, read: Read | None = None
          ) -> tuple[Event, ...]:
    """Every event that words may tell, with its parts, before the review; `threshold` as in `Weighed`."""
    words = Weighed(view, values)
    if read is not None and (worth := words.worth_reading()):
        view.reading = read(view.document.text, worth)
    return build(view, words.triggers(threshold))


def build(view: View, triggers: tuple[Trigger, ...]) -> tuple[Event, ...]:
    """The events told by triggers already found."""
    document = _counted(view, triggers)
    roles = Roles(view, triggers)
    played = roles.choose()
    starts = [t.start for t in triggers]
    dater = Dater(view, triggers)
    denied = frozenset([t.start for t in triggers if factuality(view, t)[0] == _DENIED])
    tolls = casualties_for(document, starts, denied=denied)
    article = document.article_id
    return tuple(
        _event(view, document, article, roles, p, dater, tolls.get(p.trigger.start, ())) for p in played
    )


def control_claims(view: View, events: tuple[Event, ...]) -> tuple[ControlClaim, ...]:
    """The control claims that follow from events, and those that stand by themselves."""
    # who comes in moves too, and loses nothing
    leavers = frozenset(
        i for i, e in enumerate(events)
        if is_of(e.trigger.lemma, "leaving") or e.trigger.frame == "mover" and not is_of(e.trigger.lemma, "entering")
    )
    document = replace(view.document, triggers=tuple(e.trigger for e in events))
    control = claims_of_events(document, events, leavers)
    held = {(c.holder, c.place.name, c.polarity) for c in control}
    control += [c for c in standing_claims(view, events) if (c.holder, c.place.name, c.polarity) not in held]
    return tuple(control)


def _event(
    view: View, document: Document, article: str, roles: Roles, played: Played, dater: Dater, tolls: Sequence[Casualty]
) -> Event:
    trigger = played.trigger
    told, rule = factuality(view, trigger)
    time = dater.date(trigger, told)
    if told == "asserted" and _to_come(view, time, document.published):
        told, rule = "planned", "to_come"
    actor1 = actor_arguments(view, played, played.actor1, "actor1")
    actor2 = actor_arguments(view, played, played.actor2, "actor2")
    if event_types()[trigger.sub_event_type] == _ONE_SIDED:
        actor1 = unhurt(actor1, actor2)
    beside1, beside2 = roles.associates.of(trigger.token, played.actor1, played.actor2)
    return Event(
        event_id=event_id(article, trigger),
        trigger=trigger,
        sub_event_type=trigger.sub_event_type,
        event_type=event_types()[trigger.sub_event_type],
        actor1=actor1,
        actor2=actor2 if played.between else _without(actor2, actor1),
        assoc_actor1=_without(actor_arguments(view, played, beside1, "assoc_actor1"), actor1 + actor2),
        assoc_actor2=_without(actor_arguments(view, played, beside2, "assoc_actor2"), actor1 + actor2),
        places=place_arguments(view, played),
        time=time,
        casualties=_sided(view, trigger, actor1, actor2, tolls),
        attribution=attribute(document, trigger.start),
        factuality=told,
        factuality_rule=rule,
        weapon=weapon_for(document, trigger.start, (trigger.token, view.sentence_at[trigger.token])),
    )


def _to_come(view: View, time: TimeArgument, published: dt.date | None) -> bool:
    """Whether a day lies behind that of the report: more than one behind, since a report may bear the day before.

    Of a report without a day it does where it is called "next".
    """
    if published is None and time.start is not None and time.end is not None:
        first, last = view.token_at(time.start), view.token_at(time.end - 1)
        atoms = (time_words().atom(view.tokens, at) for at in range(first, last + 1))
        return any(atom is not None and atom.has.get("relative") == "next" for atom in atoms)
    if time.earliest is None or published is None:
        return False
    return time.earliest - published > _A_DAY


def _with_tolls(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events that stand, with the tolls that were told beside words for them that do not."""
    given = {(toll.start, toll.kind) for event in events for toll in event.casualties}
    if all((toll.start, toll.kind) in given for toll in view.document.casualties or ()):
        return events
    document = _counted(view, tuple(e.trigger for e in events))
    denied = frozenset([e.trigger.start for e in events if e.factuality == _DENIED])
    tolls = casualties_for(document, [e.trigger.start for e in events], carried=False, denied=denied)
    left = {start: [toll for toll in told if (toll.start, toll.kind) not in given] for start, told in tolls.items()}
    return tuple([_and_of(view, event, left.get(event.trigger.start, ())) for event in events])


def _and_of(view: View, event: Event, tolls: Sequence[Casualty]) -> Event:
    """An event with the tolls of these whose kind it has none of."""
    kinds = {toll.kind for toll in event.casualties}
    more = _sided(view, event.trigger, event.actor1, event.actor2, [toll for toll in tolls if toll.kind not in kinds])
    return replace(event, casualties=event.casualties + more)


def _without_links(view: View, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events without the tolls of a title that is told again in a link at the end."""
    linked = {toll.start for toll in view.document.casualties or ()
              if leads_back(view, view.sentence_at[view.token_at(toll.start)])}
    return events if not linked else tuple(
        replace(event, casualties=tuple(toll for toll in event.casualties if toll.start not in linked))
        for event in events)


def _counted(view: View, triggers: tuple[Trigger, ...]) -> Document:
    """The document with these triggers, and with its tolls' sides as this article means them."""
    return replace(view.document, triggers=triggers,
                   casualties=tuple(replace(toll, who=toll_side(view, toll))
                                    for toll in view.document.casualties or ()))


def _sided(view: View, trigger: Trigger, actor1: tuple[ActorArgument, ...], actor2: tuple[ActorArgument, ...],
           tolls: Sequence[Casualty]) -> tuple[Casualty, ...]:
    """The tolls of an event, each with its side as events of this type mean it, without fighters who are displaced.

    Where a crowd takes part people are of it; the dead of a strike of whom nothing is said are the men that it struck,
    "20 gunmen" too, so in 6 of 6 in the gold; those of a fight between armed sides are either's: 21 of 30 in the gold
    nobody's, 3 civilians. "His death" is that of whom it was done to, of a suicide bombing the bomber's.
    """
    crowd = any(side.id == _CROWD for side in actor1 + actor2)
    struck = _struck(view, trigger, actor2)
    fought = event_types()[trigger.sub_event_type] == _BATTLES and bool(actor2) and all(
        side_kind(side.id) in FIGHTING for side in actor1 + actor2)
    doers, hit = {side.id for side in actor1}, {side.id for side in actor2}
    fell = doers if trigger.sub_event_type == _SUICIDE else hit - doers
    out = []
    for toll in tolls:
        if toll.kind == "displaced" and toll.who and side_kind(toll.who) in FIGHTING:
            continue  # fighters who leave are not displaced
        if event_types()[trigger.sub_event_type] == _ONE_SIDED and any(
                a.id == toll.who and a.start <= toll.start < a.end for a in actor1):
            continue  # "gunmen killed a preacher": the doers are none of the dead
        who = toll.who and side_in(toll.who, trigger.sub_event_type, "actor2", view.document.published)
        if toll.rule == OF_HIM and len(fell) == 1:
            who = next(iter(fell))
        elif crowd and who == _PEOPLE:
            who = _CROWD
        elif who == _CROWD and not crowd and any(side.id == _PEOPLE for side in actor2):
            who = _PEOPLE  # reporters at a protest
        elif struck is not None and _told_together(view, trigger, toll) and (
                toll.rule.endswith(UNSAID) or who in UNNAMED and UNNAMED.isdisjoint(a.id for a in actor1)):
            who = struck
        elif fought and who == _PEOPLE and toll.rule.endswith((UNSAID, OF_HIM)):
            who = None
        out.append(replace(toll, who=who))
    return tuple(out)


def _told_together(view: View, trigger: Trigger, toll: Casualty) -> bool:
    """Whether an event and a toll are told on the same words."""
    return all((s.scope_start <= trigger.start < s.scope_end) == (s.scope_start <= toll.start < s.scope_end)
               for s in view.document.speakers or ())


def _struck(view: View, trigger: Trigger, actor2: tuple[ActorArgument, ...]) -> str | None:
    """The one armed side that a sentence names as struck: the dead are its men where no word says that they were not.

    None where the sentence names a market, a school or the like: its dead may be anybody.
    """
    if event_types()[trigger.sub_event_type] != _STRIKES or len(actor2) != 1 or side_kind(actor2[0].id) not in FIGHTING:
        return None
    here = view.sentence_at[trigger.token]
    named = view.sentence_at[view.token_at(actor2[0].start)] == here
    public = any(place.kind in _PUBLIC and view.sentence_at[place.first] == here for place in view.places)
    return actor2[0].id if named and not public else None


def _without(
    these: tuple[ActorArgument, ...], others: tuple[ActorArgument, ...]
) -> tuple[ActorArgument, ...]:
    taken = {a.id for a in others}
    # gunmen may fight gunmen, but nobody themselves
    return tuple(a for a in unhurt(these, others) if a.id not in taken or a.id.startswith("UNIDENTIFIED"))


def unhurt(doers: tuple[ActorArgument, ...], hurt: tuple[ActorArgument, ...]) -> tuple[ActorArgument, ...]:
    """The doers of harm without those whose own mention is whom it hurt ("settlers were hit by fire")."""
    spans = {a.start for a in hurt}
    return tuple([a for a in doers if a.start not in spans])
