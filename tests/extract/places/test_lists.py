"""Lists of places: what goes on with what, and what lies in what."""

import pytest

from sijill.arabic.tokens import tokenize
from sijill.extract.places.lists import leads_into, place_lists
from sijill.pipeline import read_document


def lists(text: str) -> list[list[str]]:
    document = read_document(text)
    return [[(document.places or ())[i].name for i in group] for group in place_lists(document)]


@pytest.mark.parametrize(("text", "listed"), [
    ("قصف الجيش بلدة حاس جنوب إدلب ومحيط كفرنبل.", ["حاس", "كفرنبل"]),
    ("قصف الجيش بلدة حاس جنوب إدلب، ومحيط بلدة كفرنبل.", ["حاس", "كفرنبل"]),
    # no extent: both are south of X
    ("قصف الجيش بلدة حاس جنوب إدلب وكفرنبل.", ["إدلب", "كفرنبل"]),
    # no direction: around both
    ("قصف الجيش بلدة حاس في محيط إدلب ومحيط كفرنبل.", ["إدلب", "كفرنبل"]),
])
def test_an_extent_goes_on_with_what_lies_in_a_direction(text: str, listed: list[str]) -> None:
    """"X south of A, and around Y" lists Y with X; without the extent, or the direction, Y goes on with A."""
    assert lists(text) == [listed]


@pytest.mark.parametrize(("text", "listed", "within"), [
    ("قصف الجيش بلدة حاس وجنوب حماة.", [["حاس", "حماة"]], "إدلب"),
    ("قصف الجيش بلدة حاس وبريف حماة.", [["حاس", "حماة"]], "إدلب"),
    ("قصف الجيش بلدة حاس جنوب حماة.", [], "حماة"),
    ("قصف الجيش بلدة حاس في شمال وغرب حماة.", [], "حماة"),
])
def test_and_before_a_direction_puts_nothing_into_it(text: str, listed: list[list[str]], within: str) -> None:
    """"X and south of Y" lists two places; "X south of Y" and "X in the north and west of Y" put X there."""
    document = read_document(text)
    assert lists(text) == listed
    assert next(p.within for p in document.places or () if p.name == "حاس") == within


@pytest.mark.parametrize(("text", "leads"), [("حاس جنوب حماة", True), ("حاس وجنوب حماة", False)])
def test_a_direction_leads_into_the_place_behind_it(text: str, leads: bool) -> None:
    """"X south of Y" leads from X into Y, "X and south of Y" does not."""
    assert leads_into(tokenize(text), 1, 2) is leads


@pytest.mark.parametrize(("text", "listed"), [
    ("قصف الجيش بلدة حاس، ضمن إقليم شمال وشرق سوريا.", []),
    ("قصف الجيش بلدة حاس، في شمال وشرق إدلب.", []),
    ("قصف الجيش بلدة حاس، وشرق إدلب.", [["حاس", "إدلب"]]),
])
def test_two_directions_are_of_one_place(text: str, listed: list[list[str]]) -> None:
    """The "and" between two directions of Y lists Y with nothing; one before a single direction does."""
    assert lists(text) == listed


def test_besides_goes_on_behind_a_holder() -> None:
    """"X in A, besides Y" lists Y with X; "X in A and Y" lists it with A."""
    assert lists("قصف الطيران كفرنبل في محافظة إدلب، فضلا عن أريحا.") == [["كفرنبل", "أريحا"]]
    assert lists("قصف الطيران كفرنبل في محافظة إدلب وأريحا.") == [["إدلب", "أريحا"]]


def test_a_town_spelled_almost_like_a_month_is_a_town() -> None:
    """A name that folding writes like a month is read by its own hamza, and a month stays a month."""
    def names(text: str) -> list[str]:
        return [p.name for p in read_document(text).places or () if p.score >= 0.4]

    assert names("شنت الطائرات غارات في مأرب وإب.") == ["مأرب", "إب"]
    assert names("شنت الطائرات غارات في إب ومأرب.") == ["إب", "مأرب"]
    assert names("شنت الطائرات غارات في مأرب في آب.") == ["مأرب"]


