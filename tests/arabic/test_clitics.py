"""Attached particles and pronouns come off; what only looks like one is offered beside the whole word."""

import pytest

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


def test_pronouns_and_article() -> None:
    """A pronoun leaves its stem, with ta marbuta restored; the article comes off."""
    assert ("سيطره", "ها") in without_pronoun(fold_word("سيطرتها"))
    assert without_article("الجيش") == "جيش"
    assert "اهالي" in without_particles(fold_word("للأهالي"))
