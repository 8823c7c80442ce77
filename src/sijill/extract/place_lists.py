"""Places in one coordination, and the larger place that the words after a name put it into."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents import Document, Token
from sijill.extract.place_drafts import Draft
from sijill.extract.place_names import is_quote
from sijill.extract.place_words import AND, IN, OF, look_up

_GAP_CLASSES = frozenset({"in", "link", "direction", "direction_adj", "adj", "nation"})
_WIDEST_GAP = 5


def place_lists(document: Document) -> tuple[tuple[int, ...], ...]:
    """Indexes of the place mentions that stand in one coordination, each list with two members or more."""
    assert document.tokens is not None and document.places is not None
    groups: list[list[int]] = []
    for index, place in enumerate(document.places):
        before = document.places[index - 1] if index else None
        if before is not None and (
            # "the two towns" is one span with a mention for each
            (before.start, before.end) == (place.start, place.end)
            or joined(document.tokens, before.first, before.last, place.first)
        ):
            groups[-1].append(index)
        else:
            groups.append([index])
    return tuple(tuple(g) for g in groups if len(g) > 1)


def joined(tokens: Sequence[Token], begin: int, end: int, first: int) -> bool:
    """Whether the place that begins at token `first` is coordinated with the one from `begin` to `end`."""
    if not 0 <= first - end <= _WIDEST_GAP:
        return False
    opens = False
    for token in tokens[end : first + 1]:
        if token.kind == "mark":
            if token.norm in "،,":
                opens = True
            elif not is_quote(token):
                return False
        elif token.norm[0] in AND[0]:
            opens = True
            if token is not tokens[first] and len(token.norm) > 1:
                word = look_up(token.norm)
                if token.norm[1:] in _before(tokens, begin):
                    continue
                if word is None or not (word.kind or "extent" in word.classes or "direction" in word.classes):
                    return False
        elif token is not tokens[first]:
            word = look_up(token.norm)
            if (
                word is None
                or not opens
                or not (
                    word.kind
                    or "extent" in word.classes
                    or "direction" in word.classes
                    or "link" in word.classes
                    or "part_adj" in word.classes
                )
            ):
                return False
    return opens


def _before(tokens: Sequence[Token], begin: int) -> tuple[str, ...]:
    """The words before a place: its extent, kind and preposition, which "and" may repeat ("on X and on Y")."""
    return tuple(t.norm for t in tokens[max(0, begin - 3) : begin] if t.kind == "word" and len(t.norm) > 1)


def containing(tokens: Sequence[Token], drafts: Sequence[Draft]) -> None:
    """Set `within` of each mention: from the words after it, the table, or an earlier sentence."""
    latest: str | None = None
    after: str | None = None
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if following is None:
            after = None
        elif joined(tokens, draft.first, draft.last, following.first):
            after = following.within
        else:
            after = following.name if _leads_into(tokens, draft.last, following.first) else None
        draft.within = after if after != draft.name else None
    for draft in drafts:
        if draft.within is None and draft.known is not None:
            draft.within = draft.known.within
        elif draft.within is None and draft.rule not in ("table", "learned") and latest != draft.name:
            draft.within = latest
        if draft.kind in ("city", "province", "region") and not draft.rule.startswith("anaphor"):
            latest = draft.name


def _leads_into(tokens: Sequence[Token], end: int, first: int) -> bool:
    if not 0 <= first - end <= _WIDEST_GAP:
        return False
    opens = False
    for token in tokens[end : first + 1]:
        if is_quote(token):
            continue
        if token.kind != "word":
            return False
        word = look_up(token.norm)
        if token is tokens[first]:
            return opens or token.norm[0] == IN
        if word is None:
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
