"""What two words beside each other tell once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.extract.drafted import DAY, drafts

import sijill
from sijill.documents import Casualty, Event, Speaker
from sijill.extract.clauses.view import View
from sijill.extract.events.told_once import told_once
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document

CODER = sijill.load(model=None)
TOLL = Casualty(0, 4, "killed", 3, 3, None, "test")


def words(text: str) -> list[str]:
    """The words that tell the events of a report."""
    document = CODER(text, published="2019-05-06")
    return [text[e.trigger.start : e.trigger.end] for e in document.events or ()]


def test_foiling_an_attack_is_told_once() -> None:
    """Beside the attack that it foils, "fought off" is no fighting of its own; alone it is, and so is interception."""
    assert words("صدت القوات العراقية هجوماً عنيفاً شنه تنظيم داعش على حقل عجيل أمس الأحد.") == ["هجوماً"]
    assert words("صدت القوات العراقية تنظيم داعش في محيط حقل عجيل أمس الأحد.") == ["صدت"]
    assert "تصدت" in words("تصدت الدفاعات الجوية السورية لغارات إسرائيلية استهدفت مطار التيفور.")


@pytest.mark.parametrize(("text", "told"), [
    ("بسطت قوات الوفاق سيطرتها على كامل الحدود الإدارية لطرابلس.", ["سيطرتها"]),
    ("وصلت تعزيزات عسكرية تابعة لقوات حفتر إلى محيط مطار طرابلس.", ["تعزيزات"]),
    ("بسطت وحدات من الجيش السوري سيطرتها الكاملة على مدينة القصير.", ["سيطرتها"]),
])
def test_a_verb_and_the_deed_that_is_its_object_are_one_event(text: str, told: list[str]) -> None:
    """Of a verb and a verbal noun right behind it, of one type, doer and place, the surer tells the event."""
    assert words(text) == told


def test_two_deeds_are_two_events() -> None:
    """A comma between, or another place, keeps both."""
    assert len(words("قصفت قوات النظام السوري بلدة كفرنبل، وقصف مدفعي استهدف بلدة حاس بريف إدلب.")) == 2


@pytest.mark.parametrize(("text", "kept"), [
    ("قصفت قوات النظام السوري كفرنبل قصفا عنيفا.", ["قصفا"]),
    # a comma, and more than a few words, part two deeds
    ("قصفت الطائرات الروسية كفرنبل، قصفا عنيفا.", ["قصفت", "قصفا"]),
    ("قصفت قوات النظام السوري كفرنبل ليلا من ثلاثة محاور مختلفة وواصلت قصفا عنيفا.", ["قصفت", "قصفا"]),
])
def test_only_the_deed_right_behind_a_verb_is_its_object(text: str, kept: list[str]) -> None:
    """Events alike in type, doer and place stay two where their words do not stand together; else the surer stays."""
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))
    verb, noun = (next(e for e in drafts(text) if text[e.trigger.start : e.trigger.end] == word)
                  for word in ("قصفت", "قصفا"))
    # without a place nothing but the object shows that they are one
    verb, place = replace(verb, places=()), verb.places
    alike = replace(verb, trigger=replace(noun.trigger, form="noun", score=verb.trigger.score + 0.01), event_id="noun")
    assert [text[e.trigger.start : e.trigger.end] for e in told_once(view, (verb, alike))] == kept
    assert len(told_once(view, (verb, replace(alike, sub_event_type="Attack")))) == 2
    # another place parts them where more does
    assert len(told_once(view, (verb, replace(alike, places=place)))) == (1 if kept == ["قصفا"] else 2)


@pytest.mark.parametrize(("means", "together"), [
    ("بغارات", True), ("بعدة غارات", True), ("بعشر غارات", True), ("في عشر غارات", False),
    ("وواصل القصف بغارات", False), ("، بعدة غارات", False),
])
def test_what_a_deed_is_done_with_is_no_deed_of_its_own(means: str, together: bool) -> None:
    """"Struck P with several raids" is one event; behind another verb, a comma or another preposition it is two."""
    text = f"استهدف سلاح الجو السوري مواقع المسلحين في بلدة كفرنبل {means}."
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))
    found = {text[e.trigger.start : e.trigger.end]: e for e in drafts(text)}
    verb, noun = found["استهدف"], next(e for word, e in found.items() if word.endswith("غارات"))
    verb = replace(verb, places=())
    alike = replace(verb, trigger=replace(noun.trigger, form="noun"), event_id="noun")
    assert (len(told_once(view, (verb, alike))) == 1) is together


def _alike(text: str, first: str, second: str) -> tuple[Event, Event]:
    """Two drafts of a report, the second made like the first but for its word and a higher score."""
    found = {text[e.trigger.start : e.trigger.end]: e for e in drafts(text)}
    one, other = found[first], found[second]
    return one, replace(one, trigger=replace(other.trigger, score=one.trigger.score + 0.01), event_id="other")


def _left(text: str, pair: tuple[Event, ...]) -> int:
    document = read_document(text, published=DAY)
    return len(told_once(View(document, resolve(document)), pair))


@pytest.mark.parametrize(("text", "first", "second", "left"), [
    ("قصفت طائرات روسية بلدة كفرنبل في غارات جوية.", "قصفت", "غارات", 1),
    ("قصفت طائرات روسية بلدة كفرنبل في الريف الجنوبي، مستخدمة غارات جوية.", "قصفت", "غارات", 1),
    ("قصفت طائرات روسية بلدة كفرنبل، فيما شنت غارات جوية.", "قصفت", "غارات", 1),
    ("دارت اشتباكات في بلدة كفرنبل، بعد هجوم عنيف.", "اشتباكات", "هجوم", 1),
    ("دارت اشتباكات في بلدة كفرنبل وهجوم عنيف.", "اشتباكات", "هجوم", 1),
    ("قصفت طائرات روسية بلدة كفرنبل. وتحدث سكان عن غارات جوية.", "قصفت", "غارات", 2),
])
def test_one_deed_in_two_words_is_one_event(text: str, first: str, second: str, left: int) -> None:
    """Events alike in type, place and sides are one, whatever stands between their words, in one sentence."""
    assert _left(text, _alike(text, first, second)) == left


@pytest.mark.parametrize(("text", "left"), [
    ("سمع دوي انفجار عنيف في مدينة الحسكة، ناجم عن قصف تركي على مستودع.", 1),
    ("وقعت انفجارات في ريف حلب جراء قصف تركي.", 1),
    ("وقع انفجار في مدينة الحسكة، ثم قصف تركي.", 2),
    ("وقع انفجار ناجم عن لغم في مدينة الحسكة، وأعقبه قصف تركي.", 2),
    ("نزح سكان ناجون من مدينة الحسكة جراء قصف تركي.", 2),
    ("وقع انفجار في قرية نزح سكانها بسبب قصف تركي.", 2),
    ("وقع انفجار في قرية نزح سكانها، ناجم عن قصف تركي.", 1),
])
def test_an_explosion_and_what_caused_it_are_one_event(text: str, left: int) -> None:
    """An explosion "caused by" shelling is told once, whatever its type and place; one before shelling, or before
    what was done because of it, is another."""
    one, other = sorted(drafts(text), key=lambda e: e.trigger.start)
    one, other = replace(one, places=()), replace(other, sub_event_type="Air/drone strike", actor1=(), actor2=())
    assert _left(text, (one, other)) == left
    denied = replace(other, factuality="denied")
    assert _left(text, (one, denied)) == 2 == _left(text, (one, replace(other, event_type="Humanitarian")))


@pytest.mark.parametrize(("text", "first", "second", "left"), [
    ("قصفت طائرات روسية بلدة كفرنبل رداً على هجوم عنيف.", "قصفت", "هجوم", 2),
    ("دارت اشتباكات في بلدة كفرنبل على خلفية هجوم عنيف.", "اشتباكات", "هجوم", 2),
    ("دارت اشتباكات في بلدة كفرنبل على أطراف الحي إثر هجوم عنيف رداً على ذلك.", "اشتباكات", "هجوم", 1),
])
def test_an_answer_and_what_it_answers_are_two_events(text: str, first: str, second: str, left: int) -> None:
    """Where "in answer to" stands between two words alike in type, place and sides they tell two events; behind both
    it parts nothing."""
    assert _left(text, _alike(text, first, second)) == left


@pytest.mark.parametrize(("text", "left"), [
    ("تمكن الجيش السوري من قصف بلدة كفرنبل أمس وقصف بلدة حاس.", 2),
    ("تمكن الجيش السوري من قصف بلدة كفرنبل أمس في قصف عنيف على بلدة حاس.", 1),
    ("قام المسلحون بقصف بلدة كفرنبل ليلا وهجوم عنيف.", 1),
])
def test_a_verbal_noun_joined_to_itself_tells_a_second_event(text: str, left: int) -> None:
    """The same verbal noun behind "and" tells what was done once more; another one, or without "and", does not."""
    one, other = drafts(text)
    alike = replace(one, trigger=replace(other.trigger, score=one.trigger.score + 0.01), event_id="other")
    assert _left(text, (one, alike)) == left


def test_a_third_event_between_parts_no_two_that_are_one() -> None:
    """An event of another type told between two words for a deed keeps its place, and the two are one."""
    text = "قصفت طائرات روسية بلدة كفرنبل في غارات جوية."
    one, other = _alike(text, "قصفت", "غارات")
    between = replace(one, sub_event_type="Displacement", event_id="between")
    document = read_document(text, published=DAY)
    assert told_once(View(document, resolve(document)), (one, between, other)) == (between, other)


def test_deeds_that_differ_are_two() -> None:
    """Another type, doer or factuality, days of their own, tolls of their own and no place at all keep both."""
    text = "قصفت طائرات روسية بلدة كفرنبل في غارات جوية."
    one, other = _alike(text, "قصفت", "غارات")
    assert _left(text, (replace(one, casualties=(TOLL,)), other)) == 1
    for pair in (
        (one, replace(other, sub_event_type="Attack")), (one, replace(other, factuality="denied")),
        (one, replace(other, actor1=tuple([replace(a, id="TUR_ARMED") for a in one.actor1]))),
        (replace(one, places=()), replace(other, places=())),
        (replace(one, casualties=(TOLL,)), replace(other, casualties=(TOLL,))),
        _dated(one, other, 1, 9, 1),
    ):
        assert _left(text, pair) == 2


def _dated(one: Event, other: Event, start: int | None, other_start: int | None, apart: int) -> tuple[Event, Event]:
    """Two events dated by the words at two offsets, if any, to days so far apart."""
    days = (DAY, DAY + dt.timedelta(apart))
    first, last = (replace(event.time, start=at, earliest=day, latest=day)
                   for event, at, day in zip((one, other), (start, other_start), days, strict=True))
    return replace(one, time=first), replace(other, time=last)


@pytest.mark.parametrize(("text", "left"), [
    ("قصفت طائرات روسية بلدة كفرنبل في غارات جوية.", 1),
    ("قصفت طائرات روسية بلدة كفرنبل في الريف الجنوبي، مستخدمة غارات جوية.", 2),
    ("قصفت طائرات روسية بلدة كفرنبل وشنت غارات جوية.", 2),
    ("قصفت طائرات روسية بلدة كفرنبل في ريف إدلب الجنوبي بعد ظهر أمس الأحد إثر هدوء حذر دام يومين كاملين في غارات.", 2),
])
def test_places_that_differ_part_two_clauses(text: str, left: int) -> None:
    """Another place, or one that only one names, parts two words where a break, an "and" or many words come between; a
    doer that one leaves out does not."""
    one, other = _alike(text, "قصفت", "غارات")
    elsewhere = tuple([replace(p, name="حاس") for p in one.places])
    for changed in (replace(other, places=()), replace(other, places=elsewhere)):
        assert _left(text, (one, changed)) == left
    assert _left(text, (one, replace(other, actor1=()))) == _left(text, (replace(one, actor1=()), other)) == 1


def test_one_event_of_two_words_has_the_parts_of_both() -> None:
    """The doer and the places that only the less sure word names are the event's, but no doer that it is done to."""
    text = "قصفت طائرات روسية بلدة كفرنبل في غارات جوية."
    one, other = _alike(text, "قصفت", "غارات")
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))
    for surer in (replace(other, actor1=()), replace(other, places=())):
        (event,) = told_once(view, (one, surer))
        assert (event.event_id, event.actor1, event.places) == ("other", one.actor1, one.places)
    (event,) = told_once(view, (one, replace(other, actor1=(), actor2=one.actor1)))
    assert event.actor1 == ()
    # a surer word between two others takes the place of both
    third = replace(one, event_id="third", trigger=replace(other.trigger, score=0.1))
    assert told_once(view, (one, other, third)) == (other,)


