"""A name is grounded where its article plays, or nowhere."""

import pathlib
import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sijill
from sijill.documents import Document, PlaceArgument
from sijill.grounding.component import Grounder
from sijill.grounding.file import PlaceFile
from sijill.grounding.narrowing import narrowed
from sijill.grounding.places import Place, distance_km, kind_class
from sijill.grounding.precision import Spot
from sijill.grounding.resolve import Anchor, Asked, Context
from sijill.grounding.tables import own_places

GROUNDER = Grounder([])
CODER = sijill.load([], model=None)
SYRIA = Context({"SYR": 1.0})


def places(text: str) -> list[PlaceArgument]:
    document = CODER(text, published="2015-07-01")
    return [place for event in document.events or () for place in event.places]


def near(place: PlaceArgument, lat: float, lon: float, km: float) -> bool:
    found = place.grounding
    return found is not None and found.lat is not None and found.lon is not None and distance_km(
        lat, lon, found.lat, found.lon) <= km


HASAKAH, ALEPPO, DARAA = (36.50, 40.75), (36.20, 37.15), (32.7, 36.1)


@pytest.mark.parametrize(("text", "name", "point"), [
    ("اندلعت اشتباكات بين الجيش السوري وتنظيم داعش في حي الزهور بمدينة الحسكة.", "الزهور", HASAKAH),
    ("اندلعت اشتباكات عنيفة بين وحدات حماية الشعب وتنظيم داعش عند دوار البانوراما جنوب مدينة الحسكة.",
     "دوار البانوراما", HASAKAH),
    ("قصفت قوات النظام مدينة الشيخ مسكين في ريف درعا.", "الشيخ مسكين", DARAA),
    ("قصفت قوات النظام حي السكري في مدينة حلب بالبراميل المتفجرة.", "السكري", ALEPPO),
])
def test_words_that_are_places_here(text: str, name: str, point: tuple[float, float]) -> None:
    """A name that is also a word or a person is a place where a kind word or a city beside it says so."""
    found = [place for place in places(text) if place.name == name]
    assert found and near(found[0], *point, 20)


@pytest.mark.parametrize(("text", "name"), [
    ("قصف الجيش السوري مدينة الحسكة أثناء توزيع الزهور على الأطفال.", "الزهور"),
    ("قصفت قوات النظام المقبرة القديمة أثناء تشييع الضحايا.", "المقبرة القديمة"),
    ("عرضت القناة البانوراما اليومية لقصف قوات النظام مدينة دوما.", "البانوراما"),
    ("قتل الشيخ مسكين العلي في قصف لقوات النظام على مدينة درعا.", "الشيخ مسكين"),
    ("قتل صالح المحمد في قصف لقوات النظام على مدينة دوما.", "صالح"),
    ("توفي مريض بداء السكري بعد قصف قوات النظام مدينة حلب.", "السكري"),
])
def test_words_that_are_no_places_here(text: str, name: str) -> None:
    """Flowers, a cemetery, a broadcast, a sheikh, a man and a disease get no point."""
    assert not [place for place in places(text) if place.name == name and place.grounding]


def test_containment_said_in_the_text_decides() -> None:
    """Of villages of one name the one is taken that lies in the place the text names."""
    for within, lat in (("عفرين", 36.53), ("إدلب", 35.92)):
        found = GROUNDER.resolve(Asked("مريمين", "village", "whole", within), SYRIA)
        assert found is None or found.lat is None or abs(found.lat - lat) < 0.6


def test_spellings_lead_to_one_place() -> None:
    """Article, hamza, ta marbuta, a doubled letter, a joined name and a kind word change nothing."""
    for one, other in (("تل رفعت", "تلرفعت"), ("صرين", "صرّين"), ("إعزاز", "اعزاز"), ("الرقة", "مدينة الرقه")):
        first, second = (GROUNDER.resolve(Asked(name), SYRIA) for name in (one, other))
        assert first is not None and second is not None
        assert (first.lat, first.lon) == (second.lat, second.lon), (one, other)


def test_no_answer_is_an_answer() -> None:
    """A name that no gazetteer has, with nothing that contains it, is not grounded."""
    assert GROUNDER.resolve(Asked("زقزقستان العجيبة", "village"), SYRIA) is None


def test_an_unknown_village_lies_in_what_contains_it() -> None:
    """A village of no known point has the area that the text puts it in, with a wide radius and no precision 1."""
    found = GROUNDER.resolve(Asked("زقزقستان", "village", "whole", "عين عيسى"), SYRIA)
    assert found is not None and found.lat is not None and found.radius_km is not None
    assert found.radius_km > 10 and found.geo_precision == 2
    assert "not known" in found.reasons[0]


def test_a_container_that_the_article_does_not_name_stands_for_nothing() -> None:
    """A table's container alone gives no area to a word that was taken for a place."""
    context = Context({"SYR": 1.0}, (), frozenset({"الحسكة"}))
    assert GROUNDER.resolve(Asked("زقزقستان", "quarter", "whole", "الموصل"), context) is None
    assert GROUNDER.resolve(Asked("زقزقستان", "quarter", "whole", "الحسكة"), context) is not None


