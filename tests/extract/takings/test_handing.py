"""Handing over: what a place handed over, vacated or left is to a side; and the ends of roads."""

import pytest
from tests.extract.claimed import claims


def test_who_hands_a_place_over_loses_it_and_who_receives_it_holds_it() -> None:
    """A handover takes a place from who gives it; who takes it over, or to whom it goes, holds it."""
    said = claims("سلم مقاتلو جيش الإسلام بلدة الضمير إلى الجيش السوري.")
    assert ("JAYSH_ISLAM", "الضمير", "lost") in said and ("JAYSH_ISLAM", "الضمير", "holds") not in said
    assert ("SYR_ARMY", "الضمير", "holds") in claims("تسلم الجيش السوري بلدة الضمير.")
    assert not {c for c in claims("سيسلم مقاتلو جيش الإسلام بلدة الضمير إلى الجيش السوري.") if c[2] == "lost"}


def test_the_ends_of_a_road_are_not_taken_with_it() -> None:
    """A road taken gives neither of the places that it joins; a place on a road may be taken."""
    assert claims("سيطرت قوات الجيش اليمني على الطريق الرابط بين ذمار ورداع.") == set()
    assert claims("سيطرت قوات الجيش اليمني على الطريق، الرابط بين ذمار ورداع.") == set()
    taken = "سيطرت قوات الجيش اليمني على طرق في مدينة حيس."
    assert ("YEM_GOV_FORCES", "حيس", "holds") in claims(taken)


@pytest.mark.parametrize(
    "text",
    [
        "سلم الجيش السوري جثث مقاتلين إلى هيئة تحرير الشام في إدلب.",
        "سلمت قوات سوريا الديمقراطية عشرات المقاتلين الأجانب إلى القوات العراقية في معبر ربيعة.",
        "سلم مقاتلو داعش أسلحتهم في مدينة الباب.",
        "تسلمت القوات العراقية مطلوبين من سوريا في معبر ربيعة.",
        "أخلى الجيش السوري مدنيين من دوما.",
        "أخلى الجيش السوري سكان بلدة مورك.",
        "أخلت القوات الروسية جرحاها من مدينة تدمر.",
        "أخلت الشرطة الألمانية مبنى في برلين.",
        "أخلت قوات النظام حاجز الصفا في ريف حماة.",
    ],
)
def test_people_and_sites_handed_over_are_not_the_place(text: str) -> None:
    """Bodies, fighters, the wounded or a house, handed over or brought out, leave the place with who holds it."""
    assert claims(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "سلم مقاتلو جيش الإسلام بلدة الضمير للجيش السوري.",
        "سلم مقاتلو جيش الإسلام أمس بلدة الضمير لقوات الجيش السوري.",
        "سلم عناصر فصيل جيش الإسلام بلدة الضمير إلى الجيش السوري.",
        "سلم جيش الإسلام مواقعه في بلدة الضمير إلى الجيش السوري.",
    ],
)
def test_who_gives_a_place_and_who_gets_it(text: str) -> None:
    """The receiver stands behind "to", as a word or a letter; a word that only ends in that letter is none."""
    assert claims(text) == {("JAYSH_ISLAM", "الضمير", "lost"), ("SYR_ARMY", "الضمير", "holds")}


def test_a_place_left_is_lost_and_where_one_goes_is_not() -> None:
    """Who vacates a place, or positions in it, loses it; who withdraws to one does not."""
    assert claims("أخلت قوات النظام السوري مدينة تدمر.") == {("SYR_ARMY", "تدمر", "lost")}
    assert claims("أخلت قوات سوريا الديمقراطية مواقعها ونقاطها في منبج.") == {("SDF", "منبج", "lost")}
    assert claims("أخلى تنظيم داعش مواقعه في مدينة الباب.") == {("IS", "الباب", "lost")}
    assert claims("انسحب الجيش السوري إلى بلدة صوران.") == set()
