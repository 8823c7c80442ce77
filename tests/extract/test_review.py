"""The review of drafted events."""

from __future__ import annotations

from sijill.extract.events import draft
from sijill.extract.reference import resolve
from sijill.extract.review import Drafts, review
from sijill.extract.view import View
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
    assert review(view, drafts.drafts, threshold=-1.0) == tuple(drafts.drafts)
    assert review(view, drafts.drafts, threshold=1.0) == ()
    kept = review(view, drafts.drafts)
    assert kept and {e.event_id for e in kept} <= {e.event_id for e in drafts.drafts}


def test_a_draft_sees_the_same_told_before_and_after_it() -> None:
    """A second telling of a strike on one place is described as such, the first by what comes after it."""
    _, drafts = drafts_of(TWICE)
    strikes = [i for i, e in enumerate(drafts.drafts) if "قصف" in TWICE[e.trigger.start : e.trigger.end]]
    assert len(strikes) == 2
    first, second = (drafts.features(i) for i in strikes)
    assert "before:none" in first and "before:none" not in second
    assert "before:new_place=False" in second and "before:here=0" not in second
    assert "after:new_place=False" in first and "after:here=0" not in first


def test_weights_decide_what_stands() -> None:
    """A draft stands by its weights alone: what speaks against retellings leaves the first telling."""
    view, drafts = drafts_of(TWICE)
    kept = review(view, drafts.drafts, {"bias": 1.0, "before:new_place=False": -3.0})
    assert len(kept) < len(drafts.drafts)
    assert kept[0] == drafts.drafts[0]


def test_an_article_without_drafts_has_no_events() -> None:
    """Nothing drafted, nothing stands."""
    view, drafts = drafts_of("افتتح الوزير معرض الكتاب في العاصمة.")
    assert review(view, ()) == ()
