"""What a later sentence tells more fully is told there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from tests.extract.drafted import DAY

from sijill.documents import ActorArgument, Casualty, Event, PlaceArgument, Speaker
from sijill.extract.clauses.view import View
from sijill.extract.events.events import draft
from sijill.extract.events.told_again import DOUBTED, LEAD, told_again
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document

FIRST = "قتل خمسة مدنيين في غارة روسية على محافظة إدلب."
FULLER = "وقال مصدر طبي إن 5 مدنيين قتلوا في غارة روسية على بلدة كفرنبل."


def pair(text: str, between: str = "") -> tuple[View, Event, Event]:
    """The first and the last event of a text, which are strikes, both sure."""
    document = read_document(f"{FIRST} {between}{text}", published=DAY)
    view = View(document, resolve(document))
    events = [scored(e, 0.9) for e in draft(view, threshold=0.05) if e.sub_event_type == "Air/drone strike"]
    return view, events[0], events[-1]


def scored(event: Event, score: float) -> Event:
    return replace(event, trigger=replace(event.trigger, score=score))


def left(view: View, *events: Event) -> list[int]:
    """The numbers of the events that stay."""
    ids = [e.event_id for e in events]
    return [ids.index(e.event_id) for e in told_again(view, events)]


def test_a_lead_gives_way_to_its_retelling() -> None:
    """Of two events of one type, toll and side the later stays, at a place finer than that of the lead or the same."""
    view, lead, fuller = pair(FULLER)
    assert [p.name for p in lead.places] == ["إدلب"] and [p.name for p in fuller.places] == ["كفرنبل"]
    assert left(view, lead, fuller) == [1]
    assert left(view, lead, replace(fuller, places=lead.places)) == [1]
    assert left(view, replace(lead, places=()), fuller) == [1]
    assert left(view, lead, replace(fuller, places=())) == [1]
    assert left(view, fuller) == [0]


def test_what_one_of_three_alone_tells_reaches_the_surest() -> None:
    """The speaker of the first of three doubtful mentions is the last one's, which is surer than the second."""
    view, first, last = pair(FULLER, "واستهدفت غارة روسية ليلية منازل السكان. ")
    second = next(e for e in draft(view, threshold=0.05) if view.sentence_at[e.trigger.token] == 1)
    bare: dict[str, Any] = {"places": (), "casualties": (), "actor2": (), "sub_event_type": last.sub_event_type,
                            "factuality": last.factuality, "time": last.time}
    by = last.attribution
    assert by and view.sentence_at[last.trigger.token] == 2
    events = (scored(replace(first, **bare, attribution=by), DOUBTED - 0.2),
              scored(replace(second, **bare, attribution=()), DOUBTED - 0.1), replace(last, attribution=()))
    assert [(e.event_id, e.attribution) for e in told_again(view, events)] == [(last.event_id, by)]


def test_a_doubtful_event_without_a_place_is_the_surer_one_beside_it() -> None:
    """A doubtful event is the surer one of the next sentence where either has no place, not where each has its own."""
    view, lead, fuller = pair(FULLER)
    less = scored(replace(lead, casualties=(), actor2=()), DOUBTED - 0.01)
    assert left(view, replace(less, places=()), fuller) == [1]
    assert left(view, less, replace(fuller, places=())) == [1]
    assert left(view, less, fuller) == [0, 1]


def test_what_the_lead_alone_has_goes_to_the_retelling() -> None:
    """The speakers that only the lead names are kept, and of a thing told thrice the last telling stays."""
    view, lead, fuller = pair(FULLER)
    speaker = Speaker(0, 3, "witness", "test")
    (kept,) = told_again(view, (replace(lead, attribution=(speaker,)), replace(fuller, attribution=())))
    assert kept.event_id == fuller.event_id and kept.attribution == (speaker,)
    view, lead, last = pair(FULLER, f"{FULLER.replace('كفرنبل', 'كفرنبل وحاس')} ")
    events = [e for e in draft(view, threshold=0.05) if e.sub_event_type == "Air/drone strike"]
    assert len(events) == 3 and left(view, *events) == [2]


