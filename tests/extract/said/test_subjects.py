"""Who does a deed by form or place."""

import dataclasses
import datetime as dt

import pytest
from tests.extract.drafted import named, pointed, sides, told, view_of

from sijill.extract.said.subjects import before_its_object, hits_what_follows, men_on, nominative_subject, past_day


@pytest.mark.parametrize(("text", "verb", "doer"), [
    ("تصدى الجيش العراقي لهجوم أمس، وفي تلعفر هاجم مسلحون مجهولون موقعا.", "هاجم", "UNIDENTIFIED_GUNMEN"),
    ("بعد انسحاب الجيش العراقي احتجز مقاتلو داعش عشرات السكان.", "احتجز", "IS"),
])
def test_men_in_the_nominative_do_it(text: str, verb: str, doer: str) -> None:
    """Armed men in the nominative right behind a verb do what it tells."""
    assert sides(told(text, verb))[0] == [doer]


def test_who_is_killed_may_be_in_the_nominative() -> None:
    """Men in the nominative behind a word for dying are those who died."""
    assert "IS" in sides(told("في الموصل قتل مقاتلو داعش بنيران الجيش العراقي.", "قتل"))[1]


@pytest.mark.parametrize(("text", "word", "first"), [
    ("اعتقل مقاتلو داعش في الموصل.", "اعتقل", []),
    ("أوقف مقاتلو داعش للتحقيق.", "أوقف", []),
    ("اعتقل مقاتلو داعش عشرات السكان في الموصل.", "اعتقل", ["IS"]),
])
def test_men_behind_a_verb_of_holding_with_nobody_held_are_held(text: str, word: str, first: list[str]) -> None:
    """"Fighters were arrested in P" tells who was held, and "fighters arrested people" who held them."""
    assert sides(told(text, word))[0] == first


def test_a_side_before_what_is_searched_does_it() -> None:
    """"During the army's search of a town" the army does it, whoever was told of before."""
    text = "قتل ضابط بعبوة زرعها مسلحو داعش أثناء تمشيط قوات الجيش العراقي لإحدى مناطق الرمادي."
    assert sides(told(text, "تمشيط"))[0] == ["IRQ_ARMY"]


def test_a_side_before_a_place_it_held_is_hit() -> None:
    """"The shelling of the army's positions" does not say that the army shelled."""
    assert sides(told("أسفر استهداف مواقع الجيش السوري في حلب عن قتلى.", "استهداف"))[0] == []


@pytest.mark.parametrize(("text", "form", "frame", "said"), [
    ("هاجم مسلحون مجهولون موقعا.", "perfect", "agent_patient", ["مسلحون مجهولون"]),
    ("هاجم مقاتلو داعش موقعا.", "perfect", "agent_patient", ["مقاتلو داعش"]),
    ("هاجم مسلحون مجهولون موقعا.", "noun", "agent_patient", []),
    ("هاجم مسلحون مجهولون موقعا.", "perfect", "victim", []),
    ("هاجم مسلحين مجهولين موقعا.", "perfect", "agent_patient", []),
    ("هاجم مسلحي داعش موقعا.", "perfect", "agent_patient", []),
    ("هاجم الناتو موقعا.", "perfect", "agent_patient", []),
    ("هاجم تنظيم داعش موقعا.", "perfect", "agent_patient", []),
    ("هاجم مدنيون موقعا.", "perfect", "agent_patient", []),
])
def test_what_is_nominative(text: str, form: str, frame: str, said: list[str]) -> None:
    """Armed men who end like a subject, also with an owner, do what a verb tells, unless it tells what befalls them."""
    view, trigger = pointed(text, "هاجم", "Armed clash", form, frame)
    number = nominative_subject(view, trigger, 0)
    assert named(view, () if number is None else (number,)) == said
    assert nominative_subject(view, trigger, None) is None


