"""Shows, papers, mishaps, onlookers and what never came about are no events, though words for deeds tell them."""

import pytest
from tests.extract.drafted import DAY, drafts

from sijill.documents import Event
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.triggers.no_deed import no_deed
from sijill.pipeline import read_document


def deeds(text: str) -> list[tuple[str, bool]]:
    """The words that may tell events, each with whether it tells none."""
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))

    def word(event: Event) -> str:
        return text[event.trigger.start : event.trigger.end]

    return [(word(event), no_deed(view, event)) for event in drafts(text)]


@pytest.mark.parametrize(("text", "word"), [
    ("نفذ الطيران الإسرائيلي غارات وهمية فوق بيروت.", "غارات"),
    ("شن قراصنة هجوما إلكترونيا على وزارة الدفاع السورية في دمشق.", "هجوما"),
    ("لم يتم القبض على أحد في حلب.", "القبض"),
    ("لم يتم إلقاء القبض على المهاجمين في حلب.", "القبض"),
    ("فقدت القيادة الاتصال مع خمسة جنود في سيناء.", "الاتصال"),
    ("انتشرت في شوارع إدلب ملصقات وانتشرت صور للقتلى.", "انتشرت"),
    ("طردت بريطانيا دبلوماسيا سوريا من لندن.", "طردت"),
    ("احتشد الآلاف في حلب لمشاهدة المباراة.", "احتشد"),
    ("حوصر عشرات السكان تحت أنقاض منازلهم في حلب.", "حوصر"),
])
def test_a_word_for_a_deed_that_was_none(text: str, word: str) -> None:
    """Mock raids, unmade arrests, lost contact, spread papers, expelled diplomats and onlookers are no deeds."""
    assert (word, True) in deeds(text)


@pytest.mark.parametrize(("text", "word"), [
    ("نفذ الطيران الإسرائيلي غارات عنيفة فوق بيروت.", "غارات"),
    ("شن مسلحون هجوما واسعا على وزارة الدفاع السورية في دمشق.", "هجوما"),
    ("تم القبض على ثلاثة في حلب.", "القبض"),
    ("انتشرت قوات الجيش السوري في شوارع إدلب.", "انتشرت"),
    ("طرد الجيش السوري المسلحين من بلدة كفرنبل.", "طرد"),
    ("احتشد الآلاف في حلب للمطالبة برحيل المحافظ.", "احتشد"),
    ("حاصر الجيش السوري مئات السكان في حلب.", "حاصر"),
    ("حاصر الجيش السوري المقاتلين وسط ركام حلب.", "حاصر"),
    ("تجمع متظاهرون في حلب لأداء الصلاة.", "تجمع"),
    ("احتشد المئات في حلب لأداء صلاة الجمعة احتجاجا على القصف.", "احتشد"),
    ("تظاهر المئات في حلب لمتابعة مطالبهم.", "تظاهر"),
])
def test_the_same_word_for_a_deed(text: str, word: str) -> None:
    """Raids, arrests, forces that spread, fighters driven out, protests and sieges are what they are told as.

    Who fights among rubble may be besieged, and who gathers in protest to pray protests.
    """
    assert (word, False) in deeds(text)
