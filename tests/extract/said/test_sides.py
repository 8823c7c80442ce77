"""Sides that a construction names outright."""

import pytest
from tests.extract.drafted import DAY, drafts, pointed, sides, told, view_of

import sijill
from sijill.extract.roles.roles import Roles
from sijill.extract.triggers.triggers import Weighed
from sijill.pipeline import Model


@pytest.mark.parametrize("them", ["بينهما", "بين الطرفين", "بين الجانبين"])
def test_between_them_is_between_the_two_named_before(them: str) -> None:
    """"between them" points to the two sides of what was told to be between two, not to the nearest names."""
    text = ("دارت معارك عنيفة بين الجيش اليمني والحوثيين في مديرية صرواح أمس. "
            f"وقصف التحالف العربي مواقع في صعدة. ثم اندلعت اشتباكات {them} في مدينة تعز.")
    assert set(map(tuple, sides(told(text, "اشتباكات")))) == {("YEM_GOV_FORCES",), ("HOUTHIS",)}


@pytest.mark.parametrize("text", [
    "أعلن الجيش اليمني أن اشتباكات عنيفة اندلعت بينه وبين الحوثيين في مدينة تعز.",
    "سيطر الجيش اليمني على مدينة تعز عقب اشتباكات بينه وبين الحوثيين.",
    "نقل الجيش الأمريكي أسلحة للجيش اليمني خلال اشتباكات بينه وبين الحوثيين في تعز.",
])
def test_between_it_and_them_is_between_the_one_told_of_and_them(text: str) -> None:
    """The first side of "between it and B" is whom the sentence named last."""
    assert sides(told(text, "اشتباكات")) == (["YEM_GOV_FORCES"], ["HOUTHIS"])


@pytest.mark.parametrize(("text", "sides_of"), [
    ("تعرضت قوات النظام لهجوم من تنظيم الدولة قرب تدمر.", (["IS"], ["SYR_ARMY"])),
    ("قال شهود إن قاعدة للجيش الأمريكي تعرضت لهجوم من تنظيم الدولة غربي العراق.", (["IS"], ["US_FORCES"])),
    ("تعرضت مواقع تنظيم الدولة لقصف القوات الحكومية السورية قرب تدمر.", (["SYR_ARMY"], ["IS"])),
])
def test_who_was_exposed_to_a_deed_did_not_do_it(text: str, sides_of: tuple[list[str], list[str]]) -> None:
    """Of "A was exposed to an attack of B" A is the second side, told before or behind, and B the first."""
    event = next(e for e in drafts(text) if text[e.trigger.start : e.trigger.end] in ("لهجوم", "لقصف"))
    assert sides(event) == sides_of


@pytest.mark.parametrize(("text", "word", "first"), [
    ("تعرض الجيش الإسرائيلي لحملة لوم بسبب إطلاقه النار على صيادين قبالة رفح.", "إطلاقه", ["IDF"]),
    ("تعرض الجيش السوداني لاتهامات بقصف سوق في الفاشر.", "بقصف", ["SAF"]),
    ("أعلن الحوثيون تعرض مدينة صعدة لقصف من التحالف العربي.", "لقصف", ["SAUDI_COALITION"]),
])
def test_only_what_one_was_exposed_to_was_suffered(text: str, word: str, first: list[str]) -> None:
    """What one is criticised or accused for is one's own deed, and who tells of a town that was hit did not hit it."""
    assert sides(told(text, word))[0] == first


def test_what_happened_beside_was_not_suffered() -> None:
    """A deed that "exposed" has no "to" for is not what the side was exposed to."""
    text = "تعرض الجيش السوداني بعد قصف سوق في الفاشر للنقد."
    assert "SAF" not in sides(told(text, "قصف"))[1]


