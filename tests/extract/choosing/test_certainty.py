"""Shares of choices as probabilities of being right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents import ActorMention
from sijill.extract.choosing.certainty import TRIGGER, logit, maps, named_share, of_article, probability
from sijill.extract.clauses.view import View
from sijill.extract.events.events import draft, find_events
from sijill.extract.events.review import standing
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document

PLAIN = {"bias": 0.0, "event": 1.0, "own": 0.0}
SHARES = st.floats(0.0, 1.0)
TEXT = "سيطرت قوات سوريا الديمقراطية على بلدة الشدادي أمس بعد معارك مع تنظيم داعش."


@given(SHARES, SHARES)
def test_a_share_at_either_end_still_gives_a_probability(event: float, own: float) -> None:
    """Shares of 0 and 1 have finite logits, and no map of the package leaves 0 to 1."""
    for read in (False, True):
        for known in maps(read).values():
            assert 0.0 <= probability(known, event, own) <= 1.0
    assert abs(logit(event)) < 7


@given(st.floats(0.001, 0.999))
def test_a_map_that_trusts_the_share_gives_it_back(share: float) -> None:
    """Weight one for the event's share and none for the rest is the share itself, to three places."""
    assert probability(PLAIN, share, 0.2) == pytest.approx(share, abs=6e-4)


@pytest.mark.parametrize("read", [False, True])
def test_what_was_chosen_more_surely_is_likelier_right(read: bool) -> None:
    """In every shipped map the probability rises with the event's share and with the part's own."""
    for known in maps(read).values():
        assert probability(known, 0.9, 0.5) > probability(known, 0.5, 0.5) > probability(known, 0.1, 0.5)
        assert probability(known, 0.5, 0.9) > probability(known, 0.5, 0.1)


def test_the_coder_gives_probabilities_and_not_shares() -> None:
    """Scores of a coded event's trigger, sides and places are what the shipped maps make of its shares."""
    document = read_document(TEXT)
    view = View(document, resolve(document))
    (drawn, share), *_ = standing(view, draft(view))
    event = (find_events(document).events or ())[0]
    known = of_article(maps(False), named_share(view.actors))
    assert event.trigger.score == probability(known[TRIGGER], share, drawn.trigger.score)
    assert [a.score for a in event.actor1] == [probability(known["actor1"], share, a.score) for a in drawn.actor1]
    assert [p.score for p in event.places] == [probability(known["place"], share, p.score) for p in drawn.places]
    assert event.actor1
    assert event.places


def mention(kind: str) -> ActorMention:
    return ActorMention(0, 1, 0, 1, kind, ("IS",), "registry.name")  # type: ignore[arg-type]


def test_the_share_of_names_counts_mentions_of_sides() -> None:
    """Of a hundred mentions the share is that of names among them; of none or one it is what is usual, nearly."""
    mentions = [mention(kind) for kind in ("name", "anaphor", "people", "country")]
    assert named_share(mentions * 25) == pytest.approx(0.25, abs=0.01)
    assert named_share([]) == 0.375
    assert named_share(mentions[:1]) - named_share([]) < 0.1


@pytest.mark.parametrize("read", [False, True])
def test_where_more_sides_are_named_triggers_and_sides_are_surer_and_places_are_not(read: bool) -> None:
    """The same shares give a higher probability in an article of names; a place's is the same in both."""
    few, many = of_article(maps(read), 0.2), of_article(maps(read), 0.8)
    for part in ("trigger", "actor1", "actor2"):
        assert probability(many[part], 0.6, 0.6) > probability(few[part], 0.6, 0.6)
    assert probability(many["place"], 0.6, 0.6) == probability(few["place"], 0.6, 0.6)
