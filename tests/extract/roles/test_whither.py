"""Where who withdraws goes to."""

import pytest
from tests.extract.drafted import told

from sijill.documents import Event


def places(event: Event) -> list[str]:
    return [place.name for place in event.places]


@pytest.mark.parametrize(("text", "verb", "left"), [
    ("انسحب الجيش السوري إلى مدينة حمص.", "انسحب", []),
    ("انسحب الجيش السوري من تدمر إلى مدينة حمص.", "انسحب", ["تدمر"]),
    ("انسحب الجيش السوري باتجاه حمص.", "انسحب", []),
    ("انسحب الجيش السوري إلى مدينة حمص عاصمة محافظة حمص.", "انسحب", []),
    ("انسحب الجيش السوري إلى مدينة حمص من تدمر.", "انسحب", ["تدمر"]),
    # who goes to a town's edges has left it, and who comes is where he came to
    ("انسحب الجيش السوري إلى أطراف حمص.", "انسحب", ["حمص"]),
    ("دخل الجيش السوري إلى مدينة حمص.", "دخل", ["حمص"]),
])
def test_where_somebody_withdraws_to_he_has_not_left(text: str, verb: str, left: list[str]) -> None:
    """ "To" before a place behind a withdrawal names no place of it; edges of a town and who enters are otherwise."""
    assert places(told(text, verb)) == left