def test_no_other_name_of_who_was_exposed_did_it() -> None:
    """A side that was exposed to a deed did not do it under another of its names either."""
    text = "ذكر التحالف العربي أن مروحية للتحالف تعرضت لإطلاق صاروخ قرب ميدي."
    event = told(text, "لإطلاق")
    assert "SAUDI_COALITION" not in sides(event)[0] and sides(event)[1] == ["SAUDI_COALITION"]


def test_who_clashed_with_another_is_the_doer() -> None:
    """The side right behind a verb of clashing is the first, whoever fought before; it clashed with the second."""
    text = "دارت معارك بين قوات النظام وقسد في منبج. واشتبك الجيش التركي مع الحشد الشعبي في سنجار."
    assert sides(told(text, "اشتبك")) == (["TUR_ARMED"], ["PMF"])


def test_whom_it_had_been_done_to_did_not_do_it() -> None:
    """The pluperfect with "at the hands of" is passive: whom it begins with is not the doer."""
    text = "كان صحفيون قد اعتقلوا من قبل الحوثيين في صنعاء."
    assert sides(told(text, "اعتقلوا")) == (["HOUTHIS"], ["CIVILIANS"])


def test_who_had_done_it_did_it() -> None:
    """The side between "was" and "had" is the doer, not that of the clause before."""
    text = ("قال تنظيم الدولة إنه باق في الحسكة. وأعلنت قوات النظام استعادة حي النشوة الشرقية بعد أن كانت "
            "وحدات حماية الشعب قد أخرجت التنظيم من حي العزيزية.")
    assert sides(told(text, "أخرجت")) == (["YPG"], ["IS"])


def test_an_exchange_of_fire_is_between_its_two_sides() -> None:
    """What is exchanged is no event beside the exchange, nor does it hide between whom it was."""
    text = "جرى تبادل إطلاق نار بين الجيش السوري ووحدات حماية الشعب وسط مدينة الحسكة أمس."
    assert sides(told(text, "تبادل")) == (["SYR_ARMY"], ["YPG"])


def test_who_holds_others_stands_before_a_verb_of_many() -> None:
    """Behind "they hold" stand those held, whatever people are told behind these; behind "holds", who holds them."""
    text = "هاجم مسلحون فنادق في مومباي {} رهائن أجانب."
    assert sides(told(text.format("واحتجزوا"), "احتجزوا"))[0] == ["UNIDENTIFIED_GUNMEN"]
    assert sides(told(text.format("واحتجزوا"), "احتجزوا"))[1] == ["CIVILIANS"]


def test_an_attack_on_somebody_that_was_made_is_its_genitives() -> None:
    """Of "the attack of A on P was made" A is the doer, of "the bombing of A was done" A is hit."""
    assert sides(told("تم هجوم الجيش السوري على تل الحارة أمس.", "هجوم"))[0] == ["SYR_ARMY"]
    assert sides(told("تم تحرير الجيش السوري لمدينة السخنة أمس.", "تحرير"))[0] == ["SYR_ARMY"]
    assert sides(told("تم قصف الجيش السوري في تل الحارة أمس.", "قصف"))[1] == ["SYR_ARMY"]


def test_among_them_is_no_pair() -> None:
    """"among them" counts the dead and names no sides."""
    text = "دارت معارك بين الجيش اليمني والحوثيين. وقتلت طائرات التحالف العربي خمسة أشخاص بينهم طفل في غارة على صعدة."
    assert "YEM_GOV_FORCES" not in sides(told(text, "غارة"))[0]


@pytest.mark.parametrize(("text", "word", "not_doer"), [
    ("قصف الطيران الروسي الطريق بين مواقع جبهة النصرة ومواقع أحرار الشام في ريف إدلب أمس.", "قصف", "HTS"),
    ("استهدفت مدفعية الجيش التركي خطوط التماس بين قسد والجيش الوطني في ريف حلب.", "استهدفت", "SDF"),
])
def test_what_lies_between_two_sides_is_no_fight_of_theirs(text: str, word: str, not_doer: str) -> None:
    """A strike on what lies between two sides is not one of the first on the second."""
    assert not_doer not in sides(told(text, word))[0]


