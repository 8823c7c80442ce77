"""Agreement on numbers: the days and the tolls that several claims give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from sijill.documents import Casualty
from sijill.ledger import TOLL_KINDS, Toll

_SURE, _WEEK, _MONTH = 1, 6, 30
_WIDEST = 4
Days = tuple[dt.date | None, dt.date | None, str]
Count = tuple[int | None, int | None]


def agreed_days(given: Iterable[Days]) -> tuple[dt.date | None, dt.date | None, int | None]:
    """Earliest and latest day, and ACLED's time precision, of (earliest, latest, teller) as claims give them.

    The days that all claims allow; where there are none, those that most tellers allow (of them the first run).
    Claims of a month or more count only where no others are. Precision: 1 the day, 2 the week, 3 the month.
    """
    spans = [(min(first, last), max(first, last), who) for first, last, who in given if first and last]
    if not spans:
        return _open_days(list(given))
    narrow = [one for one in spans if (one[1] - one[0]).days <= _WIDEST] or spans
    first, last = max(one[0] for one in narrow), min(one[1] for one in narrow)
    if first > last:
        first, last = _most(narrow)
    width = (last - first).days
    return first, last, 1 if width <= _SURE else 2 if width <= _WEEK else 3 if width <= _MONTH else None


def _open_days(given: list[Days]) -> tuple[dt.date | None, dt.date | None, int | None]:
    firsts = [first for first, _, _ in given if first]
    lasts = [last for _, last, _ in given if last]
    return max(firsts, default=None), min(lasts, default=None), None


def _most(spans: Sequence[tuple[dt.date, dt.date, str]]) -> tuple[dt.date, dt.date]:
    edges = sorted({first for first, _, _ in spans})

    def tellers(day: dt.date) -> int:
        return len({who for first, last, who in spans if first <= day <= last})

    best = max(edges, key=lambda day: (tellers(day), -day.toordinal()))
    last = min(last for first, last, _ in spans if first <= best <= last)
    return best, last


def agreed_tolls(given: Iterable[tuple[str, str, dt.date | None, Sequence[Casualty]]]) -> tuple[Toll, ...]:
    """Tolls by kind and by who was hit, of (claim id, teller, published, casualties) as claims give them.

    low: the lowest that a claim gives; high: the highest; best: the median over the tellers of the newest number of
    each, the lower of the two in the middle. Parts that one claim gives of one kind are added up.
    """
    found: dict[tuple[str, str | None], list[tuple[str, str, dt.date | None, Count]]] = {}
    for claim, teller, published, casualties in given:
        parts: dict[tuple[str, str | None], list[Count]] = {}
        for one in casualties:
            parts.setdefault((one.kind, one.who), []).append((one.low, one.high))
        for key, counts in parts.items():
            found.setdefault(key, []).append((claim, teller, published, added(counts)))
    return tuple(_toll(*key, found[key]) for key in sorted(found, key=lambda one: (_order(one[0]), one[1] or "")))


def added(counts: Sequence[Count]) -> Count:
    """The parts of a toll as one: at least and at most; what has no bound above gives the whole none."""
    lows = [low for low, _ in counts if low is not None]
    highs = [high for _, high in counts]
    return sum(lows) if lows else None, None if None in highs else sum(h for h in highs if h is not None)


def _toll(kind: str, who: str | None, rows: Sequence[tuple[str, str, dt.date | None, Count]]) -> Toll:
    known = [row for row in rows if row[3][0] is not None or row[3][1] is not None]
    lows = [low for *_, (low, _) in known if low is not None]
    tops = [high if high is not None else low for *_, (low, high) in known]
    newest: dict[str, tuple[dt.date, str, int]] = {}
    for claim, teller, published, (low, high) in known:
        value = low if low is not None else high
        assert value is not None
        mark = (published or dt.date.min, claim, value)
        newest[teller] = max(newest.get(teller, mark), mark)
    values = sorted(value for _, _, value in newest.values())
    return Toll(kind, who, min(lows) if lows else None, values[(len(values) - 1) // 2] if values else None,
                max((top for top in tops if top is not None), default=None), tuple(row[0] for row in rows))


def _order(kind: str) -> int:
    return TOLL_KINDS.index(kind) if kind in TOLL_KINDS else len(TOLL_KINDS)
