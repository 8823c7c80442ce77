"""Setting: in which countries an article, and each of its sentences, plays."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from typing import Final

from sijill.arabic.clitics import key, readings
from sijill.arabic.folding import fold_word
from sijill.documents import ActorMention, Document, Sentence, Token
from sijill.extract.actors.mention_heads import branch_of_men
from sijill.extract.tables.gazetteer import gazetteer
from sijill.extract.tables.registry import registry
from sijill.resources import table, words

_NAMED: Final = 2.0
_NATIONALITY: Final = 1.0
_PLACE: Final = 1.0
_KNOWN_PLACE: Final = 1.0
_OUTLET: Final = 1.0
# what one country weighs beside the others: below this share an article does not play there
_SHARE: Final = 0.12
# how the ids begin of those who are at home nowhere
_ANYBODY: Final = ("UNIDENTIFIED", "STATE_SECURITY")


@functools.cache
def _place_words() -> dict[str, str]:
    return {key(fold_word(word)): row["country"]
            for row in table("country_places.tsv", ("country", "places"), unique=("country",))
            for word in words(row["places"])}


_SEEN: Final[dict[str, str | None]] = {}


def _country_of_word(norm: str) -> str | None:
    known = _place_words()
    for reading in readings(norm):
        country = known.get(key(reading.base))
        if country is not None:
            return country
    return None


@functools.lru_cache(maxsize=20_000)
def _country_of_name(name: str) -> str | None:
    """The country of a place whose name no other country's place has, as far as the tables know."""
    rows = gazetteer().find(name)
    countries = {row.country for row in rows if row.kind != "country"}
    return next(iter(countries)) if len(countries) == 1 and not any(row.ambiguous for row in rows) else None


_LATEST_WORDS: tuple[tuple[Token, ...], list[tuple[int, str]]] | None = None