@pytest.mark.parametrize("change", [
    {"sub_event_type": "Shelling/artillery/missile attack"},
    {"factuality": "denied"},
    {"casualties": ()},
    {"casualties": (Casualty(0, 4, "killed", 6, 6, "CIVILIANS", "test"),)},
    {"casualties": (Casualty(0, 4, "wounded", 5, 5, "CIVILIANS", "test"),)},
    {"casualties": (Casualty(0, 4, "killed", 5, None, "CIVILIANS", "test"),)},
    {"actor1": (ActorArgument(0, 4, "RUS_AF", "test"),)},
    {"actor2": (ActorArgument(0, 4, "IS", "test"),)},
])
def test_another_event_is_no_retelling(change: dict[str, Any]) -> None:
    """Another type, factuality, toll or side is another event."""
    view, lead, fuller = pair(FULLER)
    lead = replace(lead, actor1=(ActorArgument(0, 4, "SYR_AIRFORCE", "test"),))
    fuller = replace(fuller, actor1=lead.actor1)
    assert left(view, lead, fuller) == [1]
    assert left(view, lead, replace(fuller, **change)) == [0, 1]


def test_a_toll_of_two_or_of_captives_tells_no_event_again() -> None:
    """Only three or more who were killed or wounded are a mark by which an event is known."""
    view, lead, fuller = pair(FULLER)
    for kind, low, kept in (("killed", 3, [1]), ("wounded", 3, [1]), ("killed", 2, [0, 1]), ("captured", 5, [0, 1])):
        toll = (Casualty(0, 4, kind, low, low, "CIVILIANS", "test"),)
        assert left(view, replace(lead, casualties=toll), replace(fuller, casualties=toll)) == kept


def test_a_retelling_is_near_and_in_another_sentence() -> None:
    """Five sentences on may tell again, not the sentence itself, and not the sixth."""
    view, lead, fuller = pair(FULLER, "ذهب الناس. " * 4)
    assert left(view, lead, fuller) == [1]
    view, lead, fuller = pair(FULLER, "ذهب الناس. " * 5)
    assert left(view, lead, fuller) == [0, 1]
    same = replace(lead, event_id="other", places=())
    assert left(view, lead, same) == [0, 1]


def test_a_coarser_or_another_place_is_told_besides() -> None:
    """A later event at a wider place, or at one as wide that the lead does not name, is another; one within is not."""
    view, lead, fuller = pair(FULLER)
    assert left(view, replace(lead, places=fuller.places), replace(fuller, places=lead.places)) == [0, 1]
    view, lead, fuller = pair(FULLER, "وساد الهدوء في بلدة حاس. ")
    town = next(p for p in view.places if p.name == "حاس")
    there = PlaceArgument(town.start, town.end, town.name, "whole", None, "test")
    assert left(view, replace(lead, places=(there,)), fuller) == [0, 1]
    within = replace(fuller.places[0], within="حاس")
    assert left(view, replace(lead, places=(there,)), replace(fuller, places=(within,))) == [1]


def test_events_of_other_days_are_two() -> None:
    """Words that date both to days apart tell of two events; a day that only one of them has does not."""
    view, lead, fuller = pair(FULLER)
    day = dt.date(2019, 5, 4)
    first = replace(lead, time=replace(lead.time, start=0, end=2, earliest=day, latest=day))
    later = day + dt.timedelta(days=1)
    second = replace(fuller, time=replace(fuller.time, start=60, end=64, earliest=later, latest=later))
    assert left(view, first, second) == [0, 1]
    assert left(view, first, replace(second, time=replace(second.time, start=None))) == [1]
    assert left(view, replace(first, time=replace(first.time, start=None)), second) == [1]
    assert left(view, first, replace(second, time=replace(first.time, start=60, end=64))) == [1]
    earlier = day - dt.timedelta(days=1)
    assert left(view, first, replace(second, time=replace(second.time, earliest=earlier, latest=earlier))) == [0, 1]
    assert left(view, first, replace(second, time=replace(second.time, start=0))) == [1]


