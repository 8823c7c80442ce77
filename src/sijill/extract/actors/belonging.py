"""Belonging: mentions without a name whose side the words behind them name ("gunmen of a movement called X", "sites and
gatherings of X", "the spokesman of X", "dozens of fighters of X")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, key, readings, without_article
from sijill.arabic.inflection import HAMZAS
from sijill.documents import ActorMention, Document, Token
from sijill.extract.actors.mention_heads import head_forms
from sijill.extract.tables.registry import ARTICLE, UNARMED, Registry, registry

_UNNAMED: Final = ("HEAD:force", "HEAD:irregular", "HEAD:fighter", "UNIDENTIFIED")
_HEAD: Final = "HEAD:"
_OFFICIAL: Final = "HEAD:gov"
_CIVILIANS: Final = "CIVILIANS"
_OWNER: Final = "owner"
_LINKS: Final = ("tied", "called")
_SPEAKS_FOR: Final = ("speaks_for",)
_PART_OF: Final = ("part_of",)
_NAMED: Final = ("name", "composed")
_PASSED: Final = ("on_the_way", "new_head", "military", "official")
_WIDEST: Final = 9
_FROM: Final = "من"
_BARE: Final = "head."
_COUNTED: Final = (_CIVILIANS, "CIV_OFFICIALS")
_NO_MEN: Final = ("people", "country")
_TRIBE: Final = "identity_militia"


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
        if _names_in_brackets(document, mention, after) or _counts_men(document, mention, after):
            out[at] = named
            continue
        links = _SPEAKS_FOR if mention.ids[0] == _OFFICIAL else _LINKS if mention.ids[0].startswith(_UNNAMED) else ()
        if mention.ids[0] == _CIVILIANS and known.armed_group(actors[named].ids[0]):
            links = _PART_OF  # "five men who belong to X" are X's
        if not links or after.first - mention.last > _WIDEST:
            continue
        if not actors[named].ids[0].startswith(_UNNAMED) and actors[named].kind != "people" and _belongs(
                known, document.tokens[mention.last : after.first], links):
            out[at] = named
    return out


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
            and second.norm[0] in CONJUNCTIONS and after.start > second.start and _OWNER in after.rule
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


def _counts_men(document: Document, mention: ActorMention, after: ActorMention) -> bool:
    """Whether a word only counts armed men behind "of", or tells them dead ("dozens of X's men", "two dead of X").

    So in 72 of 73 in the gold; not of a tribe, a state's people or both sides.
    """
    assert document.tokens is not None
    tokens, known = document.tokens, registry()
    if mention.ids[0] not in _COUNTED or mention.last != mention.first + 1 or mention.last >= len(tokens) or not any(
            known.is_link("counts_men", key(without_article(r.base))) for r in readings(tokens[mention.first].norm)):
        return False
    one = known.actors.get(after.ids[0])
    both = after.rule.startswith(_BARE) and known.is_link("soldiers_too", head_forms(tokens[after.first].norm)[1])
    begins = after.first - (tokens[after.first - 1].norm == '"')
    return (tokens[mention.last].norm == _FROM and begins == mention.last + 1
            and after.start == tokens[after.first].start and after.kind not in _NO_MEN
            and not both and (one is None or one.kind not in (*UNARMED, _TRIBE)))


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
