"""The dead of a strike have not made it, nor have those whom it struck, nor a state its own suicide bombing."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.extract.drafted import named, pointed, sides, told

from sijill.documents import Trigger
from sijill.extract.roles.gatherings import organisers
from sijill.extract.roles.no_doers import (
    condemning,
    fired_at,
    governing,
    no_bombers,
    no_doers,
    out_of_element,
    out_of_question,
    suspected,
)
from sijill.extract.roles.options import NOBODY

SHELLING = "Shelling/artillery/missile attack"
FROM_AIR = "Air/drone strike"
FORCE = "Excessive force against protesters"
DEAD = "ثلاثة من جنود الجيش اليمني"
A_SHOT = "إطلاق نار"


def barred(text: str, word: str, kind: str = SHELLING, form: str = "noun", frame: str = "agent_patient") -> list[str]:
    view, trigger = pointed(text, word, kind, form, frame)
    return named(view, no_doers(view, trigger, organisers(view)))


@pytest.mark.parametrize(("text", "word"), [
    ("قتل ثلاثة من جنود الجيش اليمني في هجوم انتحاري استهدف حاجزا في عدن.", "هجوم"),
    ("أصيب خمسة من عناصر الجيش اليمني بقصف على مواقعهم في تعز.", "بقصف"),
])
def test_the_dead_of_a_strike_are_not_its_doers(text: str, word: str) -> None:
    """Soldiers of A who were killed "in" a strike are whom it struck, and A has not made it."""
    first, second = sides(told(text, word))
    assert "YEM_GOV_FORCES" not in first and second == ["YEM_GOV_FORCES"]


@pytest.mark.parametrize("words", ["استهدف حاجزا للجيش اليمني", "قرب ثكنة للجيش اليمني"])
def test_whom_an_attack_struck_has_not_made_it(words: str) -> None:
    """Of "a suicide attack that struck, or was near, a post of A" A is not the bomber."""
    first, _ = sides(told(f"قتل عشرة مدنيين في هجوم انتحاري {words} في عدن.", "هجوم"))
    assert "YEM_GOV_FORCES" not in first


def test_who_shelled_what_is_near_another_is_still_the_doer() -> None:
    """Of "A's shelling near a post of B" A is the doer."""
    text = "قتل مدنيان في قصف لجماعة الحوثي قرب ثكنة للجيش اليمني في تعز."
    assert sides(told(text, "قصف"))[0] == ["HOUTHIS"]


def test_whose_jets_are_told_with_a_strike_is_its_doer() -> None:
    """Who made the strike in which others died is still its doer."""
    text = "قتل ثلاثة من الحوثيين في قصف لطيران التحالف العربي على صعدة."
    assert sides(told(text, "قصف")) == (["SAUDI_COALITION"], ["HOUTHIS"])


@pytest.mark.parametrize(("text", "whom"), [
    ("قصف استهدف الحوثيين في السوق.", "الحوثيين"),
    ("قصف ضربت نيرانه أمس ثكنة قرب مقر للجيش اليمني.", "مقر للجيش اليمني"),
    ("قصف أصاب الحوثيين في السوق.", "الحوثيين"),
    ("قصف استهدف الحوثيين", "الحوثيين"),
    ("قصف استهدف الحوثيين\nفيها قتلى", "الحوثيين"),
    ("قصف استهدف عددا من الحوثيين في السوق.", "الحوثيين"),
    ("قصف استهدف عشرات من الحوثيين في السوق.", "الحوثيين"),
    ("قصف داخل معسكر للجيش اليمني.", "معسكر للجيش اليمني"),
])
def test_the_side_behind_what_a_strike_struck_or_was_near_is_barred(text: str, whom: str) -> None:
    """Of "shelling that struck A", "shelling inside a camp of A" A has not done it."""
    assert barred(text, "قصف") == [whom]


@pytest.mark.parametrize("text", [
    "قصف عنيف للحوثيين على السوق.",
    "قصف قرب السوق شنته جماعة الحوثي.",
    "قصف طال السوق من مواقع الحوثيين.",
    "قصف استهدف السوق وقتلت قوات الجيش اليمني خمسة.",
    "قصف قرب السوق، الحوثيون يتوعدون.",
    "قصف استهدف مدينة تعز للحوثيين.",
    "قصف استهدف به الحوثيون السوق.",
    "قصف استهدف الحوثيون به السوق.",
    "قصف طال سوقا\nالحوثيون ينفون",
    "قصف طال سوقا قديمة كبيرة مكتظة صباح هذا اليوم قبل الظهر للحوثيين.",
])
def test_a_side_is_not_barred_whose_own_word_or_clause_it_is(text: str) -> None:
    """Of "shelling near the market that A launched, from A's posts, with which A struck" A may have done it."""
    assert barred(text, "قصف") == []


def test_whom_a_verb_of_striking_names_behind_a_place_is_not_barred() -> None:
    """Of "the forces of A shelled inside the town", told by a verb, A is its subject."""
    text = "قصفت أمس داخل المدينة قوات الجيش اليمني مواقع الحوثيين."
    assert barred(text, "قصفت", form="perfect") == []


def test_who_is_near_a_clash_is_not_barred() -> None:
    """"Clashes near a post of A" may well be A's."""
    text = "اشتباكات قرب ثكنة للجيش اليمني."
    assert barred(text, "اشتباكات", "Armed clash") == []
    assert barred(text, "اشتباكات", "Attack") == ["للجيش اليمني"]


