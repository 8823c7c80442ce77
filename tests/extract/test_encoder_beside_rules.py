"""The coder with and without the encoder."""

import pathlib
import shutil
from collections.abc import Sequence
from importlib.resources import files

import pytest

import sijill
from sijill.documents import Event
from sijill.encoder.reading import Reading
from sijill.errors import SijillError
from sijill.extract.events.events import find_events
from sijill.pipeline import read_document

TEXT = "سيطرت قوات سوريا الديمقراطية على بلدة الشدادي أمس بعد معارك مع تنظيم داعش. وقصفت المدفعية مواقع في حي غويران."


def test_the_encoder_changes_how_sure_a_trigger_is_but_not_where_it_stands() -> None:
    """Spans of events coded with the encoder are those of the rules' candidates; their scores are its own."""
    with_it = sijill.load([])(TEXT, published="2016-02-20")
    without = sijill.load([], model=None)(TEXT, published="2016-02-20")
    scores = {e.trigger.start: e.trigger.score for e in with_it.events or ()}
    plain = {e.trigger.start: e.trigger.score for e in without.events or ()}
    both = scores.keys() & plain.keys()
    assert both
    assert any(scores[at] != plain[at] for at in both)
    for event in with_it.events or ():
        assert TEXT[event.trigger.start : event.trigger.end].strip()


def test_the_encoder_reads_only_sentences_that_may_tell_an_event() -> None:
    """Sentences without a word that may tell an event are not given to the encoder; without any it is not asked."""
    spans: list[tuple[int, int]] = []

    def read(text: str, given: Sequence[tuple[int, int]]) -> Reading:
        spans.extend(given)
        return Opinion()

    calm = "وافتتح الوزير معرض الكتاب في العاصمة. "
    text = calm + TEXT + " " + calm
    find_events(read_document(text), read)
    assert [text[first:last].strip() for first, last in spans] == [one + "." for one in TEXT[:-1].split(". ")]
    spans.clear()
    assert not find_events(read_document(calm), read).events and not spans


def test_weights_of_ones_own_are_the_ones_that_are_read(tmp_path: pathlib.Path) -> None:
    """A folder with the shipped weights gives the shipped coder's events; one without weights is named as missing."""
    shutil.copytree(files("sijill") / "_data" / "encoder", tmp_path / "own")
    own = sijill.load([], model=tmp_path / "own")(TEXT, published="2016-02-20")
    assert own.events == sijill.load([])(TEXT, published="2016-02-20").events
    with pytest.raises(SijillError, match="nowhere"):
        sijill.load([], model=tmp_path / "nowhere")(TEXT, published="2016-02-20")


class Opinion(Reading):
    """An encoder of one opinion: no word is an event, or a mention (None: nobody) has a part."""

    def __init__(self, event: float = 0.0, part: str = "", mention: int | None = None) -> None:
        self.event, self.part, self.mention = event, part, mention

    def of_types(self, offset: int, kinds: Sequence[str]) -> list[float]:
        return [-self.event if kind == "-" else 0.0 for kind in kinds]

    def of_part(self, part: str, trigger: int, mentions: Sequence[int]) -> list[float]:
        return [50.0 * (part == self.part and at == self.mention) for at in (None, *mentions)]


def coded(opinion: Opinion) -> tuple[Event, ...]:
    return find_events(read_document(TEXT), lambda text, spans: opinion).events or ()


def test_an_encoder_that_sees_no_event_outweighs_the_rules() -> None:
    """What the encoder thinks of a trigger counts: sure enough that none is, no event stands."""
    assert coded(Opinion())
    assert not coded(Opinion(event=-60.0))


@pytest.mark.parametrize("part", ["actor1", "actor2"])
def test_a_side_is_the_one_that_the_encoder_is_sure_of(part: str) -> None:
    """What the encoder thinks of a side counts: it can take the part from every mention, or give it to one."""
    document = read_document(TEXT)
    mention = next(m for m in document.actors or () if "داعش" in TEXT[m.start : m.end])

    def chosen(start: int | None) -> list[int]:
        return [a.start for a in getattr(coded(Opinion(0.0, part, start))[0], part)]

    assert chosen(None) == []
    assert chosen(mention.start) == [mention.start]


def test_the_encoder_can_move_an_event_to_another_place() -> None:
    """What the encoder thinks of a place counts: the second event goes to the town of the first."""
    document = read_document(TEXT)
    town = next(p for p in document.places or () if "الشدادي" in TEXT[p.start : p.end])
    events = coded(Opinion(0.0, "place", town.start))
    without = find_events(document).events or ()
    assert events[-1].places[0].name == town.name
    assert without[-1].places[0].name != town.name


def test_a_rule_says_whether_the_encoder_had_a_word() -> None:
    """Triggers and parts chosen with the encoder's word say so at the end of their rule; without it none does."""
    document = read_document(TEXT)
    sure = coded(Opinion(event=5.0, part="actor1", mention=None))
    assert sure and all(e.trigger.rule.endswith("+encoder") for e in sure)
    silent = coded(Opinion())
    plain = find_events(document).events or ()
    for event in (*silent, *plain):
        parts = (event.trigger, *event.actor1, *event.actor2, *event.places)
        assert not any(part.rule.endswith("+encoder") for part in parts)
    told = next(a for e in (sijill.load([])(TEXT).events or ()) for a in e.actor1)
    assert told.rule.endswith(">actor1+encoder")
