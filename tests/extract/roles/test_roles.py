"""Roles: candidates, lists, and sides chosen as a pair."""

import datetime as dt

from tests.extract import drafted
from tests.extract.drafted import view_of

from sijill.documents import Trigger
from sijill.extract.clauses.actor_lists import actor_lists
from sijill.extract.roles.options import NOBODY, Played
from sijill.extract.roles.roles import Roles, _without, likeliest_of_lists
from sijill.extract.stance.stance import part_of
from sijill.extract.triggers.triggers import Weighed


def roles_of(text: str) -> Roles:
    view = view_of(text)
    return Roles(view, Weighed(view).triggers(0.0))


def test_coordinated_sides_are_one_list() -> None:
    """Sides joined by "and" are chosen together; a side after a preposition is not of their list."""
    view = view_of("اشتبك الجيش السوري وحزب الله مع جبهة النصرة.")
    lists = actor_lists(view)
    assert len(next(iter(lists.values()))) == 2


def test_earlier_sides_are_candidates_once() -> None:
    """A side named in an earlier sentence is a candidate by its latest mention only."""
    roles = roles_of("تقدم الحوثيون في صعدة. وقال الحوثيون إنهم صامدون. وقصفوا مواقع في نجران.")
    trigger = roles.triggers[-1]
    options = roles.actor_options(trigger)
    assert len({roles.view.sides[i].id for i in options}) == len(options)


def test_both_sides_of_a_war_are_treated_alike() -> None:
    """State, foreign and rebel forces are one class to the choice of roles; civilians are another."""
    assert part_of("SYR_ARMY") == part_of("IS") == part_of("RUS_ARMED") == "armed"
    assert part_of("CIVILIANS") != "armed"


def test_nobody_is_an_answer() -> None:
    """A trigger with no side in reach gets none."""
    roles = roles_of("وقع انفجار.")
    played = roles.choose()
    assert played
    assert all(not p.actor1 and not p.actor2 for p in played)
    assert NOBODY < 0


def test_a_trigger_outside_the_lexicon_is_borne() -> None:
    """A trigger given from outside whose word the lexicon lacks still gets parts."""
    view = view_of("باغت الجيش السوري تنظيم داعش في تدمر.")
    trigger = Trigger(0, 4, 0, "?", "noun", "agent_patient", "Armed clash", 1.0, "given")
    assert Roles(view, (trigger,)).choose()[0].ids["actor1"]


def test_a_list_counts_as_much_as_all_its_members() -> None:
    """Three places of one list, each less likely than a place by itself, outweigh it together."""
    lists = [(NOBODY,), (0,), (1, 2, 3), (1, 2, 3), (1, 2, 3)]
    assert likeliest_of_lists(lists, [0.1, 0.35, 0.15, 0.25, 0.15]) == 3
    assert likeliest_of_lists(lists, [0.1, 0.6, 0.1, 0.1, 0.1]) == 1


def options_of(text: str, word: str) -> list[str]:
    """The words of the mentions that may play a part in what a word tells."""
    roles = roles_of(text)
    trigger = next(t for t in roles.triggers if text[t.start : t.end] == word)
    mentions = (roles.view.actors[i] for i in roles.actor_options(trigger))
    return [text[mention.start : mention.end] for mention in mentions]


def test_who_only_tells_is_no_side_of_another_sentence() -> None:
    """Who accuses, and whom a source is in, play no part in what other sentences tell; who fights may."""
    text = "قتل مدنيون في قصف استهدف المستشفى. وحملت حركة حماس إسرائيل مسؤولية القصف."
    assert "حركة حماس" not in options_of(text, "قصف")
    text = "قال مصدر محلي في حزب الله إنه يتابع. وقتل مدنيون في قصف استهدف المستشفى."
    assert "حزب الله" not in options_of(text, "قصف")
    assert "حركة حماس" in options_of("قصفت حركة حماس الموقع. وقتل جنود في قصف استهدف المستشفى.", "قصف")


def test_nobody_else_takes_the_place_of_the_likeliest_that_cannot_have_done_it() -> None:
    """Where the likeliest is out of reach nobody is chosen; where another is, the likeliest stays."""
    numbers = [NOBODY, 3, 8]
    scores = _without({3}, numbers, [0.0, 3.0, 2.0])
    assert scores.index(max(scores)) == 0
    scores = _without({8}, numbers, [0.0, 3.0, 2.0])
    assert scores.index(max(scores)) == 1 and scores[2] < scores[0]
    assert _without(set(), numbers, [0.0, 3.0, 2.0]) == [0.0, 3.0, 2.0]


def test_a_side_behind_the_likeliest_stays_in_reach() -> None:
    """Where nobody is likeliest, only who cannot have done it is put out of reach."""
    scores = _without({3}, [NOBODY, 3, 8], [4.0, 3.0, 2.0])
    assert scores[0] == 4.0 and scores[2] == 2.0 and scores[1] < 0.0


def places_beside(text: str, held: bool) -> list[str]:
    """The places that may hold what a text tells last, when what it told before has its first place, or none."""
    roles = roles_of(text)
    *_, before, last = roles.triggers
    roles.played.append(Played(before, places=[0] if held else []))
    return [roles.view.places[i].name for i in roles.place_options(last)]


def test_no_place_is_brought_to_one_of_two_told_side_by_side() -> None:
    """Where an event of the type was just told and nowhere, its sentence's own places only may hold the next one."""
    beside = "دخل الجيش تدمر. وأضعفته غارات التحالف وغارات الطيران السوري."
    assert places_beside(beside, held=False) == []
    assert places_beside(beside, held=True) == ["تدمر"]
    named = "دخل الجيش تدمر. وأضعفته غارات التحالف وغارات على الرقة."
    assert places_beside(named, held=False) == ["الرقة"]
    other_type = "دخل الجيش تدمر. وأضعفته غارات التحالف ووقعت اشتباكات."
    assert places_beside(other_type, held=False) == ["تدمر"]
    other_sentence = "دخل الجيش تدمر. وأضعفته غارات التحالف. ووقعت غارات."
    assert places_beside(other_sentence, held=False) == ["تدمر"]


