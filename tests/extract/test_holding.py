"""Standing claims: which words are asked who holds what."""

import json
from importlib.resources import files

import pytest

from sijill.extract.holding import _Holding
from sijill.extract.keeping import keeps, kept
from sijill.extract.reference import resolve
from sijill.extract.view import View
from sijill.pipeline import read_document

DEMO = [json.loads(line)["text"] for line in files("sijill").joinpath(
    "_data/demo/hasakah-2015.jsonl").read_text("utf-8").splitlines()]
TELLING = (
    "يسيطر تنظيم داعش على بلدة هجين وقرية السوسة.",
    "تخضع بلدة هجين لسيطرة تنظيم داعش.",
    "قصفت الطائرات مواقع في بلدة هجين التي يسيطر عليها تنظيم داعش.",
    "دارت معارك في بلدة هجين الواقعة تحت سيطرة تنظيم داعش.",
    "قصفت الطائرات بلدة هجين التي استولى عليها تنظيم داعش قبل عام.",
    "يحتفظ تنظيم داعش ببلدة هجين.",
    "ما زال تنظيم داعش متحصنا في بلدة هجين.",
    "لم يبق لتنظيم داعش سوى بلدة هجين.",
    "أصبحت بلدة هجين خالية من تنظيم داعش.",
)


def _view(text: str) -> View:
    document = read_document(text)
    return View(document, resolve(document))


@pytest.mark.parametrize("text", [*TELLING, *DEMO])
def test_no_word_that_tells_is_left_unasked(text: str) -> None:
    """Every word of which something of holding or keeping is read is one that may tell it."""
    view = _view(text)
    holding = _Holding(view)
    for at in range(len(view.tokens)):
        if holding.said(at, False) or holding.said(at, True):
            assert holding.may_tell(at), view.tokens[at].norm
        if kept(view, at) is not None or holding.keeps(at) != (None, None):
            assert holding.may_tell(at) and keeps(view, at), view.tokens[at].norm


@pytest.mark.parametrize("text", TELLING)
def test_a_sentence_of_holding_has_a_word_that_tells(text: str) -> None:
    """Of each of these sentences something is read: the test above asks of no empty set."""
    view = _view(text)
    holding = _Holding(view)
    assert any(holding.said(at, False) or kept(view, at) for at in range(len(view.tokens)))


def test_most_words_are_not_asked() -> None:
    """A name, a preposition and a place say nothing of holding and are passed over."""
    view = _view("يسيطر تنظيم داعش على بلدة هجين.")
    asked = [view.tokens[at].norm for at in range(len(view.tokens)) if _Holding(view).may_tell(at)]
    assert asked == ["يسيطر"]
