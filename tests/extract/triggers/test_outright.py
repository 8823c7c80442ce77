"""What a construction tells outright is an event, though its words rarely tell one."""

import datetime as dt

import pytest
from tests.extract.drafted import DAY

import sijill
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.triggers.candidates import propose
from sijill.extract.triggers.outright import launch, launched_on_a_day, outright
from sijill.pipeline import read_document

SETTLED = "Headquarters or base established"
CLASH = "Armed clash"


def viewed(text: str) -> View:
    document = read_document(text, published=DAY)
    return View(document, resolve(document))


def told(text: str) -> list[tuple[str, str]]:
    """The words that a construction tells as events, with their types."""
    view = viewed(text)
    return [(view.tokens[c.token].norm, kind) for c in propose(view) if (kind := outright(view, c)) is not None]


@pytest.mark.parametrize(("text", "event"), [
    ("دخلت عناصر الوحدات البلدة والتمركز داخل مدرستها كان الهدف.", ("والتمركز", SETTLED)),
    ("قام مقاتلو الفصيل بالتمركز على أطراف سراقب.", ("بالتمركز", SETTLED)),
    ("خسر داعش \"غزوة أبي جندل\" التي أعلنها التنظيم في 12 نيسان الماضي.", ("غزوه", CLASH)),
    ("قتل عشرات الجنود خلال المعركة التي أطلقتها الفصائل يوم الاثنين الماضي.", ("المعركه", CLASH)),
    ("قتل عشرات الجنود في الحملة التي بدأتها الفصائل يوم الاثنين الماضي.", ("الحمله", CLASH)),
    ("هدد الفصيل بعمليات ستنفذ ضد حواجز الجيش في درعا.", ("بعمليات", CLASH)),
    ("هناك هجمات سيشنها مقاتلوه بحق القوات التركية في عفرين.", ("هجمات", CLASH)),
])
def test_a_construction_tells_an_event(text: str, event: tuple[str, str]) -> None:
    """Settling in joined to another deed, operations launched on a day, and those to be carried out against a side;
    campaigns are of those who bear arms."""
    assert event in told(text)


@pytest.mark.parametrize("text", [
    "قصفت الطائرات نقاط التمركز في محيط سراقب.",
    "شملت حملة التلقيح التي بدأتها الوزارة يوم الاثنين الماضي ألف طفل.",
    "توسعت حملة التطعيم التي بدأت يوم الاثنين الماضي.",
    "فقدت الميليشيا القدرة على التمركز في المدينة.",
    "ناقش الضباط الانسحاب والتمركز.",
    "قام مقاتلو الفصيل بتمركز على أطراف سراقب.",
    "توقفت المعركة التي أطلقتها الفصائل في ريف حلب.",
    "توقفت المعركة، وعاد الوفد الذي أطلقت سراحه الفصائل يوم الاثنين الماضي.",
    "عاد إلى القرية التي أعلنها الجيش آمنة يوم الاثنين الماضي.",
    "تحدث الوزير عن عمليات ستنفذ في العام المقبل.",
    "وقع الهجوم يوم الاثنين الماضي.",
    "شكر الوزير المتطوعين في حملة النظافة التي أطلقتها الشرطة يوم الاثنين الماضي.",
    "تحدث الهلال الأحمر عن عمليات إغاثة ستنفذ ضد الجوع في حلب.",
])
def test_the_same_words_without_it_tell_none(text: str) -> None:
    """Points of settling, launches without a day, operations against nobody are left to what is weighed."""
    assert told(text) == []


def test_only_a_day_tells_which_launch_is_meant() -> None:
    """The verb of a launch is found behind the operation's name; a month is no day, nor is one past a comma."""
    for behind, day in (("يوم الجمعة الماضي", True), ("في آذار الماضي", False), (", يوم الجمعة الماضي", False)):
        view = viewed(f"فشلت \"معركة الكرامة\" التي بدأتها الفصائل {behind}.")
        at = next(i for i, token in enumerate(view.tokens) if token.norm == "معركه")
        verb = launch(view, at)
        assert verb is not None
        assert view.tokens[verb].norm == "بداتها"
        assert launched_on_a_day(view, at) is day


def test_what_a_launch_tells_stands_as_told() -> None:
    """The raid is an event of its launcher on its day, though it failed, and dates no other event."""
    document = sijill.load(model=None)(
        "أقر داعش بفشل \"غزوة أبي جندل\" التي أعلنها التنظيم في 12 أيار الماضي. "
        "ودارت معارك بين الجيش السوري والوحدات الكردية في القامشلي.", published="2015-08-01")
    raid, fight = document.events
    assert (raid.sub_event_type, raid.factuality, [a.id for a in raid.actor1]) == (CLASH, "asserted", ["IS"])
    assert raid.time.earliest == raid.time.latest == dt.date(2015, 5, 12)
    assert raid.trigger.rule.endswith(">outright")
    assert fight.time.latest == dt.date(2015, 8, 1)