@pytest.mark.parametrize(("text", "word"), [
    (f"قتل {DEAD} في هجوم.", "هجوم"),
    (f"قتل {DEAD} بقصف عنيف.", "بقصف"),
    (f"إن {DEAD} قتلوا في قصف.", "قصف"),
    (f"قتل {DEAD} ظهر اليوم في قصف.", "قصف"),
])
def test_the_dead_right_before_in_or_by_a_strike_are_barred(text: str, word: str) -> None:
    """Of "soldiers of A were killed in a strike, by a strike, and soldiers of A died in one" A is barred."""
    assert barred(text, word) == ["جنود الجيش اليمني"]


@pytest.mark.parametrize(("text", "word"), [
    (f"قتل {DEAD} وقصف الطيران تعز.", "وقصف"),
    (f"قتل {DEAD} واعتقل آخرون في قصف.", "قصف"),
    (f"قتل {DEAD} ظهر اليوم الخميس الماضي في قصف.", "قصف"),
    (f"قتل {DEAD}\nالجيش اليمني في قصف.", "قصف"),
])
def test_the_dead_of_something_else_are_not_barred(text: str, word: str) -> None:
    """The dead of another verb, sentence or far-off deed may have done it."""
    assert barred(text, word) == []


def test_of_the_dead_behind_a_strike_only_their_own_mention_is_barred() -> None:
    """The army that is named before its shelling may have done it, whoever died."""
    assert barred(f"رد الجيش اليمني بقصف قتل {DEAD}.", "بقصف") == ["جنود الجيش اليمني"]


def test_the_dead_of_clashes_and_of_a_word_for_dying_are_not_barred() -> None:
    """Who died in clashes fought in them, and a word for dying tells no deed in which they died."""
    assert barred(f"قتل {DEAD} في اشتباكات.", "اشتباكات", "Armed clash", frame="mutual") == []
    assert barred(f"قتل {DEAD} في هجوم.", "هجوم", frame="victim") == []


def test_only_what_is_named_before_the_deed_is_barred_with_its_dead() -> None:
    """Of "A advances, and soldiers of A died in a strike of A" the two named before are barred, the third may be it."""
    text = f"يواصل الجيش اليمني التقدم وقتل {DEAD} في قصف للجيش اليمني على تعز."
    assert barred(text, "قصف") == ["الجيش اليمني", "جنود الجيش اليمني"]


def test_who_is_told_dead_by_name_is_barred_behind_the_deed_too() -> None:
    """Of "11 of A died in the bombing of a house that A had taken" A is barred at both places; B, behind, at none."""
    text = "قتل 11 من داعش في قصف مبنى في الموصل يتخذه داعش مقرا وتراقبه البيشمركة."
    assert barred(text, "قصف") == ["داعش", "داعش"]


def test_whom_a_strike_struck_is_barred_where_it_is_named_before_too() -> None:
    """Of "A said, as B does, that shelling struck a post of A" A is barred at both places, B at none."""
    text = "قال الجيش اليمني والحوثيون إن قصفا استهدف حاجزا للجيش اليمني."
    assert barred(text, "قصفا") == ["الجيش اليمني", "حاجزا للجيش اليمني"]


def test_another_side_named_before_the_deed_is_not_barred_with_its_dead() -> None:
    """Of "after B's advance soldiers of A died in a strike" B may have made it."""
    assert barred(f"بعد تقدم الحوثيين قتل {DEAD} في قصف.", "قصف") == ["جنود الجيش اليمني"]


def test_who_is_told_dead_is_not_barred_in_the_sentence_before() -> None:
    """What a sentence before says of A stays open."""
    assert barred(f"تقدم الجيش اليمني.\nقتل {DEAD} في قصف.", "قصف") == ["جنود الجيش اليمني"]


@pytest.mark.parametrize(("kind", "whom"), [
    ("Attack", ["حزب الله"]), (FORCE, ["حزب الله"]), ("Protest with intervention", ["حزب الله"]),
    ("Agreement", []), ("Talks", []), ("Peaceful protest", []), ("Violent demonstration", []), ("Mob violence", []),
])
def test_an_organiser_is_barred_from_all_but_gatherings(kind: str, whom: list[str]) -> None:
    """Who organised a demonstration did not shoot in it or put it down; he may demonstrate, talk and sign."""
    assert barred("إطلاق نار خلال تظاهرة نظمها حزب الله.", "إطلاق", kind) == whom


