"""Evidence: what the claims of coded articles say of who holds which place."""

import datetime as dt

import pytest

import sijill
from sijill.documents import Document
from sijill.territory.evidence import Evidence, evidence_of

CODER = sijill.load([], model=None)
PUBLISHED = "2018-06-20"


def read(text: str, source: str | None = None) -> list[Evidence]:
    document: Document = CODER(text, published=PUBLISHED, source=source)
    return list(evidence_of(document))


@pytest.mark.parametrize(("text", "kind", "subject"), [
    ("سيطرت قوات النظام السوري على مدينة دوما أمس بعد طرد جيش الإسلام منها.", "takes", "SYR_ARMY"),
    ("انسحب تنظيم داعش من مدينة تدمر أمس.", "leaves", "IS"),
    ("دخلت قوات النظام السوري أمس إلى بلدة الضمير.", "enters", "SYR_ARMY"),
    ("لا يزال تنظيم داعش يسيطر على مدينة تدمر.", "holds", "IS"),
    ("دارت اشتباكات عنيفة بين الجيش اليمني والحوثيين في مديرية صرواح.", "clash", "YEM_GOV_FORCES"),
    ("قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس.", "strikes", "SYR_ARMY"),
    ("نفى الجيش السوري سيطرة تنظيم داعش على مدينة تدمر.", "denied", "IS"),
    ("يواصل الجيش اليمني عملية استعادة مدينة الحديدة من الحوثيين.", "attempts", "YEM_GOV_FORCES"),
])
def test_what_an_article_says(text: str, kind: str, subject: str) -> None:
    """Each kind of claim is read with the side of whom it tells."""
    found = [e for e in read(text) if e.kind == kind]
    assert found and subject in found[0].subjects, [(e.kind, e.subjects, e.place.name) for e in read(text)]


def test_a_taking_has_its_day_the_day_before_and_who_lost() -> None:
    """A change says who held the place until the day before; the report's day is when it is known."""
    one = next(e for e in read("سيطرت قوات النظام السوري على مدينة دوما أمس بعد طرد جيش الإسلام منها.")
               if e.kind == "takes")
    assert (one.day, one.before, one.known) == (dt.date(2018, 6, 19), dt.date(2018, 6, 18), dt.date(2018, 6, 20))
    assert one.subjects == ("SYR_ARMY",) and one.objects[:1] == ("SYR_OPPOSITION",) and one.age == "fresh"
    assert "دوما" in one.words and one.country == "SYR"


def test_a_clash_changes_no_holder_before() -> None:
    """What is no change says nothing of the day before."""
    assert {e.before for e in read("اشتبك الجيش اليمني مع الحوثيين في مديرية صرواح أمس.")} == {None}


@pytest.mark.parametrize(("speaker", "relation"), [
    ("بحسب المرصد السوري لحقوق الإنسان", "monitor"), ("بحسب متحدث باسم جيش الإسلام", "enemy"),
    ("وفق ما أعلن جيش النظام السوري", "own")])
def test_who_says_it_is_set_against_of_whom(speaker: str, relation: str) -> None:
    """A claim is a side's own, its enemy's or a monitor's by its speaker."""
    found = [e for e in read(f"سيطرت قوات النظام السوري على مدينة دوما أمس، {speaker}.") if e.kind == "takes"]
    assert found and found[0].relation == relation


@pytest.mark.parametrize(("place", "spread"), [("مدينة دوما", "whole"), ("أجزاء من مدينة دوما", "part"),
                                               ("محيط مدينة دوما", "around")])
def test_how_much_of_a_place_is_told_of(place: str, spread: str) -> None:
    """A part and the surroundings are not the whole."""
    found = [e for e in read(f"سيطرت قوات النظام السوري على {place} أمس.") if e.kind == "takes"]
    assert found and found[0].spread == spread


def test_who_is_driven_out_leaves_and_who_drives_does_not() -> None:
    """Where fighters are taken out of a town the leaver is not who enters it."""
    found = read("دخل عناصر من الجيش السوري بلدة زملكا ظهر الأحد بعد إخراج مقاتلي جيش الإسلام منها.")
    leavers = {s for e in found if e.kind == "leaves" for s in e.subjects}
    assert "SYR_ARMY" not in leavers
    assert any(e.kind == "enters" and "SYR_ARMY" in e.subjects for e in found)


def test_civilians_and_articles_without_a_date_say_nothing() -> None:
    """Who cannot hold a place is no subject; without any day there is no evidence."""
    assert not [e for e in read("غادر مدنيون مدينة دوما أمس.") if "CIVILIANS" in (*e.subjects, *e.objects)]
    assert not list(evidence_of(CODER("سيطرت قوات النظام السوري على مدينة دوما.")))


def test_people_handed_over_say_nothing_of_who_holds_the_place() -> None:
    """Who hands over bodies in a place neither leaves nor enters it; who hands over the place leaves it."""
    assert read("سلم الجيش السوري جثث مقاتلين إلى هيئة تحرير الشام في إدلب أمس.") == []
    given = read("سلم مقاتلو جيش الإسلام بلدة الضمير إلى الجيش السوري أمس.")
    assert [(e.kind, tuple(e.subjects), tuple(e.objects)) for e in given] == [
        ("leaves", ("SYR_OPPOSITION",), ("SYR_ARMY",))]
