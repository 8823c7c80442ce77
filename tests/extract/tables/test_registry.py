import datetime as dt

import pytest

from sijill.arabic.tokens import tokenize
from sijill.extract.tables.registry import registry


def nation(words: str) -> str | None:
    tokens = tokenize(words)
    found = registry().nationality(tokens, 0, len(tokens))
    return found[0] if found else None


def test_two_word_nationality() -> None:
    """An adjective of two words names its state only when both are there."""
    assert nation("كوري جنوبي") == "KOR"
    assert nation("الكورية الشمالية") == "PRK"
    assert nation("جنوبي") is None
    assert nation("شمالية") is None


def test_of_what_make_a_thing_is_names_no_state() -> None:
    """An adjective of a nation before "made", in two words as in one, is of no side, as it is before another word."""
    assert nation("روسية") == nation("روسية ثقيلة") == "RUS"
    assert nation("روسية الصنع") is None
    assert nation("كورية شمالية") == "PRK"
    assert nation("كورية شمالية الصنع") is None


def test_branch_follows_the_day() -> None:
    """The branch of a state is the one that existed on the day."""
    known = registry()
    assert known.branch("SYR", "army", dt.date(2016, 5, 1)) == "SYR_ARMY"
    assert known.branch("SYR", "army", dt.date(2025, 5, 1)) == "SYR_ARMY_2024"
    assert known.branch("XXX", "army", None) is None


def test_backed_and_opposed() -> None:
    """Those whom a side backs name it as their ally, and those whom it fights are of a hostile camp."""
    known = registry()
    assert "YEM_GOV_FORCES" in known.backed("SAUDI_COALITION")
    assert "HOUTHIS" not in known.backed("SAUDI_COALITION")
    assert "SYR_OPPOSITION" in known.opposed("SYR_GOV")
    assert "SYR_ARMY" not in known.opposed("SYR_GOV")
    assert known.hostile("SAF", "RSF") and not known.hostile("SAF", "JSAMF")


def test_outlets() -> None:
    """An outlet's leaning is known by its Arabic name, and an unknown outlet leans nowhere."""
    known = registry()
    assert "SYR_GOV" in known.outlet_sides("سانا")
    assert known.outlet_sides("صحيفة لا وجود لها") == frozenset()
    assert known.outlet_sides(None) == frozenset()


def test_publishers_without_a_row() -> None:
    """A publisher without a row leans to the side that its name names, or to the state whose official one it is."""
    known = registry()
    assert known.outlet_sides("المكتب الإعلامي لقوات الدعم السريع") == {"RSF"}
    assert "IRQ_GOV" in known.outlet_sides("وكالة أنباء عراقية رسمية")
    assert known.outlet_sides("صحيفة عراقية") == frozenset()
    assert known.outlet_countries("صحيفة عراقية") == {"IRQ"}
    assert known.outlet_countries("صحيفة مستقلة") == frozenset()


def test_whom_a_coalition_helps_its_state_backs() -> None:
    """A state backs whom its coalition came to help, and nobody whom another state's coalition did."""
    known = registry()
    assert {"YEM_GOV_FORCES", "POPRES_YEM"} <= set(known.backed("COUNTRY:SAU"))
    assert "SDF" in known.backed("COUNTRY:USA")
    assert "POPRES_YEM" not in known.backed("COUNTRY:USA")


def test_a_country_is_opposed_as_its_government_is() -> None:
    """Who fights a state's government is opposed to the state by its bare name too; what is no state has no foes so."""
    known = registry()
    assert set(known.opposed("COUNTRY:SYR")) >= set(known.opposed("SYR_GOV")) > set()
    assert known.opposed("COUNTRY:XXX") == ()


def test_a_branch_abroad_bears_its_group_s_name() -> None:
    """The branches of a group in other countries are those of its name, not every group that it leads there."""
    assert "IS_LIBYA" in registry().branches_abroad("IS")
    assert registry().actors["YBS"].parent == "PKK" and registry().branches_abroad("PKK") == ()


@pytest.mark.parametrize(("name", "day", "sides"), [
    ("صالح", dt.date(2011, 3, 1), ["YEM_ARMY_SALEH"]), ("صالح", dt.date(2016, 3, 1), ["SALEH_FORCES"]),
    ("صالح", dt.date(2022, 3, 1), ["SALEH_FORCES"]), ("حفتر", dt.date(1970, 1, 1), ["LNA"]),
])
def test_a_leader_is_of_the_side_of_the_day(name: str, day: dt.date, sides: list[str]) -> None:
    """A leader's name means the side that he leads on a day, and on a day on which he leads none the first of his."""
    found = registry().leader_at(tokenize(name), 0, 1, day)
    assert found is not None and [sense.actor for sense in found[3]] == sides


def test_a_word_that_only_new_names_begin_with_opens_a_mention() -> None:
    """A formation without a row in the registry is found by the word for it."""
    assert registry().opens("التشكيل") and not registry().opens("الشكل")


def test_fighters_against_a_state_back_none_of_its_friends() -> None:
    """A state's rebels lend it no friends; those of its fighters who are its allies are backed by it, and its own."""
    known = registry()
    assert "JAYSH_ISLAM" not in known.backed("SYR_GOV")
    assert "HOUTHIS" in known.backed("COUNTRY:IRN")
    assert "POPRES_YEM" in known.backed("YEM_GOV")


def test_an_outlet_is_known_by_its_domain() -> None:
    """A publisher told by the domain of its pages, or by a host below it, leans as one told by its name."""
    known = registry()
    assert known.outlet_sides("hawarnews.com") == known.outlet_sides("وكالة أنباء هاوار") != frozenset()
    assert known.outlet_sides("www.hawarnews.com") == known.outlet_sides("hawarnews.com")
    assert known.outlet_sides("notthehawarnews.com") == frozenset()
    assert known.outlet_sides("com") == frozenset()
