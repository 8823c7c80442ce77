"""The colour of a side."""

import re

from sijill.territory.colours import NOBODY, colour_of
from sijill.territory.holders import CONTESTED, UNKNOWN, holders_in


def test_an_actor_has_one_colour_and_the_holders_of_a_country_different_ones() -> None:
    """The colour follows from the id; allies share their holder's, and sides that may meet do not share one."""
    for country in ("SYR", "IRQ", "YEM", "LBY", "SDN"):
        sides = [*holders_in(country), "IS"]
        assert len({colour_of(side) for side in sides}) == len(sides), country
    assert colour_of("YPG") == colour_of("SDF") != colour_of("SYR_ARMY") == colour_of("SYR_NDF")
    assert all(re.fullmatch("#[0-9a-f]{6}", colour_of(side)) for side in ("NEW:ONE", "NEW:TWO", "IS", UNKNOWN))
    assert colour_of(CONTESTED) == colour_of(UNKNOWN) == NOBODY
