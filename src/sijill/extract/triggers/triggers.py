"""Triggers: which words tell an event, and of which type.

The lexicon proposes (`candidates`); context words, the words around, the sides and places nearby and what the
article has told already (`triggers.features`) are weighed by the scorer (`choice`), "no event" among the answers. The
encoder reads the sentences where that leaves an event possible, and what it says is added. What a construction tells
(`outright`, `constructed`) is one whatever is weighed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS
from sijill.arabic.folding import raw_offset
from sijill.documents import Trigger
from sijill.encoder.reading import Reading
from sijill.extract.choosing.choice import ENCODER, Scorer, Weights, probabilities, score, scorer
from sijill.extract.clauses.kinds import BY_CONTEXT, BY_MEANS
from sijill.extract.clauses.view import View
from sijill.extract.takings.ousting import outcome
from sijill.extract.triggers.alone import told_alone
from sijill.extract.triggers.candidates import Candidate, propose
from sijill.extract.triggers.constructed import LIKELY, constructed
from sijill.extract.triggers.dispersal import by_crowds
from sijill.extract.triggers.features import NONE, Features
from sijill.extract.triggers.means import by_means
from sijill.extract.triggers.outright import BY_CONSTRUCTION, OUTRIGHT, outright
from sijill.extract.triggers.things import by_things

PULL: Final = 0.4
"""What the encoder's logarithms of probability weigh beside the features."""
TOLD: Final = 0.5
"""The least probability of an event that a report tells outright and with nothing beside it (`alone`)."""
LEAST: Final = 0.28
"""The least probability of an event that the words after it may count on."""
DRAFTED: Final = 0.2
"""The least probability of an event that is drafted for the review."""
DRAFTED_READ: Final = 0.12
"""The same where the encoder has read, and for the fit of the review: rare words are told for less."""
WORTH: Final = 0.05
"""The least probability, by the rules alone, of an event whose sentence the encoder reads: of .03 to .12 among the best
on the articles that choices are made on."""


class Weighed:
    """The candidates of one document, with the scores that the rules give to what each may tell."""

    def __init__(self, view: View, values: Weights | None = None) -> None:
        self.view = view
        self.found = propose(view)
        self._features = Features(view, self.found)
        self._weigh = scorer("trigger") if values is None else Scorer(values, 0.0)
        self._known: dict[tuple[object, ...], list[float]] | None = None
        """What is weighed once for the sentences worth reading and once more when they are read."""

    def triggers(self, threshold: float | None = None) -> tuple[Trigger, ...]:
        """Those that tell an event, by the rules and the encoder's reading, with a probability over `threshold`.

        None: what is drafted.
        """
        view = self.view
        if threshold is None:
            threshold = DRAFTED if view.reading is None else DRAFTED_READ
        return tuple([_trigger(view, c, kind, share, marks) for c, kind, share, marks in self._decided(view.reading)
                      if kind != NONE and share > threshold])

    def worth_reading(self) -> list[tuple[int, int]]:
        """The sentences, as raw half-open spans, with a word that the rules think may tell an event."""
        view = self.view
        self._known = {}
        worth = {view.sentence_at[c.token] for c, _, share, _ in self._decided(None) if share >= WORTH}
        return [(view.sentences[number].start, view.sentences[number].end) for number in sorted(worth)]

    def _decided(self, reading: Reading | None) -> Iterator[tuple[Candidate, str, float, str]]:
        """Each candidate, the likeliest type of event, the probability of one, and marks of its rule."""
        view, features = self.view, self._features
        features.forget()
        for number, c in enumerate(self.found):
            scores, chosen_by = self._scores(number), ""
            if reading is not None:
                told = reading.of_types(view.tokens[c.token].start, (NONE, *c.types))
                scores = [s + PULL * t for s, t in zip(scores, told, strict=True)]
                chosen_by = ENCODER if any(told) else ""
            best = max(range(1, len(scores)), key=scores.__getitem__, default=0)
            share = 1.0 - probabilities(scores)[0] if best else 0.0
            if best and share < TOLD and told_alone(features, number):
                share = TOLD
            kind, mark = _told(view, c, c.types[best - 1]) if best else (NONE, "")
            built = outright(view, c)
            if built is not None:
                kind, share, mark = built, max(share, OUTRIGHT), BY_CONSTRUCTION
            elif best and constructed(features, number):
                share, mark = max(share, LIKELY), mark + BY_CONSTRUCTION
            features.told(c, kind if share > LEAST else NONE)
            yield c, kind, share, mark + chosen_by

    def _scores(self, number: int) -> list[float]:
        """The logits of no event and of each type of a candidate, after what was decided of those before it."""
        if self._known is None:
            return [score(self._weigh, f) for _, f in self._features.options(number)]
        key = (number, *self._features.told_before(number))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = [score(self._weigh, f) for _, f in self._features.options(number)]
        return known


def _told(view: View, c: Candidate, kind: str) -> tuple[str, str]:
    """The type of what a candidate tells, read what changed hands, with what and to what it was done; and a mark."""
    done = outcome(view, c.token, kind)
    means = by_means(view, c.token, c.lemma, done)
    told = by_crowds(view, c.lemma, by_things(view, c.token, c.lemma.name, means))
    return told, BY_MEANS if told == means != done else BY_CONTEXT if told in c.turned else ""


def _trigger(view: View, c: Candidate, kind: str, value: float, marks: str) -> Trigger:
    token = view.tokens[c.token]
    cut = 1 if c.hit.particles[:1] in tuple(CONJUNCTIONS) else 0
    start = token.start + raw_offset(view.document.text[token.start : token.end], cut)
    return Trigger(
        start,
        token.end,
        c.token,
        c.lemma.name,
        c.hit.form,
        c.lemma.frame,
        kind,
        round(value, 3),
        f"lexicon.{c.lemma.name}" + marks,
    )
