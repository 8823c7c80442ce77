"""Compositions: where a head word ends, and whose it is."""

import datetime as dt

import pytest
from tests.extract.named import named, owners

from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


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


@pytest.mark.parametrize(("text", "told"), [
    ("هاجم مسلحون مقر الجيش الباكستاني في روالبندي.", "مقر الجيش الباكستاني"),
    ("أطلق جنود من الشرطة الأفغانية النار.", "جنود من الشرطة الأفغانية"),
    ("استهدف انفجار دورية للجيش الباكستاني.", "دورية للجيش الباكستاني"),
])
def test_a_states_forces_own_what_the_head_says(text: str, told: str) -> None:
    """Soldiers, a seat or a patrol of a state's forces are told with the state's name, as its own."""
    mention = next(m for m in read_document(text).actors or () if text[m.start : m.end] == told)
    assert mention.ids[0].startswith("NEW:") and mention.rule.endswith("+owner")


def test_a_states_own_name_for_its_forces_stays() -> None:
    """"Officers of the Iraqi intelligence" are of the registry's intelligence, no police."""
    text = "قتل ضباط من المخابرات العراقية في بغداد."
    assert any("IRQ_INTEL" in m.ids for m in read_document(text).actors or ())


@pytest.mark.parametrize(("text", "told"), [
    ("بدأ تمشيط للجيش السوري ضد مقاتلي تنظيم الدولة.", ["للجيش السوري", "مقاتلي تنظيم الدولة"]),
    ("نفذ الجيش العراقي غارات جوية ضد داعش.", ["الجيش العراقي", "غارات جوية", "داعش"]),
    ("هاجمت قوات مناوئة للنظام السوري حاجزا.", ["قوات مناوئة للنظام السوري", "حاجزا"]),
])
def test_whom_forces_are_used_against_is_a_side_of_its_own(text: str, told: list[str]) -> None:
    """"Against" between two sides parts them; "opposed to X" says what sort of forces they are."""
    assert named(text) == told


@pytest.mark.parametrize(("text", "told"), [
    ("قصفت مسيرة سيارة إسعاف في الأبيض.", ["مسيرة", "سيارة إسعاف"]),
    ("قصفت مسيرة الجيش سيارة إسعاف في الأبيض.", ["مسيرة الجيش", "سيارة إسعاف"]),
])
def test_no_drone_is_of_the_ambulance_behind_it(text: str, told: list[str]) -> None:
    """Behind a drone an ambulance is what it struck; an army is whose it is."""
    assert named(text) == told


def test_strikes_against_a_side_are_told_of_whom_they_hit() -> None:
    """In "strikes against A" A is a side of its own, and the strikes are nobody's; fighters who oppose A are one."""
    assert ("الحوثيين", "HOUTHIS") in owners("شن التحالف العربي ضربات جوية ضد الحوثيين في عدن.")
    assert ("الحوثيين", "HOUTHIS") in owners("هي أوسع حملة لهذه القوات ضد الحوثيين في عدن.")
    assert "القوات المناهضة للحوثيين" in dict(owners("تقدمت القوات المناهضة للحوثيين نحو لودر."))


def test_a_foes_name_with_its_nation_is_outright() -> None:
    """Aircraft of "the Turkish occupation" are Turkey's, whoever the article speaks for; "the occupation" is open."""
    def kinds(text: str) -> set[str]:
        return {m.kind for m in read_document(text, published=dt.date(2025, 1, 9)).actors or ()}

    assert kinds("قصفت طائرة تابعة للاحتلال التركي صرين.") == {"composed"}
    assert kinds("قصفت طائرة تابعة للاحتلال صرين.") == {"anaphor"}


def test_against_behind_a_closed_quote_parts_two_sides() -> None:
    """"The army" against "the corps" is two sides; groups "opposed" to somebody are one."""
    assert named('اقتتل "الجيش الوطني" ضد "فيلق الشام" هناك.') == ["الجيش الوطني", "فيلق الشام"]
    assert named('قصفت فصائل "معارضة" للنظام حاس.') == ['فصائل "معارضة" للنظام']
    assert named('تقدمت "كتائب" موالية للحوثيين.') == ['كتائب" موالية للحوثيين']
    assert named('تقدمت "الكتائب" المناهضة للحوثيين.') == ['الكتائب" المناهضة للحوثيين']


@pytest.mark.parametrize(("text", "words", "side"), [
    ("قصفت مروحيات تابعة للجيش الباكستاني القرية.", "مروحيات تابعة للجيش الباكستاني",
     "NEW:Military Forces of Pakistan"),
    ("صرح وزير الداخلية الباكستاني أمس.", "وزير الداخلية الباكستاني", "NEW:Government of Pakistan"),
    ("هاجمت السعودية المتمردين اليمنيين.", "المتمردين اليمنيين", "HOUTHIS"),
    ("قتل المسلحون الفلسطينيون جنديا.", "المسلحون الفلسطينيون", "PAL_FACTIONS"),
    # the state of a party is not the party
    ("ظهر رئيس حزب الله اللبناني أمس.", "رئيس حزب الله اللبناني", "HEZBOLLAH"),
])
def test_the_state_behind_the_owner_says_whose_it_is(text: str, words: str, side: str) -> None:
    """Of "helicopters of the army of A", "the interior minister of A", "the rebels of A" the side is A's."""
    document = read_document(text, published=dt.date(2010, 5, 1))
    at = next(i for i, m in enumerate(document.actors or ()) if text[m.start : m.end] == words)
    assert resolve(document)[at].id == side


