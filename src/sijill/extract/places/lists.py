"""Places in one coordination, and the larger place that the words after a name put it into."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from sijill.arabic.folding import fold_word
from sijill.arabic.tokens import CLOSED, OPENED
from sijill.documents import Document, PlaceMention, Token
from sijill.extract.places.drafts import Draft
from sijill.extract.places.names import ASIDE, is_quote
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.place_words import AND, BORDER, IN, OF, PlaceWord, has_class, is_definite, look_up

_GAP_CLASSES: Final = frozenset({"in", "link", "direction", "direction_adj", "adj", "nation"})
_WIDEST_GAP: Final = 6
# a bracket, a number and its unit
_A_DISTANCE: Final = 3
_TO_PREPOSITION: Final = 12
# from "capital" to what it is the capital of, the word for its kind at most between
_TO_SEATED: Final = 2
# in what of these a place lies that is told as near it; None is a name that nothing knows
_HOLDERS: Final = frozenset({"country", "region", "governorate", "district", "subdistrict", "city", "town", "area",
                                None})
# in which of these a facility without a name of its own lies: a city, where none is told of a province
_CITIES: Final = frozenset({"city", "town"})
_PROVINCES: Final = frozenset({"governorate", "province"})
# what the table puts into a governorate, which is often called as its own city
_SETTLED: Final = frozenset({*_CITIES, "village", "district", "subdistrict"})
_GENERIC: Final = frozenset({"facility", "prison"})
# what may follow a name before "and": "the northern", "the neighbouring"
_AFTER_NAMES: Final = frozenset({"direction_adj", "adj", "name_adj", "part_adj", "nation"})
# what "and" may be attached to before a name
_OPENING: Final = frozenset({"extent", "direction", "capital"})
# what may stand between "and" and a name
_LEADING: Final = frozenset({"extent", "direction", "direction_adj", "link", "part_adj"})


def place_lists(document: Document) -> tuple[tuple[int, ...], ...]:
    """Indexes of the place mentions that stand in one coordination, each list with two members or more."""
    assert document.tokens is not None and document.places is not None
    places = document.places
    groups: list[list[int]] = []
    group_of: dict[int, list[int]] = {}
    for index in range(len(places)):
        partner = _partner(document.tokens, places, index)
        if partner is None:
            groups.append([])
        group_of[index] = groups[-1] if partner is None else group_of[partner]
        group_of[index].append(index)
    return tuple(tuple(g) for g in groups if len(g) > 1)


def _partner(tokens: Sequence[Token], places: Sequence[PlaceMention], index: int) -> int | None:
    """The mention before this one with which it is coordinated; None where there is none."""
    if not index:
        return None
    place, before = places[index], places[index - 1]
    # "the two towns" is one span with a mention for each
    if (before.start, before.end) == (place.start, place.end):
        return index - 1
    # "the city and port of X": both end with the name
    if before.last == place.last:
        return index - 1
    if not _joined(tokens, before, place):
        return None
    held = index - 1
    while held and _holds(tokens, places[held - 1].last, places[held].first):
        held -= 1
    if held < index - 1 and _passes_over(tokens, places, index):
        return held
    return None if (before.kind == "country") != (place.kind == "country") else index - 1


def _holds(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Whether the place that begins at `first` holds the one that ends at `end`, or is its other name in brackets."""
    if tokens[end].norm == OPENED:
        return first <= end + ASIDE and all(t.kind in ("word", "number") for t in tokens[end + 1 : first])
    seat = look_up(tokens[end].norm)
    if seat is not None and "capital" in seat.classes and not seat.particles and end < first <= end + _TO_SEATED:
        return True  # "X, the capital of A"
    return leads_into(tokens, end, first)


def _passes_over(tokens: Sequence[Token], places: Sequence[PlaceMention], index: int) -> bool:
    """Whether "and Y" after "X in A" goes on with X: it has a head of its own unlike that of A, or lies in a B."""
    place, holder = places[index], places[index - 1]
    before = tokens[holder.first - 1]
    aside = any(t.norm == OPENED for t in tokens[max(0, holder.first - ASIDE) : holder.first])
    if place.extent != holder.extent or aside and tokens[holder.last].norm == CLOSED:
        return True
    if any(has_class(t.norm, "besides") for t in tokens[holder.last : place.first]):
        return True
    if has_class(before.norm, "direction") and _has_extent(tokens, holder.last, place):
        # "X south of A, and around Y"
        return True
    following = places[index + 1] if index + 1 < len(places) else None
    if following is not None and leads_into(tokens, place.last, following.first):
        return True
    return place.kind != holder.kind and _has_head(tokens, holder.last, place)


