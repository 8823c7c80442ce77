"""Frozen records."""

import copy
import dataclasses
import pickle

import pytest

from sijill.documents import PlaceArgument, Token


def test_a_record_cannot_be_changed() -> None:
    """Setting a field of a record is refused, as of any frozen data class."""
    token = Token(0, 2, "a", "b", "word")
    with pytest.raises(dataclasses.FrozenInstanceError):
        token.start = 1  # type: ignore[misc]


def test_a_record_is_a_data_class_like_any_other() -> None:
    """Records compare, hash, print, replace, pickle and take their defaults and keywords as data classes do."""
    place = PlaceArgument(0, 2, "a", extent="whole", within=None, rule="r")
    assert place.score == 1.0
    assert place.grounding is None
    assert place == PlaceArgument(0, 2, "a", "whole", None, "r", 1.0, None)
    assert len({place, copy.copy(place), pickle.loads(pickle.dumps(place))}) == 1
    assert dataclasses.replace(place, end=3).end == 3
    assert repr(Token(0, 2, "a", "b", "word")) == "Token(start=0, end=2, norm='a', key='b', kind='word')"
