"""Coded events against gold: precision, recall and F1 of triggers, roles, values and coded rows.

A predicted event answers a gold one if their triggers overlap, or if they stand within 200
characters, are of one type and share an overlapping side or place. Arguments are compared within
such pairs; those of events without a partner count as missed or spurious. A coded row is what a
coder keeps: type, both sides, one place, date and factuality, all right.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sijill import resources
from sijill.errors import InputError

Json = Mapping[str, Any]
Interval = tuple[dt.date | None, dt.date | None]

ACTORS = ("actor1", "actor2", "assoc_actor1", "assoc_actor2")
ROLES = (*ACTORS, "places", "casualties", "attribution")
MEAN = ("trigger type", "actor id", "place name", "time", "attribution", "control")
"""The figures whose F1 the mean is of."""

_TURNED = dict(zip(ACTORS, ("actor2", "actor1", "assoc_actor2", "assoc_actor1"), strict=True))
_MUTUAL = frozenset(("Armed clash", "Agreement", "Talks"))
_NEAR = 200
_SLACK = 3
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\"'«»“”()\\[\\]]")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: how many were found, how many are in gold, how many were predicted."""

    hit: int
    gold: int
    pred: int

    @property
    def precision(self) -> float:
        """Share of the predicted that are right."""
        return self.hit / self.pred if self.pred else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Difference:
    """An event that differs, was missed (no `pred`) or is spurious (no `gold`)."""

    what: str
    doc_id: str
    gold: Json | None
    pred: Json | None

    def __str__(self) -> str:
        return f"{self.what} in {self.doc_id}\n  gold {_brief(self.gold)}\n  pred {_brief(self.pred)}"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures over all documents, by name, and every event that differs."""

    documents: int
    not_predicted: int
    figures: Mapping[str, Figure]
    differences: tuple[Difference, ...]

    @property
    def mean(self) -> float:
        """Mean F1 of trigger type, actor id, place name, time, attribution and control."""
        nothing = Figure(0, 0, 0)
        return sum(round(self.figures.get(name, nothing).f1, 4) for name in MEAN) / len(MEAN)

    def as_json(self) -> dict[str, Any]:
        """The figures as one JSON object."""
        scores = {name: {"precision": round(f.precision, 4), "recall": round(f.recall, 4),
                         "f1": round(f.f1, 4), "gold": f.gold, "pred": f.pred, "hit": f.hit}
                  for name, f in self.figures.items()}
        return {"documents": self.documents, "not_predicted": self.not_predicted, "mean": round(self.mean, 4),
                "scores": scores}

    def as_table(self) -> str:
        """The figures as lines of text."""
        lines = [f"{self.documents} documents, {self.not_predicted} of them without a prediction"]
        for name, row in self.as_json()["scores"].items():
            lines.append(f"{name:20} P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}"
                         f"   gold {row['gold']} pred {row['pred']}")
        return "\n".join([*lines, f"mean {self.mean:.4f}"])


def evaluate(golds: Sequence[Json], predictions: Mapping[str, Json]) -> Evaluation:
    """Score predictions, by doc_id, against gold documents; InputError if one is of another form."""
    tally = _Tally()
    for gold in golds:
        try:
            _score_document(tally, gold, predictions.get(gold["doc_id"], {}))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise InputError(f"gold or prediction is not of the form of coded events: {error!r}",
                             where=str(gold["doc_id"]),
                             next_step="Use lines as `sijill code --format jsonl` writes them") from error
    missing = sum(gold["doc_id"] not in predictions for gold in golds)
    figures = {name: Figure(tally.hit[name], tally.gold[name], tally.pred[name]) for name in tally.gold}
    return Evaluation(len(golds), missing, figures, tuple(tally.differences))


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicted trigger, side or place with its score, and whether gold has it in that part.

    `event` is the number of its event among those predicted of the document.
    """

    event: int
    part: str
    score: float
    right: bool


def judged(gold: Json, pred: Json) -> list[Judged]:
    """What is predicted of one document with its scores: is the trigger's type right, is each side, is each place.

    Whatever belongs to an event that answers none of gold's is wrong.
    """
    preds = [e for e in pred.get("events") or () if (e.get("trigger") or {}).get("start") is not None]
    partner = {j: gold["events"][i] for i, j in _pair(gold["events"], preds)}
    out: list[Judged] = []
    for j, event in enumerate(preds):
        g: Json = partner.get(j, {})
        facing = _facing(g, event) if g else event
        out.append(Judged(j, "trigger", event["trigger"]["score"], g.get("sub_event_type") == event["sub_event_type"]))
        for role in ACTORS[:2]:
            known = {_actor(a) for a in _spans(g, role)}
            out += [Judged(j, role, a["score"], _actor(a) in known) for a in _spans(facing, role)]
        names = _spans(g, "places")
        out += [Judged(j, "place", p["role_score"], any(_same_name(n, p) for n in names))
                for p in _spans(event, "places")]
    return out


