"""What speaks for a word's telling an event: the words before it, and how full its phrase is."""

import datetime as dt

import pytest

from sijill.extract.choosing.choice import names
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.triggers.candidates import propose
from sijill.extract.triggers.features import Features
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


@pytest.mark.parametrize(
    ("text", "word", "full"),
    [
        ("تزامن ذلك مع عودة الأهالي إلى مدينة القائم.", "عودة", "doer=True&goal=True"),
        ("تزامن ذلك مع عودة الأهالي.", "عودة", "doer=True&goal=False"),
        ("تزامن ذلك مع هجوم على مدينة القائم.", "هجوم", "doer=False&goal=True"),
    ],
)
def test_a_phrase_is_as_full_as_its_doer_and_place(text: str, word: str, full: str) -> None:
    """A doer right behind a verbal noun, and the place that a preposition then leads to, are both told."""
    form = next(f for f in said_of(text, word) if f.startswith("doer=") and "&f=" in f)
    assert form.startswith(full)


def test_a_time_behind_a_word_dates_it() -> None:
    """A date in the words behind a candidate is told of it; one in the sentence before is not."""
    assert any(f.startswith("dated=True") for f in said_of("أعلن التنظيم غزوة على البلدة في 12 أيار.", "غزوة"))
    assert not any(f.startswith("dated=True") for f in said_of("وصل في 12 أيار. ثم أعلن غزوة على البلدة.", "غزوة"))
