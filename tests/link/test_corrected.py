"""What a claim says once corrections are put in, and at which words."""

import datetime as dt
from dataclasses import replace

from tests.link.claims_by_hand import claim as make

from sijill.documents import TimeArgument, Weapon
from sijill.ledger import Words
from sijill.link.consensus import linked_event
from sijill.link.corrected import RULE, corrected
from sijill.link.corrections import Correction, checked
from sijill.link.verdicts import Verdicts
from sijill.linked_records import evidence

THERE = Words(14, 21, "المدينة")
VALUES = {"actor1": '["IS"]', "place": '"الرقة"', "killed": "[4, 4]", "sub_event_type": '"Armed clash"',
          "earliest": '"2022-01-19"', "weapon": '"هاون"', "attribution": '"monitor"'}
FIELD = {"place": "places", "killed": "casualties", "sub_event_type": "trigger", "earliest": "time"}
TIMED = replace(make(killed=(3, 3)).event, time=TimeArgument(5, 9, dt.date(2022, 1, 20), dt.date(2022, 1, 20), "news"))


def spans(name: str, words: Words | None) -> set[tuple[int | None, int | None]]:
    """The spans of a field that was corrected."""
    now = corrected(TIMED, {name: Correction(checked(name, VALUES[name]), words)})
    return {(part.start, part.end) for field, _, part in evidence(now)
            if field == FIELD.get(name, name) and part.rule == RULE}


def test_a_corrected_value_stands_at_the_words_that_were_marked() -> None:
    """Of every field the words that a person marked are the evidence, and the machine's no longer are."""
    for name in VALUES:
        assert spans(name, THERE) == {(14, 21)}, name


def test_without_words_a_corrected_value_has_none() -> None:
    """The words that the machine read do not say what a person says; the trigger and the other day keep theirs."""
    for name in ("actor1", "place", "killed"):
        ((start, end),) = spans(name, None)
        assert start == end, name
    assert spans("sub_event_type", None) == {(0, 3)} and spans("earliest", None) == {(5, 9)}
    both = corrected(TIMED, {name: Correction(dt.date(2022, 1, 19)) for name in ("earliest", "latest")})
    assert (both.time.start, both.time.end) == (None, None)


def test_the_words_of_both_days_are_one_span() -> None:
    """Of days that were corrected at different words, all from the first to the last say so."""
    now = corrected(TIMED, {"earliest": Correction(dt.date(2022, 1, 19), Words(9, 12, "abc")),
                            "latest": Correction(dt.date(2022, 1, 20), Words(14, 21, "المدينة"))})
    assert (now.time.start, now.time.end) == (9, 21)


def test_a_weapon_is_what_the_corrected_claim_calls_it() -> None:
    """The event's weapon is the corrected one, wherever its words stand; none where a person says that none is."""
    armed = replace(TIMED, weapon=Weapon(0, 5, "weapon"))
    claim = replace(make(), event=armed)

    def weapon(said: Verdicts) -> str | None:
        return linked_event("e", [claim], (), said).weapon.value

    assert weapon(Verdicts()) is not None
    assert weapon(Verdicts(corrections={claim.id: {"weapon": Correction("هاون", Words(900, 904, "هاون"))}})) == "هاون"
    assert weapon(Verdicts(corrections={claim.id: {"weapon": Correction(None)}})) is None
    assert corrected(armed, {"attribution": Correction(None), "weapon": Correction(None)}).weapon is None


def test_a_place_that_the_claim_names_is_found_at_other_words() -> None:
    """A name alone keeps the claim's own point, at the words that were marked."""
    now = corrected(TIMED, {"place": Correction("عفرين", THERE)})
    (found,) = now.places
    assert found.grounding == TIMED.places[0].grounding and (found.start, found.end, found.rule) == (14, 21, RULE)
    assert corrected(TIMED, {"place": Correction("عفرين")}).places == TIMED.places