@pytest.mark.parametrize(("text", "word"), [
    ("تجدد القصف المتبادل بين قسد والجيش الوطني في ريف حلب.", "القصف"),
    ("تجدد القصف بين قسد والجيش الوطني في ريف حلب.", "القصف"),
    ("نجحت الوساطة الروسية بين قسد والجيش الوطني في ريف حلب.", "الوساطة"),
])
def test_a_mutual_deed_that_is_told_by_another_word_is_between_two(text: str, word: str) -> None:
    """Mutual shelling, shelling "between", and mediation have the two sides that "between" parts."""
    assert sides(told(text, word)) == (["SDF"], ["SNA"])


@pytest.mark.parametrize(("text", "word", "doer"), [
    ("دارت اشتباكات بين قوات النظام وداعش في تدمر. وأعدم التنظيم شابين بينهما طفل.", "أعدم", "IS"),
    ("اندلعت معارك بين قوات النظام وقسد في منبج. واعتقل الجيش التركي عشرة بينهما قياديان.", "اعتقل", "TUR_ARMED"),
])
def test_among_those_hit_is_not_between_the_sides_before(text: str, word: str, doer: str) -> None:
    """"two, among them" behind a deed that is not mutual does not point back to an earlier fight."""
    assert sides(told(text, word))[0] == [doer]


def test_among_the_dead_of_a_fight_is_not_between_its_sides() -> None:
    """"two dead, among them" behind a fight tells of its dead and does not point back to the fight before."""
    text = ("دارت معارك بين قوات النظام وقسد في منبج. "
            "واشتبك الجيش التركي مع مسلحين مخلفا جريحين بينهما قيادي.")
    assert sides(told(text, "اشتبك"))[0] == ["TUR_ARMED"]


def test_who_stands_between_a_verb_and_those_hit_is_the_doer() -> None:
    """Behind a verb, a side and then people without an article are its doer and those it is done to."""
    text = "دارت اشتباكات بين قوات النظام وداعش في تدمر. وأعدم التنظيم شابين في الرقة."
    assert sides(told(text, "أعدم")) == (["IS"], ["CIVILIANS"])


def test_who_is_hit_right_behind_a_verb_is_not_its_doer() -> None:
    """Without people behind it, a side right behind a verb may be who it is done to."""
    text = "سيطر تنظيم داعش على مدينة تدمر. وأعدم جنود النظام في ساحة البلدة."
    assert sides(told(text, "أعدم")) == (["IS"], ["SYR_ARMY"])


def test_who_is_clashed_with_is_the_other_side() -> None:
    """"clashed with X" makes X the second side, though the article names another enemy more often."""
    text = ("هاجم الحوثيون الجيش اليمني في مأرب. وصد الجيش اليمني هجوم الحوثيين في صرواح. "
            "واشتبك الجيش اليمني أمس مع مسلحي تنظيم القاعدة في محافظة أبين.")
    assert sides(told(text, "اشتبك"))[1] == ["AQAP"]


def test_who_is_ousted_undergoes_it() -> None:
    """Behind "the ousting of" stands who is ousted, though no doer is named in the clause."""
    text = "خاض الجيش العراقي معارك ضد تنظيم داعش في تلعفر، جرى خلالها طرد عناصر داعش من ثلاث قرى."
    assert sides(told(text, "طرد")) == (["IRQ_ARMY"], ["IS"])


def test_strikes_of_aircraft_are_made_by_their_owner() -> None:
    """Of two strikes joined by "and" each has the aircraft behind it as its doer, and both hit the same side."""
    text = "خسر داعش مواقع في الباب تحت ضغط ضربات سلاح الجو التركي وضربات طيران التحالف الدولي."
    strikes = [e for e in drafts(text) if text[e.trigger.start : e.trigger.end] == "ضربات"]
    assert [sides(e) for e in strikes] == [(["TUR_AIRFORCE"], ["IS"]), (["US_COALITION"], ["IS"])]