@pytest.mark.parametrize(("text", "whom"), [
    (f"بعد تظاهرة نظمها حزب الله {A_SHOT}.", ["حزب الله"]),
    (f"بعد {A_SHOT}، خرجت تظاهرة نظمها حزب الله.", ["حزب الله"]),
    (f"بعد تظاهرة نظمها حزب الله، {A_SHOT}.", []),
    (f"خرجت تظاهرة نظمها حزب الله\n{A_SHOT} في بيروت.", []),
    (f"{A_SHOT} في بيروت.\nخرجت تظاهرة نظمها حزب الله", []),
])
def test_an_organiser_is_barred_behind_the_deed_and_in_its_clause(text: str, whom: list[str]) -> None:
    """What another sentence, or a clause before, says was organised does not clear the organiser of a deed."""
    assert barred(text, "إطلاق", "Attack") == whom


@pytest.mark.parametrize("text", [
    "قتل مدنيان في قصف استهدف مدينة دوما من قبل قوات النظام.", "وقع قصف استهدف سوقا من قبل قوات النظام في دوما."])


def test_by_whom_a_place_was_struck_is_the_doer(text: str) -> None:
    """Of "shelling that struck a town, by A" A did it, whether a table knows what was struck or not."""
    assert sides(told(text, "قصف"))[0] == ["SYR_ARMY"]


def test_whose_own_men_died_in_an_attack_that_it_made_is_its_doer() -> None:
    """Of "men of A were killed in an attack that A carried out" A is the doer: its name behind is not barred."""
    text = "قتل خمسة من مسلحي جبهة النصرة في هجوم انتحاري نفذته الجبهة على حاجز في حماة."
    assert sides(told(text, "هجوم", dt.date(2015, 8, 1)))[0] == ["NUSRA"]


def test_a_side_at_whose_hands_it_was_done_is_the_doer_though_its_men_died() -> None:
    """Who is outright the doer is it, also where men of the same side were told dead in the deed."""
    text = "قتل ثلاثة من الحوثيين في تفجير قرب السوق على أيدي مسلحين من الحوثيين."
    assert sides(told(text, "تفجير"))[0] == ["HOUTHIS"]


def test_no_state_blows_itself_up() -> None:
    """The forces of a state do no suicide bombing, though they tell of it; they may have fought."""
    text = "قال الجيش التركي إن انتحاريا اقتحم مركزا للدرك في تركيا."
    view, trigger = pointed(text, "اقتحم", "Suicide bomb", "perfect")
    assert "الجيش التركي" in named(view, no_bombers(view, trigger, range(len(view.actors))))
    lacked = text.replace("الجيش التركي", "الجيش الأفغاني")
    view, trigger = pointed(lacked, "اقتحم", "Suicide bomb", "perfect")
    assert "الجيش الأفغاني" in named(view, no_bombers(view, trigger, range(len(view.actors))))
    view, trigger = pointed(text, "اقتحم", "Armed clash", "perfect")
    assert no_bombers(view, trigger, range(len(view.actors))) == []
    view, trigger = pointed("فجر مقاتل من داعش نفسه.", "فجر", "Suicide bomb", "perfect")
    assert no_bombers(view, trigger, range(len(view.actors))) == []


@pytest.mark.parametrize("teller", ["الجيش الصومالي", "الأمم المتحدة"])
def test_forces_of_a_state_that_the_registry_lacks_and_organisations_bomb_not(teller: str) -> None:
    """The army of a state without a row of its own, and an organisation of states, only tell of a suicide bombing."""
    view, trigger = pointed(f"قال {teller} إن انتحاريا اقتحم مركزا.", "اقتحم", "Suicide bomb", "perfect")
    assert named(view, no_bombers(view, trigger, range(NOBODY, len(view.actors)))) == [teller]


@pytest.mark.parametrize(("text", "word", "who"), [
    ("شجبت الحكومة العراقية أمس التفجير قرب المسجد.", "التفجير", ["الحكومة العراقية"]),
    ("استنكر الرئيس الفرنسي الهجوم على المسجد.", "الهجوم", ["الرئيس الفرنسي"]),
    ("أدانت الحكومة اليمنية الهدنة وقصفت صعدة.", "قصفت", []),
    ("أدانت الحكومة اليمنية الهدنة وقصفت صعدة في هجوم.", "هجوم", []),
    ("أدانت الحكومة اليمنية الهدنة، والهجوم لها.", "الهجوم", []),
    ("شنت الحكومة اليمنية الهجوم على صعدة.", "الهجوم", []),
    ("أدانت الحكومة اليمنية الصمت، وسط القصف على صعدة.", "القصف", []),
    ("أدانت الحكومة اليمنية الصمت وقصفت صعدة بعد الهجوم.", "الهجوم", []),
])
def test_who_condemns_a_deed_has_no_part_in_it(text: str, word: str, who: list[str]) -> None:
    """The subject of "condemned" has not done what it condemns, and may have done what another verb tells."""
    view, trigger = pointed(text, word, SHELLING, "perfect" if word == "قصفت" else "noun")
    assert named(view, condemning(view, trigger)) == who


