"""Two sides in a row that sign, meet or clash are the two parties; sponsors, allies and a third side's foes are one."""

import pytest
from tests.extract.drafted import drafts, named, pointed, sides, told

from sijill.extract.said.two_parties import foes_apart, two_parties

BOTH = "الحوثيون والحكومة اليمنية"
PARTED = (["الحوثيون"], ["الحكومة اليمنية"])


@pytest.mark.parametrize(("text", "word"), [
    ("وقع الحوثيون والحكومة اليمنية على هدنة في مدينة الحديدة.", "هدنة"),
    ("اتفق الحوثيون والحكومة اليمنية على فتح الطرق في تعز.", "اتفق"),
    ("أعلن الوسيط أن الحوثيين والحكومة اليمنية توصلا إلى اتفاق في تعز.", "اتفاق"),
    ("اجتمع ممثلون عن الحوثيين والحكومة اليمنية في عمان.", "اجتمع"),
])
def test_of_two_sides_in_a_row_the_second_is_the_other_party(text: str, word: str) -> None:
    """Of "A and B signed a truce" A is the first side, and B the second."""
    assert sides(told(text, word)) == (["HOUTHIS"], ["YEM_GOV"])


def test_who_clash_are_two_parties() -> None:
    """Of "A and B clashed" A is the first side, and B the second."""
    assert sides(told("اشتبك الحوثيون والجيش اليمني في مدينة تعز.", "اشتبك")) == (["HOUTHIS"], ["YEM_GOV_FORCES"])


def test_sponsors_are_no_parties() -> None:
    """Those under whose auspices a truce came about stay one side together."""
    first, second = sides(told("دخلت هدنة برعاية روسيا وتركيا حيز التنفيذ في إدلب.", "هدنة"))
    assert not second and (not first or len(first) == 2)


def test_allies_who_fight_a_third_side_stay_together() -> None:
    """Of "A and B clashed with C", A and B are one side."""
    first, second = sides(told("اشتبك الحوثيون وقوات صالح مع الجيش اليمني في تعز.", "اشتبك"))
    assert set(first) == {"HOUTHIS", "SALEH_FORCES"} and second == ["YEM_GOV_FORCES"]


def test_who_call_for_a_truce_or_break_it_together_are_not_its_two_parties() -> None:
    """Those who call for a truce, and allies who broke one, stay one side."""
    assert not sides(told("دعت فرنسا وبريطانيا إلى هدنة في حلب.", "هدنة"))[1]
    first, second = sides(told("خرق الحوثيون وقوات صالح الهدنة في تعز.", "خرق"))
    assert set(first) == {"HOUTHIS", "SALEH_FORCES"} and not second


def parted(text: str, word: str, kind: str = "Agreement", form: str = "noun",
           frame: str = "agent_patient") -> tuple[list[str], list[str]] | None:
    view, trigger = pointed(text, word, kind, form, frame)
    parties = two_parties(view, trigger, range(len(view.actors)))
    return None if parties is None else (named(view, parties[0]), named(view, parties[1]))


@pytest.mark.parametrize("text", [
    f"وقع {BOTH} هدنة.",
    f"وقع أمس {BOTH} هدنة.",
    f"قال الوسيط إن {BOTH} توقع هدنة.",
    f"برعاية أمس الأول وقع {BOTH} هدنة.",
    f"برعاية\nوقع {BOTH} هدنة.",
    f"ضرورة\nوقع {BOTH} هدنة.",
    f"وقع {BOTH} هدنة ويجب تنفيذها.",
])
def test_two_sides_with_their_verb_of_signing_are_parties(text: str) -> None:
    """A verb of signing right before two sides, or between them and the deal, parts them, whatever is said beyond."""
    assert parted(text, "هدنة") == PARTED


def test_a_verb_of_reaching_that_tells_the_deal_itself_parts_its_two_sides() -> None:
    """Of "A and B have come to terms", and of talks they held, A and B are the parties."""
    assert parted(f"إن {BOTH} توصلا.", "توصلا", form="perfect") == PARTED
    assert parted(f"عقد {BOTH} محادثات.", "محادثات", "Talks") == PARTED


@pytest.mark.parametrize("text", [
    "وقع الحوثيون هدنة.",
    f"وقع {BOTH} وإيران هدنة.",
    "وقع الحوثيون والحوثيون هدنة.",
    "وقع الحوثيون وقوات صالح هدنة.",
    f"وقع برعاية {BOTH} هدنة.",
    f"برعاية وقع {BOTH} هدنة.",
    f"دعت {BOTH} توقع هدنة.",
    f"ضرورة توقع {BOTH} هدنة.",
    f"قال إن {BOTH} يجب أن توقع هدنة.",
    f"وقعت\n{BOTH} في هدنة.",
    f"وقع أمس الأول {BOTH} هدنة.",
    f"إن {BOTH} في هدنة وقعت.",
])
def test_one_side_three_allies_sponsors_and_who_call_or_sign_nothing_are_not_two_parties(text: str) -> None:
    """One, three, one twice, allies, sponsors, who call for a deal and who have no verb of signing stay as they are."""
    assert parted(text, "هدنة") is None


