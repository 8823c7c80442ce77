"""Names that an officer bears behind his rank and that elsewhere name a side: a leader's name, a nationality."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import readings
from sijill.arabic.tokens import COMMAS
from sijill.documents import Token
from sijill.extract.tables.registry import ARTICLE, Registry

_RANK: Final = "rank"
_OF_RANK: Final = "of_rank"
# tokens from a rank to the first name behind it
_REACH: Final = 3


def namesakes(known: Registry, tokens: Sequence[Token]) -> frozenset[int]:
    """Where a name is an officer's that is a nationality too, or a leader's last name, or a head of state's.

    "Colonel A B" is no B; nor is "B" behind it, unless the text has B with his own first name.
    """
    ranks = [at for at, token in enumerate(tokens) if known.is_link(_RANK, token.key)]
    officers = [at for rank in ranks if (at := _first_name(known, tokens, rank)) is not None]
    names = [at for at in officers if known.nationality(tokens, at, at + 1) is not None]
    names += _surnames(known, tokens, officers)
    names += _heads_of_state(known, tokens, ranks)
    others = {at + 1 for at in officers if _is_last_name(known, tokens, at + 1)}
    if not others:
        return frozenset(names)
    first: dict[str, int] = {}
    for at in sorted(others):
        first.setdefault(tokens[at].key, at)
    led = {one: _leads(known, tokens, at) for one, at in first.items()}
    told = {sense for at in range(len(tokens)) if _longer(known, tokens, at) for sense in _leads(known, tokens, at)}
    for at in range(min(others) + 1, len(tokens)):
        mine = _leads(known, tokens, at)
        if mine and mine.isdisjoint(told) and any(mine == led[one] and at > first[one] for one in first):
            others.add(at)
    return frozenset(others).union(names)


def _surnames(known: Registry, tokens: Sequence[Token], officers: Sequence[int]) -> list[int]:
    """Where a definite nationality ends an officer's name ("Colonel A al-X"), and where it stands alone behind that."""
    out: list[int] = []
    for first in officers:
        at = next((i for i in range(first + 1, min(first + _REACH, len(tokens)))
                   if tokens[i].norm.startswith(ARTICLE) or tokens[i].kind != "word"), None)
        if at is None or tokens[at].kind != "word" or known.nationality(tokens, at, at + 1) is None:
            continue
        # behind a definite noun the same word is its adjective
        out += [at, *(i for i in range(at + 1, len(tokens)) if tokens[i].norm == tokens[at].norm
                      and tokens[i - 1].kind == "word" and not tokens[i - 1].norm.startswith(ARTICLE))]
    return out


def _heads_of_state(known: Registry, tokens: Sequence[Token], ranks: Sequence[int]) -> list[int]:
    """Where the one name of who governs a state stands behind a rank below his: it is another man's first name."""
    out: list[int] = []
    for at in (rank + 1 for rank in ranks if rank + 1 < len(tokens)):
        found = known.leader_at(tokens, at, len(tokens), None)
        if found is not None and found[0] == at + 1 and all(known.ruling(sense.actor) for sense in found[3]):
            out.append(at)
    return out


def _first_name(known: Registry, tokens: Sequence[Token], rank: int) -> int | None:
    """Where the first name stands behind a rank, if that is not the last word of its clause."""
    at = rank + 1
    while at < min(rank + _REACH, len(tokens)) and (
            known.is_link(_OF_RANK, tokens[at].key) or tokens[at].norm in COMMAS):
        at += 1
    if at + 1 >= len(tokens) or any(token.kind != "word" for token in tokens[at:at + 2]) or (
            tokens[at].norm.startswith(ARTICLE) or not tokens[rank].norm.startswith(ARTICLE)):
        return None
    # "a general in the army" has a particle and the article of what he serves
    served = any(reading.particles and reading.base.startswith(ARTICLE) for reading in readings(tokens[at].norm))
    return None if served or known.is_link(_OF_RANK, tokens[at].key) or _leads(known, tokens, at) else at


def _is_last_name(known: Registry, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that nothing is joined to is the name of a leader by itself."""
    found = known.leader_at(tokens, at, len(tokens), None)
    return found is not None and found[:2] == (at + 1, 0)


def _leads(known: Registry, tokens: Sequence[Token], at: int) -> frozenset[str]:
    """The sides that a leader's name at a token stands for."""
    found = known.leader_at(tokens, at, len(tokens), None)
    return frozenset() if found is None else frozenset([sense.actor for sense in found[3]])


def _longer(known: Registry, tokens: Sequence[Token], at: int) -> bool:
    """Whether a leader's name of several words begins at a token."""
    found = known.leader_at(tokens, at, len(tokens), None)
    return found is not None and found[0] > at + 1
