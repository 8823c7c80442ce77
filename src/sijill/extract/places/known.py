"""Names of the tables where they stand, and names of no table that a direction, extent or preposition announces."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import ADVERBIAL, HIS, NISBAS
from sijill.documents import Token
from sijill.extract.places.members import FREE, MemberReader
from sijill.extract.places.names import (
    goes_on,
    is_accusative,
    is_common,
    is_quote,
    is_strange,
    is_told,
    looks_verbal,
    name_end,
)
from sijill.extract.tables.gazetteer import KnownPlace, Match
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import (
    AND,
    HERS,
    IN,
    MERGED_ARTICLE,
    OF,
    PlaceWord,
    has_class,
    is_definite,
    look_up,
)
from sijill.extract.tables.registry import registry
from sijill.replacing import replace

WIDE: Final = frozenset({"country", "region", "governorate"})
"""Kinds of places so wide that "north of" them lies within them."""
# how sure a name is that only its shape and "in" make one
_ALONE: Final = 0.4
_MOST_WORDS: Final = 5
_PLURAL: Final = 3
# how many words before "which are" the villages may stand
_COUNT: Final = 8
# what a word is behind which a name may stand that no table knows
_CLOSING: Final = frozenset({"stop", "locative", "time", "direction"})
# what a name is spelled like that needs a word of kind before it
_OTHER_WORDS: Final = frozenset({"time", "state_body", "other_word"})
_DESCRIBING: Final = frozenset({"nation", "adj", "facility_adj"})
# adjectives that tell a part of a facility, or a larger one from a smaller
_DISTINCT: Final = frozenset({"direction_adj", "part_adj"})
# kinds of places after which persons are called, or whose names persons have
SURNAMES: Final = frozenset({"quarter", "village", "town", "city", "governorate", "district", "subdistrict", "area"})
_DONE_TO_PLACES: Final = "agent_place"
_SHORTEST_NISBA: Final = 3
# letters that a bare name of another tongue has behind "on" and "to", where common words stand as often as names
_FOREIGN: Final = 6
_NISBA: Final = "ي"
# words of a name behind "the north and the south of"
_SHARED: Final = 4


class KnownReader(MemberReader):
    """Reads names that no word of kind announces."""

    def _table(self, match: Match, last: int, floor: int, word: PlaceWord | None) -> int | None:
        """Reads a known name; the token behind it, or None where it is another word or names no place here."""
        tokens, names, at = self.tokens, self.names, match.first
        unnamed = (word is not None and word.kind is not None and not word.kind.keeps and not word.definite
                   and "strip" not in word.classes)
        if word is not None and (unnamed or "capital" in word.classes):
            inner = names.at(tokens, at + 1, last)
            if inner is not None and inner.cut == 0 and inner.end == match.end:
                # "the capital X" is no other X
                told = replace(inner, places=match.places) if inner.place.ambiguous else inner
                return self._table(told, last, floor, None)
        if unnamed and word is not None and word.kind is not None and word.kind.number == _PLURAL and (
                match.end == at + 1 < last and tokens[at + 1].kind == "word"):
            # "the villages of X" are not the quarter that is called Villages
            return None
        if match.end == at + 1 and (goes_on(tokens, at, last) or self._points(at, last, word) or (
                not match.cut and self._is_nisba(at, floor))) or self._is_surname(at, floor, match):
            return None
        if match.end == at + 1 and self._is_spelled_low(at, match.cut, tokens[at].norm[match.cut :]):
            word = None
        place = match.place
        if place.ambiguous and self._is_owner(at):
            return None
        located = self._located(at, match.particles) or self._is_struck(match, floor, word)
        if match.cut and match.end == at + 1 and len(tokens[at].norm) - match.cut < 3:
            return None
        if word is not None and match.end == at + 1:
            if word.cut < match.cut or not located and not word.classes.keys() <= {"head"}:
                return None
            if "nation" in word.classes and not self._located(at, match.particles, False):
                return None
        if place.ambiguous and not located and (word is None or word.kind is None or match.end == at + 1):
            return None
        doubtful = place.ambiguous and match.end == at + 1
        if doubtful and (self._is_common_word(at, last, word) or self._is_elsewhere(match, word)):
            return None
        return self._name(match, last, floor, word, located)

    def _name(self, match: Match, last: int, floor: int, word: PlaceWord | None, located: bool) -> int:
        """Adds the place of a known name, as likely as words that locate it make it, and those listed behind."""
        at, place = match.first, match.place
        wide = all(p.kind in WIDE for p in match.places)
        within = not wide and any(p.kind == "governorate" for p in match.places)
        extent = self._extent(at, floor, match.particles, wide, False, within)
        score = 0.95 if located else (0.4 if place.kind == "country" else 0.7)
        end = match.end
        if word is not None and word.kind is not None and word.kind.keeps and not word.definite:
            end = self._facility_adjective(end, last)
        draft = self._draft(at, match.cut, end, at, place.kind, extent, "table", score)
        fitting = [p for p in match.places if p.kind != "governorate"] or [place]
        draft.known = next((p for p in fitting if p.country in self.home), fitting[0])
        draft.kind = draft.known.kind
        if word is not None and "direction" in word.classes and end == at + 1 and self._is_abroad(draft.known):
            draft.known = None  # "the South" of another country than has a province of that name
        elif word is not None and "capital" in word.classes:
            # "the Somali capital" is a name of Mogadishu
            draft.name = draft.known.name
        if place.ambiguous and located:
            self._learn(at, end, draft.kind, self.tokens[at].norm[match.cut :])
        end = self._countryside_adjectives(draft, end, last)
        return self._list(draft, at, end, last, place.kind)

    def _points(self, at: int, last: int, word: PlaceWord | None) -> bool:
        """Whether a word only says where from a place something lies: "to the north of X", "in the north-west of X"."""
        if word is None or not word.definite or "direction" not in word.classes:
            return False
        end = at + 1
        while end < last and has_class(self.tokens[end].norm, "direction_adj"):
            end += 1
        link = look_up(self.tokens[end].norm) if end + 1 < last else None
        place = self.names.at(self.tokens, end, last)
        return link is not None and link.classes.get("link") == "from" or place is not None and place.particles == OF

    def _is_nisba(self, at: int, floor: int) -> bool:
        """Whether a name is spelled as the nationality of an accusative before it is: "killed a Libyan soldier"."""
        return at > floor and has_class(self.tokens[at].norm[: -len(ADVERBIAL)], "nation") and (
            is_accusative(self.tokens[at - 1]))

    def _is_abroad(self, place: KnownPlace) -> bool:
        """Whether an article that plays elsewhere does not name a place's country, nor its people."""
        if not self.home or place.country in self.home:
            return False
        name = self.names.country_name(place.country or "")
        named = None if name is None else key(fold_word(name))
        return not any(token.key == named or registry().adjectives.get(token.key) == place.country
                       for token in self.tokens)

    def _first_of_two(self, at: int, last: int, floor: int, word: PlaceWord) -> int | None:
        """The first of two names that share their end: North Kordofan, of "North and South Kordofan"."""
        tokens = self.tokens
        other = look_up(tokens[at + 1].norm) if at + 2 < last and tokens[at + 1].kind == "word" else None
        if other is None or word.definite or other.particles != AND[0] or "direction" not in other.classes:
            return None
        one = [tokens[at], *tokens[at + 2 : min(last, at + 2 + _SHARED)]]
        match, second = self.names.at(one, 0, len(one)), self.names.at(tokens, at + 1, last)
        if match is None or second is None or match.end < 2 or second.end - at != match.end + 1:
            return None
        draft = self._draft(at, match.cut, at + 1, at, match.place.kind, self._extent(at, floor, match.particles, True),
                            "table", 0.95 if self._located(at, match.particles) else 0.7)
        draft.known, draft.name = match.place, match.place.name
        self.found.append(draft)
        return at + 1

    def _capital(self, at: int, last: int, floor: int, before: PlaceWord) -> int | None:
        """A capital that no table knows, by its name behind the word for one."""
        end = name_end(self.tokens, at, last, False, self.names) if "capital" in before.classes else None
        if end is None or not all(is_strange(self.text, token) for token in self.tokens[at:end]):
            return None
        if end < last and is_definite(self.tokens[at].norm) and (
                match := self.names.at(self.tokens, end, last)) is not None and match.cut == 0:
            return None  # "the Chechen capital Grozny"
        draft = self._draft(at, 0, end, at, "city", self._extent(at, floor, "", False), "kind", 0.8)
        self._learn(at, end, "city")
        return self._list(draft, at, end, last, "city")

    def _is_phrase(self, at: int, end: int) -> bool:
        """Whether a known word with the article stands behind an indefinite one: "the recruiting of the tribes"."""
        if end < at + 2 or is_definite(self.tokens[at].norm) or self.names.begins(self.tokens[at]):
            return False
        word = look_up(self.tokens[at + 1].norm)
        return word is not None and word.definite and word.classes.keys() == {"common"}

    def _is_owner(self, at: int) -> bool:
        """Whether a name that may be another word is whose a facility is, or of what sort ("the police post")."""
        before, norm = look_up(self.tokens[at - 1].norm) if at else None, self.tokens[at].norm
        owned = before is not None and before.kind is not None and before.kind.keeps and not before.definite
        return owned and (norm.startswith(MERGED_ARTICLE) or has_class(norm, "office") or has_class(norm, "adj"))

    def _is_struck(self, match: Match, floor: int, word: PlaceWord | None) -> bool:
        """Whether a word for striking, taking or leaving a place stands right before a name: "they shelled X".

        What is also a word of place or of the news may be who did it ("the air force shelled").
        """
        at = match.first
        if match.cut or not match.place.ambiguous or at <= floor or word is not None and match.end == at + 1:
            return False
        hit = lexicon().hit(self.tokens[at - 1].norm)
        return hit is not None and not hit.definite and any(
            lemma.frame == _DONE_TO_PLACES and not lemma.objects for lemma in hit.lemmas)

    def _is_surname(self, at: int, floor: int, match: Match) -> bool:
        """Whether a known name stands behind a person's first name, which no place before it ends with."""
        if match.cut or match.place.kind not in SURNAMES:
            return False
        return self._after_person(at, floor)

    def _facility_adjective(self, end: int, last: int) -> int:
        """The end of a known facility's name over what kind of one it is: "the X air base", "the X oil field"."""
        while end < last and self.tokens[end].kind == "word":
            word = look_up(self.tokens[end].norm)
            if word is None or not word.definite or word.particles or not _DISTINCT.isdisjoint(word.classes):
                break
            if "name_adj" not in word.classes:
                break
            end += 1
        return end

    def _counted(self, at: int, last: int, floor: int) -> int | None:
        """Names that nothing knows behind what counts places: "three villages, which are X and Y"."""
        words = [look_up(token.norm) for token in self.tokens[max(floor, at - _COUNT) : at - 1]]
        if not any(word is not None and word.kind is not None and word.kind.number > 1 and not word.kind.keeps
                   or word is not None and "far_part" in word.classes for word in words):
            return None
        end = name_end(self.tokens, at, last, False, self.names)
        if end is None or not all(is_strange(self.text, token) for token in self.tokens[at:end]):
            return None
        draft = self._draft(at, 0, end, at, None, "whole", "announced", 0.6)
        return self._list(draft, at, end, last, None, FREE)

    def _lies_in(self, at: int, last: int) -> bool:
        """Whether a known place stands at a token, written together with "in"."""
        match = self.names.at(self.tokens, at, last)
        return match is not None and self.tokens[at].norm[: match.cut].endswith(IN)

    def _is_alone(self, at: int, end: int, last: int) -> bool:
        """Whether words that nothing knows after "in" are by their shape a name: no noun of action, no plural."""
        if end > at + 2 or self.names.begins(self.tokens[at]):
            return False
        if not all(is_strange(self.text, token) for token in self.tokens[at:end]):
            return False
        if end >= last or self.tokens[end].kind != "word":
            return True
        after = look_up(self.tokens[end].norm)
        if after is not None and not _CLOSING.isdisjoint(after.classes):
            return True
        norm = self.tokens[end].norm
        if norm[0] not in AND or len(norm) < _SHORTEST_NISBA:
            hit = lexicon().hit(norm)
            return hit is not None and hit.form == "perfect" or after is not None and "verb" in after.classes
        if is_definite(self.tokens[at].norm):
            return True
        rest = replace(self.tokens[end], norm=norm[1:], key=norm[1:])
        hit = lexicon().hit(norm)
        return (hit is not None and hit.form == "perfect" or has_class(rest.norm, "head")
                or self.names.at(self.tokens, end, last) is not None or is_strange(self.text, rest))

    def _is_his(self, at: int) -> bool:
        """Whether a word is one that the news use, with "his"."""
        token = self.tokens[at]
        bare = replace(token, norm=token.norm[:-1], key=token.norm[:-1])
        return self.text[token.end - 1] == HIS[0] and (look_up(bare.norm) is not None or is_told(bare))

    def _is_long(self, at: int) -> bool:
        """Whether a word behind "on" or "to" is as long and bare as names of other tongues are: "took X"."""
        norm, before = self.tokens[at].norm, self.tokens[at - 1]
        return (len(norm) >= _FOREIGN and not is_definite(norm) and not norm.endswith(HERS)
                and self.text[before.end - 1] != NISBAS[0])

    def _is_common_word(self, at: int, last: int, word: PlaceWord | None) -> bool:
        """Whether a name that is also a common word is that word after a preposition: "in May", "in a local paper"."""
        before = look_up(self.tokens[at - 1].norm) if at else None
        plural = before is not None and before.kind is not None and before.kind.number > 1
        pointing = before is not None and before.kind is not None and before.definite
        if pointing and (not is_definite(self.tokens[at].norm) or self.tokens[at].norm.endswith(NISBAS)
                         or word is not None and "direction_adj" in word.classes):
            # "the city in the afternoon", "the mountainous area", "the eastern quarters"
            return True
        if pointing and at + 1 < last and (on := look_up(self.tokens[at + 1].norm)) is not None and (
                on.classes.get("goes_on") == "on"):
            # "the hills overlooking the town", spelled like a town
            return True
        if plural and word is not None and "direction" in word.classes:
            # "the cities of the south"
            return True
        if before is not None and (before.kind is not None or "direction" in before.classes):
            return False
        if word is not None and not _OTHER_WORDS.isdisjoint(word.classes):
            return True
        if word is not None and "pretext" in word.classes and self._gives_reason(at + 1, last):
            return True
        hit = lexicon().hit(self.tokens[at].norm)
        if hit is not None and hit.form == "noun" and not hit.definite:
            # "after a battle": a village of that name is told with its kind
            return True
        return at + 1 < last and _is_indefinite_adjective(self.tokens[at + 1])

    def _gives_reason(self, at: int, last: int) -> bool:
        """Whether a noun or "that" stands at a token, and makes what is before it "the pretext of"; no verb or day."""
        while at < last and is_quote(self.tokens[at]):
            at += 1
        if at >= last or self.tokens[at].kind != "word" or self.tokens[at].norm[0] in AND:
            return False
        word, hit = look_up(self.tokens[at].norm), lexicon().hit(self.tokens[at].norm)
        return (hit is None or hit.form == "noun" and not hit.particles) and (
            word is None or "that" in word.classes or word.classes.keys() == {"common"})

    def _on_route(self, at: int, last: int, floor: int, before: PlaceWord) -> int | None:
        """A name that no table knows on a way: "passing by X", "as far as X", "starting from X"."""
        tokens, cut = self.tokens, 0
        if "route" in before.classes and tokens[at].norm[0] == IN:
            cut = 1
        elif at - 1 == floor or "link" not in before.classes or not has_class(tokens[at - 2].norm, "route"):
            return None
        bare = replace(tokens[at], norm=tokens[at].norm[cut:], key=tokens[at].norm[cut:])
        span = [bare, *tokens[at + 1 : min(last, at + _MOST_WORDS)]]
        end = name_end(span, 0, len(span), False, self.names)
        if end is None or not has_class(bare.norm, "head") and not is_strange(self.text, bare):
            return None
        draft = self._draft(at, cut, at + end, at, None, self._extent(at, floor, "", False), "announced", 0.6)
        return self._list(draft, at, at + end, last, None)

    def _announced(self, at: int, last: int, floor: int, before: PlaceWord) -> int | None:
        """A name that no table knows after a direction, an extent or a preposition of place."""
        tokens = self.tokens
        on_route = self._on_route(at, last, floor, before)
        if on_route is not None:
            return on_route
        if is_common(tokens[at]) or tokens[at].norm[0] == AND[0] and is_definite(tokens[at].norm[1:]):
            # "X in the north, and the Y" is a list
            return None
        if before.definite:
            return self._capital(at, last, floor, before)
        strong = (
            "direction" in before.classes
            or before.classes.get("extent") in ("countryside", "edge")
            or before.classes.get("extent") == "around" and "linked_only" not in before.classes
        )
        if "counting" in before.classes:
            return self._counted(at, last, floor)
        if not strong and "locative" not in before.classes:
            return None
        end = name_end(tokens, at, last, False, self.names)
        if end is None:
            return None
        headed = self._headed(at, end)
        if not strong and not headed and not is_definite(tokens[at].norm) and lexicon().hit(tokens[at].norm):
            return None
        if not headed and self._is_phrase(at, end):
            return None
        listed = end < last and tokens[end].norm[0] in AND[0] and not (is_definite(tokens[at].norm) or end == at + 1)
        first = look_up(tokens[at].norm)
        if end == at + 1 and self._is_his(at):
            # "in his office"
            return None
        if first is not None and first.kind is not None and not first.definite and (
                end == at + 1 or tokens[at + 1].norm[0] == OF or self._lies_in(at + 1, last)
                or is_common(tokens[at + 1]) and not is_definite(tokens[at + 1].norm)):
            # "in a market", "in a market for vegetables", "in a market in Baghdad", "in a crowded market"
            return None
        told = strong or not listed and self._followed_by_place(end, last) or headed
        alone = "sited" in before.classes or "reached" in before.classes and self._is_long(at)
        if not told and not (alone and self._is_alone(at, end, last)):
            return None
        score = 0.6 if strong else 0.5 if told else _ALONE
        draft = self._draft(at, 0, end, at, None, self._extent(at, floor, "", False), "announced", score)
        if told:
            self._learn(at, end, None)
        end = self._countryside_adjectives(draft, end, last)
        return self._list(draft, at, end, last, None)


def _is_indefinite_adjective(token: Token) -> bool:
    """Whether a word describes an indefinite noun before it, which a name never is."""
    word = look_up(token.norm)
    if token.kind != "word" or looks_verbal(token.norm):
        return False
    if word is None:
        return len(token.norm) > _SHORTEST_NISBA and token.norm.endswith(_NISBA) and not is_definite(token.norm)
    return not word.definite and not word.particles and not _DESCRIBING.isdisjoint(word.classes)
