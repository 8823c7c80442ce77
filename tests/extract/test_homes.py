"""Where groups are at home."""

import datetime as dt

import pytest

from sijill.extract.homes import Homes
from sijill.extract.registry import registry
from sijill.extract.setting import setting_of
from sijill.pipeline import read_document


def homes(text: str) -> Homes:
    return Homes(registry(), setting_of(read_document(text, published=dt.date(2016, 5, 1))))


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
