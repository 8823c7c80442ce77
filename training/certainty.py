"""Maps of shares to probabilities of being right (`sijill.extract.choosing.certainty`), from articles not seen before.

usage: python -m training.certainty --shared ../shared --folds DIR...
       python -m training.certainty --shared ../shared --choose

DIR are weights of `python -m training.encoder --leave-out` 0, 1 or 2: of as many thirds as there was time for. The
weights of the rules are fitted here on the other two thirds in the same way; each third is then coded by what has not
seen it, with the encoder and without. The second form chooses, with the weights that ship, what the maps add in an
article by how many of its sides it names: from a grid, on articles of other outlets whose errors were read.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import math
import pathlib
import runpy
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unittest import mock

import numpy as np

from sijill.encoder.network import Encoder
from sijill.evaluate import judged
from sijill.extract.choosing import choice
from sijill.extract.choosing.certainty import Maps, certain, logit, named_share
from sijill.extract.choosing.choice import Weights
from sijill.extract.choosing.trees import Forest
from sijill.extract.clauses.view import View
from sijill.extract.events.events import draft, remaining
from sijill.extract.events.review import standing
from sijill.extract.reference.reference import resolve
from sijill.records import event_record
from training import dating, review, roles, triggers
from training.annotations import annotated
from training.encoder.folds import by_third, third
from training.extra import need
from training.gold import Gold, read
from training.store import ROOT
from training.views import Example, examples

PATH = ROOT / "src" / "sijill" / "_data" / "certainty.toml"
HEAD = """# maps of shares to probabilities of being right: sigmoid(bias + event * logit(share of the event)
# + own * logit(share of the part) + shift + named * (share of the article's mentions of sides that are names));
# bias, event and own are fitted by training/certainty.py, shift and named chosen by its --choose
"""
PARTS = ("trigger", "actor1", "actor2", "place")
CHOSEN_FOR = (("trigger",), ("actor1", "actor2"))
"""The parts that an article's names say something of; one choice for both sides."""
SHIFTS = [round(0.1 * n, 1) for n in range(-15, 9)]
NAMED = [0.5 * n for n in range(7)]


@dataclass(frozen=True, slots=True)
class Row:
    """A trigger, side or place that was chosen: the logits of the event's share and of its own; whether it is right.

    `named` is the share of the article's mentions of sides that are names.
    """

    part: str
    event: float
    own: float
    right: bool
    named: float


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=pathlib.Path, required=True)
    how = ask.add_mutually_exclusive_group(required=True)
    how.add_argument("--folds", type=pathlib.Path, nargs="+", metavar="DIR")
    how.add_argument("--choose", action="store_true", help="what an article's names add to the maps")
    args = ask.parse_args()
    if args.choose:
        choose(args.shared)
        return
    need("sklearn")
    data = examples(args.shared / "gold" / "train", args.shared / "data" / "news" / "conflict.jsonl")
    rows: dict[str, list[Row]] = {"rules": [], "encoder": []}
    for fold, folder in by_third(args.folds).items():
        seen = [e for e in data if third(e.view.document.doc_id) != fold]
        new = [e for e in data if third(e.view.document.doc_id) == fold]
        with using(fitted(seen)):
            rows["rules"] += told(new, None)
            rows["encoder"] += told(new, Encoder(folder))
        print(f"third {fold}: {len(new)} articles, {len(rows['rules'])} and {len(rows['encoder'])} choices so far",
              flush=True)
    save({name: one_map(found) for name, found in rows.items()})
    print("now choose what an article's names add to these maps: python -m training.certainty --shared ... --choose")


@dataclass(frozen=True, slots=True)
class Fitted:
    """The rules' weights of the choices of events, and the review's trees."""

    weights: Mapping[str, Weights]
    review: Forest


def fitted(data: list[Example]) -> Fitted:
    """The rules' weights and trees of every choice of events, fitted on these articles."""
    return Fitted({"trigger": triggers.weights(data), **roles.weights(data), "time": dating.weights(data)},
                  review.trees(data))


