"""Words that point back to a place: "the city", "the country", "its countryside", "the capital"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, cast

from sijill.arabic.clitics import without_article
from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import HIS
from sijill.documents import Extent, Sentence, Token
from sijill.extract.places.drafts import Draft
from sijill.extract.places.extent import extent_before
from sijill.extract.places.lists import leads_into
from sijill.extract.places.names import raw_name, raw_start
from sijill.extract.tables.gazetteer import gazetteer
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import PlaceWord, has_class, look_up, nations
from sijill.replacing import replace

_FITTING: Final = {
    "city": ("city", "town", "capital", "district", "governorate"),
    "town": ("town", "city", "village", "district", "subdistrict"),
    "village": ("village", "town"),
    "quarter": ("quarter", "neighbourhood", "area"),
    "governorate": ("governorate", "region", "city"),
    "region": ("region", "governorate"),
    "district": ("district", "subdistrict", "city", "town"),
    "subdistrict": ("subdistrict", "district", "town"),
}
_NEVER_SHORT: Final = frozenset({"country", "governorate", "city", "town"})
_NEAR: Final = 12
# mentions back to which an anaphor may point at all: more than any report has between a place and a word for it
_FARTHEST: Final = 400
_AROUND_TOWN: Final = "countryside"
# of which kinds a text names many, so that the one it tells most of is meant; how many mentions back they are sought
_CITY, _PROVINCE = "city", "governorate"
# tokens from the begin of a sentence to the place that opens it ("and in the province of X")
_OPENING: Final = 2
_TOWNS: Final = frozenset({_CITY, "town"})
_TOWNS_NEAR: Final = 20
# what a mention weighs beside one a sentence later, one that no word of place leads to, one that only points
# or that somebody came from
_FADING: Final = 0.85
_UNLED: Final = 0.6
_POINTER: Final = 0.5
# tokens from a place back to "from", with what sort of place it is between
_TO_FROM: Final = 2
# what is done to a place by leaving it, and tokens from a word for that to "from"
_LEFT: Final = frozenset(("Displacement", "Government regains territory", "Non-state actor overtakes territory",
                          "Non-violent transfer of territory"))
_TO_LEAVING: Final = 5
# the score of a name that words of place lead to
_LED: Final = 0.9
_AREAS: Final = frozenset({*_FITTING, "area", "any", "country", "front"})
_NOT_AREAS: Final = frozenset({"country", "building", "road", "hospital", "school", "mosque", "square", "market"})


def resolve(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], drafts: list[Draft],
            of_sides: Sequence[Draft] = ()) -> list[Draft]:
    """Give anaphors the names they stand for, drop those that point nowhere, add the bare pointers.

    No anaphor points to a name of `of_sides`, which is part of a side's name or stands for a government, unless words
    of place lead to it.
    """
    pointers = _Pointers(text, tokens, drafts).read(sentences)
    sides = {(d.first, d.last) for d in of_sides if d.score < _LED}
    firsts = [sentence.first for sentence in sentences]
    out: list[Draft] = []
    for draft in sorted([*drafts, *pointers], key=lambda d: (d.start, d.end)):
        if out and out[-1].rule == "definite" and out[-1].first < draft.first < out[-1].last:
            continue
        if not draft.rule.startswith("anaphor"):
            full = _full_name(draft, out)
            if full is not None:
                draft.name, draft.kind, draft.known = full.name, full.kind, full.known
            out.append(draft)
            continue
        if draft.known is not None and _is_told_of(draft, tokens):
            draft.known = None
        found = _resolved(draft, [d for d in out[-_FARTHEST:] if (d.first, d.last) not in sides or d.kind == "country"],
                          tokens, firsts)
        if (draft.first, draft.last) in sides:
            found = [d for d in found if d.rule != "table"]
        lone = not found or found[0].rule == "table"
        out.extend((_named_by_use(draft, text, tokens) if lone else []) or found)
    return out


def _full_name(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """The earlier mention of which this one is the short form: "Yarmouk" after "Yarmouk camp"."""
    if (
        draft.rule not in ("table", "learned", "list", "announced")
        or " " in draft.name
        or draft.kind in _NEVER_SHORT and draft.rule == "list"
        or (draft.known is not None and draft.known.kind in _NEVER_SHORT)
    ):
        return None
    for before in reversed(earlier):
        if before.name == draft.name:
            return None
        parts = before.name.split()
        if len(parts) > 1 and (
            parts[0] == draft.name
            and has_class(fold_word(parts[1]), "direction_adj")
            or parts[1] == draft.name
            and len(parts) == 2
            and before.kind in ("camp", "base", "airport")
            and draft.kind != before.kind
        ):
            return before
    return None


def _told_of(tokens: Sequence[Token], earlier: Sequence[Draft]) -> list[Draft]:
    """The mentions of which a text tells, without those that only hold the one before them, or are near it."""
    return [d for i, d in enumerate(earlier)
            if not (i and leads_into(tokens, earlier[i - 1].last, d.first)) and d.extent != "around"] or list(earlier)


def _most_told(
    draft: Draft, fitting: Sequence[Draft], tokens: Sequence[Token], firsts: Sequence[int]
) -> list[Draft]:
    """The last mention in the anaphor's sentence that words of place lead to, or that of the place told of most.

    What is told late counts more than what is told early.
    """
    here = bisect_right(firsts, draft.first)
    weights: dict[str, float] = {}
    for before in reversed(fitting):
        apart = here - bisect_right(firsts, before.first)
        weight = _FADING**apart
        if before.rule.startswith("anaphor") or _is_left(tokens, before):
            weight *= _POINTER
        elif before.score < _LED:
            weight *= _UNLED
        elif not apart:
            return [before]
        weights[before.name] = weights.get(before.name, 0.0) + weight
    most = max(weights.values(), default=0.0)
    return [before for before in fitting if weights[before.name] == most][-1:]


def _towns(draft: Draft, earlier: Sequence[Draft], tokens: Sequence[Token], firsts: Sequence[int]) -> list[Draft]:
    """The mentions called what an anaphor calls its place; where its sentence opens with a place, of that one.

    A province that opens it is one of them ("in the province of X ... the city"), and none is what says where the place
    that opens it lies, or beside what one lies.
    """
    number = bisect_right(firsts, draft.first) - 1
    begin = firsts[number] if number >= 0 else 0
    out: list[Draft] = []
    for i, before in enumerate(earlier):
        opens = begin <= before.first <= begin + _OPENING and not before.rule.startswith("anaphor")
        province = opens and draft.kind == _CITY and before.kind == _PROVINCE and before.score >= _LED
        held = i > 0 and (begin <= earlier[i - 1].first <= begin + _OPENING or before.extent == "around") and (
            _same(draft.kind, earlier[i - 1], tokens) and leads_into(tokens, earlier[i - 1].last, before.first))
        if not held and (province or _same(draft.kind, before, tokens)):
            out.append(before)
    return out


def _is_left(tokens: Sequence[Token], before: Draft) -> bool:
    """Whether what came from a place is told of, and no deed there: nobody withdrew or was driven "from" it."""
    for at in range(before.first - 1, max(-1, before.first - 1 - _TO_FROM), -1):
        word = look_up(tokens[at].norm)
        if word is None or word.kind is None:
            return word is not None and word.classes.get("link") == "from" and not any(
                (hit := lexicon().hit(tokens[i].norm)) is not None and hit.lemmas[0].types[0] in _LEFT
                for i in range(max(0, at - _TO_LEAVING), at))
    return False


def _resolved(draft: Draft, earlier: Sequence[Draft], tokens: Sequence[Token], firsts: Sequence[int]) -> list[Draft]:
    if draft.name and draft.rule == "anaphor-known":
        return [draft]
    if draft.kind == "area":
        earlier = _told_of(tokens, earlier)
    wanted = 2 if draft.rule == "anaphor-2" else 1
    if draft.rule == "anaphor-3":
        return []
    found: list[Draft] = []
    if wanted == 1 and draft.kind in _TOWNS:
        found = _most_told(draft, _towns(draft, earlier[-_TOWNS_NEAR:], tokens, firsts), tokens, firsts)
        if not found:
            fitting = [d for d in earlier if _fits(draft.kind, d)]
            # "X in the countryside of Y" and "X, south of Y" tell of X
            found = _most_told(draft, [d for i, d in enumerate(fitting) if d.extent != _AROUND_TOWN and not (
                i and d.extent == "around" and leads_into(tokens, fitting[i - 1].last, d.first))] or fitting,
                tokens, firsts)
    for near in (True, False) if not found else ():
        for before in reversed(earlier[-_NEAR:] if near else earlier):
            if (_same(draft.kind, before, tokens) if near else _fits(draft.kind, before)) and (
                before.name not in [f.name for f in found]
            ):
                found.append(before)
                if len(found) == wanted:
                    break
        if len(found) == wanted:
            break
    if len(found) < wanted:
        # "al-Husayniyya" is a town where no assembly hall was named before
        return [replace(draft, known=None, rule="table")] if draft.known is not None else []
    return [replace(draft, name=f.name, kind=f.kind, known=f.known, rule="anaphor") for f in reversed(found)]


def _named_by_use(draft: Draft, text: str, tokens: Sequence[Token]) -> list[Draft]:
    """A facility that is the only one of its kind, by what it is for ("the Naval College", "the Military Airport")."""
    if draft.rule != "anaphor-1" or draft.kind in _AREAS or draft.last >= len(tokens):
        return []
    use = look_up(tokens[draft.last].norm) if draft.last == draft.first + 1 else None
    if use is None or not use.definite or use.particles or "facility_adj" not in use.classes:
        return []
    end = tokens[draft.last].end
    return [replace(draft, end=end, last=draft.last + 1, name=raw_name(text, draft.start, end), known=None,
                    rule="definite")]


def _is_told_of(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether the text told of a facility before that a city is also called ("a building", then "the building")."""
    bare = without_article(tokens[draft.first].norm)
    return any(token.norm == bare for token in tokens[: draft.first])


