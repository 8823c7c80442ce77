"""Evidence of control: what each article tells of who holds a place, read once, and again where people decide on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sijill.ledger import Decision
from sijill.store import Record
from sijill.territory.evidence import Evidence, evidence_of
from sijill.territory.judged import judged
from sijill.web.decided import Decided

Told = Mapping[str, tuple[Evidence, ...]]
"""What each article tells."""


class ControlEvidence:
    """What the articles of a record tell of control, as people decided."""

    def __init__(self, record: Record, decided: Decided) -> None:
        self._record, self._decided = record, decided
        self._read: dict[str, tuple[Evidence, ...]] = {}
        self._judged: dict[str, tuple[Evidence, ...]] = {}
        self._heeded = 0

    def of(self, hidden: frozenset[str]) -> Told:
        """What the articles that are not hidden tell, in their order; one that reprints another counts once."""
        keys = self._record.article_ids()
        fresh = [key for key in keys if key not in self._read]
        for key, document in zip(fresh, self._record.documents(fresh), strict=True):
            self._read[key] = tuple(evidence_of(document))
        self._heed()
        shown = _originals([key for key in keys if key not in hidden], self._record.copies())
        return {key: told for key in shown if (told := self._judged.get(key, self._read[key]))}

    def _heed(self) -> None:
        """Read the articles again that the decisions since the last time are about."""
        every, said = self._decided.all(), self._decided.verdicts()
        named = {claim for one in every[self._heeded:] for claim in self._claims(one)}
        keys = sorted(self._record.articles_of(named))
        for key, document in zip(keys, self._record.documents(keys, people=True), strict=True):
            told = tuple(evidence_of(judged(document, said)))
            if told == self._read.get(key):
                self._judged.pop(key, None)
            elif told != self._judged.get(key):
                self._judged[key] = told
        self._heeded = len(every)

    def _claims(self, decision: Decision) -> Iterator[str]:
        """The claims that a decision is about; of a withdrawal, those of what is withdrawn."""
        yield from decision.claims
        withdrawn = self._decided.find(decision.value or "") if decision.verb == "withdraw" else None
        yield from withdrawn.claims if withdrawn else ()


def _originals(keys: Sequence[str], copies: Mapping[str, str]) -> list[str]:
    """The articles that reprint none of the others; for an original that is not there its first reprint stands."""
    there = set(keys)
    counted: set[str] = set()
    out = []
    for key in keys:
        original = copies.get(key, key)
        if original != key and (original in there or original in counted):
            continue
        counted.add(original)
        out.append(key)
    return out
