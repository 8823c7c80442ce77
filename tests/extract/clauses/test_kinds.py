"""The type of an event follows its sides where the codebook says so."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.extract.drafted import pointed, told

import sijill
from sijill.extract.clauses.kinds import (
    BY_CONTEXT,
    BY_MEANS,
    EXCESSIVE,
    FROM_AIR,
    FROM_GROUND,
    RIOT,
    bears_arms,
    by_fire,
    by_sides,
    deed,
    fights_for_state,
    flies,
    put_down,
    settle,
)
from sijill.extract.tables.lexicon import OVERTAKES, REGAINS


def test_a_taking_by_the_state_is_a_regaining() -> None:
    """A place taken by state forces is a government's gain, whatever the word."""
    assert settle(OVERTAKES, ["SYR_ARMY"], "SYR") == REGAINS


def test_a_taking_by_others_is_an_overtaking() -> None:
    """A place taken by a group that fights the state is a non-state actor's gain."""
    assert settle(REGAINS, ["IS"], "SYR") == OVERTAKES
    assert settle(REGAINS, ["YPG"], "SYR") == OVERTAKES


def test_those_who_fight_for_the_state_count_as_it() -> None:
    """A militia, a foreign force allied with the country's state or a mission of many states takes places for it."""
    assert settle(OVERTAKES, ["AFRICAN_UNION"], None) == REGAINS
    assert fights_for_state("POPRES_YEM", "YEM")
    assert fights_for_state("SOUTHERN_RES", "YEM")
    assert fights_for_state("SAUDI_COALITION", "YEM")
    assert not fights_for_state("HOUTHIS", "YEM")
    assert not fights_for_state("TUR_ARMED", "SYR", dt.date(2018, 3, 1))
    assert not fights_for_state("STC", "YEM")


def test_units_under_the_state_s_command_are_the_state_s() -> None:
    """A militia whose parent is a state's army takes places for it; a foreign army under its own state does not."""
    assert fights_for_state("HADRAMI_ELITE", None)
    assert not fights_for_state("US_FORCES", "SYR")


def test_who_stands_in_for_an_army_takes_places_back() -> None:
    """An armed group that stands in for a state's army, and its units, take places back, in those days alone."""
    for one in ("LNA", "LNA_UNITS"):
        assert settle(OVERTAKES, [one], "LBY", dt.date(2015, 7, 25)) == REGAINS
        assert settle(REGAINS, [one], "LBY", dt.date(2019, 4, 6)) == OVERTAKES
    assert settle(REGAINS, ["BRSC"], "LBY", dt.date(2015, 7, 25)) == OVERTAKES


def test_states_that_the_registry_lacks_are_states() -> None:
    """The army of a state without actors of its own takes places back, and whom it fights takes them."""
    assert settle(OVERTAKES, ["NEW:Military Forces of Afghanistan"], "AFG") == REGAINS
    assert settle(REGAINS, ["NEW:Taliban"], "AFG") == OVERTAKES


def test_a_strike_by_an_air_force_is_from_the_air() -> None:
    """Shelling by aircraft alone is an air strike, by an army it stays shelling."""
    def told(text: str) -> tuple[str, list[str]]:
        document = sijill.load(model=None)(text, published=dt.date(2018, 3, 1))
        assert document.events
        return document.events[0].sub_event_type, [a.id for a in document.events[0].actor1]

    assert told("قصف الطيران الروسي بلدة كفربطنا في الغوطة الشرقية أمس.") == ("Air/drone strike", ["RUS_AF"])
    kind, side = told("قصف الجيش الروسي بلدة كفربطنا في الغوطة الشرقية أمس.")
    assert kind == "Shelling/artillery/missile attack" and side == ["RUS_ARMED"]
    assert told("قصفت طائرات التحالف العربي مواقع الحوثيين في صعدة.")[0] == "Air/drone strike"
    launched = "أطلقت طائرات إسرائيلية صواريخ على موقع للجيش السوري قرب حمص."
    assert told(launched) == ("Air/drone strike", ["ISR_AIRFORCE"])


