"""The finer of two places told together."""

import pytest

from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.roles.finer_places import finer
from sijill.pipeline import read_document


def finest(text: str, name: str) -> str:
    document = read_document(text)
    view = View(document, resolve(document))
    (number,) = [i for i, place in enumerate(view.places) if place.name == name]
    return view.places[finer(view, number)].name


@pytest.mark.parametrize(("text", "name", "finer_name"), [
    ("دارت معارك عند حقل التنك في ريف دير الزور.", "دير الزور", "حقل التنك"),
    ("قصفت الطائرات بلدة حاس جنوبي إدلب.", "إدلب", "حاس"),
    ("دهم الجنود بيتا في حي السلام بالعريش.", "العريش", "السلام"),
    ("سقطت قذائف على جبل جرة في مدينة تعز في اليمن.", "اليمن", "جبل جرة"),
])
def test_the_words_before_say_where_in_a_place(text: str, name: str, finer_name: str) -> None:
    """"X in the town of Y" puts what happens in Y at X, and so on to the finest."""
    assert finest(text, name) == finer_name


@pytest.mark.parametrize(("text", "name"), [
    ("انسحب الجيش من حاس إلى إدلب.", "إدلب"),
    ("دارت معارك بين حاس وإدلب.", "إدلب"),
    ("قصفت الطائرات حاس، وفي إدلب قتل مدني.", "إدلب"),
    ("أطلقت صواريخ من دمشق على بلدة حاس.", "حاس"),
    ("قاتل الجيش في اليمن في بلدة حاس.", "حاس"),
    ("قتل جندي عند الحدود مع ليبيا جنوبي مدينة السلوم.", "السلوم"),
    ("قصفت الطائرات قاربا في نهر الفرات في محافظة الرقة.", "الرقة"),
])
def test_places_that_are_only_told_together(text: str, name: str) -> None:
    """A way, a list, another clause, a wider place, a border and a river do not say where in a place something is."""
    assert finest(text, name) == name


@pytest.mark.parametrize(("text", "name", "finer_name"), [
    ("سيطر الجيش على جامعة تكريت على مسافة كيلومترات شمالي مدينة تكريت.", "تكريت", "جامعة تكريت"),
    ("سيطر الجيش على جامعة تكريت على بعد 5 كيلومترات شمالي مدينة تكريت.", "تكريت", "جامعة تكريت"),
    ("سيطر الجيش على جامعة الموصل ثم زحف جنوبي مدينة تكريت.", "تكريت", "تكريت"),
])
def test_how_far_a_place_lies_from_a_town(text: str, name: str, finer_name: str) -> None:
    """A distance between a facility and a town leaves the facility as the place, a verb does not."""
    assert finest(text, name) == finer_name


@pytest.mark.parametrize(("text", "name", "finer_name"), [
    ("قصفت الطائرات مدرسة خديجة التي تؤوي نازحين في حي الدرج.", "الدرج", "مدرسة خديجة"),
    ("سقطت قذيفة قرب موقع النسور الذي ترابط فيه الكتيبة في مديرية الزاهر.", "الزاهر", "موقع النسور"),
    # a pause, another preposition, and a clause that tells of a town, say not where it is
    ("قصفت الطائرات مدرسة خديجة، التي تؤوي نازحين في حي الدرج.", "الدرج", "الدرج"),
    ("قصفت الطائرات مدرسة خديجة التي تؤوي نازحين من حي الدرج.", "الدرج", "الدرج"),
    ("قصفت الطائرات مدينة دوما التي نزح إليها سكان في حي جوبر.", "جوبر", "جوبر"),
])
def test_a_relative_clause_says_where_a_facility_is(text: str, name: str, finer_name: str) -> None:
    """"The school that houses them in X" puts what happens in X at the school."""
    assert finest(text, name) == finer_name


@pytest.mark.parametrize(("text", "name", "finer_name"), [
    ("شنت الطائرات غارات في محافظة لحج بمحيط قاعدة العند.", "لحج", "قاعدة العند"),
    ("دارت معارك في اليمن، في بلدة حاس.", "اليمن", "حاس"),
    ("قصفت المدفعية محافظة لحج بالحوطة.", "لحج", "الحوطة"),
    # a front, a wider place, a town that comes first, another way and a clause of its own
    ("دارت معارك في محافظة الحديدة في جبهة حيس.", "الحديدة", "الحديدة"),
    ("دارت معارك في محافظة لحج في محافظة تعز.", "لحج", "لحج"),
    ("دارت معارك في مدينة دوما في بلدة حاس.", "دوما", "دوما"),
    ("انتقلت المعارك من محافظة لحج إلى بلدة حاس.", "لحج", "لحج"),
    ("قتل جندي في محافظة لحج في هجوم على بلدة حاس.", "لحج", "لحج"),
    ("دارت معارك في محافظة لحج شمال بلدة حاس.", "لحج", "لحج"),
    ("دارت معارك في محافظة لحج في شمال بلدة حاس.", "لحج", "لحج"),
    ("دارت معارك في محافظة لحج في سلوكة أمس.", "لحج", "لحج"),
    ("دارت معارك في محافظة لحج وأخرى في بلدة حاس.", "لحج", "لحج"),
])
def test_the_words_behind_say_where_in_a_province(text: str, name: str, finer_name: str) -> None:
    """"In the province of X in the town of Y" is at Y."""
    assert finest(text, name) == finer_name


def test_the_town_told_before_is_no_finer_place_behind() -> None:
    """"In the country in the town" stays where it is: the town may be of another event."""
    document = read_document("قصفت الطائرات بلدة حاس. ثم دارت معارك في محافظة لحج في البلدة.")
    view = View(document, resolve(document))
    number = next(i for i, place in enumerate(view.places) if place.name == "لحج")
    assert finer(view, number) == number


def test_the_house_of_a_side_is_finer_than_its_town() -> None:
    """A party's house is where in a town something happens, a brigade's name is not."""
    assert finest("استهدف انفجار مقر الحزب الإسلامي في مدينة الفلوجة.", "الفلوجة") == "مقر الحزب الإسلامي"