def _has_extent(tokens: Sequence[Token], end: int, place: PlaceMention) -> bool:
    """Whether an extent stands between "and" and the name."""
    return any(has_class(t.norm, "extent") for t in tokens[end : place.first])


def _has_head(tokens: Sequence[Token], end: int, place: PlaceMention) -> bool:
    """Whether a word of kind stands between "and" and the name, or begins the name."""
    words = (look_up(t.norm) for t in tokens[end : place.first + 1] if t.kind == "word")
    return any(word is not None and word.kind is not None for word in words)


def _joined(tokens: Sequence[Token], before: Draft | PlaceMention, place: Draft | PlaceMention) -> bool:
    return joined(
        tokens, before.first, before.last, place.first, place.start > tokens[place.first].start
    ) and not _opens_clause(tokens, before.last, place)


def _opens_clause(tokens: Sequence[Token], end: int, place: Draft | PlaceMention) -> bool:
    """Whether ", and in Y" says where the next clause happens (a verb or trigger follows Y), not one more of a list."""
    gap = [t for t in tokens[end : place.first + 1] if not is_quote(t)]
    if len(gap) < 2 or gap[0].norm not in "،,":
        return False
    opener, word = gap[1], look_up(gap[1].norm)
    attached = opener is tokens[place.first] and opener.norm[:2] == AND[0] + IN and place.start > opener.start + 1
    if not attached and (word is None or not _begins_with_and(opener, word) or "in" not in word.classes):
        return False
    after = [t for t in tokens[place.last : place.last + 3] if not is_quote(t)]
    # "and in Y that led to" is a verb of the list's own head
    return _tells(after[0]) and not (after[1:] and _leads_to_result(after[1])) if after else False


def _leads_to_result(token: Token) -> bool:
    """Whether a word stands between a verb and what came of it ("led to", "resulted in")."""
    word = look_up(token.norm)
    return word is not None and "result" in word.classes


def _tells(token: Token) -> bool:
    """Whether a word without the article may be the verb or the trigger of a clause."""
    if token.kind != "word" or is_definite(token.norm):
        return False
    return has_class(token.norm, "verb") or lexicon().hit(token.norm) is not None


def joined(tokens: Sequence[Token], begin: int, end: int, first: int, attached: bool) -> bool:
    """Whether the place that begins at token `first` is coordinated with the one from `begin` to `end`.

    `attached` says that a particle is attached to its first word. What stands in brackets between them is an aside.
    """
    if end < first and tokens[end].norm == OPENED:
        end = next((at + 1 for at in range(end, first) if tokens[at].norm == CLOSED), end)
    if not 0 <= first - end <= _WIDEST_GAP:
        return False
    before = _before(tokens, begin)
    gap = tokens[end : first + 1]
    opens = anded = False
    for at, token in enumerate(gap):
        last = token is gap[-1]
        if token.kind == "mark":
            if token.norm in "،,":
                opens = True
            elif not is_quote(token):
                return False
            continue
        word = look_up(token.norm)
        if word is not None and "besides" in word.classes and not last:
            opens = anded = True
            continue
        if opens and at and _is_direction(word) and _is_direction(look_up(gap[at - 1].norm)):
            # "in the north and east of Y"
            continue
        if _begins_with_and(token, word) if not last else attached and token.norm[0] in AND[0]:
            opens = anded = True
            if last or len(token.norm) == 1 or token.norm[1:] in before or _leads_on(
                    tokens, begin, word):
                continue
            if word is None or not (word.kind or not _OPENING.isdisjoint(word.classes)):
                return False
        elif not opens:
            if not last and word is not None and "wholly" in word.classes:
                continue
            if word is not None and "of_it" in word.classes:
                # "X next to it, and Y"
                continue
            if last or word is None or not word.definite or _AFTER_NAMES.isdisjoint(word.classes):
                return False
        elif not last and (word is None or not word.kind and _LEADING.isdisjoint(word.classes)):
            return False
    return opens and (anded or not _put_into(gap, before, attached))


def _is_direction(word: PlaceWord | None) -> bool:
    """Whether a word tells on which side of a place something is."""
    return word is not None and not word.definite and "direction" in word.classes


def _leads_on(tokens: Sequence[Token], begin: int, word: PlaceWord | None) -> bool:
    """Whether "and" is attached to a preposition of the sort that led to the place at `begin`."""
    if word is None or word.particles not in AND or "goes_on" not in word.classes:
        return False
    before = (look_up(tokens[at].norm) for at in range(begin - 1, max(-1, begin - _TO_PREPOSITION - 1), -1))
    led = next((one for one in before if one is not None and "goes_on" in one.classes), None)
    return led is not None and led.classes["goes_on"] == word.classes["goes_on"]


def _begins_with_and(token: Token, word: PlaceWord | None) -> bool:
    return token.norm[0] in AND[0] and (word is None or word.particles.startswith(AND))


