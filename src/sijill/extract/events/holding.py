"""Holding: who holds what at the time of writing, where the text says so outside an event (codebook section 6).

The place is the one that the relative clause describes ("P that X holds"), what the verb governs ("X holds P"), or,
where only areas without a name are described, the one behind the side ("areas that X holds in P").
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import ARTICLE, CONJUNCTIONS, FOR, PREPOSITIONS
from sijill.arabic.tokens import BREAKS, COMMAS
from sijill.documents import ControlClaim, Event, PlaceArgument, Polarity
from sijill.extract.actors.sides import side_in, side_kind
from sijill.extract.clauses.actor_lists import actor_lists
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.places.lists import leads_into, place_lists
from sijill.extract.tables.lexicon import REGAINS, TAKING
from sijill.extract.tables.place_words import look_up
from sijill.extract.takings.losing import passing
from sijill.extract.takings.unheld import denied, held_no_longer, lies_not, of_lost_areas, only, taken_since, unheld

_REACH: Final = 12
_NEAR: Final = 6
_INSIDE: Final = 5
_MORE: Final = 9
_WAS: Final = 7
_COUNTRY: Final = "country"
_SURE: Final = 0.4
_BEARS_ARMS: Final = frozenset(("state", "foreign", "rebel", "country"))
# what may stand between two places that one side holds: "80 % of X, and 40 % of the quarter of Y"
_BETWEEN: Final = frozenset(("unnamed", "from", "within", "on", "besides"))
_GRADING: Final = frozenset(("part_adj", "direction", "direction_adj", "extent", "adj", "capital", "link"))
# what says that the word after it is a place, though it may stand for a government too
_LOCATING: Final = frozenset(("locative", "in", "direction", "capital"))
_AREAS: Final = frozenset(("part", "countryside"))
_NO_SUBJECT: Final = frozenset(("preposition", "relative", "subordinate", "after"))

Found = tuple[int, tuple[int, ...]]


def standing_claims(view: View, events: Sequence[Event]) -> list[ControlClaim]:
    """Who holds what at the time of writing, where the text says so outside an event of its own."""
    told = {e.trigger.token for e in events}
    taken = {view.sentence_at[e.trigger.token] for e in events if e.sub_event_type in TAKING and
             e.factuality == "asserted"}
    out: list[ControlClaim] = []
    seen: set[tuple[str, str, str]] = set()
    holding = _Holding(view)
    for at in holding.words():
        found = holding.said(at, view.sentence_at[at] in taken) if at not in told else None
        polarity = holding.polarity(at, view.sentence_at[at] in taken) if found is not None else None
        if found is None or polarity is None:
            continue
        for holder in holding.holders(found[0], at):
            if side_kind(view.sides[holder].id) not in _BEARS_ARMS:
                continue
            for place in found[1]:
                claim = _claim(view, at, holder, place, polarity)
                mark = (claim.holder, claim.place.name, claim.polarity)
                if mark not in seen:
                    seen.add(mark)
                    out.append(claim)
    return out


def _claim(view: View, at: int, holder: int, number: int, polarity: Polarity) -> ControlClaim:
    place = view.places[number]
    one = side_in(view.sides[holder].id, REGAINS, "actor1", view.document.published)
    low = min(view.tokens[at].start, view.actors[holder].start)
    high = max(view.tokens[at].end, view.actors[holder].end)
    argument = PlaceArgument(place.start, place.end, place.name, place.extent, place.within, place.rule)
    return ControlClaim(
        one, argument, view.document.published, polarity, low, high, None, "standing." + polarity
    )


class _Holding:
    """Reads the words of one document that say who holds what."""

    def __init__(self, view: View) -> None:
        self.view = view
        # the places described last, and where their sentence begins
        self._areas: tuple[int, tuple[int, ...]] = (-1, ())

    @functools.cached_property
    def sides(self) -> dict[int, tuple[int, ...]]:
        """Coordinated sides, by the number of each."""
        return actor_lists(self.view)

    @functools.cached_property
    def groups(self) -> dict[int, tuple[int, ...]]:
        """Coordinated places, by the number of each."""
        return {i: group for group in place_lists(self.view.document) for i in group}

    def words(self) -> list[int]:
        """The tokens of which any may say it: words of holding, and those that may tell a taking."""
        view = self.view
        return [at for at, (classes, hit) in enumerate(zip(view.classes, view.hits, strict=True))
                if hit is not None or "holds" in classes or "held" in classes]

    def said(self, at: int, taken: bool) -> Found | None:
        """The side and the places that a word of holding joins, by their numbers; None where it says nothing."""
        view, classes = self.view, self.view.classes[at]
        sentence = view.sentences[view.sentence_at[at]]
        if "holds" in classes:
            if unheld(view, at) and not taken_since(view, at):
                return None
            return self._holds(at, sentence.first, sentence.last)
        if self._took(at, sentence.first):
            return self._holds(at, sentence.first, sentence.last)
        if "held" in classes and (
            any("held_by" in view.classes[i] for i in range(max(sentence.first, at - 3), at))
            or view.tokens[at].norm[0] in PREPOSITIONS
            or not taken and "from" in view.classes[at - 1] and at > sentence.first
        ):
            return self._held(at, sentence.first, sentence.last)
        if "held" in classes and passing(view, at) is not None:
            return self._held(at, sentence.first, sentence.last)
        return None

    def holders(self, number: int, at: int) -> tuple[int, ...]:
        """A side and those coordinated with it; alone where a relative word of the singular follows it."""
        behind = self.view.actors[number].last
        while behind < at and self.view.tokens[behind].kind == "mark":
            behind += 1
        alone = behind < at and is_word(self.view, behind, "who_one")
        return (number,) if alone else tuple(self.sides.get(number, (number,)))

    def polarity(self, at: int, taken: bool) -> Polarity | None:
        """Whether what is spoken of is held, or was lost; None where it is only said not to be in a side's control."""
        classes = self.view.classes
        first = self.view.sentences[self.view.sentence_at[at]].first
        passed = passing(self.view, at)
        if passed is not None:
            return "lost" if at == passed[0] else "holds"
        if only(self.view, at) is not None:
            return "holds"
        if held_no_longer(self.view, at) or of_lost_areas(self.view, at) or taken_since(self.view, at):
            return "lost"
        if "held" in classes[at] and lies_not(self.view, at) or denied(self.view, at):
            return None
        if "held" in classes[at] and self._was_held(at, first):
            return "lost" if taken or "from" in classes[at - 1] or self._takes(first, at) else None
        for i in range(at - 1, max(first, at - 4) - 1, -1):
            if "lost_hold" in classes[i]:
                return "lost"
            if "out_of" in classes[i]:
                return "lost" if any("became" in classes[k] for k in range(max(first, i - 6), i)) else None
        return "holds"

    def _took(self, at: int, first: int) -> bool:
        """Whether a relative clause says that a side took a place, though it tells no event of its own."""
        hit = self.view.hits[at]
        return (hit is not None and hit.form == "perfect" and hit.lemmas[0].frame == "agent_place"
                and hit.lemmas[0].types[0] in TAKING and at > first and "relative" in self.view.classes[at - 1])

    def _takes(self, low: int, high: int) -> bool:
        """Whether a range of tokens tells of a taking, though it be no event of its own."""
        hits = self.view.hits[low:high]
        return any(hit is not None and hit.particles[-1:] != FOR and not TAKING.isdisjoint(hit.lemmas[0].types[:2])
                   for hit in hits)

    def _freed(self, at: int) -> bool:
        """Whether a word tells of a taking as done: a verb of the past, or a noun behind "after" or "since"."""
        hit = self.view.hits[at]
        if hit is None or not any(not TAKING.isdisjoint(one.types) for one in hit.lemmas):
            return False
        return hit.form == "perfect" and not hit.pronoun or is_word(self.view, at - 1, "since")

    def _was_held(self, at: int, first: int) -> bool:
        """Whether a noun of holding speaks of what was: "was under the control of", "after it was freed from"."""
        view = self.view
        if at > first + 1 and "from" in view.classes[at - 1]:
            return any(self._freed(i) for i in range(max(first + 1, at - _REACH), at - 1))
        for i in range(at - 1, max(first, at - _WAS) - 1, -1):
            if "was" in view.classes[i]:
                return True
            if view.tokens[i].norm in BREAKS or is_verb(view, i):
                break
        return False

    def _holds(self, at: int, first: int, last: int) -> Found | None:
        """A verb of holding: its side and its places."""
        view = self.view
        after = self._holder(at + 1, min(at + _NEAR, last))
        before = self._holder(max(first, at - _NEAR), at, -1)
        but = only(view, at)
        if but is not None:
            holder = after if after is not None and view.actors[after].first <= but else before
            places = self._governed(but, last)
            return (holder, places) if holder is not None and places else None
        back = next((i for i in range(at + 1, min(at + 5, last)) if "on_it" in view.classes[i]), None)
        if back is not None or _ends_in_pronoun(view, at):
            verb = at if back is None else max(at, back)
            if after is not None and not self._follows(verb, after):
                after = None
            if after is None and verb + 1 < last and not self._ends_clause(verb + 1):
                return None
            holder = after if after is not None else before
            places = self._described(at, first, last, after)
        else:
            on = next((i for i in range(at + 1, min(at + _REACH, last)) if "on" in view.classes[i]), None)
            if on is None:
                on = self._before_object(at, after, last)
            if on is None:
                return None
            holder = after if after is not None and view.actors[after].first <= on else before
            # "P, the greater part of which X holds"
            part = any("from_it" in view.classes[i] for i in range(on + 1, min(on + _INSIDE, last)))
            places = self._described(at, first, last, None) if part else self._governed(on, last)
        return (holder, places) if holder is not None and places else None

    def _before_object(self, at: int, after: int | None, last: int) -> int | None:
        """The token before the place that a verb takes as its object, right behind it or behind its subject."""
        view = self.view
        subject = after is not None and view.actors[after].first == at + 1
        here = view.actors[after].last if subject and after is not None else at + 1
        if here < last and "unnamed" in view.classes[here]:
            here += 1
        return here - 1 if here < last and view.place_at[here] >= 0 else None

    def _held(self, at: int, first: int, last: int) -> Found | None:
        """A noun of holding ("under the control of"): the side after it, and the place."""
        view = self.view
        holder = self._holder(at + 1, min(at + 4, last))
        if holder is None or not self._follows(at, holder):
            return None
        end = view.actors[holder].last
        but = only(view, at)
        on = but if but is not None and but >= end else next(
            (i for i in range(end, min(end + 3, last)) if "on" in view.classes[i]), None)
        places = self._governed(on, last) if on is not None else self._described(at, first, last, holder)
        return (holder, places) if places else None

    def _ends_clause(self, at: int) -> bool:
        """Whether no subject can begin at a token: a mark, a preposition or a word that opens a clause."""
        view = self.view
        return view.tokens[at].kind == "mark" or not _NO_SUBJECT.isdisjoint(view.classes[at])

    def _described(self, at: int, first: int, last: int, after: int | None) -> tuple[int, ...]:
        """The place that words of holding describe: before them, or, of areas without a name, behind the side."""
        view = self.view
        for i in range(at - 1, max(first, at - _REACH) - 1, -1):
            number = view.place_at[i]
            if number >= 0 and self._is_place(number) and not self._apposed(number, first):
                self._areas = first, self._with_list(self._outermost(number))
                return self._areas[1]
            # "P is the last of the areas that X holds" speaks of P, and so does "P, the last pocket", "P and around it"
            if number < 0 and "unnamed" in view.classes[i] and not any(
                "foremost" in view.classes[k] for k in range(max(first, i - 2), i)
            ) and not is_word(view, i + 1, "around") and not (
                i > first and view.place_at[i - 1] >= 0 and view.tokens[i].norm.startswith(ARTICLE)
            ):
                inside = self._inside(max(at + 1, view.actors[after].last if after is not None else 0), last)
                # "between areas that X holds, and others under Y"
                joined = view.tokens[i].norm[0] in CONJUNCTIONS[0] and self._areas[0] == first
                return inside or (self._areas[1] if joined else ())
        return ()

    def _apposed(self, number: int, first: int) -> bool:
        """Whether a place only says what the one before it is: "P, the second largest of the cities of Q"."""
        start = self.view.places[number].first
        for i in range(start - 1, max(first + 1, start - _INSIDE - 1), -1):
            if self.view.tokens[i - 1].norm in COMMAS:
                joined = self.view.tokens[i].norm[0] in CONJUNCTIONS[0]
                said = is_word(self.view, i, "it" if joined else "ranked")
                return said and self.view.place_at[i - 2] >= 0
        return False

    def _outermost(self, number: int) -> int:
        """The place that lies in an area named behind it: of "the basin of X in the countryside of Y" it is X."""
        places, tokens = self.view.places, self.view.tokens
        while number and places[number].extent in _AREAS and leads_into(
            tokens, places[number - 1].last, places[number].first
        ):
            number -= 1
        return number

    def _inside(self, start: int, last: int) -> tuple[int, ...]:
        """The place right behind a side, in which the areas lie that it holds."""
        view = self.view
        for i in range(start, min(start + _INSIDE, last)):
            number = view.place_at[i]
            if number >= 0 and self._is_place(number):
                return self._included(number, last) or self._with_list(number)
            if view.tokens[i].norm in BREAKS or is_verb(view, i):
                break
        return ()

    def _included(self, number: int, last: int) -> tuple[int, ...]:
        """The places named of areas without a name in a larger place: "wide areas of X, among them Y"."""
        view, first = self.view, self.view.places[number].first
        if not any("unnamed" in view.classes[i] for i in range(max(0, first - _INSIDE), first)):
            return ()
        end = view.places[number].last
        for i in range(end, min(end + _INSIDE, last)):
            if is_word(view, i, "including"):
                ahead = range(i + 1, min(i + _INSIDE, last))
                named = next((view.place_at[k] for k in ahead if view.place_at[k] >= 0), None)
                return () if named is None else tuple(self._with_list(named))
            if view.hits[i] is not None or view.tokens[i].norm in BREAKS and view.tokens[i].norm not in COMMAS:
                break
        return ()

    def _with_list(self, number: int) -> tuple[int, ...]:
        return self.groups.get(number, (number,))

    def _follows(self, verb: int, holder: int) -> bool:
        """Whether a side stands right behind a word of holding: no mark, preposition or deed between, or on it."""
        view, mention = self.view, self.view.actors[holder]
        return mention.start == view.tokens[mention.first].start and not any(
            "preposition" in view.classes[i] or view.tokens[i].norm in BREAKS or view.hits[i] is not None
            for i in range(verb + 1, mention.first)
        )

    def _governed(self, on: int, last: int) -> tuple[int, ...]:
        """The first place behind "on", and those that the words after it add to it."""
        view = self.view
        number = next((view.place_at[i] for i in range(on, min(on + _REACH, last)) if view.place_at[i] >= 0), None)
        if number is None or self._is_inside_another(on, view.places[number].first):
            return ()
        named = self._included(number, last)
        if named:
            return named
        found = list(self._with_list(number))
        while (more := self._added(max(found), last)) is not None:
            found += [i for i in self._with_list(more) if i not in found]
        # "the capital, and wide areas of the country" says of the country that the capital is held
        return tuple(i for i in found if view.places[i].kind != _COUNTRY) or tuple(found)

    def _is_inside_another(self, on: int, first: int) -> bool:
        """Whether what is held is no place, and the place only says where it is ("holds power in X")."""
        view = self.view
        word = look_up(view.tokens[on + 1].norm)
        named = word is not None and (word.kind is not None or not _GRADING.isdisjoint(word.classes))
        return first > on + 1 and "within" in view.classes[first - 1] and not named and (
            view.tokens[on + 1].kind == "word" and "unnamed" not in view.classes[on + 1])

    def _added(self, number: int, last: int) -> int | None:
        """The place that goes on a list of what is held, with its share or its kind between."""
        view, opens = self.view, False
        end = view.places[number].last
        for i in range(end, min(end + _MORE, last)):
            token, place = view.tokens[i], view.place_at[i]
            opens = opens or "besides" in view.classes[i] or token.norm[0] in CONJUNCTIONS[0]
            if place > number:
                return place if opens else None
            word = look_up(token.norm) if token.kind == "word" else None
            if not (
                token.kind == "number"
                or token.kind == "mark" and (token.norm in COMMAS or token.norm not in BREAKS)
                or not _BETWEEN.isdisjoint(view.classes[i]) or is_word(view, i, "also")
                or word is not None and (word.kind is not None or not _GRADING.isdisjoint(word.classes))
            ):
                return None
        return None

    def _holder(self, low: int, high: int, step: int = 1) -> int | None:
        """The first mention of a side that bears arms in a range of tokens, looked for from one end."""
        view = self.view
        for at in range(low, high) if step > 0 else range(high - 1, low - 1, -1):
            number = view.actor_at[at]
            if number >= 0 and self._bears_arms(number):
                return number
        return None

    def _bears_arms(self, number: int) -> bool:
        """Whether a mention is of a side that bears arms, and no mere adjective of nationality."""
        return side_kind(self.view.sides[number].id) in _BEARS_ARMS and self.view.actors[number].rule != "nationality"

    def _is_place(self, number: int) -> bool:
        """Whether a mention is sure to be a place, and not a government named by its city."""
        place = self.view.places[number]
        if place.score >= _SURE:
            return True
        before = look_up(self.view.tokens[place.first - 1].norm) if place.first else None
        return before is not None and (before.kind is not None or not _LOCATING.isdisjoint(before.classes))


def _ends_in_pronoun(view: View, at: int) -> bool:
    hit = view.hits[at]
    return hit is not None and hit.pronoun