@pytest.mark.parametrize(("text", "kept"), [
    (FULLER, [1]),
    (FULLER.replace("غارة روسية", "غارة روسية أخرى"), [0, 1]),
    ("وفي هجوم منفصل " + FULLER[1:], [0, 1]),
    (FULLER.replace("مدنيين", "مدنيين آخرين"), [0, 1]),
    # of the wounded told besides, or of another thing
    (FULLER.replace("قتلوا", "قتلوا وأصيب سبعة آخرون"), [1]),
    ("وفي مكان آخر " + FULLER[1:], [1]),
    (FULLER.replace("غارة روسية", "غارة روسية، أخرى القنابل"), [1]),
    (FULLER.replace("غارة روسية", "غارة روسية قتلت أخرى"), [1]),
    (FULLER.replace("كفرنبل", "كفرنبل ومنطقة أخرى"), [1]),
])
def test_another_deed_or_others_dead_are_no_retelling(text: str, kept: list[int]) -> None:
    """"Another raid", "in a separate attack" and "five others were killed" tell anew; "seven others hurt" does not."""
    view, lead, fuller = pair(text)
    assert left(view, lead, fuller) == kept


def doubtful(second: str = FULLER, **parts: Any) -> tuple[View, Event, Event]:
    """Two strikes of neighbouring sentences without tolls at one place, the later by far the less sure."""
    view, one, other = pair(second)
    one, other = (replace(e, casualties=(), places=one.places) for e in (one, other))
    return view, one, scored(replace(other, **parts), DOUBTED - 0.1)


def test_a_doubtful_event_beside_a_surer_one_like_it_is_none() -> None:
    """One that is hardly probable, of the type, place and sides of a surer one of the next sentence, goes, first or
    last; one that is more probable stays."""
    view, sure, doubted = doubtful()
    assert left(view, sure, doubted) == [0]
    assert left(view, scored(sure, DOUBTED - 0.2), doubted) == [1]
    assert left(view, sure, scored(doubted, DOUBTED)) == [0, 1]
    assert left(view, sure, replace(doubted, places=())) == [0] == left(view, sure, replace(doubted, actor1=()))


@pytest.mark.parametrize("change", [
    {"sub_event_type": "Shelling/artillery/missile attack"},
    {"factuality": "denied"},
    {"actor1": (ActorArgument(0, 4, "TUR_AIRFORCE", "test"),)},
    {"actor2": (ActorArgument(0, 4, "IS", "test"),)},
    {"places": (PlaceArgument(0, 4, "حاس", "whole", None, "test"),)},
])
def test_a_doubtful_event_unlike_the_surer_one_stays(change: dict[str, Any]) -> None:
    """Another type, factuality, side or place is another event, however doubtful."""
    side = ActorArgument(0, 4, "RUS_AF", "test")
    view, sure, doubted = doubtful(actor1=(side,), actor2=())
    sure = replace(sure, actor1=(side,), actor2=(ActorArgument(0, 4, "HTS", "test"),))
    assert left(view, sure, doubted) == [0]
    assert left(view, sure, replace(doubted, **change)) == [0, 1]


def test_a_doubtful_event_further_on_or_of_another_deed_stays() -> None:
    """Two sentences on, or told as another raid, a doubtful event is one of its own."""
    view, sure, doubted = doubtful(f"ساد الهدوء. {FULLER}")
    assert left(view, sure, doubted) == [0, 1]
    view, sure, doubted = doubtful(FULLER.replace("غارة روسية", "غارة روسية أخرى"))
    assert left(view, sure, doubted) == [0, 1]


def test_what_the_doubtful_event_alone_has_goes_to_the_surer() -> None:
    """A toll that only the event that goes has is told of the one that stays."""
    view, sure, doubted = doubtful()
    toll = Casualty(0, 4, "killed", 5, 5, "CIVILIANS", "test")
    (kept,) = told_again(view, (sure, replace(doubted, casualties=(toll,))))
    assert kept.event_id == sure.event_id and kept.casualties == (toll,)


