"""A name is that of who bore it on the day that a text tells of."""

import pytest
from tests.extract.reference.test_reference import sides


@pytest.mark.parametrize(("text", "name", "side"), [
    ("خاضت الكتيبة معارك ضد جبهة النصرة في ريف درعا أواخر عام 2014 قبل أن تنسحب.", "جبهة النصرة", "NUSRA"),
    ("في خريف 2015 هاجمت جبهة النصرة بلدات في إدلب.", "جبهة النصرة", "NUSRA"),
    ("دافعت وحدات الحرس الجمهوري عن كربلاء وبغداد أمام الأمريكيين قبل سقوط العاصمة العراقية.",
     "وحدات الحرس الجمهوري", "IRQ_ARMY_SADDAM"),
    ("سيطرت جماعة أنصار الشريعة على أحياء في بنغازي ودرنة الليبيتين.", "جماعة أنصار الشريعة", "ANSAR_SHARIA_LBY"),
])
def test_a_name_of_a_year_before_is_of_who_bore_it(text: str, name: str, side: str) -> None:
    """Behind an earlier year, or far from those who bear a name now, it means who bore it before."""
    assert sides(text, "2018-08-01")[name] == side


@pytest.mark.parametrize(("text", "name", "side"), [
    ("تسيطر جبهة النصرة منذ عام 2015 على أحياء في إدلب.", "جبهة النصرة", "HTS"),
    ("هاجمت جبهة النصرة بلدات في إدلب في تموز 2018.", "جبهة النصرة", "HTS"),
    ("شارك الجيش العراقي عام 2003 وبعده في معارك الفلوجة.", "الجيش العراقي", "IRQ_ARMY"),
    ("تقدمت قوات الحرس الجمهوري في الغوطة الشرقية قرب دمشق.", "قوات الحرس الجمهوري", "SYR_REPGUARD"),
    ("هاجم مسلحو أنصار الشريعة حاجزا في أبين جنوبي اليمن.", "مسلحو أنصار الشريعة", "AQAP"),
])
def test_a_name_of_now_is_of_who_bears_it(text: str, name: str, side: str) -> None:
    """Since a year is until now, the article's own year is no earlier one, and who lives then too keeps the name."""
    assert sides(text, "2018-08-01")[name] == side


def test_whom_the_article_names_outright_keeps_his_name() -> None:
    """Where those who bear the name now are named by another name as well, the name is theirs."""
    text = "هاجم تنظيم القاعدة في جزيرة العرب موقعا في بنغازي الليبية. وقالت أنصار الشريعة إنها قتلت جنودا في ليبيا."
    assert sides(text, "2018-08-01")["أنصار الشريعة"] == "AQAP"


def test_who_is_not_yet_there_bears_no_name() -> None:
    """A branch that comes to be only later is not meant before, though the article plays in its country."""
    text = "هاجم مقاتلو تنظيم داعش موقعا للجيش المصري في القاهرة."
    assert sides(text, "2014-07-08")["مقاتلو تنظيم داعش"] == "IS"
