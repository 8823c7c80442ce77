"""Coded documents go to JSON and back without loss."""

import json

import sijill
from sijill.records import document_record, read_document

TEXT = "أعلن المرصد السوري لحقوق الإنسان مقتل 5 مدنيين في قصف لقوات النظام على مدينة دوما أمس."


def test_round_trip() -> None:
    """A coded document, written as JSON and read back, has the same events and control claims."""
    document = sijill.load(model=None)(TEXT, published="2018-03-14", source="مثال")
    record = json.loads(json.dumps(document_record(document), ensure_ascii=False))
    back = read_document(record, TEXT)
    assert (back.events, back.control) == (document.events, document.control)


def test_every_span_is_the_text_at_its_offsets() -> None:
    """Each span's text is the raw text between its offsets."""

    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            own = [value] if {"text", "start", "end"} <= value.keys() else []
            return own + [s for v in value.values() for s in spans(v)]
        return [s for v in value for s in spans(v)] if isinstance(value, list) else []

    found = spans(document_record(sijill.load(model=None)(TEXT, published="2018-03-14")))
    assert found
    for span in found:
        if span["start"] is not None:
            assert TEXT[span["start"] : span["end"]] == span["text"]
