"""Forms of owners: which words behind a head word agree with it, and which are another side."""

import pytest
from tests.extract.named import named

from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


@pytest.mark.parametrize(("text", "told"), [
    ("قصفت الدبابات الحوثيين في حاس.", ["الدبابات", "الحوثيين"]),
    ("والدبابات الحوثيين قصفت.", ["الدبابات", "الحوثيين"]),
    ("قصف الدبابات الحوثيون في حاس.", ["الدبابات", "الحوثيون"]),
    ("هاجمت قوات الأمن الحوثيين في حاس.", ["قوات الأمن", "الحوثيين"]),
    ("قصفت دبابات الحوثيين بلدة حاس.", ["دبابات الحوثيين"]),
    ("قصفت ألوية الحوثيين بلدة حاس.", ["ألوية الحوثيين"]),
    ("قصفت المعارضة اللواء 52 في درعا.", ["المعارضة", "اللواء 52"]),
    ("هاجم المسلحون اللواء 27 ميكا.", ["المسلحون", "اللواء 27 ميكا"]),
])
def test_men_behind_a_definite_head_of_things_are_no_owners(text: str, told: list[str]) -> None:
    """"The tanks" and "the forces of security" bombed the men behind them; "tanks of" the men are theirs.

    So do "the opposition" and the brigade with a number behind it.
    """
    assert named(text) == told


@pytest.mark.parametrize("text", [
    "القناصة الحوثيين", "الشرطيين الحوثيين", "الشرطيون الحوثيون", "رجال الأمن الحوثيين", "طاقم الحراسة الحوثيين",
])
def test_men_agree_with_a_head_of_men(text: str) -> None:
    """Snipers, policemen, men of the police and a crew of guards are of those whom the plural behind them names."""
    assert named(f"هاجم {text} بلدة حاس.") == [text]


def test_a_suicide_drone_is_no_men() -> None:
    """A word for men that says of what sort an aircraft is names no owner; "aircraft of the militants" have one."""
    text = "استهدفت طائرة مسيرة انتحارية سوق المدينة."
    document = read_document(text)
    assert named(text)[:1] == ["طائرة مسيرة انتحارية"]
    assert [one.id for one in resolve(document)][:1] != ["UNIDENTIFIED_MILITANTS"]
    assert named("أسقط الجيش مسيرة انتحارية.") == ["الجيش", "مسيرة انتحارية"]
    owned = read_document("أسقط الجيش مسيرات الإرهابيين.")
    assert "الإرهابيين" in " ".join(owned.text[m.start : m.end] for m in owned.actors or ())
    assert named("هاجمت المسيرات الانتحارية للدعم السريع مطار مروي.")[:1] == ["المسيرات الانتحارية للدعم السريع"]


@pytest.mark.parametrize(("text", "told"), [
    ("هاجمت قوات إرهابية القرية.", "قوات إرهابية"), ("هاجمت القوات إرهابية القرية.", "القوات"),
    ("هاجمت القوات الإرهابية القرية.", "القوات الإرهابية")])


def test_an_adjective_agrees_with_the_army_whose_it_is(text: str, told: str) -> None:
    """A word for men is the owner of forces where both have an article or neither has, and else of something else."""
    assert named(text)[0] == told


@pytest.mark.parametrize(("text", "told"), [
    ("هاجم مسلحون الشرطة الباكستانية.", "مسلحون"), ("هاجم مسلحون عناصر الشرطة في عدن.", "مسلحون"),
])
def test_men_who_keep_their_noun_have_no_owner(text: str, told: str) -> None:
    """Behind a sound plural that keeps its noun stands whom they attack."""
    assert told in named(text)


@pytest.mark.parametrize(("text", "told"), [
    ("هاجم الجيش الحشد الشعبي في حاس.", ["الجيش", "الحشد الشعبي"]),
    ("اتهم التحالف الأمم المتحدة بالتحيز.", ["التحالف", "الأمم المتحدة"]),
    ("ناشد التحالف الحوثيين أن يوقفوا القتال.", ["التحالف", "الحوثيين"]),
    ("سمت الحكومة بوكو حرام في بيانها.", ["الحكومة", "بوكو حرام"]),
    ("هاجم الجيش المحتل بلدة حاس.", ["الجيش المحتل"]),
    ("هاجمت ألوية الحشد الشعبي بلدة حاس.", ["ألوية الحشد الشعبي"]),
    ("هاجم جيش الحوثيين بلدة حاس.", ["جيش الحوثيين"]),
])
def test_a_definite_body_owns_no_name_behind_it(text: str, told: list[str]) -> None:
    """Behind "the army" or "the coalition" a name is another side; an adjective of one word, or a construct, is its."""
    assert named(text) == told


@pytest.mark.parametrize("text", ["للمقاتلين الحوثيين", "بالمقاتلين الحوثيين", "المقاتلين الحوثيين"])
def test_a_head_is_definite_behind_a_preposition_too(text: str) -> None:
    """"For the fighters the Houthis" is one side, though its article stands behind a preposition or is merged in it."""
    assert named(f"كان في تعز تدريب {text} أمس.") == [text.removeprefix("ب")]