def test_a_deed_joined_to_another_has_its_doer() -> None:
    """Of two verbal nouns that "and" joins, the second without a doer of its own is done by the side of the first."""
    text = "بدأت البيشمركة هجوماً على تنظيم داعش، وأعلن متحدث عسكري نجاح الاقتحام والسيطرة على القرى."
    assert [sides(told(text, word))[0] for word in ("الاقتحام", "السيطرة")] == [["PESHMERGA"], ["PESHMERGA"]]


@pytest.mark.parametrize("model", ["encoder", None])
def test_who_speaks_of_a_taking_is_not_who_takes(model: Model | None) -> None:
    """In "A's seizing of" A takes, whoever speaks of it; where no side stands right behind, who speaks may take."""
    coder = sijill.load(model=model)
    denied, own = (coder(f"{text} على مأرب.", published=DAY).events or ()
                   for text in ("كذّب الجيش اليمني سيطرة الحوثيين", "أعلن الجيش اليمني السيطرة"))
    assert [sides(e)[0] for e in denied] == [["HOUTHIS"]]
    assert [sides(e)[0] for e in own] == [["YEM_GOV_FORCES"]]


def test_the_dead_of_strikes_and_clashes_fought_in_the_clashes() -> None:
    """"dead of A in strikes of C and clashes with B": A fought B, and C only struck."""
    text = "قتل سبعة من مسلحي تنظيم داعش في غارات للتحالف الدولي واشتباكات مع قوات سوريا الديمقراطية شرق هجين."
    first, second = sides(told(text, "اشتباكات"))
    assert {*first, *second} == {"IS", "SDF"}


def test_the_dead_of_another_deed_did_not_fight_in_the_clashes() -> None:
    """Where a clause begins between the dead and the clashes, they are not those who clashed."""
    text = "قتل سبعة من مسلحي تنظيم داعش قرب هجين فيما خاضت هيئة تحرير الشام معارك واشتباكات مع الجيش السوري في إدلب."
    assert "IS" not in sides(told(text, "اشتباكات"))[0]


def test_who_did_it_stands_before_who() -> None:
    """In "A, who carried out strikes" or "A who raided" A is the doer, whoever the sentence begins with."""
    light = "تقدم الجيش اليمني في حيس بإسناد من طائرات التحالف العربي، التي شنت غارات على مواقع الحوثيين."
    assert sides(told(light, "غارات")) == (["SAUDI_COALITION"], ["HOUTHIS"])
    verb = "تحظى قوات الحكومة اليمنية بمساندة من مقاتلات التحالف العربي، والتي قصفت مواقع للحوثيين في حيس."
    assert sides(told(verb, "قصفت")) == (["SAUDI_COALITION"], ["HOUTHIS"])


def test_whom_it_was_done_to_stands_before_whom_too() -> None:
    """In "A, whom B raided" the verb points back to A: it is no doer."""
    text = "انسحب تنظيم داعش من القرية، التي قصفتها مواقع الجيش العراقي، إلى تلعفر حيث التنظيم الذي قصفه الجيش."
    assert "IS" not in sides(told(text, "قصفه"))[0]


def said_doer(text: str, word: str, frame: str, kind: str = "Armed clash", form: str = "perfect") -> list[str]:
    """The side that the words around a word for a deed name outright as its doer."""
    view, trigger = pointed(text, word, kind, form, frame)
    doer = Roles(view, (trigger,)).said.doer(trigger, ())
    return [] if doer is None else [view.sides[doer].id]


