"""Maps: what is drawn, named and left out."""

import pathlib

import pytest
from tests.territory_claims import ONE, TWO, after, claim, model, place

from sijill.errors import InputError
from sijill.territory.estimate import Estimate, Territory
from sijill.territory.maps import draw_map

TOLD = [claim("holds", (TWO,), day=-9), claim("takes", (ONE,), (TWO,)),
        claim("holds", (TWO,), place=place("أخرى", 15.5)), claim("holds", (TWO,), place=place("بلا نقطة", None))]


def estimates(far: float | None = None) -> list[Estimate]:
    told = list(TOLD)
    if far is not None:
        told = [claim("holds", (TWO,), place=place(f"حي {n}", 15.0 + n / 500, 44.0 + (n % 3) / 300)) for n in range(12)]
        told.append(claim("holds", (ONE,), place=place("بعيدة", far)))
    return list(Territory(told, model()).estimates([after(1)]))


def test_a_map_draws_the_places_with_a_point(tmp_path: pathlib.Path) -> None:
    """PNG and SVG are written; places without a point are left out and counted out."""
    assert draw_map(estimates(), tmp_path / "map.png", "2018") == 2
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    draw_map(estimates(), tmp_path / "map.svg")
    assert "<svg" in (tmp_path / "map.svg").read_text("utf-8")


def test_one_far_place_does_not_squeeze_the_others(tmp_path: pathlib.Path) -> None:
    """A place far from all others is left out and named; one near them is drawn."""
    assert draw_map(estimates(18.0), tmp_path / "far.svg") == 12
    assert "<!-- far away and not drawn (1): بعيدة -->" in (tmp_path / "far.svg").read_text("utf-8")
    assert draw_map(estimates(15.03), tmp_path / "near.svg") == 13
    assert "far away" not in (tmp_path / "near.svg").read_text("utf-8")


def test_every_place_of_a_city_is_named_where_there_is_room(tmp_path: pathlib.Path) -> None:
    """Names stand at their marks, the legend has names and ids, and the title what it was given."""
    draw_map(estimates(18.0), tmp_path / "map.svg", "2018-03-02 (online)")
    text = (tmp_path / "map.svg").read_text("utf-8")
    assert all(f"<!-- حي {n} -->" in text for n in range(12))
    assert "<!-- 2018-03-02 (online) -->" in text and TWO in text


def test_what_cannot_be_drawn_is_told(tmp_path: pathlib.Path) -> None:
    """No point, another ending and a folder that is not there are errors with a next step."""
    for call in (lambda: draw_map([e for e in estimates() if e.spot.lat is None], tmp_path / "map.png"),
                 lambda: draw_map(estimates(), tmp_path / "map.gif"),
                 lambda: draw_map(estimates(), tmp_path / "missing" / "map.png")):
        with pytest.raises(InputError):
            call()
