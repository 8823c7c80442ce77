"""The day that a page prints: numbers, month names of every Arab country, Hijri dates, digits of every set."""

from __future__ import annotations

import datetime as dt
import functools
import re

from sijill import resources
from sijill.arabic.folding import fold_word

FIRST_YEAR = 1990
"""No page is older than the web."""

_YMD = re.compile(r"(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_DMY = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)"
                  r"|[/=_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_HIJRI_YEARS = (1343, 1500)
_ENGLISH = ("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
            "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?")


def read_day(text: str) -> dt.date | None:
    """The first day that a short text gives whole (day, month and year); None if there is none.

    A Hijri date counts where no other is beside it. Days before 1990 and after tomorrow are none.
    """
    shape = _shape(text)
    if not shape:
        return None
    found: list[tuple[int, dt.date]] = []
    for pattern, order in ((_YMD, (1, 2, 3)), (_DMY, (3, 2, 1)), (_COMPACT, (1, 2, 3)), *_named()):
        for match in pattern.finditer(shape):
            year, month, day = (_number(match.group(i), _months()) for i in order)
            made = _day(year, month, day)
            if made is None and pattern is _DMY:
                made = _day(year, day, month)
            if made:
                found.append((match.start(), made))
                break
    if found:
        return min(found)[1]
    return _hijri(shape)


def day_of_url(url: str) -> dt.date | None:
    """The day in a web address such as /2015/06/25/name or /name-20150625; None if there is none."""
    for match in _URL.finditer(url.partition("?")[0].partition("#")[0]):
        year, month, day = (int(g) for g in match.groups() if g)
        made = _day(year, month, day)
        if made:
            return made
    return None


def _shape(text: str) -> str:
    return " ".join(filter(None, map(fold_word, text[:400].lower().split())))


def _number(part: str, months: dict[str, int]) -> int:
    return int(part) if part.isdigit() else months[part]


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        made = dt.date(year, month, day)
    except ValueError:
        return None
    return made if _plausible(made) else None


def _plausible(day: dt.date) -> bool:
    return day.year >= FIRST_YEAR and day <= dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)


def _names(*tables: str) -> dict[str, int]:
    words = resources.toml("times.toml")
    return {" ".join(fold_word(w) for w in name.split()): int(number)
            for table in tables for number, names in words[table].items() for name in names}


@functools.cache
def _months() -> dict[str, int]:
    known = _names("libyan_month", "weak_month", "month")
    for number, pattern in enumerate(_ENGLISH, start=1):
        full = re.sub(r"[()?:]", "", pattern)
        known |= {full[:n]: number for n in range(3, len(full) + 1)}
    return known


def _alternatives(names: list[str]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))


@functools.cache
def _named() -> tuple[tuple[re.Pattern[str], tuple[int, int, int]], ...]:
    arabic = _alternatives([n for n in _months() if not n.isascii()])
    month = rf"({arabic}|{'|'.join(_ENGLISH)})"
    # a second name of the same month may follow: "June / Haziran", "June (Haziran)"
    other = rf"(?:\s*[/(\-\u2013]\s*(?:{arabic})\s*\)?)?"
    of = "(?:\\s*\u0645\u0646\\s+)?"
    gap = r"[\s\u060c,./-]*"
    return (
        (re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?{gap}{of}{month}{other}\.?{gap}(\d{{4}})(?!\d)"), (3, 2, 1)),
        (re.compile(rf"(?<![^\W\d_]){month}{other}\.?{gap}(\d{{1,2}})(?:st|nd|rd|th)?{gap}(\d{{4}})(?!\d)"), (3, 1, 2)),
        (re.compile(rf"(?<!\d)(\d{{4}}){gap}{month}{other}{gap}(\d{{1,2}})(?!\d)"), (1, 2, 3)),
    )


@functools.cache
def _hijri_months() -> dict[str, int]:
    return _names("hijri_month")


@functools.cache
def _hijri_patterns() -> tuple[tuple[re.Pattern[str], tuple[int, int, int]], ...]:
    month = f"({_alternatives(list(_hijri_months()))})"
    gap = r"[\s\u060c,./-]*"
    return (
        (re.compile(rf"(?<!\d)(\d{{1,2}}){gap}(?:\u0645\u0646\s+)?{month}{gap}(\d{{4}})(?!\d)"), (3, 2, 1)),
        (re.compile(rf"{month}{gap}(\d{{1,2}}){gap}(\d{{4}})(?!\d)"), (3, 1, 2)),
        (_YMD, (1, 2, 3)), (_DMY, (3, 2, 1)),
    )


def _hijri(shape: str) -> dt.date | None:
    from hijridate import Hijri

    for pattern, order in _hijri_patterns():
        for match in pattern.finditer(shape):
            year, month, day = (_number(match.group(i), _hijri_months()) for i in order)
            if not _HIJRI_YEARS[0] <= year <= _HIJRI_YEARS[1]:
                continue
            try:
                made = Hijri(year, month, day).to_gregorian()
            except (ValueError, OverflowError):
                continue
            if _plausible(made):
                return made
    return None
