"""Control claims that stand in the text, without an event of their own."""

import datetime as dt

import pytest

import sijill
from sijill.extract.clauses.view import View
from sijill.extract.events.holding import standing_claims
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


def claims(text: str) -> set[tuple[str, str, str]]:
    document = sijill.load(model=None)(text, published=dt.date(2018, 5, 2))
    return {(c.holder, c.place.name, c.polarity) for c in document.control or ()}


@pytest.mark.parametrize(
    "text",
    [
        "تسيطر هيئة تحرير الشام على مدينة إدلب منذ أشهر.",
        "وصلت القافلة إلى مدينة إدلب التي تسيطر عليها هيئة تحرير الشام.",
        "وصلت القافلة إلى مدينة إدلب الخاضعة لسيطرة هيئة تحرير الشام.",
        "لا تزال مدينة إدلب تحت سيطرة هيئة تحرير الشام.",
        "وقال الناشط إن هيئة تحرير الشام تحتل مدينة إدلب.",
        "لا تزال تحتل هيئة تحرير الشام إدلب.",
    ],
)
def test_who_holds_a_place_is_claimed(text: str) -> None:
    """Each way of saying that a side holds a place gives that claim."""
    assert ("HTS", "إدلب", "holds") in claims(text)


def test_out_of_control_is_lost() -> None:
    """A place said to be out of a side's control is lost to it."""
    assert ("SYR_ARMY", "إدلب", "lost") in claims("باتت مدينة إدلب خارج سيطرة قوات النظام السوري.")


def test_who_does_not_hold_a_place_is_not_said_to() -> None:
    """A negated verb of holding claims nothing; one that still holds is no negation."""
    assert claims("لا تسيطر هيئة تحرير الشام على مدينة إدلب.") == set()
    assert ("HTS", "إدلب", "holds") in claims("لا تزال هيئة تحرير الشام تسيطر على مدينة إدلب.")


def test_who_leaves_a_place_loses_it_and_who_comes_in_does_not() -> None:
    """A withdrawal is a loss to who withdraws; coming in without a fight is no loss to who comes in."""
    assert ("IS", "الميادين", "lost") in claims("انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم.")
    came = claims("دخلت قوات الجيش السوري بلدة الميادين دون قتال.")
    assert not {c for c in came if c[2] == "lost"}


def test_a_purpose_claims_nothing() -> None:
    """An aim to take a place says nothing of who holds it."""
    assert claims("يسعى الحوثيون إلى تطوير الزراعة في مدينة إب.") == set()


def test_who_failed_to_take_a_place_does_not_hold_it() -> None:
    """A failed or a tried taking gives its side no place; one that was managed does."""
    assert claims("فشل الحوثيون في السيطرة على مدينة مأرب.") == set()
    assert claims("حاول الحوثيون السيطرة على مدينة مأرب وفشلوا.") == set()
    assert claims("حاول الحوثيون السيطرة على مدينة مأرب.") == set()
    assert ("HOUTHIS", "مأرب", "holds") in claims("تمكن الحوثيون من السيطرة على مدينة مأرب.")


@pytest.mark.parametrize(
    "text",
    [
        "وصلت القافلة إلى مناطق تسيطر عليها هيئة تحرير الشام في ريف إدلب.",
        "وصلت القافلة إلى مناطق سيطرة هيئة تحرير الشام في إدلب.",
        "نزحت العائلات من أحياء خاضعة لسيطرة هيئة تحرير الشام في مدينة إدلب.",
    ],
)
def test_of_areas_without_a_name_the_place_behind_the_side_is_held(text: str) -> None:
    """Areas that a side holds in a place give that place to it, and not one named before them."""
    assert ("HTS", "إدلب", "holds") in claims("غادرت القافلة حماة. " + text)
    assert not {c for c in claims("غادرت حماة و" + text) if c[1] == "حماة"}


