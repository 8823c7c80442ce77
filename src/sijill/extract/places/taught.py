"""Names that a text has taught: told once with a cue, they are places wherever they stand bare."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.arabic.clitics import readings
from sijill.extract.places.context import Drafter
from sijill.extract.places.drafts import Draft
from sijill.extract.places.names import is_common
from sijill.extract.tables.place_words import has_class
from sijill.replacing import replace


class TaughtReader(Drafter):
    """Reads bare mentions of names that the text introduces elsewhere."""

    def learned(self, sentences: Sequence[tuple[int, int]]) -> list[Draft]:
        """Bare mentions of names that the document elsewhere introduces with a cue."""
        if not self.cued:
            return []
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in self.cued:
            by_first.setdefault(words[0], []).append(words)
        for named in by_first.values():
            named.sort(key=len, reverse=True)
        covered = {i for d in self.found for i in range(d.head, d.last)}
        tokens, out = self.tokens, []
        for first, last in sentences:
            at = first
            while at < last:
                token = tokens[at]
                hit = None
                if token.kind == "word" and at not in covered:
                    hit = self._learned_at(by_first, at, last)
                if hit is None or not covered.isdisjoint(range(at, hit[0])):
                    at += 1
                    continue
                end, cut, particles, words = hit
                if len(words) == 1 and has_class(words[0], "time"):
                    # "the Mayo quarter" makes no place of every May
                    at = end
                    continue
                if not particles and self._after_person(at, first):
                    at = end
                    continue
                located = self._located(at, particles)
                if located or len(words) > 1 or not is_common(replace(token, norm=words[0])):
                    extent = self._extent(at, first, particles, False)
                    draft = self._draft(
                        at, cut, end, at, self.cued_kind.get(words), extent, "learned", 0.9 if located else 0.6
                    )
                    draft.end = max(draft.end, draft.start)
                    out.append(draft)
                at = end
        return out

    def _learned_at(
        self, by_first: dict[str, list[tuple[str, ...]]], at: int, last: int
    ) -> tuple[int, int, str, tuple[str, ...]] | None:
        for reading in readings(self.tokens[at].norm):
            for words in by_first.get(reading.base, ()):
                end = at + len(words)
                if end <= last and all(self.tokens[at + i].norm == words[i] for i in range(1, len(words))):
                    return end, reading.cut, reading.particles, words
        return None
