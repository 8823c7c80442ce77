"""Counts in digits and words, multiplied and added up."""

import pytest

from sijill.arabic.counting import count, digits
from sijill.arabic.tokens import tokenize


@pytest.mark.parametrize(
    ("norm", "value"),
    [("12", (12, 0)), ("1,200", (1200, 0)), ("1.200", (1200, 0)), ("2.5", (2, 50)), ("12.3.2018", None), ("ست", None),
     ("9" * 5000, None)],
)


def test_digits_as_whole_and_hundredths(norm: str, value: tuple[int, int] | None) -> None:
    """A numeral is a grouped count, a decimal, or neither (a date, a row of digits)."""
    assert digits(norm) == value


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [("ثلاثة آلاف ومئتان وخمسون", 3250, 4), ("3.5 مليون", 3_500_000, 2), ("خمسون ألف", 50_000, 2),
     ("عشرون ثلاثة", 20, 1), ("ثلاثة عشرون", 3, 1), ("مليون ونصف مليون ألف", 1_500_000, 3), ("مئة و", 100, 1),
     ("مليون وألف", 1_001_000, 2), ("مليون ونصف مليون وألف", 1_500_000, 3)],
)


def test_a_count_goes_as_far_as_the_grammar_allows(text: str, value: int, words: int) -> None:
    """Scales multiply what stands before them, tens and units need their "and", and nothing goes on after a half."""
    tokens = tokenize(text)
    found = count(tokens, 0, len(tokens))
    assert found is not None and (found.low, found.high, found.end) == (value, value, words)


def test_no_count_begins_at_a_noun() -> None:
    """A counted noun, a half of nothing, hundredths of men and more digits than any store holds count nothing."""
    for text in ("جنديان", "نصف المدينة", "3.5 جندي", "9999999999999999"):
        tokens = tokenize(text)
        assert count(tokens, 0, len(tokens)) is None
