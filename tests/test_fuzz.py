"""Whatever the text, coding raises nothing and every span is the text at its offsets."""

import ast
import json
import pathlib
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sijill
from sijill.documents import Document
from sijill.extract.tables.lexicon import event_types
from sijill.pipeline import Coder
from sijill.records import document_record

REPORTS = [
    json.loads(line)["text"]
    for line in (pathlib.Path(sijill.__file__).parent / "_data" / "demo" / "hasakah-2015.jsonl")
    .read_text("utf-8")
    .splitlines()
]
MARKS = ["\u064b", "\u064f", "\u0651", "\u0652", "\u0670", "\u0640", "\u0640 \u0640", "\u0640" * 40]
BIDI = ["\u200e", "\u200f", "\u061c", "\u202a", "\u202b", "\u202c", "\u2067", "\u2069", "\ufeff", "\u200c", "\u200d"]
POINTS = [
    "«", "»", '"', "“", "'", "(", ")", "،", "؛", ".", "..",
    "؟", ":", "-", "/", "%", "\n", "\n\n", "\t", "\u00a0", " ",
]
FIGURES = [
    "٣", "۴", "12", "1,200", "2.5", "2015-13-45", "31/02/2015",
    "0", "9" * 5000, "١٬٢", "عشرات", "نصف", "ألفا", "بين 10 و",
    "منذ 9999 سنة", "قبل 0 أيام", "5 آذار 2100", "31 نيسان", "30 شباط 2015", "١٢/١٣/٢٠١٥", "1 محرم 1300",
]
WORDS = ["و", "ال", "لل", "س", "بين", "لم", "من جهة", "إلى", "منذ", "قتل", "حي", "أحياء", "وفق", "ﻻ", "ﷲ", "ﺍﻟﺠﻴﺶ", "ـ"]
STRANGE = [
    "😀", "👩‍👩‍👧", "abc", "ISIS", "שלום", "中文",
    "\x00", "\ud800", "\U0010ffff", "e\u0301", "ا" * 3000, "و" * 500, "(" * 200,
]
INSERTS = (MARKS, BIDI, POINTS, FIGURES, WORDS, STRANGE)
SENTENCE = re.compile(r"[\u0620-\u064a]+ [\u0620-\u064a]+ [\u0620-\u064a]+")
RULES = pathlib.Path(__file__).parent / "extract"
CODER = sijill.load(model=None)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span of a record, however deep."""
    if isinstance(value, dict):
        if value.get("start") is not None:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def examples() -> list[str]:
    """The sentences of the tests of `extract`: those that each rule is for."""
    found: dict[str, None] = {}
    for path in sorted(RULES.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.search(node.value):
                found[node.value] = None
    return list(found)


def check(text: str, published: str | None = "2015-07-31", coder: Coder = CODER) -> Document:
    """Code a text and hold every layer, event and record against it."""
    document = coder(text, published=published)
    size = len(text)
    assert document.text == text
    layers = [document.tokens, document.sentences, document.numbers, document.actors, document.places,
              document.times, document.speakers, document.casualties, document.triggers]
    for layer in layers:
        assert layer is not None
        for item in layer:
            assert 0 <= item.start < item.end <= size, item
    for event in document.events or ():
        assert event.event_id
        assert event_types()[event.sub_event_type] == event.event_type
        assert event.factuality in ("asserted", "denied", "planned", "uncertain")
        assert all(a.id for a in (*event.actor1, *event.actor2))
        assert all(p.name for p in event.places)
        for toll in event.casualties:
            assert toll.low is None or toll.high is None or toll.low <= toll.high
        time = event.time
        assert (time.start is None) == (time.end is None)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
    for claim in document.control or ():
        assert claim.holder and claim.place.name
        assert claim.event is None or 0 <= claim.event < len(document.events or ())
    for span in spans(document_record(document)):
        assert 0 <= span["start"] < span["end"] <= size, span
        assert span["text"] == text[span["start"] : span["end"]] != "", span
    return document


def mutated(rng: random.Random, most: int) -> str:
    """A stretch of a report with a few things inserted, dropped, swapped, repeated or cut off."""
    report = rng.choice(REPORTS)
    start = rng.randrange(len(report))
    text = report[start : start + rng.randrange(20, most)]
    for _ in range(rng.randrange(1, 8)):
        at = rng.randrange(len(text) + 1)
        how = rng.randrange(9)
        if how <= 2:
            text = text[:at] + rng.choice(rng.choice(INSERTS)) + text[at:]
        elif how == 3:
            text = text[:at] + text[at + rng.randrange(1, 6) :]
        elif how == 4:
            words = text.split(" ")
            one, other = rng.randrange(len(words)), rng.randrange(len(words))
            words[one], words[other] = words[other], words[one]
            text = " ".join(words)
        elif how == 5:
            sentences = re.split(r"(?<=[.\n])", text)
            text = "".join([*sentences, rng.choice(sentences) * rng.randrange(1, 4)])
        elif how == 6:
            text = text[: max(at, 1)]
        elif how == 7:
            mark = rng.choice(MARKS + BIDI)
            text = text[:at] + mark.join(text[at : at + 30]) + text[at + 30 :]
        else:
            text = text.replace(" ", rng.choice(["  ", "\u00a0", "", " و", "\n", " ال"]), 3)
    return text


@pytest.mark.parametrize("seed", range(5))
def test_mutated_reports(seed: int) -> None:
    """Three hundred mutated reports are coded without an error or a stray span."""
    rng = random.Random(seed)
    assert sum(len(check(mutated(rng, 300)).events or ()) for _ in range(60)) > 10


@pytest.mark.parametrize("published", [None, "0001-01-01", "9999-12-31", "2024-02-29"])
def test_any_day_of_publication(published: str | None) -> None:
    """A report of no day, or of a day at either end of the calendar, is coded without an error."""
    rng = random.Random(published)
    for report in REPORTS:
        check(report, published)
        check(f"{rng.choice(FIGURES)} {report[:300]} {rng.choice(FIGURES)}", published)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 120))
def test_many_mutated_reports(seed: int) -> None:
    """Twenty thousand mutated reports are coded without an error or a stray span."""
    rng = random.Random(seed)
    for _ in range(1000):
        check(mutated(rng, 500))


@pytest.mark.slow
def test_mutated_reports_are_read_by_the_encoder_too() -> None:
    """Three hundred mutated reports are coded with the encoder without an error or a stray span."""
    rng, coder = random.Random(120), sijill.load(model="encoder")
    for _ in range(300):
        check(mutated(rng, 500), coder=coder)


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


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([w for r in REPORTS[:6] for w in r.split()][:600] + sum(INSERTS, [])), max_size=40))
def test_words_of_news_in_any_order(words: list[str]) -> None:
    """The words of reports in any order are coded without an error or a stray span."""
    check(" ".join(words))


@pytest.mark.slow
def test_a_sentence_of_any_rule_breaks_off_anywhere() -> None:
    """A text that ends behind any word of a rule's own sentence, without a full stop, is coded all the same."""
    draw = random.Random(7)
    for sentence in examples():
        cuts = [at for at, letter in enumerate(sentence) if letter == " "] or [len(sentence)]
        check(sentence[: draw.choice(cuts)])
