"""Words are found however they are spelt and whatever is attached to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.arabic.index_words import attached_forms, index_words, query_terms

WORDS = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآئؤءـَُِّْ", min_size=3, max_size=12)


@pytest.mark.parametrize(("query", "told"), [
    ("هاون", "بقذائف الهاون"), ("هاون", "وهاون"), ("المدنيون", "للمدنيين"), ("دوما", "بدوما"), ("هجوم", "هجوماً"),
    ("مدينة", "وبالمدينة"), ("قوات", "لقوات"), ("عفرين", "عفرينَ"), ("SDF", "sdf"), ("1000", "١٬٠٠٠"), ("3.5", "٣٫٥")])
def test_a_word_is_found_behind_what_is_attached(query: str, told: str) -> None:
    """The forms of a word hold the one that the text has."""
    ((form,),) = query_terms(query)
    assert {word.form for word in index_words(told)} & set(attached_forms(form))


@pytest.mark.parametrize(("query", "told"), [("دوما", "دومة الجندل"), ("لله", "والي"), ("حلب", "حليب"), ("12", "112")])
def test_another_word_is_not_found(query: str, told: str) -> None:
    """A word that only looks like it is another."""
    ((form,),) = query_terms(query)
    assert not {word.form for word in index_words(told)} & set(attached_forms(form))


def test_quotes_make_phrases() -> None:
    """Words in quotes of any kind are one term, the others a term each; a quote left open reaches to the end."""
    assert query_terms('«مدينة دوما» قصف') == (("مدينه", "دوما"), ("قصف",))
    assert query_terms('قصف "مدينة دوما') == (("قصف",), ("مدينه", "دوما"))
    assert query_terms('""" ، "') == ()


@given(WORDS)
def test_a_word_is_found_by_itself(word: str) -> None:
    """Every word finds the text that holds it."""
    for (form,) in query_terms(word):
        assert form in {one.form for one in index_words(f"قال {word} أمس")}


@given(st.text(max_size=60))
def test_offsets_are_those_of_the_raw_text(text: str) -> None:
    """Words come in order, and none is empty, nor holds a space or an ASCII mark that an index would part it by."""
    at = 0
    for word in index_words(text):
        assert at <= word.start < word.end <= len(text) and word.form
        assert all(not char.isspace() and (char.isalnum() or not char.isascii()) for char in word.form)
        at = word.end