@pytest.mark.parametrize(("text", "told"), [
    ("تحرك جنود الجيش الباكستاني.", ["جنود الجيش الباكستاني"]),
    ("تحرك جنود من الجيش الباكستاني.", ["جنود من الجيش الباكستاني"]),
    ("تحركت دبابات للجيش الباكستاني.", ["دبابات للجيش الباكستاني"]),
    ("تحرك جنود تابعون للجيش الباكستاني.", ["جنود تابعون للجيش الباكستاني"]),
    ("تحرك الجنود الجيش الباكستاني.", ["الجنود", "الجيش الباكستاني"]),
    ("تحركت دبابات بالجيش الباكستاني.", ["دبابات", "الجيش الباكستاني"]),
    ("قاتل مسلحون الجيش الباكستاني.", ["مسلحون", "الجيش الباكستاني"]),
])
def test_whose_soldiers_an_army_has(text: str, told: list[str]) -> None:
    """Soldiers "of", "from" or "to" an army are its own; behind a definite head, "in" or a full plural it is apart."""
    assert named(text) == told


def test_a_guard_by_its_own_name_keeps_it_behind_soldiers() -> None:
    """Of "soldiers of the border guards of A" the side is the one that the registry knows by that name, of A."""
    text = "تحرك جنود من حرس الحدود السعودي نحو نجران."
    document = read_document(text, published=dt.date(2018, 5, 1))
    assert [side.id for side in resolve(document)][:1] == ["SAU_ARMED"]


def test_a_minister_without_a_state_is_not_given_one() -> None:
    """"The interior minister" of no state named is not of the state of another word's adjective."""
    text = "صرح وزير الداخلية للصحيفة الباكستانية أمس."
    assert "وزير الداخلية" in named(text)


@pytest.mark.parametrize(("text", "person"), [
    ("انفجرت سيارة امام مبنى المحافظة.", False), ("انفجرت سيارة أمام مبنى المحافظة.", False),
    ("قتل إمام مسجد في بغداد.", True),
])
def test_in_front_of_is_no_imam(text: str, person: bool) -> None:
    """The word for an imam is told by its hamza: without one it is "in front of"."""
    assert any(one.endswith("مام") or one.startswith("إمام") for one in named(text)) is person


@pytest.mark.parametrize(("text", "last"), [("جرح مزارع", "مزارع"), ("هاجم مسلحو اللواء 105", "105"),
                                            ("قتل جنود من القوات", "القوات")])
def test_a_text_may_end_behind_a_head(text: str, last: str) -> None:
    """What may stand behind a head word is not sought where the text ends without a full stop."""
    document = read_document(text)
    assert document.text.endswith(last) and document.actors is not None


def test_an_adviser_for_security_is_of_his_government_and_no_police() -> None:
    """"The American national security adviser" is one mention, of the government of that state."""
    document = read_document("التقى الرئيس مستشار الأمن القومي الأميركي في القاهرة.")
    found = {document.text[m.start : m.end]: m.ids for m in document.actors or ()}
    assert found["مستشار الأمن القومي الأميركي"] == ("USA_GOV",)
    assert "قوات الأمن المصرية" in named("اجتمع الوزير مع قائد من قوات الأمن المصرية.")[-1]


def test_a_march_in_a_town_is_no_drone_of_its_state() -> None:
    """A word for a march or drone before "in Rabat" is not Morocco's; men "in the army" are the army's."""
    assert "مسيرة بالرباط" not in named("خرج المئات في مسيرة بالرباط أمس.")
    assert named("قتل ضابط بالجيش السوري أمس.") == ["ضابط بالجيش السوري"]


@pytest.mark.parametrize("text", [
    "قائد خلية تابعة لتنظيم القاعدة", "قيادي في خلية تابعة لتنظيم القاعدة", "عناصر مجموعة تابعة لتنظيم القاعدة",
])
def test_men_of_a_group_s_cell_are_of_the_group(text: str) -> None:
    """"The leader of a cell that belongs to A" is of A; a leader who is named apart from the cell is not."""
    assert named(f"قتل {text} في شبوة.") == [text]


def test_a_definite_leader_before_a_cell_is_apart() -> None:
    """"The leader" with his article owns and is owned by no cell behind him."""
    assert "القائد" in named("هاجم القائد خلية تابعة لتنظيم القاعدة في شبوة.")


