"""Place mentions: known names, names that a kind word or a direction announces, lists and anaphors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import key, readings
from sijill.documents import ActorMention, Document, Token
from sijill.extract.places.anaphors import resolve
from sijill.extract.places.context import is_led
from sijill.extract.places.drafts import Draft
from sijill.extract.places.kinds import KindReader
from sijill.extract.places.lists import containing
from sijill.extract.places.names import is_quote
from sijill.extract.places.outlets import is_outlet
from sijill.extract.places.surnames import no_persons
from sijill.extract.places.within_names import begins_longer, sides_outside
from sijill.extract.reference.setting import setting_of
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.gazetteer import gazetteer
from sijill.extract.tables.lexicon import VIOLENT, event_types, lexicon
from sijill.extract.tables.place_words import BORDER, OF, PlaceWord, look_up
from sijill.extract.tables.registry import registry
from sijill.extract.times.datelines import ends_heading, heads_report
from sijill.replacing import replace

REQUIRES: Final = ("tokens", "sentences", "actors")
ASSIGNS: Final = ("actors", "places")

# how sure a name is a place that also stands for a side ("Damascus said")
_DOUBT: Final = 0.3
_REACH: Final = 3
_FORCE: Final = frozenset((*VIOLENT, "Riots"))
_DOUBTED: Final = frozenset({"table", "list"})
_REGION: Final = "region"
_SHIP: Final = "ship"
_LONGEST_NAME: Final = 30  # words that the name of a side has at most
# what a word inside a name may be, and no word of place is
_IN_NAMES: Final = frozenset({"common", "head", "name_adj", "facility_head"})
# the facilities that sides have
_HELD: Final = frozenset({"base", "building", "checkpoint", "site"})
_UNTABLED: Final = frozenset({"kind", "announced", "learned", "definite"})


def find_places(document: Document) -> Document:
    """Lay the layer of place mentions over a document, and take from its sides the words that are part of a place."""
    assert document.tokens is not None and document.sentences is not None
    reader = _Reader(document.text, document.tokens, gazetteer())
    if document.actors:
        reader.home = frozenset(setting_of(document).main)
    for sentence in document.sentences:
        reader.read(sentence.first, sentence.last)
    drafts = [d for d in reader.found
              if not is_outlet(document.tokens, d) and not _names_ship(document.tokens, d)
              and not _backs(document.tokens, d) and not ends_heading(document.text, d.start, d.end)]
    drafts += reader.learned([(s.first, s.last) for s in document.sentences])
    drafts.sort(key=lambda d: (d.start, d.end))
    drafts = no_persons(document.tokens, gazetteer(), _no_parts_of_sides(document, drafts))
    drafts = resolve(document.text, document.tokens, document.sentences, drafts, _within_sides(document, drafts))
    headings = {d.start for d in drafts if heads_report(document.text, d.start, d.end)}
    containing(document.tokens, drafts, headings)
    of_sides = {at: side for side in document.actors or () for at in range(side.first, side.last)}
    for draft in drafts:
        side = of_sides.get(draft.first) if draft.rule in _DOUBTED and draft.kind != BORDER else None
        doubted = side is not None and not begins_longer(side, draft)
        if doubted and not is_led(document.tokens, draft) or _ends_name(document.tokens, draft):
            draft.score = min(draft.score, _DOUBT)
    actors = None if document.actors is None else sides_outside(document.tokens, document.actors, drafts)
    return replace(document, actors=actors, places=tuple(d.done() for d in drafts))


def _ends_name(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether a place is the end of a quoted name of something else ("operation 'Shield of X'")."""
    if draft.rule != "table" or draft.start > tokens[draft.first].start or not draft.first:
        return False
    behind = tokens[draft.last : draft.last + 2]
    closed = behind and (is_quote(behind[0]) or behind[-1].kind == "mark" and is_quote(behind[-1]))
    before = tokens[draft.first - 1]
    word = look_up(before.norm)
    if not closed or before.kind != "word" or lexicon().hit(before.norm) is not None or (
            word is not None and (word.kind is not None or not word.classes.keys() <= _IN_NAMES)):
        return False
    return any(is_quote(token) for token in tokens[max(0, draft.first - _REACH) : draft.first - 1])


