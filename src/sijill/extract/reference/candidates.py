"""Whom a mention may mean: those its words name, those named before, those of where the article plays and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sijill.arabic.clitics import key, readings
from sijill.documents import ActorMention
from sijill.extract.actors.bare_heads import NOUNS
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
    names_soldiers,
    open_group,
    opponents,
)
from sijill.extract.actors.sides import AIR_FORCES, GUNMEN, MILITANTS, UNNAMED
from sijill.extract.reference.homes import ARMED
from sijill.extract.reference.told_sides import STATE, UNNAMED_AIR
from sijill.extract.reference.told_words import ToldWords
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.registry import ARTICLE, HEARSAY, UNARMED

_MOST_COUNTRIES: Final = 2
_AIR, _GOVERNMENT, _POLICE = "air", "gov", "police"
_COMPOSED, _MINISTER = "composed", "composed.gov"
# heads that only one branch of a state's forces goes by, whichever was named
_INSTITUTIONS: Final = "institutions"
_OF_ONE_BRANCH: Final = (_AIR, "airdefence", "police", _INSTITUTIONS)
_ITS_OWN: Final = ("own", "also")
_OF_MANY_LANDS: Final = "of_many_lands"
_ORGANISATION: Final = "international_organisation"
_BARE_HEAD: Final = "head."
_FORCE: Final = "force"
_HEADS_OF_FORCES: Final = ("irregular", "fighter", _FORCE)
_PATROL: Final = "patrol"
_TRIBESMEN, _OF_TRIBES = "TRIBESMEN", "identity_militia"
_FIGHTERS: Final = ("composed.irregular", "composed.fighter")
_BY_NATION: Final = "composed.irregular+nationality"
_SEVERAL: Final = 2
_SOME_STATE: Final = "STATE_SECURITY_GEN"
_OF_NOBODY: Final = {_AIR: UNNAMED_AIR, "force": _SOME_STATE, "police": _SOME_STATE}
_NAME, _ANAPHOR = "name", "anaphor"
_OUTRIGHT: Final = (_NAME, "composed")
_OF_SOME_STATE: Final = (_ANAPHOR, "member")


class Candidates(ToldWords):
    """Offers the sides that the mentions of a document may mean."""

    def pool(self, at: int, mention: ActorMention) -> dict[str, str]:
        """The ids that mention `at` may mean, each with how it came to be one; never empty."""
        if before := self._then.bearers(at, mention):
            return dict.fromkeys(before, "expired")
        if self.flies(mention) and self.unknown(mention):
            return {UNNAMED_AIR: "own"}
        own = self._homes.alike(mention) or self._some_gunmen(mention) or self._own(at, mention)
        if self.flies(mention):
            own = {one: how for one, how in own.items() if not self._grounded(one)} or own
        pool, far = self._of_this_war(mention, own)
        pool, branch = self._of_some_state(mention, pool, far)
        soldiers = branch or head_branch(self.document, mention)
        pool = self._of_many_lands(mention, self._with_others(pool, far, at, mention, soldiers))
        if _SOME_STATE in pool:
            branches = (soldiers,) if soldiers else (_GOVERNMENT,) if self.governs(mention) else (
                _AIR,) if self.flies(mention) else ("army", "police")
            self._add_state(pool, branches, self._countries(at))
            if self.flies(mention):
                pool = {one: how for one, how in pool.items() if one != _SOME_STATE} or {UNNAMED_AIR: "unidentified"}
        pool = self.flown_here(mention, pool)
        if head_group(self.document, mention) == _POLICE:
            if self._homes.is_of_armies(mention):
                # "the military police" are an army's: so in 12 of 12
                pool = {self._its_army(one): how for one, how in pool.items()}
            elif _SOME_STATE in mention.ids:
                pool = self._homes.guarding(at, pool)
            pool = self._homes.of_the_town(mention) or pool
        pool = self._homes.named_alike(mention, pool)
        if not pool and far and all(self.kind(one) in ARMED for one in far):
            # "the movement" is none of another war's
            return {MILITANTS: "unidentified"}
        pool = pool or far or self._then.rulers_then(mention)
        if self._of_later(mention, pool):
            return {MILITANTS: "unidentified"}
        if not pool:
            pool = {self._then.before_its_time(one): "expired" for one in mention.ids if not one.startswith(OPEN)}
        return pool or {_OF_NOBODY.get(open_group(mention), GUNMEN): "unidentified"}

    def _of_later(self, mention: ActorMention, pool: dict[str, str]) -> bool:
        """Whether words for groups and their fighters mean only groups of other lands that came later."""
        actors = [self.known.actors.get(one) for one in pool or mention.ids]
        main, day = self.setting.main[:1], self.document.published
        return (mention.kind == "loaded" or mention.rule.startswith(_FIGHTERS)) and bool(main) and all(
            actor is not None and actor.kind in ARMED and actor.countries and main[0] not in actor.countries
            and actor.valid_from is not None and day is not None and day < actor.valid_from for actor in actors)

    def _own(self, at: int, mention: ActorMention) -> dict[str, str]:
        """The ids that a mention's own words may mean, on the day and at home where it tells of."""
        pool: dict[str, str] = {}
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
            return {_SOME_STATE: "own"} if self._homes.of_other_lands(mention) else self._homes.at_home(at, pool)
        return self._homes.branch_at_home(at, pool) if mention.kind == "member" else pool

    def _some_gunmen(self, mention: ActorMention) -> dict[str, str]:
        """Nobody's gunmen, told by the nation of the land alone, none of whose groups was named.

        It has several, or the registry knows but one, which is at home only elsewhere.
        """
        words = [key(reading.base) for reading in readings(self.tokens[mention.first].norm)]
        if mention.rule != _BY_NATION or not any(
                self.known.is_link("armed", word.removesuffix(end)) for word in words for end in NOUNS):
            return {}
        nation = self.known.nationality(self.tokens, mention.last - 1, mention.last)
        here = nation is not None and nation[0] in self.setting.main and any(
            nation[0] in places for places in self.setting.places)
        several = len(mention.ids) >= _SEVERAL or nation is not None and not any(
            nation[0] in actor.countries for one in mention.ids if (actor := self.known.actors.get(one)) is not None)
        return {GUNMEN: "unidentified"} if here and several and self.last.keys().isdisjoint(mention.ids) else {}

    def _of_this_war(self, mention: ActorMention, pool: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """Of the ids that a word for a side may mean those near to where the article plays, or else the far ones."""
        if mention.kind not in HEARSAY or not pool:
            return {i: how for i, how in pool.items() if self._near(i)} or pool, {}
        near = self._coalition_of_the_war({
            i: how for i, how in pool.items() if self._near(i) and not self._passed_by(mention, i)})
        if near or not self.setting.main:
            return self._plausible(mention, near or pool), {}
        return {}, self._plausible(mention, pool)

    def _of_some_state(self, mention: ActorMention, pool: dict[str, str],
                       far: dict[str, str]) -> tuple[dict[str, str], str | None]:
        """Where all that men or "they" may mean is of elsewhere, the forces of some state; and of which branch.

        Of the coalition of elsewhere it is the one that is here.
        """
        short = mention.kind in _OF_SOME_STATE and not self.is_a_people(mention)
        if not short or not self.setting.main or not (pool or far):
            return pool, None
        if all(self._coalition(one) and not self._near(one) for one in pool or far):
            pool = dict.fromkeys(self._coalition_here(), "own")
            self._forces = self._forces.union(pool)
            return pool, None
        branch = branch_of_men(self.document, mention) if mention.kind == "member" else None
        if branch is not None and all(map(self._a_stranger, pool)):
            return {_SOME_STATE: "own"}, branch
        elsewhere = all(self._of_another_state(one) or self._passed_by(mention, one) for one in pool or far)
        return {_SOME_STATE: "own"} if elsewhere else pool, None

    def _with_others(self, pool: dict[str, str], far: dict[str, str], at: int, mention: ActorMention,
                     soldiers: str | None) -> dict[str, str]:
        """The ids with those tied to another side, of a bare head, recalled or expired, as a mention's words ask."""
        sign, group = mention.ids[0].partition(":")[0], open_group(mention)
        if sign == "OWN" and group == "irregular" and self._after_a_state() and not opponents(self.document, mention):
            # a state's irregulars are the groups that it backs
            self._add_tied(pool, self._groups_backed, self._recent()[:1])
        elif sign in ("ALLY", "FOE"):
            tied = self.known.backed if sign == "ALLY" else self.known.opposed
            self._add_tied(pool, tied, self._recent()[:3])
            if sign == "ALLY" and self._after_a_state():
                return {next(iter(pool)): "tied"}  # those "loyal to it" are first of all a state's own
        elif group:
            self._add_of_head(pool, group, at, mention, sign == "HEAD")
        elif not pool and mention.kind in _OUTRIGHT:
            # a name says whom it means, also before or after its time; a state's army is that of the day
            then = {self._then.of_the_day(mention, one): "expired" for one in mention.ids if not one.startswith(OPEN)}
            return {one: how for one, how in then.items() if self._then.alive(one)} or then
        elif mention.kind in HEARSAY or not pool:
            self._add_recalled(pool, far, mention, soldiers)
        return pool

    def _add_of_head(self, pool: dict[str, str], group: str, at: int, mention: ActorMention, bare: bool) -> None:
        """The sides that a head word without an owner may mean; a bare one with no pronoun either."""
        # no state's men are called terrorists or extremists: of 14 in training none are
        told = bare and called(self.document, mention, *ABUSE)
        here = () if told or self.nobodys(mention) else (*self.setting.main[:2], *self._countries(at))
        if self.known.is_link(_INSTITUTIONS, head_forms(self.tokens[mention.first].norm)[1]):
            group = _INSTITUTIONS
        stateless = told or group == "irregular" and bare and not may_be_soldiers(self.document, mention)
        self._add_open(pool, group, here, stateless, bare and names_soldiers(self.document, mention))
        if bare and deed_words().has(self.tokens[mention.first].key, _PATROL):
            # a patrol is of soldiers or police: so in 4 of 4 in the gold
            for one in [one for one in pool if self._of_no_state(one) or self._lacking_rebels(one)]:
                del pool[one]
        opposing = bare and self.known.is_link("against", head_forms(self.tokens[mention.first].norm)[1])
        # nor are tribes' own men called so, nor opponents who are on the side of the land's army
        for one in [one for one in pool if told and self.kind(one) == _OF_TRIBES or opposing and (
                self._of_no_state(one) and not self._fights_alone(one))]:
            del pool[one]
        if GUNMEN in pool and (told and called(self.document, mention, MILITANT) or deed_words().has(
                self.tokens[mention.first].key, "the_bomber")):
            pool[MILITANTS] = pool.pop(GUNMEN)  # the bomber of no group named is a militant

    def _add_recalled(self, pool: dict[str, str], far: dict[str, str], mention: ActorMention,
                      soldiers: str | None) -> None:
        """The recent sides that a word may call back ("the army", "the group"), in the branch it names."""
        unarmed = any(self.kind(one) in UNARMED for one in mention.ids)
        flies, own = self.flies(mention), bool(pool)
        aloft = flies or bool(pool or far) and all(one.endswith(AIR_FORCES) for one in pool or far)
        rebels = are_told_as_rebels(self.document, mention)
        # "the security forces" are of some state, and so are those of "the occupation"
        occupies = self.known.is_link("occupation", head_forms(self.tokens[mention.last - 1].norm)[1])
        # so are "the forces of the government" of a land that the registry does not know
        official = _SOME_STATE in mention.ids or _SOME_STATE in pool and mention.rule.startswith(
            _COMPOSED) or mention.kind == "loaded" and (
            soldiers is not None or occupies) and all(self.kind(one) in STATE for one in pool or far or ("",))
        branch = soldiers or (_GOVERNMENT if self.governs(mention) else None)
        # "the security forces" may be police or soldiers
        plain = head_group(self.document, mention) == head_word_group(self.document, mention)
        tribes = _TRIBESMEN in mention.ids
        for one in map(self._aloft, self._recent()) if aloft else self._recent():
            if tribes and one not in mention.ids:
                continue  # "the tribes" are no other side, whoever was named
            rebel = official and self._of_no_state(one) or (
                official or branch is not None or mention.rule.startswith(_MINISTER)) and self._lacking_rebels(one)
            strange = aloft and own and one.startswith(LACKING)  # "the air force" is of the land that has one there
            strange = strange or mention.kind == "loaded" and self.kind(one) == _ORGANISATION
            strange = strange or self._no_rebels(one) and self.is_a_people(mention)
            if rebel or strange or flies and self._grounded(one) or self._cannot_be_reviled(mention, one):
                continue
            if branch is not None:
                one = self._in_branch(one, branch, soldiers is not None, plain)
            # "the army" is no crowd and no civilians, "a group of terrorists" no army, whoever was named last
            if not one.startswith("COUNTRY:") and (unarmed or self.kind(one) not in UNARMED) and not (
                    rebels and self._no_rebels(one)):
                pool.setdefault(one, "memory")

    def the_gunmen(self, at: int, chosen: str) -> str:
        """Whom "the gunmen" or bombers mean that would be nobody's: the armed group told last, if no gunmen since.

        So do "20 gunmen", counted by more than ten, in its sentence or the next: in 4 of 5 in the gold.
        """
        mention = self.mentions[at]
        bases, bare = head_forms(self.tokens[mention.first].norm)
        if chosen not in UNNAMED or mention.last > mention.first + 1:
            return chosen
        pointed = self.known.is_link("bombers", key(bare)) or any(base.startswith(ARTICLE) for base in bases)
        if not pointed and not (self.is_counted(mention) and self.fought_just_now(at)):
            return chosen
        last = next((one for one in reversed(self.last) if one in UNNAMED or self._fights_alone(one) and not (
            one in self._forces or self._told_as_forces(one) or self._cannot_be_reviled(mention, one))), chosen)
        return chosen if last in UNNAMED else last

    def _cannot_be_reviled(self, mention: ActorMention, one: str) -> bool:
        """Whether a mention reviles whom it means, and a side is a tribe's, the outlet's or a foe of those reviled."""
        return self._reviled.bars(mention, one) or self.kind(one) == _OF_TRIBES and self._reviled.reviles(mention)

    def _serves(self, one: str) -> bool:
        """Whether a side is the forces of another, and so has no courts or ministries."""
        actor = self.known.actors.get(one)
        return actor is not None and actor.kind in STATE and actor.parent is not None

    def _of_many_lands(self, mention: ActorMention, pool: dict[str, str]) -> dict[str, str]:
        """Of those whom "the international forces" may mean no one state's, where a coalition or mission was named.

        Where none was, those whom the words themselves mean, and other states' forces, before those of the land.
        """
        behind = self.tokens[mention.last - 1 : mention.last + (mention.last == mention.first + 1)]
        # "foreign elements" may be a group's, "the international committee" is no force
        heads = (_FORCE,) if mention.rule.startswith(_BARE_HEAD) else _HEADS_OF_FORCES
        if head_group(self.document, mention) not in heads or mention.kind != _ANAPHOR or not any(
                self.known.is_link(_OF_MANY_LANDS, token.key) for token in behind):
            return pool
        named = {one for one in pool if one in self.last and (
            self._coalition(one) or one in self._forces or self.kind(one) == _ORGANISATION)}
        if named:
            return {one: how for one, how in pool.items() if one in named or how in _ITS_OWN}
        strangers = {one: how for one, how in pool.items() if how in _ITS_OWN or (
            self.kind(one) in STATE and not self._at_home(one))}
        return strangers or dict.fromkeys(self._coalition_here() if self.setting.main else (), "own") or pool

    def _at_home(self, one: str) -> bool:
        """Whether a side is at home where the article plays."""
        actor = self.known.actors.get(one)
        return actor is not None and not actor.countries.isdisjoint(self.setting.main[:1])

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
        if not any(one in actors and actors[one].kind in STATE for one in pool):
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
            strange = group == _AIR and self._grounded(mapped) or group == _INSTITUTIONS and (
                self._of_no_state(one) or self.kind(one) in UNARMED or country is None and self._serves(one))
            if strange or stateless and self._no_rebels(one) or (
                    (soldiers or group in (_GOVERNMENT, _INSTITUTIONS, _POLICE)) and self._lacking_rebels(one)):
                continue
            if mapped is not None and not mapped.startswith("COUNTRY:"):
                pool.setdefault(mapped, "memory")
        if branch:
            for country in dict.fromkeys(countries):
                mapped = self._met(country, branch)
                if mapped is not None and not (group == _AIR and self._grounded(mapped)):
                    pool.setdefault(mapped, "country")
        pool.setdefault(UNNAMED_AIR if group == _AIR else GUNMEN, "unidentified")

    def _add_tied(self, pool: dict[str, str], tied: Callable[[str], tuple[str, ...]], them: Sequence[str]) -> None:
        """Allies or foes of "them": of the sides named last, in the countries where the article plays."""
        for one in them:
            for other in tied(one):
                if self._then.alive(other) and self._near(other):
                    pool.setdefault(other, "tied")
        pool.setdefault(GUNMEN, "unidentified")

    def _add_state(self, pool: dict[str, str], branches: tuple[str, ...], countries: Sequence[str]) -> None:
        for country in countries:
            for branch in branches:
                if (one := self._met(country, branch)) is not None:
                    pool.setdefault(one, "country")

    def _met(self, country: str, branch: str) -> str | None:
        """Whom a word that names no owner means by a state's branch: in Palestine "the soldiers" are Israel's."""
        return self.known.stand_ins.met(country, branch) or self.known.branch(country, branch, self.document.published)
