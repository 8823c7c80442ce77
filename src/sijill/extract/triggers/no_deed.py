"""No deed: words for deeds that tell of a show, of papers, of a mishap, of diplomats, travellers, onlookers,
courts or reporters, of where forces are, or of what was never brought about ("mock raids", "nobody was arrested")."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, FOR, without_particles
from sijill.arabic.inflection import SHE
from sijill.arabic.tokens import BREAKS
from sijill.documents import Event
from sijill.extract.clauses.kinds import bears_arms
from sijill.extract.clauses.taking_words import behind, is_word, tells
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.speech.words import speech_words
from sijill.extract.tables.lexicon import FOUGHT, TAKING, VERBS
from sijill.extract.triggers.doers import polices
from sijill.extract.triggers.things import withdraws_from

_OTHER, _MOVED, _TALKS, _PROTEST = "Other", "Change to group/activity", "Talks", "Peaceful protest"
_AGREED: Final = "Agreement"
_CRIMES: Final = frozenset(("Attack", "Arrests", "Looting/property destruction", "Abduction/forced disappearance"))
_LEFT, _DISPLACED = "Non-violent transfer of territory", "Displacement"
_STATIONED: Final = (_MOVED, "Headquarters or base established")
_LEAVING: Final = (_LEFT, _DISPLACED)
_DRIVEN: Final = frozenset((*TAKING, _LEFT, _DISPLACED, "Armed clash"))
# tokens from a deed to the adjective of a show, to whom it was done, under what and to what end
_TO_ADJECTIVE: Final = 2
_TO_WHOM: Final = 4
_TO_RUBBLE: Final = 9
_TO_END: Final = 8
# tokens back from a noun to "was not brought about", over "the laying of hands on"
_TO_UNDONE: Final = 3
_TO_LOST: Final = 2
# tokens from a call to the agency, over "by telephone"
_TO_PRESS: Final = 4
_PRESS: Final = ("media", "state_media")
# tokens from an advance to what is no ground, over adjectives
_TO_NO_GROUND: Final = 3
# tokens from a meeting to whose staff takes part in it
_TO_STAFF: Final = 8
# tokens back from "from the taking of" to who draws near
_TO_NEARS: Final = 7
# tokens back from a deed to who had no part in it
_TO_PART: Final = 8
_NOT: Final = frozenset(("did_not", "will_not", "lack"))
# tokens from "had gone" back to "was", over an official and his titles
_TO_TRAVELLER: Final = 8
# tokens from a traveller to the men who go with him
_TO_MEN: Final = 7
_THAT: Final = "ان"
# "was" and "began", and tokens back to them from the verb that goes with them
_WENT_ON: Final = frozenset(("was", "light"))
_TO_WENT_ON: Final = 8
# tokens from control back to "keeps", over who keeps it
_TO_KEEPS: Final = 6
# tokens from a taking back to "from" whom
_TO_FROM: Final = 7


def no_deed(view: View, event: Event) -> bool:
    """Whether a word for a deed tells of none that the codebook knows."""
    at, kind, verb = event.trigger.token, event.sub_event_type, event.trigger.form in VERBS
    if not verb and (_undone(view, at) or _without_a_part(view, at) or kind in TAKING and _on_the_way(view, at)):
        return True
    hit = view.hits[at]
    if verb and hit is not None and hit.pronoun and tells(event.trigger.lemma, "leads"):
        return True  # "led by the governor" is spelled "whom the governor goes before"
    if kind in TAKING and (_kept(view, at) or tells(event.trigger.lemma, "regains") and _of_health(view, at)):
        return True
    if kind in _CRIMES and _private(view, event):
        return True
    if kind == _AGREED and at > 0 and is_word(view, at - 1, "subject_to"):
        return True  # what a place is subject to was agreed upon before: 0 of 5 in the gold
    if tells(event.trigger.lemma, "leads") and _gains_no_ground(view, at):
        return True
    if kind in TAKING and tells(event.trigger.lemma, "crashes") and (
            behind(view, at, "buildings", _TO_ADJECTIVE) is not None or _fallen(view, at)):
        return True
    if event.event_type in FOUGHT and not verb and (
            behind(view, at, "mock", _TO_ADJECTIVE) is not None or behind(view, at, "scouting", 1) is not None):
        return True
    if tells(event.trigger.lemma, "decides") and _by_court(view, at) or tells(event.trigger.lemma, "hovers"):
        return True
    if kind == _OTHER:
        return tells(event.trigger.lemma, "besieges") and _buried(view, at)
    if kind in _STATIONED and _is_stationed(view, event):
        return True
    if kind in (_MOVED, _TALKS, _PROTEST):
        return _no_politics(view, event)
    if kind in _LEAVING and tells(event.trigger.lemma, "travels") and _of_a_traveller(view, at):
        return True
    if kind == _LEFT and tells(event.trigger.lemma, "withdraws") and withdraws_from(view, at, "sitting"):
        return True
    return kind in _DRIVEN and tells(event.trigger.lemma, "ousts") and behind(
        view, at, "diplomats", _TO_WHOM) is not None


def _no_politics(view: View, event: Event) -> bool:
    """Whether what is formed is a cabinet, what is spread papers or sway, who is met one's own staff or the press, or
    people gather for a pastime."""
    at, kind, verb, lemma = event.trigger.token, event.sub_event_type, event.trigger.form in VERBS, event.trigger.lemma
    if kind == _MOVED and tells(lemma, "forms"):
        return behind(view, at, "cabinet", _TO_ADJECTIVE) is not None
    if kind == _MOVED:
        return tells(lemma, "spreads") and (
            behind(view, at, "papers", _TO_WHOM) is not None or behind(view, at, "sway", 1) is not None)
    if kind == _TALKS:
        return not event.actor2 and behind(view, at, "own_staff", _TO_STAFF) is not None or not verb and (
            _lost(view, at) or _with_press(view, event))
    return verb and tells(lemma, "gathers") and not _protesting(view, event) and behind(
        view, at, "pastime", _TO_END, FOR) is not None


def _is_stationed(view: View, event: Event) -> bool:
    """Whether a verb of the present says where forces are: "A is deployed in P", "A has 500 men in P".

    In 22 of 25 in the gold no event is told so. "That A deploy" is to come, "A was deploying", "began to" and what has
    a day are deeds.
    """
    at, verb, time = event.trigger.token, event.trigger, event.time
    if time.start is not None and time.earliest == time.latest:
        return False
    if verb.form != "imperfect" or event.factuality != "asserted" or not tells(verb.lemma, "spread_out"):
        return False
    first = view.sentences[view.sentence_at[at]].first
    if at > first and _THAT in without_particles(view.tokens[at - 1].norm):
        return False
    return not any(_WENT_ON & view.classes[i] for i in range(max(first, at - _TO_WENT_ON), at)
                   if view.clause_at[i] == view.clause_at[at])


def _of_a_traveller(view: View, at: int) -> bool:
    """Whether an official or a tourist is who goes, no fighters with him: right behind the verb or how many they are
    ("thousands of"), or behind "was", which "had" takes up before the verb."""
    number, last = view.number_from.get(at + 1), len(view.tokens) - 1
    who = min(at + 1, last)
    # "a minister" is a number, too
    if number is not None and not is_word(view, who, "traveller"):
        who = min(number.last, last)
        who = min(who + ("from" in view.classes[who]), last)
    if is_word(view, who, "traveller"):
        return not _with_men(view, who)
    first = view.sentences[view.sentence_at[at]].first
    if "had" not in view.classes[at - 1]:
        return False
    was = next((i for i in range(at - 2, max(first, at - _TO_TRAVELLER) - 1, -1) if "was" in view.classes[i]), None)
    return was is not None and is_word(view, was + 1, "traveller") and not _with_men(view, was + 1)


def _with_men(view: View, at: int) -> bool:
    """Whether "and" joins fighters to who stands at a token, over his name: "the commander and dozens of men"."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_MEN, last)):
        if view.tokens[here].norm in BREAKS or is_verb(view, here):
            return False
        number = view.number_from.get(here)
        men = range(here, min(here + 1 if number is None else number.last + 1, last))
        if view.tokens[here].norm.startswith(tuple(CONJUNCTIONS)) and any(
                is_word(view, i, "fighters") or is_word(view, i, "troops") for i in men):
            return True
    return False