def test_behind_the_pronoun_of_an_object_stands_who_did_it() -> None:
    """In "which A retook" and "of which A took control" A is the doer; in "with which he shelled A" it is not."""
    assert said_doer("هاجم داعش الحي الذي استعادته القوات العراقية.", "استعادته", "agent_place") == ["IRQ_ARMY"]
    assert said_doer("هاجم داعش الحي الذي سيطرت عليه القوات العراقية.", "سيطرت", "agent_place") == ["IRQ_ARMY"]
    assert said_doer("دمر الطيران مدافع قصف بها قوات البيشمركة.", "قصف", "agent_patient") == []
    assert said_doer("دخل داعش البلدة التي قصف سكانها.", "قصف", "agent_patient") == []
    assert said_doer("داهم داعش بيتا واعتقل منه مدنيين.", "اعتقل", "agent_patient") == []
    assert said_doer("داهم داعش بيتا واعتقل فيه طفلا.", "اعتقل", "agent_place") == []
    assert said_doer("دخل داعش البلدة واستهدفها.", "استهدفها", "agent_patient") == []
    assert said_doer("دخل داعش البلدة ثم قصف", "قصف", "agent_patient") == []
    assert said_doer("أعلنت روسيا قصفها داعش.", "قصفها", "agent_patient", form="noun") == []


@pytest.mark.parametrize(("text", "who"), [
    ("انفجرت عبوة في سيارة ضابط زرعها تنظيم داعش ليلا.", ["IS"]),
    ("انفجرت عبوة في سيارة ضابط زرعتها \"جبهة النصرة\" ليلا.", ["HTS"]),
    ("انفجر لغم من مخلفات تنظيم داعش في بيت.", ["IS"]),
    ("انفجر لغم خلفه تنظيم داعش في بيت.", ["IS"]),
    # what the war has left is nobody's, and "behind A" is a place
    ("انفجر لغم من مخلفات الحرب قرب حاجز للجيش السوري.", []),
    ("انفجرت عبوة خلف حاجز للجيش السوري.", []),
    # no planter is named right behind it
    ("انفجرت عبوة زُرعت قرب حاجز للجيش السوري.", []),
])
def test_who_planted_a_bomb_is_whose_it_was(text: str, who: list[str]) -> None:
    """Of "a bomb that A planted went off" the doer is A, of one "planted near B's post" nobody."""
    assert said_doer(text, text.split()[0], "victim", "Remote explosive/landmine/IED") == who


def test_who_planted_what_is_struck_has_not_struck_it() -> None:
    """Of "shells hit mines that A planted" the doer is not A."""
    assert said_doer("أصابت القذائف ألغاما زرعها تنظيم داعش.", "أصابت", "agent_place") == []


def test_at_the_hands_of_says_who_did_it() -> None:
    """Behind an attack "at the hands of A" A is the doer, not who speaks of it."""
    text = "استعاد الجيش اليمني مواقعه في ميدي، وقال إنه تمت السيطرة بالكامل على ميناء ميدي من قبل قوات التحالف العربي."
    assert sides(told(text, "السيطرة"))[0] == ["SAUDI_COALITION"]


def test_strikes_of_a_nation_are_its_own() -> None:
    """"Russian shelling" is Russia's, though its target is named and it is not."""
    text = "انسحب مقاتلو المعارضة السورية من الرحيبة بعد قصف روسي مكثف لمواقعهم."
    assert sides(told(text, "قصف"))[0] == ["RUS_ARMED"]


@pytest.mark.parametrize(("who", "side"), [
    ("عضو في حركة حماس", ["HAMAS"]), ("ثلاثة جنود من الجيش اللبناني", ["LEB_ARMY"]),
    ("موظف في اللجنة الدولية للصليب الأحمر", ["CIVILIANS"])])


def test_the_killed_did_not_kill(who: str, side: list[str]) -> None:
    """Whom a word for killing tells of, and whom they were of, underwent it and did not do it."""
    event = told(f"قتل {who} بالرصاص في مدينة طرابلس أمس.", "قتل")
    assert sides(event) == ([], side)