def test_the_lead_of_an_article_gives_way_to_what_says_more_surely_who_did_it_to_whom() -> None:
    """The first sentence's event goes where the next has a surer one of its sides, wherever it was; a later sentence's
    does not, nor one that is sure, or lacks a side."""
    view, one, other = pair(FULLER)
    russians, front = (ActorArgument(0, 4, name, "test") for name in ("RUS_AF", "HTS"))
    lead, later = (replace(e, casualties=(), actor1=(russians,), actor2=(front,)) for e in (one, other))
    assert [p.name for p in lead.places] != [p.name for p in later.places]
    lead = scored(lead, LEAD - 0.1)
    assert left(view, lead, later) == [1]
    assert left(view, scored(lead, LEAD), later) == [0, 1]
    assert left(view, later, scored(lead, 0.9)) == [0, 1]
    assert left(view, lead, scored(later, DOUBTED)) == [0, 1]
    for part in ("actor1", "actor2"):
        assert left(view, replace(lead, **{part: ()}), later) == [0, 1]
        assert left(view, lead, replace(later, **{part: ()})) == [0, 1]
    document = read_document(f"ذهب الناس. {FIRST} {FULLER}", published=DAY)
    second = View(document, resolve(document))
    shifted = [replace(e, trigger=replace(e.trigger, token=e.trigger.token + 3)) for e in (lead, later)]
    assert left(second, *shifted) == [0, 1]


def test_a_lead_that_takes_another_place_stays() -> None:
    """A taking that is told of another place behind the lead is another taking; one of the same place is not."""
    view, one, other = pair(FULLER)
    parts: dict[str, Any] = {"casualties": (), "sub_event_type": "Government regains territory",
                             "actor1": (ActorArgument(0, 4, "SYR_ARMY", "test"),),
                             "actor2": (ActorArgument(0, 4, "HTS", "test"),)}
    lead, later = (replace(e, **parts) for e in (one, other))
    lead = scored(lead, LEAD - 0.1)
    assert left(view, lead, later) == [0, 1]
    assert left(view, lead, replace(later, places=lead.places)) == [1]


def test_a_lead_that_is_done_once_more_elsewhere_stays() -> None:
    """The same verb behind "and", at another place by name, is another deed than the lead; else the lead gives way."""
    parties: dict[str, Any] = {"casualties": (), "actor1": (ActorArgument(0, 4, "HOUTHIS", "test"),),
                               "actor2": (ActorArgument(0, 4, "CIVILIANS", "test"),)}

    def stay(again: str) -> tuple[View, Event, Event]:
        document = read_document(f"قصف الحوثيون حيا في تعز. {again} قرية في الضالع.", published=DAY)
        view = View(document, resolve(document))
        lead, later = (replace(e, **parties) for e in draft(view, threshold=0.05))
        assert lead.sub_event_type == later.sub_event_type and lead.places and later.places
        return view, scored(lead, LEAD - 0.1), scored(later, 0.9)

    view, lead, later = stay("وقصفوا")
    assert left(view, lead, later) == [0, 1]
    assert left(view, lead, replace(later, places=lead.places)) == [1]
    assert left(view, replace(lead, places=()), later) == [1]
    assert left(*stay("فقد قصفوا")) == [1]


def test_a_doubtful_event_of_other_days_or_in_one_sentence_stays() -> None:
    """Words that date two events to other days keep both; what one sentence tells twice is not looked at here."""
    view, sure, doubted = doubtful()
    days = DAY, DAY + dt.timedelta(1)
    early, late = (replace(e, time=replace(e.time, start=day.day, earliest=day, latest=day))
                   for e, day in zip((sure, doubted), days, strict=True))
    assert left(view, early, late) == [0, 1]
    beside = replace(doubted, trigger=replace(doubted.trigger, token=sure.trigger.token + 1))
    assert left(view, sure, beside) == [0, 1]


