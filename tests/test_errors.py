"""Errors carry their facts and survive pickling."""

import pickle

import pytest

from sijill.errors import ArticleRejected, DataError, InputError, RecordError, SijillError


@pytest.mark.parametrize("kind", [SijillError, DataError, InputError, ArticleRejected, RecordError])
def test_an_error_survives_pickling(kind: type[SijillError]) -> None:
    """An error pickled in one process is the same error in another."""
    error = kind("what", where="where", next_step="next")
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert str(back) == str(error) == f"[{kind.code}] what (in where). next"