def test_allies_may_agree_with_each_other_but_fight_and_break_a_truce_together() -> None:
    """Of "A and its ally agreed" they are two parties; of "clashed" and "broke the truce" one; A and A never are."""
    agreed = parted("اتفق الحوثيون وقوات صالح.", "اتفق", form="perfect", frame="mutual")
    assert agreed == (["الحوثيون"], ["قوات صالح"])
    assert parted("اتفق الحوثيون والحوثيون.", "اتفق", form="perfect", frame="mutual") is None
    assert parted("اشتبك الحوثيون وقوات صالح.", "اشتبك", "Armed clash", "perfect", "mutual") is None
    assert parted("اشتبك الحوثيون والحوثيون.", "اشتبك", "Armed clash", "perfect", "mutual") is None


def test_only_a_verb_of_doing_to_each_other_parts_without_a_word_for_signing() -> None:
    """Of "A and B clashed" they are two; not of "broke the truce", "shelled", and of "clashes" only known enemies."""
    assert parted(f"اشتبك {BOTH}.", "اشتبك", "Armed clash", "perfect", "mutual") == PARTED
    assert parted(f"خرق {BOTH} الهدنة.", "خرق", form="perfect") is None
    assert parted(f"بدأ {BOTH} اشتباكات.", "اشتباكات", "Armed clash", frame="mutual") == PARTED
    assert parted("قرب الجيش العراقي والبيشمركة اشتباكات.", "اشتباكات", "Armed clash", frame="mutual") is not None
    assert parted("قرب الجيش التركي والجيش الروسي اشتباكات.", "اشتباكات", "Armed clash", frame="mutual") is None
    beside = "بدأ الجيش العراقي والبيشمركة اشتباكات."
    assert parted(beside, "اشتباكات", "Armed clash", frame="mutual") is None
    assert parted(f"بدأ {BOTH} قصف تعز.", "قصف", "Attack") is None
    assert parted(f"نجح {BOTH} في التوصل إلى هدنة.", "هدنة") is None


@pytest.mark.parametrize(("text", "word", "first"), [
    ("خاض الجيش العراقي والبيشمركة اشتباكات عنيفة في محيط الموصل.", "اشتباكات", {"IRQ_ARMY", "PESHMERGA"}),
    ("خرقت قوات النظام وروسيا الهدنة في إدلب.", "خرقت", {"SYR_ARMY", "RUS_GOV"}),
])
def test_who_fight_or_break_a_truce_as_one_stay_one_side(text: str, word: str, first: set[str]) -> None:
    """"A and B fought clashes" and "A and B broke the truce" name no other party."""
    found = sides(told(text, word))
    assert set(found[0]) == first and not found[1]


def test_who_back_a_truce_are_not_its_two_parties() -> None:
    """"A and B backed the truce" does not make A's foe of B."""
    assert not any(e.actor2 for e in drafts("أيدت الولايات المتحدة وبريطانيا الهدنة في اليمن."))


@pytest.mark.parametrize(("text", "word", "second"), [
    ("وقعت الحكومة اليمنية والحوثيون اتفاقا مع السعودية في الرياض.", "اتفاقا", "SAU_GOV"),
    ("اشتبك تنظيم داعش والجيش الحر مع قوات النظام في حلب.", "اشتبك", "SYR_ARMY"),
])
def test_two_sides_that_have_another_party_are_one(text: str, word: str, second: str) -> None:
    """Of "A and B signed, or clashed, with C" A and B are one party and C the other, be they allies or not."""
    first, other = sides(told(text, word))
    assert len(first) == 2 and other == [second]


@pytest.mark.parametrize(("text", "pair"), [
    ("سقط ستة من مسلحي بوكو حرام وثلاثة جنود من تشاد في اشتباكات قرب الحدود.", ["NEW:Boko Haram", "TCD_FORCES"]),
    ("توقفت المعارك بين الجيش السوري ومسلحي المعارضة وأنصارها في ريف حماة.", ["SYR_ARMY", "SYR_OPPOSITION"]),
])
def test_the_dead_of_two_that_are_no_allies_fought_each_other(text: str, pair: list[str]) -> None:
    """Dead of A and of B "in clashes" are of two parties, as are A and B with its supporters in one list."""
    first, second = sides(told(text, "المعارك" if "المعارك" in text else "اشتباكات"))
    assert {*first, *second} == set(pair) and len(first) == 1