def test_only_one_of_three_neighbours_takes_up_a_doubtful_event() -> None:
    """Of two sure events beside a doubtful one the first takes its parts, and no other event has them too."""
    view, sure, doubted = doubtful(FULLER, casualties=(Casualty(0, 4, "killed", 5, 5, "CIVILIANS", "test"),))
    second = replace(sure, event_id="second", sub_event_type="Displacement")
    kept = told_again(view, (sure, second, doubted))
    assert [bool(e.casualties) for e in kept] == [True, False]
    alike = replace(sure, event_id="second")
    kept = told_again(view, (sure, alike, doubted))
    assert [bool(e.casualties) for e in kept] == [True, False]


SAID = "شنت طائرات روسية غارة عنيفة على سوق شعبي في بلدة كفرنبل صباحا."
ALIKE = "وأفاد سكان بأن طائرات روسية شنت غارة عنيفة على سوق شعبي في كفرنبل وأحرقت عددا من المحال التجارية المجاورة."
REPEATED = "وقال ناشطون إن طائرات روسية شنت غارة عنيفة على سوق شعبي في كفرنبل."


def twice(later: str, between: str = "وساد هدوء حذر بعد ذلك. وأغلقت المدارس. ") -> tuple[View, Event, Event]:
    """A strike and its retelling some sentences on, the later by far the surer."""
    text = f"{SAID} {between}{later}"
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))
    events = [e for e in draft(view, threshold=0.02) if e.sub_event_type == "Air/drone strike"]
    one = next(e for e in events if text[e.trigger.start : e.trigger.end] == "غارة")
    other = next(e for e in reversed(events) if text[e.trigger.start : e.trigger.end] == "غارة")
    one, other = (replace(e, casualties=(), places=one.places, actor1=one.actor1, actor2=(), time=one.time)
                  for e in (one, other))
    return view, scored(one, 0.5), scored(other, 0.9)


def test_of_an_event_told_twice_in_the_same_words_the_surer_stays() -> None:
    """Of two tellings in the same words, however far apart, the less sure goes; what adds nothing always does."""
    view, one, other = twice(ALIKE)
    assert left(view, one, other) == [1]
    assert left(view, scored(one, 0.95), other) == [0]
    view, one, other = twice(REPEATED)
    assert left(view, one, other) == [0]


@pytest.mark.parametrize("change", [
    {"sub_event_type": "Shelling/artillery/missile attack"},
    {"factuality": "denied"},
    {"actor1": (ActorArgument(0, 4, "TUR_AIRFORCE", "test"),)},
    {"places": (PlaceArgument(0, 4, "حاس", "whole", None, "test"),)},
    {"places": (PlaceArgument(0, 4, "درعا", "whole", "درعا", "test"),)},
    {"casualties": (Casualty(0, 4, "killed", 6, 6, "CIVILIANS", "test"),)},
])
def test_the_same_words_for_another_event_tell_two(change: dict[str, Any]) -> None:
    """Another type, factuality, doer, place or toll of the dead is another event, in whatever words; so is a town whose
    province is called as it."""
    view, one, other = twice(ALIKE)
    one = replace(one, casualties=(Casualty(0, 4, "killed", 5, 5, "CIVILIANS", "test"),))
    assert left(view, one, other) == [1]
    assert left(view, one, replace(other, **change)) == [0, 1]


@pytest.mark.parametrize("change", [
    {"places": ()},
    {"places": (PlaceArgument(0, 4, "السوق", "whole", "كفرنبل", "test"),)},
    {"casualties": (Casualty(0, 4, "wounded", 6, 6, "CIVILIANS", "test"),)},
])
def test_the_same_words_with_less_or_finer_tell_one(change: dict[str, Any]) -> None:
    """Without a place, at a place within the other's, or with other wounded the same words tell one event."""
    view, one, other = twice(ALIKE)
    hurt = (Casualty(0, 4, "wounded", 5, 5, "CIVILIANS", "test"),)
    assert left(view, replace(one, casualties=hurt), replace(other, **change)) == [1]
    assert left(view, replace(one, **change), replace(other, casualties=hurt)) == [1]


