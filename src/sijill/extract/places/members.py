"""Members of place lists: elliptical names, dual kinds, extents of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import key, without_pronoun
from sijill.arabic.inflection import HIS, IMPERFECT, THEM, THEY, VERB_HEADS
from sijill.arabic.tokens import CLOSED, OPENED
from sijill.documents import Extent, Token
from sijill.extract.places.drafts import Draft
from sijill.extract.places.names import (
    ASIDE,
    can_begin,
    is_common,
    is_quote,
    is_strange,
    is_told,
    name_end,
    raw_name,
    raw_start,
)
from sijill.extract.places.set_off import is_one_word, set_off
from sijill.extract.places.taught import TaughtReader
from sijill.extract.tables.gazetteer import Match
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import (
    AND,
    HAMZA_BELOW,
    IN,
    TANWIN,
    PlaceWord,
    has_class,
    is_definite,
    look_up,
)
from sijill.extract.tables.registry import registry
from sijill.replacing import replace

FREE: Final = 99
_TOWNS: Final = frozenset({"city", "town", "village"})
# of what kinds of places a list that goes on from comma to comma has any names, and behind how many commas
_SMALL: Final = frozenset({"town", "village", "quarter", "area"})
_MANY: Final = 3
_OF_TOWNS: Final = frozenset({"camp", "airport", "port"})
_SHORTEST_SHAPED: Final = 3
# tokens from a bracket that opens to the one that closes, two directions between
_MOST_IN_BRACKETS: Final = 4
_PARTS: Final = frozenset({"direction", "extent"})
_ITS: Final = ("ه", "ها")
_CLOSING: Final = frozenset({"stop", "locative", "time", "adj"})


@dataclass(slots=True)
class _Told:
    """What a list has told before a member of it: the member before, and how those that follow are to be read.

    `room` more names are of the kind `value` that a plural told, and called by it where there is a `prefix`.
    """

    previous: Draft
    extent: Extent
    value: str | None
    room: int
    prefix: str


class MemberReader(TaughtReader):
    """Reads what is coordinated with a place."""

    def _list(
        self, head: Draft, name_at: int, end: int, last: int, value: str | None, room: int = 0, prefix: str = ""
    ) -> int:
        """Adds the head, which ends at a token, and the members that follow it; the token behind the last of them.

        Where a plural tells their kind, `value`, so many more names as `room` says are of it, behind its `prefix`.
        """
        tokens = self.tokens
        self.found.append(head)
        told = _Told(head, head.extent, value, room, prefix)
        commas = 0
        while True:
            here, comma = self._over_a_comma(end, last)
            if here >= last or tokens[here].kind != "word":
                return end
            if told.previous is head and self._aside(name_at, end, here):
                told.extent = "whole"
            norm = tokens[here].norm
            joined = norm[0] in AND[0]
            if joined and has_class(norm, "pronoun_extent") or not comma and has_class(norm, "wholly"):
                # "X and its surroundings and Y", "the whole of X, and Y"
                end = here + 1
                continue
            theirs = self._of_it(told.previous, here) if joined else None
            if theirs is not None:
                # "X and its camp"
                self.found.append(theirs)
                end = here + 1
                continue
            begun = self._begin(here, last, comma)
            if begun is None:
                return end
            at, cut = begun
            if at >= last or tokens[at].kind != "word":
                return end
            member = self._member(told, at, cut, last, joined or norm == AND[0])
            if member is None:
                return end
            draft, end = member
            commas += comma and not cut
            if told.room:
                told.room -= 1
            elif commas == _MANY and value in _SMALL:
                told.room = FREE
            self.found.append(draft)
            told.previous, told.extent = draft, draft.extent

    def _begin(self, here: int, last: int, comma: bool) -> tuple[int, int] | None:
        """Where a member's name begins, and the letters of "and" cut off it; None where nothing joins it."""
        norm = self.tokens[here].norm
        joined = norm[0] in AND[0]
        if joined and (has_class(norm, "besides") or self._parts_behind(here, last)):
            return here + 1, 0  # "and also Y", "and in parts of the eastern"
        if norm == AND[0]:
            at = here + 1
            while at < last and is_quote(self.tokens[at]):
                at += 1
            return at, 0
        if not joined:
            return (here, 0) if comma else None
        return None if len(norm) == 1 else (here, 1)

    def _over_a_comma(self, here: int, last: int) -> tuple[int, bool]:
        """The token behind "(south)", a comma and quotes that stand at a token, and whether there is a comma."""
        here = self._past_a_direction(here, last)
        while here < last and is_quote(self.tokens[here]):
            here += 1
        if here >= last or self.tokens[here].kind != "mark" or self.tokens[here].norm not in "،,":
            return here, False
        here += 1
        while here < last and is_quote(self.tokens[here]):
            here += 1
        return here, True

    def _past_a_direction(self, here: int, last: int) -> int:
        """The token behind brackets that hold but directions, if they open at a token."""
        if here >= last or self.tokens[here].norm != OPENED:
            return here
        end = next((at for at in range(here + 1, min(here + _MOST_IN_BRACKETS, last))
                    if self.tokens[at].norm == CLOSED), here)
        inside = [look_up(token.norm) for token in self.tokens[here + 1 : end]]
        told = bool(inside) and all(word is not None and not _PARTS.isdisjoint(word.classes) for word in inside)
        return end + 1 if told else here

    def _aside(self, name_at: int, end: int, here: int) -> bool:
        """Whether brackets that close between two tokens hold the words that say where, and not the name alone."""
        closed = any(t.norm == CLOSED for t in self.tokens[end:here])
        return closed and any(t.norm == OPENED for t in self.tokens[max(0, name_at - ASIDE) : name_at - 1])

    def _member(self, told: _Told, at: int, cut: int, last: int, joined: bool) -> tuple[Draft, int] | None:
        """The member of a list that begins at a token, and the token behind it; None where none does."""
        tokens, room = self.tokens, told.room
        norm = tokens[at].norm[cut:] if cut else tokens[at].norm
        word = None if self._is_spelled_low(at, cut, norm) else look_up(norm)
        match = self.names.at(tokens, at, last)
        if match is not None and match.cut != cut:
            match = None
        if word is not None and joined and "capital" in word.classes:
            capital = self._named_capital(told, at, last)
            if capital is not None:
                return capital
        if word is not None and word.particles:
            word = None if match is not None else word
        if joined and word is not None and (match is None or match.end == at + 1):
            directed = self._ellipsis(told, at, cut, word)
            if directed is not None:
                return directed
        off = set_off(self.text, tokens, at, cut, last) if room > 1 else None
        if off is not None and (match is None or match.end < off):
            return self._of_kind_told(told, at, cut, off, 0.85), off
        if match is not None and (word is None or word.kind is None or match.end > at + 1 or room):
            ambiguous = match.place.ambiguous and not room and told.previous.rule == "table" and not joined
            if not ambiguous and not (word is not None and word.ends_name and room != 1):
                return self._known_member(match, told, at, cut, last)
        if word is not None and joined and "extent" in word.classes and not word.definite and at + 2 < last and (
                room or has_class(tokens[at + 1].norm, "link") and has_class(tokens[at + 2].norm, "direction_adj")):
            return self._graded(told, at, last, word)
        if word is not None and room and joined:
            facility = self._facility(at, cut, last, word, told.extent)
            if facility is not None:
                return facility
        if word is not None and (word.kind is not None or "extent" in word.classes or "direction" in word.classes):
            return None
        bare = replace(tokens[at], norm=norm, key=norm)
        if room and self._is_of_strange(bare, word, at, last):
            return self._of_kind_told(told, at, cut, at + 2, 0.8), at + 2
        return self._new_member(told, bare, at, cut, last, joined)

    def _named_capital(self, told: _Told, at: int, last: int) -> tuple[Draft, int] | None:
        """The capital that is named behind the word for it: "and the capital Damascus" is Damascus."""
        inner = self.names.at(self.tokens, at + 1, last)
        if inner is None or inner.cut:
            return None
        known = next((p for p in inner.places if p.kind != "governorate"), inner.place)
        draft = self._draft(at + 1, 0, inner.end, at, known.kind, told.extent, "list", 0.9)
        draft.known = known
        return draft, inner.end

    def _of_kind_told(self, told: _Told, at: int, cut: int, end: int, score: float) -> Draft:
        """A member of the kind that a plural told before the list, called by that kind if such places are."""
        draft = self._draft(at, cut, end, at, told.value, told.extent, "list", score)
        draft.name = told.prefix + draft.name
        return draft

    def _new_member(
        self, told: _Told, bare: Token, at: int, cut: int, last: int, joined: bool
    ) -> tuple[Draft, int] | None:
        """A member whose name no table knows, of the kind told or else of that of the member before it."""
        if not self._may_be_new(bare, at, cut, last, joined, told.room, told.prefix):
            return None
        span = [bare, *self.tokens[at + 1 : min(last, at + 7)]]
        end_in = name_end(span, 0, len(span), bool(told.prefix), self.names)
        if end_in is None:
            return None
        end = at + end_in
        if told.room:
            draft = self._of_kind_told(told, at, cut, end, 0.85)
        elif self._closes(end, last):
            draft = self._draft(at, cut, end, at, told.previous.kind, told.extent, "list", 0.6)
        else:
            return None
        if not told.prefix:
            self._learn(at, end, draft.kind, bare.norm)
        return draft, end

    def _ellipsis(self, told: _Told, at: int, cut: int, word: PlaceWord) -> tuple[Draft, int] | None:
        """A member told by its direction alone: "eastern X and western" is western X."""
        stem = self._stem(told.previous) if word.definite and "direction_adj" in word.classes else None
        if stem is None:
            return None
        draft = self._draft(at, cut, at + 1, at, told.previous.kind, told.extent, "ellipsis", 0.9)
        draft.name = stem + " " + raw_name(self.text, draft.start, draft.end)
        return draft, at + 1

    def _known_member(self, match: Match, told: _Told, at: int, cut: int, last: int) -> tuple[Draft, int]:
        """A member whose name is known, over the words that go on with it where none of its kind is told."""
        end = match.end
        if told.room or not told.prefix:
            more = name_end(self.tokens, at, last, False, self.names) if cut == 0 else None
            end = max(end, more or end)
        kind = told.value if told.room else match.place.kind
        draft = self._draft(at, cut, end, at, kind, told.extent, "list", 0.9)
        draft.known = match.place
        if told.room:
            draft.name = told.prefix + draft.name
        return draft, end

    def _facility(self, at: int, cut: int, last: int, word: PlaceWord, extent: Extent) -> tuple[Draft, int] | None:
        """A definite facility without a name that is a member of a list: "and the old market"."""
        if word.kind is None or not (word.definite and word.kind.keeps):
            return None
        tokens, end = self.tokens, at + 1
        adjective = look_up(tokens[end].norm) if end < last and tokens[end].kind == "word" else None
        if adjective is not None and adjective.definite and "name_adj" in adjective.classes:
            end += 1
        if end < last and tokens[end].kind == "word" and tokens[end].norm[0] not in AND[0]:
            return None
        return self._draft(at, cut, end, at, word.kind.value, extent, "list", 0.7), end

    def _may_be_new(self, bare: Token, at: int, cut: int, last: int, joined: bool, room: int, prefix: str) -> bool:
        """Whether a word that no table knows may begin the name of a member."""
        norm = bare.norm
        head = has_class(norm, "head")
        if not can_begin(bare) or len(norm) < 3 and not head:
            return False
        if _tells(norm) and not (room and head) or cut and is_one_word(self.tokens[at].norm):
            return False
        if self._is_deed(at, cut, norm, room) or self._is_no_name(bare, at, last, room):
            return False
        if not room:
            of_men = key(norm) in registry().head_words
            return joined and not is_common(bare) and not of_men
        return not (is_common(bare) and (not joined or room > 1 and prefix))

    def _is_of_strange(self, bare: Token, word: PlaceWord | None, at: int, last: int) -> bool:
        """Whether a bare word, no verb nor side, is of a definite one that nothing knows, which ends a member."""
        if at + 1 >= last or is_definite(bare.norm) or lexicon().hit(bare.norm) is not None or registry().opens(
                bare.norm) or word is not None and word.classes.keys() != {"common"}:
            return False
        owner = self.tokens[at + 1]
        return is_definite(owner.norm) and is_strange(self.text, owner) and (
            self.names.at(self.tokens, at + 1, last) is None and (
                self._closes(at + 2, last) or self.tokens[at + 2].norm[0] == IN))

    def _of_it(self, town: Draft, at: int) -> Draft | None:
        """The facility of a town that a kind word with a pronoun tells behind "and"."""
        if town.kind not in _TOWNS or len(self.tokens[at].norm) < 2:
            return None
        words = (look_up(stem) for stem, pronoun in without_pronoun(self.tokens[at].norm[1:]) if pronoun in _ITS)
        kind = next((word.kind for word in words if word is not None and word.kind is not None and word.exact), None)
        if kind is None or kind.number != 1 or kind.value not in _OF_TOWNS:
            return None
        draft = self._draft(at, 1, at + 1, at, kind.value, "whole", "list", 0.9)
        draft.name = f"{kind.singular} {town.name}"
        return draft

    def _parts_behind(self, at: int, last: int) -> bool:
        """Whether a preposition behind "and" has a word of extent behind it."""
        return at + 1 < last and has_class(self.tokens[at].norm, "goes_on") and has_class(
            self.tokens[at + 1].norm, "extent")

    def _is_spelled_low(self, at: int, cut: int, norm: str) -> bool:
        """Whether a town's name that folding writes like a month begins with another hamza than that."""
        start = raw_start(self.text, self.tokens[at], cut)
        return has_class(norm, "month") and self.text.startswith(HAMZA_BELOW, start) and bool(self.names.find(norm))

    def _is_deed(self, at: int, cut: int, norm: str, room: int) -> bool:
        """Whether a word that no table knows has the shape of a verbal noun, or outside a list of a verb."""
        start = raw_start(self.text, self.tokens[at], cut)
        return self.text.startswith(HAMZA_BELOW, start) or not room and norm.startswith(VERB_HEADS)

    def _is_no_name(self, bare: Token, at: int, last: int, room: int) -> bool:
        """Whether a word that no table knows is one that news use, or outside a list like a verb or a possessed word.

        In a list of places another one may stand behind it.
        """
        norm = bare.norm
        if is_definite(norm) or has_class(norm, "head"):
            return False
        goes_on = at + 1 == last or self.tokens[at + 1].kind != "word" or self.tokens[at + 1].norm[0] in AND[0]
        if is_told(bare) and not (room and goes_on):
            return True
        shaped = norm.startswith(IMPERFECT) or self.text[bare.start : bare.end].endswith(HIS[0])
        return not room and len(norm) > _SHORTEST_SHAPED and shaped

    def _graded(self, told: _Told, at: int, last: int, word: PlaceWord) -> tuple[Draft, int] | None:
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
        if inner is not None and not (inner.definite and "direction_adj" in inner.classes) and (
            inner.kind is not None or "extent" in inner.classes or "direction" in inner.classes
        ):
            return None
        member = self._member(replace(told, extent=extent), here, 0, last, True)
        if member is not None:
            member[0].head = at
        return member

    def _closes(self, end: int, last: int) -> bool:
        """Whether what follows an unknown member lets it be a place: a mark, another member, a place."""
        if end >= last or self.tokens[end].kind == "mark":
            return True
        norm = self.tokens[end].norm
        if norm[0] == AND[0] and len(norm) > 3 or self._followed_by_place(end, last):
            return True
        word = look_up(norm)
        return word is not None and not _CLOSING.isdisjoint(word.classes)

    def _stem(self, previous: Draft) -> str | None:
        """The name of the previous member without its direction, which the ellipsis replaces."""
        word = look_up(self.tokens[previous.last - 1].norm)
        if previous.last - previous.first < 2 and previous.rule != "ellipsis" or word is None:
            return None
        if "direction_adj" not in word.classes or not word.definite and not word.particles:
            return None
        parts = previous.name.split()
        return " ".join(parts[:-1]) if len(parts) > 1 else None


def _tells(norm: str) -> bool:
    """Whether a word is an inflected verb or carries a pronoun ("and expelled the people", "and called on them")."""
    hit = lexicon().hit(norm)
    if len(norm) > 4 and norm.endswith((THEY, *THEM)):
        return True
    # "and the two led to"
    dual = len(norm) > 4 and norm.endswith(TANWIN) and has_class(norm[:-1], "verb")
    return dual or hit is not None and hit.form in ("perfect", "imperfect", "both")
