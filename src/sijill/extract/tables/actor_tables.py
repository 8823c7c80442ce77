"""The tables of actors as they are read: sides with their names, states with their branches, blocs and outlets."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import HAMZAS, NISBA_ENDINGS
from sijill.arabic.phrases import PhraseBook
from sijill.extract.tables.actor_rows import Actor, Family, Sense
from sijill.extract.tables.standing_in import StandIns
from sijill.resources import table, words

_ACTOR_COLUMNS: Final = ("id", "name_en", "name_ar", "aliases_ar", "loaded_ar", "anaphors_ar", "members_ar", "kind",
                         "country", "parent", "side", "valid_from", "valid_to")
# the columns of families.tsv that name sides of a state
_BRANCHES: Final = ("gov", "army", "air", "police", "airdefence", "loyal", "fighters")
OF_STATE: Final = ("gov", "army", "air", "police", "airdefence")
"""The branches whose sides are the state itself."""
COUNTRY: Final = "COUNTRY:"
"""How the ids begin that are a country by its name."""
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


class ActorTables:
    """Reads the tables of actors into books that are looked up by word, id or country."""

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
        self.head_words: dict[str, str] = {}
        self.hamzas: dict[str, set[str]] = {}
        """With which forms of alif a head word is spelled, where it begins with one: folding writes them alike."""
        self.links: dict[str, set[str]] = {}
        self.name_heads: dict[str, frozenset[str]] = {}
        self.blocs: dict[str, frozenset[str]] = {}
        self._against: dict[str, frozenset[str]] = {}
        self._members: dict[str, tuple[str, ...]] = {}
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
        columns = ("country", "names", "capitals", "adjectives", "peoples", *_BRANCHES)
        for row in table("families.tsv", columns, unique=("country",)):
            branches = {b: self.stand_ins.read(row["country"], b, words(row[b])) for b in _BRANCHES}
            self.families[row["country"]] = Family(row["country"], branches)
            self._ruling.update(dict.fromkeys(branches["gov"], row["country"]))
            own = [one for branch in OF_STATE for one in branches[branch]]
            self.of_states.update(own)
            self.lacking = dict.fromkeys((one for one in own if one not in self.actors), row["country"]) | self.lacking
            for name in words(row["names"]) + words(row["capitals"]):
                self._add(name, Sense(COUNTRY + row["country"], "country"))
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


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None
