"""Control claims of events: who takes a place holds it, who loses or leaves it does not."""

import pytest
from tests.extract.claimed import claims


def test_who_leaves_a_place_loses_it_and_who_comes_in_does_not() -> None:
    """A withdrawal is a loss to who withdraws; coming in without a fight is no loss to who comes in."""
    assert ("IS", "الميادين", "lost") in claims("انسحب مسلحو تنظيم داعش من بلدة الميادين فجر اليوم.")
    came = claims("دخلت قوات الجيش السوري بلدة الميادين دون قتال.")
    assert not {c for c in came if c[2] == "lost"}


def test_who_failed_to_take_a_place_does_not_hold_it() -> None:
    """A failed or a tried taking gives its side no place; one that was managed does."""
    assert claims("فشل الحوثيون في السيطرة على مدينة مأرب.") == set()
    assert claims("حاول الحوثيون السيطرة على مدينة مأرب وفشلوا.") == set()
    assert claims("حاول الحوثيون السيطرة على مدينة مأرب.") == set()
    assert ("HOUTHIS", "مأرب", "holds") in claims("تمكن الحوثيون من السيطرة على مدينة مأرب.")


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


def test_who_was_spoken_of_before_a_verb_of_taking_has_not_lost_by_it() -> None:
    """The loser is named behind the verb, or is nearly sure; a side in the sentence before is neither."""
    assert ("HOUTHIS", "حيس", "lost") in claims("سيطرت قوات الجيش اليمني على مدينة حيس بعد معارك مع الحوثيين.")
    before = claims("اتهم الحوثيون الأمم المتحدة بالانحياز. ومنذ أسابيع سيطر الجيش اليمني على مدينة حيس.")
    assert ("HOUTHIS", "حيس", "lost") not in before


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
        "سيطر الجيش السوري على بلدة مورك. وقصفت طائرات تركية مدينة تل أبيض.",
        "سيطر الحوثيون على صنعاء في 21 سبتمبر 2014، ومنذ ذلك التاريخ يشن التحالف غارات على المدينة.",
    ],
)
def test_who_does_another_deed_behind_a_taking_lost_nothing(text: str) -> None:
    """A side named only as the doer of a later deed is no loser; one that the taker fought is."""
    assert {polarity for _, _, polarity in claims(text)} == {"holds"}
    fought = claims("سيطر الجيش السوري على بلدة مورك. واندلعت معارك مع تنظيم داعش.")
    assert ("IS", "مورك", "lost") in fought


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