def test_a_place_without_a_point_lies_in_its_city() -> None:
    """A quarter that the table knows without a point has its city's area, whatever the article leaves out."""
    found = GROUNDER.resolve(Asked("المكيف", "quarter", "whole", "الحسكة"), SYRIA)
    assert found is not None and found.lat is not None and distance_km(*HASAKAH, found.lat, found.lon or 0) < 10
    assert found.geo_precision and found.geo_precision > 1


def test_a_country_is_no_point() -> None:
    """A country is known by its id and has neither point nor precision."""
    found = GROUNDER.resolve(Asked("سوريا", "country"), SYRIA)
    assert found is not None and found.kind == "country"
    assert (found.lat, found.lon, found.radius_km, found.geo_precision) == (None, None, None, None)


def test_the_countryside_is_no_point() -> None:
    """The countryside of a city that names its governorate has a wide radius and ACLED's precision 3."""
    place, = places("قصف طيران النظام السوري ريف إدلب.")[:1]
    assert place.grounding is not None and place.grounding.radius_km is not None
    assert place.grounding.radius_km >= 20 and place.grounding.geo_precision == 3


def test_distance_and_direction_move_the_point() -> None:
    """Five kilometres north of a town is north of it, and precision 2."""
    town = GROUNDER.resolve(Asked("منبج", "city"), SYRIA)
    found = places("قصف الطيران الروسي موقعا لتنظيم داعش على بعد 10 كم شمال مدينة منبج.")
    assert town is not None and town.lat is not None
    moved = [p.grounding for p in found if p.grounding and p.grounding.lat and p.grounding.lat > town.lat + 0.05]
    assert moved and moved[0].geo_precision == 2


def test_around_a_town_is_wider_than_the_town() -> None:
    """What lies around a town has the town's point and a wider radius."""
    town, around = (GROUNDER.resolve(Asked("دوما", "city", extent), SYRIA) for extent in ("whole", "around"))
    assert town is not None and around is not None
    assert (around.lat, around.lon) == (town.lat, town.lon) and town.lat is not None
    assert town.radius_km is not None and around.radius_km is not None and around.radius_km > town.radius_km


def test_the_chain_ends_in_the_country() -> None:
    """What contains a quarter is told up to the country, the city and the governorate among it."""
    found = GROUNDER.resolve(Asked("غويران الشرقي", "quarter", "whole", "الحسكة"), SYRIA)
    assert found is not None
    assert [c.kind for c in found.chain] == ["city", "governorate", "country"]


def test_alternatives_are_kept() -> None:
    """A name that many places share keeps the others with their scores."""
    found = GROUNDER.resolve(Asked("الزهور", "quarter"), Context({"SYR": 0.5, "IRQ": 0.5}))
    assert found is not None and found.alternatives
    assert all(0 <= a.score <= 1 for a in found.alternatives)


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآىةّ ", max_size=25), st.sampled_from([None, "الحسكة", "حلب"]))
def test_no_name_is_grounded_at_zero(name: str, within: str | None) -> None:
    """Whatever the name, a point is on the earth, not (0, 0), with a positive radius and a score of 0 to 1."""
    found = GROUNDER.resolve(Asked(name, None, "whole", within), SYRIA)
    if found is not None:
        assert (found.lat is None) == (found.lon is None) == (found.radius_km is None)
        assert (found.lat, found.lon) != (0, 0) and 0 <= found.score <= 1
        assert found.radius_km is None or found.radius_km > 0


def test_grounding_adds_and_changes_nothing_else() -> None:
    """The component leaves a document without events as it is, and gives the same answer twice."""
    assert GROUNDER(Document("", "x")) == Document("", "x")
    text = "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك مع تنظيم داعش."
    once = CODER(text)
    assert once == CODER(text) == GROUNDER(once)


def test_a_grounder_pickles() -> None:
    """A coder sent to another process grounds there as it did here, opened gazetteers notwithstanding."""
    text = "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك مع تنظيم داعش."
    assert pickle.loads(pickle.dumps(sijill.load(model=None)))(text) == sijill.load([], model=None)(text)
    assert pickle.loads(pickle.dumps(CODER))(text) == CODER(text)


def test_what_only_shares_a_towns_name_does_not_speak_for_it() -> None:
    """A name that is a town's means the town, though silos of that name stand in it."""
    found = GROUNDER.resolve(Asked("صرين", None), SYRIA)
    assert found is not None and found.place_id == "syr-sarrin"
    apart = {c.place.id: c.also for c in GROUNDER.candidates.find("صرين")}
    assert "syr-sarrin-silos" in apart and "syr-sarrin-silos" not in apart["syr-sarrin"]
    silos = GROUNDER.resolve(Asked("صوامع صرين", None), SYRIA)
    assert silos is not None and silos.place_id == "syr-sarrin-silos"


