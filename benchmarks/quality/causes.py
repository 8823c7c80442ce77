"""Why coded events differ from gold ones, one cause an error."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sijill.evaluate import plain_name

Json = dict[str, Any]
_NEAR = 200


def causes(golds: list[Json], coded: dict[str, Json]) -> Counter[str]:
    """Counts of errors by cause over all documents."""
    out: Counter[str] = Counter()
    for gold in golds:
        events, found = gold["events"], coded[gold["doc_id"]]["events"]
        pairs = dict(_pairs(events, found))
        for i, event in enumerate(events):
            if i not in pairs:
                out[f"missed: {event['factuality']} {_class(event)}"] += 1
                continue
            _compare(event, found[pairs[i]], out)
        for j, event in enumerate(found):
            if j not in pairs.values():
                out["spurious: " + _spurious(event, events)] += 1
    return out


def _pairs(golds: list[Json], found: list[Json]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    used: set[int] = set()
    for i, g in enumerate(golds):
        for j, p in enumerate(found):
            a, b = g["trigger"], p["trigger"]
            if j not in used and a["start"] < b["end"] and b["start"] < a["end"]:
                pairs.append((i, j))
                used.add(j)
                break
    return pairs


def _class(event: Json) -> str:
    return str(event["event_type"])


def _ids(event: Json, role: str) -> set[str]:
    return {a["id"] for a in event[role]}


def _places(event: Json) -> set[str]:
    return {plain_name(p.get("name") or p["text"]) for p in event["places"]}


def _compare(gold: Json, found: Json, out: Counter[str]) -> None:
    if gold["sub_event_type"] != found["sub_event_type"]:
        out[f"type: {gold['sub_event_type']} read as {found['sub_event_type']}"] += 1
    for role in ("actor1", "actor2"):
        mine, theirs = _ids(gold, role), _ids(found, role)
        if mine != theirs:
            how = ("left empty" if not theirs else "should be empty" if not mine
                   else "one of several" if mine & theirs else "another side")
            out[f"{role}: {how}"] += 1
    if _places(gold) != _places(found):
        mine, theirs = _places(gold), _places(found)
        how = ("left empty" if not theirs else "should be empty" if not mine
               else "one of several" if mine & theirs else "another place")
        out[f"place: {how}"] += 1
    if gold["factuality"] != found["factuality"]:
        out[f"factuality: {gold['factuality']} read as {found['factuality']}"] += 1


def _spurious(event: Json, golds: list[Json]) -> str:
    same = [g for g in golds if g["sub_event_type"] == event["sub_event_type"]]
    sides = _ids(event, "actor1") | _ids(event, "actor2")
    if any(_places(g) & _places(event) and (_ids(g, "actor1") | _ids(g, "actor2")) & sides for g in same):
        return "tells again an event of the same type, place and side"
    if same:
        return "the article has another event of the type"
    return "no event of the type in the article"
