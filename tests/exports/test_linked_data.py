"""PROV-O and Web Annotations: graphs that other people's readers understand."""

import datetime as dt
import io
import json
from dataclasses import replace
from typing import Any

import rdflib
from hypothesis import given, settings
from pyld import jsonld
from rdflib.namespace import PROV, RDF
from tests.linked_events import SENTENCE, claim, event, some_events

from sijill.exports.annotations import CONTEXT, write_annotations
from sijill.exports.provenance import write_provenance
from sijill.ledger import Decision, Link, LinkedEvent

SAMPLE = [event([claim(1, source="SOHR", bloc="independent"), claim(2, copy_of="a1")])]
URN = rdflib.Namespace("urn:sijill:")
# the few terms of the annotations' context that are used: it is not to be fetched here
TERMS: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "id": "@id", "type": "@type",
    "Annotation": "oa:Annotation", "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector", "AnnotationCollection": "as:OrderedCollection",
    "first": {"@id": "as:first", "@type": "@id"}, "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"}, "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"}, "start": "oa:start", "end": "oa:end", "exact": "oa:exact"}


def graph(events: list[LinkedEvent], decisions: tuple[Decision, ...] = ()) -> rdflib.Graph:
    """What rdflib reads of the provenance."""
    out = io.BytesIO()
    write_provenance(events, out, decisions=decisions)
    return rdflib.Graph().parse(data=out.getvalue(), format="json-ld")


def test_rdflib_follows_an_event_to_its_outlets() -> None:
    """An event derives from its claims, a claim from its article with its outlet, a reprint from its original."""
    read = graph(SAMPLE)
    claims = set(read.objects(URN["event:e1"], PROV.wasDerivedFrom))
    assert claims == {URN["claim:c1"], URN["claim:c2"]}
    assert read.value(URN["claim:c1"], PROV.wasDerivedFrom) == URN["article:a1"]
    assert read.value(URN["article:a2"], PROV.wasDerivedFrom) == URN["article:a1"]
    assert read.value(URN["article:a1"], PROV.wasAttributedTo) == URN["outlet:SOHR"]
    linking = read.value(URN["event:e1"], PROV.wasGeneratedBy)
    assert (linking, RDF.type, PROV.Activity) in read
    assert (linking, PROV.qualifiedUsage, None) in read


def test_decisions_are_activities_of_persons() -> None:
    """A decision is an activity with its time, its person and the claims that it used."""
    decision = Decision("d1", dt.datetime(2026, 1, 2, tzinfo=dt.UTC), "A coder", "same", ("c1", "c2"))
    read = graph(SAMPLE, (decision,))
    assert read.value(URN["decision:d1"], PROV.wasAssociatedWith) == URN["person:A%20coder"]
    assert set(read.objects(URN["decision:d1"], PROV.used)) == {URN["claim:c1"], URN["claim:c2"]}


@settings(max_examples=20, deadline=None)
@given(events=some_events)
def test_any_provenance_is_a_graph(events: tuple[LinkedEvent, ...]) -> None:
    """rdflib reads the provenance of any events, and finds every one of them."""
    read = graph(list(events))
    for one in events:
        assert (URN[f"event:{one.id}"], RDF.type, PROV.Entity) in read


def annotated(events: list[LinkedEvent], **more: Any) -> dict[str, Any]:
    """The annotations as JSON."""
    out = io.BytesIO()
    count = write_annotations(events, out, **more)
    found: dict[str, Any] = json.loads(out.getvalue())
    assert found["total"] == count == len(found["first"]["items"])
    return found


def test_spans_are_selected_by_place_and_words() -> None:
    """Each span has its offsets, the words at them, and what stands around them, in the article of the record."""
    found = annotated(SAMPLE)
    assert found["@context"] == CONTEXT
    first = found["first"]["items"][0]
    position, quote = first["target"]["selector"]
    assert (position["type"], position["start"], position["end"]) == ("TextPositionSelector", 0, 3)
    assert quote["exact"] == SENTENCE[0:3] and quote["suffix"] == SENTENCE[3:35]
    assert first["target"]["source"] == "urn:sijill:article:a1"


def test_words_beyond_the_sentence_are_quoted_from_the_text() -> None:
    """A span outside the claim's sentence has a position alone, and words too where the text is given."""
    one = claim(1, speakers=[(len(SENTENCE) + 1, len(SENTENCE) + 6, "monitor")])
    bare = annotated([event([one])])["first"]["items"][-1]["target"]["selector"]
    assert [s["type"] for s in bare] == ["TextPositionSelector"]
    whole = annotated([event([one])], text_of=lambda _: SENTENCE + ".المرصد")
    selectors = whole["first"]["items"][-1]["target"]["selector"]
    assert selectors[1]["exact"] == "المرص"


def test_pyld_expands_the_annotations() -> None:
    """A JSON-LD processor finds every annotation, its target and its selectors."""
    found = annotated(SAMPLE)

    def load(url: str, options: Any) -> dict[str, Any]:
        assert url == CONTEXT
        return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json",
                "document": {"@context": TERMS}}

    expanded = jsonld.expand(found, {"documentLoader": load})
    items = expanded[0]["http://www.w3.org/ns/activitystreams#first"][0][
        "http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == found["total"]
    assert all("http://www.w3.org/ns/oa#hasTarget" in item for item in items)


def test_a_link_that_a_person_made_leads_to_the_decision() -> None:
    """The linking of an event was informed by the decisions that its links name."""
    decision = Decision("d1", dt.datetime(2026, 1, 2, tzinfo=dt.UTC), "A coder", "same", ("c1", "c2"))
    joined = replace(SAMPLE[0], links=(Link("c1", None, 0.0), Link("c2", "c1", -3.0, by="d1")))
    read = graph([joined], (decision,))
    linking = read.value(URN["event:e1"], PROV.wasGeneratedBy)
    assert read.value(linking, PROV.wasInformedBy) == URN["decision:d1"]
