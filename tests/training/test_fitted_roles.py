"""The choices of sides and places that weights are fitted on."""

from __future__ import annotations

from tests.training.test_targets import example
from training.roles import asked, choices


def test_every_part_of_an_event_is_asked_for_with_as_many_answers_as_mentions_and_nobody() -> None:
    """First side, second side and place of the one event, in this order; each answer is described."""
    found = list(asked(example()))
    assert [one.part for one in found] == ["actor1", "actor2", "place"]
    assert all(len(one.described) == len(one.numbers) + 1 and all(one.described) for one in found)
    assert found[0].good and found[1].empty and found[2].good


def test_one_answer_is_right_and_a_second_side_is_seen_beside_the_first() -> None:
    """The options of a fit: the gold side, nobody where the record has none; what faces the first side says so."""
    found = choices([example()])
    ((nobody, *sides),) = found["actor2"]
    assert nobody[1] and not any(right for _, right in sides)
    assert [right for _, right in found["actor1"][0]].count(True) == 1
    assert ["ally" in features for features, _ in sides] == [True, False, False]
    assert all("other_side" in features for features, _ in sides[1:])