@pytest.mark.parametrize(("text", "bar"), [
    (f"قتل {DEAD} في هجوم استهدف حاجزا.", True),
    (f"قتل {DEAD} في كمين قرب صعدة.", True),
    (f"قتل {DEAD} في هجوم على مواقع الحوثيين.", False),
    (f"قتل {DEAD} خلال إحباط هجوم قرب صعدة.", False),
    (f"قتل {DEAD} خلال هجوم لهم قرب صعدة.", False),
    (f"قتل {DEAD} خلال هجوم تصدوا لهم فيه.", True),
])
def test_the_dead_of_an_attack_have_not_made_it(text: str, bar: bool) -> None:
    """Who died in an attack was attacked, unless it was "on" another side or was foiled."""
    word = "كمين" if "كمين" in text else "هجوم"
    assert ("جنود الجيش اليمني" in barred(text, word, "Armed clash")) is bar


@pytest.mark.parametrize("frame", ["victim", "agent_patient", "agent_weapon"])
def test_a_bomb_that_went_off_is_no_states(frame: str) -> None:
    """A bomb that "went off" is not of the army that tells of it."""
    text = "قال الجيش التركي إن عبوة انفجرت في سوق."
    view, trigger = pointed(text, "انفجرت", "Remote explosive/landmine/IED", "perfect", frame)
    assert no_bombers(view, trigger, range(len(view.actors)))


def test_an_attack_of_a_nation_is_its_own() -> None:
    """"An Israeli attack with a bomb" is of Israel; an Israeli told elsewhere has set off none."""
    bomb = "Remote explosive/landmine/IED"
    view, trigger = pointed("قتل قيادي في هجوم إسرائيلي بعبوة ناسفة.", "هجوم", bomb, "noun", "agent_patient")
    assert no_bombers(view, trigger, range(len(view.actors))) == []
    view, trigger = pointed("قتل قيادي في هجوم استهدف إسرائيلي.", "هجوم", bomb, "noun", "agent_patient")
    assert no_bombers(view, trigger, range(len(view.actors)))
    view, trigger = pointed("هاجم إسرائيلي مقهى بعبوة.", "هاجم", bomb, "perfect", "agent_patient")
    assert no_bombers(view, trigger, range(len(view.actors)))
    view, trigger = pointed("تفجير الجيش التركي في أنقرة.", "تفجير", bomb, "noun", "agent_patient")
    assert no_bombers(view, trigger, range(len(view.actors)))


def test_what_a_states_forces_set_off_stands_beside_them() -> None:
    """An army lays mines where it stands beside the word for it; grenades "thrown at its post" are not its own."""
    bomb = "Remote explosive/landmine/IED"
    text = "قال الجيش التركي إن قنبلة ألقيت على حاجزه."
    view, trigger = pointed(text, "ألقيت", bomb, "passive", "agent_weapon")
    assert named(view, no_bombers(view, trigger, range(len(view.actors))))[:1] == ["الجيش التركي"]
    view, trigger = pointed("زرع الجيش التركي ألغاما على الحدود.", "زرع", bomb, "perfect", "agent_weapon")
    assert no_bombers(view, trigger, range(len(view.actors))) == []
    view, trigger = pointed("الجيش التركي زرع ألغاما على الحدود.", "زرع", bomb, "perfect", "agent_weapon")
    assert no_bombers(view, trigger, range(len(view.actors))) == []
    view, trigger = pointed("قال شاهد إن الجيش التركي قام بتفجير عبوة.", "بتفجير", bomb, "noun", "agent_weapon")
    assert no_bombers(view, trigger, range(len(view.actors))) == []
    view, trigger = pointed("رصد الجيش التركي تفجير عبوة.", "تفجير", bomb, "noun", "agent_weapon")
    assert named(view, no_bombers(view, trigger, range(len(view.actors)))) == ["الجيش التركي"]


def test_what_was_set_off_far_from_an_army_is_not_its_own() -> None:
    """A light verb leads to a bomb two words on, and to nothing further; a suicide bombing is no army's anyway."""
    bomb = "Remote explosive/landmine/IED"
    text = "قال شاهد إن الجيش التركي قام أمس في المدينة بتفجير عبوة."
    view, trigger = pointed(text, "بتفجير", bomb, "noun", "agent_weapon")
    assert named(view, no_bombers(view, trigger, range(len(view.actors)))) == ["الجيش التركي"]
    view, trigger = pointed("نفذ الجيش التركي هجوما.", "هجوما", "Suicide bomb", "noun", "agent_weapon")
    assert named(view, no_bombers(view, trigger, range(len(view.actors)))) == ["الجيش التركي"]
    view, trigger = pointed("الجيش التركي فجر نفسه.", "فجر", "Suicide bomb", "perfect", "agent_weapon")
    assert named(view, no_bombers(view, trigger, range(len(view.actors)))) == ["الجيش التركي"]


