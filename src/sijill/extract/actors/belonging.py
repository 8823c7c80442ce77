"""Belonging: mentions without a name whose side the words behind them name ("gunmen of a movement called X", "sites and
gatherings of X", "the spokesman of X", "dozens of fighters of X")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS
from sijill.arabic.inflection import HAMZAS
from sijill.arabic.tokens import COMMAS
from sijill.documents import ActorMention, Document, Token
from sijill.extract.actors.mention_heads import head_forms, irregulars
from sijill.extract.actors.sides import UNNAMED
from sijill.extract.tables.registry import ARTICLE, Registry, registry

_UNNAMED: Final = ("HEAD:force", "HEAD:irregular", "HEAD:fighter", "UNIDENTIFIED")
_HEAD: Final = "HEAD:"
_OFFICIAL: Final = "HEAD:gov"
_CIVILIANS: Final = "CIVILIANS"
_CIVIL: Final = "CIV"
_OWNER, _MEMBER = "owner", "member"
_LINKS: Final = ("tied", "called")
_SPEAKS_FOR: Final = ("speaks_for",)
_PART_OF: Final = ("part_of",)
_NAMED: Final = ("name", "composed")
_PASSED: Final = ("on_the_way", "new_head", "military", "official")
_WIDEST: Final = 9
_PERSONS, _BY = "persons", "by"
_MAYBE: Final = ("hedge", "suspected")
_TOLD_OF: Final = (*_MAYBE, *_PART_OF, *_PASSED, _BY)
_NO_OWNERS: Final = ("people", "country")
_HEADS_OF_MEN: Final = ("HEAD:irregular", "HEAD:fighter")
_TRIBE: Final = "identity_militia"
_LIGHT: Final = COMMAS | {'"'}


def groups_named_after(document: Document) -> dict[int, int]:
    """For each mention without a name the mention that names its group, both by their place in the layer."""
    assert document.actors is not None and document.tokens is not None and document.sentences is not None
    known, actors = registry(), document.actors
    out: dict[int, int] = {}
    for at in range(len(actors) - 2, -1, -1):
        mention, after = actors[at], actors[at + 1]
        named = out.get(at + 1, at + 1)
        if _share_an_owner(document, mention, after):
            out[at] = named
            continue
        if _names_in_brackets(document, mention, after):
            out[at] = named
            continue
        links = _SPEAKS_FOR if mention.ids[0] == _OFFICIAL else _LINKS if mention.ids[0].startswith(_UNNAMED) else ()
        if mention.ids[0] == _CIVILIANS and known.armed_group(actors[named].ids[0]):
            links = _PART_OF  # "five men who belong to X" are X's
        if _are_men_of(document, mention, after, actors[named]):
            out[at] = named
            continue
        if not links or after.first - mention.last > _WIDEST:
            continue
        if not actors[named].ids[0].startswith(_UNNAMED) and actors[named].kind != "people" and _belongs(
                known, document.tokens[mention.last : after.first], links):
            out[at] = named
    return out


def _are_men_of(document: Document, mention: ActorMention, after: ActorMention, named: ActorMention) -> bool:
    """Whether persons are told by whose they are right behind, or may be ("dozens of X's gunmen", "who may be of X").

    So in 77 of 78 in the gold. A tribe's people are people; of "the two sides", and of men whose owner nobody names,
    it does not say whose.
    """
    assert document.tokens is not None
    known, tokens, side = registry(), document.tokens[mention.last : named.first], named.ids[0]
    first = document.tokens[mention.first]
    unnamed = mention.ids[0].startswith((_CIVIL, *_UNNAMED)) and known.is_link(_PERSONS, head_forms(first.norm)[1])
    if not unnamed or named.kind in _NO_OWNERS or known.unarmed(side) or side.startswith(_HEADS_OF_MEN):
        return False
    # "the movement" may be one of many
    if side in known.actors and all(known.actors[one].kind == _TRIBE for one in named.ids if one in known.actors):
        return False
    if after.first - (document.tokens[after.first - 1].norm == '"') == mention.last + 1:
        told = mention.ids[0].startswith(_CIVIL) or not _has_article(document, first)
        return told and known.is_link(_BY, tokens[0].key)
    if not 0 < len(tokens) <= _WIDEST or not (known.armed_group(side) or side in UNNAMED or side in irregulars()):
        return False
    return may_be_of(tokens, _MAYBE)


def may_be_of(between: Sequence[Token], links: Sequence[str] = (*_MAYBE, *_PART_OF)) -> bool:
    """Whether all words between people and a side, one of these links, say that they are of it, or may be."""
    known = registry()
    words = [token for token in between if token.norm not in _LIGHT]
    return any(known.is_link(group, word.key) for word in words for group in links) and all(
        any(known.is_link(group, word.key) for group in _TOLD_OF) for word in words)


def owners_beside_names(document: Document) -> frozenset[int]:
    """The mentions that say only whose a named side before them is ("the X Division, which is part of Y")."""
    assert document.actors is not None and document.tokens is not None
    known, actors = registry(), document.actors
    return frozenset([
        at for at, (mention, after) in enumerate(zip(actors, actors[1:], strict=False), start=1)
        if mention.kind in _NAMED and not mention.ids[0].startswith(_UNNAMED) and after.first - mention.last <= _WIDEST
        and _belongs(known, document.tokens[mention.last : after.first], _PART_OF)])


def _share_an_owner(document: Document, mention: ActorMention, after: ActorMention) -> bool:
    """Whether two words in a row, the first without an article, are of one owner ("officers and men of the army")."""
    assert document.tokens is not None
    first, second = document.tokens[mention.first], document.tokens[after.first]
    return (mention.ids[0].startswith(_HEAD) and mention.last == mention.first + 1 == after.first
            and second.norm[0] in CONJUNCTIONS and after.start > second.start and (
                _OWNER in after.rule or after.kind == _MEMBER and after.last > after.first + 1)
            and not _has_article(document, first) and not after.ids[0].startswith(_HEAD))


def _names_in_brackets(document: Document, mention: ActorMention, after: ActorMention) -> bool:
    """Whether a mention without a name has its name, and nothing else, in brackets behind it ("the group (X)")."""
    assert document.tokens is not None
    tokens = document.tokens
    unnamed = mention.kind == "anaphor" or mention.ids[0].startswith(_UNNAMED)
    # a head without an article may be the first word of a name that brackets cut ("Partisans of (X) in P")
    return (unnamed and document.text.startswith(ARTICLE, mention.start) and after.kind in _NAMED
            and not after.ids[0].startswith(_UNNAMED)
            and after.first == mention.last + 1 and tokens[mention.last].norm == "("
            and after.last < len(tokens) and tokens[after.last].norm == ")")


def _has_article(document: Document, token: Token) -> bool:
    # folded, a word that begins with alif and hamza and lam looks as if it had one
    return token.norm.startswith(ARTICLE) and document.text[token.start] not in HAMZAS


def _belongs(known: Registry, between: Sequence[Token], links: Sequence[str]) -> bool:
    """Whether nothing stands between two mentions but words, one of these links, that say that one is of the other."""
    linked = False
    for token in between:
        if token.norm == '"':
            continue
        if token.kind != "word":
            return False
        if any(known.is_link(group, token.key) for group in links):
            linked = True
        elif not any(known.is_link(group, token.key) for group in _PASSED):
            return False
    return linked