@pytest.mark.parametrize(("text", "told"), [
    ("داهمت قوات الأمن العراقية بلدة الطارمية أمس واعتقلت 17 مشتبها بهم في البلدة.", ["اعتقلت"]),
    ("داهمت قوات الأمن العراقية بلدة الطارمية أمس.", ["داهمت"]),
    ("داهمت قوات الأمن العراقية بلدة الطارمية أمس، واعتقل الجيش السوري شابا في مدينة درعا.", ["داهمت", "اعتقل"]),
])
def test_a_raid_with_arrests_is_told_by_the_arrests(text: str, told: list[str]) -> None:
    """Of a raid and the arrests that its side made there only the arrests stay; a raid alone stays."""
    assert words(text) == told


def _raid() -> tuple[str, Event, Event]:
    """A report of a raid with arrests, and its two events."""
    text = "داهمت قوات الأمن العراقية بلدة الطارمية أمس واعتقلت 17 مشتبها بهم في البلدة."
    found = {text[e.trigger.start : e.trigger.end]: e for e in drafts(text)}
    return text, found["داهمت"], found["اعتقلت"]


def test_only_the_raid_of_the_arrests_is_told_by_them() -> None:
    """Another type or verb, a toll of the raid's own, another day, place or doer keep both; further places do not."""
    text, raid, arrests = _raid()
    assert _left(text, (raid, arrests)) == 1
    elsewhere = tuple([replace(p, name="حاس") for p in arrests.places])
    assert _left(text, (raid, replace(arrests, places=(*arrests.places, *elsewhere)))) == 1
    assert _left(text, (raid, replace(arrests, casualties=(TOLL,)))) == 1
    day = arrests.time.earliest
    assert day is not None
    for pair in (
        (replace(raid, sub_event_type="Attack"), arrests), (raid, replace(arrests, sub_event_type="Attack")),
        (replace(raid, trigger=replace(raid.trigger, lemma="هجوم")), arrests),
        (replace(raid, casualties=(TOLL,)), arrests),
        (raid, replace(arrests, time=replace(arrests.time, earliest=day - dt.timedelta(1)))),
        (raid, replace(arrests, time=replace(arrests.time, latest=day + dt.timedelta(1)))),
        (raid, replace(arrests, places=elsewhere)), (replace(raid, places=()), replace(arrests, places=())),
        (raid, replace(arrests, actor1=tuple([replace(a, id="TUR_ARMED") for a in arrests.actor1]))),
        (raid, replace(arrests, actor1=())), (arrests, raid),
    ):
        assert _left(text, pair) == 2