def test_the_last_of_the_areas_held_is_itself_held() -> None:
    """Where a place is called one of the areas that a side holds, the claim is of that place."""
    assert ("IS", "هجين", "holds") in claims("تعد بلدة هجين من آخر المناطق التي يسيطر عليها تنظيم داعش في سوريا.")


def test_shares_and_parts_of_several_places_are_all_held() -> None:
    """A list of shares and parts ("most of X, and parts of Y") gives each place to the side."""
    said = claims("يسيطر تنظيم داعش على معظم مخيم اليرموك، وأجزاء من الحجر الأسود، فضلا عن أجزاء من حي التضامن.")
    assert {("IS", "مخيم اليرموك", "holds"), ("IS", "الحجر الأسود", "holds"), ("IS", "التضامن", "holds")} <= said


def test_a_capital_held_is_a_place_and_no_government() -> None:
    """A capital that a side holds is claimed for it, though capitals also stand for governments."""
    assert ("HOUTHIS", "صنعاء", "holds") in claims("دعا المبعوث الحوثيين الذين يسيطرون على العاصمة صنعاء إلى الحوار.")


def test_the_greater_part_of_a_place_is_held() -> None:
    """"P, the greater part of which X holds" claims P for X."""
    assert ("HTS", "إدلب", "holds") in claims(
        "شهدت محافظة إدلب، التي تسيطر هيئة تحرير الشام على الجزء الأكبر منها، اغتيالات عدة."
    )


def test_what_was_held_or_is_only_out_of_control_is_not_claimed() -> None:
    """Neither a past holding nor a place merely outside a side's control says who holds it."""
    assert claims("كان تنظيم داعش من الجماعات التي كانت تسيطر على مدينة الرقة قبل سنوات.") == set()
    assert claims("تعد مدينة درنة الوحيدة في شرق ليبيا خارج سيطرة الجيش الوطني الليبي.") == set()


def test_what_is_to_be_freed_from_a_side_is_held_by_it() -> None:
    """An aim to free a place from a side's grip says that the side holds it; where it was freed, the side lost it."""
    assert ("HOUTHIS", "صعدة", "holds") in claims("تستعد القوات الحكومية اليمنية لتخليص صعدة من قبضة الحوثيين.")
    assert ("HOUTHIS", "صعدة", "holds") not in claims("حررت القوات الحكومية اليمنية صعدة من قبضة الحوثيين.")


def test_civilians_who_leave_a_place_lose_no_control_of_it() -> None:
    """Control is of those who bear arms: who flees with the fighters has lost none."""
    said = claims("غادر مقاتلو جيش الإسلام ومئات المدنيين مدينة دوما أمس.")
    assert not {c for c in said if c[0] == "CIVILIANS"}


@pytest.mark.parametrize(
    "text",
    [
        "يستعد الجيش اللبناني لاستعادة بلدة عرسال من جبهة النصرة.",
        "تدور معارك بهدف استعادة مدينة الموصل من تنظيم داعش.",
        "يحاول الجيش العراقي إعادة سيطرته على مدينة الموصل.",
        "يحتاج الجيش العراقي إلى ثلاثة ألوية لاستعادة الموصل من التنظيم.",
    ],
)
def test_a_taking_that_is_aimed_at_claims_nothing(text: str) -> None:
    """A place that a deed is to take is not taken yet."""
    assert claims(text) == set()


def test_a_loss_gives_the_place_to_the_other_side() -> None:
    """Who lost control has lost it, and in whose favour has it; the particle spelt like "lost" says no loss."""
    lost = {("HOUTHIS", "عدن", "lost"), ("POPRES_YEM", "عدن", "holds")}
    assert claims("فقد الحوثيون السيطرة على مدينة عدن لصالح المقاومة الشعبية.") == lost
    assert claims("خسر الحوثيون مدينة عدن لصالح المقاومة الشعبية.") == lost
    assert claims("فقد سيطر الحوثيون على مدينة عدن.") == {("HOUTHIS", "عدن", "holds")}


