"""Candidates are the words that may tell an event, names excepted."""

from sijill.extract.candidates import needs_met, propose
from sijill.extract.kinds import TAKING
from sijill.extract.lexicon import lexicon
from sijill.extract.reference import resolve
from sijill.extract.view import View
from sijill.pipeline import read_document


def view_of(text: str) -> View:
    document = read_document(text)
    return View(document, resolve(document))


def proposed(text: str) -> dict[str, tuple[str, ...]]:
    view = view_of(text)
    return {text[view.tokens[c.token].start : view.tokens[c.token].end]: c.types for c in propose(view)}


def test_event_words_are_proposed() -> None:
    """Each event word of a clause is a candidate."""
    assert {"اندلعت", "اشتباكات"} & set(proposed("اندلعت اشتباكات بين الجيش السوري وداعش قرب المطار."))


def test_a_word_inside_a_name_is_none() -> None:
    """A word that is part of a side's name is no candidate."""
    assert "تحرير" not in proposed("وصل وفد من هيئة تحرير الشام إلى المدينة.")


def test_context_turns_the_type() -> None:
    """Words beside a trigger bring the type that they turn it to."""
    assert "Air/drone strike" in proposed("تعرضت البلدة لقصف جوي عنيف.")["لقصف"]


def test_what_is_exchanged_is_no_second_event() -> None:
    """Fire or shelling right behind "exchange of" belongs to it; told by itself it is proposed."""
    assert "إطلاق" not in proposed("جرى تبادل إطلاق نار بين الجيش السوري ومسلحين في مدينة الحسكة.")
    assert "القصف" not in proposed("تبادلت القصف قوات الجيش السوري ومسلحون في مدينة الحسكة.")
    assert "القصف" in proposed("تجدد القصف بين الجيش السوري ومسلحين في مدينة الحسكة.")


def test_needs_are_looked_for_nearby() -> None:
    """A lemma that needs an object is met only where one stands near."""
    lemma = next(m for m in lexicon().by_name.values() if m.name == "أطلق.1")
    with_object = view_of("أطلق مسلحون النار على دورية.")
    without = view_of("أطلق الوزير مبادرة ثقافية.")
    assert needs_met(with_object, 0, lemma)
    assert not needs_met(without, 0, lemma)


def sense(text: str) -> str:
    """The sense of the first candidate of a text."""
    return propose(view_of(text))[0].lemma.name


def test_what_falls_on_a_town_is_no_falling_town() -> None:
    """A shell that falls on, in or near a place is shelling, whichever of the two is named first."""
    for text in ("سقطت قذيفتان على بلدة تادف.", "سقطت صواريخ كاتيوشا قرب مطار النيرب.",
                 "سقط على قرية الزيارة صاروخان.", "سقوط قذائف في محيط مدينة تعز."):
        assert sense(text) == "سقط.2"
        assert TAKING.isdisjoint(propose(view_of(text))[0].types)


def test_a_town_that_falls_is_taken() -> None:
    """A place that is the subject of falling changes hands, also under shells or where the taker stands first."""
    for text in ("سقطت بلدة تادف بيد الفصائل.", "سقطت مدينة تعز.", "سقطت في يد المسلحين قاعدة الوطية.",
                 "سقطت قرية الزيارة تحت قذائف المسلحين."):
        assert sense(text) == "سقط.1"


def test_barrel_bombs_come_from_the_air() -> None:
    """Barrel bombs turn a bombing to a strike from the air, with the article too; shells do not."""
    for means in ("بالبراميل المتفجرة", "ببراميل متفجرة", "بالبرميل المتفجر"):
        assert "Air/drone strike" in propose(view_of(f"قصف الجيش السوري بلدة تادف {means}."))[0].turned
    assert "Air/drone strike" not in propose(view_of("قصف الجيش السوري بلدة تادف بقذائف المدفعية."))[0].turned


def test_the_context_word_that_stands_nearer_comes_first() -> None:
    """Of two means that a trigger is told with, the one named first turns its type first."""
    for text, first in (("تعرضت البلدة لقصف مدفعي وجوي.", "Shelling/artillery/missile attack"),
                        ("تعرضت البلدة لقصف جوي ومدفعي.", "Air/drone strike")):
        (found,) = propose(view_of(text))
        assert found.turned[0] == first
