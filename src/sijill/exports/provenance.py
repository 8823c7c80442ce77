"""Where events come from as PROV-O: outlets, articles, claims, links, decisions and events in JSON-LD."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sijill.agreement.settling import SETTLED
from sijill.arabic.writable import writable
from sijill.exports.evidence import urn
from sijill.exports.jsontext import dumped, write_array
from sijill.exports.tellers import outlet
from sijill.ledger import Claim, Decision, LinkedEvent

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sijill": "urn:sijill:vocabulary:",
}
_PROGRAM = "urn:sijill:program"
Node = dict[str, Any]


def write_provenance(events: Iterable[LinkedEvent], out: BinaryIO, *, decisions: Iterable[Decision] = ()) -> int:
    """One graph in JSON-LD that needs no other file to be read; how many nodes were written.

    An article, an outlet and a claim are each one node; the ids of those written are kept while it is made.
    """
    head = f'{{"@context": {dumped(CONTEXT)}, "@graph": '
    return write_array(nodes(events, decisions), head, "}", out)


def nodes(events: Iterable[LinkedEvent], decisions: Iterable[Decision] = ()) -> Iterator[Node]:
    """The nodes of the graph, what is derived after what it is derived from."""
    seen: set[str] = set()

    def fresh(made: Iterable[Node]) -> Iterator[Node]:
        for node in made:
            if node["@id"] not in seen:
                seen.add(node["@id"])
                yield node

    yield {"@id": _PROGRAM, "@type": ["prov:Agent", "prov:SoftwareAgent"], "rdfs:label": "Sijill"}
    for decision in decisions:
        yield from fresh(_decision(decision))
    for event in events:
        for claim in event.claims:
            yield from fresh(_claim(claim))
        yield from fresh(_event(event))


def _claim(claim: Claim) -> Iterator[Node]:
    article = urn("article", claim.article_id)
    known = outlet(claim)
    publisher = known.name if known else claim.source
    name = known.id if known else claim.source
    agent = urn("outlet", name) if name else None
    if agent and publisher:
        yield {"@id": agent, "@type": ["prov:Agent", "prov:Organization"], "rdfs:label": writable(publisher),
               "sijill:bloc": writable(claim.bloc)}
    yield _without_nothing({
        "@id": article, "@type": "prov:Entity", "dcterms:identifier": writable(claim.doc_id),
        "dcterms:source": writable(claim.url) if claim.url else None, "dcterms:issued": _day(claim.published),
        "prov:wasAttributedTo": _link(agent),
        "prov:wasDerivedFrom": _link(urn("article", claim.copy_of) if claim.copy_of else None)})
    reading = f"{urn('claim', claim.id)}:reading"
    # who settled it is told by their decision
    people = claim.event.trigger.rule == SETTLED
    yield _without_nothing({
        "@id": reading, "@type": "prov:Activity", "prov:used": _link(article),
        "rdfs:label": "coding of an article by people" if people else "coding of an article",
        "prov:wasAssociatedWith": None if people else _link(_PROGRAM)})
    yield {"@id": urn("claim", claim.id), "@type": "prov:Entity", "prov:value": writable(claim.sentence),
           "prov:wasGeneratedBy": _link(reading), "prov:wasDerivedFrom": _link(article),
           "sijill:factuality": claim.event.factuality, "sijill:subEventType": writable(claim.event.sub_event_type),
           "sijill:trigger": claim.event.trigger.start}


def _event(event: LinkedEvent) -> Iterator[Node]:
    claims = [_link(urn("claim", claim.id)) for claim in event.claims]
    linking = f"{urn('event', event.id)}:linking"
    by = sorted({link.by for link in event.links if link.by})
    yield _without_nothing({
        "@id": linking, "@type": "prov:Activity", "rdfs:label": "linking of claims", "prov:used": claims,
        "prov:wasAssociatedWith": _link(_PROGRAM), "prov:wasInformedBy": [_link(urn("decision", one)) for one in by],
        "prov:qualifiedUsage": [_without_nothing({
            "@type": "prov:Usage", "prov:entity": _link(urn("claim", link.claim)),
            "sijill:weight": {"@value": f"{link.weight:.17g}", "@type": "xsd:double"},
            "sijill:closestTo": _link(urn("claim", link.other) if link.other else None)}) for link in event.links]})
    yield _without_nothing({
        "@id": urn("event", event.id), "@type": "prov:Entity", "prov:wasGeneratedBy": _link(linking),
        "prov:wasDerivedFrom": claims, "sijill:status": event.status, "sijill:eventType": writable(event.event_type),
        "sijill:subEventType": writable(event.sub_event_type.value or "") or None,
        "sijill:earliest": _day(event.earliest), "sijill:latest": _day(event.latest)})


def _decision(decision: Decision) -> Iterator[Node]:
    person = urn("person", decision.by)
    yield {"@id": person, "@type": ["prov:Agent", "prov:Person"], "rdfs:label": writable(decision.by)}
    at = {"@value": decision.at.isoformat(), "@type": "xsd:dateTime"}
    yield _without_nothing({
        "@id": urn("decision", decision.id), "@type": "prov:Activity", "prov:startedAtTime": at,
        "prov:endedAtTime": at, "prov:wasAssociatedWith": _link(person), "sijill:verb": decision.verb,
        "sijill:field": writable(decision.field or "") or None, "sijill:value": writable(decision.value or "") or None,
        "rdfs:comment": writable(decision.note or "") or None,
        "prov:used": [_link(urn("claim", claim)) for claim in decision.claims]})


def _link(target: str | None) -> Node | None:
    return {"@id": target} if target else None


def _day(day: dt.date | None) -> Node | None:
    return {"@value": day.isoformat(), "@type": "xsd:date"} if day else None


def _without_nothing(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [])}
