"""The actor registry: who the sides are, what they are called and by whom, and when they existed."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import key, readings, without_pronoun
from sijill.arabic.folding import fold_word
from sijill.arabic.tokens import tokenize
from sijill.documents import Token
from sijill.extract.tables.actor_rows import Sense
from sijill.extract.tables.actor_tables import COUNTRY, OF_STATE, ActorTables

_GROUPS: Final = frozenset(("rebel_group", "political_militia", "identity_militia"))
_BACKED: Final = _GROUPS | {"state_forces"}
ARTICLE: Final = "ال"
UNARMED: Final = frozenset(("civilians", "protesters", "rioters"))
_WITHOUT_GUNMEN: Final = UNARMED | {"international_organisation"}
HEARSAY: Final = ("anaphor", "loaded")
"""The kinds of senses and mentions that may mean others elsewhere."""


class Registry(ActorTables):
    """Answers what is asked of actors, their names and the states' branches."""

    def __init__(self) -> None:
        super().__init__()
        self._opens: dict[str, bool] = {}
        self._backed: dict[str, tuple[str, ...]] = {}

    def opens(self, norm: str) -> bool:
        """Whether a mention of a side may begin with this folded word; most words open none."""
        known = self._opens.get(norm)
        if known is None:
            if len(self._opens) > 30_000:
                self._opens.clear()
            known = self._opens[norm] = self._may_open(norm)
        return known

    def _may_open(self, norm: str) -> bool:
        for reading in readings(norm):
            first = key(reading.base)
            if (self.book.begins(first) or self.owners.begins(first) or self.heads.begins(first)
                    or first in self.adjectives or first in self.pairs or self.is_link("new_head", first)):
                return True
            if any(key(stem) in self.head_words for stem, _ in without_pronoun(reading.base)):
                return True
        return False

    def nationality(self, tokens: Sequence[Token], at: int, stop: int,
                    particles: bool = False) -> tuple[str, int, int] | None:
        """The nationality at a token before a stop, with or without particles: (country, end token, letters cut).

        Of what make a thing is says nothing of whose it is ("Russian-made").
        """
        found = self._nation(tokens, at, stop, particles) if at < stop and tokens[at].kind == "word" else None
        made = found is not None and found[1] < len(tokens) and self.is_link("of_make", tokens[found[1]].key)
        return None if made else found

    def _nation(self, tokens: Sequence[Token], at: int, stop: int, particles: bool) -> tuple[str, int, int] | None:
        token = tokens[at]
        pair = self.pairs.get(token.key)
        if pair is not None and at + 1 < stop:
            country = pair.get(tokens[at + 1].key)
            if country is not None:
                return country, at + 2, 0
        if (country := self.adjectives.get(token.key)) is not None:
            return country, at + 1, 0
        for reading in readings(token.norm)[1:]:
            country = self.adjectives.get(key(reading.base))
            if country is not None and (
                    reading.particles in ("و", "ل", "ب") if particles else not reading.particles):
                return country, at + 1, reading.cut
        return None

    def backed(self, owner: str) -> tuple[str, ...]:
        """The armed groups and armies that a side or its state's coalition backs, its state's own loyalists first."""
        known = self._backed.get(owner)
        if known is None:
            state = owner.removeprefix(COUNTRY) if owner.startswith(COUNTRY) else self.family_of(owner)
            family = self.families.get(state) if state else None
            own = {i for branch in OF_STATE for i in family.branches[branch]} if family else set()
            sponsors = {owner} | own | {
                a.id for a in self.actors.values() if state in a.countries and a.kind == "external_forces"}
            out = list(family.branches["loyal"]) if family else []
            # of the fighters of its people some are a state's friends, others its foes
            fighters = [self.actors[i] for i in (family.branches["fighters"] if family else ()) if i in self.actors]
            friends = sponsors | {a.id for a in fighters if a.of(own)}
            out += [a.id for a in self.actors.values() if a.kind in _BACKED and a.id not in sponsors
                    and a.of(friends)]
            known = self._backed[owner] = tuple(dict.fromkeys(out))
        return known

    def opposed(self, owner: str) -> tuple[str, ...]:
        """The sides of the camps that fight a side's camps."""
        state = owner.removeprefix(COUNTRY) if owner.startswith(COUNTRY) else None
        ids = self.families[state].branches["gov"] if state in self.families else (owner,)
        foes = {f for one in ids for b in self.blocs.get(one, ()) for f in self._against[b]}
        return tuple(dict.fromkeys(one for b in self._members if b in foes for one in self._members[b]))

    @functools.lru_cache(maxsize=20_000)  # noqa: B019 - the registry is one and lives as long as the process
    def hostile(self, one: str, other: str) -> bool:
        """Whether two ids are of camps that fight each other."""
        there = self.blocs.get(other)
        return bool(there) and any(self._against[b] & there for b in self.blocs.get(one, ()) if there)

    def outlet_sides(self, source: str | None) -> frozenset[str]:
        """The sides that a publisher leans to, as sources.tsv has it, or else the one that its name names."""
        return self._outlet(source)[0] if source else frozenset()

    def outlet_countries(self, source: str | None) -> frozenset[str]:
        """The countries that a publisher reports from, where it reports from few."""
        found = self._outlet(source)[1] if source else frozenset()
        return found if len(found) == 1 else frozenset()

    def is_outlet(self, name: str) -> bool:
        """Whether a name is one of a publisher of sources.tsv."""
        return fold_word(name).lower() in self._outlets

    @functools.lru_cache(maxsize=20_000)  # noqa: B019
    def _outlet(self, source: str) -> tuple[frozenset[str], frozenset[str]]:
        """What is known of a publisher: its sides and countries, from the table or from the words of its name.

        It may be told by the host of its pages, which may lie below its domain.
        """
        labels = fold_word(source).lower().split(".")
        for first in range(max(1, len(labels) - 1)):
            known = self._outlets.get(".".join(labels[first:]))
            if known is not None:
                return known
        tokens = tokenize(source)
        sides = {s.actor for *_, senses in self.book.scan(tokens) for s in senses
                 if s.kind == "name" and s.actor in self.actors and self.actors[s.actor].kind in _BACKED}
        sides = sides if len(sides) == 1 else set()
        states = {found[0] for at in range(len(tokens)) if (found := self.nationality(tokens, at, len(tokens)))}
        if not sides and len(states) == 1 and any(self.is_link("official", t.key) for t in tokens):
            sides = {one for state in states for one in self.families[state].branches["gov"]}
        return frozenset(sides), frozenset(states)

    def unarmed(self, actor_id: str) -> bool:
        """Whether an id means civilians or crowds."""
        actor = self.actors.get(actor_id)
        return actor is not None and actor.kind in UNARMED

    def no_gunmens(self, actor_id: str) -> bool:
        """Whether an id means civilians, crowds or a union of states, whom gunmen are not of."""
        actor = self.actors.get(actor_id)
        return actor is not None and actor.kind in _WITHOUT_GUNMEN

    def armed_group(self, actor_id: str) -> bool:
        """Whether an actor is an armed group that is no government's: who is loyal to it is of it."""
        actor = self.actors.get(actor_id)
        return actor is not None and actor.kind in _GROUPS

    def leader_at(self, tokens: Sequence[Token], at: int, stop: int,
                  day: dt.date | None) -> tuple[int, int, str, list[Sense]] | None:
        """A leader's name at a token, as the side of that day: (end, letters cut, particles, senses)."""
        found = self.owners.longest_at(tokens, at, stop)
        if found is None:
            return None
        end, cut, particles, senses = found
        of_the_day = [s for s in senses if s.actor not in self.actors or self.actors[s.actor].valid(day)]
        return end, cut, particles, of_the_day or senses[:1]

    def ruling(self, actor_id: str) -> str | None:
        """The country that an actor is the government of."""
        return self._ruling.get(actor_id)

    def is_link(self, group: str, form: str) -> bool:
        """Whether a word's key belongs to one of the linking classes (military, tied, loyal, ...)."""
        links = self.links.get(form)
        return links is not None and group in links

    def branch(self, country: str, branch: str, day: dt.date | None) -> str | None:
        """The id of a state's branch on a day; None where the state has no such branch."""
        ids = self.families[country].branches[branch] if country in self.families else ()
        for one in (*self.stand_ins.on(country, branch, day), *ids):
            actor = self.actors.get(one)
            if actor is None or actor.valid(day):
                return one
        return ids[0] if ids else None

    def heir(self, actor_id: str, day: dt.date | None) -> str | None:
        """Who a branch of a state is on a day on which it bears another id; None where the state has none then."""
        country = self.family_of(actor_id)
        if country is None:
            return None
        branch, ids = next((b, ids) for b, ids in self.families[country].branches.items() if actor_id in ids)
        return next((one for one in (*self.stand_ins.on(country, branch, day), *ids)
                     if one in self.actors and self.actors[one].valid(day)), None)

    @functools.lru_cache(maxsize=5_000)  # noqa: B019
    def branches_abroad(self, group: str) -> tuple[str, ...]:
        """The branches of an armed group in countries that are not its own."""
        parent = self.actors.get(group)
        if parent is None or parent.kind not in _GROUPS or not parent.countries:
            return ()
        return tuple([one for one, actor in self.actors.items() if actor.parent == group and one.startswith(group)
                      and actor.countries and not actor.countries & parent.countries])

    def family_of(self, actor_id: str) -> str | None:
        """The country whose state an actor belongs to, if it is a branch of one."""
        actor = self.actors.get(actor_id)
        if actor is None or len(actor.countries) != 1:
            return None
        country = next(iter(actor.countries))
        family = self.families.get(country)
        if family and any(actor_id in ids for ids in family.branches.values()):
            return country
        return None

    def state_of(self, actor_id: str) -> str | None:
        """The country that an id names, or whose government, army, aircraft or police it is; of no loyal group."""
        if actor_id.startswith(COUNTRY):
            return actor_id.removeprefix(COUNTRY)
        return self.family_of(actor_id) or self.lacking.get(actor_id) if actor_id in self.of_states else None

    @functools.lru_cache(maxsize=20_000)  # noqa: B019
    def allied(self, one: str, other: str) -> bool:
        """Whether two ids are the same side: parent and branch, or named as allies of each other."""
        if one == other:
            return True
        a, b = self.actors.get(one), self.actors.get(other)
        if a is None or b is None:
            return False
        if a.parent == other or b.parent == one or (a.parent is not None and a.parent == b.parent):
            return True
        return other in a.allies or one in b.allies


@functools.cache
def registry() -> Registry:
    """The registry of the package's data, read once."""
    return Registry()
