"""Weights of reference, fitted on annotated articles.

usage: python -m training.reference GOLD_TRAIN [GOLD_DEV]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from sijill.documents import Document
from sijill.extract.actors.sides import side_in
from sijill.extract.choosing.choice import Scorer, names, score
from sijill.extract.reference.reference import Reader
from sijill.extract.tables.registry import registry
from training.gold import Gold, articles, overlaps
from training.logit import Option
from training.logit import fit as fit_logit
from training.store import save

ROLES = ("actor1", "actor2", "assoc_actor1", "assoc_actor2")
START = {"own": 1.0, "country=top": 2.0, "head_match": 1.0, "freshest": 0.5, "named=2": 0.5}
# gold arguments of one mention: (gold id, sub-event type, role)
Uses = list[tuple[str, str, str]]


def labelled(document: Document, gold: Gold) -> dict[int, Uses]:
    """The gold arguments that each actor mention stands for, by its place in the layer."""
    out: dict[int, Uses] = {}
    for event in gold["events"]:
        for role in ROLES:
            for argument in event.get(role, ()):
                at = best_mention(document, argument)
                if at is not None:
                    out.setdefault(at, []).append((argument["id"], event["sub_event_type"], role))
    return out


def best_mention(document: Document, argument: Gold) -> int | None:
    """The mention that shares most characters with a gold span."""
    best, most = None, 0
    for at, mention in enumerate(document.actors or ()):
        if overlaps(mention.start, mention.end, argument):
            shared = min(mention.end, argument["end"]) - max(mention.start, argument["start"])
            if shared > most:
                best, most = at, shared
    return best


def right_ids(document: Document, options: list[str], uses: Uses) -> set[str]:
    """The options that become the gold id in the event, or else those of the same state or sort."""
    wins: Counter[str] = Counter()
    for one in options:
        for gold, kind, role in uses:
            made = side_in(one, kind, role, document.published)
            wins[one] += made == gold or (gold.startswith("NEW:") and made.startswith("NEW:"))
    top = max(wins.values(), default=0)
    if top:
        return {one for one in options if wins[one] == top}
    return {one for one in options if any(alike(gold, one) for gold, _, _ in uses)}


def alike(gold: str, one: str) -> bool:
    """Whether an id names the gold side loosely: same id, another branch of its state, people of any sort."""
    known = registry()
    if gold == one or (gold.startswith("NEW:") and one.startswith("NEW:")):
        return True
    if one.startswith("COUNTRY:"):
        return any(gold in ids for ids in known.families[one[8:]].branches.values())
    state = known.family_of(gold)
    if state is not None and state == known.family_of(one):
        return True
    people = ("CIVILIANS", "PROTESTERS", "RIOTERS")
    return gold in people and (one in people or one.startswith("CIV_"))


def walk(
    document: Document, uses: dict[int, Uses], values: dict[str, float], guided: bool
) -> Iterator[tuple[int, list[tuple[str, list[str]]], str]]:
    """Mentions in order, their options and the id chosen; `guided` follows the gold where there is one."""
    reader, weigh = Reader(document), Scorer(values, 0.0)
    for at in range(len(reader.mentions)):
        options = reader.options(at)
        scores = [score(weigh, f) for _, f in options]
        order = sorted(range(len(options)), key=lambda i: -scores[i])
        chosen = options[order[0]][0]
        yield at, options, chosen
        if guided and at in uses:
            right = right_ids(document, [one for one, _ in options], uses[at])
            chosen = next((options[i][0] for i in order if options[i][0] in right), chosen)
        reader.note(at, chosen)


def choices(folder: str, values: dict[str, float] | None = None) -> list[list[Option]]:
    """Each mention that a gold argument stands on, as its options with their features and which are right."""
    return _choices(list(articles(folder)), values or START)


def _choices(data: list[tuple[Document, Gold]], values: dict[str, float]) -> list[list[Option]]:
    out: list[list[Option]] = []
    for document, gold in data:
        uses = labelled(document, gold)
        for at, options, _ in walk(document, uses, values, guided=True):
            if at in uses:
                right = right_ids(document, [one for one, _ in options], uses[at])
                out.append([(names(features), one in right) for one, features in options])
    return out


def fit(data: list[tuple[Document, Gold]], rounds: int = 3, penalty: float = 3.0) -> dict[str, float]:
    """Weights fitted on articles; each round reads them with the weights of the round before."""
    values = dict(START)
    for _ in range(rounds):
        values = fit_logit(_choices(data, values), penalty=penalty)
    return values


def measure(folder: str, values: dict[str, float]) -> dict[str, float]:
    """Shares of gold actor spans: with a mention, resolved to the side loosely, and to the exact id."""
    spans = found = loose = exact = 0
    for document, gold in articles(folder):
        uses = labelled(document, gold)
        spans += sum(len(e.get(r, ())) for e in gold["events"] for r in ROLES)
        for at, _, chosen in walk(document, uses, values, guided=False):
            for one, kind, role in uses.get(at, ()):
                made = side_in(chosen, kind, role, document.published)
                found += 1
                loose += alike(one, chosen)
                exact += made == one or (one.startswith("NEW:") and made.startswith("NEW:"))
    shares = {"mentions": found / spans, "loose": loose / found, "exact": exact / found}
    return {name: round(share, 4) for name, share in shares.items()}


def main() -> None:
    values = fit(list(articles(sys.argv[1])))
    for folder in sys.argv[1:]:
        print(folder, measure(folder, values))
    save(reference=values)


if __name__ == "__main__":
    main()
