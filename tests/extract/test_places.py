"""Places: names, lists, extents and what holds them."""

import pytest

from sijill.documents import PlaceMention
from sijill.extract.place_lists import place_lists
from sijill.pipeline import read_document


def places(text: str) -> list[PlaceMention]:
    return [p for p in read_document(text).places or () if p.score >= 0.4]


def found(text: str) -> dict[str, str]:
    return {p.name: p.extent for p in places(text)}


def test_a_kind_word_announces_a_name_in_no_table() -> None:
    """A village that no table has is named by the word before it."""
    assert "تل الخزنة" in found("دخل الجيش قرية تل الخزنة صباح اليوم.")


def test_elliptical_quarters_are_written_out() -> None:
    """In a list of adjectives the second entry is a place of its own with its full name."""
    text = "سيطر الجيش على حيي غويران الشرقي والغربي."
    mentions = {p.name: text[p.start : p.end] for p in places(text)}
    assert mentions["غويران الشرقي"] == "غويران الشرقي"
    assert mentions["غويران الغربي"] == "الغربي"


def test_a_part_of_a_list_has_its_own_extent() -> None:
    """"parts of" holds for the names after it, not for those before."""
    extents = found("دخل المقاتلون أحياء النشوة الشرقية والليلية وأجزاء من الزهور والمقبرة.")
    assert extents["الليلية"] == "whole"
    assert extents["الزهور"] == "part"


@pytest.mark.parametrize(
    ("text", "name", "extent"),
    [
        ("دارت معارك على أطراف مدينة سراقب.", "سراقب", "edge"),
        ("دارت معارك في محيط مدينة سراقب.", "سراقب", "around"),
        ("دارت معارك في ريف إدلب الجنوبي.", "إدلب", "countryside"),
        ("دارت معارك في مدينة سراقب.", "سراقب", "whole"),
    ],
)
def test_extents(text: str, name: str, extent: str) -> None:
    """The words before a name say how much of the place is meant."""
    assert found(text).get(name) == extent


def test_the_containing_place_is_kept() -> None:
    """A place that the text puts in another knows it."""
    (place,) = [p for p in places("قصفت الطائرات بلدة حاس في ريف إدلب الجنوبي.") if p.name == "حاس"]
    assert place.within == "إدلب"


def test_the_city_is_the_one_named_before() -> None:
    """"the city" is the city that the text named last."""
    text = "دخل الجيش مدينة تدمر. وانسحب المسلحون من المدينة."
    assert [p.name for p in places(text)] == ["تدمر", "تدمر"]


def test_a_common_word_is_no_place() -> None:
    """A word that is also a quarter's name is no place without a sign of one."""
    assert "الزهور" not in found("قدّم الطلاب الزهور إلى المعلمين.")
    assert "الزهور" in found("تقدم الجيش في حي الزهور.")


def test_a_verb_or_a_particle_is_no_member_of_a_list() -> None:
    """What begins like "and" plus a name but is one word, or a verb, goes on no list of places."""
    told = found("سيطر التنظيم على حي النشوة وطردوا السكان منه، وفقا لناشطين في الحسكة.")
    assert "النشوة" in told
    assert not any("طردوا" in name or "فقا" in name for name in told)
    assert "دعاهم" not in found("حوصر مقاتلو التنظيم في أحياء النشوة وغويران والزهور، ودعاهم إلى إلقاء السلاح.")
    assert "أضافوا" not in found("قصفت الطائرات قاعدة قرب صنعاء وأضافوا أن المطار أصيب أيضا.")


def test_a_direction_after_a_known_quarter_belongs_to_its_name() -> None:
    """The eastern part of a quarter is read with its direction, the kind word before it or not."""
    assert "غويران الشرقي" in found("دارت اشتباكات في حي غويران الشرقي بمدينة الحسكة.")
    assert "غويران" in found("دارت اشتباكات في حي غويران بمدينة الحسكة.")


def test_a_preposition_said_twice_joins_a_list() -> None:
    """ "On X and on Y" is one list, as "on X and Y" is; another preposition begins another place."""
    twice = read_document("سيطر الجيش السوري على قرية كفرنبل وعلى حي الزهور.")
    assert [len(group) for group in place_lists(twice)] == [2]
    edged = read_document("دارت اشتباكات على أطراف حي الزهور وعلى أطراف حي الخزان.")
    assert [len(group) for group in place_lists(edged)] == [2]
    other = read_document("انسحب الجيش السوري من قرية كفرنبل وفي حي الزهور دارت اشتباكات.")
    assert place_lists(other) == ()


def test_the_two_towns_are_both_of_them() -> None:
    """What points back to two places is a list of both; what points back to one is no list."""
    two = read_document("دخلت القوات بلدة كفرنبل وبلدة معرة حرمة. ثم انسحبت من البلدتين ليلا.")
    assert two.places is not None
    (group,) = [g for g in place_lists(two) if g[0] >= 2]
    assert [two.places[i].name for i in group] == ["كفرنبل", "معرة حرمة"]
    one = read_document("دخلت القوات بلدة كفرنبل. ثم انسحبت من البلدة ليلا.")
    assert place_lists(one) == ()


def test_surrounding_is_no_surroundings_of_its_own() -> None:
    """"the areas surrounding X" are around X, and no place of their own; "its surroundings" point back."""
    extents = found("دخل الجنود بلدة العوجة ثم القرى المحيطة بمعهدي النفط والزراعة.")
    assert extents == {"العوجة": "whole", "معهد النفط": "around", "معهد الزراعة": "around"}
    assert [p.extent for p in places("دخل الجنود بلدة العوجة ومحيطها.")] == ["whole", "around"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استهدف الهجوم مديرية الزراعة وسط المدينة.", "مديرية الزراعة"),
        ("سقطت قذيفة على مديرية المالية في عدن.", "مديرية المالية"),
        ("استهدف الهجوم مديرية الدريهمي غربي اليمن.", "الدريهمي"),
    ],
)
def test_a_directorate_of_a_service_is_a_house(text: str, name: str) -> None:
    """A directorate of a service keeps its kind in its name; a district of that word does not."""
    assert name in found(text)
