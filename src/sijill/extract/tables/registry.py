"""The actor registry: who the sides are, what they are called and by whom, and when they existed."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import key, readings, without_pronoun
from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import HAMZAS, NISBA_ENDINGS
from sijill.arabic.phrases import PhraseBook
from sijill.arabic.tokens import tokenize
from sijill.documents import Token
from sijill.extract.tables.actor_rows import Actor, Family, Sense
from sijill.extract.tables.standing_in import StandIns
from sijill.resources import table, words

_ACTOR_COLUMNS: Final = ("id", "name_en", "name_ar", "aliases_ar", "loaded_ar", "anaphors_ar", "members_ar", "kind",
                         "country", "parent", "side", "valid_from", "valid_to")
_GROUPS: Final = frozenset(("rebel_group", "political_militia", "identity_militia"))
_BACKED: Final = _GROUPS | {"state_forces"}
ARTICLE: Final = "ال"
UNARMED: Final = frozenset(("civilians", "protesters", "rioters"))
_WITHOUT_GUNMEN: Final = UNARMED | {"international_organisation"}
HEARSAY: Final = ("anaphor", "loaded")
"""The kinds of senses and mentions that may mean others elsewhere."""
BRANCHES: Final = ("gov", "army", "air", "police", "airdefence", "loyal", "fighters")
# how the ids begin that are a country by its name
_COUNTRY: Final = "COUNTRY:"
_OF_STATE: Final = ("gov", "army", "air", "police", "airdefence")
_LINKS: Final = frozenset(("by", "within", "military", "tied", "loyal", "against", "hedge", "title", "homeland",
                           "them", "new_head", "new_unit", "new_sort", "name_word", "name_opener", "no_name",
                           "no_noun", "called", "on_the_way", "projectile", "adjectival", "thing", "no_states",
                           "bombers", "official", "prayer", "others", "dress", "men", "town", "within_town", "grounds",
                           "backed", "land", "house", "reviled", "part_of", "answer", "coming", "toward", "sent",
                           "that", "speaks_for", "no_party", "signs", "organised", "in_it", "invites", "to_it",
                           "struck", "soldiers_too", "body", "condemns", "strife", "armed", "no_bare", "base", "seat",
                           "stays", "hamza_told", "unit", "ordinal", "teen", "tens", "arm", "news_of", "base_adj",
                           "movement", "organising", "rank", "of_rank", "source", "in_charge", "a_force", "of_armies",
                           "air_arm", "under_arms", "some_of_them", "attacks", "attackers", "militant", "beside",
                           "institutions", "service", "of_many_lands", "office", "of_soldiers", "seats_of_police",
                           "ruled_from", "persons", "suspected", "occupation", "some_of", "of_make", "model",
                           "of_type"))


class Registry:
    """Actors, their names, and the states' branches."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.book: PhraseBook[list[Sense]] = PhraseBook()
        self.owners: PhraseBook[list[Sense]] = PhraseBook()
        """Leaders; a name that others bear too is a side only behind a head word, a tie or a side it is joined to."""
        self.families: dict[str, Family] = {}
        self.namesakes: dict[tuple[str, str], str] = {}
        """Who goes by the name of a side in a country."""
        self.stand_ins = StandIns()
        """Who is a branch of a state for some days only: entries of families.tsv like "X@2014-08-04..2016-03-29"."""
        self.of_states: set[str] = set()
        """The ids of governments, armies and police, of states that actors.tsv lacks too."""
        self.lacking: dict[str, str] = {}
        """The states of those of these ids that actors.tsv lacks."""
        self.adjectives: dict[str, str] = {}
        self.pairs: dict[str, dict[str, str]] = {}
        self.peoples: set[str] = set()
        """The countries whose people a nationality alone means, never a state's forces."""
        self.capitals: set[str] = set()
        """The keys of the first words of names of capitals."""
        self.heads: PhraseBook[str] = PhraseBook()
        self._opens: dict[str, bool] = {}
        self.head_words: dict[str, str] = {}
        self.hamzas: dict[str, set[str]] = {}
        """With which forms of alif a head word is spelled, where it begins with one: folding writes them alike."""
        self.links: dict[str, set[str]] = {}
        self.name_heads: dict[str, frozenset[str]] = {}
        self.blocs: dict[str, frozenset[str]] = {}
        self._against: dict[str, frozenset[str]] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        self._backed: dict[str, tuple[str, ...]] = {}
        self._ruling: dict[str, str] = {}
        self._outlets: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._read_actors()
        self._read_families()
        self._read_words()
        self._read_blocs()

    def _read_actors(self) -> None:
        lists = {f"@{row['name']}": words(row["phrases"])
                 for row in table("phrase_lists.tsv", ("name", "phrases"), unique=("name",))}
        for row in table("actors.tsv", _ACTOR_COLUMNS, unique=("id",)):
            self.actors[row["id"]] = Actor(
                row["id"], row["name_en"], row["kind"], frozenset(words(row["country"])),
                row["parent"] or None, frozenset(words(row["side"])), _day(row["valid_from"]),
                _day(row["valid_to"]))
            named: set[str] = set()
            for column, kind in (("name_ar", "name"), ("aliases_ar", "name"), ("members_ar", "member"),
                                 ("anaphors_ar", "anaphor")):
                for phrase in (one for entry in words(row[column]) for one in lists.get(entry, (entry,))):
                    self._add(phrase, Sense(row["id"], kind))
                    if kind == "name":
                        named.add(phrase)
            self.name_heads[row["id"]] = frozenset(key(fold_word(phrase.split()[0])) for phrase in named)
            for entry in words(row["loaded_ar"]):
                phrase, _, bloc = entry.partition(":")
                # a name with a word of praise or abuse behind it is still that name
                kind = "name" if phrase.rpartition(" ")[0] in named else "loaded"
                self._add(phrase, Sense(row["id"], kind, bloc or None))
        for row in table("others.tsv", ("name", "english"), unique=("name",)):
            self._add(row["name"], Sense("NEW:" + row["english"], "name"))
        for row in table("namesakes.tsv", ("side", "country", "namesake")):
            self.namesakes[row["side"], row["country"]] = row["namesake"]
        for row in table("leaders.tsv", ("name", "side", "as"), unique=("name",)):
            senses = [Sense(side, "name") for side in words(row["side"])]
            self.owners.add(row["name"], senses)
            for sense in senses if row["as"] != "owner" else ():
                self._add(row["name"], sense)

    def _add(self, phrase: str, sense: Sense) -> None:
        if (senses := self.book.get(phrase)) is None:
            self.book.add(phrase, [sense])
        elif all((s.actor, s.kind) != (sense.actor, sense.kind) for s in senses):
            senses.append(sense)

    def _read_families(self) -> None:
        columns = ("country", "names", "capitals", "adjectives", "peoples", *BRANCHES)
        for row in table("families.tsv", columns, unique=("country",)):
            branches = {b: self.stand_ins.read(row["country"], b, words(row[b])) for b in BRANCHES}
            self.families[row["country"]] = Family(row["country"], branches)
            self._ruling.update(dict.fromkeys(branches["gov"], row["country"]))
            own = [one for branch in _OF_STATE for one in branches[branch]]
            self.of_states.update(own)
            self.lacking = dict.fromkeys((one for one in own if one not in self.actors), row["country"]) | self.lacking
            for name in words(row["names"]) + words(row["capitals"]):
                self._add(name, Sense(_COUNTRY + row["country"], "country"))
            self.capitals.update(key(fold_word(name.split()[0])) for name in words(row["capitals"]))
            for adjective in words(row["adjectives"]) + words(row["peoples"]):
                self._add_adjective(adjective, row["country"])
            if row["peoples"]:
                self.peoples.add(row["country"])

    def _add_adjective(self, adjective: str, country: str) -> None:
        """A nationality in its forms; one of two words ("South Korean") is looked up by both."""
        *before, stem = adjective.split()
        for ending in NISBA_ENDINGS:
            form = fold_word(stem + ending)
            if not before:
                self.adjectives.setdefault(key(form), country)
                self.adjectives.setdefault(key("ال" + form), country)
                continue
            for first_ending in NISBA_ENDINGS:
                first = fold_word(before[0] + first_ending)
                for one in (key(first), key("ال" + first)):
                    self.pairs.setdefault(one, {}).update({key(form): country, key("ال" + form): country})

    def _read_words(self) -> None:
        for row in table("actor_words.tsv", ("class", "words"), unique=("class",)):
            group = row["class"]
            for word in words(row["words"]):
                bare = word.removeprefix("ال")
                forms = [word] if word != bare else [word, "ال" + word]
                # the construct of a sound plural has lost its noun ending
                forms += [f[:-1] for f in forms if f.endswith("ين") and len(f) > 5]
                for form in forms:
                    if group in _LINKS:
                        self.links.setdefault(key(fold_word(form)), set()).add(group)
                    else:
                        self.heads.add(form, group)
                if group not in _LINKS:
                    if bare[0] in HAMZAS:
                        self.hamzas.setdefault(key(fold_word(bare)), set()).add(bare[0])
                    for form in forms:
                        if not form.startswith("ال") or word != bare:
                            self.head_words.setdefault(key(fold_word(form)), group)

    def _read_blocs(self) -> None:
        """Which speakers use a loaded name: the camps of blocs.tsv, and the outlets' leanings."""
        members: dict[str, set[str]] = {}
        for row in table("blocs.tsv", ("bloc", "actors", "against"), unique=("bloc",)):
            self._members[row["bloc"]] = words(row["actors"])
            self._against[row["bloc"]] = frozenset(words(row["against"]))
            for one in words(row["actors"]):
                members.setdefault(one, set()).add(row["bloc"])
        self.blocs = {one: frozenset(b) for one, b in members.items()}
        for row in table("sources.tsv", ("name_en", "name_ar", "aliases_ar", "country", "leaning", "domains")):
            # an outlet may lean to nobody, which is no side
            sides = frozenset([one for one in words(row["leaning"]) if one in self.actors])
            known = (sides, frozenset(words(row["country"])))
            for name in (row["name_en"], row["name_ar"], *words(row["aliases_ar"]), *words(row["domains"])):
                self._outlets.setdefault(fold_word(name).lower(), known)

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
            state = owner.removeprefix(_COUNTRY) if owner.startswith(_COUNTRY) else self.family_of(owner)
            family = self.families.get(state) if state else None
            own = {i for branch in _OF_STATE for i in family.branches[branch]} if family else set()
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
        state = owner.removeprefix(_COUNTRY) if owner.startswith(_COUNTRY) else None
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
        if actor_id.startswith(_COUNTRY):
            return actor_id.removeprefix(_COUNTRY)
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


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


@functools.cache
def registry() -> Registry:
    """The registry of the package's data, read once."""
    return Registry()