@pytest.mark.parametrize(("text", "word", "pair"), [
    ("توصلت حركة أحرار الشام وقوات الأسد إلى اتفاق يقضي بخروج المقاتلين من حرستا.", "اتفاق",
     (["AHRAR_SHAM"], ["SYR_ARMY"])),
    ("دخلت هدنة التزمها الجيش السوداني وقوات الدعم السريع برعاية سعودية حيز التنفيذ.", "هدنة", (["SAF"], ["RSF"])),
])
def test_foes_side_by_side_are_two_parties(text: str, word: str, pair: tuple[list[str], list[str]]) -> None:
    """Foes named in one list for a deal are its two parties, whoever else its terms name."""
    assert sides(told(text, word)) == pair


def apart(text: str, kind: str, others: list[str] | None = None) -> tuple[list[str], list[str]] | None:
    view, trigger = pointed(text, text.split()[-2], kind)
    beside = [n for n, m in enumerate(view.actors) if view.document.text[m.start : m.end] in (others or [])]
    found = foes_apart(view, trigger, [n for n in range(len(view.actors)) if n not in beside], beside)
    return None if found is None else (named(view, found[0]), named(view, found[1]))


def test_foes_are_apart_in_deals_and_fights_only_and_friends_never() -> None:
    """A list with a foe of the first is parted for a deal, or a fight without another side, and for no strike."""
    text = "الجيش السوري وحزب الله وجبهة النصرة معركة حلب"
    both = (["الجيش السوري", "حزب الله"], ["جبهة النصرة"])
    assert apart(text, "Agreement") == apart(text, "Armed clash") == both
    assert apart(text, "Agreement", ["حزب الله"]) == (["الجيش السوري"], ["جبهة النصرة"])
    assert apart(text, "Armed clash", ["حزب الله"]) is None
    assert apart(text, "Air/drone strike") is None
    assert apart("الجيش السوري وجبهة النصرة مع حزب الله معركة حلب", "Agreement", ["حزب الله"]) is None
    assert apart("الجيش السوري وحزب الله معركة حلب", "Agreement") is None
    assert apart("الجيش السوري وجبهة النصرة وتنظيم داعش معركة حلب", "Agreement") is None
    assert apart("حزب الله والجيش السوري وجبهة النصرة مع", "Agreement", ["حزب الله"]) == (
        ["الجيش السوري"], ["جبهة النصرة"])


@pytest.mark.parametrize(("text", "parted"), [
    ("أعلن أمس اتفاق روسي تركي في المدينة.", True),
    # one nation, a word between, and a raid of two
    ("أعلن أمس اتفاق روسي في المدينة.", False),
    ("أعلن أمس اتفاق جديد روسي تركي في المدينة.", False),
])
def test_two_nationalities_behind_a_deal_are_its_parties(text: str, parted: bool) -> None:
    """Of "a Russian Turkish deal" each is a party, where both stand right behind it; of such a raid they are one."""
    view, trigger = pointed(text, "اتفاق", "Agreement", frame="mutual")
    found = two_parties(view, trigger, range(len(view.actors)))
    assert (found is not None) is parted
    view, raid = pointed(text.replace("اتفاق", "قصف"), "قصف", "Shelling/artillery/missile attack")
    assert two_parties(view, raid, range(len(view.actors))) is None


@pytest.mark.parametrize("text", [
    f"أبرم {BOTH} اتفاق هدنة ينص على خروج قوات صالح.",
    f"انتهت الهدنة التي أبرمها {BOTH} وخرجت قوات صالح.",
])
def test_who_sign_are_the_parties_whoever_else_is_named(text: str) -> None:
    """Two who signed a deal are its parties, whether they stand before it or behind, and whom it concerns is none."""
    view, trigger = pointed(text, "هدنة" if "هدنة" in text else "الهدنة", "Agreement")
    others = [i for i, mention in enumerate(view.actors) if view.sides[i].id == "SALEH_FORCES"]
    together = [i for i in range(len(view.actors)) if i not in others]
    assert others
    found = two_parties(view, trigger, together, others)
    assert found is not None and (named(view, found[0]), named(view, found[1])) == PARTED


@pytest.mark.parametrize(("text", "kind"), [
    (f"أبرم {BOTH} هدنة مع قوات صالح.", "Agreement"),
    (f"أبرم {BOTH} هدنة ثم خرجت قوات صالح.", "Armed clash"),
])
def test_whom_with_names_is_the_other_party(text: str, kind: str) -> None:
    """A party that "with" names, or another side of a fight, leaves the two together."""
    view, trigger = pointed(text, "هدنة", kind)
    others = [i for i, mention in enumerate(view.actors) if view.sides[i].id == "SALEH_FORCES"]
    assert others
    assert two_parties(view, trigger, [i for i in range(len(view.actors)) if i not in others], others) is None
