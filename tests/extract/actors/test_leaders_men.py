"""Leaders' men: whom words of loyalty tie to a leader, and where his name ends theirs."""

import datetime as dt

import pytest
from tests.extract.named import owners

from sijill.pipeline import read_document


@pytest.mark.parametrize(("words", "side"), [
    ("القوات الموالية للرئيس اليمني الراحل علي صالح", "SALEH_FORCES"),
    ("جنود موالون للرئيس اليمني هادي", "YEM_GOV_FORCES"),
    ("وحدات من الجيش موالية لهادي", "YEM_GOV_FORCES"),
    ("وحدات الجيش الموالية لهادي", "YEM_GOV_FORCES"),
])
def test_forces_loyal_to_a_leader_end_with_his_name(words: str, side: str) -> None:
    """Those "loyal to the president of a state, A" are A's, and his name is theirs and no side of its own."""
    assert (words, side) in owners(f"تقدمت {words} نحو لودر.")


@pytest.mark.parametrize("words", ["القوات الموالية للرئيس اليمني وعلي صالح", "القوات الموالية للرئيس اليمني"])
def test_forces_loyal_to_a_president_end_before_another_leader(words: str) -> None:
    """Those "loyal to the president of a state and A", or to the president alone, are that state's and not A's."""
    assert ("القوات الموالية للرئيس اليمني", "YEM_GOV_FORCES") in owners(f"تقدمت {words}")


def test_an_army_named_before_a_leader_is_not_his() -> None:
    """Units of the army that no word ties to a leader are not his, though he is named right behind them."""
    assert ("وحدات من الجيش", "YEM_GOV_FORCES") in owners("قصفت وحدات من الجيش هادي في عدن قرب لودر.")


@pytest.mark.parametrize(("words", "side"), [
    ("مقاتلون مؤيدون للرئيس اليمني", "POPRES_YEM"),
    ("مسلحون موالون لحركة طالبان الأفغانية", "NEW:Taliban"),
    ("مسلحون يعتقد أنهم موالون لبوكو حرام", "NEW:Boko Haram"),
])
def test_men_loyal_to_a_president_without_his_name_or_to_a_group_of_no_row(words: str, side: str) -> None:
    """Men "loyal to the Yemeni president" are his state's irregulars, those loyal to a group that group's."""
    document = read_document(f"هاجم {words} موقعا قرب البلدة.", published=dt.date(2015, 8, 1))
    (found,) = [m for m in document.actors or () if document.text[m.start : m.end] == words]
    assert side in found.ids


@pytest.mark.parametrize("words", ["مقاتلون مؤيدون للرئيس اليمني السابق", "مسلحون موالون للجيش المالي"])
def test_men_loyal_to_a_former_president_or_an_army_are_not_theirs(words: str) -> None:
    """Whose president he is does not say whose men those of a former one are; men loyal to an army are not it."""
    document = read_document(f"هاجم {words} موقعا قرب البلدة.", published=dt.date(2015, 8, 1))
    assert not [m for m in document.actors or () if m.rule.endswith("+loyal")]