def _put_into(gap: Sequence[Token], before: Sequence[str], attached: bool) -> bool:
    """Whether the words after a comma say where the place before it lies ("X, in A"), and not another of a list."""
    leading = [t for t in gap[:-1] if t.kind == "word"]
    if attached or any(_contains(look_up(t.norm)) for t in leading):
        return not leading or any(t.norm not in before for t in leading)
    return False


def _contains(word: PlaceWord | None) -> bool:
    """Whether a word puts what stands before it into, or beside, the place after it."""
    if word is None:
        return False
    return (
        "link" in word.classes
        or word.particles == IN
        or not word.definite
        and ("direction" in word.classes or "seat" in word.classes)
        or word.classes.get("extent") == "around"
    )


def _before(tokens: Sequence[Token], begin: int) -> tuple[str, ...]:
    """The words before a place: its extent, kind and preposition, which "and" may repeat ("on X and on Y")."""
    return tuple(t.norm for t in tokens[max(0, begin - 3) : begin] if t.kind == "word" and len(t.norm) > 1)


def containing(tokens: Sequence[Token], drafts: Sequence[Draft], headings: Container[int] = ()) -> None:
    """Set `within` of each mention: from the words after it, the table, or an earlier sentence.

    The mentions that begin at these offsets head the report, and hold nothing that is told in it.
    """
    latest: str | None = None
    after: str | None = None
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if following is None:
            after = None
        elif _joined(tokens, draft, following):
            after = following.within
        elif not leads_into(tokens, draft.last, following.first):
            after = None
        elif following.kind == BORDER or following.extent == "around" and following.kind not in _HOLDERS:
            # what lies beside a border or a house lies not in it
            after = following.within
        else:
            after = following.name
        draft.within = after if after != draft.name else None
    told = _told_of(drafts)
    for index, draft in enumerate(drafts):
        if draft.within is None and draft.known is not None:
            elsewhere = told and _is_generic(draft) and draft.known.within not in told
            draft.within = _city_beside(drafts, index) if elsewhere else draft.known.within
        elif draft.within is None and draft.rule not in ("table", "learned") and latest != draft.name:
            draft.within = latest
        # no region of many countries holds what a text tells of: it is rather a paper ("the Middle East")
        holds_nothing = draft.start in headings or (
            draft.kind == "region" and draft.known is not None and draft.known.country is None)
        if draft.kind in ("city", "province", "region") and not holds_nothing and not draft.rule.startswith("anaphor"):
            latest = draft.name


def _is_generic(draft: Draft) -> bool:
    """Whether a known facility is called what any city's is: "the central prison", "the faculty of economics"."""
    known = draft.known
    if known is None or not known.ambiguous or known.kind not in _GENERIC:
        return False
    word = look_up(fold_word(known.name.split()[0]))
    return word is not None and word.kind is not None


def _told_of(drafts: Sequence[Draft]) -> frozenset[str]:
    """The places that a report names, and the cities of its quarters; no countries, nothing that is in every city."""
    told = set()
    for draft in drafts:
        if draft.kind != "country" and not draft.rule.startswith("anaphor") and not _is_generic(draft):
            told.add(draft.name)
            if draft.known is not None and draft.known.within and draft.known.kind not in _SETTLED:
                told.add(draft.known.within)
    return frozenset(told)


def _city_beside(drafts: Sequence[Draft], index: int) -> str | None:
    """The city that a report names last before a mention, or first behind it; where it names none, the province."""
    beside = [d for d in (*drafts[index::-1], *drafts[index:]) if not d.rule.startswith("anaphor")]
    return next((d.name for kinds in (_CITIES, _PROVINCES) for d in beside if d.kind in kinds), None)


def leads_into(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Whether the words from a place's end to the start of another put the first into the second, or beside it."""
    if not 0 <= first - end <= _WIDEST_GAP:
        return False
    opens = False
    if first - end >= _A_DISTANCE and tokens[end].norm == OPENED and tokens[end + 1].kind == "number":
        end += _A_DISTANCE  # "(50 km east of P"
    for token in tokens[end : first + 1]:
        if is_quote(token) or token.norm in "،," and not opens:
            continue
        if token.kind != "word":
            return False
        word = look_up(token.norm)
        if token is tokens[first]:
            return opens or token.norm[0] == IN
        if word is None or not opens and _begins_with_and(token, word):
            return False
        if not (word.kind or not _GAP_CLASSES.isdisjoint(word.classes) or word.classes.get("extent")):
            return False
        opens = (
            opens
            or "in" in word.classes
            or "direction" in word.classes
            or IN in word.particles
            or (word.classes.get("extent") == "around")
            or OF in word.particles
        )
    return False