@pytest.mark.parametrize(("text", "listed"), [
    ("دخل الجيش بلدة حاس (قبل أيام) وكفرنبل وبسقلا.", ["حاس", "كفرنبل", "بسقلا"]),
    ("دخل الجيش بلدة حاس (جنوب إدلب) وكفرنبل.", ["حاس", "كفرنبل"]),
    ("دخل الجيش بلدة حاس (إدلب) وكفرنبل.", ["حاس", "كفرنبل"]),
])
def test_what_stands_in_brackets_does_not_end_a_list(text: str, listed: list[str]) -> None:
    """A list goes on behind an aside in brackets, or behind what holds its place."""
    assert lists(text) == [listed]


@pytest.mark.parametrize(("text", "extents"), [
    ("قصف الجيش بلدات كفرنبل (جنوب إدلب) وحاس وبسقلا.", ["whole", "around", "whole", "whole"]),
    ("قصف الجيش ريف إدلب وحماة.", ["countryside", "countryside"]),
])
def test_an_extent_in_brackets_is_not_that_of_the_places_behind(text: str, extents: list[str]) -> None:
    """Behind "X (south of A) and Y" Y is whole; an extent outside brackets goes on over the list."""
    assert [p.extent for p in read_document(text).places or ()] == extents


@pytest.mark.parametrize(("text", "listed"), [
    ("قصفوا بلدات كفرنبل وسوقه وحاس.", ["كفرنبل", "سوقه", "حاس"]),
    ("قصفوا بلدات كفرنبل ومعارك وحاس.", ["كفرنبل", "معارك", "حاس"]),
    ("قصفوا بلدة كفرنبل وينع.", ["كفرنبل", "ينع"]),
    ("قصفوا بلدة كفرنبل وسوقة.", ["كفرنبل", "سوقة"]),
])
def test_a_list_holds_names_that_no_table_knows(text: str, listed: list[str]) -> None:
    """In a list of towns a word of the news or with "his" is a name; behind one town what is no verb nor possessed."""
    assert lists(text) == [listed]


@pytest.mark.parametrize("text", [
    "قصفوا بلدات كفرنبل ومعارك عنيفة.", "قصفوا بلدة كفرنبل ومعارك وحاس.", "قصفوا بلدة كفرنبل وينشرون.",
    "قصفوا بلدة كفرنبل وسوقه.", "قصفوا بلدة كفرنبل ويرمون.", "قصفوا بلدة كفرنبل ومعارك.",
])
def test_a_list_ends_before_what_only_looks_like_a_name(text: str) -> None:
    """A word of the news that ends a list, or a verb or "his market" behind one town, is no town."""
    assert lists(text) == []


@pytest.mark.parametrize(("text", "listed"), [
    ("قصف الجيش بلدة حاس و كفرنبل.", ["حاس", "كفرنبل"]),
    ("قصف الجيش بلدة حاس، وكفرنبل وسقط جريح.", ["حاس", "كفرنبل"]),
    # where the next clause happens, also where "in" is written onto the name
    ("قصف الجيش بلدة حاس، وفي كفرنبل قتل جندي.", []),
    ("قصف الجيش بلدة حاس، وبكفرنبل قتل جندي.", []),
    # what it lies in or beside
    ("قصف الجيش بلدة حاس، بمحافظة إدلب.", []),
    ("قصف الجيش بلدة حاس، محيط إدلب.", []),
])
def test_a_comma_goes_on_with_a_list_or_leaves_it(text: str, listed: list[str]) -> None:
    """Behind a comma "and Y" is one more place; "and in Y" opens a clause, "in A" and "around A" say where X lies."""
    assert lists(text) == ([listed] if listed else [])


def test_a_city_behind_a_city_that_holds_goes_on_with_it() -> None:
    """Of "X in the city of A and the city of Y" A and Y are the list; a village behind the city goes on with X."""
    assert lists("قصف الجيش بلدة حاس في مدينة إدلب ومدينة حماة.") == [["إدلب", "حماة"]]
    assert lists("قصف الجيش بلدة حاس في مدينة إدلب وبلدة كفرنبل.") == [["حاس", "كفرنبل"]]


def test_beside_a_border_nothing_lies_in_it() -> None:
    """A town near a border lies where it lay before, and not in the border."""
    places = read_document("انتشر الجيش في بلدة حاس قرب الحدود التركية.").places or ()
    assert [(p.name, p.within) for p in places][0] == ("حاس", "إدلب")
