"""Words by class, as the tables beside words.tsv have them."""

import ast
import pathlib

import pytest

import sijill
from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.extract.tables.classed_words import ClassedWords, classed, together


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


def test_several_tables_at_once_say_what_each_says() -> None:
    """Of "he seeks", which awaits a deed, and "on" each table's classes are found together, in the order of words."""
    names = ("undone_words.tsv", "taking_words.tsv")
    forms = [key(fold_word(word)) for word in ("سعى", "على", "سعى")]
    assert together(*names).of_each(forms) == [[classed(name).of(form) for form in forms] for name in names]


def test_every_class_that_is_asked_for_is_there() -> None:
    """What the code asks of a word in a text is a class that the table has: a misspelt one would be of no word."""
    tables = {"is_word": "taking_words.tsv", "undone._is": "undone_words.tsv", "no_event._is": "no_event_words.tsv"}
    asked: set[tuple[str, str]] = set()
    for source in (pathlib.Path(sijill.__file__).parent / "extract").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                table = tables.get(node.func.id) or tables.get(f"{source.stem}.{node.func.id}")
                name = node.args[-1]
                if table and isinstance(name, ast.Constant):
                    asked.add((table, name.value))
    assert len(asked) > 100
    assert not [one for one in asked if one[1] not in classed(one[0]).names]
