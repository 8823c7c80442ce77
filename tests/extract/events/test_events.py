"""Events: a clause's trigger with its sides, places, time, speakers and factuality."""

import datetime as dt
from dataclasses import replace

import pytest

import sijill
from sijill.documents import Document, Event
from sijill.extract.events.events import unhurt

DAY = dt.date(2018, 3, 14)


def coded(text: str, day: dt.date | None = DAY) -> Document:
    return sijill.load(model=None)(text, published=day)


def event_told_by(document: Document, word: str) -> Event:
    for event in document.events or ():
        if word in document.text[event.trigger.start : event.trigger.end]:
            return event
    raise AssertionError(f"no event told by {word}: {[e.sub_event_type for e in document.events or ()]}")


def ids(arguments: tuple) -> set[str]:
    return {a.id for a in arguments}


def names(event: Event) -> list[str]:
    return [p.name for p in event.places]


def test_verb_subject_object_place() -> None:
    """A verb's subject acts, its object is acted on, and the place after it holds the event."""
    event = event_told_by(coded("هاجم مقاتلو تنظيم داعش نقطة للجيش السوري في بلدة الشدادي صباح اليوم."), "هاجم")
    assert ids(event.actor1) == {"IS"}
    assert ids(event.actor2) == {"SYR_ARMY"}
    assert names(event) == ["الشدادي"]


def test_light_verb_gives_its_noun() -> None:
    """Under a light verb the noun tells the event."""
    document = coded("شنّ الطيران الحربي الروسي غارات على بلدة كفرنبل بريف إدلب الجنوبي.")
    event = event_told_by(document, "غارات")
    assert event.sub_event_type == "Air/drone strike"
    assert ids(event.actor1) == {"RUS_AF"}


def test_managed_to_take_gives_the_taking() -> None:
    """After "managed to" the taking is the trigger, and its taker settles the type."""
    document = coded("تمكنت قوات سوريا الديمقراطية من السيطرة على بلدة هجين بعد معارك مع تنظيم داعش.")
    event = event_told_by(document, "السيطرة")
    assert event.sub_event_type == "Non-state actor overtakes territory"
    assert ids(event.actor1) == {"SDF"}
    assert "هجين" in names(event)


def test_between_two_sides() -> None:
    """"between A and B" makes A and B the two sides."""
    document = coded("دارت اشتباكات عنيفة بين الجيش اليمني من جهة والحوثيين من جهة أخرى في مديرية صرواح.")
    event = event_told_by(document, "اشتباكات")
    assert ids(event.actor1) | ids(event.actor2) == {"YEM_GOV_FORCES", "HOUTHIS"}
    assert names(event) == ["صرواح"]


def test_elliptical_places_are_one_event() -> None:
    """A list of places under one trigger is one event with each place written out."""
    document = coded("سيطر الجيش السوري على حيي غويران الشرقي والغربي في الحسكة.", dt.date(2015, 7, 20))
    event = event_told_by(document, "سيطر")
    assert {"غويران الشرقي", "غويران الغربي"} <= set(names(event))


def test_a_withdrawal_says_who_lost_the_place() -> None:
    """An asserted withdrawal gives one control claim: the leaver lost the place."""
    document = coded("انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم.")
    claims = {(c.holder, c.place.name, c.polarity) for c in document.control or ()}
    assert ("IS", "الميادين", "lost") in claims


def test_a_taking_says_who_holds_and_who_lost() -> None:
    """An asserted taking gives two control claims where the loser is named."""
    document = coded("طرد الجيش السوري تنظيم داعش من مدينة تدمر أمس الثلاثاء.", dt.date(2017, 3, 8))
    claims = {(c.holder, c.place.name, c.polarity) for c in document.control or ()}
    assert {("SYR_ARMY", "تدمر", "holds"), ("IS", "تدمر", "lost")} <= claims


def test_a_purpose_is_no_event() -> None:
    """A purpose inside another event is not an event of its own."""
    document = coded("وصلت تعزيزات عسكرية إلى أطراف المدينة تمهيداً لاقتحامها.")
    assert all("لاقتحامها" not in document.text[e.trigger.start : e.trigger.end] for e in document.events or ())