@pytest.mark.parametrize(("text", "word", "barred_sides"), [
    ("أعلن الجيش الإسرائيلي إطلاق ثلاثة صواريخ من غزة على إسرائيل.", "إطلاق", ["الجيش الإسرائيلي", "إسرائيل"]),
    ("قال الجيش التركي إن قذائف أطلقت من سوريا باتجاه الأراضي التركية.", "أطلقت", ["الجيش التركي"]),
    ("قالت حماس إن قذائف أطلقت باتجاه إسرائيل من لبنان.", "أطلقت", ["إسرائيل"]),
    # fired elsewhere, whose rockets they are, another side
    ("أعلن الجيش الإسرائيلي إطلاق ثلاثة صواريخ على لبنان.", "إطلاق", ["لبنان"]),
    ("سمع دوي إطلاق صواريخ الجيش الإسرائيلي على إسرائيل.", "إطلاق", ["إسرائيل"]),
    ("أعلنت حماس إطلاق ثلاثة صواريخ على إسرائيل.", "إطلاق", ["إسرائيل"]),
    ("أعلن الجيش الإسرائيلي إطلاق ثلاثة صواريخ.", "إطلاق", []),
    # no state is aimed at, and gunmen have none
    ("أعلن مسلحون إطلاق ثلاثة صواريخ على المطار.", "إطلاق", []),
])
def test_who_is_fired_at_has_not_fired(text: str, word: str, barred_sides: list[str]) -> None:
    """A state at which something is launched has not launched it, nor have its forces where they are named before."""
    view, trigger = pointed(text, word, SHELLING, frame="agent_weapon")
    assert named(view, fired_at(view, trigger, range(len(view.actors)))) == barred_sides


def test_only_what_is_launched_is_fired_at_a_state() -> None:
    """Of shelling that strikes places, and of what is no strike, nobody is barred."""
    text = "أعلن الجيش الإسرائيلي إطلاق ثلاثة صواريخ من غزة على إسرائيل."
    for kind, frame in ((SHELLING, "agent_place"), ("Chemical weapon", "agent_weapon")):
        view, trigger = pointed(text, "إطلاق", kind, frame=frame)
        assert fired_at(view, trigger, range(len(view.actors))) == []


@pytest.mark.parametrize(("text", "word"), [
    (f"قتل {DEAD} نتيجة انفجار لغم.", "انفجار"),
    (f"قتل {DEAD} جراء انفجار لغم.", "انفجار"),
    (f"قتل {DEAD} بانفجار لغم.", "بانفجار"),
])
def test_the_dead_of_a_bomb_by_whatever_cause_are_barred(text: str, word: str) -> None:
    """Who died "in", "by", "due to" or "as a result of" a blast has not laid the bomb."""
    assert barred(text, word, "Remote explosive/landmine/IED", frame="victim") == ["جنود الجيش اليمني"]


@pytest.mark.parametrize(("text", "expected"), [
    ("قال الجيش اليمني إن البلدة تعرضت لهجوم بالقذائف.", ["الجيش اليمني"]),
    ("قال الجيش اليمني إن ضابطا تعرض لمحاولة هجوم.", ["الجيش اليمني"]),
    ("قال الجيش اليمني إن ضابطا تعرض بعد هجوم.", []),
    ("قال الجيش اليمني إن قواته ردت على العدو بهجوم.", []),
    ("قصف الجيش اليمني بلدة تعرضت لهجوم أمس.", []),
])
def test_who_tells_of_harm_has_not_done_it(text: str, expected: list[str]) -> None:
    """Of "A said that the town was exposed to an attack" A is barred; a side that only stands before it is not."""
    word = next(one for one in ("لهجوم", "بهجوم", "هجوم") if one in text)
    assert barred(text, word, "Armed clash") == expected


@pytest.mark.parametrize(("text", "kind", "expected"), [
    ("قالت الشرطة العراقية إن سائحين خطفا أمس.", "Abduction/forced disappearance", ["الشرطة العراقية"]),
    ("قالت الشرطة العراقية إن سائحين خطفا أمس.", "Arrests", []),
    ("قال تنظيم داعش إن سائحين خطفا أمس.", "Abduction/forced disappearance", []),
])
def test_a_state_that_tells_of_a_kidnapping_has_not_done_it(text: str, kind: str, expected: list[str]) -> None:
    """A state's forces on whose word a kidnapping is told have not abducted anybody; others may have."""
    view, trigger = pointed(text, "خطفا", kind, "perfect")
    assert named(view, out_of_question(view, trigger, range(len(view.actors)))) == expected


def test_whose_men_were_arrested_has_arrested_nobody() -> None:
    """Of "arrested men belonging to A" the outlaws A arrested nobody; they may where others are behind."""
    for text, out in (("اعتقلت شبكة تنتمي لتنظيم داعش.", True), ("اعتقلت شبكة وتنظيم داعش.", False),
                      ("اعتقلت شبكة تنتمي لتنظيم داعش ناشطا.", False),
                      ("اعتقلت شبكة تنتمي لتنظيم داعش 3 رجال.", False)):
        view, trigger = pointed(text, "اعتقلت", "Arrests", "perfect")
        who = named(view, out_of_question(view, trigger, range(len(view.actors))))
        assert ("تنظيم داعش" in who) is out