def _fallen(view: View, at: int) -> bool:
    """Whether who falls is told right behind as so many dead: "the fall of 19 gunmen"."""
    return at + 1 < len(view.tokens) and any(
        toll.start == view.tokens[at + 1].start for toll in view.tolls_in(view.sentence_at[at]))


def _by_court(view: View, at: int) -> bool:
    """Whether a court stands right behind a word for deciding, or right before one of its gender, a woman's.

    "A blast hit the court, in which three perished" has another subject.
    """
    if at + 1 < len(view.tokens) and is_word(view, at + 1, "court"):
        return True
    return at > 0 and is_word(view, at - 1, "court") and view.tokens[at].norm.endswith(SHE)


def _undone(view: View, at: int) -> bool:
    """Whether "was not brought about" stands before a noun: "no arrest was made"."""
    first = view.sentences[view.sentence_at[at]].first
    for before in range(at - 1, max(first, at - _TO_UNDONE), -1):
        if "comes_about" in view.undoing[before]:
            return "did_not" in view.classes[before - 1]
    return False


def _without_a_part(view: View, at: int) -> bool:
    """Whether it is only said that a side had no part in a deed: in 5 of 5 in the gold no event is told there."""
    first = view.sentences[view.sentence_at[at]].first
    for here in range(at - 1, max(first, at - _TO_PART), -1):
        if view.tokens[here].norm in BREAKS:
            return False
        if is_word(view, here, "shares_in"):
            return not _NOT.isdisjoint(view.classes[here - 1])
    return False


