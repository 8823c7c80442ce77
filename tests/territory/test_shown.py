"""How sides are shown: colours and names."""

import re

from sijill.territory.holders import CONTESTED, UNKNOWN, holders_in
from sijill.territory.shown import BLACK, GREY, colour_of, titled


def test_an_actor_has_one_colour_and_the_holders_of_a_country_different_ones() -> None:
    """The colour follows from the id; allies share their holder's, and sides that may meet do not share one."""
    for country in ("SYR", "IRQ", "YEM", "LBY", "SDN"):
        sides = [*holders_in(country), "IS"]
        assert len({colour_of(side) for side in sides}) == len(sides), country
    assert colour_of("YPG") == colour_of("SDF") != colour_of("SYR_ARMY") == colour_of("SYR_NDF")
    assert all(re.fullmatch("#[0-9a-f]{6}", colour_of(side)) for side in ("NEW:ONE", "NEW:TWO", "IS", UNKNOWN))
    assert (colour_of(CONTESTED), colour_of(UNKNOWN)) == (BLACK, GREY)


def test_a_title_has_the_name_and_the_id() -> None:
    """Legends tell the registry's name and the id; a state without a name is told by its id."""
    name, _, told = titled("SYR_ARMY").partition("\n")
    assert told == "SYR_ARMY" and re.search("[\u0621-\u064a]", name)
    assert titled("NEW:ONE") == "NEW:ONE" and titled(CONTESTED) == CONTESTED
