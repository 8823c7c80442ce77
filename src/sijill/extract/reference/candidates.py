"""Whom a mention may mean: those its words name, those named before, those of where the article plays and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from sijill.arabic.clitics import key
from sijill.documents import ActorMention, Document
from sijill.extract.actors.mention_heads import (
    ABUSE,
    BRANCHES_OF_HEADS,
    LACKING,
    MILITANT,
    OPEN,
    are_told_as_rebels,
    branch_of_men,
    called,
    head_branch,
    head_forms,
    head_group,
    head_word_group,
    may_be_soldiers,
    named_forces,
    names_soldiers,
    open_group,
    opponents,
)
from sijill.extract.actors.sides import AIR_FORCES
from sijill.extract.reference.homes import ARMED, Homes
from sijill.extract.reference.reviled import Reviled
from sijill.extract.reference.setting import setting_of
from sijill.extract.reference.their_day import TheirDay
from sijill.extract.reference.told_nations import Nations
from sijill.extract.reference.unknown_days import UnknownDay
from sijill.extract.tables.actor_rows import Sense
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.lexicon import word_classes
from sijill.extract.tables.registry import ARTICLE, HEARSAY, UNARMED, Registry, registry

_KEEP, _MOST_COUNTRIES = 8, 2
_AIR, _GOVERNMENT, _POLICE = "air", "gov", "police"
_COMPOSED, _MINISTER = "composed", "composed.gov"
# heads that only one branch of a state's forces goes by, whichever was named
_INSTITUTIONS: Final = "institutions"
_OF_ONE_BRANCH: Final = (_AIR, "airdefence", "police", _INSTITUTIONS)
_SOME_STATE: Final = "STATE_SECURITY_GEN"
_UNNAMED: Final = {"air": "UNIDENTIFIED_AIRCRAFT", "force": _SOME_STATE, "police": _SOME_STATE}
_STATE: Final = frozenset(("state_forces", "external_forces"))
_NO_REBELS: Final = _STATE | {"international_organisation"}
_OF_SOME_STATE: Final = ("anaphor", "member")
_AS_FORCES: Final = ("force", "air", "airdefence", "police", "gov")
_COMPOSED_FORCES: Final = tuple([f"composed.{head}" for head in _AS_FORCES])
_ARMY_OF, _COALITION_IN = "NEW:Military Forces of ", "NEW:Coalition Forces in "
_BY_NAME: Final = ("name", "composed", "country", "new")
_NOBODYS: Final = ("UNIDENTIFIED_GUNMEN", "UNIDENTIFIED_MILITANTS")
_NAME, _ANAPHOR = "name", "anaphor"
_OUTRIGHT: Final = (_NAME, "composed")
NO_SENSES: Final[dict[str, Sense]] = {}


class Candidates:
    """Offers the sides that the mentions of a document may mean; remembers those that were meant."""

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

    def pool(self, at: int, mention: ActorMention) -> dict[str, str]:
        """The ids that mention `at` may mean, each with how it came to be one; never empty."""
        if before := self._then.bearers(at, mention):
            return dict.fromkeys(before, "expired")
        if self._flies(mention) and self._unknown(mention):
            return {_UNNAMED[_AIR]: "own"}
        pool: dict[str, str] = {}
        group, soldiers = open_group(mention), head_branch(self.document, mention)
        for rank, one in enumerate(mention.ids):
            if not one.startswith(OPEN) and self._then.alive(one):
                pool[one] = "own" if rank == 0 else "also"
            elif mention.kind == "member":
                # soldiers of a state are of its army of the day
                heir = self.known.heir(one, self.document.published)
                if heir is not None:
                    pool.setdefault(heir, "own" if rank == 0 else "also")
        pool = self._undated.without_fallen(mention, self._nations.of_those(mention, pool))
        composed = mention.rule.startswith(_COMPOSED)
        if (composed or mention.kind not in HEARSAY) and len(pool) > 1:
            pool = self._without_borrowed(mention, pool, mention.first + composed)
        if len(pool) > 1 or len(mention.ids) > 1:
            pool = {_SOME_STATE: "own"} if self._homes.of_other_lands(mention) else self._homes.at_home(at, pool)
        elif mention.kind == "member":
            pool = self._homes.branch_at_home(at, pool)
        far: dict[str, str] = {}
        if mention.kind in HEARSAY and pool:
            near = self._coalition_of_the_war({i: how for i, how in pool.items() if self._near(i)})
            if near or not self.setting.main:
                pool = self._plausible(mention, near or pool)
            else:
                far, pool = self._plausible(mention, pool), {}
        if mention.kind in _OF_SOME_STATE and self.setting.main and (pool or far):
            branch = branch_of_men(self.document, mention) if mention.kind == "member" else None
            if all(self._coalition(one) and not self._near(one) for one in pool or far):
                pool = dict.fromkeys(self._coalition_here(), "own")
                self._forces = self._forces.union(pool)
            elif branch is not None and all(map(self._a_stranger, pool)):
                pool, soldiers = {_SOME_STATE: "own"}, branch
            elif all(map(self._of_another_state, pool or far)):
                pool = {_SOME_STATE: "own"}
        sign = mention.ids[0].partition(":")[0]
        if sign == "OWN" and group == "irregular" and self._after_a_state() and not opponents(self.document, mention):
            # a state's irregulars are the groups that it backs
            self._add_tied(pool, self._groups_backed, self._recent()[:1])
        elif sign in ("ALLY", "FOE"):
            tied = self.known.backed if sign == "ALLY" else self.known.opposed
            self._add_tied(pool, tied, self._recent()[:3])
            if sign == "ALLY" and self._after_a_state():
                pool = {next(iter(pool)): "tied"}  # those "loyal to it" are first of all a state's own
        elif group:
            self._add_of_head(pool, group, at, mention, sign == "HEAD")
        elif not pool and mention.kind in _OUTRIGHT:
            # a name says whom it means, also before or after its time; a state's army is that of the day
            then = {self._then.of_the_day(mention, one): "expired" for one in mention.ids if not one.startswith(OPEN)}
            pool = {one: how for one, how in then.items() if self._then.alive(one)} or then
        elif mention.kind in HEARSAY or not pool:
            self._add_recalled(pool, far, mention, soldiers)
        if _SOME_STATE in pool:
            branches = (soldiers,) if soldiers else (_GOVERNMENT,) if self._governs(mention) else ("army", "police")
            self._add_state(pool, branches, self._countries(at))
        if _SOME_STATE in mention.ids and head_group(self.document, mention) == _POLICE:
            pool = self._homes.guarding(at, pool)
        if not pool and far and all(self.kind(one) in ARMED for one in far):
            # "the movement" is none of another war's
            return {"UNIDENTIFIED_MILITANTS": "unidentified"}
        pool = pool or far or self._then.rulers_then(mention)
        if not pool:
            pool = {self._then.before_its_time(one): "expired" for one in mention.ids if not one.startswith(OPEN)}
        return pool or {_UNNAMED.get(group, "UNIDENTIFIED_GUNMEN"): "unidentified"}

    def _add_of_head(self, pool: dict[str, str], group: str, at: int, mention: ActorMention, bare: bool) -> None:
        """The sides that a head word without an owner may mean; a bare one with no pronoun either."""
        # no state's men are called terrorists or extremists: of 14 in training none are
        told = bare and called(self.document, mention, *ABUSE)
        here = () if told or self._nobodys(mention) else (*self.setting.main[:2], *self._countries(at))
        if self.known.is_link(_INSTITUTIONS, head_forms(self.tokens[mention.first].norm)[1]):
            group = _INSTITUTIONS
        stateless = told or group == "irregular" and bare and not may_be_soldiers(self.document, mention)
        self._add_open(pool, group, here, stateless, bare and names_soldiers(self.document, mention))
        if _NOBODYS[0] in pool and (told and called(self.document, mention, MILITANT) or deed_words().has(
                self.tokens[mention.first].key, "the_bomber")):
            pool[_NOBODYS[1]] = pool.pop(_NOBODYS[0])  # the bomber of no group named is a militant

    def _add_recalled(self, pool: dict[str, str], far: dict[str, str], mention: ActorMention,
                      soldiers: str | None) -> None:
        """The recent sides that a word may call back ("the army", "the group"), in the branch it names."""
        unarmed = any(self.kind(one) in UNARMED for one in mention.ids)
        flies, own = self._flies(mention), bool(pool)
        aloft = flies or bool(pool or far) and all(one.endswith(AIR_FORCES) for one in pool or far)
        rebels = are_told_as_rebels(self.document, mention)
        # "the security forces" are of some state
        official = _SOME_STATE in mention.ids or soldiers is not None and mention.kind == "loaded" and all(
            self.kind(one) in _STATE for one in pool or far or ("",))
        branch = soldiers or (_GOVERNMENT if self._governs(mention) else None)
        # "the security forces" may be police or soldiers
        plain = head_group(self.document, mention) == head_word_group(self.document, mention)
        for one in map(self._aloft, self._recent()) if aloft else self._recent():
            rebel = official and self._of_no_state(one) or (
                official or branch is not None or mention.rule.startswith(_MINISTER)) and self._lacking_rebels(one)
            strange = aloft and own and one.startswith(LACKING)  # "the air force" is of the land that has one there
            strange = strange or mention.kind == "loaded" and self.kind(one) == "international_organisation"
            if rebel or strange or flies and self._grounded(one) or self._reviled.bars(mention, one):
                continue
            if branch is not None:
                one = self._in_branch(one, branch, soldiers is not None, plain)
            # "the army" is no crowd and no civilians, "a group of terrorists" no army, whoever was named last
            if not one.startswith("COUNTRY:") and (unarmed or self.kind(one) not in UNARMED) and not (
                    rebels and self._no_rebels(one)):
                pool.setdefault(one, "memory")

    def _in_branch(self, one: str, branch: str, soldiers: bool, plain: bool) -> str:
        """Of a government that was named its soldiers, of the army of a state its police; else the side itself."""
        state = (soldiers and self.known.ruling(one)) or (plain and self.known.lacking.get(one))
        return (self.known.branch(state, branch, self.document.published) if state else None) or one

    def the_gunmen(self, at: int, chosen: str) -> str:
        """Whom "the gunmen" or bombers mean that would be nobody's: the armed group told last, if no gunmen since."""
        mention = self.mentions[at]
        bases, bare = head_forms(self.tokens[mention.first].norm)
        if chosen not in _NOBODYS or mention.last > mention.first + 1 or not (
                self.known.is_link("bombers", key(bare)) or any(base.startswith(ARTICLE) for base in bases)):
            return chosen
        last = next((one for one in reversed(self.last) if one in _NOBODYS or self._fights_alone(one) and not (
            one in self._forces or self._told_as_forces(one) or self._reviled.bars(mention, one))), chosen)
        return chosen if last in _NOBODYS else last

    def _told_as_forces(self, one: str) -> bool:
        """Whether a side was last named as an army, forces or a command, which are no "gunmen", whoever has them."""
        mention = self.mentions[self.last[one]]
        head = self.known.head_words.get(head_forms(self.tokens[mention.first].norm)[1])
        return head in _AS_FORCES or mention.rule.startswith(_COMPOSED_FORCES)

    def _fights_alone(self, one: str) -> bool:
        """Whether a side is an armed group of the registry, or one that it lacks, and fights for no state here."""
        if self.setting.main and self.known.allied(
                one, self.known.branch(self.setting.main[0], "army", self.document.published) or ""):
            return False
        return self._lacks(one) if one.startswith(LACKING) else self._of_no_state(one)

    def _lacks(self, one: str) -> bool:
        """Whether a side is one that the registry lacks, of no state that it knows."""
        return one.startswith(LACKING) and one not in self.known.of_states

    def _lacking_rebels(self, one: str) -> bool:
        """Whether it is such a side, and is nowhere named as forces, as those of an organisation of states are."""
        return self._lacks(one) and one not in self._forces

    def _governs(self, mention: ActorMention) -> bool:
        """Whether a mention's first word is one for a government, and the mention no composition."""
        return not mention.rule.startswith(_COMPOSED) and head_word_group(self.document, mention) == _GOVERNMENT

    def _named_anywhere(self) -> Counter[str]:
        out: Counter[str] = Counter()
        for mention in self.mentions:
            if mention.kind in ("name", "composed", "member", "country", "new"):
                valid = [i for i in mention.ids if self._then.alive(i)]
                if len(valid) <= 2:
                    out.update(valid)
        return out

    def _after_a_state(self) -> bool:
        """Whether the side named last is a state, or its government or forces."""
        last = next(reversed(self.last), "")
        return last.startswith("COUNTRY:") or self.kind(last) in _STATE

    def _flies(self, mention: ActorMention) -> bool:
        """Whether a mention's first word is one for aircraft."""
        return self.known.head_words.get(head_forms(self.tokens[mention.first].norm)[1]) == _AIR

    def _nobodys(self, mention: ActorMention) -> bool:
        """Whether aircraft are said to be such as rebels have: a suicide drone is not of the state where it fell."""
        return self._flies(mention) and any(
            self.known.is_link("no_states", token.key) for token in self.tokens[mention.first : mention.last])

    def _unknown(self, mention: ActorMention) -> bool:
        """Whether it is not known whose a mention is ("aircraft of which is not known whether they are A's or B's")."""
        behind = self.tokens[mention.last : mention.last + 2]
        return len(behind) > 1 and "not" in (word_classes().get(behind[0].norm) or ()) and deed_words().has(
            behind[1].key, "is_known")

    def _grounded(self, one: str | None) -> bool:
        """Whether a side has no aircraft: a group, people, or the forces at home of a state without an air force."""
        return one is not None and not one.endswith(AIR_FORCES) and (
            self.kind(one) in ARMED | UNARMED or self.kind(one) == "state_forces" or self._lacking_rebels(one))

    def _aloft(self, one: str) -> str:
        """A side where its aircraft are meant: a state's air force."""
        country = one[8:] if one.startswith("COUNTRY:") else self.known.family_of(one)
        return (self.known.branch(country, "air", self.document.published) if country else None) or one

    def _without_borrowed(self, mention: ActorMention, pool: dict[str, str], first: int) -> dict[str, str]:
        """A name of one camp for a side, from token `first`, means who bears it, unless the outlet is of that camp."""
        senses = self.senses(mention, first)
        camps = {b for one in self.known.outlet_sides(self.document.source) for b in self.known.blocs.get(one, ())}
        fair = {one: how for one, how in pool.items()
                if one not in senses or senses[one].kind != "loaded" or senses[one].bloc in camps}
        return fair or pool

    def _plausible(self, mention: ActorMention, pool: dict[str, str]) -> dict[str, str]:
        """Where a state's forces may be meant, a group named nowhere is not; nor are they by "the terrorists"."""
        actors, named = self.known.actors, self.named.keys() | self.last.keys()
        if are_told_as_rebels(self.document, mention):
            pool = {i: how for i, how in pool.items() if i in named or i not in self.known.of_states} or pool
        if not any(one in actors and actors[one].kind in _STATE for one in pool):
            return pool
        return {one: how for one, how in pool.items()
                if one in named or one in self._acting or one not in actors or actors[one].kind not in ARMED}

    def _countries(self, at: int) -> tuple[str, ...]:
        """Where a mention may play: the country that weighs most in the article, then those that its sentence names."""
        here = self.setting.here[self.setting.sentence_of[at]]
        main = self.setting.main[:1]
        return main + tuple(sorted(here.difference(main)))[:_MOST_COUNTRIES]

    def _add_open(self, pool: dict[str, str], group: str, countries: Sequence[str], stateless: bool,
                  soldiers: bool) -> None:
        """A bare head ("the aircraft", "his forces"): recent sides, in the branch that the head names."""
        branch = BRANCHES_OF_HEADS.get(group)
        day = self.document.published
        for one in self._recent():
            state = self.known.family_of if group in _OF_ONE_BRANCH or one.endswith(AIR_FORCES) else self.known.ruling
            country = one[8:] if one.startswith("COUNTRY:") else state(one) or self.known.lacking.get(one)
            mapped = self.known.branch(country, branch, day) if country and branch else one
            strange = group == _INSTITUTIONS and self._of_no_state(one) or group == _AIR and self._grounded(mapped)
            if strange or stateless and self._no_rebels(one) or (
                    (soldiers or group == _GOVERNMENT) and self._lacking_rebels(one)):
                continue
            if mapped is not None and not mapped.startswith("COUNTRY:"):
                pool.setdefault(mapped, "memory")
        if branch:
            for country in dict.fromkeys(countries):
                mapped = self.known.branch(country, branch, day)
                if mapped is not None and not (group == _AIR and self._grounded(mapped)):
                    pool.setdefault(mapped, "country")
        pool.setdefault("UNIDENTIFIED_AIRCRAFT" if group == "air" else "UNIDENTIFIED_GUNMEN", "unidentified")

    def _groups_backed(self, one: str) -> tuple[str, ...]:
        return tuple([other for other in self.known.backed(one) if self.known.armed_group(other)])

    def _add_tied(self, pool: dict[str, str], tied: Callable[[str], tuple[str, ...]], them: Sequence[str]) -> None:
        """Allies or foes of "them": of the sides named last, in the countries where the article plays."""
        for one in them:
            for other in tied(one):
                if self._then.alive(other) and self._near(other):
                    pool.setdefault(other, "tied")
        pool.setdefault("UNIDENTIFIED_GUNMEN", "unidentified")

    def _add_state(self, pool: dict[str, str], branches: tuple[str, ...], countries: Sequence[str]) -> None:
        for country in countries:
            for branch in branches:
                if (one := self.known.branch(country, branch, self.document.published)) is not None:
                    pool.setdefault(one, "country")

    def _of_another_state(self, one: str) -> bool:
        """Whether a side is the forces of one state, no coalition's, where the article does not play."""
        return self.kind(one) in _STATE and not self._coalition(one) and not self._near(one)

    def _a_stranger(self, one: str) -> bool:
        """Whether a side is at home elsewhere than the article, and nobody has named it."""
        actor = self.known.actors.get(one)
        return actor is not None and bool(actor.countries) and self.setting.main[0] not in actor.countries and (
            one not in self._by_name and one not in self.last)

    def _coalition_here(self) -> list[str]:
        """The coalition in the country of the article, of whose state the registry has no forces; none elsewhere."""
        army = self.known.branch(self.setting.main[0], "army", self.document.published) or ""
        return [army.replace(_ARMY_OF, _COALITION_IN)] if army.startswith(_ARMY_OF) else []

    def _no_rebels(self, one: str) -> bool:
        """Whether a side is aircraft, a state's forces or an organisation of states; a coalition may be a group."""
        return one in self.known.of_states or one in self._stood_in or one in self._forces or one == _UNNAMED[_AIR] or (
            self.kind(one) in _NO_REBELS and not self._coalition(one))

    def _of_no_state(self, one: str) -> bool:
        """Whether a side is an armed group of the registry that stands in for no state."""
        return self.kind(one) in ARMED and one not in self._acting

    def _coalition(self, one: str) -> bool:
        """Whether a side is forces from abroad that are no state's own."""
        return self.kind(one) == "external_forces" and self.known.family_of(one) is None

    def _recent(self) -> list[str]:
        return list(reversed(self.last))[:_KEEP]

    def _coalition_of_the_war(self, pool: dict[str, str]) -> dict[str, str]:
        """Of two coalitions that nobody has named, the one that helps somebody where the article plays."""
        unnamed = [one for one in pool if self._coalition(one) and one not in self.last and one not in self._by_name]
        main = self.setting.main[:1]
        home = [one for one in unnamed if self._homes.theatre(self.known.actors[one]).intersection(main)]
        return pool if not home else {i: how for i, how in pool.items() if i in home or i not in unnamed}

    def _near(self, one: str) -> bool:
        actor, coalition = self.known.actors.get(one), self._coalition(one)
        if actor is None or not actor.countries or one in self.last or one in (
                self._by_name if coalition else self.named):
            return True
        return self.setting.share(self._homes.theatre(actor) if coalition else actor.countries) >= 0.08

    def kind(self, one: str) -> str:
        """What kind of actor an id is; what stands before its colon where the registry has none."""
        actor = self.known.actors.get(one)
        return actor.kind if actor else one.partition(":")[0]

    def senses(self, mention: ActorMention, first: int = -1) -> dict[str, Sense]:
        """What the registry's book says of a mention, from token `first` on, by actor."""
        found = self.known.book.longest_at(self.tokens, max(first, mention.first), mention.last)
        return {s.actor: s for s in reversed(found[3])} if found is not None else NO_SENSES
