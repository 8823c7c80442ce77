"""What a candidate's clause says of it: constructions, colours, the preposition that it leads on with."""

import datetime as dt

import pytest

from sijill.extract.choosing.choice import names
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.triggers.candidates import propose
from sijill.extract.triggers.clauses import preposition
from sijill.extract.triggers.features import Features
from sijill.pipeline import read_document


def seen(text: str) -> View:
    """The view of a text."""
    document = read_document(text, published=dt.date(2019, 5, 6))
    return View(document, resolve(document))


def options(text: str, word: str) -> dict[str, set[str]]:
    """The names of the features of each option of a word: of its telling nothing, and of each type."""
    view = seen(text)
    found = propose(view)
    (number,) = [n for n, c in enumerate(found) if text[view.tokens[c.token].start : view.tokens[c.token].end] == word]
    return {kind: set(names(described)) for kind, described in Features(view, found).options(number)}


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("نفت الوزارة وقوع قصف على بلدة الكرمة.", "قصف", "denied"),
        ("وقال إن الجيش سيشن هجوما على بلدة الكرمة.", "هجوما", "planned"),
    ],
)
def test_what_a_construction_says_outright_speaks_of_the_word(text: str, word: str, label: str) -> None:
    """A strike denied and an attack to come are told as such, for telling nothing and for each type."""
    told = options(text, word)
    assert f"said={label}&f=no" in told.pop("-")
    assert all(f"said={label}&t={kind}" in described for kind, described in told.items())


def test_what_no_construction_colours_is_not_said() -> None:
    """A plain report says nothing outright."""
    told = options("تعرضت بلدة الكرمة لهجوم صباح اليوم.", "لهجوم")
    assert not {name for described in told.values() for name in described if name.startswith("said=")}


def test_a_clause_leads_on_with_its_first_preposition() -> None:
    """The preposition behind a word is that of its own clause, and of no clause after it."""
    view = seen("وصلت تعزيزات عسكرية كبيرة إلى بلدة الكرمة.")
    assert preposition(view, 1, len(view.tokens)) == "الي"
    view = seen("وصلت تعزيزات عسكرية، وتوجهت إلى بلدة الكرمة.")
    assert preposition(view, 1, len(view.tokens)) == "-"


def test_a_particle_of_purpose_speaks_for_each_type() -> None:
    """To take a town is no taking of it: the particle is told beside the type, and with what stands before it."""
    told = options("وصلت القوات للسيطرة على بلدة الكرمة.", "للسيطرة")
    assert any(name.startswith("part=ل&p1=") for name in told.pop("-"))
    assert told
    assert all(f"part=ل&t={kind}" in described for kind, described in told.items())


def test_what_had_been_is_told_apart() -> None:
    """A verb after "had" tells of the time before; a plain one does not."""
    had = options("وكانت القوات قد قصفت بلدة الكرمة.", "قصفت")["-"]
    assert {"was&f=pe", "was&had=True&f=pe"} <= had
    assert not {name for name in options("ثم قصفت القوات بلدة الكرمة.", "قصفت")["-"] if name.startswith("was&")}


def test_the_words_of_a_sentence_speak_for_types() -> None:
    """A word anywhere in the sentence speaks for each type that a candidate may tell, and not in the next one."""
    told = options("أقلعت مروحيات ثم وقع هجوم على بلدة الكرمة. وهدأت المدينة.", "هجوم")
    assert "S:مروحيات&t=Air/drone strike" in told["Air/drone strike"]
    assert "S:مدينه&t=Air/drone strike" not in told["Air/drone strike"]


def test_a_light_verb_is_told_with_its_deed() -> None:
    """The verb that launches an attack is told with the attack, and not from another clause."""
    assert "light=شن&l=هجوم" in options("شن مسلحون هجوما على بلدة الكرمة.", "هجوما")["-"]
    assert "light=-&l=هجوم" in options("شن مسلحون حربا، ثم هجوما على بلدة الكرمة.", "هجوما")["-"]


def test_the_object_asked_for_is_told() -> None:
    """Which object that a lemma asks for is met, and on which side, speaks for its telling, and for each type."""
    told = options("أحبط الجيش محاولة تسلل قرب بلدة الكرمة.", "أحبط")
    assert any(name.startswith("l=أحبط&obj=") and not name.endswith("=-") for name in told["-"])
    assert "l=أحبط&objp=after" in told.pop("-")
    assert all(any(name.startswith("obj=") for name in described) for described in told.values())


def test_a_word_beside_speaks_for_the_family_of_a_candidate() -> None:
    """A word to one side is told alone and for the family of what may be told."""
    told = options("اندلعت اشتباكات عنيفة في بلدة الكرمة.", "اشتباكات")["-"]
    assert {"R:عنيفه", "R:عنيفه&g=Armed clash", "L:اندلعت&g=Armed clash"} <= told