def _of_health(view: View, at: int) -> bool:
    """Whether what is regained is health, rights, calm or the like: "P regained its health", "the regaining of calm".

    A verb may have its owner between, and what has no pronoun may as well be its subject ("the security forces").
    """
    last, verb = view.sentences[view.sentence_at[at]].last, is_verb(view, at)
    ahead = range(at + 1, min(at + 2 + verb, last))
    if any(is_word(view, i, "health") for i in ahead):
        return True
    # "the lawful forces' taking back of P from A" names its doer with such a word
    return not verb and any(is_word(view, i, "calm") for i in ahead) and not _from_side(view, at)


def _private(view: View, event: Event) -> bool:
    """Whether a sentence tells of a wedding, a quarrel, molesting or the like: an ordinary crime (codebook 8.8).

    What a side that bears arms does is none, unless the police do it: "A put two to death because of it" is an event.
    """
    if any(bears_arms(side.id) and not polices(side.id) for side in event.actor1):
        return False
    sentence = view.sentences[view.sentence_at[event.trigger.token]]
    return any(is_word(view, i, "private") for i in range(sentence.first, sentence.last))


def _kept(view: View, at: int) -> bool:
    """Whether control is what is kept, is spread, reaches so far or came to an end: 8 of 8 in the gold take nothing.

    "Its control" may be spelled like "it controlled them".
    """
    if not is_word(view, at, "control"):
        return False
    first = view.sentences[view.sentence_at[at]].first
    for here in range(at - 1, max(first, at - _TO_KEEPS) - 1, -1):
        if view.tokens[here].norm in BREAKS or here < at - 1 and is_verb(view, here):
            return False
        if is_word(view, here, "keeps"):
            return True
    return False


def _gains_no_ground(view: View, at: int) -> bool:
    """Whether somebody "came forward with a complaint", "gives advice" or makes "progress on the matters of the talks".

    A word of a side's name is none of these: the Rapid Support Forces advance as others do.
    """
    here = behind(view, at, "no_ground", _TO_NO_GROUND)
    return here is not None and view.actor_at[here] < 0


def _from_side(view: View, at: int) -> bool:
    """Whether "from" and a side follow a token in its clause."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _TO_FROM, last - 1)):
        if view.tokens[here].norm in BREAKS or is_verb(view, here):
            return False
        if "from" in view.classes[here] and view.actor_at[here + 1] >= 0:
            return True
    return False


def _on_the_way(view: View, at: int) -> bool:
    """Whether a taking is only what somebody draws near to: "came close to the taking of", "an advance toward it"."""
    first = view.sentences[view.sentence_at[at]].first
    if is_word(view, at - 1, "bound_for"):
        # "is heading for the taking of" tells a plan
        return at > first + 1 and not any(
            is_word(view, i, "heads") for i in range(max(first, at - _TO_NEARS), at - 1))
    if "from" not in view.classes[at - 1]:
        return False
    for i in range(at - 2, max(first, at - _TO_NEARS) - 1, -1):
        if view.tokens[i].norm in BREAKS:
            return False
        if is_word(view, i, "nears"):
            return True
    return False


def _lost(view: View, at: int) -> bool:
    """Whether contact is what was lost or broken off, its subject between at most."""
    first = view.sentences[view.sentence_at[at]].first
    return any(is_word(view, i, "loses") or is_word(view, i, "breaks_off")
               for i in range(max(first, at - _TO_LOST), at))


def _with_press(view: View, event: Event) -> bool:
    """Whether contact is with a paper, agency or broadcaster ("in a call with the agency X"): 0 of 5 in the gold."""
    at, last = event.trigger.token, view.sentences[view.sentence_at[event.trigger.token]].last
    found = (speech_words().sources.longest_at(view.tokens, here, last)
             for here in range(at + 1, min(at + 1 + _TO_PRESS, last)))
    return tells(event.trigger.lemma, "contacts") and any(
        source is not None and source[3][0] in _PRESS for source in found)


def _buried(view: View, at: int) -> bool:
    """Whether people are under rubble; who fights among rubble may be besieged there."""
    rubble = behind(view, at, "rubble", _TO_RUBBLE)
    return rubble is not None and is_word(view, rubble - 1, "beneath")


def _protesting(view: View, event: Event) -> bool:
    """Whether those who gather are called demonstrators, or do it in protest."""
    sentence = view.sentences[view.sentence_at[event.trigger.token]]
    return any(is_word(view, i, "protesting") for i in range(event.trigger.token + 1, sentence.last))