def _same(kind: str | None, before: Draft, tokens: Sequence[Token]) -> bool:
    """Whether an earlier mention is itself called what the anaphor calls it, and not only its countryside.

    What a text calls a place it is, whatever it is elsewhere or its name begins with ("the village of X Hill").
    """
    if kind not in _FITTING or before.extent == "countryside":
        return False
    word = look_up(tokens[before.head - 1].norm) if before.head else None
    if word is not None and word.kind is not None and word.kind.number == 1 and not (word.definite or word.kind.keeps):
        return word.kind.value == kind
    return before.kind == kind


def _fits(kind: str | None, before: Draft) -> bool:
    own = before.known.kind if before.known is not None else before.kind
    if kind == "any":
        return own != "country"
    if kind == "country":
        return own == "country"
    if kind == "area":
        return own not in _NOT_AREAS and before.rule != "anaphor-2"
    if before.kind == kind or own == kind:
        return True
    if kind in _FITTING:
        return own is None or own in _FITTING[kind] or before.kind in _FITTING[kind]
    return False


class _Pointers:
    """Reads the words that point to a place told before, and remembers which country and capital were told of last."""

    def __init__(self, text: str, tokens: Sequence[Token], drafts: Sequence[Draft]) -> None:
        self._text, self._tokens, self._drafts = text, tokens, drafts
        self._covered = {i for d in drafts for i in range(d.head, d.last)}
        self._by_first = {d.first: d for d in drafts}
        self._country: str | None = None
        self._capital: str | None = None

    def read(self, sentences: Sequence[Sentence]) -> list[Draft]:
        """The drafts of the words that point, in the order of the text."""
        out: list[Draft] = []
        for sentence in sentences:
            for at in range(sentence.first, sentence.last):
                token = self._tokens[at]
                if at in self._by_first:
                    self._note(self._by_first[at])
                word = look_up(token.norm) if token.kind == "word" else None
                if word is None or not word.points:
                    continue
                if "nation" in word.classes and self._country is None:
                    self._country = nations()[word.base][0]
                pointed = self._pointed(at, sentence.last, word) if at not in self._covered else None
                if pointed is None:
                    continue
                name, kind, extent, end = pointed
                start = raw_start(self._text, token, word.cut)
                before = extent_before(self._tokens, at, sentence.first, word.particles, kind == "country")
                found = extent or before or "whole"
                rule = "anaphor-known" if name else "anaphor-1"
                out.append(Draft(start, self._tokens[end - 1].end, at, end, at, name, kind, cast(Extent, found),
                                 rule, 0.75))
        return out

    def _note(self, placed: Draft) -> None:
        """Remember the country of a place that is told by a name it shares with no other, or led to."""
        if placed.known is None or placed.known.ambiguous and placed.score < _LED:
            return
        country = placed.name if placed.known.kind == "country" else _country(placed.known.country)
        self._country = _governed_from(placed.name) or country or self._country

    def _pointed(self, at: int, last: int, word: PlaceWord) -> tuple[str, str | None, str | None, int] | None:
        """What a word points to: its name where it is known, kind and extent, and the end of what points."""
        # folded, "surrounding" is spelled as "its surroundings" is; a word with a pronoun takes no article
        token = self._tokens[at]
        spelled = not token.norm.endswith(HIS[0]) or self._text.endswith(HIS[0], 0, token.end)
        if "pronoun_extent" in word.classes and not word.definite and spelled:
            return "", "any", word.classes["pronoun_extent"], at + 1
        if not word.definite:
            return None
        if word.classes.get("extent") == "countryside" and at + 1 < last:
            end = at + 1
            while end < last and _directional(look_up(self._tokens[end].norm), end == at + 1):
                end += 1
            return ("", "any", "countryside", end) if end > at + 1 else None
        if "strip" in word.classes:
            full = word.classes["strip"]
            told = any(d.name in (full, full.split()[-1]) and d.first < at for d in self._drafts)
            return (full, "region", None, at + 1) if told else None
        if "country_anaphor" in word.classes:
            before = look_up(self._tokens[at - 1].norm) if at else None
            if before is not None and before.kind is not None and before.kind.number == 1:
                return None  # the quarter of a town that is called so
            allowed = word.classes["country_anaphor"].split(";")
            meant = (self._country or "") if allowed == [""] or self._country in allowed else allowed[0]
            return meant, "country", None, at + 1
        return self._of_a_capital(at + 1) if "capital" in word.classes and at + 1 < last else None

    def _of_a_capital(self, behind: int) -> tuple[str, str | None, str | None, int] | None:
        """What "the capital" before a token points to, unless its name stands there: "the capital X"."""
        following = look_up(self._tokens[behind].norm)
        nation = following is not None and "nation" in following.classes
        if behind in self._by_first or nation and behind + 1 in self._by_first:
            if following is not None and nation:
                self._country, self._capital = nations()[following.base]
            return None
        if following is not None and nation and following.definite:
            self._country, self._capital = nations()[following.base]
            return self._capital, None, None, behind + 1
        return self._capital or _capital(self._country) or "", "city", None, behind


def _directional(word: PlaceWord | None, first: bool) -> bool:
    """Whether a word is the adjective of a direction, which behind another one has the article."""
    return word is not None and "direction_adj" in word.classes and (first or word.definite)


def _country(code: str | None) -> str | None:
    return gazetteer().country_name(code) if code is not None else None


def _governed_from(name: str) -> str | None:
    """The country of which a place is the capital, which the tables may lack."""
    return next((country for country, capital in nations().values() if capital == name), None)


def _capital(country: str | None) -> str | None:
    for name, capital in nations().values():
        if name == country:
            return capital
    return None
