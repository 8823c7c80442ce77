"""Place mentions: known names, names that a kind word or a direction announces, lists and anaphors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sijill.arabic.clitics import readings
from sijill.documents import Document, Extent, PlaceMention, Token
from sijill.extract.gazetteer import Gazetteer, KnownPlace, Match, gazetteer
from sijill.extract.place_anaphors import resolve
from sijill.extract.place_drafts import Draft
from sijill.extract.place_extent import extent_before
from sijill.extract.place_lists import containing, joined
from sijill.extract.place_names import can_begin, is_common, is_quote, name_end, raw_name, raw_start, with_article
from sijill.extract.place_words import AND, KindForm, PlaceWord, has_class, look_up

requires = ("tokens", "sentences")
assigns = ("places",)

_WIDE = frozenset({"country", "region", "governorate"})
_NAMED_AFTER = frozenset({"road", "bridge", "dam", "crossing", "checkpoint"})
_FREE = 99


def find_places(document: Document) -> Document:
    """Lay the layer of place mentions over a document that has tokens and sentences."""
    assert document.tokens is not None and document.sentences is not None
    reader = _Reader(document.text, document.tokens, gazetteer())
    for sentence in document.sentences:
        reader.read(sentence.first, sentence.last)
    drafts = reader.found
    drafts += reader.learned([(s.first, s.last) for s in document.sentences])
    drafts.sort(key=lambda d: (d.start, d.end))
    drafts = resolve(document.text, document.tokens, document.sentences, drafts)
    containing(document.tokens, drafts)
    if document.actors:
        _doubt_actors(document, drafts)
    return replace(document, places=tuple(d.done() for d in drafts))


def _doubt_actors(document: Document, drafts: list[Draft]) -> None:
    spans = [(a.first, a.last) for a in document.actors or ()]
    at = 0
    for draft in drafts:
        while at < len(spans) and spans[at][1] <= draft.first:
            at += 1
        if at < len(spans) and spans[at][0] < draft.last and draft.rule == "table":
            draft.score = min(draft.score, 0.3)


class _Reader:
    def __init__(self, text: str, tokens: Sequence[Token], names: Gazetteer) -> None:
        self.text, self.tokens, self.names = text, tokens, names
        self.found: list[Draft] = []
        self.cued: set[tuple[str, ...]] = set()
        self.cued_kind: dict[tuple[str, ...], str | None] = {}

    def read(self, first: int, last: int) -> None:
        """Add the mentions of one sentence."""
        at, floor = first, first
        tokens, names = self.tokens, self.names
        while at < last:
            token = tokens[at]
            if token.kind != "word":
                at += 1
                continue
            word = look_up(token.norm)
            after = None
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
        if word.definite:
            return self._definite(at, here, last, floor, word, kind)
        if here >= last or tokens[here].kind == "mark":
            return None
        if "seat" in word.classes and names.at(tokens, here, last) is not None:
            return None
        following = look_up(tokens[here].norm)
        if following is not None and following.kind is not None and not following.definite:
            pair = following.kind
            if (following.particles in AND and kind.number == 1 and pair.number == 1 and here == at + 1
                    and here + 1 < last):
                return self._two_kinds(at, here, last, floor, word, following)
            if following.particles or not following.kind.keeps or kind.number > 1 or kind.value not in _NAMED_AFTER:
                return None
        if tokens[here].kind in ("number", "latin"):
            if not kind.keeps or kind.number > 1:
                return None
            end: int | None = here + 1
        else:
            end = name_end(tokens, here, last, kind.keeps, names)
        if end is None or kind.number == 3 and names.at(tokens, here, last) is None and is_common(tokens[here]) and not (
                kind.keeps and has_class(tokens[here].norm, "facility_head")):
            return None
        keeps = kind.keeps
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
        room = {1: 0, 2: 1}.get(kind.number, _FREE)
        return self._list(draft, here, end, last, kind, prefix, kind.value, room)

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
        if kind.number == 1 and here == at + 1 < last and tokens[here].kind != "mark":
            if tokens[here].kind == "number" and kind.keeps:
                self.found.append(self._draft(at, word.cut, here + 1, at, kind.value,
                                              self._extent(at, floor, word.particles, False), "kind", 0.8))
                return here + 1
            following = look_up(tokens[here].norm)
            named = following is not None and following.definite and not following.particles and (
                "name_adj" in following.classes and "adj" not in following.classes
                and ("direction_adj" not in following.classes or kind.keeps)
                or kind.singular in ("سفارة", "قنصلية") and "nation" in following.classes)
            if named and following is not None and kind.value not in ("airport", "base") and (
                    "facility_adj" not in following.classes or kind.keeps):
                end = here + 1
                draft = self._draft(at, word.cut, end, at, kind.value,
                                    self._extent(at, floor, word.particles, False), "definite", 0.7)
                self.found.append(draft)
                return end
        self.found.append(self._draft(at, word.cut, at + 1, at, kind.value,
                                      self._extent(at, floor, word.particles, kind.value in _WIDE, True), f"anaphor-{kind.number}",
                                      0.8))
        return at + 1

    def _table(self, match: Match, last: int, floor: int, word: PlaceWord | None) -> int | None:
        tokens, names, at = self.tokens, self.names, match.first
        if word is not None and (word.kind is not None and not word.kind.keeps or "capital" in word.classes):
            inner = names.at(tokens, at + 1, last) if at + 1 < last else None
            if inner is not None and inner.cut == 0 and inner.end == match.end:
                return self._table(inner, last, floor, None)
        place = match.place
        located = self._located(at, match.particles)
        if match.cut and match.end == at + 1 and len(tokens[at].norm) - match.cut < 3:
            return None
        if word is not None and match.end == at + 1 and (word.cut < match.cut or not located and
                                                         not word.classes.keys() <= {"head"}):
            if not located or word.cut < match.cut or word.ends_name:
                return None
        if word is not None and "nation" in word.classes and match.end == at + 1 and not (
                self._located(at, match.particles, False)):
            return None
        if place.ambiguous and not located and (word is None or word.kind is None or match.end == at + 1):
            return None
        wide = all(p.kind in _WIDE for p in match.places)
        within = not wide and any(p.kind == "city" for p in match.places)
        extent = self._extent(at, floor, match.particles, wide, False, within)
        score = 0.95 if located else (0.4 if place.kind == "country" else 0.7)
        end = match.end
        draft = self._draft(at, match.cut, end, at, place.kind, extent, "table", score)
        draft.known = next((p for p in match.places if p.kind != "governorate"), place)
        draft.kind = draft.known.kind
        end = self._countryside_adjectives(draft, end, last)
        return self._list(draft, at, end, last, None, "", place.kind, 0)

    def _announced(self, at: int, last: int, floor: int) -> int | None:
        """A name that no table knows after a direction, an extent or a preposition of place."""
        tokens = self.tokens
        if at == floor or is_common(tokens[at]):
            return None
        before = look_up(tokens[at - 1].norm)
        if before is None or tokens[at - 1].kind != "word" or before.definite:
            return None
        strong = "direction" in before.classes or before.classes.get("extent") in ("countryside", "edge") or (
            before.classes.get("extent") == "around" and "linked_only" not in before.classes
            and "to" not in before.classes)
        if not strong and "locative" not in before.classes:
            return None
        end = name_end(tokens, at, last, False, self.names)
        if end is None:
            return None
        if not strong and not self._followed_by_place(end, last) and not self._headed(at, end):
            return None
        draft = self._draft(at, 0, end, at, None, self._extent(at, floor, "", False), "announced",
                            0.6 if strong else 0.5)
        self._learn(at, end, None)
        end = self._countryside_adjectives(draft, end, last)
        return self._list(draft, at, end, last, None, "", None, 0)

    def _headed(self, at: int, end: int) -> bool:
        word = look_up(self.tokens[at].norm)
        return end > at + 1 and word is not None and "head" in word.classes and not is_common(self.tokens[at + 1])

    def _followed_by_place(self, end: int, last: int) -> bool:
        """Whether the words after a candidate name put it into a place."""
        tokens = self.tokens
        if end >= last or tokens[end].kind != "word":
            return False
        word = look_up(tokens[end].norm)
        if word is None:
            known = self.names.at(tokens, end, last)
            return known is not None and known.particles == "ب"
        if word.particles == "ب" and (word.kind is not None or "extent" in word.classes
                                      or "direction" in word.classes):
            return True
        if "direction" in word.classes and not word.definite:
            return True
        if tokens[end].norm == "في" and end + 1 < last:
            following = look_up(tokens[end + 1].norm)
            return self.names.at(tokens, end + 1, last) is not None or following is not None and (
                following.kind is not None and not following.definite or following.classes.get("extent") == "countryside")
        return word.definite and "adj" in word.classes and word.base in ("واقعه", "تابعه", "واقع", "تابع")

    def _countryside_adjectives(self, draft: Draft, end: int, last: int) -> int:
        """Pass over "northern" in "the northern countryside of X": it belongs to the countryside."""
        while draft.extent == "countryside" and end < last:
            word = look_up(self.tokens[end].norm)
            if word is None or not word.definite or "direction_adj" not in word.classes:
                break
            end += 1
        return end

    def _list(self, head: Draft, name_at: int, end: int, last: int, kind: KindForm | None, prefix: str,
              value: str | None, room: int) -> int:
        """Add the head and the members that follow it; returns the token after the last of them."""
        tokens, names = self.tokens, self.names
        self.found.append(head)
        previous, member_at = head, name_at
        extent = head.extent
        while True:
            here = end
            while here < last and is_quote(tokens[here]):
                here += 1
            comma = here < last and tokens[here].kind == "mark" and tokens[here].norm in "،,"
            if comma:
                here += 1
                while here < last and is_quote(tokens[here]):
                    here += 1
            if here >= last or tokens[here].kind != "word":
                return end
            token = tokens[here]
            joined = token.norm[0] in AND[0]
            at, cut = here, 1
            if token.norm == AND[0]:
                at, cut = here + 1, 0
                while at < last and is_quote(tokens[at]):
                    at += 1
            elif not joined:
                if not comma:
                    return end
                cut = 0
            elif len(token.norm) == 1:
                return end
            if at >= last or tokens[at].kind != "word":
                return end
            member = self._member(previous, member_at, at, cut, last, joined or token.norm == AND[0], room, prefix,
                                  value, extent)
            if member is None:
                return end
            draft, member_end = member
            if room:
                room -= 1
            self.found.append(draft)
            previous, member_at, end = draft, at, member_end
            extent = draft.extent

    def _member(self, previous: Draft, previous_at: int, at: int, cut: int, last: int, joined: bool, room: int,
                prefix: str, value: str | None, extent: Extent) -> tuple[Draft, int] | None:
        tokens, names = self.tokens, self.names
        norm = tokens[at].norm[cut:] if cut else tokens[at].norm
        word = look_up(norm)
        match = names.at(tokens, at, last)
        if match is not None and match.cut != cut:
            match = None
        if word is not None and word.particles:
            word = None if match is not None else word
        if word is not None and joined and word.definite and "direction_adj" in word.classes and (
                match is None or match.end == at + 1) and room != _FREE + 1:
            stem = self._stem(previous, previous_at)
            if stem is not None:
                draft = self._draft(at, cut, at + 1, at, previous.kind, extent, "ellipsis", 0.9)
                draft.name = stem + " " + raw_name(self.text, draft.start, draft.end)
                return draft, at + 1
        if match is not None and (word is None or word.kind is None or match.end > at + 1 or room):
            ambiguous = match.place.ambiguous and not room and previous.rule == "table" and not joined
            if not ambiguous and not (word is not None and word.ends_name):
                end = match.end
                if room or not prefix:
                    more = name_end(tokens, at, last, False, names) if cut == 0 else None
                    end = max(end, more or end)
                draft = self._draft(at, cut, end, at, value if room else match.place.kind, extent, "list", 0.9)
                draft.known = match.place
                if room and prefix:
                    draft.name = prefix + draft.name
                return draft, end
        if word is not None and room and joined:
            if "extent" in word.classes and not word.definite and at + 2 < last:
                return self._graded(previous, at, last, room, prefix, value, word)
            if word.kind is not None and word.definite and word.kind.keeps and not (
                    at + 1 < last and tokens[at + 1].kind == "word" and tokens[at + 1].norm[0] not in AND[0]):
                return self._draft(at, cut, at + 1, at, word.kind.value, extent, "list", 0.7), at + 1
        if word is not None and (word.kind is not None or "extent" in word.classes or "direction" in word.classes):
            return None
        bare = replace(tokens[at], norm=norm)
        if not can_begin(bare) or len(norm) < 3:
            return None
        if not room and (is_common(bare) or not joined):
            return None
        if room and is_common(bare) and (not joined or room > 1 and prefix):
            return None
        span = [bare, *tokens[at + 1 : min(last, at + 7)]]
        end_in = name_end(span, 0, len(span), bool(prefix), names)
        if end_in is None:
            return None
        end = at + end_in
        if not room and not self._closes(end, last):
            return None
        draft = self._draft(at, cut, end, at, value if room else previous.kind, extent, "list", 0.85 if room else 0.6)
        if room and prefix:
            draft.name = prefix + draft.name
        if not prefix:
            self._learn(at, end, draft.kind, norm)
        return draft, end

    def _graded(self, previous: Draft, at: int, last: int, room: int, prefix: str, value: str | None,
                word: PlaceWord) -> tuple[Draft, int] | None:
        """A list member with an extent of its own: "and parts of X"."""
        extent: Extent = word.classes["extent"]  # type: ignore[assignment]
        here = at + 1
        following = look_up(self.tokens[here].norm)
        if following is not None and "link" in following.classes:
            here += 1
        elif "linked_only" in word.classes:
            return None
        if here >= last or self.tokens[here].kind != "word":
            return None
        inner = look_up(self.tokens[here].norm)
        if inner is not None and (inner.kind is not None or "extent" in inner.classes or "direction" in inner.classes):
            return None
        member = self._member(previous, at, here, 0, last, True, room, prefix, value, extent)
        if member is not None:
            member[0].head = at
        return member

    def _closes(self, end: int, last: int) -> bool:
        """Whether what follows an unknown member lets it be a place: a mark, another member, a place."""
        if end >= last or self.tokens[end].kind == "mark":
            return True
        norm = self.tokens[end].norm
        return norm[0] == AND[0] and len(norm) > 3 or self._followed_by_place(end, last)

    def _stem(self, previous: Draft, at: int) -> str | None:
        """The name of the previous member without its direction, which the ellipsis replaces."""
        word = look_up(self.tokens[previous.last - 1].norm)
        if previous.last - previous.first < 2 and previous.rule != "ellipsis" or word is None:
            return None
        if "direction_adj" not in word.classes or not word.definite and not word.particles:
            return None
        parts = previous.name.split()
        return " ".join(parts[:-1]) if len(parts) > 1 else None

    def learned(self, sentences: Sequence[tuple[int, int]]) -> list[Draft]:
        """Bare mentions of names that the document elsewhere introduces with a cue."""
        if not self.cued:
            return []
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in self.cued:
            by_first.setdefault(words[0], []).append(words)
        covered = {i for d in self.found for i in range(d.head, d.last)}
        tokens, out = self.tokens, []
        for first, last in sentences:
            at = first
            while at < last:
                token = tokens[at]
                hit = None
                if token.kind == "word" and at not in covered:
                    hit = self._learned_at(by_first, at, last)
                if hit is None:
                    at += 1
                    continue
                end, cut, particles, words = hit
                located = self._located(at, particles)
                if located or len(words) > 1 or not is_common(replace(token, norm=words[0])):
                    extent = self._extent(at, first, particles, False)
                    draft = self._draft(at, cut, end, at, self.cued_kind.get(words), extent, "learned",
                                        0.9 if located else 0.6)
                    draft.end = max(draft.end, draft.start)
                    out.append(draft)
                at = end
        return out

    def _learned_at(self, by_first: dict[str, list[tuple[str, ...]]], at: int,
                    last: int) -> tuple[int, int, str, tuple[str, ...]] | None:
        for reading in readings(self.tokens[at].norm):
            for words in sorted(by_first.get(reading.base, ()), key=len, reverse=True):
                end = at + len(words)
                if end <= last and all(self.tokens[at + i].norm == words[i] for i in range(1, len(words))):
                    return end, reading.cut, reading.particles, words
        return None

    def _learn(self, at: int, end: int, kind: str | None, norm: str | None = None) -> None:
        words = (norm or self.tokens[at].norm, *(t.norm for t in self.tokens[at + 1 : end]))
        if len(words[0]) > 2:
            self.cued.add(words)
            self.cued_kind.setdefault(words, kind)

    def _located(self, at: int, particles: str, kinds: bool = True) -> bool:
        if particles.endswith("ب"):
            return True
        here = at - 1
        while here >= 0 and is_quote(self.tokens[here]):
            here -= 1
        if here < 0 or self.tokens[here].kind != "word" or particles.startswith(AND):
            return False
        word = look_up(self.tokens[here].norm)
        return word is not None and (not word.definite and (
            "locative" in word.classes or "direction" in word.classes
            or word.classes.get("extent") in ("around", "edge", "countryside", "whole"))
            or kinds and word.kind is not None)

    def _extent(self, at: int, floor: int, particles: str, wide: bool, pointer: bool = False,
                within: bool = False) -> Extent:
        found = extent_before(self.tokens, at, floor, particles, wide, pointer, within)
        if found is None and particles.startswith(AND) and self.found:
            before = self.found[-1]
            if before.extent in ("around", "edge", "part") and joined(self.tokens, before.last, at):
                found = before.extent
        return found or "whole"

    def _draft(self, first: int, cut: int, last: int, head: int, kind: str | None, extent: Extent, rule: str,
               score: float) -> Draft:
        start = raw_start(self.text, self.tokens[first], cut)
        end = self.tokens[last - 1].end
        name = raw_name(self.text, start, end)
        return Draft(start, end, first, last, head, with_article(name), kind, extent, rule, score)


def _fitting(match: Match, kind: str) -> KnownPlace:
    for place in match.places:
        if place.kind == kind:
            return place
    return match.place
