"""Tokens and sentences stand in the raw text, in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.arabic.folding import fold, fold_word
from sijill.arabic.tokens import closed, split_sentences, tokenize


def norms(text: str) -> list[str]:
    return [t.norm for t in tokenize(text)]


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, tokenize(text))]


def test_words_numbers_and_marks() -> None:
    """Words, numbers of every digit set, Latin words and marks are tokens of their kind."""
    assert [(t.norm, t.kind) for t in tokenize("قتل ٣ و1,200 في CNN.")] == [
        ("قتل", "word"), ("3", "number"), ("و", "word"), ("1,200", "number"), ("في", "word"), ("cnn", "latin"),
        (".", "mark")]


def test_letters_parted_to_dodge_filters_are_one_word() -> None:
    """A word broken by tatweel and spaces is one token over the whole stretch."""
    text = "قـ ـتـ ـل مدني"
    (first, second) = tokenize(text)
    assert first.norm == "قتل"
    assert text[first.start : first.end] == "قـ ـتـ ـل"
    assert second.norm == "مدني"


@pytest.mark.parametrize("word", ["غـ .ـارات", "غـ. ـارات", "غـ.ـارات", "غـ\u00a0.ـارات"])
def test_letters_parted_by_a_point_are_one_word(word: str) -> None:
    """A point between two tatweels parts no word, with a space beside it or without."""
    tokens = tokenize(f"شنت {word} عنيفة")
    assert [t.norm for t in tokens] == ["شنت", "غارات", "عنيفه"]
    assert (tokens[1].start, tokens[1].end) == (4, 4 + len(word))


def test_a_point_beside_one_tatweel_parts_two_words() -> None:
    """Where only one side of a point has a tatweel, or two points stand there, a word ends."""
    assert norms("غار .ـات") == ["غار", ".", "ات"]
    assert norms("سنة 1444 هـ. ثم") == ["سنه", "1444", "ه", ".", "ثم"]
    assert norms("هـ..ـو") == ["ه", ".", ".", "و"]


def test_words_with_tatweel_beside_others_stay_apart() -> None:
    """Tatweel inside a word does not join it to the next one."""
    assert norms("قـــتل مدني") == ["قتل", "مدني"]


def test_sentences_end_at_stops_and_lines() -> None:
    """A full stop, question mark, semicolon or line break ends a sentence; a decimal point does not."""
    assert sentences("قصف الجيش البلدة. انسحب؟ نعم؛ عاد\nثم ذهب 3.5 كم.") == [
        "قصف الجيش البلدة.", "انسحب؟", "نعم؛", "عاد", "ثم ذهب 3.5 كم."]


def test_an_initial_does_not_end_a_sentence() -> None:
    """A one-letter abbreviation is no end."""
    assert sentences("قالت وكالة د.ب.أ إن الجيش انسحب.") == ["قالت وكالة د.ب.أ إن الجيش انسحب."]


@pytest.mark.parametrize("text", [
    "قال: «انسحبنا». ثم عاد.", "قصفوا المعسكر (شرق البلدة). ثم انسحبوا.", "قتل منهم 7. ثم انسحبوا."])
def test_a_stop_behind_a_quote_bracket_or_digit_ends_a_sentence(text: str) -> None:
    """A mark or a digit before a full stop is no initial."""
    assert len(sentences(text)) == 2


def test_the_number_of_an_entry_is_no_sentence() -> None:
    """The stop behind a number that opens a sentence counts an entry of a list."""
    assert sentences("1. قصفوا البلدة\n12. انسحبوا منها") == ["1. قصفوا البلدة", "12. انسحبوا منها"]


def test_marks_belong_to_their_word() -> None:
    """Diacritics and tatweel lie in the token, direction marks between tokens."""
    text = "قُصِفَتِ \u202bالبَلـــدة\u202c."
    assert [text[t.start : t.end] for t in tokenize(text)] == ["قُصِفَتِ", "البَلـــدة", "."]
    assert norms(text) == ["قصفت", "البلده", "."]


def test_a_name_with_stops_does_not_end_a_sentence() -> None:
    """A site's name and the spelt-out letters of an abbreviation hold together, two sentences do not."""
    for text in ("قال مراسل البلد.نت إن الجسر دمر", "نقلت شبكة سي.إن.إن ذلك"):
        assert len(split_sentences(text, tokenize(text))) == 1
    assert len(split_sentences("دمر الجسر.وقال شاهد ذلك", tokenize("دمر الجسر.وقال شاهد ذلك"))) == 2


def test_sentence_takes_its_closing_quote() -> None:
    """A quote or bracket that closes behind the full stop ends with the sentence."""
    assert sentences("قال: «انسحبنا.» ثم عاد.") == ["قال: «انسحبنا.»", "ثم عاد."]


