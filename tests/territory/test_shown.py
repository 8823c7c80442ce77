"""What all charts share."""

import re

from sijill.territory.holders import CONTESTED
from sijill.territory.shown import titled


def test_a_title_has_the_name_and_the_id() -> None:
    """Legends tell the registry's name and the id; a state without a name is told by its id."""
    name, _, told = titled("SYR_ARMY").partition("\n")
    assert told == "SYR_ARMY" and re.search("[\u0621-\u064a]", name)
    assert titled("NEW:ONE") == "NEW:ONE" and titled(CONTESTED) == CONTESTED