def test_who_hands_a_place_over_loses_it_and_who_receives_it_holds_it() -> None:
    """A handover takes a place from who gives it; who takes it over, or to whom it goes, holds it."""
    said = claims("سلم مقاتلو جيش الإسلام بلدة الضمير إلى الجيش السوري.")
    assert ("JAYSH_ISLAM", "الضمير", "lost") in said and ("JAYSH_ISLAM", "الضمير", "holds") not in said
    assert ("SYR_ARMY", "الضمير", "holds") in claims("تسلم الجيش السوري بلدة الضمير.")
    assert not {c for c in claims("سيسلم مقاتلو جيش الإسلام بلدة الضمير إلى الجيش السوري.") if c[2] == "lost"}


def test_the_ends_of_a_road_are_not_taken_with_it() -> None:
    """A road taken gives neither of the places that it joins; a place on a road may be taken."""
    assert claims("سيطرت قوات الجيش اليمني على الطريق الرابط بين ذمار ورداع.") == set()
    assert claims("سيطرت قوات الجيش اليمني على الطريق، الرابط بين ذمار ورداع.") == set()
    taken = "سيطرت قوات الجيش اليمني على طرق في مدينة حيس."
    assert ("YEM_GOV_FORCES", "حيس", "holds") in claims(taken)


def test_who_was_spoken_of_before_a_verb_of_taking_has_not_lost_by_it() -> None:
    """The loser is named behind the verb, or is nearly sure; a side in the sentence before is neither."""
    assert ("HOUTHIS", "حيس", "lost") in claims("سيطرت قوات الجيش اليمني على مدينة حيس بعد معارك مع الحوثيين.")
    before = claims("اتهم الحوثيون الأمم المتحدة بالانحياز. ومنذ أسابيع سيطر الجيش اليمني على مدينة حيس.")
    assert ("HOUTHIS", "حيس", "lost") not in before


def test_what_was_held_is_lost_where_it_was_taken() -> None:
    """A place that was under a side's control says nothing alone, and a loss beside a taking."""
    assert claims("كانت قرية أم حوش تحت سيطرة فصائل المعارضة السورية.") == set()
    said = claims("سيطر تنظيم داعش على قرية أم حوش التي كانت تحت سيطرة فصائل المعارضة السورية.")
    assert ("SYR_OPPOSITION", "أم حوش", "holds") not in said and ("SYR_OPPOSITION", "أم حوش", "lost") in said
    assert ("HOUTHIS", "عدن", "lost") in claims("تحسنت أوضاع عدن بعد تحريرها من قبضة الحوثيين.")


def test_a_relative_of_the_singular_is_of_one_side() -> None:
    """Of two sides joined, "who holds" in the singular is said of the last; in the plural of both."""
    said = claims("تدور معارك بين الحشد الشعبي وداعش الذي يسيطر على الفلوجة.")
    assert ("IS", "الفلوجة", "holds") in said and ("PMF", "الفلوجة", "holds") not in said


def test_a_relative_clause_of_taking_says_who_holds() -> None:
    """Who is described as having taken a place holds it, though the clause tells no event; a negated one does not."""
    text = "يعيش السكان في صنعاء ظروفا صعبة بسبب الحوثيين الذين سيطروا على مدينة صنعاء."
    document = read_document(text, published=dt.date(2018, 5, 2))
    view = View(document, resolve(document))
    said = {(c.holder, c.place.name, c.polarity) for c in standing_claims(view, ())}
    assert ("HOUTHIS", "صنعاء", "holds") in said
    document = read_document(text.replace("سيطروا", "لم يسيطروا"), published=dt.date(2018, 5, 2))
    assert standing_claims(View(document, resolve(document)), ()) == []


