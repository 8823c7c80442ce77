"""Whose weapons are cleared or shot down, and who had been killed before weapons were seized, did not do it."""

from dataclasses import replace

import pytest
from tests.extract.drafted import named, pointed, sides, told

from sijill.extract.said.disarmed import is_outlaw, owner_of_weapons, undone

DISRUPTED = "Disrupted weapons use"
CLASH = "Armed clash"


def owner(text: str, word: str, kind: str = DISRUPTED, form: str = "noun") -> list[str]:
    view, trigger = pointed(text, word, kind, form, "agent_weapon")
    number = owner_of_weapons(view, replace(trigger, lemma="أسقط"))
    return [] if number is None else named(view, [number])


@pytest.mark.parametrize(("text", "word", "whose"), [
    ("بدأ الجيش اليمني نزع ألغام زرعتها ميليشيا الحوثي في المزارع.", "نزع", ["ميليشيا الحوثي"]),
    ("جرى أمس تفكيك عبوات تركها تنظيم داعش خلفه في الأنبار.", "تفكيك", ["تنظيم داعش"]),
    ("بدأ الجيش اليمني نزع ألغام في المزارع التي دخلتها ميليشيا الحوثي.", "نزع", []),
])
def test_mines_are_theirs_who_planted_or_left_them(text: str, word: str, whose: list[str]) -> None:
    """Of mines "that A planted" or "left behind" A is whose they were, and no other verb says that."""
    assert owner(text, word) == whose


def test_what_was_planted_is_asked_only_where_weapons_are_found() -> None:
    """Of a blast "of a mine that A planted" this construction says nothing."""
    text = "قتل جندي في انفجار لغم زرعته ميليشيا الحوثي في حيس."
    assert owner(text, "انفجار", "Remote explosive/landmine/IED") == []


@pytest.mark.parametrize(("text", "word", "form", "whose"), [
    ("أعلن الجيش السوري إسقاط طائرة إسرائيلية فوق دمشق.", "إسقاط", "noun", ["طائرة إسرائيلية"]),
    ("قالت دمشق إنها أسقطت بعض الصواريخ الإسرائيلية فوق حمص.", "أسقطت", "perfect", ["الصواريخ الإسرائيلية"]),
    ("أعلن الجيش اليمني إسقاط طائرة بدون طيار إيرانية في مأرب.", "إسقاط", "noun", ["طائرة بدون طيار إيرانية"]),
    ("قالت دمشق إنها أسقطت الدفاعات صواريخ إسرائيلية.", "أسقطت", "perfect", []),
    ("أعلن الجيش السعودي إسقاط صاروخ لجماعة الحوثي فوق نجران.", "إسقاط", "noun", ["جماعة الحوثي"]),
    ("أعلن الجيش السعودي إسقاط صاروخ باليستي لجماعة الحوثي.", "إسقاط", "noun", ["جماعة الحوثي"]),
    # those who did it
    ("أسقطت مقاتلات تركية صباح أمس طائرة روسية قرب كسب.", "أسقطت", "perfect", []),
    ("أثار إسقاط المروحية بنيران القوات السورية جدلا.", "إسقاط", "noun", []),
    ("أسقطت المروحية على أيدي مقاتلي المعارضة في إدلب.", "أسقطت", "perfect", []),
    ("أسقطت المروحية على قاعدة للجيش السوري في إدلب.", "أسقطت", "perfect", []),
    ("أسقط مسلحون مروحية أمريكية قرب التاجي.", "أسقط", "perfect", []),
    ("أسقطت طائرة في إدلب ثم تقدمت قوات المعارضة.", "أسقطت", "perfect", []),
    ("أسقطت طائرة، وقالت إسرائيل إنها تحقق.", "أسقطت", "perfect", []),
    ("أسقطت طائرة قصفت قوات المعارضة.", "أسقطت", "perfect", []),
    ("أعلن الجيش السوري إسقاط منشورات إسرائيلية فوق دمشق.", "إسقاط", "noun", []),
])
def test_what_is_shot_down_is_its_owner_s(text: str, word: str, form: str, whose: list[str]) -> None:
    """Of "brought down A's aircraft" A is hit; not where they bring down others, nor whose fire did it."""
    assert owner(text, word, CLASH, form) == whose


def test_only_what_a_word_for_bringing_down_has_behind_it_is_brought_down() -> None:
    """What was launched is not brought down, nor is anything where the word has a pronoun for it."""
    view, trigger = pointed("تم إطلاق صواريخ سورية فوق حمص.", "إطلاق", DISRUPTED, "noun", "agent_weapon")
    assert owner_of_weapons(view, trigger) is None
    assert owner("اخترقت الأجواء فأسقطها صاروخ سوري.", "فأسقطها", CLASH, "perfect") == []
    assert owner("أعلن الجيش السوري إسقاط طائرة إسرائيلية.", "إسقاط", "Air/drone strike") == []


def test_the_owner_is_the_second_side() -> None:
    """Of "the downing of A's drone" the draft has A as the second side, and never as the first."""
    first, second = sides(told("أعلن التحالف العربي أمس إسقاط طائرة حوثية بدون طيار قرب أبها.", "إسقاط"))
    assert first == ["SAUDI_COALITION"] and second == ["HOUTHIS"]


def test_who_clears_mines_did_not_plant_them() -> None:
    """Teams that clear what A planted are none of A's, though A was named last."""
    text = "انسحبت ميليشيا الحوثي من حيس أمس. وشرعت الفرق الهندسية بنزع ألغام زرعها الحوثيون حول الآبار."
    first, second = sides(told(text, "بنزع"))
    assert first != ["HOUTHIS"] and second == ["HOUTHIS"]


@pytest.mark.parametrize(("text", "word", "kind", "who"), [
    ("أسفرت المعركة عن مقتل عشرة من تنظيم داعش وضبط أسلحة.", "وضبط", DISRUPTED, ["تنظيم داعش"]),
    ("قتل خمسة مسلحين وتم اعتقال ثلاثة آخرين.", "اعتقال", "Arrests", ["مسلحين"]),
    # soldiers may go on, the dead behind a word are not before it, and others fight
    ("قتل ثلاثة من جنود الجيش المصري خلال ضبط أسلحة في العريش.", "ضبط", DISRUPTED, []),
    ("تم ضبط أسلحة بعد مقتل عشرة من تنظيم داعش.", "ضبط", DISRUPTED, []),
    ("أسفرت المعركة عن مقتل عشرة من تنظيم داعش وهجوم آخر.", "وهجوم", CLASH, []),
    ("أصيب خمسة من تنظيم داعش وتم ضبط أسلحة.", "ضبط", DISRUPTED, []),
])
def test_outlaws_told_dead_before_seize_nothing(text: str, word: str, kind: str, who: list[str]) -> None:
    """Gunmen and outlaws whom the sentence has told killed or held before hold nobody and seize no weapons."""
    view, trigger = pointed(text, word, kind)
    found = undone(view, trigger)
    assert named(view, list(dict.fromkeys(found))) == who


def test_who_killed_them_seized_their_weapons() -> None:
    """Of "the army's battle left ten of A dead and weapons seized" the army seized them."""
    text = "قال الجيش المصري إن المعركة أسفرت عن مقتل عشرة من تنظيم داعش وضبط أسلحة وذخائر في العريش."
    assert sides(told(text, "ضبط"))[0] == ["EGY_ARMY"]


def test_who_are_outlaws() -> None:
    """Armed groups that no state is allied with are outlaws, armies are not."""
    assert is_outlaw("IS") and not is_outlaw("SYR_ARMY")
