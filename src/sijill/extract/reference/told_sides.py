"""The sides that a document has told: who was meant last, of what kind a side is, whose it is, and how near."""

from __future__ import annotations

from collections import Counter
from typing import Final

from sijill.documents import ActorMention, Document
from sijill.extract.actors.mention_heads import LACKING, head_forms, named_forces
from sijill.extract.actors.sides import AIR_FORCES
from sijill.extract.reference.homes import ARMED, Homes
from sijill.extract.reference.reviled import Reviled
from sijill.extract.reference.setting import setting_of
from sijill.extract.reference.their_day import TheirDay
from sijill.extract.reference.told_nations import Nations
from sijill.extract.reference.unknown_days import UnknownDay
from sijill.extract.tables.actor_rows import Sense
from sijill.extract.tables.registry import UNARMED, Registry, registry

_KEEP: Final = 8
STATE: Final = frozenset(("state_forces", "external_forces"))
"""The kinds of states' forces."""
UNNAMED_AIR: Final = "UNIDENTIFIED_AIRCRAFT"
_NO_REBELS: Final = STATE | {"international_organisation"}
_AS_FORCES: Final = ("force", "air", "airdefence", "police", "gov")
_COMPOSED_FORCES: Final = tuple([f"composed.{head}" for head in _AS_FORCES])
_POLICE: Final = "police"
_ARMY_OF, _COALITION_IN = "NEW:Military Forces of ", "NEW:Coalition Forces in "
_BY_NAME: Final = ("name", "composed", "country", "new")
NO_SENSES: Final[dict[str, Sense]] = {}


