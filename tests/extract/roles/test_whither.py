"""Where who withdraws goes to."""

import pytest
from tests.extract.drafted import pointed, told

from sijill.documents import Event
from sijill.extract.roles.whither import but_whither


def places(event: Event) -> list[str]:
    return [place.name for place in event.places]


@pytest.mark.parametrize(("text", "verb", "left"), [
    ("انسحب الجيش السوري إلى مدينة حمص.", "انسحب", []),
    ("انسحب الجيش السوري من تدمر إلى مدينة حمص.", "انسحب", ["تدمر"]),
    ("انسحب الجيش السوري باتجاه حمص.", "انسحب", []),
    ("انسحب الجيش السوري إلى مدينة حمص عاصمة محافظة حمص.", "انسحب", []),
    ("انسحب الجيش السوري إلى مدينة حمص من تدمر.", "انسحب", ["تدمر"]),
    # who goes to a town's edges has left it, and who comes is where he came to
    ("انسحب الجيش السوري إلى أطراف حمص.", "انسحب", ["حمص"]),
    ("دخل الجيش السوري إلى مدينة حمص.", "دخل", ["حمص"]),
])
def test_where_somebody_withdraws_to_he_has_not_left(text: str, verb: str, left: list[str]) -> None:
    """ "To" before a place behind a withdrawal names no place of it; edges of a town and who enters are otherwise."""
    assert places(told(text, verb)) == left


@pytest.mark.parametrize(("text", "word", "left"), [
    ("انسحب الجيش السوري إلى مدينة حمص.", "انسحب", []),
    # of another sentence, behind another deed, behind a body, behind a direct object, and in a countryside
    ("انسحب الجيش السوري إلى مدينة حمص. وظلت مدينة تدمر هادئة.", "انسحب", ["تدمر"]),
    ("انسحب الجيش السوري ليلا. ووصل المسلحون إلى مدينة حمص.", "انسحب", ["حمص"]),
    ("انسحب الجيش السوري إلى حمص بعد قصف تدمر.", "انسحب", ["تدمر"]),
    ("غادر الجيش السوري حمص.", "غادر", ["حمص"]),
    ("انسحب الجيش السوري إلى بلدات بريف حمص.", "انسحب", ["حمص"]),
])
def test_what_is_no_aim_is_left(text: str, word: str, left: list[str]) -> None:
    """Only what "to" leads to in the sentence, and what is said of it, is no place of the withdrawal."""
    view, trigger = pointed(text, word, "Non-violent transfer of territory", "perfect", "agent_only")
    assert [view.places[i].name for i in but_whither(view, trigger, range(len(view.places)))] == left


def test_an_event_of_another_kind_keeps_its_places() -> None:
    """Where a body withdraws to stays the place of an event that is no transfer of territory: it is redeployed."""
    view, trigger = pointed("انسحب الجيش السوري إلى مدينة حمص.", "انسحب", "Change to group/activity", "perfect")
    assert but_whither(view, trigger, [0]) == [0]


@pytest.mark.parametrize(("text", "word", "left"), [
    ("سيطر الجيش اليمني على دمت بعد معارك دفعت الحوثيين إلى الفرار نحو محافظة ذمار.", "معارك", ["دمت"]),
    ("قتل عشرة مسلحين في معارك في كرش فيما فر آخرون باتجاه مدينة تعز.", "معارك", ["كرش"]),
    ("فر مئات المدنيين من سراقب إلى مدينة إدلب.", "فر", ["سراقب"]),
    ("دارت معارك في كرش بعد نزوح السكان إلى تعز.", "معارك", ["كرش"]),
    # whence they fled, where they came to by themselves, and where another deed was
    ("دارت معارك بعد فرار المسلحين من مدينة تعز.", "معارك", ["تعز"]),
    ("دارت معارك بعد وصول المسلحين إلى مدينة تعز.", "معارك", ["تعز"]),
    ("فر المسلحون وامتدت معارك عنيفة أمس إلى مدينة تعز.", "معارك", ["تعز"]),
    ("فر المسلحون أمس ووصلت معارك إلى مدينة تعز.", "معارك", ["تعز"]),
])
def test_where_somebody_flees_to_nothing_else_is_told_of(text: str, word: str, left: list[str]) -> None:
    """Beside other places one behind fleeing and "to" is of no event, unless a pronoun of its word points there."""
    view, trigger = pointed(text, word, "Armed clash")
    assert [view.places[i].name for i in but_whither(view, trigger, range(len(view.places)))] == left


@pytest.mark.parametrize(("text", "word", "left"), [
    ("نزح السكان من سنار إلى بلدة الدندر فقصفها الدعم السريع.", "فقصفها", ["سنار", "الدندر"]),
    ("نزح السكان من سنار إلى بلدة الدندر فقصف الدعم السريع.", "فقصف", ["سنار"]),
    # a pronoun before it, or of men, or of who does what a noun tells
    ("شهدت سنار هدوءا وقصفها الدعم السريع ونزح السكان إلى بلدة الدندر.", "وقصفها", ["سنار"]),
    ("نزح السكان من سنار إلى بلدة الدندر فقصفهم الدعم السريع.", "فقصفهم", ["سنار"]),
    ("نزح السكان من سنار إلى بلدة الدندر وواصلت القوات قصفها.", "قصفها", ["سنار"]),
])
def test_what_is_done_to_where_they_fled_is_there(text: str, word: str, left: list[str]) -> None:
    """A pronoun for a thing behind a verb that follows may stand for where somebody fled to; no other word does."""
    form = "noun" if word == "قصفها" else "perfect"
    view, trigger = pointed(text, word, "Shelling/artillery/missile attack", form)
    assert [view.places[i].name for i in but_whither(view, trigger, range(len(view.places)))] == left


@pytest.mark.parametrize(("text", "word", "left"), [
    ("فر المدنيون إلى مدينة حمص.", "فر", ["حمص"]),
    ("انسحب الجيش السوري إلى مدينة حمص.", "انسحب", ["حمص"]),
    ("فر المدنيون إلى حمص تاركين منازلهم في تلبيسة.", "فر", ["تلبيسة"]),
    ("رجعت عشرات الأسر التي نزحت إلى أربيل إلى الموصل.", "رجعت", ["الموصل"]),
    # "in" right behind is said of it, and "and to" leads to a second aim
    ("فر المدنيون من سراقب إلى بلدة سرمدا في محافظة إدلب.", "فر", ["سراقب"]),
    ("فر المدنيون من سراقب إلى حمص وإلى إدلب.", "فر", ["سراقب"]),
])
def test_no_event_loses_its_only_place_to_flight(text: str, word: str, left: list[str]) -> None:
    """Where somebody flees to stays if nothing else is left, and what is told behind it, not of it, stays with it."""
    view, trigger = pointed(text, word, "Displacement", "perfect")
    assert [view.places[i].name for i in but_whither(view, trigger, range(len(view.places)))] == left