def test_what_artillery_shells_the_army_shells() -> None:
    """Where words say that it is artillery, shelling is the army's, though the text has named its aircraft last."""
    document = sijill.load(model=None)("نفذ الطيران الحربي التركي غارات على ريف منبج، إضافة إلى قصف مدفعي مكثف على "
                                       "قرية أصلانكي.", published=dt.date(2024, 12, 20))
    shelled = [e for e in document.events or () if e.sub_event_type == "Shelling/artillery/missile attack"]
    assert [[a.id for a in e.actor1] for e in shelled] == [["TUR_ARMED"]]


def test_what_is_done_to_civilians_alone_is_no_battle() -> None:
    """Armed men's deed against civilians alone is an attack on them, against fighters too a battle."""
    assert settle("Armed clash", ["IS"], "SYR", hit=frozenset(("CIVILIANS",))) == "Attack"
    assert settle("Armed clash", ["IS"], "SYR", hit=frozenset(("CIVILIANS", "SYR_ARMY"))) == "Armed clash"
    assert settle("Armed clash", ["IS"], "SYR", hit=frozenset(("SYR_ARMY",))) == "Armed clash"


def test_other_types_stay() -> None:
    """A type that no side settles is left as it is."""
    assert settle("Armed clash", ["IS"], "SYR") == "Armed clash"
    assert settle(REGAINS, [], "SYR") == REGAINS


def test_force_at_a_protest_is_excessive() -> None:
    """What a state's forces do to people in a sentence that tells of a protest is force against protesters."""
    def kind_of(text: str) -> str:
        return sijill.load(model=None)(text, doc_id="x", published="2018-05-15").events[0].sub_event_type

    assert kind_of("قتل ثلاثة مدنيين برصاص الجيش الإسرائيلي خلال مظاهرات شرق غزة.") == EXCESSIVE
    assert kind_of("قتل ثلاثة مدنيين برصاص الجيش الإسرائيلي شرق غزة.") == "Attack"


def test_a_clash_with_a_crowd_is_no_battle() -> None:
    """Protesters who clash with police riot, and are the first side whoever is named first."""
    text = "اندلعت اشتباكات بين الشرطة العراقية والمتظاهرين في مدينة الكوت."
    (event,) = sijill.load(model=None)(text, doc_id="x", published="2018-05-15").events
    assert event.sub_event_type == RIOT
    assert [a.id for a in event.actor1] == ["PROTESTERS"]
    assert [a.id for a in event.actor2] == ["IRQ_POLICE"]


def test_who_is_attacked_and_bears_arms_is_fought() -> None:
    """Fire on a patrol is a clash, on a physician an attack; governments do not bear arms."""
    for text, kind in (("أطلق مسلحون مجهولون النار على دورية للشرطة العراقية في الموصل.", "Armed clash"),
                       ("أطلق مسلحون مجهولون النار على طبيب في الموصل.", "Attack")):
        document = sijill.load(model=None)(text, published=dt.date(2015, 8, 1))
        assert [e.sub_event_type for e in document.events or ()] == [kind]
    assert bears_arms("IRQ_POLICE") and bears_arms("IS")
    assert not bears_arms("IRQ_GOV") and not bears_arms("CIVILIANS")


@pytest.mark.parametrize(("text", "kind"), [
    ("أطلق المتظاهرون النار على قوات الأمن في البصرة.", RIOT),
    ("فتح متظاهرون النار على الشرطة العراقية في البصرة.", RIOT),
    # who opens fire stands before the verb, or right behind it
    ("أطلقت الشرطة العراقية النار على المتظاهرين في البصرة.", EXCESSIVE),
    # nobody who bears arms is fired at
    ("أطلق المتظاهرون النار على المتظاهرين في البصرة.", EXCESSIVE),
])
def test_a_crowd_that_opens_fire_on_forces_riots(text: str, kind: str) -> None:
    """What a crowd, named between a verb and its object, does to forces is a riot, no force against the crowd."""
    document = sijill.load(model=None)(text, published=dt.date(2018, 5, 15))
    assert [e.sub_event_type for e in document.events or ()] == [kind]


