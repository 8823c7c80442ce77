"""Further places of an event, which a sentence goes on to without a list."""

import pytest

from sijill.extract.clauses.view import View
from sijill.extract.places.lists import place_lists
from sijill.extract.reference.reference import resolve
from sijill.extract.roles.further_places import further
from sijill.pipeline import read_document


def places(text: str, name: str) -> list[str]:
    """The names of the places of what the first word tells, given the one called `name`."""
    document = read_document(text)
    view = View(document, resolve(document))
    groups = {i: group for group in place_lists(document) for i in group}
    number = next(i for i, place in enumerate(view.places) if place.name == name)
    return [view.places[i].name for i in further(view, 0, groups.get(number, (number,)), groups)]


@pytest.mark.parametrize(("text", "name", "names"), [
    ("قصفت المقاتلات مواقع للتنظيم في سوريا وأخرى لحزب العمال الكردستاني في ريف العراق.", "سوريا",
     ["سوريا", "العراق"]),
    ("استهدفت الطائرات آليات في بلدة حاس وأخرى قرب مدينة سراقب.", "حاس", ["حاس", "سراقب"]),
    ("شنت المقاتلات غارات قرب الموصل وثلاثا قرب الرمادي وخمسا قرب سنجار.", "الموصل", ["الموصل", "الرمادي", "سنجار"]),
    # what is besides, and what a comma sets off
    ("قصفت المقاتلات مواقع في بلدة حاس فضلا عن مخازن في مدينة سراقب.", "حاس", ["حاس", "سراقب"]),
    ("قصفت المقاتلات مواقع في بلدة حاس، ومخازن في مدينة سراقب.", "حاس", ["حاس", "سراقب"]),
    ("قتل ثلاثة مدنيين في دوما بريف دمشق وخمسة في حرستا.", "دوما", ["دوما", "حرستا"]),
])
def test_a_sentence_goes_on_to_further_places(text: str, name: str, names: list[str]) -> None:
    """What is told "in P and on others in Q" happens at both."""
    assert places(text, name) == names


@pytest.mark.parametrize(("text", "name"), [
    ("قصفت المقاتلات بلدة حاس وانسحب الجيش من مدينة سراقب.", "حاس"),
    # a deed, a verb, marks, nothing, or much between, another sentence, "the town", no "and", and the way
    ("قصفت المقاتلات بلدة حاس بعد اشتباكات في مدينة سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس واشتباكات في مدينة سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس ويعيش أهلها في مدينة سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس ومخازن، وفق شهود، في مدينة سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس حلب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس ومخازن سلاح وذخيرة ووقود وطعام وخيام وعتاد كثير في مدينة سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس. ومخازن في مدينة سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس ومخازن في المدينة.", "حاس"),
    ("قصفت المقاتلات بلدة حاس قادمة من مخازن في مدينة سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس ومخازن سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس وطرقا إلى مدينة سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس وهي من البلدات القريبة من سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس وعددا من المزارع الأخرى بمحافظة إدلب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس والمخازن قرب سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس ومواقع من بينها سراقب.", "حاس"),
    ("قصفت المقاتلات بلدة حاس ومخازن كانت في مدينة سراقب.", "حاس"),
    ("اتجهت المدرعات إلى بلدة حاس وأخرى قرب مدينة سراقب.", "حاس"),
])
def test_what_is_no_further_place(text: str, name: str) -> None:
    """Another deed, what a place is, what holds it, what is near it, and "from among" tell no further place."""
    assert places(text, name) == [name]


def test_what_no_place_was_chosen_for_or_stands_before_goes_on_to_none() -> None:
    """An event without a place, or with one before its word, has no further place."""
    document = read_document("في بلدة حاس وأخرى قرب مدينة سراقب قصفت المقاتلات مواقع.")
    view = View(document, resolve(document))
    at = view.token_at(document.text.index("قصفت"))
    assert further(view, at, [], {}) == []
    assert further(view, at, [0], {}) == [0]