@pytest.mark.parametrize(("text", "hits"), [
    ("تمشيط الجيش العراقي للمدينة.", True), ("تمشيط الجيش العراقي لإحدى القرى.", True),
    ("تمشيط المدنيين للمدينة.", False), ("تمشيط الجيش العراقي له.", False),
    ("قصف الجيش العراقي لهجوم شنه مسلحون.", False), ("تمشيط الجيش العراقي لواء المدينة.", False),
    ("تمشيط الجيش العراقي لأجل الأمن.", False),
    ("تمشيط الجيش العراقي المدينة.", False), ("تمشيط الجيش العراقي", False),
])
def test_what_follows_is_hit(text: str, hits: bool) -> None:
    """An armed side does it before "to" a thing: no deed, no pronoun alone, no word that only begins like "to"."""
    view, _ = pointed(text, text.split()[0], "Armed clash")
    assert hits_what_follows(view, 0) == hits


@pytest.mark.parametrize(("text", "word", "first", "second"), [
    ("واختطف مسلحون من تنظيم داعش أمس 12 مدنيا في الحويجة.", "اختطف", ["IS"], ["CIVILIANS"]),
    ("وخطف عناصر من جبهة النصرة فجر أمس جنديين من الجيش العراقي في ربيعة.", "خطف", ["NUSRA"], ["IRQ_ARMY"]),
    ("أضاف أن مسلحين اختطفوا ثلاثة من أبناء القرية في ديالى.", "اختطفوا", ["UNIDENTIFIED_GUNMEN"], ["CIVILIANS"]),
    ("قال مصدر إن 13 رجلا خطفوا الأربعاء في بلدة خان بني سعد.", "خطفوا", [], ["CIVILIANS"]),
    ("خطف عناصر من قوات النظام قرب حماة أمس.", "خطف", [], ["SYR_ARMY"]),
])
def test_a_day_parts_no_doer_from_whom_he_holds(text: str, word: str, first: list[str], second: list[str]) -> None:
    """Men behind a verb hold those told behind a day or counted behind it, and are held where nobody is told there."""
    assert sides(told(text, word, dt.date(2015, 7, 25))) == (first, second)


@pytest.mark.parametrize(("text", "word", "first"), [
    ("قتل مسلحون عبد الأمير المحمداوي مرشح حزب في البصرة.", "قتل", ["UNIDENTIFIED_GUNMEN"]),
    ("ذكر أن مسلحين قتلوا محمد العلي أحد المرشحين في الموصل.", "قتلوا", ["UNIDENTIFIED_GUNMEN"]),
    ("قتل مسلحون في البصرة.", "قتل", []),
    # one man's title before his name
    ("قتل الجندي اللبناني محمد حمية في عرسال.", "قتل", []),
    ("اغتيل الرئيس الجزائري محمد بوضياف في عنابة.", "اغتيل", []),
    ("ذكر أن مسلحين قتلوا في الموصل.", "قتلوا", []),
])
def test_armed_men_beside_a_verb_hit_somebody_named_behind_them(text: str, word: str, first: list[str]) -> None:
    """A person's first name behind gunmen and their verb is whom they hit; without one they may be the dead."""
    assert sides(told(text, word))[0] == first


@pytest.mark.parametrize(("text", "word", "doer", "hit"), [
    ("طعن شاب فلسطيني مستوطنا قرب رام الله.", "طعن", "شاب فلسطيني", "مستوطنا"),
    ("طعن رجل شرطيا في وسط لندن.", "طعن", "رجل", "شرطيا"),
    ("طعن شاب جنديا إسرائيليا في القدس.", "طعن", "شاب", "جنديا إسرائيليا"),
    ("طعن شاب مستوطناً في الخليل.", "طعن", "شاب", "مستوطناً"),
])
def test_who_ends_as_an_object_does_is_hit_by_who_stands_before(text: str, word: str, doer: str, hit: str) -> None:
    """Of "a youth stabbed a settler" the settler's word ends as an object does: the youth stabbed."""
    view, trigger = pointed(text, word, "Attack", "perfect")
    found = men_on(view, trigger)
    assert found is not None and found[1] is not None
    assert named(view, [found[0]]) == [doer] and named(view, [found[1]]) == [hit]