@pytest.mark.parametrize(("text", "told"), [
    ("دعا وزير الخارجية حركة حماس إلى الهدنة.", ["وزير الخارجية", "حركة حماس"]),
    ("تفقد رئيس الوزراء حيدر العبادي تلعفر.", ["رئيس الوزراء حيدر العبادي"]),
    ("وصل وزير الدفاع الحوثي إلى صعدة.", ["وزير الدفاع الحوثي"]),
])
def test_a_long_title_has_its_bearers_name_behind_it_and_no_other_side(text: str, told: list[str]) -> None:
    """"The foreign minister" is a side beside the movement that he calls; a governing name behind him is his own."""
    assert named(text) == told


@pytest.mark.parametrize(("text", "told"), [
    ("اتهم المتمردون الحكومة اليمنية بقصف صعدة.", ["المتمردون", "الحكومة اليمنية"]),
    ("اتهم المتمردون الحوثيون السعودية بقصف صعدة.", ["المتمردون الحوثيون", "السعودية"]),
])
def test_a_body_behind_men_is_another_side(text: str, told: list[str]) -> None:
    """"The rebels" accuse "the government" behind them; an adjective behind them says who they are."""
    assert named(text)[:2] == told


@pytest.mark.parametrize(("text", "told"), [
    ("قالوا إن مهاجما فتح النار.", ["مهاجما"]),
    ("قالوا إن مسلحي فتح انسحبوا.", ["مسلحي فتح"]),
    ("احتجز المسلحون أجانب رهائن.", ["المسلحون", "أجانب", "رهائن"]),
])
def test_an_accusative_and_a_definite_plural_have_no_owner_behind_them(text: str, told: list[str]) -> None:
    """Behind "a gunman" a word for a deed is that, not a party of its name; "the gunmen" are of no hostages."""
    assert named(text) == told


def test_foreign_forces_are_not_of_the_country_that_they_invade() -> None:
    """A country right behind a definite adjective is no owner of the forces; right behind their noun it is."""
    for text, forces in (("غزت القوات الأجنبية الصومال.", "القوات الأجنبية"),
                         ("هاجمت قوات الصومال البلدة.", "قوات الصومال")):
        assert forces in [text[m.start : m.end] for m in read_document(text).actors or ()]


def test_a_states_militias_may_be_anothers() -> None:
    """"The Iraqi militias backed by Iran" go on to who backs them; so backed, "the Iraqi forces" are Iraq's."""
    assert named("هاجمت الميليشيات العراقية المدعومة من إيران البلدة.") == ["الميليشيات العراقية المدعومة من إيران"]
    assert "القوات العراقية" in named("هاجمت القوات العراقية المدعومة من إيران البلدة.")


def test_a_belt_that_blows_up_owns_no_bomber() -> None:
    """A bomber is not of the side whose name begins like his belt; men of that side are."""
    assert named("فجر انتحاري الحزام الناسف في سوق عدن.") == ["انتحاري"]
    assert named("هاجم مسلحو الحزام الأمني مقرا.")[0] == "مسلحو الحزام الأمني"


@pytest.mark.parametrize(("text", "told"), [
    ("قصفت مقاتلات إف-16 التركية الجبل.", "مقاتلات إف-16 التركية"),
    ("قصفت مقاتلات من طراز رافال فرنسية الجبل.", "مقاتلات من طراز رافال فرنسية"),
    ("قصفت طائرات سوخوي وميغ الروسية الجبل.", "طائرات سوخوي وميغ الروسية"),
    ("قصفت طائرات \"إف 16\" العراقية الجبل.", "طائرات \"إف 16\" العراقية"),
    ("قصفت طائرات من طراز ميراج تابعة للتحالف العربي الجبل.", "طائرات من طراز ميراج تابعة للتحالف العربي"),
    ("قصفت مقاتلات إف-16 للتحالف العربي الجبل.", "مقاتلات إف-16 للتحالف العربي"),
    ("قصفت مقاتلات إف-16 الجبل.", "مقاتلات"),
    ("قصفت طائرات سوخوي 24 داعش قرب الجبل.", "طائرات"),
    ("قصفت طائرات من طراز سوخوي داعش قرب الجبل.", "طائرات"),
    ("دخلت قوات من نوع جديد تركية القرية.", "قوات"),
    ("أسقط الجيش طائرة ف 16 إسرائيلية.", "طائرة ف 16 إسرائيلية"),
    ("قصفت طائرات ميراج وف 16 تركية الجبل.", "طائرات ميراج وف 16 تركية"),
    # a thousand is no model, however folding writes it
    ("أجلى الجنود ألف سوري من البلدة.", "الجنود"),
    ("أجلى الجنود الف سوري من البلدة.", "الجنود"),
    ("أجلى الجنود آلاف السوريين من البلدة.", "الجنود"),
])
def test_aircraft_are_whose_their_models_are_said_to_be(text: str, told: str) -> None:
    """A model of aircraft, in quotes or not, parts them from their nationality; whom they strike does not own them."""
    assert told in named(text)