def _names_ship(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether a quoted place is what a ship is called: "the boat 'X'"."""
    if draft.first < 2 or draft.last >= len(tokens) or _SHIP not in deed_words().of(tokens[draft.first - 2].key):
        return False
    return is_quote(tokens[draft.first - 1]) and is_quote(tokens[draft.last])


def _backs(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether a place is the land that backs a side ("backed by X"): in 0 of 70 of the gold an event is there."""
    at = draft.first - 1
    while at > 0 and registry().is_link("by", tokens[at].key):
        at -= 1
    return 0 <= at < draft.first - 1 and registry().is_link("backed", tokens[at].key)


def _no_parts_of_sides(document: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of no table that are words of a side's name ("the Front of X", "the X Brigade").

    Nor known ones that a side only begins with ("the Herak of the south" and the town of Herak: in 0 of the gold an
    event is there), regions of many countries in its name ("Al Qaeda in the Arabian Peninsula"), nor the capital that
    a side is of ("the forces of the government of Damascus"), nor a town abroad that it is called after.
    Several camps of one side have no name ("the camps of the Taliban").
    """
    sides = [(a.first, a.last, a.kind == "name") for a in document.actors or ()]
    firsts = [first for first, _, _ in sides]
    parts = {
        (d.first, d.last)
        for d in drafts
        if d.rule in _UNTABLED
        for first, last, name in sides[bisect_left(firsts, d.first - _LONGEST_NAME) : bisect_right(firsts, d.head)]
        if not (d.rule == "definite" and _is_reached(document.tokens or (), d.first))
        and (name or d.kind == "front" or d.rule == "announced") and d.last <= last
        and first <= (d.first if d.known is None else d.head)
    }
    parts.update((d.first, d.last) for d in drafts if d.rule in _DOUBTED
                 for first, last, _ in sides if d.last <= last and (
                     d.first == first and d.last < last or first < d.first and (_of_many(d) or _rules(document, d))))
    ends = {a.last: a for a in document.actors or () if a.kind == "name"}
    parts.update((d.first, d.last) for d in drafts if d.last in ends and _is_abroad(d, ends[d.last])
                 and not _is_in(document, d))
    owners = {(a.first - 1, a.last) for a in document.actors or () if _is_owner(document, a)}
    spans = {(first, last) for first, last, _ in sides}
    reviled = {(a.first, a.last) for a in document.actors or () if a.kind == "loaded"}  # "villages of the rebels"
    return [d for d in drafts if (d.first, d.last) not in parts
            and not (d.rule == "kind" and d.known is None and (
                (d.first, d.last) in owners | reviled
                or d.kind in _HELD and d.head < d.first and (d.head, d.last) in spans))]


def _is_in(document: Document, draft: Draft) -> bool:
    """Whether "in" stands before a place."""
    assert document.tokens is not None
    word = look_up(document.tokens[draft.first - 1].norm) if draft.first else None
    return word is not None and "in" in word.classes


def _is_abroad(draft: Draft, side: ActorMention) -> bool:
    """Whether a side's name ends on a town of a land where it is not at home: "the Corps of X"."""
    actor, known = registry().actors.get(side.ids[0]), draft.known
    return (actor is not None and bool(actor.countries) and side.first < draft.first and draft.rule == "table"
            and known is not None and known.kind != "country" and known.country is not None
            and known.country not in actor.countries)


def _of_many(draft: Draft) -> bool:
    """Whether a place is a region of no one country."""
    return draft.kind == _REGION and draft.known is not None and not draft.known.country


def _rules(document: Document, draft: Draft) -> bool:
    """Whether a capital stands right behind a word for those who rule or fight from it."""
    assert document.tokens is not None
    known, before = registry(), document.tokens[draft.first - 1].norm
    return document.tokens[draft.first].key in known.capitals and any(
        known.is_link("ruled_from", key(r.base)) for r in readings(before))


def _is_owner(document: Document, side: ActorMention) -> bool:
    """Whether a side stands behind "of": "a camp of the Taliban" has no name."""
    assert document.tokens is not None
    token = document.tokens[side.first]
    return side.start > token.start and token.norm[0] == OF


def _is_reached(tokens: Sequence[Token], first: int) -> bool:
    """Whether what is also a side is told as where something happens: "before the embassy", "stormed the embassy"."""
    for token in tokens[max(0, first - _REACH) : first]:
        word = look_up(token.norm) if token.kind == "word" else None
        if token.kind != "word":
            return False
        if word is not None and not {"extent", "direction", "before"}.isdisjoint(word.classes):
            return True
        hit = lexicon().hit(token.norm)
        if hit is not None and any(event_types()[t] in _FORCE for lemma in hit.lemmas for t in lemma.types):
            return True
    return False


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


class _Reader(KindReader):
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
            behind, before, after = before if at > floor else None, word, None
            if word is not None and "site" in word.classes:
                after = self._site(at, last, floor, word)
            if word is not None and "border" in word.classes:
                after = self._border(at, last, floor, word)
            if word is not None and "direction" in word.classes:
                after = self._first_of_two(at, last, floor, word)
            if after is None and word is not None and word.kind is not None:
                after = self._kind_phrase(at, last, floor, word, word.kind)
            if after is None:
                match = names.at(tokens, at, last)
                if match is not None:
                    after = self._table(match, last, floor, word)
            if after is None and behind is not None and behind.announces:
                after = self._announced(at, last, floor, behind)
            if after is None:
                at += 1
            else:
                at = floor = after
