"""The trigger lexicon reads inflected words as the lemmas that tell events."""

from unittest import mock

import pytest

from sijill.arabic.folding import fold_word
from sijill.arabic.tokens import tokenize
from sijill.errors import DataError
from sijill.extract.tables import lexicon as lexicon_module
from sijill.extract.tables.lexicon import Lexicon, _inflections, event_types, is_object, lexicon, word_classes


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("قصفت", "قصف", "perfect"),
        ("وقصفوا", "قصف", "perfect"),
        ("يقصفون", "قصف", "imperfect"),
        ("القصف", "قصف", "noun"),
        ("بقصفها", "قصف", "noun"),
        ("انسحبوا", "انسحب", "perfect"),
        ("ستنسحب", "انسحب", "imperfect"),
        ("ستسلم", "سلّم.1", "imperfect"),
        ("اشتباكاتٍ", "اشتبك", "noun"),
        ("هجوماً", "هجوم", "noun"),
        ("هجومـــاً", "هجوم", "noun"),
        ("استولى", "استولى", "perfect"),
        ("استولت", "استولى", "perfect"),
        ("التقى", "التقى", "perfect"),
        ("والتقت", "التقى", "perfect"),
        ("ألقته", "ألقى.1", "perfect"),
        ("بإلقاء", "ألقى.1", "noun"),
        ("التحقوا", "التحق", "perfect"),
        ("إجلاؤهم", "أجلى", "noun"),
        ("استيلائها", "استولى", "noun"),
        ("ليقتحم", "اقتحم", "imperfect"),
        ("وفر", "فر", "perfect"),
        ("بفك", "فك.1", "noun"),
        ("حوصروا", "حاصر.1", "perfect"),
        ("استعمل", "استخدم.1", "perfect"),
    ],
)
def test_inflected_forms_reach_their_lemma(word: str, lemma: str, form: str) -> None:
    """An inflected, prefixed or vocalised word is read as its lemma in its form."""
    hit = lexicon().hit(fold_word(word))
    assert hit is not None
    assert lemma in {m.name for m in hit.lemmas}
    assert hit.form == form


@pytest.mark.parametrize("word", ["مدرسة", "كتاب", "الوزير", "عدن", "اجتماعي", "بشكل", "القوات", "القوة", "القاهرة",
                                  "القاعدة", "الغاية", "لقصفت"])
def test_other_words_are_no_triggers(word: str) -> None:
    """A word that tells no event of the ontology is not in the lexicon."""
    assert lexicon().hit(fold_word(word)) is None


def test_every_type_of_the_lexicon_is_in_the_ontology() -> None:
    """Every lemma tells at least one sub-event type; a row of a type that the ontology does not have is refused."""
    assert len(event_types()) == 29
    assert all(lemma.types for lemma in lexicon().by_name.values())
    with mock.patch.object(lexicon_module, "event_types", dict), pytest.raises(DataError, match="ontology"):
        Lexicon()


def test_every_type_can_be_told() -> None:
    """Each sub-event type of the ontology is told by some lemma or turned to by some context word."""
    told = {t for lemma in lexicon().by_name.values() for t in lemma.types}
    assert told == set(event_types())


def test_word_classes_hold_phrases_of_two_words() -> None:
    """A phrase of words.tsv is found across its words, and a lone half of it is not."""
    found = {group for *_, groups in word_classes().scan(tokenize("من دون خسائر")) for group in groups}
    assert "negation" in found


def test_a_form_of_two_words_is_refused() -> None:
    """A row of two words, which no word of a text could meet, is no part of the lexicon."""
    row = dict.fromkeys(("perfect", "imperfect", "irregular", "participles"), "") | {"lemma": "x", "nouns": "أمر إخلاء"}
    with pytest.raises(DataError, match="one word"):
        _inflections(row)


def test_an_object_is_spelled_like_the_dual_of_its_verb() -> None:
    """A verbal noun like its verb is an object where the dual is spelled so; other duals, and bare words, are none."""
    assert is_object("قصفا") and is_object("وقمعا")
    assert not any(is_object(word) for word in ("قصف", "انسحبا", "هجوما", "كلاما"))
