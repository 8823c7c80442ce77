"""Words of men and people that name none where they stand, and those that do."""

import pytest
from tests.extract.drafted import view_of


def found(text: str) -> list[str]:
    return [text[m.start : m.end] for m in view_of(text).actors]


@pytest.mark.parametrize("text", [
    "سقطت قذيفة في حقل دون أن توقع ضحايا.",
    "سقطت قذيفة في حقل من دون وقوع إصابات.",
    "تقدم الرتل نحو القرية بلا مقاومة تذكر.",
    "عثر في القبو على صواريخ مضادة للدروع.",
    "نفذت في الحقل مجموعة هجمات عنيفة.",
])
def test_who_was_not_there_is_no_side(text: str) -> None:
    """Nobody is hit where there were no victims, nobody fights without resistance; what a rocket is made against, or a
    set of attacks, is no side."""
    assert not [name for name in found(text) if name != "الرتل"]


@pytest.mark.parametrize(("text", "name"), [
    ("سقطت قذيفة في السوق، وقال طبيب إن ضحايا وصلوا إلى المشفى.", "ضحايا"),
    ("تقدمت المقاومة نحو القرية.", "المقاومة"),
    ("نفذت مجموعة مسلحة غارات عنيفة.", "مجموعة مسلحة"),
    ("نفذت مجموعة غاراتها على القرية.", "مجموعة"),
    ("سقطت قذيفة دون إنذار، فنقل قتلى وجرحى إلى المشفى.", "قتلى"),
])
def test_who_was_there_is_one(text: str, name: str) -> None:
    """Victims in another clause than "without", the resistance with its article and a group with its own raids are."""
    assert name in found(text)


@pytest.mark.parametrize(("text", "name", "told"), [
    ("أعلنت خلية الإعلام الحربي مقتل خمسة في الموصل.", "خلية", False),
    ("قالت خلية الأزمة إن المشفى امتلأ.", "خلية", False),
    ("هاجمت خلية نائمة نقطة في الموصل.", "خلية نائمة", True),
    ("قالت لندن في نشرة دورية إن الجبهة هادئة.", "دورية", False),
    ("هاجم مسلحون دورية قرب الموصل.", "دورية", True),
])
def test_offices_and_bulletins_are_no_sides(text: str, name: str, told: bool) -> None:
    """A media cell is an office and a periodical bulletin no patrol; a sleeping cell and a patrol are sides."""
    assert (name in found(text)) is told


@pytest.mark.parametrize(("text", "told"), [
    ("ندد الأمير بالتفجير الإرهابي في أبها.", False),
    ("قال الوزير إن العمل الإرهابي لن يمر في أبها.", False),
    ("قال الوزير إنه تصدى للتهديد الإرهابي في أبها.", False),
    ("قال الوزير إن الشرطة قتلت الإرهابي في أبها.", True),
    ("قال الوزير إن الإرهابي هرب من أبها.", True),
])
def test_a_deed_called_terrorist_is_no_man(text: str, told: bool) -> None:
    """"Terrorist" behind a deed's name with its article says of what sort it is; elsewhere it is a man."""
    assert any(name.endswith("الإرهابي") for name in found(text)) is told


@pytest.mark.parametrize(("text", "told"), [
    ("رحب المجتمع العربي والإسلامي بالهدنة في صنعاء.", False),
    ("رحب العالم الإسلامي بالهدنة في صنعاء.", False),
    ("رحبت تونس والعالم الإسلامي بالهدنة في صنعاء.", False),
    ("قدم الأمير للعالم الإسلامي خطة في صنعاء.", False),
    ("قال إن الإسلامي هرب من صنعاء.", True),
])
def test_the_islamic_world_is_no_man(text: str, told: bool) -> None:
    """"Islamic" behind a word with its article is its adjective; alone it may be a man."""
    assert any(name.endswith("الإسلامي") for name in found(text)) is told


@pytest.mark.parametrize(("text", "name", "told"), [
    ("انفجرت عبوة أمام مبنى مؤسسة الشهداء في طهران.", "الشهداء", False),
    ("قال عضو في كتلة المواطن إن الجلسة انتهت.", "المواطن", False),
    ("شيع الأهالي الشهداء في طهران.", "الشهداء", True),
    ("أوقفت الشرطة المواطن قرب الجسر.", "المواطن", True),
])
def test_a_body_called_after_people_is_not_they(text: str, name: str, told: bool) -> None:
    """A foundation of martyrs and a bloc called after the citizen are none of the people; the martyrs alone are."""
    assert (name in found(text)) is told


@pytest.mark.parametrize(("text", "name", "told"), [
    ("أعلنت القيادة اغتنام دبابتين قرب حلب.", "دبابتين", False),
    ("أعلنت القيادة اغتنام 3 دبابات قرب حلب.", "دبابات", False),
    ("دخلت دبابات إلى حلب.", "دبابات", True),
    ("أعلنت القيادة تدمير دبابات قرب حلب.", "دبابات", True),
])
def test_booty_is_no_side(text: str, name: str, told: bool) -> None:
    """Vehicles that are taken as booty are no side; those that come or are destroyed are whose they are."""
    assert (name in found(text)) is told


@pytest.mark.parametrize(("text", "told"), [
    ("حوصر مخيم عين الحلوة للاجئين الفلسطينيين.", False),
    ('حوصر مخيم "الرعيان" للاجئين.', False),
    ("قصفت الطائرات مخيما للاجئين.", True),
    ("سلمت الشاحنات، قرب مخيم الرعيان، الخيام للاجئين.", True),
])
def test_refugees_whose_a_named_camp_is_are_nobody_hit(text: str, told: bool) -> None:
    """Refugees that only say of a camp with a name whose it is are no side; those of one without are who is hit."""
    assert any("لاجئين" in name for name in found(text)) is told
