"""The project's own table of places is whole and honest."""

import csv
from importlib import resources

from sijill.extract.tables.gazetteer import gazetteer
from sijill.grounding.names import name_keys
from sijill.grounding.places import Place
from sijill.grounding.tables import COLUMNS, gazetteer_tables, own_places
from sijill.resources import table, words

NAMED = ("quarter city town village district subdistrict governorate region camp crossing dam airport airbase base "
         "prison hospital university mosque bridge roundabout square street road market factory power_station oilfield "
         "gasfield refinery port island mountain hill valley river lake desert border_point checkpoint")
KINDS = frozenset(NAMED.split())
ROWS = [(name, row) for name in gazetteer_tables() for row in table(name, COLUMNS, unique=("place_id",))]
# the quarters and sites of the battle of Hasakah, 2015, and where it spread
HASAKAH = (
    "النشوة", "النشوة الغربية", "النشوة الشرقية", "فيلات النشوة", "الشريعة", "غويران", "غويران الشرقي", "غويران الغربي",
    "حوش الباعر", "المكيف", "العزيزية", "الغزل", "الفيلات الحمر", "الزهور", "الليلية", "المقبرة", "حبو",
    "المدينة الرياضية", "كلية الآداب", "كلية الاقتصاد", "كلية الهندسة", "المعهد الصناعي", "دوار البانوراما",
    "السجن المركزي", "محطة الكهرباء", "صرين", "القامشلي",
)


def test_the_table_holds_what_was_promised() -> None:
    """There are at least 900 rows, over all seven countries."""
    assert len(ROWS) >= 900
    assert {"SYR", "IRQ", "YEM", "LBY", "SDN", "PSE", "LBN"} <= {row["country"] for _, row in ROWS}


def test_ids_are_unique_over_all_files() -> None:
    """No place_id is used twice."""
    ids = [row["place_id"] for _, row in ROWS]
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)


def test_rows_are_of_the_right_form() -> None:
    """Kinds are known, points are on the earth and never (0, 0), radii are positive; a missing point is wholly so."""
    for name, row in ROWS:
        where = f"{name}: {row['place_id']}"
        assert row["kind"] in KINDS, where
        assert row["ambiguous"] in ("0", "1"), where
        empty = [row[c] == "" for c in ("lat", "lon", "radius_km")]
        assert all(empty) or not any(empty), where
        assert (row["known"] == "none") == all(empty), where
        if not any(empty):
            lat, lon, radius = (float(row[c]) for c in ("lat", "lon", "radius_km"))
            assert 0 < abs(lat) < 45 and 5 < lon < 65 and 0 < radius <= 700, where


def test_containers_are_places() -> None:
    """Nearly every name in within_ar is a name of the tables: a chain can be followed."""
    known = {keys.bare for _, row in ROWS for one in (row["name_ar"], *words(row["variants_ar"]))
             if (keys := name_keys(one))}
    asked = [one for _, row in ROWS for one in words(row["within_ar"])]
    lost = {one for one in asked if (keys := name_keys(one)) and keys.bare not in known and not gazetteer().find(one)}
    assert len(lost) <= 10, lost


def test_every_quarter_of_the_battle_of_hasakah_is_there() -> None:
    """Each quarter and site that reports of the battle name is a row."""
    places = list(own_places())
    names: dict[str, list[Place]] = {}
    for place in places:
        for one in (place.name, *place.names):
            keys = name_keys(one)
            if keys:
                names.setdefault(keys.bare, []).append(place)
    for wanted in HASAKAH:
        keys = name_keys(wanted)
        assert keys is not None
        assert keys.bare in names, wanted
        found = [p for p in names[keys.bare] if p.country == "SYR"]
        # a quarter of which nobody could say where in the city it lies has no point: null is better than invented
        there = [p for p in found if "الحسكة" in p.within or "محافظة الحسكة" in p.within]
        assert there or wanted == "صرين", wanted


def test_the_checked_files_are_tab_separated_without_quotes() -> None:
    """The header of every file is the documented one."""
    for name in gazetteer_tables():
        text = (resources.files("sijill") / "_data" / name).read_text("utf-8")
        assert next(csv.reader([text.splitlines()[0]], delimiter="\t")) == list(COLUMNS), name