def test_the_same_words_for_another_target_or_day_tell_two() -> None:
    """Where both name whom it struck, or words date both, and not the same, the same words tell two events."""
    view, one, other = twice(ALIKE)
    hit, also, day = ActorArgument(0, 4, "HTS", "test"), ActorArgument(0, 4, "IS", "test"), dt.date(2019, 5, 4)
    assert left(view, replace(one, actor2=(hit,)), replace(other, actor2=(hit,))) == [1]
    assert left(view, replace(one, actor2=(hit,)), replace(other, actor2=(also,))) == [0, 1]
    first = replace(one, time=replace(one.time, start=0, end=2, earliest=day, latest=day))
    later = day + dt.timedelta(days=1)
    second = replace(other, time=replace(other.time, start=60, end=64, earliest=later, latest=later))
    assert left(view, first, second) == [0, 1]


@pytest.mark.parametrize("later", [
    ALIKE.replace("غارة عنيفة", "غارة أخرى عنيفة"),
    "ومساء، قضت عائلة نازحة من خمسة أفراد تحت الأنقاض جراء غارة مماثلة.",
])
def test_another_raid_or_other_words_tell_two(later: str) -> None:
    """"Another raid" in the same words is one of its own, and so is one that other words tell."""
    view, one, other = twice(later)
    assert left(view, one, other) == [0, 1]


def known(second: str = FULLER, **parts: Any) -> tuple[View, Event, Event]:
    """Two sure events of far sentences with other tolls of wounded, at one place, the later a little less sure."""
    view, one, other = pair(second, "ذهب الناس. " * 8)
    hurt = [(Casualty(0, 4, "wounded", n, n, "CIVILIANS", "test"),) for n in (4, 7)]
    one, other = (replace(e, casualties=toll, places=one.places, actor2=(), **parts)
                  for e, toll in zip((one, other), hurt, strict=True))
    return view, one, scored(other, 0.8)


def test_a_suicide_bombing_is_told_once() -> None:
    """Two sure tellings of a bomber at one place, however far apart, are one event, and the one with a toll stays; of
    other deeds, of several bombers or of another one there are two."""
    bomber = {"sub_event_type": "Suicide bomb"}
    view, one, other = known(**bomber)
    assert left(view, one, other) == [0]
    assert left(view, replace(one, casualties=()), other) == [1]
    assert left(view, *known()[1:]) == [0, 1]
    elsewhere = (PlaceArgument(0, 4, "حاس", "whole", None, "test"),)
    side, foe = (ActorArgument(0, 4, name, "test") for name in ("IS", "HTS"))
    assert left(view, one, replace(other, places=elsewhere)) == [0, 1]
    assert left(view, replace(one, actor1=(side,)), replace(other, actor1=(foe,))) == [0, 1]
    assert left(view, replace(one, actor2=(side,)), replace(other, actor2=(foe,))) == [0, 1]
    for text in (FULLER.replace("غارة روسية", "غارات روسية"), FULLER.replace("في غارة", "حين شن رجل آخر غارة"),
                 FULLER.replace("غارة روسية", "غارة روسية أخرى")):
        view, one, other = known(text, **bomber)
        assert left(view, one, other) == [0, 1]
    view, one, other = known(FULLER.replace("غارة روسية", "غارات روسية"), **bomber)
    assert left(view, replace(one, trigger=other.trigger), replace(other, trigger=one.trigger)) == [0, 1]


def test_a_small_toll_at_one_place_tells_an_event_again() -> None:
    """The same one or two killed at the same place are one event's; where places or the dead differ they are not."""
    view, one, other = known()
    toll = (Casualty(0, 4, "killed", 2, 2, "CIVILIANS", "test"),)
    more = Casualty(0, 4, "killed", 1, 1, "CIVILIANS", "test")
    one, other = (replace(e, casualties=toll) for e in (one, other))
    assert left(view, one, other) == [0]
    assert left(view, replace(one, casualties=(*toll, more)), other) == [0, 1]
    elsewhere = (*one.places, PlaceArgument(0, 4, "حاس", "whole", None, "test"))
    assert left(view, one, replace(other, places=elsewhere)) == [0, 1]
    assert left(view, replace(one, places=()), replace(other, places=())) == [0, 1]
    beside = replace(other, trigger=replace(other.trigger, token=one.trigger.token + 1))
    assert left(view, one, beside) == [0, 1]
    days = DAY, DAY + dt.timedelta(1)
    early, late = (replace(e, time=replace(e.time, start=day.day, earliest=day, latest=day))
                   for e, day in zip((one, other), days, strict=True))
    assert left(view, early, late) == [0, 1]