def test_of_wide_areas_the_places_named_are_held() -> None:
    """Areas of a country that include a place give the place, and the country only where none is named."""
    said = claims("ناشد الوسيط الحوثيين الذين يسيطرون على مساحات شاسعة في اليمن بما فيها العاصمة صنعاء أن يتحاوروا.")
    assert ("HOUTHIS", "صنعاء", "holds") in said and not {c for c in said if c[1] == "اليمن"}
    assert claims("يسيطر الحوثيون على مدينة صنعاء ومساحات واسعة من غرب اليمن.") == {("HOUTHIS", "صنعاء", "holds")}
    assert claims("يسيطر الحوثيون على مساحات واسعة من غرب اليمن.") == {("HOUTHIS", "اليمن", "holds")}


def test_areas_joined_by_and_are_of_one_place() -> None:
    """A place divided into areas is held in part by each side; a pocket in apposition to a place is that place."""
    said = claims("تتوزع مدينة دير الزور بين أحياء يسيطر عليها داعش وأحياء تحت سيطرة القوات الحكومية السورية.")
    assert {("IS", "دير الزور", "holds"), ("SYR_ARMY", "دير الزور", "holds")} <= said
    said = claims("يقيم نازحون قرب سلقين والمناطق المحيطة بها الخاضعة لسيطرة هيئة تحرير الشام.")
    assert ("HTS", "سلقين", "holds") in said
    assert ("HTS", "إدلب", "holds") not in claims("نزح مدنيون من إدلب إلى قرى خاضعة لسيطرة هيئة تحرير الشام.")


def test_civilians_take_no_place() -> None:
    """Control is of those who bear arms: firemen who get a fire under control hold no town."""
    assert claims("أعلن الدفاع المدني السيطرة على حريق في مدينة الدمام.") == set()


@pytest.mark.parametrize(
    ("text", "side", "place"),
    [
        ("خسر الجيش السوري سيطرته على مطار كويرس.", "SYR_ARMY", "مطار كويرس"),
        ("فقدت قوات سوريا الديمقراطية أمس سيطرتها على بلدة هجين.", "SDF", "هجين"),
        ("أدى القصف إلى فقدان قوات الوفاق السيطرة على مدينة سرت.", "GNA_FORCES", "سرت"),
        ("تخلى تنظيم داعش عن السيطرة على مدينة الباب.", "IS", "الباب"),
        ("خسر تنظيم داعش معظم المناطق التي سيطر عليها في العراق.", "IS", "العراق"),
        ("قال الجيش العراقي إن تنظيم داعش فقد السيطرة على مدينة تلعفر.", "IS", "تلعفر"),
    ],
)
def test_who_lost_control_of_a_place_holds_it_no_more(text: str, side: str, place: str) -> None:
    """A loss of control, "his" as well as "the", is its loser's, and no gain of who says so."""
    assert claims(text) == {(side, place, "lost")}


def test_control_lost_or_given_to_a_side_is_held_by_it() -> None:
    """Control lost in favour of a side, or handed over to it, is that side's; the event is told once or twice alike."""
    for text in ("فقد تنظيم داعش سيطرته على مدينة الرقة لصالح قوات سوريا الديمقراطية.",
                 "انتقلت مدينة الرقة من سيطرة داعش إلى سيطرة قوات سوريا الديمقراطية.",
                 "سلم تنظيم داعش السيطرة على مدينة الرقة إلى قوات سوريا الديمقراطية."):
        assert claims(text) == {("SDF", "الرقة", "holds"), ("IS", "الرقة", "lost")}, text


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("خسر الجيش السوري طائرة بعد السيطرة على بلدة مورك.", ("SYR_ARMY", "مورك", "holds")),
        ("فقد الجيش السوري جنديين خلال استعادة بلدة مورك.", ("SYR_ARMY", "مورك", "holds")),
        ("أدى فقدان المياه لنزوح السكان بعد سيطرة داعش على سد الفلوجة.", ("IS", "سد الفلوجة", "holds")),
    ],
)
def test_a_loss_of_something_else_is_no_loss_of_the_place(text: str, taken: tuple[str, str, str]) -> None:
    """Who lost men or a plane in a taking has taken the place."""
    assert claims(text) == {taken}


