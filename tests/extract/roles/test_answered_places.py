"""Places of deeds that others answer."""

import pytest

from sijill.documents import Trigger
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.roles.answered_places import but_answered
from sijill.pipeline import read_document


def left(text: str, *words: str) -> list[str]:
    """The places that are left for the deed of the first of some words that tell deeds."""
    document = read_document(text)
    view = View(document, resolve(document))
    triggers = [Trigger(text.index(w), text.index(w) + len(w), view.token_at(text.index(w)), w, "noun", "agent_patient",
                        "Air/drone strike", 1.0, "test") for w in words]
    left = but_answered(view, triggers[0], {t.token for t in triggers}, range(len(view.places)))
    return [view.places[i].name for i in left]


@pytest.mark.parametrize("words", ["ردا على", "في أعقاب", "على خلفية"])
def test_the_place_of_what_is_answered_is_not_that_of_the_answer(words: str) -> None:
    """Strikes in answer to an attack, or in its wake, are not where that was."""
    assert left(f"شنت المقاتلات غارات {words} هجوم على مدينة دوما.", "غارات", "هجوم") == []


@pytest.mark.parametrize(("text", "places"), [
    ("شنت المقاتلات غارات على حمص ردا على هجوم في دوما.", ["حمص"]),
    ("شنت المقاتلات غارات على حمص ردا على ذلك. وقع هجوم في دوما.", ["حمص", "دوما"]),
    ("شنت المقاتلات غارات في دوما بعد هجوم في حمص.", ["دوما", "حمص"]),
])
def test_other_places_are_left(text: str, places: list[str]) -> None:
    """A place told before the answer, and those of a sentence without one, are left."""
    assert left(text, "غارات", "هجوم") == places