def test_no_conflict_no_event() -> None:
    """An article on something else has no events."""
    assert coded("افتتح وزير الثقافة معرض الكتاب في العاصمة بحضور عدد من الأدباء.").events == ()


@pytest.mark.parametrize("day", [None, DAY])
def test_no_date_is_no_guess(day: dt.date | None) -> None:
    """Without a publication date an undated event has no bounds; with one it is told as news."""
    event = event_told_by(coded("قصفت قوات النظام السوري مدينة دوما بقذائف الهاون.", day), "قصفت")
    assert (event.time.earliest is None) == (day is None)


def test_every_argument_names_its_rule() -> None:
    """Every argument of every event says which rule proposed it."""
    document = coded("أعلن المرصد السوري لحقوق الإنسان مقتل 5 مدنيين في قصف لقوات النظام على دوما أمس.")
    assert document.events
    for event in document.events:
        parts = [*event.actor1, *event.actor2, *event.places, *event.attribution, *event.casualties]
        assert parts
        assert all(part.rule for part in parts)
        assert event.trigger.rule.startswith("lexicon.")


def test_ids_follow_from_content() -> None:
    """The same article coded twice gives the same ids, another article others."""
    one, again = coded("قصف الطيران الروسي بلدة سراقب."), coded("قصف الطيران الروسي بلدة سراقب.")
    other = coded("قصف الطيران الروسي بلدة سراقب أمس.")
    assert [e.event_id for e in one.events or ()] == [e.event_id for e in again.events or ()]
    assert {e.event_id for e in one.events or ()}.isdisjoint({e.event_id for e in other.events or ()})


@pytest.mark.parametrize(("month", "told"), [("المقبل", "planned"), ("الماضي", "asserted")])
def test_what_is_next_to_come_is_planned_also_without_the_day_of_the_report(month: str, told: str) -> None:
    """In a report without a day too, what is dated to the next month is planned, to the last one it is told."""
    text = f"تحدثت الحكومة عن انسحاب القوات البريطانية من البصرة في يونيو {month}."
    event = event_told_by(sijill.load(model=None)(text), "انسحاب")
    assert event.factuality == told


def test_a_city_and_its_countryside_are_two_places() -> None:
    """A place and what is around it are both kept, though they go by one name."""
    event = event_told_by(coded("قصفت الطائرات الروسية مدينة جسر الشغور وريفها صباح اليوم."), "قصفت")
    assert [(p.name, p.extent) for p in event.places] == [("جسر الشغور", "whole"), ("جسر الشغور", "countryside")]


def test_what_is_planned_was_not_yesterday() -> None:
    """An event that is only planned has the day that the text gives it, and none where the text gives none."""
    awaited = event_told_by(coded("أعلن الجيش السوري أنه يستعد لاقتحام بلدة صرين في ريف حلب."), "اقتحام")
    assert (awaited.factuality, awaited.time.earliest, awaited.time.latest) == ("planned", None, None)
    told = event_told_by(coded("قال قائد ميداني إن الجيش السوري سيشن هجوما على بلدة صرين خلال يومين."), "هجوما")
    assert (told.factuality, told.time.earliest, told.time.latest) == ("planned", DAY, DAY + dt.timedelta(2))


def test_what_lies_behind_the_report_has_not_happened() -> None:
    """An event dated after the report is planned, whatever its verb; one of the day after, as reports misdated by a day
    have, is told."""
    entry = event_told_by(coded("تدخل مؤسسات الدولة إلى مدينة عفرين في 20 مارس 2018."), "تدخل")
    assert (entry.factuality, entry.factuality_rule) == ("planned", "to_come")
    shelling = event_told_by(coded("قصفت قوات النظام مدينة دوما في 15 مارس 2018."), "قصفت")
    assert shelling.factuality == "asserted"