def test_arrests_of_another_sentence_tell_of_no_raid() -> None:
    """A raid and arrests alike in doer, place and day are two where a full stop parts them."""
    _, raid, arrests = _raid()
    text = "داهمت قوات الأمن العراقية بلدة الطارمية أمس. واعتقلت 17 مشتبها بهم في البلدة."
    document = read_document(text, published=DAY)
    at = next(i for i, t in enumerate(document.tokens or ()) if text[t.start : t.end] == "واعتقلت")
    assert _left(text, (raid, replace(arrests, trigger=replace(arrests.trigger, token=at)))) == 2


@pytest.mark.parametrize(("start", "other_start", "apart", "left"), [
    (None, None, 1, 1), (None, 9, 1, 1), (9, None, 1, 1), (9, 9, 1, 1), (1, 9, 0, 1), (1, 9, 1, 2), (1, 9, -1, 2)])


def test_only_words_of_its_own_date_an_event_apart(start: int | None, other_start: int | None, apart: int,
                                                   left: int) -> None:
    """Two words for a deed are two events where each has words of its own that date it to another day."""
    text = "قصفت طائرات روسية بلدة كفرنبل في غارات جوية."
    assert _left(text, _dated(*_alike(text, "قصفت", "غارات"), start, other_start, apart)) == left


