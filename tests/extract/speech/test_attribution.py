import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.extract.speech.attribution import attribute
from sijill.extract.speech.speakers import find_speakers


def chain(text: str, trigger: str) -> list[str]:
    tokens = tokenize(text)
    document = find_speakers(Document(text, "d", tokens=tokens, sentences=split_sentences(text, tokens)))
    return [text[s.start:s.end] for s in attribute(document, text.index(trigger))]


def test_outermost_first() -> None:
    """The body that quotes comes before the one it quotes."""
    text = "نقلت وكالة رويترز عن مسؤول محلي أن انفجارا هز الجسر."
    assert chain(text, "انفجارا") == ["وكالة رويترز", "مسؤول محلي"]


def test_source_of_the_sentence_stands_outside() -> None:
    """A source hung on the sentence comes before the speaker within it."""
    text = "قال قائد الجيش الليبي إن قواته صدت هجوما، بحسب وكالة رويترز."
    assert chain(text, "هجوما")[0] == "وكالة رويترز"


def test_publisher_of_a_statement_stands_outside() -> None:
    """A news body that carried a statement comes before whoever made it, though named after."""
    text = "وقالت وزارة الدفاع الروسية في بيان نشرته وكالة سبوتنيك إن قصفا طال القاعدة."
    assert chain(text, "قصفا") == ["وكالة سبوتنيك", "وزارة الدفاع الروسية"]


def test_untold_event_has_no_chain() -> None:
    """An event in a sentence of the outlet's own has an empty chain, even after a speaker's sentence."""
    text = "قال مصدر طبي إن سبعة قتلوا. وتشهد المدينة اشتباكات منذ أسبوع."
    assert chain(text, "اشتباكات") == []


def test_needs_speakers() -> None:
    """Attribution refuses a document whose speakers have not been found."""
    with pytest.raises(ValueError, match="speakers"):
        attribute(Document("نص", "d"), 0)
