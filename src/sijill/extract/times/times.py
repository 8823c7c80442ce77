"""Times: the words of a text that date something, and the days that they mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from sijill.documents import Document, TimeMention, Token
from sijill.extract.times.counting import UNIT_DAYS, CountReader
from sijill.extract.times.dates import MONTHS, SAME, found_by, month_bounds
from sijill.extract.times.words import Atom, Bound, Found, TimeWords, time_words
from sijill.replacing import replace

REQUIRES: Final = ("tokens", "sentences")
ASSIGNS: Final = ("times",)
FINE: Final = frozenset({"day", "weekday", "date", "hijri", "ago", "night", "same"})
_DAYS: Final = ("day", "weekday", "date", "night")
_PERIODS: Final = ("during", "month", "since", "span", "week", "year")
_COUNTED_NEAR: Final = 6
_TOLD: Final = FINE | {"week", "month", "edge", "year", "numeric"}


def find_times(doc: Document) -> Document:
    """Assign `times`: every dating expression with its bounds, those relative to an unknown day None."""
    assert doc.tokens is not None
    assert doc.sentences is not None
    return replace(doc, times=tuple(_TimeReader(doc.tokens, doc.published, time_words()).mentions()))


class _TimeReader(CountReader):
    """Reads the tokens of one text from left to right into mentions."""

    def __init__(self, tokens: tuple[Token, ...], published: Bound, words: TimeWords) -> None:
        super().__init__(tokens, published, words)
        self.anchor: tuple[Bound, Bound] | None = None
        self._begun: Bound = None
        self._readers: tuple[Callable[[int], Found | None], ...] = (
            self._edge, self.point, self._period, self._span, self._bare_year,
        )

    def mentions(self) -> list[TimeMention]:
        out: list[TimeMention] = []
        after = 0
        for at in self.places:
            if at < (after := max(after, self.past_name(at))):
                continue
            found = self._found(at)
            if found is None:
                continue
            after, earliest, latest, rule = self._either(found)
            if rule in _PERIODS and latest == self.dct and self._counted_in(at):
                continue
            if rule in FINE and earliest is not None:
                self.anchor = (earliest, latest)
            if rule in _TOLD and earliest is not None and latest is not None:
                self.told = (earliest, latest)
            # "and" before a date is none of it
            joined = at in self.atoms and self.atoms[at].particles[:1] == self.words.conjunction
            start = self.tokens[at].start + joined
            out.append(TimeMention(start, self.tokens[after - 1].end, earliest, latest, rule,
                                   self._begun if rule == "since" else None))
        return out

    def _found(self, at: int) -> Found | None:
        """What is read at a token; what began is forgotten here: compiled, a value that is set stays what it was."""
        self._begun = None
        return found_by(self._read, at)

    def _counted_in(self, at: int) -> bool:
        """Whether deeds are only counted in a period ("for the third time this year"): it is no day of the last."""
        for before in range(at - 1, max(0, at - _COUNTED_NEAR), -1):
            if not self.tokens[before].norm[0].isalnum():
                return False
            number = self.has(before, "ordinal")
            if number is not None or self.tokens[before].norm in self.words.ordinals_of_times:
                # "the third raid in a week" needs no "and it is" before it
                counting = number not in (None, "1") and not self.atoms[before].definite
                return counting or self.tokens[before - 1].norm in self.words.nth
        return False

    def _either(self, found: Found) -> Found:
        """A day or another ("yesterday or today"): from the first of them to the last."""
        end, low, high, rule = found
        if rule not in _DAYS or end + 1 >= len(self.tokens) or self.tokens[end].norm not in self.words.either:
            return found
        other = found_by(self.point, end + 1)
        if other is None or other[3] not in _DAYS:
            return found
        days = [day for day in (low, high, other[1], other[2]) if day is not None]
        return (other[0], min(days), max(days), rule) if days else found

    def _read(self, at: int) -> Found | None:
        atom = self.atoms.get(at)
        if atom is None:
            return self._first(at)
        cue = atom.has.get("cue")
        found = None
        if cue == "since":
            found = self._since(atom.end)
        elif cue == "ago":
            found = self._ago(atom.end) or self._until(atom.end)
        elif cue == "during":
            found = self._first(atom.end) or self._until_now(atom.end, "during")
        elif cue == "range":
            found = self._range(atom.end)
        elif "behind" in atom.has:
            found = self.behind(atom.end)
        return found or self.anchored(atom) or self._run(atom) or self._first(at)

    def _first(self, at: int) -> Found | None:
        return next((found for read in self._readers if (found := read(at)) is not None), None)

    def _span(self, at: int) -> Found | None:
        """Phrases whose days count from publication: last night, recent days."""
        atom = self.atoms.get(at)
        if atom is None:
            return None
        if "now" in atom.has:
            return atom.end, *self.shifted(0, 0), "now"
        elapsed = self.elapsed(atom)
        if elapsed is not None and (counted := self.counted_back(atom.end, elapsed)) is not None:
            return counted
        bounds = atom.has.get("span") or elapsed
        if bounds is None and self.has(atom.end, "of") is None:
            bounds = atom.has.get("ago_span")
        if bounds is None:
            return None
        first, last = bounds.split("..")
        end = atom.end
        if not first and (inner := self._period(end)) is not None:  # "earlier this year"
            return inner
        while self.has(end, "weekday"):
            end = self.atoms[end].end
        low, high = self.shifted(int(first or 0), int(last))
        narrow = bool(first) and int(last) - int(first) <= 2
        rule = "elapsed" if elapsed is not None else "night" if narrow else "span"
        return end, low if first else None, high, rule

    def _until_now(self, at: int, rule: str) -> Found | None:
        read = self.length(at)
        if read is None:
            return None
        end, number, unit = read
        relative = self.has(end, "relative")
        end = self.skip(end, "relative")
        days = max(1, round(number * UNIT_DAYS[unit]))
        return end, *(self.shifted(0, days) if relative == "next" else self.shifted(-days, 0)), rule

    def _ago(self, at: int) -> Found | None:
        read = self.length(at)
        if read is None or self.has(read[0], "of") is not None:
            return None
        end, number, unit = read
        if self.dct is None:
            return end, None, None, "ago"
        if unit in "my":
            months = number * (12 if unit == "y" else 1)
            year, month = divmod(self.dct.year * 12 + self.dct.month - 1 - months, 12)
            return end, *month_bounds(year, month + 1), "ago"
        days = int(number * UNIT_DAYS[unit])
        return end, *self.shifted(-days, -days), "ago"

    def _until(self, at: int) -> Found | None:
        """Before the end of a time that is not over: from publication to that end."""
        found = self._edge(at)
        if found is None or self.dct is None or found[2] is None or found[2] <= self.dct:
            return None
        return found[0], self.dct, found[2], "span"

    def _since(self, at: int) -> Found | None:
        found = self._first(at)
        self._begun = None if found is None else found[2]
        if found is None:
            return self._until_now(at, "since")
        end, low, high, _ = found
        cue = self.has(at, "edge")
        if cue == "end" and low is not None and high is not None and (high - low).days < 15:
            low = high
        if low is not None and self.dct is not None and low > self.dct:
            return found
        return end, low, self.dct, "since"

    def _range(self, at: int) -> Found | None:
        year = self.year_at(at)
        if year is not None and year >= 1900:
            years = self._whole_year(at, year)
            return years if years is not None and years[0] > at + 1 else None
        first = self._first(at)
        if first is None:
            return None
        second = self.atoms.get(first[0])
        if second is None:
            return None
        at = second.end if "until" in second.has else first[0]
        if at == first[0] and second.particles[:1] != self.words.conjunction:
            return None
        last = self._first(at)
        if last is None:
            return None
        low, high = first[1], last[2]
        if low is not None and high is not None and low > high:
            low = low.replace(year=high.year - (1 if (low.month, low.day) > (high.month, high.day) else 0))
        return last[0], low, high, last[3] if first[3] == last[3] else "during"

    def _run(self, atom: Atom) -> Found | None:
        """The fourth day running: from the first of them until now."""
        unit, number = atom.has.get("run"), self.has(atom.end, "ordinal")
        if unit is None or number is None:
            return None
        days = round((int(number) - 1) * UNIT_DAYS[unit])
        return self.atoms[atom.end].end, *self.shifted(-days, 0), "run"

    # weeks, months, years

    def _period(self, at: int) -> Found | None:
        this = self.has(at, "this") is not None
        same = self.has(at, "self") is not None
        here = self.skip(self.skip(at, "this"), "self")
        atom = self.atoms.get(here)
        if atom is None:
            return None
        if "decade" in atom.has:
            first = int(atom.has["decade"])
            return atom.end, dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade"
        if "year_word" in atom.has and (year := self.year_at(atom.end)) is not None:
            return self._whole_year(atom.end, year)
        named = self._named_month(here, atom) or self._season(atom)
        if named is not None:
            return named
        unit = atom.has.get("unit")
        if unit is None or not atom.definite:
            return self._counted_article(here)
        if unit == "w1" and (found := self._week_of_month(atom.end)) is not None:
            return found
        relative = SAME if same else self.has(atom.end, "relative") or ("current" if this else None)
        end = self.skip(atom.end, "relative")
        if unit[1] == "1" and unit[0] in "wmy" and relative is not None:
            return end, *self._around(unit[0], relative), _UNIT_RULES[unit[0]]
        return self._last_few(atom, unit)

    def _named_month(self, at: int, atom: Atom) -> Found | None:
        worded = "month_word" in atom.has
        name = self.atoms.get(atom.end) if worded else atom
        if name is None:
            return None
        for names in ("month", "weak_month", "hijri_month"):
            if names not in name.has:
                continue
            sure = worded or (at > 0 and self.has(at - 1, "edge") is not None)
            before = self.tokens[at - 1].norm if at > 0 else ""
            led = sure or name.particles[-1:] == self.words.within or before in self.words.into or (
                at > 0 and self.has(at - 1, "cue") is not None)
            found = self.in_month(name.end, [], int(name.has[names]), names, sure)
            if found is None or not (led or found[0] > name.end):
                continue
            second = self.atoms.get(found[0]) if worded and found[0] == name.end else None
            if second is not None and second.particles[:1] == self.words.conjunction:
                value = second.has.get("month") or second.has.get("weak_month")
                both = self.in_month(second.end, [], int(value), "month") if value else None
                if both is not None and both[1] is not None and both[2] is not None:
                    month = int(name.has[names])
                    low = dt.date(both[1].year - (month > both[1].month), month, 1)
                    return both[0], low, both[2], "month"
            return found
        return None

    def _season(self, atom: Atom) -> Found | None:
        if "season" not in atom.has:
            return None
        at = self.skip(atom.end, "year_word")
        year, relative = self.year_at(at), self.has(at, "relative")
        month = int(atom.has["season"])
        if year is None:
            named = at > atom.end  # "summer of last year", not "last summer"
            if relative not in ("past", "current") or self.dct is None or not (atom.definite or named):
                return None
            year = self.dct.year - (relative == "past" and named or self.dct.month <= month)
        last_year, last_month = (year + 1, 2) if month == 12 else (year, month + 2)
        return at + 1, dt.date(year, month, 1), month_bounds(last_year, last_month)[1], "season"

    def _week_of_month(self, at: int) -> Found | None:
        """The first, second or last week of a month, behind the word for week."""
        number, last = self.has(at, "ordinal"), self.has(at, "relative") == "past"
        behind = self.skip(self.skip(self.skip(at, "ordinal"), "relative"), "of")
        if number is None and not last:
            return None
        found = self._period(behind)
        relative = self.has(behind, "relative")
        if found is None and relative is not None:
            found = self.atoms[behind].end, *self._around("m", relative), "month"
        if found is None or found[3] != "month" or found[1] is None or found[2] is None:
            return None
        begin = found[1]
        final = month_bounds(begin.year, begin.month)[1] if begin.day == 1 else found[2]
        low = begin + dt.timedelta(7 * (int(number) - 1)) if number is not None else final - dt.timedelta(6)
        high = min(low + dt.timedelta(6), final)
        if low > high:
            return found[0], None, None, "week"
        return found[0], low, self.dct if self.dct is not None and low <= self.dct <= high else high, "week"

    def _around(self, unit: str, relative: str) -> tuple[Bound, Bound]:
        """The week, month or year before, around or after publication, or of the day told last; up to publication."""
        if self.dct is None:
            return None, None
        shift = MONTHS.get(relative, 0)
        today = self.around(relative, self.dct)
        if unit == "w":
            low = today - dt.timedelta(today.weekday() - 7 * shift)
            high = low + dt.timedelta(6)
        elif unit == "m":
            year, month = divmod(today.year * 12 + today.month - 1 + shift, 12)
            low, high = month_bounds(year, month + 1)
        else:
            low, high = dt.date(today.year + shift, 1, 1), dt.date(today.year + shift, 12, 31)
        return low, min(high, self.dct) if shift == 0 else high

    def _last_few(self, atom: Atom, unit: str) -> Found | None:
        """The last three days, the past two weeks: a counted length before (or after) publication."""
        number = int(unit[1]) if unit[1].isdigit() else None
        at = atom.end
        read = self.count(at) if number is None else None
        if read is not None:
            at, number = read
        relative = self.has(at, "relative")
        if number is None or relative is None or (unit[1] == "1" and unit[0] != "h"):
            return None
        days = max(1, round(number * UNIT_DAYS[unit[0]]))
        bounds = self.shifted(1, days) if relative == "next" else self.shifted(-days, 0)
        return self.atoms[at].end, *bounds, "span"

    def _counted_article(self, at: int) -> Found | None:
        """"The 24 hours past", the article standing apart before a figure."""
        if self.has(at, "article") is None and self.has(at, "number") is None:
            return None
        read = self.length(at)
        if read is None or self.has(read[0], "relative") is None:
            return None
        return self._until_now(at, "span")

    def _whole_year(self, at: int, year: int) -> Found | None:
        if self.has(at, "hijri_mark") is not None or year < 1500:
            _, low, _, _ = self.hijri(at, [], 1, year) or (at, None, None, "")
            _, _, high, _ = self.hijri(at, [], 12, year) or (at, None, None, "")
            return self.skip(at + 1, "hijri_mark"), low, high, "year"
        end, until = at + 1, self.skip(at + 1, "until")
        later = self.year_at(until) if until > end else None
        if later is not None and year < later <= year + 50:
            return until + 1, dt.date(year, 1, 1), dt.date(later, 12, 31), "year"
        return end, dt.date(year, 1, 1), dt.date(year, 12, 31), "year"

    def _bare_year(self, at: int) -> Found | None:
        year = self.year_at(at)
        if year is None or year < 1900 or at == 0 or len(self.tokens[at].norm) != 4:
            return None
        before = self.tokens[at - 1]
        if before.norm not in self.words.into and self.has(at - 1, "cue") not in ("since", "during"):
            return None
        return self._whole_year(at, year)

    def _edge(self, at: int) -> Found | None:
        """The beginning, middle or end of a week, month or year."""
        edge = self.has(at, "edge")
        if edge is None:
            return None
        inner = self.skip(self.atoms[at].end, "of")
        found = self._period(self.atoms[at].end) or self._period(inner) or self._bare_year(inner)
        if found is None and inner > self.atoms[at].end:
            found = self._period(self.atoms[at].end + 1)  # "of the year" is read as one
        if found is None and (unit := self.atoms.get(self.atoms[at].end)) and unit.definite:
            letter = unit.has.get("unit", "  ")
            if letter in ("w1", "m1", "y1"):
                found = unit.end, *self._around(letter[0], "current"), _UNIT_RULES[letter[0]]
        if found is None:
            return None
        end, low, _, rule = found
        if low is None:
            return end, None, None, rule
        if rule == "month":
            first, last = _MONTH_EDGES[edge]
            final = month_bounds(low.year, low.month)[1]
            return end, low.replace(day=first), min(final, low + dt.timedelta(last - 1)), "edge"
        if rule == "year":
            first, last = _YEAR_EDGES[edge]
            return end, low.replace(month=first), month_bounds(low.year, last)[1], "edge"
        return found


_MONTH_EDGES: Final = {"start": (1, 10), "middle": (13, 17), "late": (21, 31), "end": (21, 31),
                      "first_half": (1, 15), "second_half": (16, 31)}
_YEAR_EDGES: Final = {"start": (1, 3), "middle": (5, 8), "late": (10, 12), "end": (12, 12),
                     "first_half": (1, 6), "second_half": (7, 12)}
_UNIT_RULES: Final = {"w": "week", "m": "month", "y": "year"}