@pytest.mark.parametrize("words", [
    'فيما نجح مقاتلو "وحدات حماية الشعب" الكردية في السيطرة', "فيما تمكنت وحدات حماية الشعب كذلك من السيطرة",
    "وقامت وحدات حماية الشعب بالسيطرة"])


def test_who_manages_to_do_it_does_it(words: str) -> None:
    """In "A managed to take" A takes, whoever the sentence has told of before."""
    text = f"طرد الجيش السوري داعش من حي غويران، {words} على حي العزيزية في الحسكة."
    (event,) = [e for e in drafts(text) if "السيطرة" in text[e.trigger.start : e.trigger.end]]
    assert sides(event)[0] == ["YPG"]


@pytest.mark.parametrize(("text", "first", "second"), [
    ("قتل الحوثيون الرئيس السابق علي صالح في صنعاء.", ["HOUTHIS"], ["SALEH_FORCES"]),
    ("وفي تعز قتل المتمردون الحوثيون جنودا.", ["HOUTHIS"], ["YEM_GOV_FORCES"]),
    ("قتل الفلسطينيون مستوطنا قرب الخليل.", ["UNIDENTIFIED_GUNMEN"], ["CIVILIANS"]),
])
def test_men_in_the_nominative_killed_the_side_behind_them(text: str, first: list[str], second: list[str]) -> None:
    """A word for killing that is also the passive is none with a nominative and another side behind it."""
    assert sides(told(text, "قتل")) == (first, second)


@pytest.mark.parametrize(
    ("text", "word", "first", "second"),
    [
        ("خطف مسلحون من تنظيم داعش 12 راعيا في بادية السخنة.", "خطف", ["IS"], ["CIVILIANS"]),
        ("قبل أسبوعين خطف مسلحون من تنظيم داعش 12 راعيا في بادية السخنة.", "خطف", ["IS"], ["CIVILIANS"]),
        ("اختطف عناصر من جبهة النصرة ثلاثة مدنيين في سراقب.", "اختطف", ["HTS"], ["CIVILIANS"]),
        ("خطف 12 راعيا على يد مسلحين من تنظيم داعش في بادية السخنة.", "خطف", ["IS"], ["CIVILIANS"]),
        ("قتل مسلحون من تنظيم داعش وثلاثة جنود في دير الزور.", "قتل", ["SYR_ARMY"], ["IS"]),
    ],
)


def test_who_stands_before_the_counted_did_it(text: str, word: str, first: list[str], second: list[str]) -> None:
    """Men between a verb and people who are counted did it to them; those at whose hands it was stand elsewhere."""
    assert sides(told(text, word)) == (first, second)


@pytest.mark.parametrize(("text", "word", "first"), [
    ("تريد عائلة صبي فلسطيني قتل برصاص قناص إسرائيلي عند أطراف رفح معرفة من أمر بذلك.", "قتل", "IDF"),
    ("أصيبت المرأة برصاصة قناص حوثي في تعز.", "أصيبت", "HOUTHIS"),
    ("قال ناشطون إن المسعف قتل ببندقية قناص إسرائيلي قرب جنين.", "قتل", "IDF"),
])
def test_who_is_killed_by_one_s_bullets_is_killed_by_him(text: str, word: str, first: str) -> None:
    """Of "was killed by the bullets of A" A did it, and is none of the dead."""
    got = sides(told(text, word))
    assert got[0] == [first] and first not in got[1]


@pytest.mark.parametrize(("text", "got"), [
    ("قتل بالرصاص جندي إسرائيلي في نابلس أمس.", ([], ["IDF"])),
    ("قتل بالرصاص ثلاثة جنود سعوديين في عدن أمس.", ([], ["SAU_ARMED"])),
])
def test_who_is_named_behind_the_bullets_was_killed_by_them(text: str, got: tuple[list[str], list[str]]) -> None:
    """Of "shot dead was A" A is dead, and shot nobody."""
    assert sides(told(text, "قتل")) == got


