"""Errors carry their facts, survive pickling, and have codes that the reference explains."""

import importlib
import pathlib
import pickle
import pkgutil
import re

import pytest

import sijill
from sijill.errors import ArticleRejected, DataError, InputError, RecordError, SijillError


@pytest.mark.parametrize("kind", [SijillError, DataError, InputError, ArticleRejected, RecordError])
def test_an_error_survives_pickling(kind: type[SijillError]) -> None:
    """An error pickled in one process is the same error in another."""
    error = kind("what", where="where", next_step="next")
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert str(back) == str(error) == f"[{kind.code}] what (in where). next"


def kinds_of(kind: type[SijillError]) -> list[type[SijillError]]:
    """A class of errors and all below it."""
    return [kind, *(one for below in kind.__subclasses__() for one in kinds_of(below))]


def test_every_code_is_of_one_error_and_explained() -> None:
    """No two errors share a code, and the reference explains each code that a user can meet, and no other."""
    for module in pkgutil.walk_packages(sijill.__path__, "sijill."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
    codes = [kind.code for kind in kinds_of(SijillError) if kind.__module__.startswith("sijill.")]
    assert len(codes) == len(set(codes))
    reference = pathlib.Path(__file__).resolve().parent.parent / "docs" / "reference.md"
    # the roots of all errors and of all rejections are never raised themselves
    assert set(re.findall(r"`(E\d{3})`", reference.read_text("utf-8"))) == set(codes) - {"E000", "E300"}
