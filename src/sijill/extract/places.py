"""Place mentions: known names, names that a kind word or a direction announces, lists and anaphors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.documents import Document, Token
from sijill.extract.gazetteer import KnownPlace, Match, gazetteer
from sijill.extract.lexicon import lexicon
from sijill.extract.place_anaphors import resolve
from sijill.extract.place_context import is_led
from sijill.extract.place_drafts import Draft
from sijill.extract.place_lists import containing
from sijill.extract.place_members import FREE, MemberReader
from sijill.extract.place_names import is_common, is_quote, looks_verbal, name_end, raw_name
from sijill.extract.place_words import AND, HAMZA, HAMZA_BELOW, IN, KindForm, PlaceWord, has_class, is_definite, look_up
from sijill.extract.setting import setting_of
from sijill.replacing import replace

requires = ("tokens", "sentences")
assigns = ("places",)

_WIDE: Final = frozenset({"country", "region", "governorate"})
# how sure a name is a place that also stands for a side ("Damascus said")
_DOUBT: Final = 0.3
_DOUBTED: Final = frozenset({"table", "list"})
_UNTABLED: Final = frozenset({"kind", "announced", "learned", "definite"})
_DESCRIBING: Final = frozenset({"nation", "adj", "facility_adj"})
_SHORTEST_NISBA: Final = 3
_NISBA: Final = "ي"
_OF_TOWNS: Final = frozenset({"airport", "port"})
_NAMED_AFTER: Final = frozenset({"road", "bridge", "dam", "crossing", "checkpoint"})


def find_places(document: Document) -> Document:
    """Lay the layer of place mentions over a document that has tokens and sentences."""
    assert document.tokens is not None and document.sentences is not None
    reader = _Reader(document.text, document.tokens, gazetteer())
    if document.actors:
        reader.home = frozenset(setting_of(document).main)
    for sentence in document.sentences:
        reader.read(sentence.first, sentence.last)
    drafts = reader.found
    drafts += reader.learned([(s.first, s.last) for s in document.sentences])
    drafts.sort(key=lambda d: (d.start, d.end))
    drafts = _no_parts_of_sides(document, drafts)
    drafts = resolve(document.text, document.tokens, document.sentences, drafts, _within_sides(document, drafts))
    containing(document.tokens, drafts)
    for draft in _within_sides(document, drafts):
        if draft.rule in _DOUBTED and not is_led(document.tokens, draft):
            draft.score = min(draft.score, _DOUBT)
    return replace(document, places=tuple(d.done() for d in drafts))


def _no_parts_of_sides(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of no table that are words of a side's name ("the Front of X", "the X Brigade")."""
    sides = [(a.first, a.last, a.kind == "name") for a in document.actors or ()]
    parts = {
        (d.first, d.last)
        for d in drafts
        if d.rule in _UNTABLED
        for first, last, name in sides
        if (name or d.kind == "front" or d.rule == "announced") and d.last <= last
        and first <= (d.first if d.known is None else d.head)
    }
    return [d for d in drafts if (d.first, d.last) not in parts]