@pytest.mark.parametrize(
    "text",
    [
        "لم يخسر الجيش السوري سيطرته على مطار كويرس.",
        "قد يفقد الجيش السوري السيطرة على بلدة مورك.",
        "سيفقد الجيش السوري السيطرة على بلدة مورك.",
        "نفى الجيش السوري فقدان السيطرة على بلدة مورك.",
    ],
)
def test_a_loss_that_did_not_come_about_claims_nothing(text: str) -> None:
    """A loss denied, possible or to come changes nothing."""
    assert claims(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "سلم الجيش السوري جثث مقاتلين إلى هيئة تحرير الشام في إدلب.",
        "سلمت قوات سوريا الديمقراطية عشرات المقاتلين الأجانب إلى القوات العراقية في معبر ربيعة.",
        "سلم مقاتلو داعش أسلحتهم في مدينة الباب.",
        "تسلمت القوات العراقية مطلوبين من سوريا في معبر ربيعة.",
        "أخلى الجيش السوري مدنيين من دوما.",
        "أخلى الجيش السوري سكان بلدة مورك.",
        "أخلت القوات الروسية جرحاها من مدينة تدمر.",
        "أخلت الشرطة الألمانية مبنى في برلين.",
        "أخلت قوات النظام حاجز الصفا في ريف حماة.",
    ],
)
def test_people_and_sites_handed_over_are_not_the_place(text: str) -> None:
    """Bodies, fighters, the wounded or a house, handed over or brought out, leave the place with who holds it."""
    assert claims(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "سلم مقاتلو جيش الإسلام بلدة الضمير للجيش السوري.",
        "سلم مقاتلو جيش الإسلام أمس بلدة الضمير لقوات الجيش السوري.",
        "سلم رجال فيصل جيش الإسلام بلدة الضمير إلى الجيش السوري.",
        "سلم جيش الإسلام مواقعه في بلدة الضمير إلى الجيش السوري.",
    ],
)
def test_who_gives_a_place_and_who_gets_it(text: str) -> None:
    """The receiver stands behind "to", as a word or a letter; a word that only ends in that letter is none."""
    assert claims(text) == {("JAYSH_ISLAM", "الضمير", "lost"), ("SYR_ARMY", "الضمير", "holds")}


def test_a_place_left_is_lost_and_where_one_goes_is_not() -> None:
    """Who vacates a place, or positions in it, loses it; who withdraws to one does not."""
    assert claims("أخلت قوات النظام السوري مدينة تدمر.") == {("SYR_ARMY", "تدمر", "lost")}
    assert claims("أخلت قوات سوريا الديمقراطية مواقعها ونقاطها في منبج.") == {("SDF", "منبج", "lost")}
    assert claims("أخلى تنظيم داعش مواقعه في مدينة الباب.") == {("IS", "الباب", "lost")}
    assert claims("انسحب الجيش السوري إلى بلدة صوران.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "سيطر الجيش السوري على بلدة مورك. وقصفت طائرات تركية مدينة تل أبيض.",
        "سيطر الحوثيون على صنعاء في 21 سبتمبر 2014، ومنذ ذلك التاريخ يشن التحالف غارات على المدينة.",
    ],
)
def test_who_does_another_deed_behind_a_taking_lost_nothing(text: str) -> None:
    """A side named only as the doer of a later deed is no loser; one that the taker fought is."""
    assert {polarity for _, _, polarity in claims(text)} == {"holds"}
    fought = claims("سيطر الجيش السوري على بلدة مورك. واندلعت معارك مع تنظيم داعش.")
    assert ("IS", "مورك", "lost") in fought