def test_only_a_subject_named_before_the_object_is_the_doer_for_sure() -> None:
    """A crowd that the roles guess, of a noun, or behind its verb's object, changes no type."""
    def kind(text: str, word: str, form: str, first: frozenset[str], doers: list[int]) -> str:
        view, trigger = pointed(text, word, EXCESSIVE, form)
        lemma = replace(trigger, lemma="أطلق.1")
        return by_sides(lemma, {"actor1": first, "actor2": frozenset(("IRQ_POLICE",))}, doers, view, "IRQ")

    crowd = frozenset(("PROTESTERS",))
    text = "أطلق المتظاهرون النار على الشرطة العراقية."
    assert kind(text, "أطلق", "perfect", crowd, [0]) == RIOT
    assert kind(text, "أطلق", "noun", crowd, [0]) == EXCESSIVE
    assert kind(text, "أطلق", "perfect", frozenset(), [0]) == EXCESSIVE
    assert kind(text, "أطلق", "perfect", frozenset(("IRQ_POLICE",)), [0]) == EXCESSIVE
    assert kind(text, "أطلق", "perfect", crowd, [1]) == EXCESSIVE
    assert kind("أطلق المتظاهرون هتافات قوية ضد الشرطة العراقية.", "أطلق", "perfect", crowd, [0]) == EXCESSIVE


@pytest.mark.parametrize(("kind", "form", "rule", "doers", "read_as"), [
    (FROM_GROUND, "noun", "", [0], FROM_AIR), (FROM_GROUND, "perfect", BY_CONTEXT, [0], FROM_AIR),
    (FROM_GROUND, "noun", BY_CONTEXT, [0], FROM_GROUND), (FROM_GROUND, "perfect", BY_MEANS, [0], FROM_GROUND),
    (FROM_GROUND, "noun", "", [], FROM_GROUND), ("Other", "noun", "", [0], "Other"),
])
def test_aircraft_that_shell_strike_from_the_air(
        kind: str, form: str, rule: str, doers: list[int], read_as: str) -> None:
    """Shelling by aircraft is an air strike, but where its means are told or, of a noun, the words beside it."""
    view, trigger = pointed("طائرات روسية قصفت القرية.", "قصفت", kind, form)
    sides = {"actor1": frozenset(("RUS_AF",)), "actor2": frozenset[str]()}
    assert by_sides(replace(trigger, rule=rule), sides, doers, view, "SYR") == read_as


def test_who_besieges_at_home_is_the_army() -> None:
    """A government that besieges a place at home does so with its army; one abroad, and in all else, is itself."""
    _, trigger = pointed("حصار المدينة أمس.", "حصار", "Other")
    assert deed(replace(trigger, lemma="حاصر.1"), "SYR_GOV") == "Armed clash"
    assert deed(replace(trigger, lemma="حاصر.1"), "TUR_GOV") == "Other"
    assert deed(replace(trigger, lemma="حاصر.1"), "COUNTRY:SYR") == "Other"
    assert deed(replace(trigger, lemma="أغلق.1"), "SYR_GOV") == "Other"
    assert deed(replace(trigger, lemma="حاصر.1", sub_event_type="Arrests"), "SYR_GOV") == "Arrests"


