"""Spots: each place once, and which say something of which."""

from dataclasses import replace

from tests.territory_claims import ONE, THREE, TWO, claim, estimate, place

from sijill.territory.spots import Spots, country_code, namesakes, ties

CITY = place("المدينة الكبرى", 15.0, 44.0, "city")
QUARTER = place("حي الورد", 15.01, 44.01, "quarter", "المدينة الكبرى")


def test_two_spellings_and_two_ids_of_one_place_are_one() -> None:
    """A name with a word for its kind and one without a point are the place they mean; its label is the common name."""
    spots = Spots()
    made = [spots.add(p, "YEM") for p in (place("بلدة الورد", 15.0), place("الورد", 15.001), place("الورد", None))]
    assert len({id(s) for s in made}) == 1 and made[0] is not None and made[0].label == "الورد"
    far = place("الورد", 13.0, 46.0)
    assert far.grounding is not None
    far = replace(far, grounding=replace(far.grounding, place_id="another"))
    assert spots.add(far, "YEM") is not made[0]
    assert len(spots.spots()) == 2


def test_a_country_is_no_place_that_is_held() -> None:
    """What is too wide to be held has no spot."""
    assert Spots().add(place("اليمن", None), "YEM") is None and country_code("اليمن") == "YEM"


def test_names_ids_and_containers_find_a_place() -> None:
    """A place is found by name, by id, and inside another; what nobody told of is not."""
    spots = Spots()
    city, quarter = spots.add(CITY, "YEM"), spots.add(QUARTER, "YEM")
    assert spots.find("حي الورد") == spots.find("الورد", "المدينة الكبرى") == spots.find("id-حي الورد") == [quarter]
    assert spots.find("المدينة الكبرى") == [city] and spots.find("الورد", "صنعاء") == spots.find("زقزق") == []


def test_a_quarter_is_tied_to_its_city_and_neighbours_to_each_other() -> None:
    """The city says something of its quarter, the quarter of its city, near towns of each other, far ones nothing."""
    spots = Spots()
    for one in (CITY, QUARTER, place("قريبة", 15.05), place("بعيدة", 13.0, 46.0)):
        spots.add(one, "YEM")
    tied = ties(spots.spots(), 10.0, 8)
    assert [{(t.other, t.kind) for t in many} for many in tied] == [
        {(1, "quarter"), (2, "near")}, {(0, "city"), (2, "beside")}, {(0, "near"), (1, "beside")}, set()]


def test_who_holds_the_city_is_likelier_to_hold_its_quarter() -> None:
    """A claim about the city moves its quarter less than one about the quarter itself, and more than nothing."""
    told = claim("moves", (TWO,), place=QUARTER)
    alone, city, own = (estimate([told, *more], 1, name="حي الورد").probability.get(ONE, 0.0) for more in (
        [claim("clash", (ONE,), (TWO,), place=place("بعيدة", 13.0, 46.0))],
        [claim("holds", (ONE,), place=CITY)], [claim("holds", (ONE,), place=QUARTER)]))
    assert own > city + 0.1 > alone + 0.12


def test_a_town_with_the_name_of_a_governorate_is_told_of_less_surely() -> None:
    """A name that may mean the governorate says less of the town."""
    spots = Spots()
    spots.add(place("الورد", 15.0), "YEM")
    spots.add(place("محافظة الورد", 15.1, 44.0, "governorate"), "YEM")
    assert namesakes(spots.spots()) == [True, False]
    wide = claim("clash", (ONE,), (THREE,), place=place("محافظة الورد", 15.1, 44.0, "governorate"))
    held = claim("holds", (ONE,), place=place("الورد", 15.0))
    alone = claim("clash", (ONE,), (THREE,), place=place("أخرى", 15.3, 44.0))
    seat, town = (estimate([held, more], 1, name="الورد").probability[ONE] for more in (wide, alone))
    assert seat < town - 0.05