def test_who_did_it_is_said_behind_whom_the_bullets_hit() -> None:
    """"With bullets in the head, at the hands of A" has A for its doer, though no side stands behind the bullets."""
    view = view_of("قتل الجندي السعودي برصاصتين في الرأس على يد الحوثيين.")
    roles = Roles(view, Weighed(view).triggers(0.0))
    (trigger,) = [t for t in roles.triggers if view.tokens[t.token].norm == "قتل"]
    number = roles.said.doer(trigger, [])
    assert number is not None and view.sides[number].id == "HOUTHIS"


def test_whose_guns_a_side_strikes_with_is_no_other() -> None:
    """Of "A struck P with the fire of its guns" the doer is A as it is named."""
    text = "قالت وكالة سانا إن الجيش السوري استهدف بنيران مدفعيته الثقيلة مواقع للمعارضة."
    assert [text[a.start : a.end] for a in told(text, "استهدف").actor1] == ["الجيش السوري"]


def test_men_in_the_accusative_did_not_do_it() -> None:
    """A side in the accusative right behind the verb is whom the nominative behind it did it to."""
    assert sides(told("هاجم الحوثيين الجنود السعوديون في صعدة.", "هاجم")) == (["SAU_ARMED"], ["HOUTHIS"])


def test_who_leaves_is_named_behind_the_leaving() -> None:
    """Of "the exit of B" B leaves, whoever "his entry" was before it."""
    assert sides(told("أعلن الجيش السوري دخوله بلدة القلمون بعد خروج المسلحين منها.", "خروج"))[0] == ["SYR_OPPOSITION"]


def test_who_is_driven_out_of_it_has_not_done_it() -> None:
    """Behind "drove out of it" and where they are spelled as an object, men are who was driven out."""
    assert said_doer("دخل الجيش العراقي البلدة وطردت منها تنظيم داعش.", "طردت", "agent_patient") == []
    assert said_doer("دخل الجيش العراقي البلدة وهاجم فيها مسلحي داعش.", "هاجم", "agent_patient") == []
    assert said_doer("دخل الجيش العراقي البلدة وهاجم فيها الحوثيين.", "هاجم", "agent_patient") == []
    assert said_doer("دخل الجيش العراقي البلدة التي هاجم فيها مسلحو داعش السكان.", "هاجم", "agent_patient") == ["IS"]
    assert said_doer("دخل الجيش العراقي البلدة التي انسحب منها تنظيم داعش.", "انسحب", "mover") == ["IS"]
    assert said_doer("دخل الجيش العراقي البلدة التي احتلها مسلحي داعش.", "احتلها", "agent_place") == ["IS"]


def test_of_a_deed_that_was_brought_about_the_side_behind_it_is_struck() -> None:
    """In "the bombing of A was done" A is hit; "A's bombing" without it is A's."""
    assert sides(told("حاول المسلحون العبور وتم قصف الحوثيين قرب النهر.", "قصف"))[1] == ["HOUTHIS"]
    assert sides(told("استمر أمس قصف الحوثيين على أحياء مدينة تعز.", "قصف"))[1] != ["HOUTHIS"]


def test_who_is_evacuated_is_no_second_side() -> None:
    """Of "the evacuation of A was done" A is who leaves."""
    assert sides(told("تم أمس إجلاء مدنيين من بلدة مضايا.", "إجلاء"))[1] == []
    assert sides(told("فتحت الطريق وتم إجلاء مقاتلي أحرار الشام من الزبداني.", "إجلاء")) == (["AHRAR_SHAM"], [])


def test_who_launched_an_operation_is_its_doer() -> None:
    """Of "the battle that A launched" A is the first side, whoever advanced after it."""
    text = "تقدم الجيش السوري في حلب بعد المعركة التي أطلقتها هيئة تحرير الشام الشهر الماضي."
    assert sides(told(text, "المعركة")) == (["HTS"], ["SYR_ARMY"])


