"""Whom the names of fallen regimes mean in a report without a day."""

import datetime as dt

import pytest

from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


def sides(text: str, day: dt.date | None = None) -> list[str]:
    """The side of each mention of a text."""
    return [one.id for one in resolve(read_document(text, published=day))]


@pytest.mark.parametrize("text", [
    "تقدم الجيش الليبي نحو أطراف المدينة صباحا.",
    "استعادت القوات الليبية معسكرا غربي المدينة.",
    "انتقدت الحكومة الليبية ما جرى في الجنوب.",
    "قال المشير خليفة حفتر إن الجيش الليبي تقدم، بعد سنوات على سقوط معمر القذافي.",
])
def test_a_name_in_an_undated_report_is_not_the_fallen_regimes(text: str) -> None:
    """Without a day "the Libyan army" is not that of 2011, not even where the fallen are named beside later ones."""
    found = sides(text)
    assert found[0] != "LBY_QADDAFI" and found.count("LBY_QADDAFI") == text.count("القذافي")


def test_a_report_that_names_the_fallen_alone_is_of_their_time() -> None:
    """Where only those of the older time are named, the name is theirs."""
    assert sides("أعلنت كتائب القذافي أن الجيش الليبي دخل مصراتة.") == ["LBY_QADDAFI", "LBY_QADDAFI"]


def test_a_day_of_publication_decides() -> None:
    """In a dated report the name is that of its bearer on that day."""
    text = "تقدم الجيش الليبي نحو أطراف المدينة صباحا."
    assert sides(text, dt.date(2011, 5, 1)) == ["LBY_QADDAFI"]
    assert sides(text, dt.date(2015, 5, 1)) == ["LNA"]


def test_who_bears_a_name_on_an_unknown_day_keeps_it() -> None:
    """The Syrian army of an undated report is the one that the table has first, and an open group is nobody's."""
    assert sides("قصف الجيش السوري مواقع مسلحين.") == ["SYR_ARMY", "UNIDENTIFIED_GUNMEN"]


def test_a_coalition_of_no_land_is_where_those_whom_it_helped_are() -> None:
    """Without a day a coalition that is no one land's stands for "the coalition" only where its allies are."""
    assert "NEW:Coalition Forces in Afghanistan" in sides("فككت قوات التحالف لغما في ولاية هلمند بأفغانستان.")
    assert "NATO_LIBYA" in sides("قصفت قوات التحالف رتلا لكتائب القذافي قرب مصراتة الليبية.")
