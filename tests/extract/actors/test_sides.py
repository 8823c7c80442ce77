import datetime as dt

from sijill.extract.actors.sides import side_in, side_kind

DAY = dt.date(2016, 6, 1)


def test_state_by_what_is_done() -> None:
    """A state's name is its air force in strikes, its army in arms and its government in talks."""
    assert side_in("COUNTRY:RUS", "Air/drone strike", "actor1", DAY) == "RUS_AF"
    assert side_in("COUNTRY:RUS", "Armed clash", "actor1", DAY) == "RUS_ARMED"
    assert side_in("COUNTRY:RUS", "Talks", "actor1", DAY) == "RUS_GOV"
    assert side_in("COUNTRY:RUS", "Air/drone strike", "actor2", DAY) == "RUS_ARMED"


def test_government_in_arms_is_the_army() -> None:
    """A government that fights is its army; one that talks stays itself, and so does an army that talks."""
    assert side_in("SYR_GOV", "Armed clash", "actor1", DAY) == "SYR_ARMY"
    assert side_in("SYR_GOV", "Agreement", "actor1", DAY) == "SYR_GOV"
    assert side_in("SYR_ARMY", "Agreement", "actor1", DAY) == "SYR_ARMY"


def test_groups_stay_what_they_are() -> None:
    """A group that is no state is the same in every event."""
    assert side_in("HOUTHIS", "Air/drone strike", "actor1", DAY) == "HOUTHIS"
    assert side_in("NEW:Taliban", "Talks", "actor2", DAY) == "NEW:Taliban"


def test_people_by_role() -> None:
    """People who act in a protest are protesters, in a riot rioters, and civilians where they are hit."""
    assert side_in("CIV_WORKERS", "Peaceful protest", "actor1", DAY) == "PROTESTERS"
    assert side_in("CIVILIANS", "Mob violence", "actor1", DAY) == "RIOTERS"
    assert side_in("UNIDENTIFIED_GUNMEN", "Violent demonstration", "actor1", DAY) == "RIOTERS"
    assert side_in("UNIDENTIFIED_GUNMEN", "Violent demonstration", "actor2", DAY) == "UNIDENTIFIED_GUNMEN"
    assert side_in("UNIDENTIFIED_GUNMEN", "Attack", "actor1", DAY) == "UNIDENTIFIED_GUNMEN"
    assert side_in("PROTESTERS", "Mob violence", "actor1", DAY) == "RIOTERS"
    assert side_in("PROTESTERS", "Violent demonstration", "actor1", DAY) == "PROTESTERS"
    assert side_in("PROTESTERS", "Mob violence", "actor2", DAY) == "PROTESTERS"
    assert side_in("CIV_MEDICS", "Attack", "actor2", DAY) == "CIVILIANS"
    assert side_in("CIVILIANS", "Excessive force against protesters", "actor2", DAY) == "PROTESTERS"
    # prisoners who are let go and those who bring aid are told for what they are
    assert side_in("CIV_PRISONERS", "Other", "actor2", DAY) == "CIV_PRISONERS"
    assert side_in("CIV_PRISONERS", "Attack", "actor2", DAY) == "CIVILIANS"
    assert side_in("CIV_AID", "Aid", "actor1", DAY) == "CIV_AID"


def test_who_puts_a_protest_down_is_the_army() -> None:
    """A state's name and its government are its army against protesters, and a crowd is protesters on either side."""
    assert side_in("COUNTRY:ISR", "Excessive force against protesters", "actor1", DAY) == "IDF"
    assert side_in("ISR_GOV", "Excessive force against protesters", "actor1", DAY) == "IDF"
    assert side_in("CIVILIANS", "Excessive force against protesters", "actor1", DAY) == "PROTESTERS"


def test_only_aircraft_that_shell_are_the_army() -> None:
    """Artillery is the army's whose aircraft were named; aircraft that are shelled, and those of no army, stay."""
    shelling = "Shelling/artillery/missile attack"
    assert side_in("SYR_AIRFORCE", shelling, "actor1", DAY) == "SYR_ARMY"
    assert side_in("SYR_AIRFORCE", shelling, "actor2", DAY) == "SYR_AIRFORCE"
    assert side_in("LNA_AIRFORCE", shelling, "actor1", DAY) == "LNA_AIRFORCE"


