"""What leads to a place."""

import pytest

from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.stance.place_leads import CLOSES, OPENS, WORD, lead
from sijill.pipeline import read_document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("دارت معارك في أطراف مدينة سراقب أمس", ("في", "معارك", "امس")),
        ("دارت معارك بمدينة سراقب", ("ب", "معارك", CLOSES)),
        ("قصف الجيش مدينة سراقب", (WORD, "الجيش", CLOSES)),
        ("انسحب الجيش من سراقب", ("من", "الجيش", CLOSES)),
        ("مدينة سراقب محاصرة", (OPENS, OPENS, "محاصره")),
    ],
)
def test_a_place_is_led_to_over_the_words_of_its_kind_and_extent(text: str, found: tuple[str, str, str]) -> None:
    """The preposition is the one before "the outskirts of the town of X"; a verb's object has none."""
    document = read_document(text)
    view = View(document, resolve(document))
    (place,) = view.places
    assert lead(view, place) == found
