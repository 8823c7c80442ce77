"""The two sides that "between" names."""

import pytest
from drafted import sides, told


@pytest.mark.parametrize("text", [
    "دارت معارك بين الجيش اليمني، بإسناد سعودي، والحوثيين في مديرية باقم.",
    "دارت معارك بين الجيش اليمني المدعوم إماراتيا والحوثيين في مديرية باقم.",
])
def test_who_backs_the_first_side_is_not_the_second(text: str) -> None:
    """The second side of "between A, backed by C, and B" is B."""
    assert sides(told(text, "معارك")) == (["YEM_GOV_FORCES"], ["HOUTHIS"])


def test_a_deal_on_a_truce_is_between_the_sides_of_the_truce() -> None:
    """"The signing of an agreement on a truce between A and B" is between A and B."""
    assert sides(told("أعلن وسيط توقيع اتفاق هدنة بين حركة حماس وإسرائيل.", "اتفاق")) == (["HAMAS"], ["ISR_GOV"])
