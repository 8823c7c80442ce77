"""Whence fire came says whose it was."""

from dataclasses import replace

import pytest
from tests.extract.drafted import named, pointed, told

from sijill.extract.clauses.kinds import flies
from sijill.extract.said.whence import departures, fired_from, flown_meanwhile, flown_with, posts

SHELLING = "Shelling/artillery/missile attack"


def firing(text: str, word: str = "قصف", kind: str = SHELLING, form: str = "noun") -> list[str]:
    view, trigger = pointed(text, word, kind, form)
    number = fired_from(view, trigger)
    return [] if number is None else named(view, [number])


@pytest.mark.parametrize("text", [
    "طال قصف من مناطق سيطرة الجيش السوداني بلدة أم صميمة.",
    "طال قصف عنيف من مناطق سيطرة الجيش السوداني بلدة أم صميمة.",
    "طال قصف مصدره أماكن يسيطر عليها الجيش السوداني بلدة أم صميمة.",
    "طال قصف من مناطق مشتركة للجيش السوداني بلدة أم صميمة.",
    'طال قصف من مناطق سيطرة "الجيش السوداني" بلدة أم صميمة.',
])
def test_who_holds_the_areas_that_fire_comes_from_has_fired(text: str) -> None:
    """Of "shelling from areas that A holds", "whose source is A's areas" A is the doer."""
    assert firing(text) in (["الجيش السوداني"], ["للجيش السوداني"])


@pytest.mark.parametrize(("text", "kind", "form"), [
    ("قصف للجيش التركي من مناطق سيطرة الجيش السوداني.", SHELLING, "noun"),
    ("قصف من السماء طال الجيش السوداني.", SHELLING, "noun"),
    ("قصف طال مناطق سيطرة الجيش السوداني.", SHELLING, "noun"),
    ("قصف من مناطق سيطرة الجيش السوداني.", "Air/drone strike", "noun"),
    ("قصف من مناطق سيطرة الجيش السوداني.", SHELLING, "perfect"),
])
def test_what_has_its_own_doer_or_is_no_shelling_is_not_read(text: str, kind: str, form: str) -> None:
    """Shelling that another did, what is shelled, aircraft and verbs are left alone."""
    assert firing(text, kind=kind, form=form) == []


@pytest.mark.parametrize("text", [
    "طال قصف من مناطق بعيدة عن الجيش السوداني بلدة أم صميمة.", "طال قصف من الجيش السوداني بلدة أم صميمة.",
    "طال قصف من مناطق سيطرة.",
])
def test_areas_of_nobody_say_nothing(text: str) -> None:
    """Where other words lead on to a side, no areas are told, or no side, fire comes from nobody's areas."""
    assert firing(text) == []


@pytest.mark.parametrize(("text", "word", "places"), [
    ("استهدف سلاح الجو التركي مواقع لداعش في جرابلس بثلاث طائرات انطلقت من قاعدة ديار بكر.", "استهدف", ["جرابلس"]),
    ("سقط صاروخ أطلق من صعدة على جازان.", "سقط", ["جازان"]),
    ("شنت طائرات التحالف غارات على قاعدة العند.", "غارات", ["قاعدة العند"]),
])
def test_what_jets_took_off_from_was_not_struck(text: str, word: str, places: list[str]) -> None:
    """A strike is not where its aircraft or rockets set out from, and may well hit a base."""
    assert [place.name for place in told(text, word).places] == places