def test_every_settlement_of_the_table_answers_to_its_name_with_a_settlement() -> None:
    """No town of ours is hidden behind a prison, a crossing or silos that stand beside it."""
    wrong = []
    for place in own_places():
        if kind_class(place.kind) == "settlement" and place.lat is not None and place.country:
            found = GROUNDER.resolve(Asked(place.name, place.kind, "whole", next(iter(place.within), None)),
                                     Context({place.country: 1.0}))
            kinds = {c.place.id: c.kind for c in GROUNDER.candidates.find(place.name)}
            if found is not None and kinds.get(found.place_id) in {"facility", "quarter"}:
                wrong.append((place.id, found.place_id))
    assert wrong == []


def test_a_wide_area_is_not_narrowed_by_itself() -> None:
    """A town named by another of its names is no place inside its own surroundings; a village there is one."""
    town = GROUNDER.candidates.find("عين العرب")[0]
    assert town.vector is not None and town.place.lat is not None and town.place.lon is not None
    wide = Spot(town.place.lat + 0.05, town.place.lon, 15.0, 2)
    itself = Anchor("كوباني", replace(town), town.vector, 3.0, 1.0, frozenset({0}), 1)
    assert narrowed(wide, town, [itself], 0) == wide
    village = GROUNDER.candidates.find("صرين")[0]
    assert village.vector is not None
    near = replace(village, place=replace(village.place, lat=wide.lat, lon=wide.lon), vector=town.vector)
    inside = narrowed(wide, town, [itself, Anchor("صرين", near, town.vector, 3.0, 1.0, frozenset({0}), 1)], 0)
    assert inside.reason is not None and inside.radius_km == wide.radius_km


def test_a_city_that_another_gazetteer_calls_a_village_stays_a_city(tmp_path: pathlib.Path) -> None:
    """Of two entries for one settlement the kind of the one that counted its people holds."""
    path = tmp_path / "own.sqlite"
    file = PlaceFile.open(path, create=True)
    file.add([Place("wof:1", "القامشلي", (), "village", "SYR", 37.052, 41.231, 1.5, "whosonfirst")])
    file.close()
    found = Grounder([path]).candidates.find("القامشلي")[0]
    assert found.kind == "settlement" and found.place.kind == "city"
    assert found.place.radius_km is not None and found.place.radius_km > 1.5


@pytest.mark.parametrize(("text", "given", "found"), [
    # a table's first place of the name is in Syria; the article's is not
    ("قصفت طائرات عراقية الحويجة وقتلت عناصر من داعش.", "حماة", "محافظة كركوك"),
    # what holds it already, under a shorter name, and what the article says, stay
    ("قصفت طائرات عراقية الحويجة وقتلت عناصر من داعش.", "كركوك", "كركوك"),
    ("قصفت طائرات عراقية الحويجة قرب حماة وقتلت عناصر من داعش.", "حماة", "حماة"),
])
def test_what_holds_a_place_holds_the_one_that_was_found(text: str, given: str, found: str) -> None:
    """`within` is what the article says, or else a holder of the place that the name was found to mean."""
    document = CODER(text, published="2017-07-01")
    event = (document.events or ())[0]
    place = next(p for p in event.places if p.name == "الحويجة")
    told = replace(event, places=(replace(place, within=given, grounding=None),))
    again = GROUNDER(replace(document, events=(told,)))
    assert [p.within for p in (again.events or ())[0].places] == [found]


@pytest.mark.parametrize(("text", "name", "kind", "chain"), [
    ("قصف الجيش الإسرائيلي مدينة نابلس بالضفة الغربية.", "نابلس", "city", "محافظة نابلس"),
    ("قصف الجيش الإسرائيلي مدينة رام الله.", "رام الله", "town", "محافظة رام الله والبيرة"),
    ("استهدفت المقاومة الفلسطينية دبابة إسرائيلية شرق رفح.", "رفح", "city", "محافظة رفح"),
    ("هاجم مسلحون الجيش المصري في مدينة رفح بشمال سيناء.", "رفح", "town", "محافظة شمال سيناء"),
    ("قصف الجيش السوري مدينة حماة.", "حماة", "city", "محافظة حماة"),
    # what is said to be the governorate is no city
    ("قصف الجيش الإسرائيلي محافظة نابلس بالضفة الغربية.", "نابلس", "governorate", "الضفة الغربية"),
])
def test_a_city_is_told_from_its_governorate_and_from_one_across_a_border(text: str, name: str, kind: str, chain: str,
                                                                         ) -> None:
    """A city lies in its own governorate and in what holds that, and is not the town behind the border of its name."""
    found = next(place.grounding for place in places(text) if place.name == name)
    assert found is not None and found.kind == kind and found.chain[0].name == chain


@pytest.mark.parametrize(("more", "near_damascus"), [
    ("، ثم سيطرت على مدينة القامشلي وعلى مدينة المالكية.", False),
    (".", True),
    ("، ثم سيطرت على مدينة القامشلي وعلى دمشق.", True),
])
def test_where_a_report_was_written_is_near_nothing_that_it_tells(more: str, near_damascus: bool) -> None:
    """A dateline's town gives no point to a name that several places bear, unless the report names too little else."""
    found = places(f"دمشق (سانا) قصفت قوات النظام السوري الميدان أمس وقتل أربعة أشخاص{more}")
    assert near(found[0], 33.49, 36.3, 5) == near_damascus