def test_who_claims_what_gunmen_did_is_who_they_were() -> None:
    """Of "gunmen attacked a post. IS claimed the attack" IS attacked, and the gunmen are no second side."""
    text = "هاجم مسلحون نقطة للجيش العراقي في الرمادي."
    assert drafted.sides(drafted.told(text + " وتبنى تنظيم داعش الهجوم.", "هاجم")) == (["IS"], ["IRQ_ARMY"])
    market = "هاجم مسلحون سوقا في الرمادي. وتبنى تنظيم داعش الهجوم."
    assert drafted.sides(drafted.told(market, "هاجم")) == (["IS"], [])
    known = "هاجم مقاتلو حركة طالبان نقطة للجيش العراقي في الرمادي. وتبنى تنظيم داعش الهجوم."
    assert drafted.sides(drafted.told(known, "هاجم"))[0] == ["NEW:Taliban"]
    assert drafted.sides(drafted.told(text + " ولم يتبن أحد الهجوم.", "هاجم"))[0] == ["UNIDENTIFIED_GUNMEN"]


def test_who_does_a_deed_is_not_whom_it_is_done_to() -> None:
    """One mention is not both sides of an attack, though nobody else is named; whom an army attacks is."""
    first, second = drafted.sides(drafted.told("هاجم نحو ستين مسلحا قافلتين عسكريتين قرب حاس.", "هاجم"))
    assert first == ["UNIDENTIFIED_GUNMEN"] and second == []
    army = drafted.sides(drafted.told("هاجم الجيش السوري مسلحين قرب حاس.", "هاجم"))
    assert army == (["SYR_ARMY"], ["UNIDENTIFIED_GUNMEN"])


def test_the_doer_that_words_name_is_not_hit_by_itself() -> None:
    """Who is said outright to have opened fire is not also on whom it was opened, though nobody else is named."""
    event = drafted.told("استشهدت حين أطلقت عليها قوات الاحتلال الإسرائيلي الرصاص أثناء عملها.", "أطلقت")
    assert drafted.sides(event) == (["IDF"], [])


def test_whence_a_report_was_sent_nothing_happens() -> None:
    """The town of a dateline is neither where a strike was nor who made it; a place in the report is."""
    text = "إسلام أباد، باكستان (وكالة) -- قتل خمسة في غارة على قرية بجنوب وزيرستان."
    event = drafted.told(text, "غارة")
    assert "إسلام أباد" not in {place.name for place in event.places} and event.places
    assert not {side.id for side in event.actor1} & {"NEW:Government of Pakistan", "NEW:Military Forces of Pakistan"}
    for text, word in (("بغداد (وكالة) - انفجرت سيارة مفخخة وسقط سبعة قتلى.", "انفجرت"),
                       ("كابول، أفغانستان (وكالة) - قصفت طائرات مواقع لطالبان.", "قصفت")):
        assert drafted.told(text, word).places == ()
    assert [place.name for place in drafted.told("انفجرت سيارة مفخخة في بغداد.", "انفجرت").places] == ["بغداد"]


def test_the_ground_is_where_places_are_and_not_whose_army_is_named() -> None:
    """An army abroad is not at home there, however often it and its government are named."""
    text = "قال الجيش الأمريكي إن جنودا أمريكيين قتلوا مسلحا في قندهار. وأشاد البيت الأبيض بالجيش الأمريكي."
    assert roles_of(text).ground == "AFG"
    assert roles_of("قال الجيش السوري إن جنوده قتلوا مسلحا.").ground == "SYR"


def test_an_army_and_its_air_force_are_no_two_sides() -> None:
    """What an air force strikes is not the army that it is of, though it may be another one named there."""
    event = drafted.told(
        "طرابلس: شن سلاح الجو غارات على مواقع الجيش الوطني الليبي جنوب العاصمة.", "غارات", dt.date(2020, 5, 10))
    assert drafted.sides(event) == (["LNA_AIRFORCE"], [])
    event = drafted.told(
        "طرابلس: شن طيران حفتر غارات على مواقع قوات الوفاق جنوب العاصمة.", "غارات", dt.date(2020, 5, 10))
    assert drafted.sides(event) == (["LNA_AIRFORCE"], ["GNA_FORCES"])


def test_what_gunmen_did_two_sentences_before_a_claim_is_the_claimants() -> None:
    """Who claims what gunmen did has done it, a sentence between, and not what a side that is named did."""
    text = "هاجم {} فندقا في مقديشو. ونقل الجرحى إلى المستشفى. وتبنت حركة الشباب الهجوم."
    assert drafted.sides(drafted.told(text.format("مسلحون"), "هاجم"))[0] == ["NEW:Al Shabaab"]
    assert drafted.sides(drafted.told(text.format("مقاتلو حركة طالبان"), "هاجم"))[0] == ["NEW:Taliban"]


def test_foes_that_fight_are_parted_though_one_is_named_again() -> None:
    """The army and the group that "waged clashes" are two parties, also where the group is quoted behind."""
    fought = drafted.drafts("خاضت القوات العراقية وتنظيم داعش اشتباكات أمس، وقال تنظيم داعش إنه انتصر.")[0]
    assert ([a.id for a in fought.actor1], [a.id for a in fought.actor2]) == (["IRQ_ARMY"], ["IS"])
