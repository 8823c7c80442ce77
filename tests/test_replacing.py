"""Data classes with other values in some fields."""

import dataclasses

import pytest

from sijill.documents import Document, PlaceArgument, Token
from sijill.replacing import replace


@dataclasses.dataclass
class _Open:
    name: str
    count: int | None = 1


def test_replace_makes_what_the_standard_one_makes() -> None:
    """One field or all may change, None among the new values, defaults and other fields stay, the old one is kept."""
    place = PlaceArgument(0, 2, "a", extent="whole", within="b", rule="r")
    every = {"start": 1, "end": 3, "name": "c", "extent": "part", "within": None, "rule": "q", "score": 0.5,
             "grounding": None}
    assert len(every) == len(dataclasses.fields(place))
    for changes in ({}, {"end": 3}, {"within": None}, every):
        assert replace(place, **changes) == dataclasses.replace(place, **changes)
    assert place == PlaceArgument(0, 2, "a", extent="whole", within="b", rule="r")
    assert replace(_Open("a"), count=None) == _Open("a", None)


def test_a_field_that_is_not_there_is_refused() -> None:
    """A misspelt field is a TypeError, as with the standard one."""
    with pytest.raises(TypeError):
        replace(Token(0, 2, "a", "b", "word"), begin=1)


def test_what_is_made_quickly_is_still_frozen_and_equal() -> None:
    """A token has its fields by place or name, is equal to another of the same, and none of them can be set anew."""
    token = Token(0, 3, "قصف", "قصف", "word")
    assert token == Token(start=0, end=3, norm="قصف", key="قصف", kind="word")
    assert hash(token) == hash(Token(0, 3, "قصف", "قصف", "word"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        token.end = 4  # type: ignore[misc]


def test_what_is_made_quickly_keeps_its_defaults() -> None:
    """A document of a text and an id alone has no layer; one without an id is an error."""
    assert Document("قصف", "one").tokens is None
    with pytest.raises(TypeError):
        Document("قصف")  # type: ignore[call-arg]
