"""Where a report turns to another matter, and what is read across such a turn."""

import pytest
from tests.extract.drafted import pointed, sides, told

from sijill.extract.clauses.topics import topic_starts

_BEFORE = "هاجم تنظيم داعش حاجزا للجيش العراقي في بعقوبة."


@pytest.mark.parametrize("turn", [
    "وفي سياق منفصل", "من جانب آخر،", "من جهة ثانية", "وعلى صعيد آخر", "وفي حادث آخر", "وفي تطور آخر،",
    "من ناحية أخرى",
])
def test_a_turn_opens_another_matter(turn: str) -> None:
    """What opens with "in a separate matter" and the like begins a topic, for the sentences behind it as well."""
    view, _ = pointed(f"{_BEFORE} {turn} اعتقلت الشرطة رجلا في الكوت. وصادرت سيارته.", "هاجم", "Armed clash")
    starts = topic_starts(view)
    assert starts == [0, view.sentences[1].first, view.sentences[1].first]


@pytest.mark.parametrize("opening", ["وفي سياق متصل", "إلى ذلك", "وفي غضون ذلك", "في المقابل", "من جانبه", "وفي حادث",
                                     "وفي حي آخر", "وفي انفجار آخر"])
def test_what_goes_on_with_a_matter_is_no_turn(opening: str) -> None:
    """"In this connection", "meanwhile", "for his part", another quarter or bomb, begin no new topic."""
    view, _ = pointed(f"{_BEFORE} {opening} قال شاهد إن الشرطة اعتقلت رجلا في الكوت.", "هاجم", "Armed clash")
    assert topic_starts(view) == [0, 0]


def test_a_turn_holds_for_its_paragraph() -> None:
    """The next paragraph may go on with what stood before the turn."""
    view, _ = pointed(f"{_BEFORE}\nوفي سياق منفصل اعتقلت الشرطة رجلا في الكوت.\nوقال شاهد إن الحاجز احترق.", "هاجم",
                      "Armed clash")
    assert topic_starts(view) == [0, view.sentences[1].first, 0]


def test_a_turn_within_a_sentence_is_none() -> None:
    """Who dies "in another incident" told at a sentence's end, and "another incident" itself, turn to nothing else."""
    view, _ = pointed(f"{_BEFORE} وقتل رجل في حادث آخر.", "هاجم", "Armed clash")
    assert topic_starts(view) == [0, 0]
    view, _ = pointed(f"{_BEFORE} ووقع حادث آخر في الكوت.", "هاجم", "Armed clash")
    assert topic_starts(view) == [0, 0]


def test_bodies_found_behind_a_turn_have_no_doer_from_before() -> None:
    """Behind a turn no side and no place is taken from what was told before; without one they may be."""
    behind = "عثر على جثث خمسة أشخاص قتلوا بالرصاص."
    there = told(f"{_BEFORE} وفي سياق منفصل {behind}", "عثر")
    assert "IS" not in sides(there)[0] and there.places == ()
    assert sides(told(f"{_BEFORE} و{behind}", "عثر"))[0] == ["IS"]


def test_what_stands_behind_the_turn_is_read() -> None:
    """A place named behind the turn holds what follows it."""
    text = f"{_BEFORE} وفي سياق منفصل انتشرت الشرطة في الكوت. وانفجرت عبوة ناسفة قرب دورية."
    assert [p.name for p in told(text, "انفجرت").places] == ["الكوت"]