@pytest.mark.parametrize(("text", "word", "doer", "read_as"), [
    ("هجوم صاروخي نفذته طائرة روسية على القرية.", "هجوم", "طائرة روسية", FROM_AIR),
    ("قصف صاروخي للطائرات الروسية على القرية.", "قصف", "للطائرات الروسية", FROM_AIR),
    ("قصف مدفعي نفذته طائرة روسية على القرية.", "قصف", "طائرة روسية", FROM_GROUND),
    ("قصف صاروخي، يعتقد أن طائرة روسية نفذته، دمر القرية.", "قصف", "طائرة روسية", FROM_AIR),
    ("قصف صاروخي للقوات الروسية على القرية.", "قصف", "للقوات الروسية", FROM_GROUND),
    ("طائرة روسية فوق القرية وقصف صاروخي.", "قصف", "طائرة روسية", FROM_GROUND),
    ("قصف صاروخي على القرية، وحلقت طائرة روسية.", "قصف", "طائرة روسية", FROM_GROUND),
    ("قصف صاروخي على القرية وحلقت طائرة روسية.", "قصف", "طائرة روسية", FROM_GROUND),
])
def test_rockets_of_aircraft_strike_from_the_air(text: str, word: str, doer: str, read_as: str) -> None:
    """A rocket attack made by aircraft named behind it is an air strike; that of guns or forces, or beside aircraft,
    is none."""
    view, trigger = pointed(text, word, FROM_GROUND)
    (number,) = [i for i, m in enumerate(view.actors) if doer.endswith(text[m.start : m.end])]
    sides = {"actor1": frozenset((view.sides[number].id,)), "actor2": frozenset[str]()}
    assert by_sides(replace(trigger, rule=BY_CONTEXT), sides, [number], view, "SYR") == read_as


@pytest.mark.parametrize(("word", "fly"), [("الطائرة", True), ("طائرات", True), ("الدبابة", False)])
def test_the_aircraft_fly_with_an_article_too(word: str, fly: bool) -> None:
    """"The aircraft" of nobody named fly as "aircraft" do; a tank does not."""
    view, _ = pointed(f"أطلقت {word} قذيفة.", "أطلقت", FROM_GROUND, "perfect")
    assert flies(view, 0) is fly


def test_a_minister_of_a_state_without_rows_bears_no_arms() -> None:
    """A government bears no arms, whether the registry has its state or not; its army does."""
    assert not bears_arms("NEW:Government of Pakistan") and not bears_arms("IRQ_GOV")
    assert bears_arms("NEW:Military Forces of Pakistan") and bears_arms("IRQ_ARMY")


def test_protesters_who_throw_or_burn_are_rioters() -> None:
    """Protesters who throw stones, burn or bar in a riot go by the name of a mob; who storm or clash keep theirs."""
    _, trigger = pointed("رشق محتجون الشرطة.", "رشق", RIOT)
    for lemma in ("رشق", "أحرق.1", "أضرم", "قطع.1"):
        assert deed(replace(trigger, lemma=lemma), "PROTESTERS") == "Mob violence"
    for lemma in ("اقتحم", "اشتبك"):
        assert deed(replace(trigger, lemma=lemma), "PROTESTERS") == RIOT
    assert deed(replace(trigger, lemma="رشق"), "EGY_MB") == RIOT
    assert deed(replace(trigger, lemma="قطع.1", sub_event_type="Peaceful protest"), "PROTESTERS") == "Peaceful protest"


def test_armed_groups_too_put_protesters_down() -> None:
    """What a rebel group does to protesters is excessive force; what protesters or civilians do is none."""
    view, trigger = pointed("أطلق النار عليهم.", "أطلق", "Attack")
    protesters = frozenset(("PROTESTERS",))
    assert put_down("Attack", ["HOUTHIS"], protesters, view, trigger.token)
    assert put_down("Attack", ["RUS_ARMED"], protesters, view, trigger.token)
    for doers in ([], ["PROTESTERS"], ["CIVILIANS", "HOUTHIS"]):
        assert not put_down("Attack", doers, protesters, view, trigger.token)


