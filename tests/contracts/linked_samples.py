"""Coded documents for the tests of linking: the demo's reports, and a few written for what they must show."""

import functools
import json
from collections.abc import Sequence

import sijill
from sijill import resources
from sijill.documents import Document
from sijill.store import Record

SHELLING = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري."
SHELLING_TOO = "أعلن الدفاع المدني مقتل أربعة مدنيين في قصف مدفعي لقوات النظام السوري على مدينة دوما أمس."
TAKEN = "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش."
FAR = "دارت اشتباكات عنيفة بين الجيش اليمني من جهة والحوثيين من جهة أخرى في مديرية صرواح."


@functools.cache
def demo_documents() -> tuple[Document, ...]:
    """The fifteen reports on Hasakah, coded."""
    coder = sijill.load(model=None)
    lines = map(json.loads, resources.read_text("demo/hasakah-2015.jsonl").splitlines())
    return tuple(coder(a["text"], **{k: a.get(k) for k in ("doc_id", "source", "url", "title", "published")})
                 for a in lines)


@functools.cache
def reports() -> tuple[Document, ...]:
    """Two reports of one shelling by outlets of two camps, one of another event there, one from another country."""
    coder = sijill.load(model=None)
    told = ((SHELLING, "سانا", "2018-03-14"), (SHELLING_TOO, "shaam.org", "2018-03-14"),
            (TAKEN, "enabbaladi.net", "2018-12-14"), (FAR, None, None))
    return tuple(coder(text, doc_id=f"r{n}", source=source, published=day)
                 for n, (text, source, day) in enumerate(told))


def add(record: Record, documents: Sequence[Document]) -> None:
    """Append documents to a record."""
    with record.start_run(version="test") as run:
        for document in documents:
            run.add(document)


def partition(record: Record) -> set[frozenset[str]]:
    """Which claims tell one event together."""
    return {frozenset(claim.id for claim in event.claims) for event in record.events()}


def claim_ids(documents: Sequence[Document]) -> list[str]:
    """The ids of every claim of some documents."""
    return sorted(event.event_id for document in documents for event in document.events or ())