def test_a_state_without_a_branch_is_called_by_its_name() -> None:
    """A state that has no aircraft is itself where its air strikes are told."""
    assert side_in("COUNTRY:PSE", "Air/drone strike", "actor1", DAY) == "NEW:PSE"


def test_a_government_that_is_hit_is_its_officials() -> None:
    """A government attacked or bombed stays itself; one bombarded from afar, and one that disarms, is its army."""
    assert side_in("IRN_GOV", "Attack", "actor2", DAY) == "IRN_GOV"
    assert side_in("SYR_GOV", "Non-state actor overtakes territory", "actor2", DAY) == "SYR_GOV"
    assert side_in("SYR_GOV", "Shelling/artillery/missile attack", "actor2", DAY) == "SYR_ARMY"
    assert side_in("ISR_GOV", "Disrupted weapons use", "actor1", DAY) == "IDF"


def test_civilians_in_arms_are_gunmen() -> None:
    """Who attacks is no civilian; who is attacked, or flees, is."""
    assert side_in("CIVILIANS", "Attack", "actor1", DAY) == "UNIDENTIFIED_GUNMEN"
    assert side_in("CIVILIANS", "Attack", "actor2", DAY) == "CIVILIANS"
    assert side_in("CIVILIANS", "Displacement", "actor1", DAY) == "CIVILIANS"


def test_a_government_abroad_bombs_with_its_aircraft() -> None:
    """Air strikes of a government abroad are its air force's, those of one at home its army's."""
    assert side_in("TUR_GOV", "Air/drone strike", "actor1", DAY) == "TUR_AIRFORCE"
    assert side_in("SYR_GOV", "Air/drone strike", "actor1", DAY) == "SYR_ARMY"


def test_who_reports_on_a_protest_is_not_of_its_crowd() -> None:
    """Reporters and medics who are hit at a protest are civilians; others who are hit are of the crowd."""
    force = "Excessive force against protesters"
    assert side_in("CIV_JOURNALISTS", force, "actor2", None) == "CIVILIANS"
    assert side_in("CIV_MEDICS", force, "actor2", None) == "CIVILIANS"
    assert side_in("CIVILIANS", force, "actor2", None) == "PROTESTERS"


def test_who_stands_in_for_a_government_fights_with_its_army() -> None:
    """While an armed group stands in for a government, what it does with arms the army that stands in does."""
    day, later = dt.date(2015, 8, 3), dt.date(2018, 8, 3)
    assert side_in("LBY_HOR", "Armed clash", "actor1", day) == "LNA"
    assert side_in("LBY_HOR", "Talks", "actor1", day) == "LBY_HOR"
    assert side_in("LBY_HOR", "Armed clash", "actor1", later) == "LBY_HOR"


def test_a_government_that_the_registry_lacks_is_told_like_others() -> None:
    """The government of a state without rows is its army in arms and itself in talks and where it is attacked."""
    gov, army = "NEW:Government of Pakistan", "NEW:Military Forces of Pakistan"
    assert side_in(gov, "Armed clash", "actor1", DAY) == army
    assert side_in(gov, "Talks", "actor1", DAY) == gov
    assert side_in(gov, "Attack", "actor2", DAY) == gov
    assert side_in(army, "Talks", "actor1", DAY) == army


def test_settlers_who_are_hit_are_civilians() -> None:
    """Settlers who are killed or bombed are civilians; who attack, or are fought in riots, are settlers."""
    assert side_in("SETTLERS", "Attack", "actor2", DAY) == "CIVILIANS"
    assert side_in("SETTLERS", "Shelling/artillery/missile attack", "actor2", DAY) == "CIVILIANS"
    assert side_in("SETTLERS", "Attack", "actor1", DAY) == "SETTLERS"
    assert side_in("SETTLERS", "Mob violence", "actor2", DAY) == "SETTLERS"


def test_a_state_that_the_registry_lacks_is_a_state() -> None:
    """Its government and police are of its kind; a group that the registry lacks is taken for an armed one."""
    assert side_kind("NEW:Police Forces of Kenya") == side_kind("NEW:Government of Kenya") == "state"
    assert side_kind("NEW:Taliban") == "rebel"
