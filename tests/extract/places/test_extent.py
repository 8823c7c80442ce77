"""How much of a place is meant, by the words that lead to its name."""

import pytest

from sijill.arabic.tokens import tokenize
from sijill.documents import Extent
from sijill.extract.places.extent import extent_before


def extent(words: str, particles: str = "", *, wide: bool = False, within: bool = False, pointer: bool = False
           ) -> Extent | None:
    """The extent that words give the name behind them."""
    tokens = tokenize(words + " حلب")
    return extent_before(tokens, len(tokens) - 1, 0, particles, wide, pointer, within)


@pytest.mark.parametrize(("words", "particles", "said"), [
    ("أجزاء من", "", "part"), ("أجزاء 3 من", "", "part"), ("محيط", "", "around"), ("ريف", "", "countryside"),
    ("كل", "", "whole"), ("قصف", "", None), ("أطراف", "", "edge"), ("شمال", "", "around"),
    # what is in a place has its own countryside, and positions in one are not all of it
    ("ريف في", "", None), ("مواقع في", "", "part"), ("مواقع للجيش", "ب", "part"), ("جنود للجيش", "ب", None),
    # "and" joins another place, unless its own preposition goes on
    ("أجزاء من قرية", "و", None),
])
def test_words_that_lead_to_a_name(words: str, particles: str, said: Extent | None) -> None:
    """Parts, edges, surroundings and positions before a name, over prepositions and numbers, say how much of it."""
    assert extent(words, particles) == said


@pytest.mark.parametrize(("words", "wide", "within", "said"), [
    ("شمال", False, False, "around"), ("شمال", True, False, "part"), ("شمال", False, True, "around"),
    ("بشمال", False, False, "around"), ("بشمال", False, True, "part"),
    ("في شمال", False, True, "part"), ("من شمال", False, True, "part"), ("من شمال", False, False, "around"),
    ("محيط شمال", True, False, "around"),
])
def test_a_direction_lies_in_a_province_and_outside_a_town(words: str, wide: bool, within: bool, said: Extent) -> None:
    """The north of a province is of it, that of a town lies outside it; in the north of a large city is within it."""
    assert extent(words, wide=wide, within=within) == said


def test_a_plural_before_an_anaphor_is_a_part() -> None:
    """"The quarters of the city" and "parts of the city" are parts of it, as before a name only with "of"."""
    assert extent("أجزاء من", pointer=True) == "part" == extent("أحياء", pointer=True)
