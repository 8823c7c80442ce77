"""Sides that a construction names outright: "between A and B", "between it and B", "A clashed with B", "A had driven",
"A was exposed to", "strikes of A's jets", "at the hands of A", "A who raided", "that A launched", "A managed to", "that
A planted", "which A retook", "dead of A in strikes and clashes with B".

What these say is not weighed against how hostile two sides are or how often the article names them. The constructions
of the other modules of this room are asked for by `roles` itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, FOR, WITH
from sijill.arabic.inflection import THEY
from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.actors.mention_heads import is_oblique
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.kinds import flies
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import OPENERS, View, is_verb
from sijill.extract.said.accused import accused
from sijill.extract.said.between import FIGHT, REACH, Between, Lists, Pair, Told
from sijill.extract.said.carried_out import carried_out
from sijill.extract.said.disarmed import planter
from sijill.extract.said.foiled import foiler
from sijill.extract.said.going_on import goes_on
from sijill.extract.said.peers import peers
from sijill.extract.said.subjects import begins, does_to_a_place, hits_what_follows, men_on, subject_behind
from sijill.extract.said.targets import by_fire, dealt, fallen, found_dead, killed, ousted_before, owner_of_things
from sijill.extract.said.whence import fired_from, flown_meanwhile, flown_with
from sijill.extract.stance.stance import Stances
from sijill.extract.tables.lexicon import MUTUAL, TAKING, VERBS, event_types, is_object
from sijill.extract.tables.registry import ARTICLE
from sijill.extract.triggers.outright import launch

_TO_HANDS: Final = 6
# the same over whom something was done to, and when
_TO_DOER: Final = 12
_VICTIM: Final = "victim"
_UNDERGONE: Final = ("agent_patient", _VICTIM)
_COMMAS: Final = ("،", ",", '"')
_TO: Final = ("في", "من")
_ADVERBS: Final = 3
_STRIKES: Final = "agent_place"
# raids that are told with their owner
_RAIDS: Final = "composed.air"
# the frame whose verbal noun has only its doer right behind it ("the exit of A")
_MOVER: Final = "mover"
_REMOTE: Final = "Explosions/Remote violence"
_BOMB: Final = "Remote explosive/landmine/IED"
_ONE_ON_ANOTHER: Final = "agent_patient"
_PEOPLE: Final = "people"
_DONE: Final = (_STRIKES, _ONE_ON_ANOTHER)
_LEAVING: Final = ("Displacement", "Non-violent transfer of territory")


class SaidSides:
    """Reads the constructions of one document; mentions are given by their place in the layer of actors."""

    def __init__(self, view: View, stances: Stances, lists: Lists) -> None:
        self.view, self.stances = view, stances
        self._between = Between(view, stances, lists)

    def between(self, trigger: Trigger, before: Sequence[Told]) -> Pair | None:
        """The two sides of "between A and B" or "between them"; None where neither is said."""
        pair = self._between.pair(trigger, before)
        return peers(self.view, trigger) if pair is None else pair

    def doer(self, trigger: Trigger, before: Sequence[Told]) -> int | None:
        """The first side, where the words say it: "strikes of A's jets", "A clashed with", "fighting and ousting"."""
        blamed = accused(self.view, trigger)[0]
        if blamed is not None:
            return blamed
        own = self.view.actor_at[trigger.token]
        if trigger.form == "noun" and own >= 0 and self.view.actors[own].rule.startswith(_RAIDS):
            return own
        aircraft = flown_with(self.view, trigger)
        aircraft = flown_meanwhile(self.view, trigger) if aircraft is None else aircraft
        if aircraft is not None:
            return aircraft
        genitive = self._genitive(trigger)
        if genitive in killed(self.view, trigger):
            genitive = None  # of "the killing of A's leader in P" A has the dead
        if genitive is not None and trigger.frame == _STRIKES and self._strikes(genitive):
            return genitive
        launched = launch(self.view, trigger.token) if tells(trigger.lemma, "campaign") else None
        launcher = begins(self.view, launched + 1) if launched is not None else None
        launcher = carried_out(self.view, trigger) if launcher is None else launcher
        if launcher is not None:
            return launcher
        if genitive is not None and (trigger.frame == _MOVER or hits_what_follows(self.view, genitive)
                                     or trigger.sub_event_type in TAKING and self._on_behind(genitive)):
            return genitive
        bomber = planter(self.view, trigger.token) if trigger.sub_event_type == _BOMB else None
        if bomber is not None:
            return bomber
        men = men_on(self.view, trigger)
        if men is not None:
            return men[0]
        if self._exposed(trigger) is not None:
            doer = genitive if genitive is not None else self._from(trigger)
            doer = doer if doer is not None else self._at_hands(trigger)
            return doer if doer is not None else fired_from(self.view, trigger)
        return self._beside(trigger, before)

    def _beside(self, trigger: Trigger, before: Sequence[Told]) -> int | None:
        """The first side as words beside the deed, or deeds before it, tell it: "at A's hands", "A managed to"."""
        subject = self._at_hands(trigger)
        if subject is None:
            subject = fired_from(self.view, trigger)
        if subject is None:
            subject = self._who(trigger)
        if subject is None:
            subject = self._manages(trigger)
        if subject is None:
            subject = self._had(trigger)
        if subject is None:
            subject = self._behind_pronoun(trigger)
        if subject is None and trigger.frame == MUTUAL and trigger.form in VERBS and self._with(trigger) is not None:
            subject = begins(self.view, trigger.token + 1)
        if subject is None:
            subject = subject_behind(self.view, trigger)
        if subject is None:
            subject = self._subject(trigger)
        if subject is None and trigger.frame == MUTUAL and trigger.form == "noun":
            subject = self._mourning(trigger)
        subject = goes_on(self.view, trigger, before) if subject is None else subject
        return self._shared_doer(trigger, before) if subject is None else subject

    def undergoer(self, trigger: Trigger, before: Sequence[Told], owner: int | None) -> int | None:
        """The second side, where the words say it: "clashed with B", "the ousting of B", "strikes and strikes".

        `owner`: whose weapons are cleared or brought down.
        """
        if trigger.frame == MUTUAL:
            return self._with(trigger)
        foiling = foiler(self.view, trigger)
        if foiling is not None:
            return foiling
        men = men_on(self.view, trigger)
        if men is not None and men[1] is not None:
            return men[1]
        hit = fallen(self.view, trigger)
        if hit:
            return hit[0]
        dead = found_dead(self.view, trigger)
        if dead is not None:
            return dead
        ousted = ousted_before(self.view, trigger)
        if ousted is not None:
            return ousted
        if "undergone" in self.view.classes[trigger.token]:
            undergone = self._genitive(trigger)
            return None if undergone is not None and (hits_what_follows(self.view, undergone) or does_to_a_place(
                self.view, undergone)) else undergone
        struck = self._genitive(trigger) if _brought_about(self.view, trigger) else None
        if struck is not None and not (self._on_behind(struck) or does_to_a_place(self.view, struck)):
            return struck
        exposed = self._exposed(trigger)
        if exposed is not None:
            return self._struck(exposed, trigger)
        things = owner_of_things(self.view, trigger)
        owner = owner if things is None else things
        owner = dealt(self.view, trigger) if owner is None else owner
        if owner is not None:
            return owner
        other = self._joined(trigger, before)
        if other is not None and other.trigger.lemma == trigger.lemma and other.actor2:
            return other.actor2[0]
        return None

    def _exposed(self, trigger: Trigger) -> int | None:
        """The word of "was exposed to" whose "to" a verbal noun has: not what it was criticised or punished for."""
        view, hit = self.view, self.view.hits[trigger.token]
        if trigger.form != "noun" or hit is None or hit.particles[-1:] != FOR:
            return None
        first = view.sentences[view.sentence_at[trigger.token]].first
        for at in range(trigger.token - 1, max(first - 1, trigger.token - REACH), -1):
            if "exposed" in view.classes[at]:
                return at
            if is_verb(self.view, at) or at in self.stances.trigger_at or view.tokens[at].norm in BREAKS:
                return None
            if view.tokens[at].norm.startswith(FOR) and view.actor_at[at] < 0 and view.place_at[at] < 0:
                return None
        return None

    def _from(self, trigger: Trigger) -> int | None:
        """The side of "from A" right behind a verbal noun, one adjective at most between."""
        view = self.view
        last = view.sentences[view.sentence_at[trigger.token]].last
        for at in range(trigger.token + 1, min(trigger.token + 3, last - 1)):
            if "from" in view.classes[at]:
                number = begins(self.view, at + 1)
                return None if number is None or view.actors[number].kind == "country" else number
        return None

    def _struck(self, exposed: int, trigger: Trigger) -> int | None:
        """The side that was exposed: named first behind the word that says so, or else right before it."""
        view = self.view
        between = range(exposed + 1, trigger.token)
        after = next((view.actor_at[i] for i in between if view.actor_at[i] >= 0), None)
        if after is not None or any(view.place_at[i] >= 0 for i in between):
            return after
        before = view.actor_at[exposed - 1] if exposed else -1
        return before if before >= 0 and view.actors[before].first not in self.stances.speaking else None

    def _with(self, trigger: Trigger) -> int | None:
        view = self.view
        last = view.sentences[view.sentence_at[trigger.token]].last
        for at in range(trigger.token + 1, min(trigger.token + REACH, last - 1)):
            if at in self.stances.trigger_at or "between" in view.classes[at] or is_verb(self.view, at):
                return None
            if "with" in view.classes[at]:
                return begins(self.view, at + 1)
        return None

    def _genitive(self, trigger: Trigger) -> int | None:
        """The side right behind a verbal noun that has no article and no pronoun, be it the object of a verb."""
        hit = self.view.hits[trigger.token]
        noun = trigger.form == "noun" or is_object(self.view.tokens[trigger.token].norm)
        if not noun or hit is None or hit.definite or hit.pronoun:
            return None
        return begins(self.view, trigger.token + 1)

    def _on_behind(self, number: int) -> bool:
        """Whether "on" follows a mention: what is taken stands behind it, so the mention is who takes."""
        after = self.view.actors[number].last
        return after < len(self.view.tokens) and "on" in self.view.classes[after]

    def _at_hands(self, trigger: Trigger) -> int | None:
        """The side of "at the hands of A" behind a verbal noun or a passive, or of "was killed by A's bullets", with no
        other deed between.

        Whom something was done to may be told by his office and day before it.
        """
        view = self.view
        reach = _TO_DOER if trigger.frame in _UNDERGONE else _TO_HANDS + 2
        last = view.sentences[view.sentence_at[trigger.token]].last
        for at in range(trigger.token + 1, min(trigger.token + reach, last - 1)):
            if at in self.stances.trigger_at or is_verb(self.view, at):
                return None
            hands = "at_hands" in view.classes[at]
            if hands or trigger.frame == _VICTIM and by_fire(view, at):
                number = begins(self.view, at + 1)
                number = begins(self.view, at + 2) if number is None else number
                if hands or number is not None:
                    return number
        return None

    def _who(self, trigger: Trigger) -> int | None:
        """The side of "A who raided", "A who carried out strikes": right before the relative word, a comma between."""
        view, hit, verb = self.view, self.view.hits[trigger.token], trigger.token
        if trigger.form == "noun" and verb and "light" in view.classes[verb - 1]:
            verb -= 1
        elif trigger.form not in VERBS or hit is None or hit.pronoun:
            return None
        first = view.sentences[view.sentence_at[trigger.token]].first
        at = verb - 1
        if at <= first or "relative" not in view.classes[at]:
            return None
        at -= 1
        while at > first and view.tokens[at].norm in _COMMAS:
            at -= 1
        number = view.actor_at[at]
        if number < 0 or view.actors[number].last != at + 1 or view.actors[number].kind == "country":
            return None
        return number if side_kind(view.sides[number].id) in FIGHT else None

    def _manages(self, trigger: Trigger) -> int | None:
        """The side of "A managed to (retake)": right behind a light verb, few words between it and "to"."""
        view, hit, at = self.view, self.view.hits[trigger.token], trigger.token - 1
        first = view.sentences[view.sentence_at[trigger.token]].first
        if trigger.form != "noun" or hit is None or at <= first:
            return None
        if hit.particles[-1:] != WITH:
            if view.tokens[at].norm not in _TO:
                return None
            at -= 1
        least = max(first, at - _ADVERBS)
        while at > least and view.actor_at[at] < 0:
            if at in self.stances.trigger_at or is_verb(self.view, at) or view.tokens[at].norm in BREAKS:
                return None
            at -= 1
        number = view.actor_at[at]
        if number < 0 or side_kind(view.sides[number].id) not in FIGHT:
            return None
        at = view.actors[number].first - 1
        while at > first and view.tokens[at].norm == '"':
            at -= 1
        return number if at >= first and "light" in view.classes[at] else None

    def _had(self, trigger: Trigger) -> int | None:
        """The side of "A had driven", between the words of the pluperfect; not of "A had been driven out by"."""
        view, had = self.view, trigger.token - 1
        if trigger.form != "perfect" or had < 1 or "had" not in view.classes[had]:
            return None
        last = view.sentences[view.sentence_at[trigger.token]].last
        if any("at_hands" in view.classes[i] for i in range(trigger.token + 1, min(trigger.token + _TO_HANDS, last))):
            return None
        number = view.actor_at[had - 1]
        if number < 0:
            return None
        first = view.actors[number].first
        first -= first > 0 and view.tokens[first - 1].norm == '"'
        return number if first > 0 and "was" in view.classes[first - 1] else None

    def _behind_pronoun(self, trigger: Trigger) -> int | None:
        """The side of "which A retook" or "of which A took control": right behind a verb and the pronoun of its object.

        Behind such verbs in the training articles it is the doer in 160 of 168, and never the object.
        """
        view, hit, at = self.view, self.view.hits[trigger.token], trigger.token + 1
        if trigger.form not in VERBS or hit is None or at >= len(view.tokens):
            return None
        if not hit.pronoun:
            if not is_word(view, at, "of_object") or at + 1 >= len(view.tokens):
                return None
            out_of_it = trigger.frame == _ONE_ON_ANOTHER and "from_it" in view.classes[at]
            at += 1
            if out_of_it or is_oblique(view.tokens[at].norm):
                return None  # "drove A's men out of it"
        number = begins(self.view, at)
        return number if number is not None and side_kind(view.sides[number].id) in FIGHT else None

    def _subject(self, trigger: Trigger) -> int | None:
        """The side right behind a verb, where people without an article, those it is done to, stand behind it."""
        view, number = self.view, begins(self.view, trigger.token + 1)
        if view.tokens[trigger.token].norm.endswith(THEY):
            return None  # who "they" are stands before
        if trigger.form not in VERBS or trigger.frame != _ONE_ON_ANOTHER or number is None:
            return None
        hit = begins(self.view, view.actors[number].last)
        if hit is None or view.actors[hit].kind != _PEOPLE or view.actors[number].kind == _PEOPLE:
            return None
        return None if view.tokens[view.actors[hit].first].norm.startswith(ARTICLE) else number

    def _mourning(self, trigger: Trigger) -> int | None:
        """The side whose dead or wounded the sentence has told before "(in) clashes with B", if it is no ally of B.

        So in 48 of 52 in the gold, whoever announces it.
        """
        view, other, hit = self.view, self._with(trigger), self.view.hits[trigger.token]
        if other is None or hit is None or hit.particles[:1] not in tuple(CONJUNCTIONS) and (
                "within" not in view.classes[trigger.token - 1]):
            return None
        for toll in reversed(view.tolls_in(view.sentence_at[trigger.token])):
            if toll.named is None or toll.named >= trigger.start:
                continue
            at = view.token_at(toll.named)
            number = view.actor_at[at]
            parted = any(is_verb(self.view, i) or view.classes[i] & OPENERS for i in range(at + 1, trigger.token))
            fights = side_kind(view.sides[number].id) in FIGHT
            return number if fights and not parted and not self._between.sided([number], [other]) else None
        return None

    def _strikes(self, number: int) -> bool:
        """Whether a mention flies, or is a nationality ("Turkish")."""
        return flies(self.view, number) or self.view.actors[number].rule == "nationality"

    def _shared_doer(self, trigger: Trigger, before: Sequence[Told]) -> int | None:
        """The doer of the verbal noun before, where "and" joins one to it that has no doer of its own."""
        hit, other = self.view.hits[trigger.token], self._joined(trigger, before)
        if hit is None or other is None or trigger.form != "noun" or other.trigger.form != "noun":
            return None
        kinds = {event_types()[t.sub_event_type] for t in (trigger, other.trigger)}
        one_deed = hit.pronoun or hit.definite and len(kinds) == 1 and _REMOTE not in kinds
        return other.actor1[0] if one_deed and other.actor1 else None

    def _joined(self, trigger: Trigger, before: Sequence[Told]) -> Told | None:
        """The event told last, where "and" joins this one to it with neither a verb nor a break between."""
        view, hit = self.view, self.view.hits[trigger.token]
        if not before or hit is None or hit.particles[:1] not in tuple(CONJUNCTIONS):
            return None
        first = before[-1].trigger.token
        if view.sentence_at[first] != view.sentence_at[trigger.token] or trigger.token - first > REACH:
            return None
        stops = any(view.tokens[i].norm in BREAKS or is_verb(self.view, i) for i in range(first + 1, trigger.token))
        return None if stops else before[-1]


def _brought_about(view: View, trigger: Trigger) -> bool:
    """Whether a deed of one side on another is told as brought about: of "the bombing of A was done" A is hit.

    Who is evacuated or driven out is who leaves.
    """
    return (trigger.form == "noun" and trigger.frame in _DONE and trigger.sub_event_type not in _LEAVING
            and trigger.token > 0 and is_word(view, trigger.token - 1, "brought_about"))
