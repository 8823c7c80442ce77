"""The colour of a side."""

import itertools
import math
import re

from sijill.territory.colours import COLOURS, NOBODY, colour_of, tint
from sijill.territory.holders import CONTESTED, UNKNOWN, holders_in


def test_an_actor_has_one_colour_and_the_holders_of_a_country_different_ones() -> None:
    """The colour follows from the id; allies share their holder's, and sides that may meet do not share one."""
    for country in ("SYR", "IRQ", "YEM", "LBY", "SDN"):
        sides = [*holders_in(country), "IS"]
        assert len({colour_of(side) for side in sides}) == len(sides), country
    assert colour_of("YPG") == colour_of("SDF") != colour_of("SYR_ARMY") == colour_of("SYR_NDF")
    assert all(re.fullmatch("#[0-9a-f]{6}", colour_of(side)) for side in ("NEW:ONE", "NEW:TWO", "IS", UNKNOWN))
    assert colour_of(CONTESTED) == colour_of(UNKNOWN) == NOBODY


# what linear red, green and blue become in eyes without one kind of cones (Machado and others 2009, severity 1)
EYES = {"normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        "protan": ((.152286, 1.052583, -.204868), (.114503, .786281, .099216), (-.003882, -.048116, 1.051998)),
        "deutan": ((.367322, .860646, -.227968), (.280085, .672501, .047413), (-.011820, .042940, .968881)),
        "tritan": ((1.255528, -.076749, -.178779), (-.078411, .930809, .147602), (.004733, .691367, .303900))}


def seen(colour: str, eye: str) -> list[float]:
    """A colour in OKLab, as an eye sees it."""
    parts = [int(colour[n:n + 2], 16) / 255 for n in (1, 3, 5)]
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    r, g, b = (min(1, max(0, sum(w * c for w, c in zip(row, light, strict=True)))) for row in EYES[eye])
    cones = [(x * r + y * g + z * b) ** (1 / 3) for x, y, z in (
        (.4122214708, .5363325363, .0514459929), (.2119034982, .6806995451, .1073969566),
        (.0883024619, .2817188376, .6299787005))]
    return [sum(w * c for w, c in zip(row, cones, strict=True)) for row in (
        (.2104542553, .7936177850, -.0040720468), (1.9779984951, -2.4285922050, .4505937099),
        (.0259040371, .7827717662, -.8086757660))]


def test_colours_are_told_apart_by_colour_blind_eyes() -> None:
    """No two colours of sides look alike to normal, protan, deutan or tritan eyes."""
    least = {eye: min(math.dist(seen(one, eye), seen(other, eye)) for one, other in itertools.combinations(COLOURS, 2))
             for eye in EYES}
    assert all(distance > 0.07 for distance in least.values()), least


def test_a_tint_is_as_full_as_its_probability() -> None:
    """A sure side has its own colour, an unsure one nearly the ground's, and what lies beneath never shines through."""
    assert tint("#4477aa", 1, "#ffffff") == "#4477aa"
    reds = [int(tint("#4477aa", p, "#ffffff")[1:3], 16) for p in (0, .25, .5, .75, 1)]
    assert reds == sorted(reds, reverse=True) and 225 < reds[0] < 255
