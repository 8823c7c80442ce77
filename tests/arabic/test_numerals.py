"""Quantities: digits of every set, words, duals, vague and bounded numbers, and the words they stand on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.arabic.spelled import spelled

from sijill.documents import Number
from sijill.pipeline import read_document

DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")


def numbers(text: str) -> list[Number]:
    return list(read_document(text).numbers or ())


def bounds(text: str) -> list[tuple[int | None, int | None]]:
    return [(n.low, n.high) for n in numbers(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("قتل 1,200 شخص", 1200, 1200),
        ("قتل ١٬٢٠٠ شخص", 1200, 1200),
        ("نزح 2.5 مليون شخص", 2_500_000, 2_500_000),
        ("نزح 3 آلاف شخص", 3000, 3000),
        ("عاد 20 ألفا و300 شخص", 20_300, 20_300),
        ("قتل خمسة مدنيين", 5, 5),
        ("قتل ثلاثة عشر مدنيا", 13, 13),
        ("قتلت خمس عشرة امرأة", 15, 15),
        ("قتل أحد عشر مقاتلا", 11, 11),
        ("قتل مئة وأحد عشر مقاتلا", 111, 111),
        ("قتل ألف وإحدى عشرة امرأة", 1011, 1011),
        ("قتل اثنا عشر جنديا", 12, 12),
        ("قتل خمسة وعشرون شخصا", 25, 25),
        ("قتل واحد وعشرون شخصا", 21, 21),
        ("قتل مئة وثلاثون شخصا", 130, 130),
        ("قتل ثلاثمئة وستة وخمسون شخصا", 356, 356),
        ("قتل مئتا شخص", 200, 200),
        ("قتل ألف وخمسمئة شخص", 1500, 1500),
        ("نزح ألفا مدني", 2000, 2000),
        ("نزح عشرون ألفا", 20_000, 20_000),
        ("نزح ألفاً من السكان", 1000, 1000),
        ("نزح نصف مليون شخص", 500_000, 500_000),
        ("نزح مليون ونصف مليون شخص", 1_500_000, 1_500_000),
        ("نزح خمسة آلاف وثلاثمئة وأربعون شخصا", 5340, 5340),
    ],
)


def test_exact_counts(text: str, low: int, high: int) -> None:
    """A count in digits or words, of either gender, is read whole as one quantity."""
    assert bounds(text) == [(low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("قتل عشرات المدنيين", 20, 99),
        ("نزح مئات المدنيين", 200, 999),
        ("نزح آلاف المدنيين", 2000, 9999),
        ("نزح عشرات الآلاف من المدنيين", 20_000, 99_999),
        ("قتل ما لا يقل عن 10 مدنيين", 10, None),
        ("قتل أكثر من 25 شخصا", 25, None),
        ("قتل ما يزيد على مئة شخص", 100, None),
        ("نزح أكثر من عشرة آلاف مدني", 10_000, None),
        ("قتل عشرة أشخاص على الأقل", 10, None),
        ("قتل أقل من 20 شخصا", None, 20),
        ("قتل نحو 10 أشخاص", 10, 10),
        ("قتل قرابة أربعين شخصا", 40, 40),
        ("قتل بين 10 و 15 مدنيا", 10, 15),
        ("قتل بين 10 و15 مدنيا", 10, 15),
        ("قتل بين عشرة وخمسة عشر مدنيا", 10, 15),
        ("قتل ما بين 10 إلى 15 مدنيا", 10, 15),
        ("قتل 10-15 مدنيا", 10, 15),
        ("قتل عدد من المدنيين", None, None),
        ("قتل بضعة أشخاص", None, None),
    ],
)


def test_vague_and_bounded_counts(text: str, low: int | None, high: int | None) -> None:
    """Vague plurals, bounds before and behind, ranges and "a number of" have the codebook's bounds."""
    assert bounds(text) == [(low, high)]


def test_duals_are_two() -> None:
    """A counted noun in the dual, of either gender and case, is two, also behind another noun."""
    for text in ("قتل جنديان", "إصابة جنديين", "قتلت طفلتان", "مقتل امرأتين"):
        assert (2, 2) in bounds(text)


@settings(deadline=None)
@given(st.integers(0, 999_999), st.sampled_from(DIGITS))
def test_every_set_of_digits(value: int, figures: str) -> None:
    """A number says the same in Western, Arabic and Persian digits, and its span is its digits."""
    written = "".join(figures[int(d)] for d in str(value))
    text = f"قتل {written} شخصا"
    (number,) = numbers(text)
    assert (number.low, number.high, text[number.start : number.end]) == (value, value, written)


@settings(deadline=None)
@given(st.integers(1000, 999_999_999), st.sampled_from(DIGITS), st.sampled_from(",.٬"))
def test_digits_in_groups(value: int, figures: str, between: str) -> None:
    """A number in groups of three digits says the same as without, whatever parts them."""
    written = "".join(figures[int(d)] if d.isdigit() else between for d in f"{value:,}")
    text = f"نزح {written} شخص"
    assert [(n.low, n.high, text[n.start : n.end]) for n in numbers(text)] == [(value, value, written)]


@settings(deadline=None)
@given(st.one_of(st.integers(3, 999), st.integers(1000, 999_999), st.integers(10**6, 10**9 - 1)), st.booleans(),
       st.booleans(), st.sampled_from(("", "و", "ب", "ل")))


def test_a_number_in_words_is_read_back(value: int, female: bool, oblique: bool, particle: str) -> None:
    """Every number that is spelled out, of either gender and case, is read whole as itself, particles left out."""
    written = spelled(value, female=female, oblique=oblique)
    text = f"وقوع {particle}{written} من السكان"
    assert [(n.low, n.high, text[n.start : n.end]) for n in numbers(text)] == [(value, value, written)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("أطلق النار بـ12 رصاصة", "12"),
        ("قتل عشرة وثلاثون جنديا", "عشرة"),
        ("مع ما لا يقل عن ١٠ جنود", "ما لا يقل عن ١٠"),
        ("هاجموا بثلاثين مقاتلا", "ثلاثين"),
        ("قتل خَمسـة وعِشرون شخصا", "خَمسـة وعِشرون"),
        ("قتل طفل وأحد عشر جنديا", "طفل"),
        ("فر وأحد عشر جنديا معه", "أحد عشر"),
        ("قتل واحد منهم", "واحد"),
        ("نزح مليون ونصف مليون شخص", "مليون ونصف مليون"),
        ("قتل ثلاثون و", "ثلاثون"),
    ],
)


def test_the_span_is_the_words_of_the_count(text: str, span: str) -> None:
    """A quantity's span is its words and their bound, without attached particles."""
    assert text[numbers(text)[0].start : numbers(text)[0].end] == span


@pytest.mark.parametrize(
    "text",
    ["انسحب الجيش من المدينة.", "في الخامس عشر من الشهر", "يوم الاثنين", "نصف المدينة", "في نصف ساعة", "قتل مدنيون"],
)


def test_what_counts_nothing(text: str) -> None:
    """Ordinals, days of the week, fractions of things and bare plurals are no quantities."""
    assert numbers(text) == []


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("عشرةوثلاثآفمئبين نحو0٣۴.,-إلى\n"), max_size=60))
def test_quantities_stand_in_order(text: str) -> None:
    """Whatever the text, quantities lie in it, in order, apart, with their low at most their high."""
    found = numbers(text)
    for number, following in zip(found, found[1:], strict=False):
        assert number.end <= following.start
    for number in found:
        assert 0 <= number.start < number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
