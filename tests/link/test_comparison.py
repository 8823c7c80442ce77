"""How two claims are compared."""

import itertools
from dataclasses import replace

from claims_by_hand import claim as make

from sijill.link.comparison import compare
from sijill.link.traits import traits_of


def test_levels_do_not_depend_on_the_order_of_words() -> None:
    """Bits that come to the bound of a level come to it in whatever order they are added up."""
    words = {"a": 3.2, "b": 8.1, "c": 8.7}
    told = replace(traits_of(make()), words=words, bits=20.0)
    levels = [compare(replace(told, words={one: words[one] for one in order}), told)
              for order in itertools.permutations(words)]
    assert levels[0]["words"] == "3" and all(one == levels[0] for one in levels)
