"""Triggers: which words tell an event, and of which type.

The lexicon proposes (`candidates`); context words, the words around, the sides and places nearby and what the
article has told already (`trigger_features`) are weighed by the scorer (`choice`), "no event" among the answers.
"""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS
from sijill.arabic.folding import raw_offset
from sijill.documents import Trigger
from sijill.extract.candidates import Candidate, propose
from sijill.extract.choice import ENCODER, Scorer, Weights, probabilities, score, scorer
from sijill.extract.kinds import BY_CONTEXT, BY_MEANS
from sijill.extract.means import by_means
from sijill.extract.ousting import outcome
from sijill.extract.things import by_things
from sijill.extract.trigger_features import NONE, Features
from sijill.extract.view import View

PULL: Final = 0.4
"""What the encoder's logarithms of probability weigh beside the features."""
LEAST: Final = 0.28
"""The least probability of an event that the words after it may count on."""
DRAFTED: Final = 0.2
"""The least probability of an event that is drafted for the review."""
DRAFTED_READ: Final = 0.12
"""The same where the encoder has read the article, and for the fit of the review: rare words are told for less."""


def find_triggers(view: View, values: Weights | None = None, threshold: float | None = None) -> tuple[Trigger, ...]:
    """The events' triggers of a document; `threshold` is the least probability of an event (None: what is drafted)."""
    if threshold is None:
        threshold = DRAFTED if view.reading is None else DRAFTED_READ
    weigh = scorer("trigger") if values is None else Scorer(values, 0.0)
    found = propose(view)
    features = Features(view, found)
    out: list[Trigger] = []
    for number, c in enumerate(found):
        options = features.options(number)
        scores = [score(weigh, f) for _, f in options]
        chosen_by = ""
        if view.reading is not None:
            told = view.reading.of_types(view.tokens[c.token].start, [kind for kind, _ in options])
            scores = [s + PULL * t for s, t in zip(scores, told, strict=True)]
            chosen_by = ENCODER if any(told) else ""
        shares = probabilities(scores)
        best = max(range(1, len(options)), key=lambda i: scores[i], default=0)
        share = 1.0 - shares[0] if best else 0.0
        kind, mark = _told(view, c, options[best][0]) if best else (NONE, "")
        features.told(c, kind if share > LEAST else NONE)
        if share > threshold:
            out.append(_trigger(view, c, kind, share, mark + chosen_by))
    return tuple(out)


def _told(view: View, c: Candidate, kind: str) -> tuple[str, str]:
    """The type of what a candidate tells, read what changed hands, with what and to what it was done; and a mark."""
    done = outcome(view, c.token, kind)
    means = by_means(view, c.token, c.lemma, done)
    told = by_things(view, c.token, c.lemma.name, means)
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
