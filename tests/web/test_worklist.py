"""What makes an event worth a look."""

from dataclasses import replace

from sijill.store.summaries import Summary
from sijill.web.worklist import valued

PLAIN = Summary("e", "Battles", "Armed clash", "2015-06-25", "2015-06-25", 1, "asserted", None, None, ("c",), ("a",),
                1.0, False, (), "الحسكة", "p", 36.5, 40.7)


def test_a_sure_event_is_worth_nothing() -> None:
    """An event that is surely read, agreed on, dated and placed, without casualties, has no points."""
    assert valued(PLAIN).points == 0 and valued(PLAIN).reasons == ()


def test_each_reason_adds_to_the_worth() -> None:
    """Doubt, dispute, casualties, control, no day and no place each make an event worth more, and say so."""
    for reason, changed in (("unsure", replace(PLAIN, score=0.3)), ("disputed", replace(PLAIN, status="disputed")),
                            ("disputed", replace(PLAIN, disputed=("actor1",))), ("killed", replace(PLAIN, killed=8)),
                            ("control", replace(PLAIN, control=True)), ("no_day", replace(PLAIN, latest=None)),
                            ("no_place", replace(PLAIN, lat=None)), ("one_sided", replace(PLAIN, one_sided="is"))):
        assert valued(changed).points > 0, reason
        assert valued(changed).reasons == (reason,)


def test_more_killed_is_worth_more() -> None:
    """Points grow with the number of killed."""
    points = [valued(replace(PLAIN, killed=number)).points for number in (0, 1, 5, 50, 500)]
    assert points == sorted(set(points))