def test_words_of_their_own_date_deeds_at_two_places_apart() -> None:
    """Where places differ two words that date two events keep both, be it to one day."""
    text = "قصفت طائرات روسية بلدة كفرنبل في غارات جوية."
    one, other = _alike(text, "قصفت", "غارات")
    elsewhere = replace(other, places=())
    assert _left(text, _dated(one, elsewhere, 1, 9, 0)) == 2
    assert _left(text, _dated(one, elsewhere, None, 9, 0)) == 1


@pytest.mark.parametrize(("form", "other_form", "left"), [
    ("perfect", "noun", 1), ("noun", "perfect", 1), ("perfect", "perfect", 2), ("noun", "noun", 2),
    ("perfect", "imperfect", 2)])


def test_two_verbs_or_nouns_tell_of_two_places(form: str, other_form: str, left: int) -> None:
    """Where places differ two verbs tell two events, and two nouns; a verb and a noun one; at one place all do."""
    text = "قصفت طائرات روسية بلدة كفرنبل في غارات جوية."
    one, other = _alike(text, "قصفت", "غارات")
    one = replace(one, trigger=replace(one.trigger, form=form))
    other = replace(other, trigger=replace(other.trigger, form=other_form))
    assert _left(text, (one, replace(other, places=()))) == left
    assert _left(text, (one, other)) == 1


