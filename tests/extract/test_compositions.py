"""Compositions: where a head word ends, and whose it is."""

import datetime as dt

import pytest

from sijill.extract.reference import resolve
from sijill.pipeline import read_document


def spans(text: str) -> list[str]:
    return [text[m.start : m.end] for m in read_document(text).actors or ()]


@pytest.mark.parametrize(("text", "told"), [
    ("هاجمت الدوريات المجهولين في حاس.", ["الدوريات", "المجهولين"]),
    ("هاجم الدورية المجهولون في حاس.", ["الدورية", "المجهولون"]),
    ("هاجم الشرطي المجهولين في حاس.", ["الشرطي", "المجهولين"]),
    ("قصفت الدبابات المهاجمة بلدة حاس.", ["الدبابات المهاجمة"]),
    ("قصفت دبابات المجهولين بلدة حاس.", ["دبابات المجهولين"]),
])
def test_men_in_a_plural_do_not_say_how_a_thing_is(text: str, told: list[str]) -> None:
    """Behind "the patrols" or one man "the unknown (men)" are others; a feminine, or the owner of tanks, is theirs."""
    assert spans(text) == told


@pytest.mark.parametrize("text", [
    "الجنود المجهولين", "الضباط المحليين", "القناصة المجهولين", "الشرطيين المجهولين", "الشرطيون المجهولون",
    "القادة المحليون",
])
def test_a_plural_says_how_men_are(text: str) -> None:
    """What men are called by, a head of fighters or a sound plural, takes an adjective in the plural."""
    assert spans(f"هاجم {text} بلدة حاس.") == [text]


@pytest.mark.parametrize(("text", "told"), [
    ("قصفت الدبابات الحوثيين في حاس.", ["الدبابات", "الحوثيين"]),
    ("والدبابات الحوثيين قصفت.", ["الدبابات", "الحوثيين"]),
    ("قصف الدبابات الحوثيون في حاس.", ["الدبابات", "الحوثيون"]),
    ("هاجمت قوات الأمن الحوثيين في حاس.", ["قوات الأمن", "الحوثيين"]),
    ("قصفت دبابات الحوثيين بلدة حاس.", ["دبابات الحوثيين"]),
])
def test_men_behind_a_definite_head_of_things_are_no_owners(text: str, told: list[str]) -> None:
    """"The tanks" and "the forces of security" bombed the men behind them; "tanks of" the men are theirs."""
    assert spans(text) == told


@pytest.mark.parametrize("text", [
    "القناصة الحوثيين", "الشرطيين الحوثيين", "الشرطيون الحوثيون", "رجال الأمن الحوثيين", "طاقم الحراسة الحوثيين",
])
def test_men_agree_with_a_head_of_men(text: str) -> None:
    """Snipers, policemen, men of the police and a crew of guards are of those whom the plural behind them names."""
    assert spans(f"هاجم {text} بلدة حاس.") == [text]


@pytest.mark.parametrize(("text", "side"), [
    ("تقدمت قوات أخرى للمقاومة الشعبية نحو تعز.", "POPRES_YEM"),
    ("هاجمت الطائرة قياديين آخرين للقاعدة قرب شبوة.", "AQAP"),
    ("دخلت عدن كتائب من الجيش بقيت موالية لصالح.", "SALEH_FORCES"),
    ("سقطت قذيفة على مبنى وزارة المالية العراقية.", "IRQ_GOV"),
    ("سيطر مسلحو «جماعة الشباب» على بلدة في الصومال.", "NEW:Al Shabaab"),
])
def test_words_between_a_head_and_its_owner(text: str, side: str) -> None:
    """"Other forces of X" are X's, "units of the army that stayed loyal to Y" are Y's, a ministry's seat is its own."""
    document = read_document(text, published=dt.date(2016, 5, 1))
    assert side in {one.id for one in resolve(document)}


def test_a_side_is_no_government_without_its_owner() -> None:
    """"On the other side" names nobody; "the Turkish side" does."""
    assert not read_document("من جانب آخر سقطت قذيفة.").actors
    assert read_document("قال الجانب التركي إن قذيفة سقطت.").actors