@pytest.mark.parametrize(("text", "word", "told"), [
    ("هجوم واسع ضد الحوثيين في تعز.", "هجوم", ["الحوثيين"]),
    ("هجمات بحق المدنيين في تعز.", "هجمات", ["المدنيين"]),
    ("هجوم واسع شنه الحوثيون ضد الجيش اليمني.", "هجوم", ["الجيش اليمني"]),
    ("هجوم قصفت بعده الطائرات ضد الحوثيين.", "هجوم", []),
    ("هجوم واسع، ضد الحوثيين أم معهم.", "هجوم", []),
    ("هجوم ضد مدينة للحوثيين.", "هجوم", []),
    ("هجوم على محتجين ضد الحوثيين.", "هجوم", []),
    ("هجوم للجيش اليمني على الحوثيين.", "هجوم", []),
])
def test_whom_a_deed_was_against_has_not_done_it(text: str, word: str, told: list[str]) -> None:
    """Of "an attack against A" A is not who attacked; behind a verb or a comma, or without "against", A may be."""
    assert barred(text, word, "Armed clash") == told


def test_against_behind_a_verb_bars_nobody() -> None:
    """Who stands "against A" and was killed was killed by A, as like as not."""
    text = "قتل عنصر من القوات المالية ضد القاعدة في غاو."
    assert "القاعدة" not in barred(text, "قتل", "Armed clash", "perfect")


def test_whom_an_attack_struck_is_barred_and_who_is_near_it_is_not() -> None:
    """"The attack that struck A" is none of A's; "an attack near a post of A" may be."""
    assert barred("الهجوم الذي استهدف الجيش اليمني أمس.", "الهجوم", "Armed clash") == ["الجيش اليمني"]
    assert barred("الهجوم قرب ثكنة للجيش اليمني.", "الهجوم", "Armed clash") == []


def unasked(text: str, word: str, kind: str, form: str = "noun") -> list[str]:
    view, trigger = pointed(text, word, kind, form)
    return named(view, out_of_question(view, trigger, range(len(view.actors))))


@pytest.mark.parametrize(("text", "word", "form", "names"), [
    ("قصفت طائرة أمريكية بدون طيار القرية، واعتقل قائد المجموعة.", "اعتقل", "perfect", ["طائرة أمريكية بدون طيار"]),
    ("هاجم مسلحون مجهولون الحاجز وتم القبض عليهم.", "القبض", "noun", ["مسلحون مجهولون", "الحاجز"]),
    ("فجر تنظيم القاعدة سيارة في عدن. وقال مصدر إنه تم القبض على المنفذ.", "القبض", "noun", ["تنظيم القاعدة"]),
    ("سيطر الحوثيون على المدينة. وتم القبض على المحافظ.", "القبض", "noun", []),
    ("اعتقل تنظيم القاعدة ثلاثة في عدن.", "اعتقل", "perfect", []),
    ("اعتقلت الشرطة ثلاثة يشتبه بأنهم من تنظيم القاعدة.", "اعتقلت", "perfect", ["تنظيم القاعدة"]),
])
def test_who_arrests_nobody(text: str, word: str, form: str, names: list[str]) -> None:
    """Aircraft, gunmen of nobody, outlaws of another sentence and those under suspicion make no arrests."""
    assert unasked(text, word, "Arrests", form) == names


def test_a_court_fights_nobody() -> None:
    """A court is out of question in fighting, and not where it sentences somebody."""
    text = "قضت المحكمة بأنه شارك في هجوم على قاعدة عسكرية."
    assert unasked(text, "هجوم", "Armed clash") == ["المحكمة"]
    assert unasked(text, "قضت", "Other", "perfect") == []


def test_who_is_freed_has_freed_nobody() -> None:
    """The police right behind "the freeing of" are whom it freed; behind a verb they may be its subject."""
    view, trigger = pointed("تم تحرير 13 شرطيا في كركوك.", "تحرير", "Other")
    assert named(view, out_of_question(view, of_lemma(trigger, "حرر.1"), range(len(view.actors)))) == ["شرطيا"]
    assert out_of_question(view, trigger, range(len(view.actors))) == []
    view, trigger = pointed("حرر شرطيان ثلاثة في كركوك.", "حرر", "Other", "perfect")
    assert out_of_question(view, of_lemma(trigger, "حرر.1"), range(len(view.actors))) == []
    view, trigger = pointed("تم التحرير في كركوك.", "التحرير", "Other")
    assert out_of_question(view, of_lemma(trigger, "حرر.1"), range(len(view.actors))) == []


def of_lemma(trigger: Trigger, lemma: str) -> Trigger:
    return replace(trigger, lemma=lemma)


def test_those_suspected_of_belonging() -> None:
    """Of "suspected of belonging to A" A is barred, of "fighters of A" it is not."""
    view, _ = pointed("قتل خمسة من المشتبه في انتمائهم لحركة الشباب في غارات.", "غارات", SHELLING)
    assert named(view, suspected(view)) == ["حركة الشباب"]
    view, _ = pointed("قتل خمسة من مقاتلي تنظيم القاعدة في غارات.", "غارات", SHELLING)
    assert named(view, suspected(view)) == []


