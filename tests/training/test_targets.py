"""What the encoder is to learn of an article."""

from __future__ import annotations

from training.encoder.targets import Article, PartTarget, kinds_of, targets
from training.gold import Gold, read
from training.views import Example

from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve

TEXT = "سيطرت قوات الجيش السوري على بلدة الميادين أمس. وقصف الطيران الروسي مدينة دوما، وقتل مدنيان."


def span(words: str) -> Gold:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def example() -> Example:
    event = {"trigger": span("سيطرت"), "sub_event_type": "Government regains territory",
             "event_type": "Strategic developments", "factuality": "asserted",
             "actor1": [span("قوات الجيش السوري") | {"id": "SYR_GOV"}], "actor2": [],
             "places": [span("الميادين") | {"name": "الميادين", "extent": "whole"}]}
    gold = {"doc_id": "one", "text": TEXT, "published": "2017-10-15", "events": [event], "control": []}
    ((document, told),) = read([gold])
    return Example(View(document, resolve(document)), told)


def part(article: Article, name: str) -> PartTarget:
    return next(p for p in article.parts if p.part == name)


def test_a_gold_trigger_is_the_right_kind_at_its_own_offset_and_other_candidates_are_none() -> None:
    """The word that the gold record marks has its type as the right one; a candidate beside it has NONE."""
    found = {w.offset: w for w in targets(example()).words}
    assert found[TEXT.index("سيطرت")].right == "Government regains territory"
    assert found[TEXT.index("وقصف")].right == "-"
    assert all(w.right in w.kinds for w in found.values())


def test_the_place_of_the_gold_record_is_right_and_stands_where_the_text_has_it() -> None:
    """Of the places that the rules propose only the gold one is right, at its raw offset."""
    place = part(targets(example()), "place")
    assert place.trigger == TEXT.index("سيطرت")
    right = [offset for offset, good in zip(place.mentions, place.right, strict=True) if good]
    assert [TEXT[offset:].split()[0].strip(".") for offset in right] == ["الميادين"]
    assert not place.empty


def test_a_part_that_the_gold_record_leaves_empty_is_nobodys() -> None:
    """No second side in the record: no mention is right, and the part is empty."""
    second = part(targets(example()), "actor2")
    assert second.empty and not any(second.right)


def test_none_is_the_first_kind() -> None:
    """The order of the kinds is that of the head's rows: NONE, then the others by name."""
    kinds = kinds_of([targets(example())])
    assert kinds[0] == "-" and list(kinds[1:]) == sorted(kinds[1:])
