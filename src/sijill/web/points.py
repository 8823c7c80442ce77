"""Points: the events of a filter as columns of numbers, made once for each filter and state of the record."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from sijill.web.filters import Wanted

if TYPE_CHECKING:
    from sijill.web.reading import Reading

_KEPT = 16


class Points:
    """The points of a desk's record, kept for the filters that were asked for last."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[Any, ...], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def columns_of(self, read: Reading, wanted: Wanted) -> bytes:
        """The events that a filter lets pass as JSON (`sijill.web.api.map.Points`)."""
        decided = len(read.desk.decided.all()) if wanted.state != "all" else None
        key = (read.desk.worklist.now().generation, tuple(sorted(wanted.query.items())), read.person.hidden, decided)
        with self._lock:
            found = self._made.get(key)
        if found is None:
            found = _columns(read, wanted)
            with self._lock:
                self._made[key] = found
                while len(self._made) > _KEPT:
                    self._made.popitem(last=False)
        return found


def _columns(read: Reading, wanted: Wanted) -> bytes:
    entries = read.entries(wanted)
    shown = [entry.event for entry in entries if entry.event.lat is not None and entry.event.lon is not None]
    days = [day for event in shown for day in (event.earliest, event.latest) if day]
    since = min(days, default=None)
    begins = dt.date.fromisoformat(since).toordinal() if since else 0
    ordinal = {day: dt.date.fromisoformat(day).toordinal() - begins for day in set(days)}
    types: dict[str, int] = {}
    return json.dumps({
        "since": since, "until": max(days, default=None),
        "type": [types.setdefault(event.sub_event_type or event.event_type, len(types)) for event in shown],
        "types": list(types), "ids": [event.id for event in shown], "lon": [event.lon for event in shown],
        "lat": [event.lat for event in shown],
        "first": [ordinal.get(event.earliest or event.latest or "") for event in shown],
        "last": [ordinal.get(event.latest or event.earliest or "") for event in shown],
        "killed": [event.killed for event in shown], "pointless": len(entries) - len(shown),
    }, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "replace")