@pytest.mark.parametrize(("text", "barred"), [
    ("اغتال مسلحون يشتبه بانتمائهم إلى تنظيم القاعدة ضابطا في المكلا.", []),
    ("اغتال مسلحون يشتبه بانتمائهم إلى تنظيم القاعدة خمسة ضباط في المكلا.", []),
    ("اعتقل ثلاثة يشتبه بانتمائهم إلى تنظيم القاعدة وضابط في المكلا.", ["تنظيم القاعدة"]),
])
def test_suspects_who_do_something(text: str, barred: list[str]) -> None:
    """Whom suspects belong to is no doer, unless those they did it to are named right behind."""
    view, _ = pointed(text, text.split()[0], SHELLING)
    assert named(view, suspected(view)) == barred


def test_who_stands_behind_a_verb_of_many_did_not_do_it() -> None:
    """A verb of many has its subject before it, and what stands right behind it is its object."""
    event = told("أفاد شهود بأن مقاتلي داعش هاجموا قوات النظام السوري في حماة.", "هاجموا")
    assert sides(event) == (["IS"], ["SYR_ARMY"])
    view, trigger = pointed("إن الرجال هاجموا قوات النظام السوري.", "هاجموا", "Armed clash", "perfect")
    assert no_doers(view, trigger, frozenset()) == {view.actor_at[trigger.token + 1]}
    view, trigger = pointed("إن الرجال هاجمت قوات النظام السوري.", "هاجمت", "Armed clash", "perfect")
    assert no_doers(view, trigger, frozenset()) == set()


@pytest.mark.parametrize(("text", "word", "barred"), [
    # things of nobody's
    ("انتهى الجيش السوري من تحرير مواقع كثيرة في حماة.", "تحرير", True),
    ("شمل القصف استهداف الثكنة العسكرية في حماة.", "استهداف", True),
    ("شمل القصف استهداف الجيش السوري في حماة.", "استهداف", False),
    ("تمكنا من محاصرة المسلحين في حماة.", "محاصرة", True),
    ("استمرت محاصرة المسلحين للبلدة.", "محاصرة", False),
    ("استمرت محاصرة المسلحين مدينة داريا.", "محاصرة", False),
    ("استمر تطويق المسلحين لمدينة داريا.", "تطويق", False),
    ("استمر تطويق المسلحين بداريا.", "تطويق", True),
    ("استمر حصار المسلحين في حماة.", "حصار", False),
])
def test_what_stands_behind_a_noun_and_did_not_do_it(text: str, word: str, barred: bool) -> None:
    """Things without an owner, and who stands behind "the surrounding of", did nothing, unless "to" P follows."""
    view, trigger = pointed(text, word, "Armed clash")
    number = view.actor_at[trigger.token + 1]
    assert number >= 0
    assert (number in no_doers(view, trigger, frozenset())) is barred


def test_whom_the_dead_oppose_has_not_done_it_by_that() -> None:
    """Of "a chief hostile to A was killed in a raid" A is not told as the doer; "by A" says that it is."""
    assert "للحوثيين" in barred("قتل شيخ مناهض للحوثيين في هجوم قرب صنعاء.", "هجوم")
    assert "للحوثيين" not in barred("قتل شيخ في هجوم للحوثيين قرب صنعاء.", "هجوم")


def test_who_was_among_those_held_has_held_nobody() -> None:
    """Officers told behind "among them" do not arrest; who does is told before."""
    text = "أعلنت الحكومة العراقية توقيف ستين عنصرا بينهم عشرة ضباط في الجيش العراقي."
    view, trigger = pointed(text, "توقيف", "Arrests")
    barred_there = named(view, out_of_question(view, trigger, range(len(view.actors))))
    assert "ضباط في الجيش العراقي" in barred_there and "الحكومة العراقية" not in barred_there


@pytest.mark.parametrize(("text", "word", "frame", "barred"), [
    ("كما استهدفت مواقع في حرض.", "استهدفت", "agent_place", True),
    ("كما دمرت مواقع للحوثيين في حرض.", "دمرت", "agent_place", True),
    ("كما استهدفت قوات الجيش اليمني في حرض.", "استهدفت", "agent_place", False),
    ("كما وصلت مواقع في حرض.", "وصلت", "mover", False),
    # a name that begins with a word for a thing
    ("كما احتجزت القاعدة في حرض.", "احتجزت", "agent_patient", False),
])
def test_things_behind_a_verb_did_nothing(text: str, word: str, frame: str, barred: bool) -> None:
    """Positions and the like right behind a verb that strikes are struck, whosever they are."""
    view, trigger = pointed(text, word, "Armed clash", "perfect", frame)
    number = view.actor_at[trigger.token + 1]
    assert number >= 0
    assert (number in no_doers(view, trigger, frozenset())) is barred