def test_a_text_without_stops_is_parted() -> None:
    """No sentence is longer than 500 tokens: it is parted behind the last comma of its second half, or at its end."""
    listed = split_sentences("", tokenize("قصف الجيش البلدة أمس، " * 150))
    assert [(s.first, s.last) for s in listed] == [(0, 500), (500, 750)]
    listed = split_sentences("", tokenize("قصف الجيش البلدة فجر أمس الأحد، " * 100))
    assert [(s.first, s.last) for s in listed] == [(0, 497), (497, 700)]
    assert [(s.first, s.last) for s in split_sentences("", tokenize("قصف " * 1100))] == [
        (0, 500), (500, 1000), (1000, 1100)]
    late, early = "قصف " * 260 + "، " + "قصف " * 400, "قصف " * 200 + "، " + "قصف " * 400
    assert [s.last for s in split_sentences("", tokenize(late))] == [261, 661]
    assert [s.last for s in split_sentences("", tokenize(early))] == [500, 601]


def test_an_empty_text_has_nothing() -> None:
    """Space and direction marks alone are neither tokens nor sentences."""
    assert tokenize(" \n\u200f\ufeff ") == ()
    assert split_sentences("", ()) == ()


@given(st.one_of(st.text(alphabet=st.sampled_from("قصفوالجيش .،؟\n«»12ًـ\u200fab"), max_size=80),
                 st.text(max_size=80)))
def test_sentences_part_the_tokens(text: str) -> None:
    """Every token lies in the text, after the one before, and in exactly one sentence."""
    tokens = tokenize(text)
    for token, following in zip(tokens, tokens[1:], strict=False):
        assert 0 <= token.start < token.end <= following.start
    for token in tokens:
        assert token.end <= len(text)
        assert token.norm and token.key
    covered = [i for s in split_sentences(text, tokens) for i in range(s.first, s.last)]
    assert covered == list(range(len(tokens)))


@given(st.one_of(st.text(alphabet=st.sampled_from("قصفوالجيش .،؟\n«»12٣ًـ\u200f\u200babé中"), max_size=80),
                 st.text(max_size=80)))
def test_no_letter_lies_between_tokens(text: str) -> None:
    """What stands between tokens is white space, or marks that folding drops; a token is its span, folded."""
    at = 0
    for token in (*tokenize(text), None):
        between = text[at : token.start if token else len(text)]
        assert not fold(between).text.replace("\u200b", "").strip(), between
        if token:
            raw = text[token.start : token.end]
            assert token.norm == (raw.lower() if token.kind == "latin" else fold_word(raw))
            at = token.end


@pytest.mark.parametrize(("text", "count"), [
    ("قالت قوات U.S. إنها انسحبت.", 1), ("وصل د. سمير إلى البلدة.", 1), ("قالت قوات us. ثم انسحبت.", 2),
    ("1. قصفوا البلدة.", 1), ("12. قصفوا البلدة.", 1), ("قتل 7. ثم انسحبوا.", 2), ("قتل 12. ثم انسحبوا.", 2),
    ("قالوا. 12. قصفوا البلدة.", 2),
])
def test_one_letter_of_any_script_is_an_initial_and_a_number_only_at_the_front(text: str, count: int) -> None:
    """A stop behind one Latin or Arabic letter, or a number that opens a sentence, ends none; behind more it does."""
    assert len(sentences(text)) == count


@pytest.mark.parametrize(("letters", "kind"), [(40, "word"), (41, "mark"), (20_000, "mark")])
def test_a_word_without_end_is_no_word(letters: int, kind: str) -> None:
    """A run of more letters than any word has is no word, so that no name is made of it."""
    assert [t.kind for t in tokenize("ب" * letters)] == [kind]


@pytest.mark.parametrize(("text", "inner", "outer"), [
    ('هاجم تنظيم "النصر" البلدة', 'تنظيم "النصر', 'تنظيم "النصر"'),
    ("هاجم تنظيم «النصر» البلدة", "تنظيم «النصر", "تنظيم «النصر»"),
    # both halves, neither, one that stands far off, or one before the span
    ("هاجم تنظيم «النصر» البلدة", "تنظيم «النصر»", "تنظيم «النصر»"),
    ("هاجمت «النصر» البلدة", "النصر", "النصر"),
    ('هاجم تنظيم "النصر العظيم" البلدة', 'تنظيم "النصر', 'تنظيم "النصر'),
    ("هاجمت «ألوية النصر» الشمالية", "ألوية النصر» الشمالية", "ألوية النصر» الشمالية"),
    ('هاجمت "النصر" البلدة', "النصر", "النصر"),
])
def test_an_open_quote_is_closed(text: str, inner: str, outer: str) -> None:
    """A span that holds an opening quote takes the closing one right behind it, and nothing else."""
    start = text.index(inner)
    assert text[start : closed(text, start, start + len(inner))] == outer


def test_a_point_behind_tatweel_parts_no_word() -> None:
    """A full stop between tatweel and a letter is within a word; behind a letter, or before a space, it is not."""
    text = "قـ.صف المـ.دفعـ.ية هـ. ثم قصف.ية"
    assert norms(text) == ["قصف", "المدفعيه", "ه", ".", "ثم", "قصف", ".", "يه"]
    assert text[tokenize(text)[1].start : tokenize(text)[1].end] == "المـ.دفعـ.ية"
