"""The house keeps its rules."""

import ast
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "sijill"
ARABIC = re.compile("[\u0620-\u064a]")
# the alphabet's own mechanics: letters that are attached, folded, inflected or read as numerals
LETTERS_ALLOWED = "arabic"
MODULES = sorted(p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts)


def words_of_code(path: pathlib.Path) -> list[str]:
    """The string constants of a module that are not docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = {
        id(n.body[0].value)
        for n in ast.walk(tree)
        if isinstance(n, (ast.Module, ast.ClassDef, ast.FunctionDef)) and n.body and isinstance(n.body[0], ast.Expr)
    }
    return [
        n.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in documented
    ]


def test_code_holds_no_arabic_words() -> None:
    """Outside the arabic room no string of the code holds an Arabic word of more than two letters."""
    for path in MODULES:
        if path.parent.name == LETTERS_ALLOWED:
            continue
        for text in words_of_code(path):
            # vowel signs are no break within a word
            for word in re.findall(r"[\u0620-\u064a]+", re.sub(r"[\u064b-\u0652\u0670]", "", text)):
                assert len(word) <= 2, f"{path.relative_to(ROOT)}: {word}"


def test_modules_are_readable_in_one_sitting() -> None:
    """No module is longer than 400 lines."""
    for path in MODULES:
        assert len(path.read_text("utf-8").splitlines()) <= 400, path.relative_to(ROOT)


def test_every_module_and_public_function_says_what_it_is_for() -> None:
    """Every module, and every public class and function at its top level, has a docstring."""
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree), path
        if path.parent.name == "cli" and path.name == "__init__.py":
            continue  # commands are described by the help that they print
        for node in tree.body:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path}: {node.name}"


def test_no_room_has_a_drawer_for_a_name() -> None:
    """No module or room is called utils, helpers, common, base or core."""
    names = {p.stem for p in SOURCE.rglob("*.py")} | {p.name for p in SOURCE.rglob("*") if p.is_dir()}
    assert names.isdisjoint({"utils", "helpers", "common", "base", "core"})


def test_tests_of_the_rooms_of_extract_stand_where_their_modules_do() -> None:
    """A file of tests in a room's folder is called after a module of that room."""
    tests = sorted((ROOT / "tests" / "extract").glob("*/test_*.py"))
    assert tests
    for path in tests:
        assert (SOURCE / "extract" / path.parent.name / path.name.removeprefix("test_")).is_file(), path