@contextlib.contextmanager
def using(values: Fitted) -> Iterator[None]:
    """The coder with these weights and trees in place of the package's."""
    known = choice.weights
    choice.forget()
    with (mock.patch.object(choice, "weights", lambda name: values.weights.get(name) or known(name)),
          mock.patch("sijill.extract.events.review.forest", lambda name, facts: values.review)):
        choice.scorer.cache_clear()
        choice.paired_scorer.cache_clear()
        yield
    choice.forget()


def told(data: Sequence[Example], encoder: Encoder | None) -> list[Row]:
    """Every trigger, side and place that the coder chooses of events that stand at the end, with its shares."""
    out: list[Row] = []
    for example in data:
        text = example.view.document.text
        view = View(example.view.document, example.view.sides)
        found = standing(view, draft(view, read=encoder))
        kept = {event.event_id for event in remaining(view, certain(found, view.reading is not None, view.actors))}
        found = [(event, share) for event, share in found if event.event_id in kept]
        record = {"events": [event_record(event, text) for event, _ in found]}
        named = named_share(view.actors)
        out += [Row(one.part, logit(found[one.event][1]), logit(one.score), one.right, named)
                for one in judged(example.gold, record)]
    return out


def one_map(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """The map of each part."""
    from sklearn.linear_model import LogisticRegression

    out: dict[str, dict[str, float]] = {}
    for part in PARTS:
        mine = [row for row in rows if row.part == part]
        model = LogisticRegression(C=10.0).fit(np.array([(r.event, r.own) for r in mine]),
                                               np.array([r.right for r in mine]))
        event, own = (round(float(v), 4) for v in model.coef_[0])
        out[part] = {"bias": round(float(model.intercept_[0]), 4), "event": event, "own": own, "shift": 0.0,
                     "named": 0.0}
    return out


def choose(shared: pathlib.Path) -> None:
    """Choose what an article's names add, for the weights that ship, by the log loss of what they code."""
    data = [Example(View(document, resolve(document)), gold) for document, gold in read(chosen_on(shared))]
    known = tomllib.loads(PATH.read_text(encoding="utf-8"))
    for name, encoder in (("rules", None), ("encoder", Encoder())):
        rows = told(data, encoder)
        for parts in CHOSEN_FOR:
            mine = [row for row in rows if row.part in parts]
            found = min(itertools.product(SHIFTS, NAMED), key=lambda pair: log_loss(mine, known[name], *pair))
            for part in parts:
                known[name][part] |= dict(zip(("shift", "named"), found, strict=True))
            print(f"{name}, {parts[0]}: {found}, log loss {log_loss(mine, known[name], *found):.4f} "
                  f"(without: {log_loss(mine, known[name], 0.0, 0.0):.4f})", flush=True)
    save(known)


def chosen_on(shared: pathlib.Path) -> list[Gold]:
    """The articles of other outlets whose errors were read: rules were written from dev's for so long that the coder
    is right more often there than in any other article."""
    news = shared / "data" / "news" / "conflict.jsonl"
    return [gold for gold in annotated(news, ROOT / "benchmarks" / "others" / "annotations.jsonl") if gold["read"]]


def log_loss(rows: Sequence[Row], known: Maps, shift: float, named: float) -> float:
    """The mean of minus the logarithm of the probability that a map gives to what was so, in nats."""
    total = 0.0
    for row in rows:
        of_part = known[row.part]
        value = of_part["bias"] + of_part["event"] * row.event + of_part["own"] * row.own + shift + named * row.named
        total += math.log1p(math.exp(-value if row.right else value))
    return total / len(rows)


def save(known: Mapping[str, Maps]) -> None:
    """Write the data file, and its checksum."""
    PATH.write_text(HEAD + "".join(table(name, maps) for name, maps in known.items()), encoding="utf-8")
    runpy.run_path(str(ROOT / "scripts" / "manifest.py"), run_name="__main__")


def table(name: str, maps: Mapping[str, Mapping[str, float]]) -> str:
    """The maps as tables of the data file."""
    return "".join(f"\n[{name}.{part}]\n" + "".join(f"{key} = {value}\n" for key, value in found.items())
                   for part, found in maps.items())


if __name__ == "__main__":
    main()
