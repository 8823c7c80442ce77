"""Filters of events as people write them."""

import pytest

from sijill.errors import InputError
from sijill.store.filters import point


@pytest.mark.parametrize("text", ["36.5,40.75", " 36.5 , 40.75 ", "36.5،40.75"])
def test_a_point_is_read_with_a_comma_of_either_script(text: str) -> None:
    """The Arabic page asks for latitude and longitude with an Arabic comma between, which its keyboards write."""
    assert point(text, 5) == (36.5, 40.75, 5)


@pytest.mark.parametrize("text", ["", "36.5", "36.5;40.75", "36.5,40.75,1", "99,0", "0,181"])
def test_what_is_no_point_is_told(text: str) -> None:
    """Anything else is an error with how to write one."""
    with pytest.raises(InputError, match="no point"):
        point(text, 5)
