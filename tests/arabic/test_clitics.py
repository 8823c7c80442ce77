"""Attached particles and pronouns come off; what only looks like one is offered beside the whole word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.arabic.clitics import key, readings, without_article, without_particles, without_pronoun
from sijill.arabic.folding import fold_word


def bases(word: str) -> set[tuple[str, str]]:
    return {(r.particles, r.base) for r in readings(fold_word(word))}


@pytest.mark.parametrize(
    ("word", "particles", "base"),
    [
        ("والجيش", "و", "الجيش"),
        ("فقصفت", "ف", "قصفت"),
        ("بالمدفعية", "ب", "المدفعيه"),
        ("للجيش", "ل", "الجيش"),
        ("وللجيش", "ول", "الجيش"),
        ("للواء", "ل", "اللواء"),
        ("وللاجئين", "ول", "اللاجيين"),
        ("للبنان", "ل", "لبنان"),
        ("كقاعدة", "ك", "قاعده"),
        ("سينسحب", "س", "ينسحب"),
        ("وسينسحبون", "وس", "ينسحبون"),
        ("هجوما", "", "هجوم"),
    ],
)
def test_particles_come_off(word: str, particles: str, base: str) -> None:
    """Each attached particle is split from the word that carries it."""
    assert (particles, base) in bases(word)


@pytest.mark.parametrize("word", ["وزير", "بلدة", "لواء", "كتيبة", "فصائل", "سلاح"])
def test_the_whole_word_comes_first(word: str) -> None:
    """A word that only begins like a particle is read whole first."""
    assert readings(fold_word(word))[0].base == fold_word(word)


def test_no_future_before_a_noun() -> None:
    """The future particle comes off verbs only."""
    assert all("س" not in particles for particles, _ in bases("سلاح"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("مقاتلون", "مقاتلين"), ("مقاتلو", "مقاتلي"), ("الحوثيون", "الحوثيين"), ("جنديان", "جنديين"),
     ("غارتان", "غارتين")],
)
def test_cases_share_a_key(one: str, other: str) -> None:
    """Nominative and oblique plurals and duals, and their constructs, are looked up alike."""
    assert key(fold_word(one)) == key(fold_word(other))


@pytest.mark.parametrize("word", ["طيران", "إيران", "السودان", "أبو"])
def test_names_keep_their_ending(word: str) -> None:
    """A name that ends like a dual or a construct keeps its letters, or changes with all its occurrences."""
    assert key(fold_word(word)) in {fold_word(word), fold_word(word)[:-2] + "ين"}


@pytest.mark.parametrize("word", ["المليشيات", "الميلشيات", "الميليشات", "المليشات", "الميلشات"])
def test_militias_are_spelled_in_many_ways(word: str) -> None:
    """The foreign word for a militia has one key however it is spelled; other words with its letters keep theirs."""
    assert key(fold_word(word)) == "الميليشيات"
    assert key("ملشاه") == "ملشاه"
    assert key("المليشي") == "المليشي"


def test_an_article_one_letter_and_an_ending_are_no_plural() -> None:
    """Provisions are no Germans: neither "ألمان" nor "المؤن" ends in a plural or dual."""
    assert [key(fold_word(word)) for word in ("ألمان", "المؤن")] == ["المان", "المون"]


def test_pronouns_and_article() -> None:
    """A pronoun leaves its stem, with ta marbuta restored; the article comes off."""
    assert ("سيطره", "ها") in without_pronoun(fold_word("سيطرتها"))
    assert without_article("الجيش") == "جيش"
    assert "اهالي" in without_particles(fold_word("للأهالي"))


@pytest.mark.parametrize(
    ("word", "stem", "pronoun"),
    [("قواته", "قوات", "ه"), ("مواقعهم", "مواقع", "هم"), ("قريتنا", "قريه", "نا"), ("بلدتهما", "بلده", "هما"),
     ("مستشفاها", "مستشفي", "ها"), ("مقاتلوه", "مقاتلوا", "ه"), ("إجلاؤهم", "اجلاء", "هم"),
     ("إلقائها", "القاء", "ها")],
)
def test_each_pronoun_leaves_its_stem(word: str, stem: str, pronoun: str) -> None:
    """An attached pronoun is split off, and the ending that it changed is restored."""
    assert (stem, pronoun) in without_pronoun(fold_word(word))


STEMS = st.text(alphabet=st.sampled_from("بتجحدرسشصعفقكلمنهوياة"), min_size=3, max_size=8)


@given(STEMS, st.sampled_from(("", "و", "ف")), st.sampled_from(("", "ب", "ل", "ك")), st.booleans())
def test_what_is_put_before_a_word_comes_off_again(stem: str, first: str, second: str, article: bool) -> None:
    """A word behind a conjunction, a preposition and the article has a reading as these and itself."""
    word = fold_word(stem)
    bare = "ال" + word if article else word
    written = "لل" + word if article and second == "ل" else second + bare
    assert (first + second, bare) in bases(first + written)
    assert without_article("ال" + word) == word


@given(STEMS, st.sampled_from(("ها", "هم", "هن", "نا", "كم", "هما", "كما", "ه", "ي", "ك")))
def test_a_pronoun_put_behind_a_word_comes_off_again(stem: str, pronoun: str) -> None:
    """A word with a pronoun has a reading as both, also where the pronoun opens its ta marbuta."""
    written = stem[:-1] + "ت" if stem.endswith("ة") else stem
    assert (fold_word(stem), pronoun) in without_pronoun(fold_word(written + pronoun))


@pytest.mark.parametrize("word", ["ه", "له", "بها"])
def test_a_pronoun_needs_a_stem(word: str) -> None:
    """A particle of one letter with its pronoun is no stem with a pronoun."""
    assert all(len(stem) >= 2 for stem, _ in without_pronoun(word))


@pytest.mark.parametrize("word", ["الف", "ال"])
def test_a_short_word_is_not_all_article(word: str) -> None:
    """Two letters and no more behind what looks like an article stay with it."""
    assert without_article(word) == word


@given(st.text(alphabet=st.sampled_from("وفبلكسايتنصرة"), min_size=1, max_size=12))
def test_a_reading_is_the_end_of_its_word(word: str) -> None:
    """Every reading leaves something, cut off where its particles end; the whole word is the first."""
    whole = fold_word(word)
    found = readings(whole)
    assert (found[0].particles, found[0].base, found[0].cut) == ("", whole, 0)
    for reading in found:
        assert reading.base
        assert reading.cut < len(whole)
        tail = whole[reading.cut :]
        swallowed = ("ا" + tail[1:], "ا" + tail)
        assert tail.endswith(reading.base) or tail[:-1] == reading.base or any(
            form in (reading.base, reading.base + "ا") for form in swallowed)