def test_people_hurt_where_a_crowd_takes_part_are_of_the_crowd() -> None:
    """People that a toll counts are the demonstrators of a demonstration, and civilians where there is none."""
    document = coded("قتل أربعة أشخاص برصاص الجيش الإسرائيلي أثناء مظاهرات عند السياج شرق غزة.")
    assert [toll.who for toll in event_told_by(document, "قتل").casualties] == ["PROTESTERS"]
    document = coded("قتل أربعة أشخاص في قصف للجيش الإسرائيلي على بلدة شرق غزة.")
    assert [toll.who for toll in event_told_by(document, "قصف").casualties] == ["CIVILIANS"]


@pytest.mark.parametrize("text", [
    "قصفت طائرات التحالف الدولي مواقع تنظيم الدولة في الرقة وقال الدفاع المدني إن 20 قتيلا نقلوا إلى المستشفى.",
    "قصفت طائرات التحالف الدولي مواقع تنظيم الدولة في سوق الرقة فسقط 20 قتيلا.",
])
def test_whose_the_dead_of_a_strike_were_is_not_said(text: str) -> None:
    """The dead of a market, and those that another speaker counts, are not taken for the men of the side struck."""
    assert "IS" not in [toll.who for toll in event_told_by(coded(text), "قصفت").casualties]
    plain = "قصفت طائرات التحالف الدولي مواقع تنظيم الدولة في الرقة فسقط 20 قتيلا."
    assert [toll.who for toll in event_told_by(coded(plain), "قصفت").casualties] == ["IS"]


@pytest.mark.parametrize(("text", "word", "who"), [
    ("قتل تسعة عناصر بانفجار أصاب حافلة تابعة للفرقة الرابعة في درعا.", "انفجار", "SYR_4DIV"),
    ("فجر انتحاري نفسه عند نقطة للجيش السوري في حمص ما أدى إلى مقتل الانتحاري.", "فجر", "UNIDENTIFIED_MILITANTS"),
    ("اشتبك مسلحون مع الجيش السوري في حمص فقتل 18 مسلحا.", "اشتبك", "UNIDENTIFIED_GUNMEN"),
])
def test_fighters_who_fell_in_a_strike_are_of_the_side_struck(text: str, word: str, who: str) -> None:
    """Fighters whom a strike killed are the struck side's, but not the bomber himself, nor those of a fight."""
    assert [toll.who for toll in event_told_by(coded(text), word).casualties] == [who]


@pytest.mark.parametrize("toll", ["ما أدى إلى مقتله", "وأردوه قتيلا"])
def test_his_death_is_that_of_whom_it_was_done_to(toll: str) -> None:
    """Who died of what was done to "him" is of the side that it was done to; whom nobody points back to is not."""
    (shot,) = coded(f"فتح مجهولون النار أمس صوب شرطي قرب خانقين {toll}.").events or ()
    assert [one.who for one in shot.casualties] == ["IRQ_POLICE"]
    (bare,) = coded("فتح مجهولون النار أمس صوب شرطي قرب خانقين وقتل شخص.").events or ()
    assert [one.who for one in bare.casualties] == ["CIVILIANS"]


@pytest.mark.parametrize(("text", "who"), [
    ("فجر انتحاري من داعش نفسه أمس في حاجز للجيش العراقي قرب خانقين ما أدى إلى مصرعه.", "IS"),
    ("أطلقت الشرطة العراقية النار أمس على من اقترب من نقطة للشرطة العراقية في بغداد ما أدى إلى مقتله.", None),
])
def test_his_death_is_the_bombers_own_and_no_other_doers(text: str, who: str | None) -> None:
    """Who dies of his own suicide bombing is of its doer's side; whom police shot dead is not of the police."""
    (event,) = coded(text).events or ()
    assert [one.who for one in event.casualties] == [who]


def test_doctors_who_protest_are_the_crowd_and_those_who_heal_are_none() -> None:
    """A protest of doctors is put down on protesters; a reporter hit at somebody's protest is a civilian, and counted
    as one."""
    own = event_told_by(coded("تظاهر أطباء في الخرطوم وفرقتهم الشرطة السودانية بقنابل الغاز."), "فرقتهم")
    assert ids(own.actor2) == {"PROTESTERS"}
    (other,) = [e for e in coded("أصيب صحفيان برصاص الشرطة خلال مظاهرة في الخرطوم.").events or ()
                if e.actor2]
    assert ids(other.actor2) == {"CIVILIANS"} and {c.who for c in other.casualties} == {"CIVILIANS"}


