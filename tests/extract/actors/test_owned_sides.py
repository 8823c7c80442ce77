"""Owned sides: which branch of a state, or which of its groups, a head word means with its owner or nationality."""

import datetime as dt

import pytest
from tests.extract.named import owners

from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


def test_a_nations_sniper_may_be_its_army_s() -> None:
    """A sniper of a nation may be of its army, its gunmen are not."""
    def meant(text: str) -> tuple[str, ...]:
        document = read_document(text, published=dt.date(2018, 5, 6))
        assert document.actors is not None
        return document.actors[0].ids

    assert "IDF" in meant("أطلق قناص إسرائيلي النار على شاب.")
    assert "IDF" not in meant("أطلق مسلحون إسرائيليون النار على شاب.")


@pytest.mark.parametrize(("words", "side"), [
    ("قناص إسرائيلي", "IDF"), ("قناصة إسرائيليين", "IDF"), ("مسلح إسرائيلي", "SETTLERS"),
])
def test_a_sniper_of_a_state_may_be_a_soldier(words: str, side: str) -> None:
    """A sniper with a nationality may be of that state's army, as a gunman with one is not."""
    assert (words, side) in owners(f"أصيب شاب برصاص {words} قرب بلدة حوارة.", dt.date(2018, 5, 1))


def test_a_deputy_of_a_president_governs() -> None:
    """A deputy of the president is of his government; a deputy alone is a man."""
    assert ("نائب الرئيس الأمريكي", "USA_GOV") in owners("التقى نائب الرئيس الأمريكي قادة الجيش العراقي في بغداد.")
    assert ("نائبا", "CIVILIANS") in owners("اغتال مسلحون نائبا في بغداد.")


@pytest.mark.parametrize(("words", "side"), [
    ("دبلوماسيين كنديين", "NEW:Government of Canada"), ("دبلوماسيان تركيان", "TUR_GOV"),
    ("دبلوماسيون أتراك", "TUR_GOV"), ("جنديين كنديين", "NEW:Military Forces of Canada"),
])
def test_diplomats_are_of_their_government(words: str, side: str) -> None:
    """Diplomats, in the dual and the plural too, are men of their government, as soldiers are of its army."""
    text = f"خطف المهاجمون {words} ليلا."
    assert (words, side) in owners(text)


@pytest.mark.parametrize(("text", "told", "side"), [
    ("قصفت ميليشيات حوثية أحياء تعز.", "ميليشيات حوثية", "HOUTHIS"),
    ("سقطت على تعز قذائف مدفعية حوثية.", "مدفعية حوثية", "HOUTHIS"),
    ("هاجمت عناصر داعشية أطراف الرمادي في العراق.", "عناصر داعشية", "IS"),
    ("قصفت مدفعية سعودية أطراف صعدة.", "مدفعية سعودية", "SAU_ARMED"),
])
def test_the_adjective_of_a_group_says_whose_men_and_guns_are(text: str, told: str, side: str) -> None:
    """A group's adjective in the feminine, as a state's, says whose the militias, men or guns before it are."""
    document = read_document(text, published=dt.date(2015, 8, 1))
    found = {text[m.start : m.end]: one.id for m, one in zip(document.actors or (), resolve(document), strict=True)}
    assert found[told] == side


def test_a_side_with_its_article_is_somebodys() -> None:
    """The Russian side is Russia's government."""
    text = "توصلت الفصائل إلى اتفاق مع الجانب الروسي."
    found = {text[m.start : m.end]: m.ids for m in read_document(text).actors or ()}
    assert found["الجانب الروسي"] == ("RUS_GOV",)


def test_forces_backed_by_somebody_are_no_government() -> None:
    """Forces that another side backs are an army's and not a government's; aircraft are an air force's."""
    def ids(text: str) -> tuple[str, ...]:
        return next(m.ids for m in read_document(text, published=day).actors or () if m.rule.endswith("loyal"))

    day = dt.date(2018, 6, 1)
    found = ids("توغلت قوات مدعومة من التحالف العربي قرب الحديدة اليمنية.")
    assert "YEM_GOV" not in found and "YEM_GOV_FORCES" in found
    assert ids("حلقت فوق إدلب مروحيات سورية مدعومة من روسيا.") == ("SYR_AIRFORCE",)
