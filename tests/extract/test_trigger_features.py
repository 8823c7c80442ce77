"""What speaks for a word's telling an event: the words before it that colour it."""

import datetime as dt

import pytest

from sijill.extract.candidates import propose
from sijill.extract.choice import names
from sijill.extract.reference import resolve
from sijill.extract.trigger_features import Features
from sijill.extract.view import View
from sijill.pipeline import read_document


def said_of(text: str, word: str) -> set[str]:
    """The names of the features that speak for or against a word's telling anything."""
    document = read_document(text, published=dt.date(2019, 5, 6))
    view = View(document, resolve(document))
    found = propose(view)
    (number,) = [n for n, c in enumerate(found) if text[view.tokens[c.token].start : view.tokens[c.token].end] == word]
    _, described = Features(view, found).options(number)[0]
    return set(names(described))


@pytest.mark.parametrize("subject", ["الجيش", 'مقاتلو "وحدات حماية الشعب" الكردية'])
def test_a_side_between_counts_as_one_word(subject: str) -> None:
    """A verb of managing is as near to its deed over a long name as over a short one."""
    assert "b:light=3" in said_of(f"نجح {subject} في السيطرة على بلدة الكرمة.", "السيطرة")


def test_a_verb_of_managing_too_far_away_says_nothing() -> None:
    """Words other than one side's name part a verb from what it governs."""
    far = "نجح الوسيط المحلي بعد جولات طويلة من النقاش في منع السيطرة على بلدة الكرمة."
    assert not {f for f in said_of(far, "السيطرة") if f.startswith("b:light")}