@pytest.mark.parametrize(("words", "doer", "crushed"), [
    ("على تظاهرة في إب", "HOUTHIS", True), ("لتفريق مظاهرة في إب", "HOUTHIS", True),
    ("لتفريق مظاهرة في إب", "UNIDENTIFIED_GUNMEN", False), ("على حافلة قرب تظاهرة", "HOUTHIS", False),
    ("على حافلة، ونظمت تظاهرة", "HOUTHIS", False), ("على حافلة", "HOUTHIS", False),
])
def test_whoever_shoots_at_a_demonstration_puts_it_down(words: str, doer: str, crushed: bool) -> None:
    """Shooting of an armed group at a demonstration or to disperse it is excessive force, near one an attack."""
    view, trigger = pointed(f"أطلق المقاتلون الرصاص {words}.", "أطلق", "Attack")
    for hit in (frozenset[str](), frozenset(("CIVILIANS",))):
        assert put_down("Attack", [doer], hit, view, trigger.token) is crushed
    assert not put_down("Attack", [doer], frozenset(("SYR_ARMY",)), view, trigger.token)


def test_the_forces_of_a_state_without_rows_put_protests_down() -> None:
    """What such a state's army, or a division, does to civilians at a protest is excessive force; rebels attack."""
    view, trigger = pointed("قتل ستة في تظاهرة.", "قتل", "Attack")
    civilians = frozenset(("CIVILIANS",))
    assert put_down("Attack", ["NEW:Military Forces of Pakistan"], civilians, view, trigger.token)
    assert put_down("Attack", ["SYR_4DIV"], civilians, view, trigger.token)
    assert not put_down("Attack", ["NEW:Taliban"], civilians, view, trigger.token)


@pytest.mark.parametrize(("words", "protest"), [
    ("في تظاهرة", True), ("في احتجاج", True), ("بعد أن احتجوا", True),
    # riots, a strike, and why a state acted are no protest
    ("في اضطرابات", False), ("في إضراب", False), ("احتجاجا على الهدنة", False),
])
def test_only_what_is_put_down_with_excess_is_a_protest(words: str, protest: bool) -> None:
    """Civilians killed at a protest are put down; those killed in riots, or "in protest at" something, are attacked."""
    view, trigger = pointed(f"قتل ستة {words}.", "قتل", "Attack")
    assert put_down("Attack", ["SYR_ARMY"], frozenset(("CIVILIANS",)), view, trigger.token) is protest


@pytest.mark.parametrize(("text", "word", "fire"), [
    ("سيطر الجيش السوري ناريا على طريق الكاستيلو.", "سيطر", True),
    ("أحكم الجيش السوري السيطرة النارية على المعبر.", "السيطرة", True),
    ("بات الجيش السوري يسيطر بالنار على بلدة حيان.", "يسيطر", True),
    ("سيطر الجيش السوري على الطريق بالنيران.", "سيطر", True),
    ("سيطر الجيش السوري على دراجات نارية في حيان.", "سيطر", False),
    ("سيطر الجيش السوري على حيان، وقطع الطريق ناريا.", "سيطر", False),
    ("سيطر الجيش السوري على حيان بعد قصفها بالنيران.", "سيطر", False),
    ("سيطر الجيش السوري على حيان.", "سيطر", False),
])
def test_control_by_fire(text: str, word: str, fire: bool) -> None:
    """Control is by fire where its own word is told so, and not what is taken, or done, besides."""
    view, trigger = pointed(text, word, REGAINS)
    assert by_fire(view, trigger.token) is fire


def test_control_by_fire_takes_no_place() -> None:
    """A road controlled by fire is fought for, and held by nobody for it; one that is taken is held."""
    coder = sijill.load(model=None)
    document = coder("سيطرت قوات النظام ناريا على طريق الكاستيلو في حلب.", published=dt.date(2016, 7, 7))
    assert [e.sub_event_type for e in document.events or ()] == ["Armed clash"] and not document.control
    for held in ("بات الجيش السوري يسيطر ناريا على بلدة حيان.", "باتت بلدة حيان تحت السيطرة النارية للجيش السوري."):
        assert not coder(held, published=dt.date(2016, 7, 7)).control
    taken = coder("سيطرت قوات النظام على طريق الكاستيلو في حلب.", published=dt.date(2016, 7, 7))
    assert [e.sub_event_type for e in taken.events or ()] == [REGAINS] and taken.control


