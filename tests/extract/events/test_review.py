"""The review of drafted events."""

from __future__ import annotations

from sijill.extract.choosing.trees import Forest, forest
from sijill.extract.clauses.view import View
from sijill.extract.events.events import draft
from sijill.extract.events.review import FACTS, Drafts, standing
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document

TWICE = (
    "قتل خمسة مدنيين بقصف مدفعي لقوات النظام السوري على مدينة دوما أمس الأحد.\n"
    "وكانت قوات النظام السوري قد سيطرت على بلدة مسرابا صباح السبت بعد اشتباكات مع جيش الإسلام.\n"
    "وقال ناشطون إن القصف على دوما جاء بعد يوم من الهدوء."
)


def drafts_of(text: str) -> tuple[View, Drafts]:
    document = read_document(text)
    view = View(document, resolve(document))
    return view, Drafts(view, draft(view))


def test_a_threshold_of_none_keeps_every_draft_and_of_one_drops_all() -> None:
    """The review only chooses among the drafts, in their order; it makes none and changes none."""
    view, drafts = drafts_of(TWICE)
    assert [event for event, _ in standing(view, drafts.drafts, threshold=-1.0)] == list(drafts.drafts)
    assert standing(view, drafts.drafts, threshold=1.0) == []
    kept = [event for event, _ in standing(view, drafts.drafts)]
    assert kept and {e.event_id for e in kept} <= {e.event_id for e in drafts.drafts}


def told(drafts: Drafts, number: int) -> dict[str, float]:
    """The facts of a draft by their names."""
    return dict(zip(FACTS, drafts.facts(number), strict=True))


def test_a_draft_sees_the_same_told_before_and_after_it() -> None:
    """A second telling of a strike on one place is described as such, the first by what comes after it."""
    _, drafts = drafts_of(TWICE)
    strikes = [i for i, e in enumerate(drafts.drafts) if "قصف" in TWICE[e.trigger.start : e.trigger.end]]
    assert len(strikes) == 2
    first, second = (told(drafts, i) for i in strikes)
    assert first["before:same"] == 0 < second["before:same"] == drafts.shares[strikes[0]]
    assert second["before:here"] > 0
    assert first["after:here"] == drafts.shares[strikes[1]]
    assert (first["word_before"], second["word_before"], second["word_after"]) == (0, 1, 0)


def test_a_draft_is_described_by_its_own_words() -> None:
    """What opens a clause before a draft and a number near it are told of it, not of the drafts elsewhere."""
    _, drafts = drafts_of(TWICE)
    at = {TWICE[e.trigger.start : e.trigger.end]: i for i, e in enumerate(drafts.drafts)}
    again, fights = told(drafts, at["القصف"]), told(drafts, at["اشتباكات"])
    assert again["near:subordinate"] == 1 < fights["near:subordinate"]
    assert told(drafts, 0)["number_before"] == 2 < again["number_before"]
    assert again["to_end"] < fights["from_start"] + fights["to_end"]


def test_trees_decide_what_stands() -> None:
    """A draft stands by the trees alone: one that speaks against retellings leaves the first telling."""
    view, drafts = drafts_of(TWICE)
    retold = (FACTS.index("before:here"), 0.0, 1.0, -2.0)
    kept = [event for event, _ in standing(view, drafts.drafts, Forest(0.0, (retold,)))]
    assert len(kept) < len(drafts.drafts)
    assert kept[0] == drafts.drafts[0]


def test_the_trees_of_the_package_ask_for_facts_that_there_are() -> None:
    """Every fact that the shipped trees ask for is one of FACTS, and the last ones are asked for too."""
    asked: set[int] = set()
    waiting = list(forest("review", FACTS).trees)
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple):
            asked.add(node[0])
            waiting += node[2:]
    assert min(asked) >= 0 and len(FACTS) - 5 <= max(asked) < len(FACTS)


def test_an_article_without_drafts_has_no_events() -> None:
    """Nothing drafted, nothing stands."""
    view, drafts = drafts_of("افتتح الوزير معرض الكتاب في العاصمة.")
    assert standing(view, ()) == []


def test_what_a_construction_tells_outright_stands_whatever_trees_say() -> None:
    """Trees that let nothing stand leave the operation that was launched on a named day, and no other draft."""
    text = "تقدم الجيش السوري في حلب بعد المعركة التي أطلقتها هيئة تحرير الشام في 12 نيسان 2017، وقصف الجيش البلدة."
    view, drafts = drafts_of(text)
    assert len(drafts.drafts) > 1
    ((stays, _),) = standing(view, drafts.drafts, Forest(-20.0, ()))
    assert text[stays.trigger.start : stays.trigger.end] == "المعركة"
