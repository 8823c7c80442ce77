"""Where groups are at home."""

import datetime as dt

import pytest

from sijill.extract.homes import Homes
from sijill.extract.registry import registry
from sijill.extract.setting import setting_of
from sijill.pipeline import read_document


def homes(text: str) -> Homes:
    document = read_document(text, published=dt.date(2016, 5, 1))
    return Homes(registry(), setting_of(document), document)


@pytest.mark.parametrize(("text", "branch"), [
    ("هاجم مسلحو التنظيم معسكرا في المكلا باليمن.", "IS_YEMEN"),
    ("هاجم مسلحو التنظيم معسكرا في سرت بليبيا.", "IS_LIBYA"),
    ("هاجم مسلحو التنظيم معسكرا في تدمر بسوريا.", "IS"),
])
def test_of_a_group_and_its_branches_the_one_at_home_is_meant(text: str, branch: str) -> None:
    """The branch whose country the sentence plays in stays, and the group itself where none is at home."""
    pool = dict.fromkeys(("IS", "IS_YEMEN", "IS_LIBYA"), "name")
    assert list(homes(text).at_home(0, pool)) == [branch]


def test_men_of_a_group_are_of_its_branch_abroad() -> None:
    """In Yemen the men of IS are of its branch there; in Syria the pool stays as it is."""
    assert list(homes("قتل عناصر التنظيم في المكلا باليمن.").branch_at_home(0, {"IS": "name"})) == ["IS_YEMEN"]
    assert homes("قتل عناصر التنظيم في تدمر بسوريا.").branch_at_home(0, {"IS": "name"}) == {"IS": "name"}


def test_pirates_are_somali_where_the_article_says_so() -> None:
    """Of two sides of one name the one that is at home nowhere is meant, until the other is named outright."""
    pool = {"CRIMINAL_GANGS": "own", "NEW:Somali pirates": "also"}
    assert list(homes("خطف قراصنة بحارة قبالة سواحل بنين.").at_home(0, pool)) == ["CRIMINAL_GANGS"]
    somali = homes("خطف قراصنة صوماليون بحارة في خليج عدن. وطلب القراصنة فدية.")
    assert list(somali.at_home(1, pool)) == ["NEW:Somali pirates"]
