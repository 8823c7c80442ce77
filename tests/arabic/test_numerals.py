"""Quantities: digits, words, duals and vague numbers."""

import pytest

from sijill.documents import Number
from sijill.pipeline import read_document


def numbers(text: str) -> list[Number]:
    return list(read_document(text).numbers or ())


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("قتل 12 مدنيا", 12, 12),
        ("قتل ١٢ مدنيا", 12, 12),
        ("قتل ۱۲ مدنيا", 12, 12),
        ("قتل 1,200 شخص", 1200, 1200),
        ("قتل خمسة مدنيين", 5, 5),
        ("قتل خمسة وعشرون شخصا", 25, 25),
        ("قتل مئة وثلاثون شخصا", 130, 130),
        ("قتل عشرات المدنيين", 20, 99),
        ("نزح مئات المدنيين", 200, 999),
        ("قتل ما لا يقل عن 10 مدنيين", 10, None),
        ("قتل أكثر من 25 شخصا", 25, None),
        ("قتل نحو 10 أشخاص", 10, 10),
    ],
)
def test_quantities(text: str, low: int, high: int | None) -> None:
    """A count in digits or words, exact, vague or bounded, has its bounds."""
    assert (low, high) in {(n.low, n.high) for n in numbers(text)}


def test_no_number_no_quantity() -> None:
    """A text that counts nothing has no quantities."""
    assert numbers("انسحب الجيش من المدينة.") == []
