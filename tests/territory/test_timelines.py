"""Timelines: the days of a place and the marks of claims."""

import pathlib
import re

import pytest
from tests.territory_claims import ONE, TWO, after, claim, model, place

from sijill.errors import InputError
from sijill.territory.colours import colour_of
from sijill.territory.estimate import Territory
from sijill.territory.timelines import draw_timeline

TOLD = [claim("holds", (TWO,), day=-9), claim("takes", (ONE,), (TWO,)),
        *(claim("takes", (ONE,), day=n, claim=f"near-{n}", place=place("جارة", 15.02)) for n in range(1, 4))]


def drawn(path: pathlib.Path, count: int = 2, claims: int = 0, first: int = -12) -> str:
    territory = Territory(TOLD, model())
    spot = territory.spots.find("مدينة")[0]
    estimates = list(territory.estimates([after(n) for n in range(first, 5)], [spot], claims=claims))
    draw_timeline(estimates, territory.claims_about(spot)[:count], path)
    return path.read_text("utf-8")


def marks(text: str) -> int:
    return len(re.findall("PathCollection", text))


def test_a_timeline_has_a_mark_for_each_claim(tmp_path: pathlib.Path) -> None:
    """The stacked days are drawn with the claims above them: another claim, another mark, in its side's colour."""
    one, both = drawn(tmp_path / "1.svg", 1), drawn(tmp_path / "2.svg", 2)
    assert marks(both) > marks(one)
    assert colour_of(ONE) in both and colour_of(TWO) in both


def test_claims_about_other_places_are_marked_if_they_moved_it(tmp_path: pathlib.Path) -> None:
    """Claims about a neighbour have hollow marks, told apart in the legend, and only if they moved an estimate."""
    assert "hollow: elsewhere" in drawn(tmp_path / "1.svg", claims=8)
    assert "hollow: elsewhere" not in drawn(tmp_path / "2.svg", claims=0)


def test_the_mark_of_the_first_day_is_whole(tmp_path: pathlib.Path) -> None:
    """Marks are not cut at the edge, and the days do not begin on it."""
    import matplotlib.pyplot as plt

    seen = []
    close = plt.close
    plt.close = seen.append
    try:
        drawn(tmp_path / "1.svg", first=-9)
    finally:
        plt.close = close
    (figure,) = seen
    marks_axes = figure.axes[0]
    first = min(float(c.get_offsets()[0][0]) for c in marks_axes.collections if len(c.get_offsets()))
    assert marks_axes.get_xlim()[0] < first - 0.2
    assert not any(c.get_clip_on() for c in marks_axes.collections if len(c.get_offsets()))
    close(figure)


def test_what_cannot_be_drawn_is_told(tmp_path: pathlib.Path) -> None:
    """No day at all is an error with a next step."""
    with pytest.raises(InputError):
        draw_timeline([], [], tmp_path / "time.png")
