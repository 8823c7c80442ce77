"""The towns of the basemap, as scripts/basemap.py names them."""

from __future__ import annotations

import json
import pathlib
import re

from scripts.basemap import arabic_name, likeness

import sijill.web
from sijill.grounding.places import Place

TOWNS = json.loads((pathlib.Path(sijill.web.__file__).parent / "static/basemap/towns.json").read_text("utf-8"))


def town(*names: str, latin: str, country: str = "SYR") -> Place:
    return Place("geonames:1", names[0], names[1:], "town", country, 36.0, 40.0, 3.0, "geonames", latin, 30_000)


def test_a_town_has_the_name_that_sounds_as_its_latin_one() -> None:
    """An old or foreign name that comes first gives way to the usual one; one that sounds well enough stays."""
    assert arabic_name(town("خلف آباد", "رامشير", latin="Rāmshīr", country="IRN")) == "رامشير"
    assert arabic_name(town("عرب بينار", "عين العرب", latin="‘Ayn al ‘Arab")) == "عين العرب"
    assert arabic_name(town("السويدية", "سامنداغ", latin="Samandağ")) == "السويدية"
    assert arabic_name(town("باوتشي", "باؤچی", latin="Bauchi", country="NGA")) == "باوتشي"
    assert arabic_name(town("اسكندريه", "الإسكندرية", latin="Alexandria", country="EGY")) == "الإسكندرية"
    assert likeness("دير الزور", "Deir ez-Zor") >= 0.8 > likeness("دير الزور", "Palmyra")


def test_names_on_the_map_are_plain_and_each_city_is_there_once() -> None:
    """No vowel marks or signs of direction in a name; a quarter does not stand for its city."""
    names = [one["properties"]["ar"] for one in TOWNS["features"]]
    assert not [name for name in names if re.search("[\u064b-\u0652\u200c-\u200f]", name)]
    largest = [one["properties"]["ar"] for one in TOWNS["features"] if one["properties"]["rank"] == 0]
    assert "الموصل" in largest and "الموصل الجديدة" not in names
