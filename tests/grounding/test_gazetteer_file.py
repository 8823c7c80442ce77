"""Distances, directions, names' keys and the index of the places that ship."""

import pathlib
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.cli.map import drawn
from sijill.errors import DataError
from sijill.grounding import file as gazetteer_file
from sijill.grounding.candidates import Candidates
from sijill.grounding.file import PlaceFile
from sijill.grounding.geonames import cities
from sijill.grounding.names import name_keys, skeleton
from sijill.grounding.places import Place, distance_km, kind_class, shifted, typical_radius
from sijill.grounding.shipped import shipped
from sijill.grounding.tables import own_places


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(0.1, 150), st.floats(0, 359))
def test_a_shift_is_as_long_as_it_says(lat: float, lon: float, km: float, bearing: float) -> None:
    """A point moved by some kilometres lies that far away, to 5 %."""
    assert distance_km(lat, lon, *shifted(lat, lon, km, bearing)) == pytest.approx(km, rel=0.05)


def test_keys_drop_kind_words_and_keep_names() -> None:
    """The bare key loses "city" and "quarter"; a hill stays part of its village's name."""
    city, hill = name_keys("مدينة حلب"), name_keys("تل رفعت")
    assert city is not None and hill is not None
    assert city.bare != city.full and hill.bare == hill.full and hill.core != hill.full
    assert name_keys("...") is None


@given(st.text(alphabet="ابتحدرسعفقكلمنهوي", max_size=12))
def test_skeletons_are_their_own(word: str) -> None:
    """The skeleton of a skeleton is itself."""
    assert skeleton(skeleton(word)) == skeleton(word)


def test_every_kind_has_a_class_and_a_radius() -> None:
    """Kinds that no list names are facilities of two kilometres."""
    assert kind_class("village") == "settlement" and kind_class("no such kind") == "facility"
    assert typical_radius("no such kind") > 0


def test_the_shipped_index_is_built_once_and_again_when_damaged(tmp_path: pathlib.Path,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache folder holds one index; a damaged one is made anew; a folder that cannot be is no error."""
    monkeypatch.setenv("SIJILL_CACHE", str(tmp_path / "cache"))
    shipped().close()
    made, = (tmp_path / "cache").iterdir()
    made.write_bytes(b"damaged")
    assert shipped().get("syr-hasakah-zuhur") is not None
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SIJILL_CACHE", str(tmp_path / "file"))
    assert shipped().path is None


def test_points_are_checked_by_the_file_too() -> None:
    """The file itself refuses (0, 0) and half a point."""
    file = PlaceFile.open(None, create=True)
    for lat, lon in ((0, 0), (1, None)):
        with pytest.raises(sqlite3.IntegrityError):
            file._connection.execute("INSERT INTO places (id, name, names, kind, lat, lon, source, within, ambiguous) "
                                     "VALUES ('x', 'x', '', 'city', ?, ?, '', '', 0)", (lat, lon))


def test_a_map_shows_each_point() -> None:
    """A map holds the label of each point, one point alone too."""
    assert "1" in drawn([(36.5, 40.7, "1")]) and "2" in drawn([(36.5, 40.7, "1"), (33.5, 36.3, "2")])
    assert drawn([]) == "no point is known"


WAHM = Place("x", "وهمستان", (), "village", "SYR", 36.0, 37.0, 1.5, "tsv")


def test_indexes_of_other_versions_leave_the_cache(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Building the index removes those of other versions, and no other file of the folder."""
    monkeypatch.setenv("SIJILL_CACHE", str(tmp_path))
    for name in ("places-0123456789abcdef.sqlite", "places-mine.sqlite", "places.sqlite"):
        (tmp_path / name).write_text("")
    made = shipped()
    assert made.path is not None
    assert {p.name for p in tmp_path.iterdir()} == {made.path.name, "places-mine.sqlite", "places.sqlite"}


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_gazetteer_in_use_is_told(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, lock: str) -> None:
    """While another process writes, an import asks to try again and does not ask to make the file again."""
    monkeypatch.setattr(gazetteer_file, "_PATIENCE", 0.01)
    path = tmp_path / "places.sqlite"
    PlaceFile.open(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(f"BEGIN {lock}")
    with pytest.raises(DataError, match="in use.*Try again") as caught:
        PlaceFile.open(path, create=True).add([WAHM])
    assert "make it again" not in str(caught.value)
    other.execute("ROLLBACK")
    assert PlaceFile.open(path, create=True).add([WAHM]) == 1


def test_a_damaged_gazetteer_is_told_wherever_it_is_read(tmp_path: pathlib.Path) -> None:
    """Each question to a file without its tables, or with rows of another form, is an error with a next step."""
    path = tmp_path / "places.sqlite"
    made = PlaceFile.open(path, create=True)
    made.add([WAHM])
    made._connection.execute("UPDATE places SET lat = 'north'")
    made._connection.commit()
    with pytest.raises(DataError, match="damaged.*make it again"):
        made.get("x")
    for table in ("names", "places"):
        made._connection.execute(f"DROP TABLE {table}")
    for ask in (lambda: made.named("x"), lambda: made.sounding("x"), lambda: made.get("x"), made.counts,
                lambda: made.near(36, 37, 1), lambda: list(made.all()), lambda: made.add([WAHM])):
        with pytest.raises(DataError, match="damaged.*make it again"):
            ask()


def test_what_lies_around_a_point_is_found_by_the_index() -> None:
    """The places in a square around a point are those whose points lie in it, and no others."""
    with_points = shipped().near(36.5, 40.75, 0.1)
    assert "syr-hasakah-zuhur" in {p.id for p in with_points}
    assert all(p.lat is not None and p.lon is not None and abs(p.lat - 36.5) <= 0.1001 and abs(p.lon - 40.75) <= 0.1001
               for p in with_points)
    assert shipped().near(0.0, -150.0, 0.1) == []


def test_a_gazetteer_of_another_version_is_told(tmp_path: pathlib.Path) -> None:
    """A file of a schema that this program does not read is an error that says so."""
    path = tmp_path / "places.sqlite"
    PlaceFile.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    with pytest.raises(DataError, match="schema 99"):
        PlaceFile.open(path)


def test_names_that_are_spelt_otherwise_are_found() -> None:
    """A name with other vowels, a doubled letter or a word too many leads to the place, and says how it was found."""
    file = PlaceFile.open(None, create=True)
    file.add([WAHM])
    finder = Candidates([file])
    for name, match in (("وهمستان", "exact"), ("وهمستن", "fuzzy"), ("وهممستان", "fuzzy"), ("وهمستان الخضراء", "head")):
        assert [(one.place.id, one.match) for one in finder.find(name)] == [("x", match)], name


def test_cities_of_the_package_are_in_their_governorates() -> None:
    """Of whole countries the villages are there too, and most are in a governorate that our own places tell."""
    own = list(own_places())
    found = [place for place in cities(own) if place.country == "SYR"]
    assert any(place.kind == "village" for place in found)
    assert sum(bool(place.within) for place in found) > 0.5 * len(found)
