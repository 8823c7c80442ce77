"""Aims, outcomes, the dead that are carried, drugs and shared views are told beside deeds, and are none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.drafted import drafts, pointed

from sijill.extract.tables.lexicon import event_types
from sijill.extract.triggers.by_the_way import by_the_way

TAKING = "Government regains territory"
CLASH, STRIKE = "Armed clash", "Shelling/artillery/missile attack"


def none_told(text: str, word: str, kind: str, lemma: str, form: str = "noun") -> bool:
    """Whether a word tells no deed, were it read as one of a type."""
    view, trigger = pointed(text, word, kind, form)
    event = replace(drafts("قصف الجيش السوري مدينة حلب.")[0], sub_event_type=kind, event_type=event_types()[kind],
                    trigger=replace(trigger, lemma=lemma))
    return by_the_way(view, event)


@pytest.mark.parametrize(("text", "word", "form", "none"), [
    ("تهدف العملية إلى السيطرة على تدمر.", "السيطرة", "noun", True),
    ("تهدف العملية التي أطلقها الجيش إلى السيطرة على تدمر.", "السيطرة", "noun", True),
    ("شن الجيش عملية ترمي لاستعادة تدمر.", "لاستعادة", "noun", True),
    ("شن الجيش عملية هادفة إلى تطويق تدمر والسيطرة على مطارها.", "والسيطرة", "noun", True),
    # who tries, who did, and what another clause tells
    ("يسعى الجيش إلى السيطرة على تدمر.", "السيطرة", "noun", False),
    ("تهدف العملية إلى عزل تدمر، وأدت إلى السيطرة على مطارها.", "السيطرة", "noun", False),
    ("تهدف العملية إلى عزل تدمر، والسيطرة على مطارها تمت فجرا.", "والسيطرة", "noun", False),
    ("تهدف العملية إلى عزل تدمر بعد السيطرة على مطارها.", "السيطرة", "noun", False),
    ("تهدف الجولة إلى إنهاء الأزمة بعد لقاء الرئيس.", "لقاء", "noun", False),
    ("بدأت عملية تهدف إلى عزل تدمر وقتل الجيش مسلحا والسيطرة تامة.", "والسيطرة", "noun", False),
    ("بدأت عملية تهدف إلى عزل تدمر وسيطر الجيش على مطارها.", "وسيطر", "perfect", False),
])
def test_what_a_deed_aims_at_is_not_done(text: str, word: str, form: str, none: bool) -> None:
    """What an operation aims at, and what "and" joins to that, is no event; what is tried or done beside it is."""
    assert none_told(text, word, TAKING, "سيطر.1", form) is none


@pytest.mark.parametrize(("text", "word", "kind", "lemma", "none"), [
    ("شن الطيران غارات أدت إلى انفجارات عنيفة في صنعاء.", "انفجارات", STRIKE, "انفجر", True),
    ("تسبب القصف بانفجارات في صنعاء.", "بانفجارات", STRIKE, "انفجر", True),
    ("قال المصدر إن الغارات أدت أيضا إلى تدمير دبابة.", "تدمير", CLASH, "دمر.1", True),
    # what a weapon leads to has no other word
    ("تسببت سيارة مفخخة بانفجار ضخم في مقديشو.", "بانفجار", STRIKE, "انفجر", False),
    ("تسبب لغم بانفجار جرارهم في حاس.", "بانفجار", STRIKE, "انفجر", False),
    # by itself, as the object of a verb, by an operation, at the start; other deeds and types that come of one
    ("سمعت انفجارات عنيفة في صنعاء.", "انفجارات", STRIKE, "انفجر", False),
    ("أدت الغارات مهمتها، وأعلن الجيش تدمير دبابة.", "تدمير", CLASH, "دمر.1", False),
    ("أسفرت العملية عن تدمير دبابة.", "تدمير", CLASH, "دمر.1", True),
    ("العملية العسكرية أسفرت عن تدمير دبابة.", "تدمير", CLASH, "دمر.1", False),
    ("أدت المعارك إلى انسحاب الجيش.", "انسحاب", CLASH, "انسحب", False),
    ("أدت المعارك إلى تدمير منازل.", "تدمير", "Looting/property destruction", "دمر.1", False),
    ("في تدمير الدبابة شارك الجيش.", "تدمير", CLASH, "دمر.1", False),
    ("أدى تدمير الدبابة إلى انسحاب الجيش.", "تدمير", CLASH, "دمر.1", False),
])
def test_blasts_and_destruction_that_came_of_a_deed_are_told_with_it(text: str, word: str, kind: str, lemma: str,
                                                                     none: bool) -> None:
    """What strikes "led to" is no other event than they; blasts by themselves and what operations destroy are."""
    assert none_told(text, word, kind, lemma) is none


@pytest.mark.parametrize(("text", "word", "kind", "lemma", "none"), [
    ("قتل جنديان لدى قيام الجيش فجرا بعملية تمشيط في حاس.", "تمشيط", CLASH, "مشّط", True),
    ("قتل جنديان لدى قيام الجيش بتفجير ألغام في حاس.", "بتفجير", "Disrupted weapons use", "فجّر.1", False),
    ("قتل جندي بلغم أثناء قيامه بعملية تطهير حقل قرب حاس.", "تطهير", CLASH, "طهّر", True),
    ("قتل جندي خلال قيام وحدته بعملية في حاس.", "بعملية", CLASH, "عملية", True),
    ('قتل جندي خلال قيام وحدته بـ"عملية معتادة" في حاس.', "عملية", CLASH, "عملية", True),
    ("قتل جندي خلال قيامه بدورية بعد معركة في حاس.", "معركة", CLASH, "معركة", False),
    ("قتل جندي خلال قيامه بدورية في بلدة قرب معركة.", "معركة", CLASH, "معركة", False),
    ("بدأ الجيش قيامه بعملية في حاس.", "بعملية", CLASH, "عملية", False),
    # strikes, of which people die, and attacks, in which those who attack do
    # what somebody tells of, what stands before or in another clause
    ("قتل خمسة جنود خلال قيامهم بهجوم على حاس.", "بهجوم", CLASH, "هجوم", False),
    ("قتل طفل خلال قيام الجيش بقصف حاس.", "بقصف", STRIKE, "قصف", False),
    ("أعلن الوزير قيام الجيش بعملية في حاس.", "بعملية", CLASH, "عملية", False),
    ("قتل جندي خلال قيامه بدورية، ورد رفاقه بهجوم على حاس.", "بهجوم", CLASH, "هجوم", False),
    ("قتل جندي خلال قيامه فجرا مع هجوم على حاس.", "هجوم", CLASH, "هجوم", False),
    ("بعملية قتل جندي في حاس.", "بعملية", CLASH, "عملية", False),
])
def test_what_men_were_about_when_they_died_is_the_setting(text: str, word: str, kind: str, lemma: str,
                                                           none: bool) -> None:
    """"While its combing P" tells when men died; "while its blowing up mines" may tell of what."""
    assert none_told(text, word, kind, lemma) is none


@pytest.mark.parametrize(("text", "word", "form", "lemma", "none"), [
    ("نقل الجيش جثث المقاتلين إلى القاعدة.", "نقل", "perfect", "نقل.1", True),
    ("أخرج السكان من تحت الركام جثة قائدهم.", "أخرج", "perfect", "أخرج.1", False),
    ("جثث المقاتلين القتلى نقلت إلى القاعدة.", "نقلت", "perfect", "نقل.1", True),
    ("جثث كثيرة، والأسرى نقلوا إلى القاعدة.", "نقلوا", "perfect", "نقل.1", False),
    ("جثث تركها العدو ونقلت إلى القاعدة.", "ونقلت", "perfect", "نقل.1", False),
    ("بعد جثث المقاتلين أعلن نقل الأسرى.", "نقل", "noun", "نقل.1", False),
    ("نقل الجيش الأسرى إلى القاعدة.", "نقل", "perfect", "نقل.1", False),
    ("سلم الجيش جثث المقاتلين بعد نقل الأسرى.", "نقل", "noun", "نقل.1", False),
    ("تبادل الجيشان جثث المقاتلين.", "تبادل", "perfect", "تبادل.1", False),
])
def test_who_carries_the_dead_moves_no_forces(text: str, word: str, form: str, lemma: str, none: bool) -> None:
    """Bodies that are carried away tell no deployment; captives who are, and bodies that are exchanged, do."""
    assert none_told(text, word, "Change to group/activity", lemma, form) is none


@pytest.mark.parametrize(("text", "kind", "none"), [
    ("ضبط الجيش كميات من المخدرات قرب سيناء.", "Disrupted weapons use", True),
    ("ضبط الجيش أسلحة ومخدرات في سيناء.", "Disrupted weapons use", False),
    ("ضبط الجيش مخدرات وبعض الأسلحة في سيناء.", "Disrupted weapons use", False),
    ("ضبط الجيش سيارات بداخلها مخدرات في سيناء.", "Disrupted weapons use", False),
    ("ضبط الجيش ألغاما في سيناء.", "Disrupted weapons use", False),
    ("ضبط الجيش كميات من المخدرات قرب سيناء.", "Arrests", False),
])
def test_drugs_are_no_weapons(text: str, kind: str, none: bool) -> None:
    """Drugs alone that are seized disarm nobody; arms and vehicles beside them do."""
    assert none_told(text, "ضبط", kind, "ضبط", "perfect") is none


@pytest.mark.parametrize(("text", "word", "none"), [
    ("اتفق الرئيسان على أهمية الحوار.", "اتفق", True),
    ("اتفقت واشنطن مع لندن على أنه لا حل.", "اتفقت", True),
    ("يسود اتفاق بين الوكالات على أن الوضع خطير.", "اتفاق", True),
    ("اتفق الطرفان على أن ينسحب المقاتلون.", "اتفق", False),
    ("اتفق الطرفان على هدنة.", "اتفق", False),
    ("اتفق الطرفان، وشدد الوسيط على أهمية الحوار.", "اتفق", False),
])
def test_who_hold_one_view_conclude_no_accord(text: str, word: str, none: bool) -> None:
    """Two who agree that something is so, or matters, conclude nothing; who agree that one withdraw do."""
    assert none_told(text, word, "Agreement", "اتفق", "perfect") is none
