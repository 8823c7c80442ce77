"""The actor registry: who the sides are, what they are called and by whom, and when they existed."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass

from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.arabic.phrases import PhraseBook
from sijill.resources import table, words

_ACTOR_COLUMNS = ("id", "name_en", "name_ar", "aliases_ar", "loaded_ar", "anaphors_ar", "members_ar", "kind",
                  "country", "parent", "side", "valid_from", "valid_to")
_NO_OUTLET: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
BRANCHES = ("gov", "army", "air", "police", "airdefence", "loyal")


@dataclass(frozen=True, slots=True)
class Actor:
    """One side: ACLED-style id, English name, kind, countries, parent, allies and validity."""

    id: str
    name_en: str
    kind: str
    countries: frozenset[str]
    parent: str | None
    allies: frozenset[str]
    valid_from: dt.date | None
    valid_to: dt.date | None

    def valid(self, day: dt.date | None) -> bool:
        """Whether the actor existed on a day; on an unknown day every actor may have."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Family:
    """The branches of one state, each a list of ids that followed one another in time."""

    country: str
    branches: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a phrase: an actor, and as what the phrase names it."""

    actor: str
    kind: str
    bloc: str | None = None


class Registry:
    """Actors, their names, and the states' branches."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.book: PhraseBook[list[Sense]] = PhraseBook()
        self.families: dict[str, Family] = {}
        self.adjectives: dict[str, str] = {}
        self.heads: PhraseBook[str] = PhraseBook()
        self.head_words: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.name_heads: dict[str, frozenset[str]] = {}
        self.blocs: dict[str, frozenset[str]] = {}
        self._ruling: dict[str, str] = {}
        self._outlets: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._read_actors()
        self._read_families()
        self._read_words()
        self._read_blocs()

    def _read_actors(self) -> None:
        for row in table("actors.tsv", _ACTOR_COLUMNS, unique=("id",)):
            self.actors[row["id"]] = Actor(
                row["id"], row["name_en"], row["kind"], frozenset(words(row["country"])),
                row["parent"] or None, frozenset(words(row["side"])), _day(row["valid_from"]), _day(row["valid_to"]))
            heads = set()
            for column, kind in (("name_ar", "name"), ("aliases_ar", "name"), ("members_ar", "member"),
                                 ("anaphors_ar", "anaphor")):
                for phrase in words(row[column]):
                    self._add(phrase, Sense(row["id"], kind))
                    if kind == "name":
                        heads.add(key(fold_word(phrase.split()[0])))
            self.name_heads[row["id"]] = frozenset(heads)
            for entry in words(row["loaded_ar"]):
                phrase, _, bloc = entry.partition(":")
                self._add(phrase, Sense(row["id"], "loaded", bloc or None))
        for row in table("leaders.tsv", ("name", "side"), unique=("name",)):
            self._add(row["name"], Sense(row["side"], "name"))

    def _add(self, phrase: str, sense: Sense) -> None:
        senses = self.book.get(phrase)
        if senses is None:
            self.book.add(phrase, [sense])
        elif all((s.actor, s.kind) != (sense.actor, sense.kind) for s in senses):
            senses.append(sense)

    def _read_families(self) -> None:
        columns = ("country", "names", "capitals", "adjectives", *BRANCHES)
        for row in table("families.tsv", columns, unique=("country",)):
            self.families[row["country"]] = Family(row["country"], {b: words(row[b]) for b in BRANCHES})
            self._ruling.update(dict.fromkeys(words(row["gov"]), row["country"]))
            for name in words(row["names"]) + words(row["capitals"]):
                self._add(name, Sense("COUNTRY:" + row["country"], "country"))
            for stem in words(row["adjectives"]):
                for ending in ("", "ة", "ا", "ين", "ان", "ات", "تين", "تان"):
                    form = key(fold_word(stem.split()[-1] + ending))
                    self.adjectives.setdefault(form, row["country"])
                    self.adjectives.setdefault("ال" + form, row["country"])

    def _read_words(self) -> None:
        for row in table("actor_words.tsv", ("class", "words"), unique=("class",)):
            group = row["class"]
            for word in words(row["words"]):
                if group in ("military", "tied", "loyal", "against", "new_head"):
                    self.links.setdefault(f"{group}:{key(fold_word(word))}", group)
                    if not word.startswith("ال"):
                        self.links.setdefault(f"{group}:{key(fold_word('ال' + word))}", group)
                    continue
                self.heads.add(word, group)
                self.head_words.setdefault(key(fold_word(word)), group)
                if not word.startswith("ال"):
                    self.heads.add("ال" + word, group)

    def _read_blocs(self) -> None:
        """Which speakers use a loaded name: the camps of blocs.tsv, and the outlets' leanings."""
        members: dict[str, set[str]] = {}
        for row in table("blocs.tsv", ("bloc", "actors"), unique=("bloc",)):
            for one in words(row["actors"]):
                members.setdefault(one, set()).add(row["bloc"])
        self.blocs = {one: frozenset(b) for one, b in members.items()}
        for row in table("sources.tsv", ("name_en", "name_ar", "aliases_ar", "country", "leaning")):
            known = (frozenset(words(row["leaning"])), frozenset(words(row["country"])))
            for name in (row["name_en"], row["name_ar"], *words(row["aliases_ar"])):
                self._outlets.setdefault(fold_word(name).lower(), known)

    def outlet_sides(self, source: str | None) -> frozenset[str]:
        """The sides that a publisher leans to, as sources.tsv has it."""
        return self._outlets.get(fold_word(source).lower(), _NO_OUTLET)[0] if source else frozenset()

    def outlet_countries(self, source: str | None) -> frozenset[str]:
        """The countries that a publisher reports from, where it reports from few."""
        found = self._outlets.get(fold_word(source).lower(), _NO_OUTLET)[1] if source else frozenset()
        return found if len(found) == 1 else frozenset()

    def ruling(self, actor_id: str) -> str | None:
        """The country that an actor is the government of."""
        return self._ruling.get(actor_id)

    def is_link(self, group: str, form: str) -> bool:
        """Whether a word's key belongs to one of the linking classes (military, tied, loyal, ...)."""
        return f"{group}:{form}" in self.links

    def branch(self, country: str, branch: str, day: dt.date | None) -> str | None:
        """The id of a state's branch on a day; None where the state has no such branch."""
        ids = self.families[country].branches[branch] if country in self.families else ()
        for one in ids:
            actor = self.actors.get(one)
            if actor is None or actor.valid(day):
                return one
        return ids[0] if ids else None

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