def read_gold(folder: Path) -> list[dict[str, Any]]:
    """The gold documents of a folder, one JSON file each; InputError if there are none or one is damaged."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError("no gold documents", where=str(folder),
                         next_step="Give a folder that holds one JSON file a document")
    return [_read_object(file.read_text(encoding="utf-8"), str(file), ("doc_id", "text", "events"))
            for file in files]


def read_predictions(file: Path) -> dict[str, dict[str, Any]]:
    """Predictions by doc_id from JSON Lines, as `sijill code --format jsonl` writes them."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("the predictions cannot be read", where=str(file),
                         next_step="Make them with: sijill code PATH --format jsonl --out FILE") from error
    objects = (_read_object(line, f"{file}, line {number}", ("doc_id",))
               for number, line in enumerate(lines, start=1) if line.strip())
    return {entry["doc_id"]: entry for entry in objects}


def _read_object(text: str, where: str, fields: Sequence[str]) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise InputError(f"not JSON: {error}", where=where,
                         next_step="Mend the file or leave it out") from error
    lacking = [name for name in fields if not isinstance(value, dict) or name not in value]
    if lacking:
        raise InputError(f"not a coded document: {', '.join(lacking)} missing", where=where,
                         next_step="Mend the file or leave it out")
    return dict(value)


@dataclass(slots=True)
class _Tally:
    hit: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    pred: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)

    def add(self, name: str, hit: int = 0, gold: int = 0, pred: int = 0) -> None:
        self.hit[name] += hit
        self.gold[name] += gold
        self.pred[name] += pred


@functools.cache
def _comparison() -> tuple[dict[int, str], str, frozenset[str]]:
    data = resources.toml("evaluation.toml")
    return str.maketrans(data["letters"]), data["article"], frozenset(data["place_words"])


@functools.lru_cache(maxsize=20_000)
def plain_name(name: str | None) -> str:
    """A place or group name for comparison: no marks, quotes, article, hamza forms or words like "city"."""
    letters, article, place_words = _comparison()
    words = _MARKS.sub("", unicodedata.normalize("NFKC", name or "")).translate(letters).split()
    return " ".join(w[len(article):] if w.startswith(article) and len(w) > 4 else w
                    for w in words if w not in place_words)


def _score_document(tally: _Tally, gold: Json, pred: Json) -> None:
    golds = gold["events"]
    preds = [e for e in pred.get("events") or () if (e.get("trigger") or {}).get("start") is not None]
    pairs = _pair(golds, preds)
    for name in ("trigger id", "trigger type", "event class", "factuality"):
        tally.add(name, 0, len(golds), len(preds))
    tally.add("time", 0, sum(_interval(e)[0] is not None for e in golds))
    tally.add("coded row", 0, sum(len(_rows(e)) for e in golds), sum(len(_rows(e)) for e in preds))
    for i, j in pairs:
        g, p = golds[i], preds[j]
        if not _score_pair(tally, g, p):
            tally.differences.append(Difference("differs", gold["doc_id"], g, p))
        _score_arguments(tally, g, _facing(g, p))
    for i in sorted(set(range(len(golds))) - {i for i, _ in pairs}):
        _score_arguments(tally, golds[i], {})
        tally.differences.append(Difference("missed", gold["doc_id"], golds[i], None))
    for j in sorted(set(range(len(preds))) - {j for _, j in pairs}):
        _score_arguments(tally, {}, preds[j])
        tally.add("time", 0, 0, _interval(preds[j])[0] is not None)
        tally.differences.append(Difference("spurious", gold["doc_id"], None, preds[j]))
    mine, theirs = _control(gold), _control(pred)
    tally.add("control", len(mine & theirs), len(mine), len(theirs))


def _score_pair(tally: _Tally, g: Json, p: Json) -> bool:
    """Count what is said of the event as a whole; whether all of its coded row but the place is right."""
    same_type = g["sub_event_type"] == p.get("sub_event_type")
    same_factuality = g["factuality"] == p.get("factuality", "asserted")
    dated, same_time = _interval(g)[0] is not None, _same_time(g, p)
    tally.add("trigger id", 1)
    tally.add("trigger type", same_type)
    tally.add("event class", g["event_type"] == p.get("event_type"))
    tally.add("factuality", same_factuality)
    tally.add("time", dated and same_time, 0, dated)
    if same_type and same_factuality and same_time and _sides(g) == _sides(p):
        tally.add("coded row", _matches(_rows(g), _rows(p), str.__eq__))
        return True
    return False


def _score_arguments(tally: _Tally, g: Json, p: Json) -> None:
    for role in ROLES:
        gold, pred = _spans(g, role), _spans(p, role)

        def count(name: str, same: Callable[[Json, Json], bool], gold: list[Json] = gold,
                  pred: list[Json] = pred) -> None:
            tally.add(name, _matches(gold, pred, same), len(gold), len(pred))

        count(f"{role} span", _overlap)
        if role in ACTORS:
            count("actor id", lambda a, b: _actor(a) == _actor(b))
        elif role == "places":
            count("place name", _same_name)
            count("extent", lambda a, b: _same_name(a, b) and a["extent"] == b.get("extent", "whole"))
        elif role == "casualties":
            count("casualties", lambda a, b: all(a.get(k) == b.get(k) for k in ("kind", "low", "high")))
        elif role == "attribution":
            count("attribution", _overlap)
            count("attribution kind", lambda a, b: _overlap(a, b) and a["kind"] == b.get("kind"))


