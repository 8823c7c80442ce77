"""The parts that a toll is read from: counted people, the word that tells what befell them, what waits between."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

Whose = tuple[str | None, int | None]
"""Whose people were counted, and the raw offset of the mention that names them; None where none is or does."""
NOBODYS: Final[Whose] = (None, None)


@dataclass(slots=True)
class Item:
    """A counted noun phrase: its tokens, bounds, the kind that its noun tells, and its class of noun."""

    first: int
    last: int
    start: int
    low: int | None
    high: int | None
    kind: str | None
    noun: str
    joined: bool
    counted: bool
    single: bool = False
    whose: Whose = NOBODYS
    unsaid: bool = False


@dataclass(slots=True)
class Head:
    """A word that tells a killing, wounding, capture... and how far it looks for its victims."""

    at: int
    kind: str
    start: int
    reach: int
    single: bool
    plural: bool = False


@dataclass(slots=True)
class State:
    """What waits while a sentence is read: open heads, counts without one, the last count."""

    heads: list[Head] = field(default_factory=list)
    floating: list[Item] = field(default_factory=list)
    last: Item | None = None
    last_head: Head | None = None
    subset: bool = False
    saved: int | None = None
    whose: Whose = NOBODYS
    unsaid: bool = False
