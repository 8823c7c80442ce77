"""Charts: maps and timelines."""

import pathlib
import re

import pytest

from sijill.errors import InputError
from sijill.territory.charts import draw_map, draw_timeline
from sijill.territory.estimate import Territory
from territory_claims import ONE, TWO, after, claim, model, place

TOLD = [claim("holds", (TWO,), day=-9), claim("takes", (ONE,), (TWO,)),
        claim("holds", (TWO,), place=place("أخرى", 15.5)), claim("holds", (TWO,), place=place("بلا نقطة", None))]


def test_a_map_draws_the_places_with_a_point(tmp_path: pathlib.Path) -> None:
    """PNG and SVG are written; places without a point are left out and counted out."""
    estimates = list(Territory(TOLD, model()).estimates([after(1)]))
    assert draw_map(estimates, tmp_path / "map.png", "2018") == 2
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    draw_map(estimates, tmp_path / "map.svg")
    assert "<svg" in (tmp_path / "map.svg").read_text("utf-8")


def test_a_timeline_has_a_mark_for_each_claim(tmp_path: pathlib.Path) -> None:
    """The stacked days are drawn with the claims above them: another claim, another mark."""
    territory = Territory(TOLD, model())
    spot = territory.spots.find("مدينة")[0]
    estimates = list(territory.estimates([after(n) for n in range(-12, 5)], [spot]))
    marks = []
    for count in (1, 2):
        path = tmp_path / f"{count}.svg"
        draw_timeline(estimates, territory.claims_about(spot)[:count], path)
        marks.append(len(re.findall("PathCollection", path.read_text("utf-8"))))
    assert marks[1] > marks[0]


def test_what_cannot_be_drawn_is_told(tmp_path: pathlib.Path) -> None:
    """No point, no day, another ending and a folder that is not there are errors with a next step."""
    estimates = list(Territory(TOLD, model()).estimates([after(1)]))
    for call in (lambda: draw_map([e for e in estimates if e.spot.lat is None], tmp_path / "map.png"),
                 lambda: draw_map(estimates, tmp_path / "map.gif"),
                 lambda: draw_map(estimates, tmp_path / "missing" / "map.png"),
                 lambda: draw_timeline([], [], tmp_path / "time.png")):
        with pytest.raises(InputError):
            call()