def _matches(gold: Iterable[Any], pred: Iterable[Any], same: Callable[[Any, Any], bool]) -> int:
    """How many of gold find a partner, each taking the first that is left."""
    left, hits = list(pred), 0
    for g in gold:
        for at, p in enumerate(left):
            if same(g, p):
                del left[at]
                hits += 1
                break
    return hits


def _pair(golds: Sequence[Json], preds: Sequence[Json]) -> list[tuple[int, int]]:
    """Indices of events that answer each other, closest first, each used once."""
    options = [(value, -i, -j) for i, g in enumerate(golds) for j, p in enumerate(preds)
               if (value := _closeness(g, p))]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(options, reverse=True):
        if -i not in taken[0] and -j not in taken[1]:
            taken[0].add(-i)
            taken[1].add(-j)
            pairs.append((-i, -j))
    return pairs


def _closeness(g: Json, p: Json) -> float:
    """How well `p` answers `g`: 0 for not at all."""
    near: int = abs(g["trigger"]["start"] - p["trigger"]["start"])
    same: bool = g["sub_event_type"] == p.get("sub_event_type")
    if _overlap(g["trigger"], p["trigger"]):
        return 3 + same
    if same and near <= _NEAR and _share_argument(g, p):
        return 1 + (_NEAR - near) / _NEAR
    return 0


def _share_argument(g: Json, p: Json) -> bool:
    sides = ([*_spans(e, "actor1"), *_spans(e, "actor2")] for e in (g, p))
    places = (_spans(e, "places") for e in (g, p))
    return any(_overlap(a, b) for mine, theirs in (sides, places) for a in mine for b in theirs)


def _facing(g: Json, p: Json) -> Json:
    """`p`, its two sides exchanged where the event is mutual and that answers `g` better."""
    if g.get("sub_event_type") not in _MUTUAL:
        return p
    turned = {**p, **{role: p.get(other) or [] for role, other in _TURNED.items()}}

    def hits(event: Json) -> int:
        return sum(_matches(_spans(g, role), _spans(event, role), _overlap) for role in ACTORS)

    return turned if hits(turned) > hits(p) else p


def _overlap(a: Json | None, b: Json | None) -> bool:
    return bool(a and b and a.get("start") is not None and b.get("start") is not None
                and a["start"] < b["end"] and b["start"] < a["end"])


def _spans(event: Json, role: str) -> list[Json]:
    return [s for s in event.get(role) or () if s.get("start") is not None]


def _actor(argument: Json) -> str:
    """An actor's id; one outside the registry goes by its plain name in the text."""
    known: str = argument.get("id") or ""
    return "NEW:" + plain_name(argument["text"]) if known.startswith("NEW:") else known


def _sides(event: Json) -> frozenset[Any] | tuple[Any, ...]:
    one, two = (frozenset(_actor(a) for a in event.get(role) or () if a.get("id")) for role in ACTORS[:2])
    return frozenset((one, two)) if event.get("sub_event_type") in _MUTUAL else (one, two)


def _same_name(a: Json, b: Json) -> bool:
    return plain_name(a["name"]) == plain_name(b.get("name") or b.get("text"))


def _rows(event: Json) -> list[str]:
    return [plain_name(p.get("name") or p.get("text")) for p in event.get("places") or ()] or [""]


def _interval(event: Json) -> Interval:
    time = event.get("time") or {}
    earliest, latest = time.get("earliest"), time.get("latest")
    return (dt.date.fromisoformat(earliest[:10]) if earliest else None,
            dt.date.fromisoformat(latest[:10]) if latest else None)


def _same_time(g: Json, p: Json) -> bool:
    (a, b), (c, d) = _interval(g), _interval(p)
    if a is None or b is None:
        return True
    if c is None or d is None:
        return False
    return c <= b and a <= d and (d - c).days <= (b - a).days + _SLACK


def _control(document: Json) -> set[tuple[str | None, str, str]]:
    return {(c.get("holder"), plain_name((c.get("place") or {}).get("name")), c.get("polarity", "holds"))
            for c in document.get("control") or ()}


def _brief(event: Json | None) -> str:
    if event is None:
        return "-"
    who = " | ".join(",".join(str(a.get("id")) for a in event.get(role) or ()) for role in ACTORS[:2])
    where = ", ".join(p.get("name") or p["text"] for p in event.get("places") or ())
    when = "..".join(str(day) for day in _interval(event))
    return (f"{event['trigger']['text']} [{event.get('sub_event_type')}] {who} @ {where} {when} "
            f"{event.get('factuality')}")