class ToldSides:
    """What is known of the sides of a document; remembers those that were meant."""

    def __init__(self, document: Document) -> None:
        assert document.actors is not None and document.tokens is not None
        self.document = document
        self.tokens = document.tokens
        self.known: Registry = registry()
        self.mentions = document.actors
        self.setting = setting_of(document)
        self._homes = Homes(self.known, self.setting, document)
        self._then = TheirDay(document, self.known, self.setting)
        self._undated = UnknownDay(document)
        self.last: dict[str, int] = {}
        self._nations = Nations(document)
        self.named = self._named_anywhere()
        self._by_name = frozenset([one for m in self.mentions if m.kind in _BY_NAME for one in m.ids])
        self._acting = self.known.stand_ins.all_on(document.published)
        self._stood_in = self.known.stand_ins.ever()
        self._reviled = Reviled(document)
        self._forces = named_forces(document, _AS_FORCES)

    def met(self, at: int, chosen: str) -> None:
        """Remember that mention `at` meant a side."""
        self.last.pop(chosen, None)
        self.last[chosen] = at
        self._reviled.note(self.mentions[at], chosen)
        self._nations.note(self.mentions[at])

    def kind(self, one: str) -> str:
        """What kind of actor an id is; what stands before its colon where the registry has none."""
        actor = self.known.actors.get(one)
        return actor.kind if actor else one.partition(":")[0]

    def senses(self, mention: ActorMention, first: int = -1) -> dict[str, Sense]:
        """What the registry's book says of a mention, from token `first` on, by actor."""
        found = self.known.book.longest_at(self.tokens, max(first, mention.first), mention.last)
        return {s.actor: s for s in reversed(found[3])} if found is not None else NO_SENSES

    def _named_anywhere(self) -> Counter[str]:
        out: Counter[str] = Counter()
        for mention in self.mentions:
            if mention.kind in ("name", "composed", "member", "country", "new"):
                valid = [i for i in mention.ids if self._then.alive(i)]
                if len(valid) <= 2:
                    out.update(valid)
        return out

    def _recent(self) -> list[str]:
        return list(reversed(self.last))[:_KEEP]

    def _after_a_state(self) -> bool:
        """Whether the side named last is a state, or its government or forces."""
        last = next(reversed(self.last), "")
        return last.startswith("COUNTRY:") or self.kind(last) in STATE

    def _near(self, one: str) -> bool:
        actor, coalition = self.known.actors.get(one), self._coalition(one)
        homes = self._homes.theatre(actor) if actor is not None and coalition else actor and actor.countries
        if not homes or one in self.last or one in (self._by_name if coalition else self.named):
            return True
        return self.setting.share(homes) >= 0.08

    def _coalition(self, one: str) -> bool:
        """Whether a side is forces from abroad that are no state's own."""
        return self.kind(one) == "external_forces" and self.known.family_of(one) is None

    def _coalition_here(self) -> list[str]:
        """The coalition in the country of the article, of whose state the registry has no forces; none elsewhere."""
        army = self.known.branch(self.setting.main[0], "army", self.document.published) or ""
        return [army.replace(_ARMY_OF, _COALITION_IN)] if army.startswith(_ARMY_OF) else []

    def _coalition_of_the_war(self, pool: dict[str, str]) -> dict[str, str]:
        """Of two coalitions that nobody has named, the one that helps somebody where the article plays."""
        unnamed = [one for one in pool if self._coalition(one) and one not in self.last and one not in self._by_name]
        main = self.setting.main[:1]
        home = [one for one in unnamed if self._homes.theatre(self.known.actors[one]).intersection(main)]
        return pool if not home else {i: how for i, how in pool.items() if i in home or i not in unnamed}

    def _of_another_state(self, one: str) -> bool:
        """Whether a side is the forces of one state, no coalition's, where the article does not play."""
        return self.kind(one) in STATE and not self._coalition(one) and not self._near(one)

    def _passed_by(self, mention: ActorMention, one: str) -> bool:
        """Whether "the army" would be that of a land that the article only mentions: of 6 in the gold none is."""
        actor = self.known.actors.get(one)
        if mention.kind != "anaphor" or actor is None or actor.kind not in STATE or self._coalition(one):
            return False
        unnamed = bool(actor.countries) and one not in self.last and one not in self.named
        return unnamed and bool(self.setting.main) and actor.countries.isdisjoint(self.setting.main)

    def _a_stranger(self, one: str) -> bool:
        """Whether a side is at home elsewhere than the article, and nobody has named it."""
        actor = self.known.actors.get(one)
        return actor is not None and bool(actor.countries) and self.setting.main[0] not in actor.countries and (
            one not in self._by_name and one not in self.last)

    def _of_no_state(self, one: str) -> bool:
        """Whether a side is an armed group of the registry that stands in for no state."""
        return self.kind(one) in ARMED and one not in self._acting

    def _no_rebels(self, one: str) -> bool:
        """Whether a side is aircraft, a state's forces or an organisation of states; a coalition may be a group."""
        return one in self.known.of_states or one in self._stood_in or one in self._forces or one == UNNAMED_AIR or (
            self.kind(one) in _NO_REBELS and not self._coalition(one))

    def _lacks(self, one: str) -> bool:
        """Whether a side is one that the registry lacks, of no state that it knows."""
        return one.startswith(LACKING) and one not in self.known.of_states

    def _lacking_rebels(self, one: str) -> bool:
        """Whether it is such a side, and is nowhere named as forces, as those of an organisation of states are."""
        return self._lacks(one) and one not in self._forces

    def _fights_alone(self, one: str) -> bool:
        """Whether a side is an armed group of the registry, or one that it lacks, and fights for no state here."""
        if self.setting.main and self.known.allied(
                one, self.known.branch(self.setting.main[0], "army", self.document.published) or ""):
            return False
        return self._lacks(one) if one.startswith(LACKING) else self._of_no_state(one)

    def _told_as_forces(self, one: str) -> bool:
        """Whether a side was last named as an army, forces or a command, which are no "gunmen", whoever has them."""
        mention = self.mentions[self.last[one]]
        head = self.known.head_words.get(head_forms(self.tokens[mention.first].norm)[1])
        return head in _AS_FORCES or mention.rule.startswith(_COMPOSED_FORCES)

    def _grounded(self, one: str | None) -> bool:
        """Whether a side has no aircraft: a group, people, or the forces at home of a state without an air force."""
        return one is not None and not one.endswith(AIR_FORCES) and (
            self.kind(one) in ARMED | UNARMED or self.kind(one) == "state_forces" or self._lacking_rebels(one))

    def _its_army(self, one: str) -> str:
        """Of a state's police its army; else the side itself."""
        day, state = self.document.published, self.known.family_of(one)
        police = state is not None and self.known.branch(state, _POLICE, day) == one
        return (self.known.branch(state, "army", day) if state and police else None) or one

    def _aloft(self, one: str) -> str:
        """A side where its aircraft are meant: a state's air force."""
        country = one[8:] if one.startswith("COUNTRY:") else self.known.family_of(one)
        return (self.known.branch(country, "air", self.document.published) if country else None) or one

    def _in_branch(self, one: str, branch: str, soldiers: bool, plain: bool) -> str:
        """Of a government that was named its soldiers, of the army of a state its police; else the side itself."""
        state = (soldiers and self.known.ruling(one)) or (plain and self.known.lacking.get(one))
        return (self.known.branch(state, branch, self.document.published) if state else None) or one

    def _groups_backed(self, one: str) -> tuple[str, ...]:
        return tuple([other for other in self.known.backed(one) if self.known.armed_group(other)])