@pytest.mark.parametrize(("text", "names"), [
    ("تعرض ضابط لكمين أثناء عودته من مدينة مأرب.", ["مأرب"]),
    ("استهدفت غارة سيارة عائدة الليلة من مدينة سيئون.", ["سيئون"]),
    ("هدد القراصنة الذين يتخذون من ميناء هوبيو مقرا بقتل البحارة.", ["ميناء هوبيو"]),
    ("هاجم الجيش العائد إلى عدن مواقع في زنجبار.", []),
    # whence a column or a supply line comes may be where it is hit
    ("هاجم الجيش القادم من عدن مواقع في زنجبار.", []),
    ("هاجم الجيش المنتشر من عدن إلى زنجبار مواقع.", []),
])
def test_who_returns_from_a_place_is_not_there(text: str, names: list[str]) -> None:
    """Where somebody returns from, or has his seat, is named behind "from" alone, and of a word for that alone."""
    view, _ = pointed(text, text.split()[0], "Armed clash")
    assert [view.places[i].name for i in departures(view, "returns")] == names


@pytest.mark.parametrize(("text", "names"), [
    ("أعلن الوزير المقيم في الرياض تحرير عدن.", ["الرياض"]),
    ("أعلن الوزير من الرياض تحرير عدن.", []),
    ("أعلن الوزير المقيم من الرياض تحرير عدن.", []),
    # people are hit where they live
    ("أعلن الوزير تحرير المدنيين المقيمين في الرياض.", []),
])
def test_where_somebody_lives_is_behind_in(text: str, names: list[str]) -> None:
    """Where one man resides stands behind "in", and behind a word for that alone."""
    view, _ = pointed(text, "تحرير", "Government regains territory")
    assert [view.places[i].name for i in departures(view, "resides")] == names


@pytest.mark.parametrize(("text", "word", "places"), [
    ("أصيب جنود في كمين بحسب قائدهم المقيم في مدينة مأرب.", "كمين", []),
    ("أصيب ضابط في كمين وهو في طريق عودته من مدينة مأرب.", "كمين", []),
    ("قتل ضابط عائد من مدينة مأرب. وأصيب اثنان في كمين.", "كمين", []),
    ("أصيب ضابط في كمين وهو في مدينة مأرب.", "كمين", ["مأرب"]),
    # a march begins where it sets out from
    ("انطلقت مظاهرة من مدينة مأرب.", "مظاهرة", ["مأرب"]),
])
def test_whence_somebody_came_nothing_is_told_of(text: str, word: str, places: list[str]) -> None:
    """An event is not where those it befell were coming from, in its own sentence or in one before."""
    assert [place.name for place in told(text, word).places] == places


@pytest.mark.parametrize(("text", "word", "places"), [
    ("قصفت القوات التركية المتمركزة في بلدة سلوك قرى في ريف عين عيسى.", "قصفت", ["عين عيسى"]),
    ("استهدفت قوات النظام المتواجدة في قرية كفروما بالمدفعية بلدة تفتناز.", "استهدفت", ["تفتناز"]),
    ("قصفت القوات التركية المتمركزة في تل أبيض وسلوك بلدة عين عيسى.", "قصفت", ["عين عيسى"]),
])
def test_where_those_stand_who_fire_is_not_what_they_hit(text: str, word: str, places: list[str]) -> None:
    """Of "the forces stationed at P shelled Q" the place struck is Q, whatever list P heads."""
    assert [place.name for place in told(text, word).places] == places


@pytest.mark.parametrize(("text", "word", "places"), [
    # no other place is named
    ("كثفت القوات التركية المتمركزة في تل أبيض القصف.", "القصف", ["تل أبيض"]),
    # who stands there is struck
    ("قصف الجيش التركي قوات النظام المتمركزة في تل أبيض.", "قصف", ["تل أبيض"]),
    # ground fighting is where those stand who fight
    ("هاجمت القوات التركية المتمركزة في تل أبيض قوات النظام.", "هاجمت", ["تل أبيض"]),
])
def test_where_those_stand_who_are_hit_or_fight_is_a_place(text: str, word: str, places: list[str]) -> None:
    """A post is where its men are struck, where they fight, or all that is said of where fire went."""
    assert [place.name for place in told(text, word).places] == places