@pytest.mark.parametrize(("text", "told"), [
    # the adjective has ended what the raid is called: the verb stands before it
    ("استهدفت غارة جوية تنظيم القاعدة في شبوة.", ["غارة جوية", "تنظيم القاعدة"]),
    ("قتل عشرة في غارة جوية للتحالف الدولي على الرقة.", ["غارة جوية للتحالف الدولي"]),
    ("استهدفت غارات طيران النظام الحربي مدينة دوما.", ["غارات طيران النظام الحربي"]),
])
def test_a_raid_with_its_adjective_has_no_owner_without_of(text: str, told: list[str]) -> None:
    """Behind "an air raid" a bare name is whom it hit, one with "of" or before it is whose it was."""
    assert named(text) == told


def test_security_forces_of_army_and_police_are_no_army_s_police() -> None:
    """ "The security forces, of the army and the police" are the forces; a unit "of the army" is the army's."""
    assert named("انتشرت القوات الأمنية المشتركة، من الجيش والشرطة، قرب الرمادي.")[0] == "القوات الأمنية المشتركة"
    assert named("قطعت قوة من الجيش العراقي طرق الرمادي.")[0] == "قوة من الجيش العراقي"
    assert named("انتشرت قوة أمنية من الجيش اللبناني قرب صيدا.")[0] == "قوة أمنية من الجيش اللبناني"


def test_rockets_from_a_land_are_not_its_states() -> None:
    """Rockets "from Syria" were fired from its soil, by whomever; fighters "from Syria" are of its people."""
    assert named("سقطت صواريخ من سوريا على الجولان.") == ["سوريا"]
    assert "مقاتلون من سوريا" in named("هاجم مقاتلون من سوريا حاجزا.")


def test_the_capture_of_ten_is_no_families() -> None:
    """"The capture of 10" is spelled like "families", who are people where no number is behind them."""
    assert named("أسفرت العملية عن أسر 10 مسلحين.") == ["مسلحين"]
    assert named("وزع الجيش خبزا على أسر نازحة.")[-1].startswith("أسر")


@pytest.mark.parametrize(("text", "name"), [
    ("حذرت موسكو من قصف من جانب فصائل المعارضة على حلب.", "فصائل المعارضة"),
    ("قاتل عناصر حزب الله إلى جانب قوات النظام في حلب.", "قوات النظام"),
])
def test_on_the_side_of_somebody_tells_of_him(text: str, name: str) -> None:
    """Behind "by" or "to" a side is half of a preposition, and no head word whose owner is whom it tells of."""
    assert name in [text[m.start : m.end] for m in read_document(text).actors or ()]


@pytest.mark.parametrize(("text", "name", "one"), [
    ("جرح تسعة جنود من القوات التابعة لحلف الناتو بكابول.", "جنود من القوات التابعة لحلف الناتو", "NATO"),
    ("قتل عناصر من الفصائل التابعة للجيش الوطني السوري.", "عناصر من الفصائل التابعة للجيش الوطني السوري", "SNA"),
    ("قتل 18 عنصرا من القوات الموالية له في حلب.", "عنصرا من القوات الموالية له", "ALLY:force"),
])
def test_men_of_forces_that_belong_to_a_side_are_its(text: str, name: str, one: str) -> None:
    """"Soldiers of the forces that belong to A" are A's, told in one name."""
    assert {text[m.start : m.end]: m.ids[0] for m in read_document(text).actors or ()}[name] == one


def test_men_of_the_forces_alone_are_of_the_forces() -> None:
    """"Soldiers of the forces", without words of belonging, are of whoever the forces may be."""
    text = "قتل تسعة جنود من القوات في طرابلس."
    assert "جنود من القوات" in [text[m.start : m.end] for m in read_document(text).actors or ()]


@pytest.mark.parametrize(("text", "told"), [
    ("أصيب مسؤول في جبهة النصرة بجروح.", "مسؤول في جبهة النصرة"),
    ("أصابت القذيفة مسؤولا كبيرا في حركة حماس.", "مسؤولا كبيرا في حركة حماس"),
    ("أصيب مسؤول في بغداد بجروح.", "مسؤول"),
])
def test_who_is_in_charge_in_a_group_is_of_it(text: str, told: str) -> None:
    """An official of a movement is told with its name; one in a town is not the town's."""
    assert told in named(text)


def test_gunmen_own_no_leader_whom_they_killed() -> None:
    """Behind gunmen in the form that keeps its noun a leader is whom they killed; behind the other he is theirs."""
    assert named("اغتال مسلحون نصر الله في بيروت.")[:2] == ["مسلحون", "نصر الله"]
    assert named("انسحب مسلحو نصر الله من بيروت.")[0] == "مسلحو نصر الله"


@pytest.mark.parametrize("unit", ["قوات ", "جنود من ", "القوات التابعة من "])
def test_a_head_word_over_and_over_is_read(unit: str) -> None:
    """A line that is one head word, thousands of times, has mentions as a short one has."""
    assert len(read_document(unit * 3000).actors or ()) > 1
