"""Where groups are at home: which of several that share a name, or are branches of one, an article means."""

from __future__ import annotations

from typing import Final

from sijill.documents import ActorMention, Document
from sijill.extract.actors.mention_heads import LACKING, head_forms
from sijill.extract.actors.sides import GUNMEN
from sijill.extract.reference.setting import Setting
from sijill.extract.tables.actor_rows import Actor
from sijill.extract.tables.gazetteer import gazetteer
from sijill.extract.tables.registry import ARTICLE, Registry

ARMED: Final = frozenset(("rebel_group", "political_militia", "identity_militia"))
"""The kinds of armed groups."""
_ORGANISATION, _MISSION = "international_organisation", "external_forces"
_STATES: Final = "state_forces"
_SEVERAL: Final = 2
_TOWN: Final = 4  # words of a town's name
_COUNTRY: Final = "COUNTRY:"


class Homes:
    """The countries of groups beside those where an article plays."""

    def __init__(self, known: Registry, setting: Setting, document: Document) -> None:
        self._known = known
        self._setting = setting
        self._document = document
        self._outright = frozenset([m.ids[0] for m in document.actors or () if len(m.ids) == 1])

    def at_home(self, at: int, pool: dict[str, str]) -> dict[str, str]:
        """Of a group and its branches, the one where the sentence's places lie, or its sides, or else the article."""
        pool = self._without_missions(pool)
        ways = {one: actor.parent for one in pool if (actor := self._known.actors.get(one)) and actor.kind in ARMED
                and actor.parent in pool and actor.countries}
        if not ways:
            # of two groups of one name the one that the registry lacks is meant where the other is not at home
            lacking = {one: how for one, how in pool.items() if one.startswith(LACKING)}
            others = [actor for one in pool if (actor := self._known.actors.get(one)) is not None]
            strange = self._setting.main and others and all(
                actor.kind in ARMED and self._setting.main[0] not in actor.countries for actor in others)
            if lacking and others and not any(actor.countries for actor in others) and (
                    self._outright.isdisjoint(lacking)):
                # "pirates" are of those who are at home nowhere, unless the article names others outright
                return {one: how for one, how in pool.items() if one not in lacking}
            return lacking if lacking and strange else pool
        homes = {one: self._known.actors[one].countries for one in (*ways, *ways.values()) if one is not None}
        # a branch's land is told by more than a word that may be the name of a place there
        told = frozenset(self._setting.main).union(*(homes[one] for one in homes if one not in ways))
        play = next((play & told for play in self._setting.plays(self._setting.sentence_of[at])
                     if any(play & told & home for home in homes.values())), None)
        if play is None:
            return pool
        return {one: how for one, how in pool.items() if one not in homes or not homes[one] or play & homes[one]}

    def named_alike(self, mention: ActorMention, pool: dict[str, str]) -> dict[str, str]:
        """The sides of a pool, instead of one that another goes by the name of where the article plays that other.

        "Taliban" of a report from Pakistan are Pakistan's, but not those called Afghan: so in 12 of 14 in the gold.
        """
        assert self._document.tokens is not None
        known, main = self._known, self._setting.main[:1]
        here = {one: known.namesakes[one, main[0]] for one in pool if main and (one, main[0]) in known.namesakes}
        if not here or self._of_a_land(mention):
            return pool
        abroad = {branch for one in here for branch in known.branches_abroad(one)}
        return {here.get(one, one): how for one, how in pool.items() if one not in abroad}

    def _of_a_land(self, mention: ActorMention) -> bool:
        """Whether a mention has a nationality, or the name of a country ("Taliban of Afghanistan")."""
        assert self._document.tokens is not None
        known, tokens = self._known, self._document.tokens
        names = (known.book.longest_at(tokens, at, mention.last) for at in range(mention.first + 1, mention.last))
        return any(t.key in known.adjectives for t in tokens[mention.first : mention.last]) or any(
            found is not None and all(sense.kind == "country" for sense in found[3]) for found in names)

    def alike(self, mention: ActorMention) -> dict[str, str]:
        """Who goes by a short word for sides of one other country where the article plays; nobody where none does.

        "The separatists" of Ukraine are none of Yemen's, whoever was named.
        """
        homes = {actor.countries for one in mention.ids if (actor := self._known.actors.get(one)) is not None}
        main = self._setting.main[:1]
        if mention.kind != "anaphor" or len(homes) != 1 or not main or homes == {frozenset(main)}:
            return {}
        here = [self._known.namesakes[one, main[0]] for one in mention.ids if (one, main[0]) in self._known.namesakes]
        return dict.fromkeys(here, "own")

    def of_other_lands(self, mention: ActorMention) -> bool:
        """Whether a name that forces of several countries bear is told where only places of others are named.

        "The Republican Guard" of a report from Mali is Mali's.
        """
        actors = [actor for one in mention.ids if (actor := self._known.actors.get(one)) is not None]
        if mention.kind != "name" or len({actor.countries for actor in actors}) < _SEVERAL or not all(
                actor.countries for actor in actors) or not any(actor.kind == _STATES for actor in actors):
            return False
        lands = frozenset[str]().union(*self._setting.places)
        return bool(lands) and all(actor.countries.isdisjoint(lands) for actor in actors)

    def guarding(self, at: int, pool: dict[str, str]) -> dict[str, str]:
        """Of those whom "the security forces" may mean, those at home: in a report from Kenya not America's.

        Armies take their "military police" abroad.
        """
        assert self._document.actors is not None
        if self.is_of_armies(self._document.actors[at]):
            return pool
        return {one: how for one, how in pool.items() if not self._abroad(at, one)} or pool

    def of_the_town(self, mention: ActorMention) -> dict[str, str]:
        """The police of the land of a town that stands behind "police", whatever the article was told of before."""
        tokens, at = self._document.tokens, mention.last
        assert tokens is not None
        place = gazetteer().at(tokens, at, min(at + _TOWN, len(tokens)))
        if mention.last > mention.first + 1 or place is None or place.cut or (
                any(base.startswith(ARTICLE) for base in head_forms(tokens[mention.first].norm)[0])):
            return {}
        day = self._document.published
        police = {self._known.branch(row.country or "", "police", day) for row in place.places}
        return {one: "own" for one in police if one is not None} if len(police) == 1 else {}

    def is_of_armies(self, mention: ActorMention) -> bool:
        """Whether a word of a mention says that it is of armies, as "the military police" are."""
        assert self._document.tokens is not None
        return any(self._known.is_link("of_armies", token.key)
                   for token in self._document.tokens[mention.first : mention.last])

    def _abroad(self, at: int, one: str) -> bool:
        """Whether a side is of a state that has forces abroad, and a mention stands where another plays."""
        day, main = self._document.published, self._setting.main[:1]
        state = one.removeprefix(_COUNTRY) if one.startswith(_COUNTRY) else self._known.family_of(one)
        army = self._known.actors.get(self._known.branch(state, "army", day) or "") if state else None
        return army is not None and army.kind == _MISSION and state not in {
            *main, *self._setting.places[self._setting.sentence_of[at]]}

    def _of_another_war(self, at: int, pool: dict[str, str]) -> bool:
        """Whether men are told by a nationality alone, as a group's that is at home only elsewhere: "Afghan fighters".

        In Syria those are of a group; in their own country they are whoever fights there.
        """
        assert self._document.tokens is not None and self._document.actors is not None
        last = self._document.actors[at].last
        told = self._known.nationality(self._document.tokens, last - 1, last)
        if told is None or self._setting.main[:1] != told[:1]:
            return False
        actors = [self._known.actors.get(one) for one in pool]
        return all(actor is not None and actor.kind in ARMED and actor.countries and told[0] not in actor.countries
                   for actor in actors)

    def _without_missions(self, pool: dict[str, str]) -> dict[str, str]:
        """Of an organisation of states and its mission in one country, the former where the article plays elsewhere."""
        actors = {one: actor for one in pool if (actor := self._known.actors.get(one)) is not None}
        if not self._setting.main or all(actor.kind != _ORGANISATION for actor in actors.values()):
            return pool
        theatres = {one: self.theatre(actor) for one, actor in actors.items() if actor.kind == _MISSION}
        return {one: how for one, how in pool.items()
                if one not in theatres or not theatres[one] or self._setting.main[0] in theatres[one]}

    def theatre(self, actor: Actor) -> frozenset[str]:
        """Where a coalition is: where those are whom it came to help, not where its members come from."""
        allies = [ally for name in actor.allies if (ally := self._known.actors.get(name)) is not None]
        here, abroad = ([a for a in allies if (a.kind == "external_forces") == away] for away in (False, True))
        return actor.countries.difference(*(a.countries for a in abroad)).union(*(a.countries for a in here))

    def branch_at_home(self, at: int, pool: dict[str, str]) -> dict[str, str]:
        """The men of a group: of its branch in another country, where that is where the sentence or article plays."""
        if self._of_another_war(at, pool):
            return {GUNMEN: "unidentified"}
        wide = dict(pool)
        for one, how in pool.items():
            wide |= dict.fromkeys(self._known.branches_abroad(one), how)
        home = self.at_home(at, wide) if len(wide) > len(pool) else wide
        return home if len(home) < len(wide) else pool