@pytest.mark.parametrize("text", [
    "أعلن مسؤولون باكستانيون مقتل أربعين مسلحا من حركة طالبان في اشتباكات مع الجيش الباكستاني قرب خار.",
    "أكدت الشرطة الباكستانية مقتل تسعة من مسلحي حركة طالبان خلال اشتباكات مع الجيش الباكستاني قرب خار.",
])
def test_whose_dead_were_told_before_in_clashes_with_another_fought_it(text: str) -> None:
    """Of "X announced that men of A were killed in clashes with B" A fought B, and X has only announced it."""
    assert sides(told(text, "اشتباكات")) == (
        ["NEW:TTP: Tehreek-i-Taliban Pakistan"], ["NEW:Military Forces of Pakistan"])


def test_people_who_were_killed_in_clashes_fought_nobody() -> None:
    """Civilians who were killed in clashes with somebody are no side of them."""
    text = "قال الجيش السوري إن ثلاثة مدنيين قتلوا في اشتباكات مع تنظيم الدولة في تدمر."
    assert sides(told(text, "اشتباكات")) == (["SYR_ARMY"], ["IS"])


@pytest.mark.parametrize("text", [
    "استبعد خبير أمني تورط الشرطة بعد اغتيال القيادي العسكري في حماس بفندق في دبي.",
    "دخلوا دبي قبل اغتيال القيادي في حماس هناك.",
])
def test_whose_leader_was_killed_has_not_killed_him(text: str) -> None:
    """Of "the killing of A's leader in P" A is hit, and has not done it."""
    first, second = sides(told(text, "اغتيال"))
    assert "HAMAS" in second and "HAMAS" not in first


@pytest.mark.parametrize(("text", "word", "first"), [
    ("فتش الجيش اللبناني منازل على خلفية اختطاف الشاب سالم خالد رجب، مساء الخميس على أيدي مجهولين.", "اختطاف",
     ["UNIDENTIFIED_GUNMEN"]),
    # another deed stands between
    ("فتش الجيش اللبناني منازل على خلفية اختطاف شاب، وقتل آخرين مساء الخميس على أيدي مجهولين.", "اختطاف",
     ["LEB_ARMY"]),
])
def test_at_the_hands_of_stands_behind_who_suffered_and_when(text: str, word: str, first: list[str]) -> None:
    """ "At the hands of A" names the doer over the victim's name and the day, not over another deed."""
    assert sides(told(text, word))[0] == first


def test_who_only_tells_has_no_part_in_the_sentence() -> None:
    """A nationality within the name of an observatory is no side of what it tells; an army that tells may be one."""
    text = "تصدت المعارضة لهجوم. وكان «المرصد السوري» تحدث عن استمرار الاشتباكات مع حزب الله قرب الزبداني."
    assert not {"SYR_ARMY", "SYR_GOV"} & {one for part in sides(told(text, "الاشتباكات")) for one in part}
    army = "أعلن الجيش السوري أن اشتباكات مع حزب الله دارت في مدينة الزبداني."
    assert "SYR_ARMY" in sides(told(army, "اشتباكات"))[0] + sides(told(army, "اشتباكات"))[1]


@pytest.mark.parametrize(("text", "word", "first"), [
    ("واجه الحوثيون أمس قصفا مصريا في صعدة.", "قصفا", "EGY_ARMY"),
    ("واجه الحوثيون أمس توغلا مصريا في صعدة.", "توغلا", "EGY_ARMY"),
    ("واجه الجيش المصري أمس توغلا حوثيا في صعدة.", "توغلا", "HOUTHIS"),
    ("ذكر الحوثيون أنهم شنوا قصفا على موقع سعودي في نجران.", "قصفا", "HOUTHIS"),
])
def test_a_nationality_behind_an_attack_that_is_an_object_launched_it(text: str, word: str, first: str) -> None:
    """"Saudi shelling", spelled like "two shelled", is the Saudis'; a nationality further on has no part in it."""
    assert sides(told(text, word))[0] == [first]