def _told_by_words(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> list[tuple[int, str]]:
    """The countries that words alone tell, each with its sentence's number; the latest text's are kept, as below."""
    global _LATEST_WORDS
    if _LATEST_WORDS is not None and _LATEST_WORDS[0] is tokens:
        return _LATEST_WORDS[1]
    if len(_SEEN) > 30_000:
        _SEEN.clear()
    out: list[tuple[int, str]] = []
    for number, sentence in enumerate(sentences):
        for token in tokens[sentence.first : sentence.last]:
            if token.kind != "word":
                continue
            norm = token.norm
            if norm not in _SEEN:
                _SEEN[norm] = _country_of_word(norm)
            country = _SEEN[norm]
            if country is not None:
                out.append((number, country))
    _LATEST_WORDS = tokens, out
    return out


class Setting:
    """How strongly an article points to each country, which ones each sentence names, and which by a place."""

    def __init__(self, document: Document) -> None:
        assert document.tokens is not None and document.sentences is not None and document.actors is not None
        self.weights: dict[str, float] = defaultdict(float)
        self._untold = 0.0
        """What points to one of a group's two homes, where nothing else does."""
        self.here: list[set[str]] = [set() for _ in document.sentences]
        self.places: list[set[str]] = [set() for _ in document.sentences]
        self.sentence_of: list[int] = []
        for number, country in _told_by_words(document.tokens, document.sentences):
            self.weights[country] += _PLACE
            self.here[number].add(country)
            self.places[number].add(country)
        self._add_places(document)
        self._add_actors(document)
        for country in registry().outlet_countries(document.source):
            self.weights[country] += _OUTLET
        total = sum(self.weights.values()) + self._untold
        self.shares = {c: n / total for c, n in self.weights.items()} if total else {}
        named = Counter(country for countries in self.places for country in sorted(countries))
        self.ground = max(named, key=lambda c: named[c]) if named else None
        """The country in which most sentences that name a place play."""
        heaviest = sorted(self.shares, key=lambda c: -self.shares[c])[:3]
        self.main = tuple(c for c in heaviest if self.shares[c] >= _SHARE)

    def _add_places(self, document: Document) -> None:
        """The countries of the places that the tables know by names of one country alone; once places are found."""
        assert document.tokens is not None and document.sentences is not None
        number, last = 0, len(document.sentences) - 1
        for place in document.places or ():
            while number < last and place.first >= document.sentences[number].last:
                number += 1
            country = _country_of_name(place.name)
            if country is not None and not any(_SEEN.get(t.norm) for t in document.tokens[place.first : place.last]):
                self.weights[country] += _KNOWN_PLACE
                self.here[number].add(country)
                self.places[number].add(country)

    def _add_actors(self, document: Document) -> None:
        assert document.tokens is not None and document.sentences is not None and document.actors is not None
        known = registry()
        number, last = 0, len(document.sentences) - 1
        anywhere: list[tuple[int, str, tuple[str, ...], float]] = []
        for mention in document.actors:
            while number < last and mention.first >= document.sentences[number].last:
                number += 1
            self.sentence_of.append(number)
            if mention.kind in ("anaphor", "people") or mention.kind == "member" and branch_of_men(document, mention):
                continue
            countries: set[str] = set()
            homeless = nobodys = False
            for one in mention.ids:
                if one.startswith("COUNTRY:"):
                    countries.add(one[8:])
                elif one in known.lacking:
                    countries.add(known.lacking[one])
                elif one in known.actors and known.actors[one].valid(document.published):
                    homes = known.actors[one].countries
                    countries |= homes
                    homeless = homeless or not homes
                    nobodys = nobodys or one.startswith(_ANYBODY)
            before = document.tokens[mention.first - 1].key if mention.first else ""
            if nobodys or mention.kind == "country" and known.is_link("news_of", before):
                # "Islamist gunmen" and "the security forces" are at home wherever there are any, an agency tells of all
                continue
            if 0 < len(countries) < 3 and homeless or len(countries) == 1 and _by_faith(document, mention):
                anywhere += [(number, country, () if homeless else mention.ids, _NAMED / len(countries))
                             for country in sorted(countries)]
            elif len(countries) == 1:
                country = next(iter(countries))
                self.weights[country] += _NATIONALITY if mention.kind == "country" else _NAMED
                self.here[number].add(country)
            elif len(countries) == 2:
                for country in sorted(countries):
                    self.weights[country] += _NAMED / 2
        # a group that is at home nowhere, or its branch, or that is called by its faith: of the branch's country, or
        # its own, where another word is, or a foe of it is named
        told = frozenset(self.weights)
        for number, country, ids, weight in anywhere:
            if country in told or not told or _facing(document, ids):
                self.weights[country] += weight
                self.here[number].add(country)
            elif weight < _NAMED:
                self._untold += weight

    def plays(self, number: int) -> tuple[set[str], set[str], set[str]]:
        """Where a sentence may play, what says most first: its places, whatever it names, the article."""
        return self.places[number], self.here[number], set(self.main[:1])

    def share(self, countries: frozenset[str]) -> float:
        """The part of an article's pointers that point to any of some countries."""
        return sum([self.shares.get(c, 0.0) for c in sorted(countries)])


def _by_faith(document: Document, mention: ActorMention) -> bool:
    """Whether one camp calls its foes by a community of which there are many elsewhere ("the Shia rebels")."""
    if mention.kind != "loaded":
        return False
    assert document.tokens is not None
    known = registry()
    inside = (known.book.longest_at(document.tokens, at, mention.last)
              for at in range(mention.first + 1, mention.last))
    return any(sense.kind == "name" and known.unarmed(sense.actor)
               for found in inside if found is not None for sense in found[3])


def _facing(document: Document, ids: tuple[str, ...]) -> bool:
    """Whether a foe of one of some sides is named: "the Shia rebels" whom the Saudi army fights are those of Yemen."""
    foes = {foe for one in ids for foe in registry().opposed(one)}
    return any(not foes.isdisjoint(mention.ids) for mention in document.actors or ())


_LATEST: tuple[Document, Setting] | None = None


def setting_of(document: Document) -> Setting:
    """The setting of a document; the latest one is kept, since more than one component asks for it."""
    global _LATEST
    latest = _LATEST
    if latest is not None:
        known, setting = latest
        if known.tokens is document.tokens and known.actors is document.actors and known.source == document.source \
                and known.published == document.published and known.places is document.places:
            return setting
    setting = Setting(document)
    _LATEST = document, setting
    return setting
