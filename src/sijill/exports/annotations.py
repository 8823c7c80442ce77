"""The evidence as W3C Web Annotations: every span of every claim, by its offsets and by its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sijill.arabic.writable import writable
from sijill.exports.evidence import Span, TextOf, quoted, spans, urn
from sijill.exports.jsontext import dumped, write_array
from sijill.ledger import Claim, LinkedEvent

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NAME = "urn:sijill:annotations"


def write_annotations(events: Iterable[LinkedEvent], out: BinaryIO, *, text_of: TextOf | None = None) -> int:
    """One AnnotationCollection in JSON-LD of all spans of all claims; how many annotations were written.

    The target of each is the article of the record (urn:sijill:article:ID) at its code points; its words are
    quoted where the claim's sentence or `text_of` holds them.
    """
    # annotations name the context once, for all
    head = (f'{{"@context": "{CONTEXT}", "id": "{_NAME}", "type": "AnnotationCollection", '
            f'"label": "Evidence of claims", "first": {{"id": "{_NAME}:page", "type": "AnnotationPage", '
            f'"partOf": {dumped(_NAME)}, "startIndex": 0, "items": ')
    count = write_array(annotate(events, text_of), head, '}, "total": ', out)
    # the array's end stands on a line of its own; so does the count
    out.write(f"{count}}}\n".encode())
    return count


def annotate(events: Iterable[LinkedEvent], text_of: TextOf | None = None) -> Iterator[dict[str, Any]]:
    """The annotations of events, one a span."""
    for event in events:
        for claim in event.claims:
            text = text_of(claim.article_id) if text_of else None
            for number, span in enumerate(spans(claim.event)):
                if 0 <= span.start < span.end:
                    yield _annotation(event, claim, span, number, text)


def _annotation(event: LinkedEvent, claim: Claim, span: Span, number: int, text: str | None) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
    words = quoted(claim, span.start, span.end, text)
    if words is not None:
        selectors.append({"type": "TextQuoteSelector", "exact": words.exact, "prefix": words.prefix,
                          "suffix": words.suffix})
    return {
        "id": f"{urn('claim', claim.id)}:{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": writable(f"{span.field}={span.value}")},
            {"type": "TextualBody", "purpose": "describing", "value": writable(f"rule {span.rule}")},
            {"type": "SpecificResource", "purpose": "linking", "source": urn("claim", claim.id)},
            {"type": "SpecificResource", "purpose": "classifying", "source": urn("event", event.id)},
        ],
        "target": {"type": "SpecificResource", "source": urn("article", claim.article_id), "selector": selectors},
    }