@pytest.mark.parametrize(("text", "word", "kind", "barred_sides"), [
    ("سيطرت حركة طالبان على البلدة بعد غارات جوية عنيفة.", "غارات", FROM_AIR, ["حركة طالبان"]),
    ("قال تنظيم داعش إن الجيش العراقي نفذ ضربات جوية.", "ضربات", FROM_AIR, ["تنظيم داعش"]),
    # what is told is a drone, or the side has an air force
    ("قال تنظيم داعش إن ضربات بطائرة مسيرة أصابت الجيش العراقي.", "ضربات", FROM_AIR, []),
    ("قال تنظيم داعش إن ضربات بطائرة بدون طيار أصابت الجيش العراقي.", "ضربات", FROM_AIR, []),
    ("نفذ الجيش الوطني الليبي ضربات جوية.", "ضربات", FROM_AIR, []),
    ("قال السكان إن مقاتلي تنظيم داعش دمروا طائرات في المطار.", "دمروا", FROM_AIR, []),
    ("قصفت مقاتلات التحالف العربي تعز حيث تدور معارك بين الحوثيين والجيش.", "معارك", "Armed clash",
     ["مقاتلات التحالف العربي"]),
    ("قتل عشرة في هجوم شنته مروحيات الجيش السوري.", "هجوم", "Armed clash", []),
    ("هاجمت مروحيات الجيش السوري مواقع المعارضة.", "هاجمت", "Armed clash", []),
    ("قصف تنظيم داعش المدينة بقذائف الهاون.", "قصف", SHELLING, []),
])
def test_each_strikes_with_what_it_has(text: str, word: str, kind: str, barred_sides: list[str]) -> None:
    """Armed groups without aircraft make no air strikes but with drones, and aircraft do no fighting on the ground."""
    form = "perfect" if word in {"هاجمت", "قصف", "دمروا"} else "noun"
    view, trigger = pointed(text, word, kind, form)
    trigger = replace(trigger, lemma={"غارات": "غارة", "ضربات": "ضرب.1"}.get(word, word),
                      frame="mutual" if word == "معارك" else "agent_patient")
    assert named(view, out_of_element(view, trigger, [NOBODY, *range(len(view.actors))])) == barred_sides


def test_a_group_named_beside_an_air_strike_has_not_made_it() -> None:
    """Of "A holds P after air strikes" A is no doer of the strikes, whoever else is."""
    text = "أعلنت القوات الحكومية اليمنية أن المقاومة الشعبية سيطرت على معسكر في تعز بعد غارات جوية مكثفة."
    assert "POPRES_YEM" not in sides(told(text, "غارات"))[0]


@pytest.mark.parametrize(("text", "word", "barred_sides"), [
    ("قال الجيش الإسرائيلي إن صاروخا سقط في حقل.", "سقط", ["الجيش الإسرائيلي"]),
    ("أعلن الجيش الإسرائيلي أن ثلاث قذائف أصابت موقعا لحماس.", "أصابت", ["الجيش الإسرائيلي"]),
    # of its own launch, of what no shell did, and of whose shells they are
    ("قال الجيش الإسرائيلي إنه أطلق صاروخا أصاب موقعا لحماس.", "أصاب", []),
    ("قال الجيش الإسرائيلي إن دبابة قصفت موقعا لحماس.", "قصفت", []),
    ("قال الجيش الإسرائيلي إن صواريخ أطلقتها حماس سقطت في حقل.", "أطلقتها", []),
])
def test_who_tells_where_shells_fell_has_not_fired_them(text: str, word: str, barred_sides: list[str]) -> None:
    """Of "A said that a rocket fell in P" A has not fired it."""
    view, trigger = pointed(text, word, SHELLING, "perfect", "victim")
    assert named(view, no_doers(view, trigger, frozenset())) == barred_sides


@pytest.mark.parametrize(("text", "word", "kind", "barred_sides"), [
    ("قال وزير الخارجية الأمريكي إن صحفيا قتل في حلب.", "قتل", "Attack", ["وزير الخارجية الأمريكي"]),
    ("دعت الحكومة الباكستانية إلى كشف مصير مخطوفين بعد خطف مهندس.", "خطف", "Abduction/forced disappearance",
     ["الحكومة الباكستانية"]),
    ("قتل ستة متظاهرين في غزة يوم افتتاح السفارة الأمريكية.", "قتل", FORCE, ["السفارة الأمريكية"]),
    # an army, an occupation, and what governments do themselves
    ("قال الجيش السوري إن رجلا قتل في حلب.", "قتل", "Attack", []),
    ("قال الاحتلال الإسرائيلي إن رجلا قتل في غزة.", "قتل", "Attack", []),
    ("أعلنت الحكومة السورية إجراء محادثات.", "محادثات", "Talks", []),
])
def test_governments_speak_of_harm_to_people(text: str, word: str, kind: str, barred_sides: list[str]) -> None:
    """A government named beside a killing or an abduction has not done it, unless the words say so outright."""
    view, trigger = pointed(text, word, kind)
    assert named(view, governing(view, trigger, [NOBODY, *range(len(view.actors))])) == barred_sides


def test_a_president_who_is_told_of_beside_a_killing_is_no_killer() -> None:
    """Of "A wrote that as seven were killed" A has killed nobody."""
    text = "نشر الرئيس التركي تعليقا بالتزامن مع مقتل سبعة فلسطينيين في مواجهات قرب السياج."
    assert sides(told(text, "مقتل"))[0] == []