def test_whom_a_deed_hurt_did_not_do_it() -> None:
    """One mention is not both who fired and who was hit; two mentions of one side may be."""
    (attack,) = coded("هاجم مستوطنون رعاة قرب نابلس.").events or ()
    assert ids(attack.actor1) == {"SETTLERS"}
    (doer,) = attack.actor1
    assert unhurt(attack.actor1, (replace(doer, id="CIVILIANS"),)) == ()
    assert unhurt(attack.actor1, (replace(doer, start=doer.start + 9),)) == attack.actor1


@pytest.mark.parametrize(("text", "doers", "hit"), [
    ("وقعت اشتباكات بين الجيش اليمني والحوثيين وغارات للتحالف العربي على صرواح.", {"SAUDI_COALITION"}, {"HOUTHIS"}),
    ("شنت طائرات روسية غارات على مواقع الجيش الحر وداعش في حلب.", {"RUS_AF"}, {"FSA", "IS"}),
])
def test_raids_told_with_fighting_are_their_owners_and_hit_no_ally(text: str, doers: set[str], hit: set[str]) -> None:
    """Raids told with whose they are are theirs, and of two who fight they hit the foe; foes of both are both hit."""
    raids = event_told_by(coded(text, dt.date(2016, 5, 1)), "غارات")
    assert ids(raids.actor1) == doers
    assert ids(raids.actor2) == hit


@pytest.mark.parametrize(("text", "word", "who"), [
    ("دارت معارك بين الجيش السوري وتنظيم الدولة في تدمر وأسفرت عن سقوط عشرات القتلى.", "معارك", None),
    ("دارت معارك بين الجيش السوري وتنظيم الدولة في تدمر وأسفرت عن سقوط عشرة مدنيين.", "معارك", "CIVILIANS"),
    ("قصف الجيش السوري سوقا في تدمر فسقط عشرات القتلى.", "قصف", "CIVILIANS"),
    # of a fight with people they are people
    ("اشتبك الجيش السوري مع سكان في تدمر وسقط عشرات القتلى.", "اشتبك", "CIVILIANS"),
    ("هاجم مسلحون بلدة في ديالى وسقط عشرات القتلى.", "هاجم", "CIVILIANS"),
])
def test_the_dead_of_a_fight_are_either_side_s(text: str, word: str, who: str | None) -> None:
    """Of the dead of a fight between armed sides nobody says whose they are; civilians and the dead of a strike are."""
    assert {toll.who for toll in event_told_by(coded(text), word).casualties} == {who}


def test_the_title_in_a_link_counts_nobody() -> None:
    """What the title counts, told again in a link to the page, is the toll of no event before it; a sentence's is."""
    text = "دمر الجيش العراقي معملا لداعش وسط الفلوجة."
    link = text + "\nرابط الخبر بصحيفة الغد: العراق: مقتل 15 من داعش."
    assert event_told_by(coded(link, dt.date(2016, 5, 1)), "دمر").casualties == ()
    assert event_told_by(coded(text + " وأدى ذلك إلى مقتل 15 من داعش.", dt.date(2016, 5, 1)), "دمر").casualties


def test_a_toll_beside_a_retelling_that_falls_is_the_event_s_own() -> None:
    """What is told beside the attack named again joins its toll, a kind that it has already does not."""
    told = "هاجم مسلحون نقطة للجيش السوري في حمص وقتلوا 4 جنود. وأسفر الهجوم على النقطة عن {} 7 جنود."
    wounded = event_told_by(coded(told.format("إصابة")), "هاجم").casualties
    assert [(c.kind, c.low) for c in wounded] == [("killed", 4), ("wounded", 7)]
    assert [c.low for c in event_told_by(coded(told.format("مقتل")), "هاجم").casualties] == [4]
