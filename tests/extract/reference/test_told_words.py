"""Told words: what a mention says of itself, that it flies, is counted or is a people, settles whom it may mean."""

import datetime as dt

import pytest
from tests.extract.reference.test_reference import sides

from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


@pytest.mark.parametrize(("text", "side"), [
    ("قتل مدنيان بقصف طائرات لا يعرف أهي سورية أم روسية على ريف إدلب.", "UNIDENTIFIED_AIRCRAFT"),
    ("قتل مدنيان بقصف طائرات لم تعرف هويتها على ريف إدلب السورية.", "UNIDENTIFIED_AIRCRAFT"),
])
def test_aircraft_of_nobody_known_are_nobodys(text: str, side: str) -> None:
    """Aircraft of which it is said not to be known whose they are are of nobody."""
    assert sides(text, "2018-06-01")["طائرات"] == side


def test_aircraft_that_did_not_do_something_are_somebodys() -> None:
    """A negation behind aircraft that denies something else leaves them to whom they belong."""
    text = "قصف الطيران السوري إدلب. وحلقت طائرات لم تقصف البلدة فوق ريف إدلب السورية."
    assert sides(text, "2018-06-01")["طائرات"] == "SYR_AIRFORCE"


@pytest.mark.parametrize(("text", "word", "side"), [
    ("فاوض مسؤولون أتراك حزب العمال الكردستاني. وقال الجيش التركي في أنقرة إنه أوقف الهدنة مع الأكراد.", "الأكراد",
     "PKK"),
    ("وصل الجيش التركي إلى ماردين في تركيا وقال إن القوات هاجمت موقعا.", "القوات", "TUR_ARMED"),
])
def test_a_people_without_a_state_are_no_states_forces(text: str, word: str, side: str) -> None:
    """"The Kurds" are never the army that was named last, as "the forces" may be."""
    assert sides(text, "2015-08-01")[word] == side


@pytest.mark.parametrize(("text", "side"), [
    ("خاض الجيش التركي معارك مع حزب العمال الكردستاني في هكاري. وقتل 26 مسلحا.", "PKK"),
    ("خاض الجيش التركي معارك مع حزب العمال الكردستاني في هكاري. وفي مصر قتل جندي. وفي سيناء قتل 26 مسلحا.",
     "UNIDENTIFIED_GUNMEN"),
    ("قتل الجيش المصري 26 مسلحا في سيناء.", "UNIDENTIFIED_GUNMEN"),
    ("خاض الجيش التركي معارك مع حزب العمال الكردستاني في هكاري. وهاجم مسلح نقطة.", "UNIDENTIFIED_GUNMEN"),
])
def test_counted_gunmen_are_of_the_group_told_before(text: str, side: str) -> None:
    """"26 gunmen" are of the armed group of their sentence or the one before; uncounted or farther off, nobody's."""
    document = read_document(text, published=dt.date(2018, 3, 1))
    meant = [one.id for m, one in zip(document.actors or (), resolve(document), strict=True)
             if text[m.start : m.end].startswith("مسلح")]
    assert meant == [side]


@pytest.mark.parametrize(("text", "word", "side"), [
    ("أغارت طائرات على رفح في قطاع غزة.", "طائرات", "ISR_AIRFORCE"),
    ("أغارت طائرات انتحارية على رفح في قطاع غزة.", "طائرات انتحارية", "UNIDENTIFIED_AIRCRAFT"),
    ("أغارت طائرات مجهولة الهوية على رفح في قطاع غزة.", "طائرات مجهولة الهوية", "UNIDENTIFIED_AIRCRAFT"),
    ("أغارت طائرات على الفاشر في السودان.", "طائرات", "SAF_AIRFORCE"),
])
def test_aircraft_over_a_land_without_any_are_those_met_there(text: str, word: str, side: str) -> None:
    """Bare aircraft over Gaza are Israel's; what rebels have, and what is called unidentified, stays nobody's."""
    assert sides(text, "2024-05-01")[word] == side
