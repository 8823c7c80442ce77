"""Weapons: the words of a clause that say by what means, with the particles before them left out."""

from dataclasses import replace

import pytest

from sijill.documents import Document, Trigger
from sijill.extract.clauses.weapons import weapon_for
from sijill.pipeline import read_document


def coded(text: str, *triggers: str) -> Document:
    """A document whose events are told by these words."""
    document = read_document(text)
    told = []
    for word in triggers:
        start = text.index(word)
        token = next(i for i, t in enumerate(document.tokens or ()) if t.start <= start < t.end)
        told.append(Trigger(start, start + len(word), token, word, "", "", "", 1.0, ""))
    return replace(document, triggers=tuple(sorted(told, key=lambda trigger: trigger.token)))


def weapon(text: str, trigger: str, *others: str) -> str | None:
    found = weapon_for(coded(text, trigger, *others), text.index(trigger))
    return found and text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("قصفت طائرات حربية مدينة درعا بالبراميل المتفجرة.", "قصفت", "البراميل المتفجرة"),
        ("قصف الجيش البلدة بصواريخ أرض أرض وقذائف المدفعية الثقيلة.", "قصف",
         "صواريخ أرض أرض وقذائف المدفعية الثقيلة"),
        ("قصف الجيش البلدة براجمات الصواريخ.", "قصف", "راجمات الصواريخ"),
        ("ألقى مجهول قنبلة يدوية على مقر للشرطة.", "ألقى", "قنبلة يدوية"),
        ("فجر انتحاري حزاما ناسفا في السوق.", "فجر", "حزاما ناسفا"),
        ("قتل مدني برصاص قناص في الحي.", "قتل", "رصاص"),
        ("أطلقت الجماعة صاروخا من نوع \"بركان\" على المدينة.", "أطلقت", "صاروخا من نوع \"بركان\""),
        ("استخدم غاز الكلور في الهجوم على البلدة.", "الهجوم", "غاز الكلور"),
    ],
)
def test_the_whole_phrase_is_the_weapon(text: str, trigger: str, expected: str) -> None:
    """A weapon's words are taken together, adjectives and coordinated weapons too, particles not."""
    assert weapon(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("انفجرت سيارة مفخخة في السوق.", "انفجرت", "سيارة مفخخة"),
        ("استهدف مسلحون سيارة ضابط في المدينة.", "استهدف", None),
        ("استهدفت طائرة مسيرة مقرا في البلدة.", "استهدفت", "طائرة مسيرة"),
        ("هاجم مسلحون طائرة مدنية في المطار.", "هاجم", None),
        ("هاجم مسلحون الحافلة بأسلحة رشاشة.", "هاجم", "أسلحة رشاشة"),
    ],
)
def test_a_carrier_needs_its_word(text: str, trigger: str, expected: str | None) -> None:
    """A car, a plane or a belt is a weapon only where the text says what makes it one."""
    assert weapon(text, trigger) == expected


def test_no_weapon_of_another_clause() -> None:
    """A weapon behind the next event's word belongs to that event."""
    text = "هاجم مسلحون الحاجز وانفجر لغم أرضي في الطريق."
    assert weapon(text, "هاجم", "انفجر") is None
    assert weapon(text, "انفجر", "هاجم") == "لغم أرضي"


def test_no_weapon_of_another_sentence() -> None:
    """A weapon of the sentence after is not taken."""
    assert weapon("هاجم مسلحون الحاجز. عثرت الشرطة على لغم أرضي.", "هاجم") is None


def test_what_stands_behind_goes_first() -> None:
    """Of a weapon before and one behind a trigger the one behind is taken."""
    assert weapon("بعد سقوط قذائف على البلدة قصف الجيش التلال بالصواريخ.", "قصف") == "الصواريخ"


def test_marks_and_tatweel_stay_in_the_span() -> None:
    """Diacritics and tatweel move no offset, and the particle stays outside."""
    assert weapon("قصف الجيش البلدة بِالصـــواريخِ ليلا.", "قصف") == "الصـــواريخِ"


@pytest.mark.parametrize("text", ["", "، .", "بالمدفعية"])
def test_a_text_without_a_clause_has_at_most_its_own_weapon(text: str) -> None:
    """A text of no words names no weapon and raises nothing."""
    found = weapon_for(replace(read_document(text), triggers=()), 0)
    assert (found is None) == (text != "بالمدفعية")


def test_a_weapon_is_that_of_the_deed_beside_it() -> None:
    """A weapon before another deed, or behind the next one, is not a deed's own."""
    text = "بالدبابات قصف الجيش البلدة وهاجم المسلحون حاجزا بالصواريخ."
    assert weapon(text, "قصف", "هاجم") == "الدبابات" and weapon(text, "هاجم", "قصف") == "الصواريخ"
    assert weapon("بالدبابات قصف الجيش البلدة وهاجم المسلحون حاجزا.", "هاجم", "قصف") is None
