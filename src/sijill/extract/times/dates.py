"""Dates: days, weekdays and dates of three calendars of month names, read into bounds."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from typing import Final

from sijill.extract.times.words import Atom, Bound, Found, WordReader

SAME: Final = "same"
"""The word that says of a month or year that it is the one told last."""
MONTHS: Final = {"past": -1, "previous": -2, "next": 1}
_NEARLY: Final = (frozenset({"10", "11"}), frozenset({"12", "1"}))  # months whose names differ in their number
_FUTURE_COST: Final = 10  # a bare date is taken for the past unless a coming one is this much nearer


def month_bounds(year: int, month: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def found_by(read: Callable[[int], Found | None], at: int) -> Found | None:
    """What a way of reading finds at a token; None where that is a day that no calendar has."""
    try:
        return read(at)
    except (ValueError, OverflowError):
        return None


class DateReader(WordReader):
    """Reads one day, or a few named together, at a token of a text."""

    def point(self, at: int) -> Found | None:
        end = first = at
        part: str | None = None
        offset: int | None = None
        weekdays: list[int] = []
        relative: str | None = None
        date: Found | None = None
        while at < len(self.tokens):
            atom = self.atoms.get(at)
            if atom is None or atom.has.keys() & {"ordinal", "article"}:
                read = self._numeric(at) or self._date(at) if date is None else None
                if read is None and date is None and at > first and (weekdays or self.has(first, "filler")):
                    read = self._day_and_month(at)
                if read is not None:
                    date, at, end = read, read[0], read[0]
                elif self.mark(at, "،,(-/") and (offset is not None or weekdays) and (
                    self.has(at + 1, "weekday") or self._numeric(at + 1) or self._date(at + 1)
                ):
                    at += 1
                else:
                    break
            elif "weekday" in atom.has and len(weekdays) < 4 and not self._is_name(at):
                weekdays.append(int(atom.has["weekday"]))
                at = end = atom.end
            elif "day" in atom.has and offset is None and not weekdays and not self._is_name(at):
                if self.has(atom.end, "ordinal") and self._date(atom.end) is None:
                    return None
                offset, at = int(atom.has["day"]), atom.end
                end = at
            elif "part" in atom.has:
                part, at = part or atom.has["part"], atom.end
                end = at if end > first else end
            elif "relative" in atom.has and weekdays and relative is None:
                relative, at = atom.has["relative"], atom.end
                end = at
            elif "filler" in atom.has or ("of" in atom.has and part is not None and offset is None):
                at = atom.end
            else:
                break
        if date is not None:
            day = self._on_weekday(date, weekdays) or date[1]
            return end, day, date[2] if day == date[1] else day, date[3]
        if not weekdays and offset is None:
            return None
        if offset is not None:
            low, high, rule = *self.shifted(offset, offset), "day"
            if weekdays and low is not None and low.weekday() != weekdays[-1] and offset in (0, -1):
                return end, *self.shifted(-1, 0), rule
        else:
            end, low, high = self._weekday(end, weekdays, relative)
            rule = "weekday"
        if part == "night" and len(weekdays) < 2 and high is not None and high != self.dct:
            high += dt.timedelta(1)
        return end, low, high, rule

    def _on_weekday(self, date: Found, weekdays: list[int]) -> Bound:
        """The day of this year or the last that is the weekday said, where a day without a year is not; else None."""
        end, low, high, _ = date
        if self.dct is None or low is None or low != high or len(weekdays) != 1 or low.weekday() == weekdays[0]:
            return None
        if self.year != low.year or self.year_at(end - 1) is not None:
            return None
        near = [low.replace(year=year) for year in (self.dct.year, self.dct.year - 1)]
        return next((day for day in near if day <= self.dct and day.weekday() == weekdays[0]), None)

    def _is_name(self, at: int) -> bool:
        return at > 0 and self.tokens[at - 1].norm in self.words.names

    def past_name(self, at: int) -> int:
        """The token behind a date that is the name of what stands before it ("the city of 6 October"); 0 of others."""
        here = at - 1 if at > 1 and self.tokens[at - 1].norm == '"' else at
        before = self.tokens[here - 1].norm if here > 0 else ""
        if self.words.dated.isdisjoint((before, before[1:])):
            return 0
        read = found_by(self._date, at)
        return read[0] if read is not None else 0

    def _weekday(self, end: int, weekdays: list[int], relative: str | None) -> tuple[int, Bound, Bound]:
        of_week = self.skip(end, "of")
        unit = self.atoms.get(of_week) if of_week > end else None
        if self.dct is None:
            return end, None, None
        day = self.dct
        if unit is not None and unit.has.get("unit") == "w1" and self.has(unit.end, "relative"):
            shift = {"past": -7, "previous": -14, "next": 7}.get(self.has(unit.end, "relative") or "", 0)
            day = day - dt.timedelta(day.weekday() - weekdays[-1]) + dt.timedelta(shift)
            end = self.atoms[unit.end].end
        elif relative == "next":
            day += dt.timedelta((weekdays[-1] - day.weekday() - 1) % 7 + 1)
        else:
            if relative in ("past", "previous"):
                day -= dt.timedelta(1)
            day -= dt.timedelta((day.weekday() - weekdays[-1]) % 7)
            if relative == "previous":
                day -= dt.timedelta(7)
        return end, day - dt.timedelta((weekdays[-1] - weekdays[0]) % 7), day

    def _numeric(self, at: int) -> Found | None:
        """A date in figures: year first, else day first unless only month first is possible."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.kind != "number":
            return None
        parts = token.norm.split(".")
        end = at + 1
        if len(parts) == 1 and self.mark(at + 1, "-/\\") and self.mark(at + 3, "-/\\"):
            parts = [t.norm for t in self.tokens[at : at + 5 : 2]]
            end = at + 5
        if len(parts) != 3 or not all(p.isdigit() and len(p) <= 4 for p in parts):
            return None
        first, middle, last = (int(p) for p in parts)
        if first < 100:
            first, last = last, first
            if middle > 12 >= last:
                middle, last = last, middle
        if first < 100 and len(parts[2]) == 2:
            first += 2000
        if not (1300 <= first <= 2100 and 1 <= middle <= 12 and 1 <= last <= 31):
            return None
        if first < 1500:
            return self.hijri(end, [last], middle, first)
        day = dt.date(first, middle, last)
        self.year = first
        return end, day, day, "numeric"

    def _day_and_month(self, at: int) -> Found | None:
        """A day and a month in figures without a year, as they follow a weekday or the word "day"."""
        day, month = self.integer(at), self.integer(at + 2)
        if day is None or month is None or not self.mark(at + 1, "-/") or not 1 <= month <= 12:
            return None
        year = self._nearest_year(month, day, None)
        date = None if year is None else dt.date(year, month, day)
        return at + 3, date, date, "date"

    def _date(self, at: int) -> Found | None:
        """Days of a named month: "the 5th of May", "3 and 5 May", "12 of this month"."""
        read = self._day_number(at)
        if read is None:
            return None
        at, number = read
        numbers = [number]
        while len(numbers) < 3:
            nearby = self.atoms.get(at)
            joined = nearby is not None and nearby.particles[:1] == self.words.conjunction
            after = at + 1 if self.mark(at, "-/،") else self.skip(at, "until")
            read = self._day_number(after) if after > at or joined else None
            if read is None:
                break
            numbers.append(read[1])
            at = read[0]
        at = self.skip(self.skip(at, "of"), "this")
        if self.mark(at, "/-") and self.has(at + 1, "month") is not None:
            at += 1
        atom = self.atoms.get(at)
        if atom is None:
            return None
        for names in ("month", "weak_month", "hijri_month", "libyan_month"):
            if names in atom.has:
                return self.in_month(atom.end, numbers, int(atom.has[names]), names)
        this = at > 0 and self.has(at - 1, "this") is not None
        relative = self.has(at, "relative")
        if atom.has.get("unit") == "m1" and atom.definite:
            relative, at = self.has(atom.end, "relative") or ("current" if this else None), atom.end
        if relative is None or atom.particles or self.dct is None:
            return None
        today = self.around(relative, self.dct)
        year, month = divmod(today.year * 12 + today.month - 1 + MONTHS.get(relative, 0), 12)
        days = [dt.date(year, month + 1, n) for n in numbers]
        return self.skip(at, "relative"), min(days), max(days), "date"

    def around(self, relative: str | None, published: dt.date) -> dt.date:
        """The day around which a month or year is meant: "the same" one is that told last, others count from now."""
        return self.told[0] if relative == SAME and self.told is not None else published

    def _day_number(self, at: int) -> tuple[int, int] | None:
        atom = self.atoms.get(at)
        if atom is not None and "ordinal" in atom.has and atom.definite:
            return atom.end, int(atom.has["ordinal"])
        if atom is not None and ("article" in atom.has or self.tokens[at].norm == self.words.conjunction):
            at = atom.end
        number = self.integer(at)
        return (at + 1, number) if number is not None and 1 <= number <= 31 else None

    def in_month(self, at: int, days: list[int], month: int, names: str, sure: bool = False) -> Found | None:
        """The days, or with none the whole, of a month whose name ends before token `at`."""
        end, year, relative, surer, hijri = self._month_tail(at, month)
        if names == "hijri_month":
            return self.hijri(end, days, month, year, relative is not None or sure)
        if names != "month" and not (sure or surer or (days and names == "weak_month")):
            return None
        if year is not None and (hijri or year < 1500):
            return None
        if year is None:
            year = self._nearest_year(month, max(days, default=0), relative)
            if year is None:
                return end, None, None, "date" if days else "month"
        else:
            self.year = year if days else self.year
        if not days:
            low, high = month_bounds(year, month)
            return end, low, self.dct if self.dct is not None and low <= self.dct <= high else high, "month"
        dates = [dt.date(year, month, n) for n in days]
        return end, min(dates), max(dates), "date"

    def _month_tail(self, at: int, month: int) -> tuple[int, int | None, str | None, bool, bool]:
        """What follows a month's name: (end, year, relative, whether it makes the name sure, Hijri)."""
        sure = False
        other = at + 1 if self.mark(at, "/(-") else at
        atom = self.atoms.get(other)
        if atom is not None and (self._mistaken(at, atom, month) or str(month) in (
                atom.has.get("month"), atom.has.get("weak_month"), atom.has.get("libyan_month"))):
            at, sure = atom.end, True
            at += 1 if self.mark(at, ")") else 0
        if self.has(at, "relative"):
            return self.atoms[at].end, None, self.has(at, "relative"), True, False
        here = at + 1 if self.mark(at, "،,/-(") else at
        here = self.skip(self.skip(self.skip(here, "of"), "this"), "year_word")
        worded = here > at and self.has(here - 1, "year_word") is not None
        relative = self.has(here, "relative")
        this = self.has(here - 2, "this") is not None
        if worded and (relative or this) and self.dct is not None:
            told = self.around(relative, self.dct).year + MONTHS.get(relative or "", 0)
            return self.skip(here, "relative"), told, None, True, False
        year = self.year_at(here)
        if year is None:
            return at, None, None, sure, False
        hijri = self.has(here + 1, "hijri_mark") is not None
        return here + 2 if hijri else here + 1, year, None, True, hijri

    def _mistaken(self, at: int, atom: Atom, month: int) -> bool:
        """Whether the second name of a month, of two words, is another's that is called nearly so: the first counts."""
        return (self.mark(at, "/(") and {str(month), atom.has.get("month")} in _NEARLY and atom.end - (at + 1) > 1
                and self.has(at - 1, "month") is not None)

    def _nearest_year(self, month: int, day: int, relative: str | None) -> int | None:
        if self.dct is None:
            return self.year if relative in (None, SAME) else None
        now = self.dct
        if relative is None and self.year is not None and self.year != now.year:
            return self.year
        if relative == "current":
            return now.year
        later = (month, day) >= (now.month, now.day if day else 0)
        if relative == "past":
            return now.year - 1 if later else now.year
        if relative == "next":
            return now.year if later else now.year + 1
        cost: dict[int, int] = {}
        for year in (now.year - 1, now.year, now.year + 1):
            away = (now - dt.date(year, month, min(day or 1, 28))).days
            cost[year] = away if away >= 0 else -away * _FUTURE_COST
        return min(cost, key=lambda y: cost[y])

    def hijri(self, end: int, days: list[int], month: int, year: int | None,
              sure: bool = False) -> Found | None:
        """Days or the whole of a Hijri month; without a year the last one before publication."""
        from hijridate import Gregorian, Hijri

        sure = sure or year is not None
        if year is None:
            if self.dct is None:
                return (end, None, None, "hijri" if days else "month") if sure or days else None
            today = Gregorian(self.dct.year, self.dct.month, self.dct.day).to_hijri()
            year = today.year if month <= today.month else today.year - 1
        if self.has(end, "hijri_mark"):
            end += 1
        elif not sure and not days:
            return None
        last = Hijri(year, month, 1).month_length()
        bounds = [Hijri(year, month, n).to_gregorian() for n in (days or [1, last])]
        return end, min(bounds), max(bounds), "hijri" if days else "month"
