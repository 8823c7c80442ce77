"""Members of place lists: a town's own camp and the capital that is named are members, what only looks so is none."""

import pytest

from sijill.pipeline import read_document


def named(text: str) -> list[str]:
    return [place.name for place in read_document(text).places or ()]


@pytest.mark.parametrize(("text", "names"), [
    ("قصفت المدفعية درعا ومخيمها ليلا.", ["درعا", "مخيم درعا"]),
    ("قصفت المدفعية درعا ومخيماتها ليلا.", ["درعا"]),
])
def test_a_town_has_one_camp_of_its_name(text: str, names: list[str]) -> None:
    """"X and its camp" are X and the camp of X; of "its camps" none is called so."""
    assert named(text) == names


@pytest.mark.parametrize(("text", "names"), [
    ("قصفت المدفعية حلب والعاصمة دمشق.", ["حلب", "دمشق"]),
    ("قصفت المدفعية قرى حلب والعاصمة ودمشق.", ["حلب", "العاصمة", "دمشق"]),
    ("قصفت المدفعية حلب والعاصمة", ["حلب"]),
])
def test_the_capital_is_what_its_name_behind_says(text: str, names: list[str]) -> None:
    """"The capital X" is X; "the capital and X" are two, and a text may end with the word for a capital."""
    assert named(text) == names