def test_a_blast_with_the_toll_of_a_bomber_is_his() -> None:
    """A blast less sure than a suicide bombing with its toll goes, one of two dead at its place alone; a surer one, one
    of other days or one that is denied stays."""
    view, one, other = known()
    toll = (Casualty(0, 4, "killed", 5, 5, "CIVILIANS", "test"),)
    few = (Casualty(0, 4, "killed", 2, 2, "CIVILIANS", "test"),)
    elsewhere = (PlaceArgument(0, 4, "حاس", "whole", None, "test"),)
    bomber = replace(one, sub_event_type="Suicide bomb", casualties=toll)
    blast = replace(other, sub_event_type="Remote explosive/landmine/IED", casualties=toll, places=elsewhere)
    assert left(view, bomber, blast) == [0]
    assert left(view, scored(bomber, 0.5), blast) == [0, 1]
    assert left(view, bomber, replace(blast, factuality="denied")) == [0, 1]
    assert left(view, bomber, replace(blast, sub_event_type="Armed clash")) == [0, 1]
    bomber, blast = (replace(e, casualties=few) for e in (bomber, blast))
    assert left(view, bomber, blast) == [0, 1]
    assert left(view, bomber, replace(blast, places=bomber.places)) == [0]
    days = DAY, DAY + dt.timedelta(1)
    early, late = (replace(e, places=bomber.places, time=replace(e.time, start=day.day, earliest=day, latest=day))
                   for e, day in zip((bomber, blast), days, strict=True))
    assert left(view, early, late) == [0, 1]


def test_what_a_side_claims_was_told_before() -> None:
    """The deed of which a side announces its responsibility is the one told before, whatever its type and however sure;
    without such a word, by another side, elsewhere, of another day, denied or no force it is another."""
    claim = "وأعلن التنظيم مسؤوليته عن غارة على بلدة كفرنبل."
    view, one, other = known(claim)
    one = scored(replace(one, casualties=(), actor1=()), 0.5)
    other = replace(other, casualties=(), sub_event_type="Attack")
    assert left(view, one, other) == [0]
    assert left(view, one, replace(other, factuality="denied")) == [0, 1]
    assert left(view, one, replace(other, event_type="Protests")) == [0, 1]
    assert left(view, replace(one, event_type="Protests"), other) == [0, 1]
    side, foe = (ActorArgument(0, 4, name, "test") for name in ("IS", "HTS"))
    assert left(view, replace(one, actor1=(side,)), replace(other, actor1=(side,))) == [0]
    assert left(view, replace(one, actor1=(side,)), replace(other, actor1=(foe,))) == [0, 1]
    assert left(view, one, replace(other, places=(PlaceArgument(0, 4, "حاس", "whole", None, "test"),))) == [0, 1]
    for days in (40, -40):
        day = DAY + dt.timedelta(days)
        assert left(view, one, replace(other, time=replace(other.time, earliest=day, latest=day))) == [0, 1]
    far = claim.replace("عن غارة", "كاملة عن كل ما جرى في غارة")
    for text in (claim.replace("مسؤوليته عن", "عن"), claim.replace("غارة", "غارة أخرى"), far):
        view, one, other = known(text, actor1=())
        assert left(view, one, replace(other, sub_event_type="Attack")) == [0, 1]
    view, one, other = known(claim, actor1=())
    beside = replace(one, event_id="other", trigger=replace(other.trigger, token=other.trigger.token - 1))
    assert left(view, beside, replace(other, sub_event_type="Attack")) == [0, 1]
