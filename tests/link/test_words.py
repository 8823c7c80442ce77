"""Words of a sentence by their rarity."""

import pytest

from sijill.link.words import UNLISTED, stem, stems, weighed


@pytest.mark.parametrize("word", ["مدينه", "المدينه", "بالمدينه", "للمدينه", "والمدينه", "وبالمدينه", "ومدينه"])
def test_a_word_is_one_stem_with_article_and_particles(word: str) -> None:
    """Article, conjunction and preposition do not make another word."""
    assert stem(word) == "مدينه"


def test_letters_of_the_word_stay() -> None:
    """What only looks like a particle is part of a short word."""
    assert stem("وصل") == "وصل" and stem("الى") == "الى"


def test_numbers_and_marks_are_no_words() -> None:
    """Stems are of words of three letters or more; one that the table has not is rare."""
    assert stems("قتل 30 في المدينة، و12") == {"قتل", "مدينه"}
    assert weighed("زمردخيل") == {"زمردخيل": UNLISTED}
