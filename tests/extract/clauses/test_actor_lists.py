"""Which sides stand in one list."""

import pytest
from tests.extract.drafted import DAY, named, sides, told

from sijill.extract.clauses.actor_lists import actor_lists
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


def lists(text: str) -> list[list[str]]:
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))
    return [named(view, group) for group in dict.fromkeys(actor_lists(view).values())]


@pytest.mark.parametrize(("text", "listed"), [
    ("هاجم الجيش السوري وحزب الله البلدة.", ["الجيش السوري", "حزب الله"]),
    ("نفت روسيا أو تركيا ذلك.", ["روسيا", "تركيا"]),
    ("تتقدم القوات السورية الحكومية وحزب الله نحو البلدة.", ["القوات السورية", "حزب الله"]),
    ("وُقّع أمس اتفاق روسي تركي.", ["روسي", "تركي"]),
    ('هاجم "داعش" و"حزب الله" البلدة.', ["داعش", "حزب الله"]),
    ("هاجم الجيش السوري، وحزب الله البلدة.", ["الجيش السوري", "حزب الله"]),
    ("هاجم الجيش السوري والميليشيات الموالية له البلدة.", ["الجيش السوري", "الميليشيات الموالية له"]),
])
def test_what_goes_on_with_a_list(text: str, listed: list[str]) -> None:
    """ "And", "or", an adjective that ends a name, and nationalities in a row go on with a list."""
    assert lists(text) == [listed]


@pytest.mark.parametrize("text", [
    "هاجم الجيش السوري وحلفاؤه البلدة.",
    "قصف الطيران مواقع الجيش السوري وحلفائه في البلدة.",
    "قتلوا في اشتباكات مع الجيش اليمني وغارات للتحالف العربي.",
    "تقدم الجيش السوري ثم حزب الله.",
    "تقدم الجيش السوري سريعا وحزب الله.",
    "بدأ الجيش السوري العملية وحزب الله يراقب.",
    "زار وفد روسي مقر جنود أتراك.",
    "وُقّع أمس اتفاق روسي جديد تركي.",
    "انسحبت القوات السورية الحكومية والرئيس اليمني صامت.",
])
def test_what_ends_a_list(text: str) -> None:
    """Allies without a name, raids, another word between and a president behind an adjective are of no list."""
    assert lists(text) == []


def test_civilians_behind_fighters_are_no_party() -> None:
    """Of "fighters and civilians" in a deal the fighters are the party; people struck with them are struck too."""
    deal = told("توصل الجيش السوري إلى اتفاق مع مقاتلي جيش الإسلام والمدنيين.", "اتفاق")
    assert [one for side in sides(deal) for one in side] == ["SYR_ARMY", "JAYSH_ISLAM"]
    raid = told("قصف الجيش السوري مقاتلي جيش الإسلام والمدنيين في دوما.", "قصف")
    assert sides(raid)[1] == ["JAYSH_ISLAM", "CIVILIANS"]


@pytest.mark.parametrize(("text", "listed"), [
    ("شنت تركيا وحلفاؤها من الجبهة الشامية هجوما.", [["تركيا", "الجبهة الشامية"]]),
    ("شنت تركيا وحلفاء لها من الجبهة الشامية هجوما.", [["تركيا", "الجبهة الشامية"]]),
    # a town that allies took from a side, allies of nobody before them, and nobody's
    ("خسرت تركيا حلفاءها من الجبهة الشامية.", []),
    ("شنت تركيا هجوما أمس وحلفاؤها من الجبهة الشامية.", []),
    ("شنت تركيا وقادتها من الجبهة الشامية هجوما.", []),
])
def test_allies_are_who_they_are_said_to_be_of(text: str, listed: list[list[str]]) -> None:
    """Of "A and its allies of B" the list is A and B; nothing else may stand between."""
    assert [one for one in lists(text) if "الجبهة الشامية" in one] == listed