@pytest.mark.parametrize(("text", "form"), [
    ("طعن شابا مستوطنا قرب رام الله.", "perfect"), ("طعن رجل الضحايا قرب رام الله.", "perfect"),
    ("طعن شاب مستوطن قرب رام الله.", "perfect"), ("طعن شاباً مستوطناً قرب رام الله.", "perfect"),
    ("طعن شاب مستوطنا قرب رام الله.", "noun"), ("طعن شاب تركيا.", "perfect"),
    ("طعن شاب أمس سوريا.", "perfect"), ("طعن شاب أمس مدينة.", "perfect"),
])
def test_other_endings_say_no_object(text: str, form: str) -> None:
    """Two words in one case, nouns, countries and one word alone do not say who did it to whom."""
    view, trigger = pointed(text, "طعن", "Attack", form)
    assert men_on(view, trigger) is None


def test_the_words_for_a_day_are_passed() -> None:
    """From the first word for a day the token behind the last is found, from another word that word itself."""
    view = view_of("اعتقل الجيش يوم الثلاثاء الماضي ثلاثة رجال.")
    assert view.tokens[past_day(view, 2)].norm == "ثلاثه" and past_day(view, 1) == 1
    assert past_day(view, len(view.tokens)) == len(view.tokens)


@pytest.mark.parametrize(("text", "word", "first"), [
    ("في المساء أطلق شخصان النار على ضابط في بغداد.", "أطلق", ["UNIDENTIFIED_GUNMEN"]),
    ("في المساء فتحت امرأتان النار على دورية للشرطة العراقية.", "فتحت", ["UNIDENTIFIED_GUNMEN"]),
])
def test_who_stands_before_the_fire_opened_it(text: str, word: str, first: list[str]) -> None:
    """Of "two persons opened fire on" they are the doers, though people without arms are mostly hit."""
    assert sides(told(text, word))[0] == first


@pytest.mark.parametrize(("text", "lemma", "form", "frame", "kind", "said"), [
    ("أطلق رجل النار على ضابط.", "أطلق.1", "perfect", "agent_patient", "Attack", ["رجل"]),
    ("أطلق 3 رجال النار على ضابط.", "أطلق.1", "perfect", "agent_patient", "Attack", ["رجال"]),
    ("أطلق جنود أمس النار على ضابط.", "أطلق.1", "perfect", "agent_patient", "Attack", ["جنود"]),
    ("أطلق رجل النار على ضابط.", "أطلق.1", "noun", "agent_patient", "Attack", []),
    ("أطلق رجل النار على ضابط.", "أطلق.1", "perfect", "victim", "Attack", []),
    ("أطلق رجل النار على ضابط.", "أطلق.1", "perfect", "agent_patient", "Talks", []),
    ("أطلق جنود النار على ضابط.", "أطلق.1", "perfect", "agent_patient", "Talks", ["جنود"]),
    ("انتشل مسعفون جثث الضحايا.", "انتشل", "perfect", "agent_patient", "Attack", []),
    ("أطلق رجل في نيران الحي.", "أطلق.1", "perfect", "agent_patient", "Attack", []),
    ("أطلق رجل في البيت النار.", "أطلق.1", "perfect", "agent_patient", "Attack", []),
    ("رشقت الشرطة بالحجارة أمس.", "رشق", "perfect", "agent_patient", "Violent demonstration", []),
    ("أطلقوا جنود النار على ضابط.", "أطلق.1", "perfect", "agent_patient", "Attack", []),
    ("قصفت جنود النار على ضابط.", "قصف", "perfect", "agent_patient", "Attack", []),
])
def test_who_stands_between_a_verb_and_the_object_it_needs(
        text: str, lemma: str, form: str, frame: str, kind: str, said: list[str]) -> None:
    """Between a verb and its own object stands its subject; unarmed, only of what strikes others."""
    view, trigger = pointed(text, text.split()[0], kind, form, frame)
    number = before_its_object(view, dataclasses.replace(trigger, lemma=lemma))
    assert ([] if number is None else named(view, [number])) == said
