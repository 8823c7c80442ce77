"""Words by class, as the tables beside words.tsv have them."""

import pytest

from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.extract.classed_words import ClassedWords


def of(word: str) -> frozenset[str]:
    return ClassedWords("undone_words.tsv").of(key(fold_word(word)))


def test_a_word_is_of_all_its_classes() -> None:
    """"He seeks" awaits a deed; a word of no class is of none."""
    assert "awaits" in of("سعى")
    assert of("قصفت") == frozenset()


@pytest.mark.parametrize("word", ["وربما", "ربما"])
def test_particles_are_no_part_of_it(word: str) -> None:
    """"And perhaps" is of the class of "perhaps"."""
    assert "maybe" in of(word)


def test_a_class_that_is_not_there_is_an_error() -> None:
    """A name that no row has is a fault of the program, not a word that is of no class."""
    with pytest.raises(KeyError):
        ClassedWords("undone_words.tsv").has("ربما", "no such class")