def test_two_struck_sides_tell_two_events() -> None:
    """Of two sides struck there were two deeds; of one struck by both words, or by one alone, there was one."""
    text = "قصفت طائرات روسية بلدة كفرنبل في غارات جوية."
    one, other = _alike(text, "قصفت", "غارات")
    side = one.actor1[0]
    kurds, front = (replace(side, id=name) for name in ("YPG", "HTS"))
    for struck, others, left in (((kurds,), (front,), 2), ((kurds,), (front, kurds), 1), ((), (front,), 1),
                                 ((kurds,), (), 1)):
        assert _left(text, (replace(one, actor2=struck), replace(other, actor2=others))) == left


@pytest.mark.parametrize(("text", "left"), [
    ("قصفت طائرات روسية بلدة كفرنبل في غارات أخرى.", 2),
    ("قصفت طائرات روسية بلدة كفرنبل في غارات جوية هي الثانية.", 2),
    ("قصفت طائرات روسية بلدة كفرنبل ثم حاس في غارات عنيفة.", 2),
    ("قصفت طائرات روسية بلدة كفرنبل في غارات جوية عنيفة أخرى.", 2),
    ("قصفت طائرات روسية بلدة كفرنبل في غارات جوية عنيفة على أخرى.", 1),
    ("قصفت طائرات روسية بلدة كفرنبل في غارات جوية. ثم ساد هدوء.", 1),
    ("في مرة أخرى قصفت طائرات روسية بلدة كفرنبل في غارات جوية.", 1),
    ("قصفت طائرات روسية بلدة كفرنبل وأصابت شخصا وطفلا آخر في غارات جوية.", 1),
])
def test_another_tells_of_a_second_event(text: str, left: int) -> None:
    """"Another" up to three words behind the second word makes them two events; between them it is told of others."""
    assert _left(text, _alike(text, "قصفت", "غارات")) == left


@pytest.mark.parametrize(("text", "left"), [
    ("قصفت طائرات روسية بلدة كفرنبل، فيما نفذت غارات جوية.", 2),
    ("قصفت طائرات روسية بلدة كفرنبل، كما نفذت غارات جوية.", 2),
    ("قصفت طائرات روسية بلدة كفرنبل حيث نفذت غارات جوية.", 1),
    ("قصفت طائرات روسية بلدة كفرنبل فيما نفذت غارات جوية.", 2),
    ("بينما قصفت طائرات روسية بلدة كفرنبل نفذت غارات جوية.", 1),
])
def test_while_tells_of_a_second_event(text: str, left: int) -> None:
    """"While" between two words tells of two events where only one names a place; at one place, or before both, not."""
    one, other = _alike(text, "قصفت", "غارات")
    assert _left(text, (one, replace(other, places=()))) == left
    assert _left(text, (one, other)) == (2 if "كما" in text else 1)


def test_an_object_of_another_doer_is_an_event_of_its_own() -> None:
    """A verb and the noun right behind it are two events where each has a doer of its own."""
    text = "قصفت طائرات روسية كفرنبل في غارات جوية."
    one, other = _alike(text, "قصفت", "غارات")
    assert _left(text, (one, replace(other, actor1=(replace(one.actor1[0], id="SYR_ARMY"),)))) == 2


