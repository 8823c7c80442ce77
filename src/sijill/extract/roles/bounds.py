"""Bounds: whom the words make outright the doer of an event or its undergoer, and whom they keep from being either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.documents import Trigger
from sijill.extract.actors.bare_heads import MEN, possessed
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.view import View
from sijill.extract.roles.driven_out import driven_out
from sijill.extract.roles.gatherings import organisers
from sijill.extract.roles.no_doers import (
    condemning,
    fired_at,
    governing,
    no_bombers,
    no_doers,
    out_of_element,
    out_of_question,
    suspected,
)
from sijill.extract.roles.options import NOBODY, REMOTE, Options
from sijill.extract.said.accused import accused
from sijill.extract.said.between import Told
from sijill.extract.said.claimed import claimants
from sijill.extract.said.disarmed import owner_of_weapons, undone
from sijill.extract.said.foiled import repeller
from sijill.extract.said.targets import answered, fallen, finders, helped, killed, raids, tools
from sijill.extract.said.tellers import bystanders
from sijill.extract.tables.lexicon import TAKING, VERBS, event_types
from sijill.extract.tables.registry import registry
from sijill.extract.takings.handing import receivers

_UNKNOWN: Final = "UNIDENTIFIED"
_HANDED_ON: Final = (*TAKING, "Arrests", "Abduction/forced disappearance")
# whose other side no other sentence names: of 35 so chosen in training 7 were right
_NAMED_BESIDE: Final = ("Talks", "Arrests")
_CIVILIANS: Final = "civ"
# the groups of head words for men of a side, soldiers and officers among them
_ARMED_MEN: Final = (*MEN, "force")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The candidates, by their numbers, that cannot be a side of an event.

    Where one who is `innocent` is the likeliest first side, or one `unmet` the likeliest second, nobody is that side.
    """

    no_first: frozenset[int]
    innocent: set[int]
    no_second: frozenset[int]
    unmet: set[int]


class Bounded(Options):
    """Offers the candidates for each side with the bounds that the words set to the choice."""

    def __init__(self, view: View, triggers: tuple[Trigger, ...]) -> None:
        super().__init__(view, triggers)
        self._receivers = receivers(view)
        self._claimants, self._unclaimed = claimants(view, triggers)
        self._organisers, self._suspected, self._bystanders = organisers(view), suspected(view), bystanders(view)

    def bounds(self, trigger: Trigger, numbers: list[int], before: list[Told]) -> Bounds:
        """Which candidates for the sides of an event, given those told before, cannot be one."""
        view = self.view
        doer, undergoer, claimed = self._named_outright(trigger, numbers, before)
        receiver = self._receivers.get(trigger.token)
        undergoer = receiver if receiver in numbers else undergoer
        apart = {*raids(view, trigger, self.triggers, numbers), *finders(view, trigger), *self._bystanders,
                 *(number for number in self._receivers_since(trigger) if number != receiver)}
        accusers, deploring = accused(view, trigger)[1], condemning(view, trigger)
        never = {*apart, *fallen(view, trigger), *killed(view, trigger), *accusers, *undone(view, trigger)}
        innocent: set[int] = set()
        if doer is None:
            # outright a doer is one, whatever else is told of it and whoever answers it
            never.update(no_bombers(view, trigger, numbers), out_of_question(view, trigger, numbers),
                         out_of_element(view, trigger, numbers), self._answering(trigger, numbers, before))
            innocent = {*no_doers(view, trigger, self._organisers), *fired_at(view, trigger, numbers),
                        *driven_out(view, trigger, before, numbers), *self._suspected,
                        *deploring, *governing(view, trigger, numbers)}
        no_second = {*apart, *claimed, *tools(view, numbers), *helped(view, numbers), *deploring, *accusers}
        return Bounds(
            frozenset([n for n in numbers if doer is not None and n != doer or self._same(n, undergoer) or n in never]),
            innocent,
            frozenset([n for n in numbers if n in no_second or n == doer or undergoer is not None and n != undergoer]),
            self._unmet(trigger, numbers))

    def _named_outright(self, trigger: Trigger, numbers: list[int],
                        before: list[Told]) -> tuple[int | None, int | None, tuple[int, ...]]:
        """The doer and the undergoer that the words name, and whom a claim shows to be the doer by another name."""
        owner = owner_of_weapons(self.view, trigger)
        doer, undergoer = self.said.doer(trigger, before), self.said.undergoer(trigger, before, owner)
        doer = repeller(self.view, trigger) if doer is None else doer
        if doer is not None and self._same(doer, owner):
            doer = None  # "the teams" that clear what A planted are not A's, whoever else is named before
        unknown = doer is not None and self.view.sides[doer].id.startswith(_UNKNOWN)
        claimant = self._claimant(trigger, numbers) if doer is None or unknown else None
        # who claims what "gunmen" did is who they were
        claimed = () if claimant is None or doer is None else (doer,)
        return doer if claimant is None else claimant, undergoer, claimed

    def _answering(self, trigger: Trigger, numbers: Sequence[int], before: list[Told]) -> list[int]:
        """Those of some mentions that answer an event, or whose allies do."""
        answering = answered(self.view, trigger, before)
        return [n for n in numbers if n != NOBODY and any(
            registry().allied(self.view.sides[n].id, one) for one in answering)]

    def _receivers_since(self, trigger: Trigger) -> frozenset[int]:
        """To whom what, or who, is taken is handed over thereafter: none of the sides of the taking."""
        return frozenset(self._receivers.values()) if trigger.sub_event_type in _HANDED_ON else frozenset()

    def _unmet(self, trigger: Trigger, numbers: Sequence[int]) -> set[int]:
        """Of some mentions in other sentences those whom nobody met, arrested or struck here.

        A verb's armed target stands in its sentence: of 16 that another one names 4 were right. A pronoun of its men
        ("ten of his members") stands for it, and for no people without arms.
        """
        strikes = event_types()[trigger.sub_event_type] == REMOTE and trigger.form in VERBS
        if not strikes and trigger.sub_event_type not in _NAMED_BESIDE:
            return set()
        here = self.view.sentence_at[trigger.token]
        armed_men = any(self._men_of_it(at) for at in range(trigger.token + 1, self.view.sentences[here].last))
        return {n for n in numbers if n != NOBODY and self.view.sentence_at[self.view.actors[n].first] != here
                and (self._unarmed(n) if armed_men else not (strikes and self._unarmed(n)))}

    def _men_of_it(self, at: int) -> bool:
        """Whether a token is a word for armed men with a pronoun, behind "of" ("ten of his members")."""
        view = self.view
        if "from" not in view.classes[at - 1]:
            return False
        found = possessed(registry(), view.document.text, view.tokens, at)
        return found is not None and found.rule.partition(".")[2] in _ARMED_MEN

    def _claimant(self, trigger: Trigger, numbers: list[int]) -> int | None:
        """The candidate of the side that claims an event."""
        claimant = self._claimants.get(trigger.token)
        if claimant is None:
            return None
        side = self.view.sides[claimant].id
        return next((n for n in numbers if n != NOBODY and self.view.sides[n].id == side), None)

    def _same(self, number: int, other: int | None) -> bool:
        """Whether a candidate is a given mention, or one of its list, or another of the same side."""
        if other is None or number == NOBODY:
            return False
        sides = self.view.sides
        return any(sides[number].id == sides[i].id for i in self.actor_lists.get(other, (other,)))

    def _unarmed(self, number: int) -> bool:
        return side_kind(self.view.sides[number].id) == _CIVILIANS
