"""Values that correct fields, and the words that are marked for them."""

import json

import pytest

from sijill.errors import InputError
from sijill.ledger import Words
from sijill.link.corrections import FIELDS, Correction, checked, parts, read_correction, with_words

DUMA = Words(17, 21, "دوما")


def test_a_value_keeps_the_words_that_were_marked_for_it() -> None:
    """Words are kept beside any value, a place with its point too, and come back as they were."""
    for value in ('"دوما"', "null", "[3, null]", '{"name": "دوما", "place_id": "p"}'):
        assert parts(with_words(value, DUMA)) == (json.loads(value), DUMA)
        assert parts(with_words(value, None)) == (json.loads(value), None)
    assert read_correction("place", with_words('"دوما"', DUMA)) == Correction("دوما", DUMA)
    assert read_correction("killed", "[3, 3]") == Correction((3, 3))


@pytest.mark.parametrize("words", ["7", "[]", '{"start": 1}', '{"start": "1", "end": 2, "text": "x"}',
                                   '{"start": true, "end": 2, "text": "x"}', '{"start": 1, "end": 2, "text": 3}'])
def test_words_that_cannot_be_are_told(words: str) -> None:
    """What says no offsets and no text is an error with what to give."""
    with pytest.raises(InputError) as caught:
        read_correction("place", f'{{"value": "دوما", "words": {words}}}')
    assert caught.value.next_step


@pytest.mark.parametrize(("name", "value"), [
    ("sub_event_type", '"Armed clash"'), ("factuality", '"denied"'), ("earliest", '"2018-03-14"'), ("latest", "null"),
    ("actor1", '["SDF"]'), ("actor2", "[]"), ("place", '"عفرين"'), ("killed", "[3, null]"), ("wounded", "[0, 0]"),
    ("weapon", '"هاون"'), ("weapon", "null"), ("attribution", '"monitor"'), ("attribution", "null"),
])
def test_a_field_takes_what_it_can_hold(name: str, value: str) -> None:
    """Values of the field's kind are taken."""
    checked(name, value)


@pytest.mark.parametrize(("name", "value"), [
    ("colour", '"red"'), ("sub_event_type", '"Battle"'), ("factuality", "1"), ("earliest", '"yesterday"'),
    ("actor1", '"SDF"'), ("actor1", "[1]"), ("place", '" "'), ("killed", "3"), ("killed", "[5, 3]"),
    ("killed", "[true, 1]"), ("killed", "[-1, 1]"), ("place", "no json"), ("latest", "20180314.5"),
    ("weapon", "[]"), ("weapon", '""'), ("attribution", '"someone"'), ("attribution", '["monitor"]'),
])
def test_what_a_field_cannot_hold_is_said_clearly(name: str, value: str) -> None:
    """Another value, or an unknown field, is an error that says what to give."""
    with pytest.raises(InputError) as caught:
        checked(name, value)
    assert caught.value.next_step
    assert set(FIELDS) >= {"killed", "place"}


def test_a_picked_place_carries_its_point() -> None:
    """A place may be corrected to one of a gazetteer, with its point; a point beyond the poles is none."""
    found = checked("place", '{"name": "دوما", "place_id": "p", "lat": 33.57, "lon": 36.4}')
    assert (found.name, found.where.place_id, found.where.lat) == ("دوما", "p", 33.57)
    for bad in ('{"name": "", "place_id": "p"}', '{"name": "x"}', '{"name": "x", "place_id": "p", "lat": 91, "lon": 0}',
                '{"name": "x", "place_id": 7}'):
        with pytest.raises(InputError):
            checked("place", bad)