@pytest.mark.parametrize(
    "text",
    [
        "لا تخضع مدينة الباب لسيطرة الحكومة السورية.",
        "قتل مدنيون في بلدة لا تخضع لسيطرة الحكومة السورية قرب إدلب.",
        "ليست مدينة الباب تحت سيطرة الجيش السوري.",
        "مدينة الباب غير خاضعة لسيطرة الجيش السوري.",
        "وكانت هيئة تحرير الشام تسيطر على مدينة إدلب قبل ثلاث سنوات.",
        "لم تكن هيئة تحرير الشام تسيطر على مدينة إدلب.",
        "نفى الجيش السوري أن تكون مدينة الباب تحت سيطرة داعش.",
    ],
)
def test_what_is_not_or_was_held_is_not_said_to_be(text: str) -> None:
    """A holding negated before its place, or of the past before its side, claims nothing."""
    assert claims(text) == set()


def test_what_is_held_no_longer_is_lost() -> None:
    """"No longer" holds is lost; "did not return to P that X holds" speaks of no loss."""
    assert claims("لم تعد هيئة تحرير الشام تسيطر على مدينة إدلب.") == {("HTS", "إدلب", "lost")}
    assert claims("لم تعد مدينة إدلب خاضعة لسيطرة هيئة تحرير الشام.") == {("HTS", "إدلب", "lost")}
    still = {("HTS", "إدلب", "holds")}
    assert claims("لم تعد العائلات إلى مدينة إدلب التي تسيطر عليها اليوم هيئة تحرير الشام.") == still
    assert claims("كان الناشط في مدينة إدلب التي تسيطر عليها اليوم هيئة تحرير الشام.") == still
    assert claims("نفى ناطق باسم تحرير الشام التي تسيطر على مدينة إدلب هذه الأنباء.") == still
    men = "فقد تنظيم داعش أبرز قادته الذين يسيطرون على مدينة الباب."
    assert ("IS", "الباب", "lost") not in claims(men)


@pytest.mark.parametrize("text", [
    "انسحب الجيش السوري من برزة ودخلتها وحدات حماية الشعب.",
    "أعلنت وحدات حماية الشعب دخولها بلدة برزة.",
    "دخلت وحدات حماية الشعب بلدة برزة.",
])
def test_who_enters_a_place_has_not_lost_it(text: str) -> None:
    """Whatever form the word for entering has, with a pronoun or without, who comes in loses nothing."""
    assert not {c for c in claims(text) if c[0] == "YPG" and c[2] == "lost"}


def test_who_leaves_behind_an_exit_is_its_owner() -> None:
    """Of "A entered after the exit of B" B has left, and A has lost nothing."""
    said = claims("أعلن الجيش السوري دخوله بلدة القلمون بعد خروج المسلحين منها.")
    assert not {c for c in said if c[0] == "SYR_ARMY" and c[2] == "lost"}


@pytest.mark.parametrize(
    "text",
    [
        "أصبحت مدينة إدلب، ثاني أكبر مدن سوريا، بيد هيئة تحرير الشام.",
        "أصبحت مدينة إدلب، مركز محافظة إدلب، تحت سيطرة هيئة تحرير الشام.",
        "أصبحت مدينة إدلب، وهي أكبر مدينة في شمال سوريا، تحت سيطرة هيئة تحرير الشام.",
    ],
)
def test_what_a_place_is_said_to_be_is_not_held(text: str) -> None:
    """A place in an apposition says only what the one before it is, and is not held with it."""
    assert claims(text) == {("HTS", "إدلب", "holds")}


def test_a_place_joined_to_another_is_held_with_it() -> None:
    """A place that a particle joins is no apposition."""
    text = "أصبحت بلدة معرة النعمان، ومركز محافظة إدلب، تحت سيطرة هيئة تحرير الشام."
    assert ("HTS", "إدلب", "holds") in claims(text)