def test_a_crowd_loses_no_place() -> None:
    """Protesters from whom a square is taken held nothing that they could lose; gunmen did."""
    coder = sijill.load(model=None)
    for foes, lost in (("المتظاهرين", []), ("مقاتلي تنظيم داعش", ["IS"])):
        document = coder(f"انتزع الجيش المصري ميدان النهضة من {foes}.", published=dt.date(2014, 7, 8))
        assert [c.holder for c in document.control or () if c.polarity == "holds"] == ["EGY_ARMY"]
        assert [c.holder for c in document.control or () if c.polarity == "lost"] == lost


def test_forces_at_home_fight_for_their_state() -> None:
    """Forces that fight abroad elsewhere are a state's own at home, whoever is its ally."""
    assert settle(OVERTAKES, ["SAU_ARMED"], "SAU") == REGAINS
    assert settle(REGAINS, ["SAU_ARMED"], "IRQ") == OVERTAKES


def test_an_assassination_is_an_attack_whoever_was_killed() -> None:
    """A leader of an armed side who is assassinated is attacked; men of it who are attacked fight."""
    coder = sijill.load(model=None)
    for text, kind in (("اغتال مجهولون قياديا في حركة حماس شرقي غزة.", "Attack"),
                       ("هاجم مجهولون مقاتلين من حركة حماس شرقي غزة.", "Armed clash")):
        (event,) = coder(text).events or ()
        assert event.sub_event_type == kind


@pytest.mark.parametrize(("text", "kind"), [
    ("قالت أنقرة إن القوات التركية سيطرت على بلدة راجو شمالي سوريا، وأشاد الرئيس التركي بالجيش التركي.", OVERTAKES),
    ("سيطرت القوات السعودية على مواقع للحوثيين في نجران جنوبي السعودية، وأشادت الرياض بالجيش السعودي.", REGAINS),
])
def test_an_army_is_at_home_where_the_places_are(text: str, kind: str) -> None:
    """Whose country it is say the places that a report names, not how often it names an army's government."""
    events = sijill.load(model=None)(text, published=dt.date(2018, 3, 5)).events or ()
    assert [e.sub_event_type for e in events if e.trigger.start == text.index("سيطرت")] == [kind]


def test_an_attack_of_a_state_on_protesters_is_excessive_force() -> None:
    """What forces do to strikers is excessive force, what gunmen do to them an attack."""
    text = "قتلت {} ثلاثة عمال مضربين قرب المنجم."
    assert told(text.format("الشرطة الهندية"), "قتلت").sub_event_type == "Excessive force against protesters"
    view, trigger = pointed("قتل مسلحون ثلاثة عمال مضربين.", "قتل", "Attack", "perfect")
    for strikers, hit, crushed in ((["IDF"], "PROTESTERS", True), (["UNIDENTIFIED_GUNMEN"], "PROTESTERS", False),
                                   (["IDF"], "RIOTERS", False), ([], "PROTESTERS", False)):
        assert put_down("Attack", strikers, frozenset((hit,)), view, trigger.token) is crushed
    assert not put_down("Attack", ["IDF"], frozenset(), view, trigger.token)


def test_fighters_killed_by_the_other_side_s_fire_fell_in_battle() -> None:
    """Whom a side's fire killed fell in a battle if they bore arms, and to an attack if not or by nobody's hand."""
    view, trigger = pointed("قتل ستة برصاص المقاومة.", "قتل", "Attack", "passive", "victim")
    trigger = replace(trigger, lemma="قتل.1")
    for first, hit, kind in ((("POPRES_YEM",), "HOUTHIS", "Armed clash"), (("POPRES_YEM",), "CIVILIANS", "Attack"),
                             ((), "HOUTHIS", "Attack"), (("HOUTHIS",), "HOUTHIS", "Attack")):
        ids = {"actor1": frozenset(first), "actor2": frozenset((hit,))}
        assert by_sides(trigger, ids, (), view, "YEM") == kind
