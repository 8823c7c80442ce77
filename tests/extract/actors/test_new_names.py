"""New names: units and movements that the registry lacks."""

import datetime as dt

import pytest

from sijill.pipeline import read_document


def mentions(text: str, day: str = "2017-03-01") -> list[tuple[str, str, str]]:
    document = read_document(text, published=dt.date.fromisoformat(day))
    return [(text[m.start : m.end], m.kind, m.ids[0]) for m in document.actors or ()]


def test_new_group_in_quotes_and_without() -> None:
    """A unit that the registry lacks is new by its name; a common noun after the word makes no name."""
    name = "كتيبة أبو الفداء"
    assert mentions(f"أعلنت {name} مسؤوليتها")[0] == (name, "new", "NEW:" + name)
    assert mentions('أعلن لواء "صقور السهل" انسحابه')[0][1] == "new"
    assert all(kind != "new" for _, kind, _ in mentions("توقفت حركة المرور في الشارع"))
    assert all(kind != "new" for _, kind, _ in mentions("سيطر الجيش الأسبوع الماضي على التلة"))


def test_quoted_name_of_the_registry() -> None:
    """A quoted name that the registry knows is no new group."""
    assert mentions('هاجم تنظيم "حراس الدين" القرية', "2019-05-01")[0][2] == "HURRAS_DIN"


def test_a_closing_quote_opens_no_name() -> None:
    """What stands between the quotes of one word and those of the next is no name."""
    assert not [m for m in mentions('انسحبت "الكتائب" بعدما تلقى "داعش" تعزيزات.') if m[1] == "new"]


@pytest.mark.parametrize(("text", "told"), [
    ('انسحبت كتيبة "نصر الجبل الكبير الأول العالي القديم" أمس.', ['كتيبة "نصر الجبل الكبير الأول العالي القديم"']),
    ('انسحبت كتيبة "نصر الجبل الكبير الأول العالي القديم جدا" أمس.', []),
    ('انسحبت كتيبة "نصر الجبل من الحي.', []),
    ("انسحبت كتيبة أبو الليل أمس.", ["كتيبة أبو الليل"]),
    ("انسحبت كتيبة الفداء الموالية للجيش.", ["كتيبة الفداء"]),
    ("انسحبت كتيبة الفداء السورية أمس.", ["كتيبة الفداء"]),
    ("انسحبت كتيبة الفداء الجيش أمس.", ["كتيبة الفداء"]),
    ("انسحبت كتيبة عمر بن الخطاب علي حسن أمس.", ["كتيبة عمر بن الخطاب علي"]),
    ("انسحبت الكتيبة الفداء أمس.", []),
    ("انسحبت كتيبة", []),
])
def test_where_a_new_name_ends(text: str, told: list[str]) -> None:
    """A name has six words in quotes and four without, and ends before whose, whence or how the group is."""
    assert [words for words, kind, _ in mentions(text) if kind == "new"] == told


def test_a_preposition_is_no_name() -> None:
    """What only folding writes like a man's name is not in a group's name."""
    assert not [m for m in mentions("أقدمت حركة على اعتقال شابين") if m[1] == "new"]
    assert mentions("هاجمت كتيبة علي بن أبي طالب الحاجز")[0][1] == "new"


def test_what_stands_between_two_quotations_is_no_name() -> None:
    """"And she said that" between the end of one quotation and the begin of another names no group."""
    text = 'قالت إن زوجها "لم يعد إلى التنظيم" وأكدت أنها "عبرت الحدود".'
    assert not any("أنها" in text[m.start : m.end] for m in read_document(text).actors or ())
    text = 'قالت إن زوجها عاد إلى التنظيم "الأخضر الصغير" ثم اختفى.'
    assert any("الأخضر" in text[m.start : m.end] for m in read_document(text).actors or ())


def test_a_failure_in_quotes_is_no_group() -> None:
    """A word in quotes for how something ended is no name of the factions that announced it."""
    assert not [m for m in mentions('أعلنت الفصائل "فشل" المحادثات مع الوفد.') if m[1] == "new"]
    # a longer name may begin with it
    assert [m for m in mentions('أعلنت كتيبة "فشل العدو" مقتل جندي.') if m[1] == "new"]
