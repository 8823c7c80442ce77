"""Whatever the text, coding raises nothing and every span is the text at its offsets."""

import json
import pathlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sijill
from sijill.documents import Document

REPORTS = [
    json.loads(line)["text"]
    for line in (pathlib.Path(sijill.__file__).parent / "_data" / "demo" / "hasakah-2015.jsonl")
    .read_text("utf-8")
    .splitlines()
]
INSERTS = [
    "\u064b",
    "\u0651",
    "\u0640",
    "\u0640 \u0640",
    "\u200f",
    "\u202b",
    "\u2067",
    "«",
    "»",
    '"',
    "(",
    "٣",
    "۴",
    "12",
    "2015-13-45",
    "😀",
    "abc",
    "שלום",
    "\n",
    "\n\n",
    "،",
    "؛",
    ".",
    " ",
    "\x00",
    "\ufeff",
    "ﻻ",
    "و",
    "ال",
    "لل",
    "بين",
    "لم",
    "من جهة",
    "\ud800",
    "ا" * 3000,
]
CODER = sijill.load()


def check(text: str) -> Document:
    """Code a text and hold every span against it."""
    document = CODER(text, published="2015-07-31")
    size = len(text)
    layers = [
        document.tokens,
        document.sentences,
        document.numbers,
        document.actors,
        document.places,
        document.times,
        document.speakers,
        document.casualties,
        document.triggers,
    ]
    for layer in layers:
        assert layer is not None
        for item in layer:
            assert 0 <= item.start < item.end <= size, item
    for event in document.events or ():
        spans = [event.trigger, *event.actor1, *event.actor2, *event.places, *event.casualties, *event.attribution]
        spans += [event.weapon] if event.weapon else []
        for span in spans:
            assert 0 <= span.start < span.end <= size
        time = event.time
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or 0 <= time.start < time.end <= size
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
    return document


def mutated(rng: random.Random) -> str:
    """A stretch of a report with a few things inserted, dropped, swapped or repeated."""
    text = rng.choice(REPORTS)
    start = rng.randrange(len(text))
    text = text[start : start + rng.randrange(20, 160)]
    for _ in range(rng.randrange(1, 6)):
        at = rng.randrange(len(text) + 1)
        how = rng.randrange(5)
        if how == 0:
            text = text[:at] + rng.choice(INSERTS) + text[at:]
        elif how == 1:
            text = text[:at] + text[at + rng.randrange(1, 6) :]
        elif how == 2:
            text = text[at:] + " " + text[:at]
        elif how == 3:
            text = text[:at] + text[max(0, at - 15) : at] * 2 + text[at:]
        else:
            text = text.replace(" ", rng.choice(["  ", "\u00a0", "", " و"]), 3)
    return text


@pytest.mark.parametrize("seed", range(5))
def test_mutated_reports(seed: int) -> None:
    """A few hundred mutated reports are coded without an error or a stray span."""
    rng = random.Random(seed)
    for _ in range(60):
        check(mutated(rng))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 120))
def test_many_mutated_reports(seed: int) -> None:
    """Twenty thousand mutated reports are coded without an error or a stray span."""
    rng = random.Random(seed)
    for _ in range(1000):
        check(mutated(rng))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from('قصفتالجيشبلدةمدينة ونو؟.،:«»"()12٣ًّـ\n'), max_size=120))
def test_arabic_letters_in_any_order(text: str) -> None:
    """Any string over the alphabet of news is coded without an error or a stray span."""
    check(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_string(text: str) -> None:
    """Any string of code points is coded without an error or a stray span."""
    check(text)