def _merged(text: str, less: Event, surer: Event) -> Event:
    document = read_document(text, published=DAY)
    (event,) = told_once(View(document, resolve(document)), (less, surer))
    assert event.event_id == surer.event_id
    return event


def test_each_part_that_only_the_less_sure_word_names_is_taken_over() -> None:
    """Doers, targets, places, speakers and tolls of the less sure word fill what is empty, and nothing that is not."""
    text = "قصفت طائرات روسية بلدة كفرنبل في غارات جوية."
    one, other = _alike(text, "قصفت", "غارات")
    side, place = one.actor1[0], one.places[0]
    kurds, front = (replace(side, id=name) for name in ("YPG", "HTS"))
    said, claimed = (Speaker(start, start + 4, "actor", "test") for start in (0, 9))
    less = replace(one, actor2=(kurds,), attribution=(said,))
    event = _merged(text, less, replace(other, actor1=(), actor2=(), attribution=()))
    assert (event.actor1, event.actor2, event.attribution) == (one.actor1, (kurds,), (said,))
    assert _merged(text, less, replace(other, places=())).places == one.places
    assert _merged(text, replace(less, casualties=(TOLL,)), other).casualties == (TOLL,)
    assert _merged(text, less, replace(other, casualties=(TOLL,))).casualties == (TOLL,)
    further = (place, replace(place, name="حاس"))
    own = replace(other, actor2=(front, kurds), places=further, attribution=(claimed,),
                  actor1=tuple([replace(a, start=0) for a in other.actor1]))
    event = _merged(text, less, own)
    assert (event.actor1, event.actor2, event.places, event.attribution) == (
        own.actor1, own.actor2, own.places, own.attribution)


def test_no_side_is_taken_over_to_stand_on_both() -> None:
    """A target that did the deed by the surer word, and a doer that suffered it, are not taken over."""
    text = "قصفت طائرات روسية بلدة كفرنبل في غارات جوية."
    one, other = _alike(text, "قصفت", "غارات")
    side = one.actor1[0]
    kurds = replace(side, id="YPG")
    assert _merged(text, replace(one, actor1=(), actor2=(kurds, side)), other).actor2 == ()
    assert _merged(text, replace(one, actor1=(), actor2=(kurds,)), other).actor2 == (kurds,)
    assert _merged(text, one, replace(other, actor1=(), actor2=(side, kurds))).actor1 == ()
    assert _merged(text, one, replace(other, actor1=(), actor2=(kurds,))).actor1 == one.actor1


@pytest.mark.parametrize("text", [
    "قصفت المدفعية التركية مواقع وحدات حماية الشعب في عفرين، كما قصفت نقاطا لجبهة النصرة في عفرين.",
    "انفجرت سيارة مفخخة في مدينة الصدر ببغداد، وأعقبها انفجار عبوة ناسفة في مدينة الصدر.",
    "أصيب جندي بانفجار لغم في درعا، فيما انفجر لغم آخر بسيارة مدنية في درعا.",
    "اعتقل الأمن المصري ناشطين في القاهرة بعد اعتقال عشرات المتظاهرين في القاهرة.",
])
def test_two_deeds_at_one_place_are_two_events(text: str) -> None:
    """What was done twice at one place, to two sides, once more or after the first, is two events."""
    assert len(words(text)) == 2


@pytest.mark.parametrize(("text", "left"), [
    ("فكك الجيش العراقي عبوة في الفلوجة، وفكك سيارة مفخخة في الفلوجة.", ["فكك", "فكك"]),
    ("قصفت الطائرات الإسرائيلية رفح، وأكدت حماس أن الطائرات قصفت رفح بخمسة صواريخ.", ["قصفت"]),
    ("حقق الجيش السوري تقدما جنوبي مدينة درعا، وتقدم الجيش مئات الأمتار باتجاه مدينة درعا.", ["تقدما"]),
])
def test_the_same_verb_behind_and_tells_what_was_done_once_more(text: str, left: list[str]) -> None:
    """"Defused a charge and defused a car" is two deeds; what another says, or an object like it, is one."""
    assert words(text) == left
