"""Names that the commas of a list set off."""

import pytest

from sijill.pipeline import read_document


def found(text: str) -> list[str]:
    return [p.name for p in read_document(text).places or ()]


@pytest.mark.parametrize(("text", "name"), [
    ("قصفوا قرى سلوكة، الشيخ علي، كفريات.", "الشيخ علي"),
    ("قصفوا قرى سلوكة، عز الدين، كفريات.", "عز الدين"),
    ("قصفوا قرى سلوكة، تلة الزيتون، كفريات.", "تلة الزيتون"),
    ("قصفوا قرى سلوكة، اسطبلات، كفريات.", "اسطبلات"),
    ("قصفوا قرى سلوكة، المشرفة، كفريات.", "المشرفة"),
    ("قصفوا قرى سلوكة، حيان، كفريات.", "حيان"),
    ("قصفوا قرى سلوكة، نباتة كبيرة، كفريات.", "نباتة كبيرة"),
    ("قصفوا قرى سلوكة، سلمة، كفريات.", "سلمة"),
    ("قصفوا قرى سلوكة وخربة شعير في ريف إدلب.", "خربة شعير"),
    # the first of a list, a person's name
    ("قصفوا قرى صالح الحمود وجهبل وكفريات.", "صالح الحمود"),
])
def test_what_commas_set_off_in_a_list_is_a_name(text: str, name: str) -> None:
    """Words that elsewhere are no names are one between the commas of a list of villages, and do not end it."""
    names = found(text)
    assert name in names
    assert "كفريات" in names or "في ريف" in text


@pytest.mark.parametrize(("text", "names"), [
    ("قصفوا قرى سلوكة، وفق ناشطين، وانسحبوا.", ["سلوكة"]),
    ("قصفوا قرى سلوكة، صباح اليوم، وانسحبوا.", ["سلوكة"]),
    ("قصفوا قرى سلوكة، ما أدى إلى أضرار، وانسحبوا.", ["سلوكة"]),
    ("قصفوا قرى سلوكة، شمال حلب، وانسحبوا.", ["سلوكة", "حلب"]),
    ("قصفوا قرى سلوكة، اشتباكات عنيفة، وانسحبوا.", ["سلوكة"]),
    ("انتشرت الفصائل في مناطق سيطرة النظام، وانسحبت.", []),
    ("قصفوا قرى مجاورة، وانسحبوا.", []),
    ("قصفوا قرى سلوكة، سلمه، كفريات.", ["سلوكة"]),
])
def test_what_tells_more_between_commas_is_no_name(text: str, names: list[str]) -> None:
    """Who says it, when, with what outcome, in which direction and other deeds are no members of a list."""
    assert found(text) == names


def test_behind_one_place_commas_set_no_name_off() -> None:
    """Without a list of many, words between commas stay what they are."""
    assert found("قصفوا قرية سلوكة، عز الدين، وانسحبوا.") == ["سلوكة"]