@pytest.mark.parametrize(("text", "stand"), [
    ("قصفت قوات سوريا الديمقراطية (قسد) المتمركزة في تل أبيض قرية.", [True]),
    ("قصف الجيش التركي قوات النظام المتمركزة في تل أبيض.", [False, True]),
])
def test_who_is_said_to_stand_there(text: str, stand: list[bool]) -> None:
    """Of two sides "stationed" is said of the nearer one, and over its short name in brackets."""
    view, _ = pointed(text, text.split()[0], "Shelling/artillery/missile attack", "perfect")
    assert [bool(posts(view, [number])) for number in range(len(view.actors))] == stand


def test_what_was_exposed_to_fire_from_the_areas_of_a_side_was_hit_by_that_side() -> None:
    """Of "P was exposed to shelling whose source is A's areas" the doer is A, as where nothing was exposed."""
    event = told("تعرضت مدينة أعزاز لقصف مصدره مناطق سيطرة قسد بحسب سكان.", "لقصف")
    assert [side.id for side in event.actor1] == ["SDF"]


@pytest.mark.parametrize("text", [
    "سقط أربعة قتلى جراء هجوم بطائرة أمريكية مسيرة على مزرعة.",
    "قتل أربعة في هجوم دقيق بطائرة أمريكية على منزل.",
])
def test_who_owns_the_aircraft_of_an_attack_has_made_it(text: str) -> None:
    """Of "an attack with an American drone" America is the doer."""
    view, trigger = pointed(text, "هجوم", "Air/drone strike")
    number = flown_with(view, trigger)
    assert number is not None and view.sides[number].id == "US_FORCES"


@pytest.mark.parametrize("text", [
    "سقط أربعة قتلى جراء هجوم بطائرة مسيرة على مزرعة.",
    "قتل أربعة في هجوم على طائرة أمريكية في المطار.",
    "قتل أربعة في هجوم للجيش السوداني بطائرة أمريكية.",
])
def test_aircraft_of_nobody_or_that_are_hit_say_no_doer(text: str) -> None:
    """A drone without an owner, aircraft that are attacked, and those behind another doer say nothing."""
    view, trigger = pointed(text, "هجوم", "Air/drone strike")
    assert flown_with(view, trigger) is None


@pytest.mark.parametrize("text", [
    "شن الجيش السوري هجوما قصفت خلاله مروحياته بلدة اللطامنة.",
    "شن الجيش التركي عملية قصفت فيها طائرات روسية قرى في دهوك.",
    "انتهى هجوم الجيش العراقي وقصفت بعده الطائرات التركية قرى في دهوك.",
])
def test_aircraft_behind_in_it_are_the_subject(text: str) -> None:
    """Of "an attack in which its helicopters struck P" the helicopters struck P."""
    view, trigger = pointed(text, "قصفت", "Air/drone strike", "perfect")
    number = flown_meanwhile(view, trigger)
    assert number is not None and flies(view, number)


@pytest.mark.parametrize(("text", "word", "form"), [
    ("شن الجيش السوري هجوما قصفت خلاله قوات النظام بلدة اللطامنة.", "قصفت", "perfect"),
    ("شن الجيش السوري هجوما قصفت خلاله بلدة اللطامنة طائرات روسية.", "قصفت", "perfect"),
    ("شن الجيش السوري هجوما خلاله طائرات روسية.", "هجوما", "noun"),
    ("انتهى الهجوم وقصفت بعده", "قصفت", "perfect"),
])
def test_others_behind_in_it_are_not_read_so(text: str, word: str, form: str) -> None:
    """Forces, a place right behind, nouns and a text that ends there are no aircraft that strike."""
    view, trigger = pointed(text, word, "Air/drone strike", form)
    assert flown_meanwhile(view, trigger) is None


def test_aircraft_that_were_used_in_it_are_an_object() -> None:
    """Of "an attack in which aircraft were used" the aircraft are no subject."""
    view, trigger = pointed("شن الجيش هجوما استخدم فيه طائرات روسية.", "استخدم", "Air/drone strike", "perfect")
    assert flown_meanwhile(view, replace(trigger, lemma="استخدم")) is None
