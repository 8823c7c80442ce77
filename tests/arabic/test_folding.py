"""Folding gives one spelling and never loses its place in the raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.arabic.folding import fold, fold_word, is_marked_object, plain_letters, raw_offset

ARABIC = st.text(alphabet=st.sampled_from("اأإآٱبةتثىيئوؤءهکگی٠٣۴5ًٌَُِّْـ«»“”\u200f\u202b\ufeff ﻻﷲabc\n"), max_size=60)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("أحمد إبراهيم آمنة ٱلله", "احمد ابراهيم امنه الله"),
        ("مستشفى", "مستشفي"),
        ("قُصِفَتْ", "قصفت"),
        ("قـــصـــف", "قصف"),
        ("۱۲٣", "123"),
        ("«نص» “نص” „نص‟", '"نص" "نص" "نص"'),
        ("ﻻ", "لا"),
        ("مسؤول", "مسوول"),
        ("\u202bنص\u200f", "نص"),
    ],
)
def test_variants_fold_to_one_spelling(raw: str, folded: str) -> None:
    """Hamza, ya, ta marbuta, marks, tatweel, digits, quotes and presentation forms have one folded form."""
    assert fold(raw).text == folded


@given(st.one_of(ARABIC, st.text(max_size=60)))
def test_every_folded_letter_knows_its_raw_place(text: str) -> None:
    """Each folded character comes from the raw character at its offset, in order, within the text."""
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    assert list(folded.offsets) == sorted(folded.offsets)
    for at in range(len(folded.text)):
        start, end = folded.raw(at, at + 1)
        assert folded.text[at] in fold(text[start:end] or text[start : start + 1]).text


@given(st.one_of(ARABIC, st.text(max_size=60)), st.data())
def test_a_folded_span_folds_from_its_raw_span(text: str, data: st.DataObject) -> None:
    """The raw span of a folded span folds to it, where no ligature is cut."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.raw(start, end)
    assert 0 <= first <= last <= len(text)
    whole = all(n in (0, len(folded.text)) or folded.offsets[n] != folded.offsets[n - 1] for n in (start, end))
    if whole and start < end:
        assert fold(text[first:last]).text == folded.text[start:end]


@given(st.one_of(ARABIC, st.text(max_size=60)))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folding, and a folded word is too."""
    once = fold(text).text
    assert fold(once).text == once
    word = fold_word("".join(text.split()))
    assert word == fold_word(word) or word.endswith("ا")


@given(st.text(alphabet=st.sampled_from("قصفوالةيًَّـﻻ\u200f"), max_size=20), st.integers(0, 25))
def test_letters_of_a_word_lie_in_it(word: str, letters: int) -> None:
    """However many letters are counted off, the cut lies in the word, never behind them."""
    cut = raw_offset(word, letters)
    assert 0 <= cut <= len(word)
    assert len(fold(word[:cut]).text) <= letters


def test_tanwin_alef_goes_with_its_mark() -> None:
    """The alef that carries tanwin is no letter of the word; another final alef is."""
    assert fold_word("هجوماً") == fold_word("هجومًا") == "هجوم"
    assert fold_word("سوريا") == "سوريا"


@pytest.mark.parametrize(("word", "letters", "raw"), [("وَقصف", 1, 2), ("وـقصف", 1, 2), ("قصف", 0, 0), ("قصف", 9, 3),
                                                 ("ﻻ", 1, 0), ("وﻻ", 1, 1), ("ﻻم", 2, 1), ("وـ .ـقصف", 1, 5),
                                                 ("وقـ.ـصف", 2, 5)])
def test_letters_are_counted_in_the_raw_word(word: str, letters: int, raw: int) -> None:
    """So many folded letters are so many raw characters, marks and tatweel included."""
    assert raw_offset(word, letters) == raw


@pytest.mark.parametrize(("written", "word"), [("قـ .ـصـ ـف", "قصف"), ("2.5", "2.5"), ("كـ.ـمـ.ـين", "كمين")])
def test_what_parts_a_word_folds_away(written: str, word: str) -> None:
    """Points and spaces between tatweels are no part of a word; the point of a decimal number is."""
    assert fold_word(written) == word


MARKS = st.text(alphabet=st.sampled_from("\u064e\u0650\u0651\u0652\u0670ـ\u200f\u202b"), max_size=2)
SPELLINGS = {"ا": "اأإآٱ", "ي": "يىئی", "و": "وؤ", "ه": "هةہ", "ك": "كکڪ", "1": "1١۱"}


@given(st.text(alphabet=st.sampled_from("اويهكقصف1"), min_size=1, max_size=12), st.data())
def test_however_a_word_is_written_its_letters_are_found_in_it(word: str, data: st.DataObject) -> None:
    """Marks and other spellings fold away, and each folded letter leads back to the raw letter that it came from."""
    letters = [data.draw(st.sampled_from(SPELLINGS.get(letter, letter))) for letter in word]
    marks = [data.draw(MARKS) for _ in word]
    written = "".join(letter + mark for letter, mark in zip(letters, marks, strict=True))
    folded = fold(written)
    assert folded.text == word == fold_word(written)
    for at, (letter, mark) in enumerate(zip(letters, marks, strict=True)):
        start, end = folded.raw(at, at + 1)
        assert written[start:end] == letter + mark
        assert raw_offset(written, at) == start


@pytest.mark.parametrize(("written", "marked"), [
    ("مستوطناً", True), ("مستوطنًا", True), ("مستوطنا", False), ("ًا مستوطن", False),
])
def test_the_mark_of_an_object_ends_its_word(written: str, marked: bool) -> None:
    """The mark of an object, before its alif or behind it, is found where a word ends and nowhere else."""
    assert is_marked_object(written) is marked


def test_the_shapes_of_letters_are_the_letters() -> None:
    """A word written in the shapes that letters have within words is that word; other words stay as they are."""
    assert plain_letters("\ufecb\ufeaa\ufee5") == "عدن"
    assert plain_letters("عدن أبين") == "عدن أبين"


@pytest.mark.parametrize(("raw", "same"), [
    ("الطوارىء", "الطوارئ"), ("لاجىء", "لاجئ"), ("مخابىء", "مخابئ"), ("طارىءا", "طارئا"),
])
def test_a_hamza_behind_its_seat(raw: str, same: str) -> None:
    """A hamza that is written behind a ya without dots, at the end of a longer word, is the one upon it."""
    assert fold_word(raw) == fold_word(same)
    assert fold_word("شيء") == fold_word("شىء") != fold_word("شئ")