def test_a_suicide_drone_is_no_men() -> None:
    """A word for men that says of what sort an aircraft is names no owner; "aircraft of the militants" have one."""
    text = "استهدفت طائرة مسيرة انتحارية سوق المدينة."
    document = read_document(text)
    assert spans(text)[:1] == ["طائرة مسيرة انتحارية"]
    assert [one.id for one in resolve(document)][:1] != ["UNIDENTIFIED_MILITANTS"]
    assert spans("أسقط الجيش مسيرة انتحارية.") == ["الجيش", "مسيرة انتحارية"]
    owned = read_document("أسقط الجيش مسيرات الإرهابيين.")
    assert "الإرهابيين" in " ".join(owned.text[m.start : m.end] for m in owned.actors or ())
    assert spans("هاجمت المسيرات الانتحارية للدعم السريع مطار مروي.")[:1] == ["المسيرات الانتحارية للدعم السريع"]


@pytest.mark.parametrize(("text", "told"), [
    ("هاجمت قوات إرهابية القرية.", "قوات إرهابية"), ("هاجمت القوات إرهابية القرية.", "القوات"),
    ("هاجمت القوات الإرهابية القرية.", "القوات الإرهابية")])
def test_an_adjective_agrees_with_the_army_whose_it_is(text: str, told: str) -> None:
    """A word for men is the owner of forces where both have an article or neither has, and else of something else."""
    assert spans(text)[0] == told


@pytest.mark.parametrize(("text", "told"), [
    ("هاجم مسلحون مقر الجيش الباكستاني في روالبندي.", "مقر الجيش الباكستاني"),
    ("أطلق جنود من الشرطة الأفغانية النار.", "جنود من الشرطة الأفغانية"),
    ("استهدف انفجار دورية للجيش الباكستاني.", "دورية للجيش الباكستاني"),
])
def test_a_states_forces_own_what_the_head_says(text: str, told: str) -> None:
    """Soldiers, a seat or a patrol of a state's forces are told with the state's name, as its own."""
    mention = next(m for m in read_document(text).actors or () if text[m.start : m.end] == told)
    assert mention.ids[0].startswith("NEW:") and mention.rule.endswith("+owner")


@pytest.mark.parametrize(("text", "told"), [
    ("هاجم مسلحون الشرطة الباكستانية.", "مسلحون"), ("هاجم مسلحون عناصر الشرطة في عدن.", "مسلحون"),
])
def test_men_who_keep_their_noun_have_no_owner(text: str, told: str) -> None:
    """Behind a sound plural that keeps its noun stands whom they attack."""
    assert told in spans(text)


def test_a_states_own_name_for_its_forces_stays() -> None:
    """"Officers of the Iraqi intelligence" are of the registry's intelligence, no police."""
    text = "قتل ضباط من المخابرات العراقية في بغداد."
    assert any("IRQ_INTEL" in m.ids for m in read_document(text).actors or ())


@pytest.mark.parametrize(("text", "words", "side"), [
    ("قصفت مروحيات تابعة للجيش الباكستاني القرية.", "مروحيات تابعة للجيش الباكستاني",
     "NEW:Military Forces of Pakistan"),
    ("صرح وزير الداخلية الباكستاني أمس.", "وزير الداخلية الباكستاني", "NEW:Government of Pakistan"),
    ("هاجمت السعودية المتمردين اليمنيين.", "المتمردين اليمنيين", "HOUTHIS"),
    ("قتل المسلحون الفلسطينيون جنديا.", "المسلحون الفلسطينيون", "PAL_FACTIONS"),
])
def test_the_state_behind_the_owner_says_whose_it_is(text: str, words: str, side: str) -> None:
    """Of "helicopters of the army of A", "the interior minister of A", "the rebels of A" the side is A's."""
    document = read_document(text, published=dt.date(2010, 5, 1))
    at = next(i for i, m in enumerate(document.actors or ()) if text[m.start : m.end] == words)
    assert resolve(document)[at].id == side


def test_a_minister_without_a_state_is_not_given_one() -> None:
    """"The interior minister" of no state named is not of the state of another word's adjective."""
    text = "صرح وزير الداخلية للصحيفة الباكستانية أمس."
    assert "وزير الداخلية" in spans(text)


@pytest.mark.parametrize(("text", "person"), [
    ("انفجرت سيارة امام مبنى المحافظة.", False), ("انفجرت سيارة أمام مبنى المحافظة.", False),
    ("قتل إمام مسجد في بغداد.", True),
])
def test_in_front_of_is_no_imam(text: str, person: bool) -> None:
    """The word for an imam is told by its hamza: without one it is "in front of"."""
    assert any(one.endswith("مام") or one.startswith("إمام") for one in spans(text)) is person
