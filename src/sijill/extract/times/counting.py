"""Times counted from others: lengths of time, "the same day", "a week before that", "three days after" a deed."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sijill.extract.tables.lexicon import lexicon as trigger_words
from sijill.extract.times.dates import DateReader, month_bounds
from sijill.extract.times.words import Atom, Found

UNIT_DAYS: Final = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.44, "y": 365.25}
"""The days of a unit of time."""
_MOST: Final = 10_000  # units of time: beyond these a figure counts something else
_ABOUT: Final = 2
_LONG: Final = 100  # days behind which nobody counts to the day
# days about those of a length of weeks or months
_ROUND: Final = {"w": 1, "m": 2}


class CountReader(DateReader):
    """Reads what counts from the day of the news, or from a day told before."""

    def elapsed(self, atom: Atom) -> str | None:
        """The days back to what the words behind name; "after two days upon" needs a word for a deed there."""
        upon = atom.has.get("elapsed_upon")
        if upon is None or atom.end < len(self.tokens) and trigger_words().hit(self.tokens[atom.end].norm) is not None:
            return atom.has.get("elapsed", upon)
        return None

    def counted_back(self, end: int, elapsed: str) -> Found | None:
        """The days before a day of the news that the text spoke of last ("today ..., a day after")."""
        low, high = self.anchor or (None, None)
        if self.dct is None or low is None or low != high or not 0 <= (self.dct - low).days <= 1:
            return None
        first, last = (int(bound) for bound in elapsed.split(".."))
        exact = last - first <= _ABOUT  # the bounds allow for the day of the news
        return end, low + dt.timedelta(first + 1), low + dt.timedelta(first + 1 if exact else last), "elapsed"

    def length(self, at: int) -> tuple[int, int, str] | None:
        """A counted length of time: (end, how many, unit); one with the article behind "about" ("about the week")."""
        start, at = at, self.skip(at, "approx")
        atom = self.atoms.get(at)
        unit = atom.has.get("unit") if atom is not None else None
        if atom is not None and unit is not None and unit[1] != "n" and (at > start or not atom.definite):
            return atom.end, int(unit[1]), unit[0]
        read = self.count(at)
        if read is None:
            return None
        at, number = read
        unit = self.has(at, "unit")
        if unit is None or number > _MOST:
            return None
        return self.atoms[at].end, number, unit[0]

    def count(self, at: int) -> tuple[int, int] | None:
        """A number: the token behind it, and the number."""
        if self.has(at, "article") is not None:
            at = self.atoms[at].end
        number = self.integer(at)
        if number is not None:
            return at + 1, number
        atom = self.atoms.get(at)
        if atom is None or "number" not in atom.has:
            return None
        number, at = int(atom.has["number"]), atom.end
        tens = self.atoms.get(at)
        if tens is not None and "number" in tens.has and tens.particles == self.words.conjunction:
            return tens.end, number + int(tens.has["number"])
        return at, number

    def anchored(self, atom: Atom) -> Found | None:
        """The same day, the next day, since then: counted from the last day that the text spoke of."""
        low, high = self.anchor or self.shifted(-1, 0)
        if "since_same" in atom.has:
            return (atom.end, low, self.dct, "since") if self.anchor else None
        if "then" in atom.has:
            return self._from_then(atom)
        offset = atom.has.get("same")
        if offset is None:
            return None
        step = dt.timedelta(int(offset) if self.anchor else 0)
        return atom.end, low and low + step, high and high + step, "same"

    def _from_then(self, atom: Atom) -> Found | None:
        """A counted length before or after what the text dated last: "a week before that"."""
        led = atom.end < len(self.tokens) and self.tokens[atom.end].norm[0] == self.words.within
        read = self.length(atom.end) if led else None
        if read is None or self.told is None:
            return None
        end, number, unit = read
        low, high = self.told
        sign = int(atom.has["then"])
        if unit in "my":
            months = sign * number * (12 if unit == "y" else 1)
            year, month = divmod(low.year * 12 + low.month - 1 + months, 12)
            return end, *month_bounds(year, month + 1), "same"
        step = dt.timedelta(sign * int(number * UNIT_DAYS[unit]))
        return end, low + step, high + step, "same"

    def behind(self, at: int) -> Found | None:
        """A counted length after a deed, "upon" which only a deed may follow: days back to it."""
        read = self.length(at)
        if read is None or read[0] + 1 >= len(self.tokens) or read[1] * UNIT_DAYS[read[2]] > _LONG:
            return None
        end, number, unit = read
        link = self.tokens[end].norm
        upon = link in self.words.upon and trigger_words().hit(self.tokens[end + 1].norm) is not None
        if not upon and link not in self.words.of_what:
            return None
        days = int(number * UNIT_DAYS[unit])
        about = _ROUND.get(unit, 0)
        elapsed = f"{-days - (about or 1)}..{-days + about}"
        return self.counted_back(end + 1, elapsed) or (end + 1, *self.shifted(-days - (about or 1), -days + about),
                                                       "elapsed")
