"""Whose dead are told right before a deed that one side suffers ("three soldiers of A were killed in a raid"), and who
tells of such dead as its own: none of them did it."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import WITH
from sijill.documents import CasualtyMention, Trigger
from sijill.extract.actors.sides import STATE_FORCES, side_kind
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.said.between import FIGHT
from sijill.extract.tables.lexicon import event_types
from sijill.extract.tables.registry import registry
from sijill.extract.tolls.words import toll_words

SUFFERED: Final = ("Explosions/Remote violence", "Violence against civilians")
"""Groups of types of what one side does to another."""
BOMBS: Final = ("Remote explosive/landmine/IED", "Grenade")
"""Types of bombs that go off or are thrown."""
_VICTIM: Final = "victim"
_CLASH: Final = "Armed clash"
_ONE_ON_ANOTHER: Final = "agent_patient"
_COUNTRY, _ABROAD, _ORGANISATION = "country", "foreign", "intl"
OF_STATES: Final = (*STATE_FORCES, _COUNTRY, _ORGANISATION)
"""Kinds of sides that are states, their forces, or unions of states."""
_HURT: Final = ("killed", "wounded")
_OWN: Final = "OWN:"
# tokens from a toll to the deed in which it was suffered
_TO_DEED: Final = 6
# tokens from an attack to whom it was on
_TO_ON: Final = 5
# and from "on" to the side whose post or men that was
_TO_WHOM: Final = 5


def one_suffers(view: View, trigger: Trigger) -> bool:
    """Whether the dead of a deed did not do it: of a strike or bomb, or of an attack not "theirs" and "on" nothing."""
    if trigger.frame == _VICTIM:
        return trigger.sub_event_type in BOMBS
    if event_types()[trigger.sub_event_type] in SUFFERED:
        return True
    return _attack(view, trigger) and _on(view, trigger) is None


def dead_before(view: View, trigger: Trigger) -> list[int]:
    """The sides of a toll right before "in", "by" or "due to" a deed that these suffered, and not made."""
    fell = [(toll, _whose(view, toll, trigger)) for toll in _tolls(view, trigger)]
    return [number for _, sides in fell for number in sides if _suffered(view, trigger, sides)]


def mourners(view: View, trigger: Trigger) -> list[int]:
    """The sides on whose word a toll right before a deed is told as of their own men, or of soldiers of no foe."""
    tolls = _tolls(view, trigger)
    tell = speaking(view, trigger) if tolls else []
    return [i for i in tell for toll in tolls if _mourns(view, trigger, i, toll)]


def speaking(view: View, trigger: Trigger) -> list[int]:
    """The mentions within the phrases of those on whose word a deed is told."""
    told = [s for s in view.document.speakers or () if s.scope_start <= trigger.start < s.scope_end]
    within = ((s, view.actor_at[view.token_at(s.start) : view.token_at(s.end - 1) + 1]) for s in told)
    return sorted({i for s, here in within for i in here if i >= 0 and s.start <= view.actors[i].start < s.end})


def _mourns(view: View, trigger: Trigger, speaker: int, toll: CasualtyMention) -> bool:
    """Whether the dead of a toll are a speaker's "own men" (others' may be told so too), or soldiers of no foe."""
    sides = _whose(view, toll, trigger)
    if not _suffered(view, trigger, (*sides, speaker)):
        return False
    one, dead = _with_foes(view, view.sides[speaker].id), [view.sides[i].id for i in sides]
    if toll.who is not None and toll.who.startswith(_OWN):
        return all(_of_one_side(one, other) for other in dead)
    return side_kind(one) in OF_STATES and bool(dead) and all(_with(one, other) for other in dead)


def _with_foes(view: View, one: str) -> str:
    """The government of a country, as a country's name is of no camp and so has no foes; any other side itself."""
    country = registry().state_of(one) if side_kind(one) == _COUNTRY else None
    return registry().branch(country, "gov", view.document.published) or one if country is not None else one


def _of_one_side(one: str, other: str) -> bool:
    """Whether two ids are of one side: of one state, allied, or the same."""
    known = registry()
    return known.allied(one, other) or known.state_of(one) is not None and known.state_of(one) == known.state_of(other)


def _with(one: str, other: str) -> bool:
    """Whether soldiers are of the state that speaks of them, or its allies, or abroad as its own may be."""
    known, kind = registry(), side_kind(other)
    abroad = kind == _ABROAD or side_kind(one) == _ORGANISATION
    return kind in STATE_FORCES and (_of_one_side(one, other) or abroad and not (
        known.hostile(one, other) or known.hostile(other, one)))


def _suffered(view: View, trigger: Trigger, sides: tuple[int, ...] | list[int]) -> bool:
    """Whether the dead suffered a deed: also an attack "on" something, if no other armed side is named as whose it is.

    Not where its own word leads on to whose attack it is ("an attack that it launched on P").
    """
    if one_suffers(view, trigger):
        return True
    on = _on(view, trigger) if _attack(view, trigger) else None
    if on is None:
        return False
    last, known = view.sentences[view.sentence_at[trigger.token]].last, registry()
    hit = {view.sides[view.actor_at[at]].id for at in range(on, min(on + _TO_WHOM, last)) if view.actor_at[at] >= 0}
    dead = {view.sides[i].id for i in sides}
    led = any("light" in view.classes[at] for at in range(trigger.token, on))
    return not led and all(side_kind(one) not in FIGHT or any(known.allied(one, other) for other in dead)
                           for one in hit)


def _attack(view: View, trigger: Trigger) -> bool:
    """Whether a noun tells an attack that is not "theirs", nor foiled."""
    at = trigger.token + 1
    theirs = at < len(view.tokens) and registry().is_link("them", view.tokens[at].key)
    return (trigger.sub_event_type == _CLASH and trigger.frame == _ONE_ON_ANOTHER and trigger.form == "noun"
            and not theirs and not is_word(view, trigger.token - 1, "foils"))


def _on(view: View, trigger: Trigger) -> int | None:
    """The token of "on" behind an attack."""
    last = view.sentences[view.sentence_at[trigger.token]].last
    return next((at for at in range(trigger.token + 1, min(trigger.token + _TO_ON, last)) if "on" in view.classes[at]),
                None)


def _whose(view: View, toll: CasualtyMention, trigger: Trigger) -> list[int]:
    """The sides that a toll counts the dead of, also where an earlier word names them ("and three others")."""
    first, last = view.token_at(toll.start), view.token_at(toll.end - 1) + 1
    tokens = list(range(first, last))
    if toll.named is not None and toll.named < trigger.start and toll.kind in _HURT:
        tokens.append(view.token_at(toll.named))
    return list(dict.fromkeys(view.actor_at[at] for at in tokens if view.actor_at[at] >= 0))


def _tolls(view: View, trigger: Trigger) -> list[CasualtyMention]:
    """The tolls right before "in", "by" or "due to" a deed."""
    hit, causes, out = view.hits[trigger.token], toll_words().lists["cause"], list[CasualtyMention]()
    for toll in view.tolls_in(view.sentence_at[trigger.token]):
        end = view.token_at(toll.end - 1)
        if not trigger.token - _TO_DEED <= end < trigger.token:
            continue
        between, killed = range(end + 1, trigger.token), view.token_at(toll.trigger_start)
        if any(at != killed and is_verb(view, at) for at in between):
            continue
        led = any("within" in view.classes[at] or view.tokens[at].norm in causes for at in between)
        if led or hit is not None and hit.particles[-1:] == WITH:
            out.append(toll)
    return out
