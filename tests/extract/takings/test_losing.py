"""Losing: which word of loss a word of control depends on, and whose the loss is."""

import datetime as dt

import pytest
from tests.extract.drafted import sides, told

from sijill.documents import Trigger
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.takings.losing import parted_by_loss, passing, word_of_loss
from sijill.pipeline import read_document


def viewed(text: str) -> View:
    document = read_document(text, published=dt.date(2018, 5, 2))
    return View(document, resolve(document))


def at(view: View, word: str) -> int:
    return next(i for i, t in enumerate(view.tokens) if view.document.text[t.start : t.end] == word)


@pytest.mark.parametrize(
    ("text", "control", "loss"),
    [
        ("فقد الجيش السوري سيطرته على مورك.", "سيطرته", "فقد"),
        ("القوات العراقية يفقدون السيطرة على مدينة الرمادي.", "السيطرة", "يفقدون"),
        ("فقد الجيش السوري بشكل كامل السيطرة على مورك.", "السيطرة", "فقد"),
        ("فقدت القوات الحكومية اليمنية في مأرب السيطرة على معسكر ماس.", "السيطرة", "فقدت"),
        ("فقد الحوثيون، أمس، السيطرة على مدينة عدن.", "السيطرة", "فقد"),
        ("خسر الحوثيون مدينة عدن، واستعاد الجيش السيطرة على مدينة لحج.", "السيطرة", None),
        ("تخلى داعش عن السيطرة على مدينة الباب.", "السيطرة", "تخلى"),
        ("فقد سيطر الحوثيون على مدينة عدن.", "سيطر", None),
        ("خسر الجيش السوري طائرة بعد السيطرة على مورك.", "السيطرة", None),
        ("خسر الجيش السوري جنوده لسيطرة داعش على مورك.", "لسيطرة", None),
        ("فقد الجيش السوري جنديين خلال استعادة مورك.", "استعادة", None),
    ],
)
def test_only_control_that_is_the_object_of_a_loss_is_lost(text: str, control: str, loss: str | None) -> None:
    """Control stands behind its loss with the loser and adverbs between; what follows a preposition is no object."""
    view = viewed(text)
    assert word_of_loss(view, at(view, control)) == (None if loss is None else at(view, loss))


@pytest.mark.parametrize(("text", "control", "taker"), [
    ("فقد الحوثيون السيطرة على مدينة عدن لصالح المقاومة الشعبية.", "السيطرة", ["المقاومة الشعبية"]),
    ("تخلى الحوثيون عن السيطرة على مدينة عدن إلى المقاومة الشعبية.", "السيطرة", ["المقاومة الشعبية"]),
    ("فقد الحوثيون السيطرة على مدينة عدن وانتقد المقاومة الشعبية.", "السيطرة", []),
])
def test_a_loss_is_in_favour_of_who_took(text: str, control: str, taker: list[str]) -> None:
    """Whom a loss is in favour of took the place, though nothing else makes that side a part of it."""
    view = viewed(text)
    here = at(view, control)
    start = view.tokens[here].start
    trigger = Trigger(start, start + len(control), here, "سيطر.1", "noun", "taker",
                      "Non-state actor overtakes territory", 1.0, "test")
    loser = view.actor_at[at(view, "الحوثيون")]
    found = parted_by_loss(view, trigger, [loser], {})
    assert found is not None and found[1] == [loser]
    assert [text[view.actors[i].start : view.actors[i].end] for i in found[0]] == taker


def test_control_passes_from_a_side_to_another() -> None:
    """Both words of holding are found from either; from one side alone nothing passes."""
    view = viewed("انتقلت مدينة الباب من سيطرة داعش إلى قبضة الجيش السوري الحر.")
    both = at(view, "سيطرة"), at(view, "قبضة")
    assert passing(view, both[0]) == passing(view, both[1]) == both
    view = viewed("حرر الجيش السوري مدينة الباب من سيطرة داعش وعاد إلى حلب.")
    assert passing(view, at(view, "سيطرة")) is None


def test_a_state_that_lost_has_not_regained() -> None:
    """Without a taker the type follows from the loser, who is the second side."""
    event = told("أدى القصف إلى فقدان قوات الوفاق السيطرة على مدينة سرت.", "السيطرة")
    assert event.sub_event_type == "Non-state actor overtakes territory" and sides(event) == ([], ["GNA_FORCES"])


@pytest.mark.parametrize(
    ("text", "leaver"),
    [
        ("فقد الجيش السوري سيطرته على مدينة الباب لصالح داعش، وانسحب باتجاه حلب.", ["SYR_ARMY"]),
        ("خسر الجيش السوري بلدة مورك لصالح داعش وانسحب إلى حماة.", ["SYR_ARMY"]),
        ("فقد الجيش السوري السيطرة على بلدة مورك، وانسحب داعش من مدينة الباب.", ["IS"]),
    ],
)
def test_who_lost_and_withdrew_is_the_loser(text: str, leaver: list[str]) -> None:
    """A withdrawal joined to a loss is the loser's, unless it has a subject of its own."""
    assert sides(told(text, "انسحب"))[0] == leaver
