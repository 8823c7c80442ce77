import pytest
from tests.extract.drafted import drafts, named, pointed, sides

from sijill.extract.said.accused import accused


def doer(text: str, word: str) -> list[str]:
    return sides(next(e for e in drafts(text) if text[e.trigger.start : e.trigger.end] == word))[0]


@pytest.mark.parametrize(("text", "word", "side"), [
    ("اتهم الجيش السوري إسرائيل بقصف مطار حماة.", "بقصف", ["IDF"]),
    ("اتهمت وحدات حماية الشعب تركيا أمس بقصف قرية قرب عفرين.", "بقصف", ["TUR_ARMED"]),
    ("يتهم الناطق باسم الجيش السوري الولايات المتحدة بقصف جسر قرب الميادين.", "بقصف", ["US_FORCES"]),
    ("اتهم الحوثيون السعودية بشن غارات على مدينة صعدة.", "غارات", ["SAU_ARMED"]),
    ("اتهم الجيش السوري روسيا وإيران بقصف مدينة إدلب.", "بقصف", ["RUS_ARMED", "IRGC"]),
    ("اتهم ناشطون روسيا بالوقوف وراء قصف مدينة إدلب.", "قصف", ["RUS_ARMED"]),
    ("اتهمت قوات النظام السوري بقصف مدينة دوما.", "بقصف", ["SYR_ARMY"]),
    ("حمل الجيش السوري إسرائيل مسؤولية قصف مطار حماة.", "قصف", ["IDF"]),
])
def test_the_accused_did_it(text: str, word: str, side: list[str]) -> None:
    """Of "A accused B of shelling" B is who shelled, also where B is a country's bare name."""
    assert doer(text, word) == side


@pytest.mark.parametrize(("text", "word", "side"), [
    ("اتهم الجيش السوري إسرائيل بالكذب، وأعلن تنظيم داعش قصف مدينة تدمر.", "قصف", "IDF"),
    ("حمل الجيش السوري أسلحته وبدأ قصف مطار حماة.", "قصف", "IDF"),
    ("تحدث الجيش السوري عن إسرائيل ثم قصف مواقع في الجولان.", "قصف", "IDF"),
])
def test_what_nobody_is_accused_of(text: str, word: str, side: str) -> None:
    """A deed behind a break, or without a word that accuses, says nothing of the side named last."""
    assert side not in doer(text, word)


@pytest.mark.parametrize(("text", "word", "side"), [
    ("وقع هجوم نسب إلى الحوثيين قرب صعدة.", "هجوم", "HOUTHIS"),
    ("وقع هجوم انتحاري نسبته أنقرة إلى تنظيم داعش في سوروج.", "هجوم", "IS"),
    ("وقع قصف وهجوم نسبته أنقرة إلى تنظيم داعش في سوروج.", "قصف", None),
    ("وقع هجوم ارتفعت فيه نسبة القتلى إلى الضعف.", "هجوم", None),
    ("وقع هجوم نسبته أنقرة إلى الصدفة.", "هجوم", None),
    # not ascribed, and too far off
    ("انتهى خبر هجوم الأمس إلى تنظيم داعش في سوروج.", "هجوم", None),
    ("وقع هجوم نسبته صحيفة محلية في عددها الصادر يوم السبت إلى تنظيم داعش.", "هجوم", None),
])
def test_whom_a_deed_is_ascribed_to_has_done_it(text: str, word: str, side: str | None) -> None:
    """Of "an attack that A ascribed to B" the doer is B; a deed before another one is not ascribed with it."""
    view, trigger = pointed(text, word, "Armed clash")
    found = accused(view, trigger)[0]
    assert (None if found is None else view.sides[found].id) == side


def test_who_ascribes_a_deed_only_accuses() -> None:
    """Of "an attack that A ascribed to B" A is named as who accuses, and nobody else is."""
    view, trigger = pointed("وقع هجوم نسبته أنقرة أمس إلى تنظيم داعش في سوروج.", "هجوم", "Armed clash")
    assert named(view, accused(view, trigger)[1]) == ["أنقرة"]