def _within_sides(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, in their order, whose words are also of a mention of a side."""
    spans = [(a.first, a.last) for a in document.actors or ()]
    out: list[Draft] = []
    at = 0
    for draft in drafts:
        while at < len(spans) and spans[at][1] <= draft.first:
            at += 1
        if at < len(spans) and spans[at][0] < draft.last:
            out.append(draft)
    return out


class _Reader(MemberReader):
    def read(self, first: int, last: int) -> None:
        """Add the mentions of one sentence."""
        at, floor = first, first
        tokens, names = self.tokens, self.names
        before: PlaceWord | None = None
        while at < last:
            token = tokens[at]
            if token.kind != "word":
                at, before = at + 1, None
                continue
            word = look_up(token.norm)
            if word is None and before is None and at != floor and not names.begins(token):
                at += 1
                continue
            before, after = word, None
            if word is not None and word.kind is not None:
                after = self._kind_phrase(at, last, floor, word, word.kind)
            if after is None:
                match = names.at(tokens, at, last)
                if match is not None:
                    after = self._table(match, last, floor, word)
            if after is None:
                after = self._announced(at, last, floor)
            if after is None:
                at += 1
            else:
                at = floor = after

    def _kind_phrase(self, at: int, last: int, floor: int, word: PlaceWord, kind: KindForm) -> int | None:
        tokens, names = self.tokens, self.names
        match = names.at(tokens, at, last)
        if match is not None and match.end > at + 1:
            return self._table(match, last, floor, word)
        if word.definite and kind.number == 3:
            return None
        here = at + 1
        while here < min(last, at + 3) and is_quote(tokens[here]):
            here += 1
        if self._is_another_word(at, here, last, floor, word, kind):
            return None
        if word.definite:
            return self._definite(at, here, last, floor, word, kind)
        if here >= last or tokens[here].kind == "mark":
            return None
        if kind.value == "district" and has_class(tokens[here].norm, "office"):
            # a directorate of health is a house, not a district
            kind = replace(kind, value="building", keeps=True)
        if "seat" in word.classes and names.at(tokens, here, last) is not None:
            return None
        following = look_up(tokens[here].norm)
        if following is not None and following.kind is not None and not following.definite:
            pair = following.kind
            if (
                following.particles in AND
                and kind.number == 1
                and pair.number == 1
                and here == at + 1
                and here + 1 < last
            ):
                return self._two_kinds(at, here, last, floor, word, following)
            alone = kind.number == pair.number == 1 and not following.particles
            if alone and kind.value in _OF_TOWNS and not pair.keeps:
                return self._of_town(at, here, last, floor, word, kind)
            if following.particles or not following.kind.keeps or kind.number > 1 or kind.value not in _NAMED_AFTER:
                return None
        if tokens[here].kind in ("number", "latin"):
            if not kind.keeps or kind.number > 1:
                return None
            end: int | None = here + 1
        else:
            end = name_end(tokens, here, last, kind.keeps, names)
        if (
            end is None
            or kind.number == 3
            and names.at(tokens, here, last) is None
            and is_common(tokens[here])
            and not (kind.keeps and has_class(tokens[here].norm, "facility_head"))
        ):
            return None
        keeps = kind.keeps
        if kind.value == "road" and kind.number == 1:
            end = self._other_end(end, last)
        rule = "kind"
        extent = self._extent(at, floor, word.particles, kind.value in _WIDE)
        if keeps and kind.number == 1:
            draft = self._draft(at, word.cut, end, at, kind.value, extent, rule, 0.95)
            return self._list(draft, here, end, last, None, "", kind.value, 0)
        known = names.at(tokens, here, last)
        draft = self._draft(here, 0, end, at, kind.value, extent, rule, 0.97)
        if known is not None and known.cut == 0 and known.end == end:
            draft.known = _fitting(known, kind.value)
        prefix = kind.singular + " " if keeps else ""
        if prefix:
            draft.name = prefix + draft.name
        self._learn(here, end, kind.value)
        room = {1: 0, 2: 1}.get(kind.number, FREE)
        return self._list(draft, here, end, last, kind, prefix, kind.value, room)

    def _of_town(self, at: int, here: int, last: int, floor: int, word: PlaceWord, kind: KindForm) -> int | None:
        """An airport or port whose town is told with its kind ("the airport of the city of X"), named as its X."""
        end = name_end(self.tokens, here + 1, last, False, self.names) if here + 1 < last else None
        if end is None:
            return None
        extent = self._extent(at, floor, word.particles, False)
        draft = self._draft(at, word.cut, end, at, kind.value, extent, "kind", 0.95)
        draft.name = kind.singular + " " + raw_name(self.text, self.tokens[here + 1].start, draft.end)
        return self._list(draft, here + 1, end, last, None, "", kind.value, 0)

    def _is_another_word(self, at: int, here: int, last: int, floor: int, word: PlaceWord, kind: KindForm) -> bool:
        """Whether a word of kind means something else: "and led", "by means of", "on the way", "a series of"."""
        token = self.tokens[at]
        if (
            kind.number == 1
            and HAMZA in self.text[token.start : token.end]
            and not {HAMZA, HAMZA_BELOW} & set(kind.singular)
        ):
            return True
        if kind.value == "site" and here < last and has_class(self.tokens[here].norm, "online"):
            return True
        named = here < last and self.names.at(self.tokens, here, last) is not None
        if "series" in word.classes:
            following = look_up(self.tokens[here].norm) if here < last else None
            return not named and (following is None or following.kind is None)
        if "manner" not in word.classes or named:
            return False
        before = look_up(self.tokens[at - 1].norm) if at > floor else None
        return word.particles.endswith(IN) or before is not None and "of_manner" in before.classes

    def _two_kinds(self, at: int, here: int, last: int, floor: int, one: PlaceWord, two: PlaceWord) -> int | None:
        """Two kinds of one name ("the city and port of X"): both mentions end with it."""
        assert one.kind is not None and two.kind is not None
        end = name_end(self.tokens, here + 1, last, False, self.names) if here + 1 < last else None
        if end is None:
            return None
        for word, head in ((one, at), (two, here)):
            kind = word.kind
            assert kind is not None
            extent = self._extent(head, floor, word.particles, False) if head == at else self.found[-1].extent
            if kind.keeps:
                draft = self._draft(head, word.cut, end, head, kind.value, extent, "kind", 0.9)
                draft.name = kind.singular + " " + raw_name(self.text, self.tokens[here + 1].start, draft.end)
            else:
                draft = self._draft(here + 1, 0, end, head, kind.value, extent, "kind", 0.9)
            self.found.append(draft)
        return end

    def _definite(self, at: int, here: int, last: int, floor: int, word: PlaceWord, kind: KindForm) -> int | None:
        """A kind word with the article: a name with its adjective, an apposition, or an anaphor."""
        tokens = self.tokens
        if kind.value == "district" and here < last and has_class(tokens[here].norm, "against"):
            return None
        if kind.number == 1 and here == at + 1 < last and tokens[here].kind != "mark":
            if tokens[here].kind == "number" and kind.keeps:
                self.found.append(
                    self._draft(
                        at,
                        word.cut,
                        here + 1,
                        at,
                        kind.value,
                        self._extent(at, floor, word.particles, False),
                        "kind",
                        0.8,
                    )
                )
                return here + 1
            following = look_up(tokens[here].norm)
            named = (
                following is not None
                and following.definite
                and not following.particles
                and (
                    "name_adj" in following.classes
                    and "adj" not in following.classes
                    and ("direction_adj" not in following.classes or kind.keeps)
                    or kind.value == "area" and "zone_adj" in following.classes
                    or "of_nation" in word.classes
                    and ("nation" in following.classes or self._is_country(here, last))
                )
            )
            if (
                named
                and following is not None
                and kind.value not in ("airport", "base")
                and ("facility_adj" not in following.classes or kind.keeps)
            ):
                end = here + 1
                draft = self._draft(
                    at, word.cut, end, at, kind.value, self._extent(at, floor, word.particles, False), "definite", 0.7
                )
                return self._list(draft, at, end, last, None, "", None, 0)
        draft = self._draft(
            at,
            word.cut,
            at + 1,
            at,
            kind.value,
            self._extent(at, floor, word.particles, kind.value in _WIDE, True),
            f"anaphor-{kind.number}",
            0.8,
        )
        match = self.names.at(tokens, at, last)
        if match is not None and kind.keeps and match.end == at + 1:
            draft.known = match.place
        self.found.append(draft)
        return at + 1

    def _is_country(self, at: int, last: int) -> bool:
        """Whether one word names a country, as the adjective "Saudi" also names Saudi Arabia."""
        match = self.names.at(self.tokens, at, last)
        return match is not None and match.end == at + 1 and match.place.kind == "country"

    def _table(self, match: Match, last: int, floor: int, word: PlaceWord | None) -> int | None:
        tokens, names, at = self.tokens, self.names, match.first
        unnamed = word is not None and word.kind is not None and not word.kind.keeps and not word.definite
        if word is not None and (unnamed or "capital" in word.classes):
            inner = names.at(tokens, at + 1, last) if at + 1 < last else None
            if inner is not None and inner.cut == 0 and inner.end == match.end:
                return self._table(inner, last, floor, None)
        place = match.place
        located = self._located(at, match.particles)
        if match.cut and match.end == at + 1 and len(tokens[at].norm) - match.cut < 3:
            return None
        if (
            word is not None
            and match.end == at + 1
            and (word.cut < match.cut or not located and not word.classes.keys() <= {"head"})
        ) and (not located or word.cut < match.cut or word.ends_name):
            return None
        if (
            word is not None
            and "nation" in word.classes
            and match.end == at + 1
            and not (self._located(at, match.particles, False))
        ):
            return None
        if place.ambiguous and not located and (word is None or word.kind is None or match.end == at + 1):
            return None
        doubtful = place.ambiguous and match.end == at + 1
        if doubtful and (self._is_common_word(at, last, word) or self._is_elsewhere(match, word)):
            return None
        wide = all(p.kind in _WIDE for p in match.places)
        within = not wide and any(p.kind == "governorate" for p in match.places)
        extent = self._extent(at, floor, match.particles, wide, False, within)
        score = 0.95 if located else (0.4 if place.kind == "country" else 0.7)
        end = match.end
        draft = self._draft(at, match.cut, end, at, place.kind, extent, "table", score)
        fitting = [p for p in match.places if p.kind != "governorate"] or [place]
        draft.known = next((p for p in fitting if p.country in self.home), fitting[0])
        draft.kind = draft.known.kind
        if word is not None and "capital" in word.classes:
            # "the Somali capital" is a name of Mogadishu
            draft.name = draft.known.name
        if place.ambiguous and located:
            self._learn(at, end, draft.kind, tokens[at].norm[match.cut :])
        end = self._countryside_adjectives(draft, end, last)
        return self._list(draft, at, end, last, None, "", place.kind, 0)

    def _is_common_word(self, at: int, last: int, word: PlaceWord | None) -> bool:
        """Whether a name that is also a common word is that word after a preposition: "in May", "in a local paper"."""
        before = look_up(self.tokens[at - 1].norm) if at else None
        if before is not None and (before.kind is not None or "direction" in before.classes):
            return False
        if word is not None and "time" in word.classes:
            return True
        return at + 1 < last and _is_indefinite_adjective(self.tokens[at + 1])

    def _announced(self, at: int, last: int, floor: int) -> int | None:
        """A name that no table knows after a direction, an extent or a preposition of place."""
        tokens = self.tokens
        if at == floor or is_common(tokens[at]):
            return None
        before = look_up(tokens[at - 1].norm)
        if before is None or tokens[at - 1].kind != "word" or before.definite:
            return None
        strong = (
            "direction" in before.classes
            or before.classes.get("extent") in ("countryside", "edge")
            or (
                before.classes.get("extent") == "around"
                and "linked_only" not in before.classes
                and "to" not in before.classes
            )
        )
        if not strong and "locative" not in before.classes:
            return None
        end = name_end(tokens, at, last, False, self.names)
        if end is None or not strong and not is_definite(tokens[at].norm) and lexicon().hit(tokens[at].norm):
            return None
        listed = end < last and tokens[end].norm[0] in AND[0] and not (is_definite(tokens[at].norm) or end == at + 1)
        if not strong and (listed or not self._followed_by_place(end, last)) and not self._headed(at, end):
            return None
        draft = self._draft(
            at, 0, end, at, None, self._extent(at, floor, "", False), "announced", 0.6 if strong else 0.5
        )
        self._learn(at, end, None)
        end = self._countryside_adjectives(draft, end, last)
        return self._list(draft, at, end, last, None, "", None, 0)


def _is_indefinite_adjective(token: Token) -> bool:
    """Whether a word describes an indefinite noun before it, which a name never is."""
    word = look_up(token.norm)
    if token.kind != "word" or looks_verbal(token.norm):
        return False
    if word is None:
        return len(token.norm) > _SHORTEST_NISBA and token.norm.endswith(_NISBA) and not is_definite(token.norm)
    return not word.definite and not word.particles and not _DESCRIBING.isdisjoint(word.classes)


def _fitting(match: Match, kind: str) -> KnownPlace:
    for place in match.places:
        if place.kind == kind:
            return place
    return match.place
