"""Ousting: a side driven out of a place."""

from tests.extract.drafted import told

from sijill.documents import Trigger
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.tables.lexicon import TAKING
from sijill.extract.takings.ousting import place_taken
from sijill.pipeline import read_document


def test_a_side_beaten_out_of_places_has_lost_them() -> None:
    """"beating X out of P and Q" tells a taking of P and Q, wherever the fight before it was."""
    event = told("خاض الجيش اليمني معارك في محيط مدينة الضالع، تم خلالها دحر ميليشيات الحوثي من قريتي العود "
                 "ومريس ومعسكر الجب.", "دحر")
    assert event.sub_event_type == "Government regains territory"
    assert [p.name for p in event.places] == ["العود", "مريس", "معسكر الجب"]


def test_beating_a_side_is_no_taking() -> None:
    """Where no place is said that the beaten left, nothing changed hands."""
    assert told("أعلن الجيش اليمني دحر ميليشيات الحوثي خلال معارك الضالع.", "دحر").sub_event_type == "Armed clash"


def test_a_place_cleared_of_its_holders_is_taken() -> None:
    """The verb of clearing a place tells a taking, whoever stands between the two."""
    for text, word in (("طهّر الجيش اليمني مدينة حرض من ميليشيات الحوثي.", "طهّر"),
                       ("طهّر الجيش اليمني من ميليشيات الحوثي مدينتي حرض وميدي.", "طهّر"),
                       ("طهرت قوات الجيش اليمني بالكامل مديرية ميدي.", "طهرت")):
        assert told(text, word).sub_event_type == "Government regains territory"


def test_clearing_mines_or_in_a_place_is_no_taking() -> None:
    """Clearing a place of mines takes it from nobody, nor does clearing pockets in it, nor a combing that goes on."""
    for text, word in (("طهّر الجيش اليمني مدينة حرض من الألغام.", "طهّر"),
                       ("طهّر الجيش اليمني أوكار المسلحين في مدينة حرض.", "طهّر"),
                       ("تستمر عمليات تطهير مدينة حرض من ميليشيات الحوثي.", "تطهير")):
        assert told(text, word).sub_event_type not in TAKING


def test_arms_taken_back_are_no_place() -> None:
    """What was taken back is arms where the words behind say so, however many; a store of arms is a place."""
    text = "تمكن الجيش الوطني من استعادة كميات كبيرة من الأسلحة والذخائر في صرواح."
    assert told(text, "استعادة").sub_event_type == "Disrupted weapons use"
    assert told("تمكن الجيش الوطني من استعادة بلدة صرواح.", "استعادة").sub_event_type in TAKING


def test_a_clearing_that_was_managed_is_a_taking() -> None:
    """The noun of clearing tells a taking where it was managed and those cleared out are named; else it goes on."""
    text = "تمكنت المقاومة الشعبية من تطهير مدينة حرض من مسلحي الحوثي."
    assert told(text, "تطهير").sub_event_type in TAKING
    assert told("تواصل المقاومة الشعبية تطهير مدينة حرض من مسلحي الحوثي.", "تطهير").sub_event_type not in TAKING


def test_a_finished_clearing_is_a_taking() -> None:
    """The noun of finishing tells it as its verb does, of men and not of mines, and not where it goes on."""
    for text, word in (("أعلن الجيش العراقي استكمال تطهير قرى الحويجة من فلول داعش.", "تطهير"),
                       ("نجح الجيش اليمني في تمشيط مزارع حرض من الحوثيين.", "تمشيط")):
        assert told(text, word).sub_event_type == "Government regains territory", text
    for text, word in (("أعلن الجيش العراقي استكمال تمشيط بلدة الحويجة من الألغام.", "تمشيط"),
                       ("يواصل الجيش العراقي تطهير قرى الحويجة من فلول داعش.", "تطهير")):
        assert told(text, word).sub_event_type not in TAKING, text


def test_what_is_taken_over_may_be_things() -> None:
    """Whoever takes over arms has taken weapons, whoever takes over goods has looted; neither has taken a place."""
    for things, kind in (("أسلحة وذخائر", "Disrupted weapons use"),
                         ("سيارات ومبالغ مالية", "Looting/property destruction"),
                         ("بلدة الباغوز", "Non-state actor overtakes territory")):
        assert told(f"استولى تنظيم داعش على {things} قرب الحدود.", "استولى").sub_event_type == kind


def test_what_stands_right_behind_on_is_taken() -> None:
    """of "took control of a seat in P" the seat is taken, and not P; P is where no other is named."""
    event = told("سيطرت قوات الدعم السريع على مقر الفرقة السادسة مشاة في الفاشر.", "سيطرت")
    assert [p.name for p in event.places] == ["مقر الفرقة السادسة"]
    event = told("سيطرت قوات الدعم السريع على معمل السكر ومبنى المصرف في سنار.", "سيطرت")
    assert [p.name for p in event.places] == ["معمل السكر", "مبنى المصرف"]
    event = told("سيطرت قوات الدعم السريع على مواقع للجيش في الفاشر.", "سيطرت")
    assert [p.name for p in event.places] == ["الفاشر"]


def test_the_on_of_another_verb_takes_nothing() -> None:
    """What another verb's "on", or one behind a comma, has behind it is not what was taken."""
    for text in ("فرض الجيش سيطرته وأطلق النار على مدينة دوما.", "فرض الجيش سيطرته، على مدينة دوما.",
                 "فرض الجيش سيطرته بعد غارات على دوما.", "فرض الجيش سيطرته في حرستا المطلة على دوما."):
        document = read_document(text)
        view = View(document, resolve(document))
        at = next(n for n, token in enumerate(view.tokens) if token.norm == "سيطرته")
        trigger = Trigger(0, 1, at, "سيطر.1", "noun", "agent_patient", "Government regains territory", 1.0, "test")
        assert place_taken(view, trigger) is None


def test_who_takes_a_place_may_be_of_another_one() -> None:
    """"The men of P took control of Q" takes Q."""
    event = told("سيطرت المقاومة الشعبية في محافظتي لحج وأبين على معسكر لبوزة.", "سيطرت")
    assert [p.name for p in event.places] == ["معسكر لبوزة"]
