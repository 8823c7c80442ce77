"""Articles without a day of publication: their events are dated as if they were of a day that their words allow.

What is chosen among the dates of a text depends on how old they are. Of some 14,300 deeds in the gold, read without
their days of publication, one in fifteen had other words for its time than with them; by a made-up day a third of
these.
"""

from __future__ import annotations

import copy
import datetime as dt
from bisect import bisect_left
from typing import Final

from sijill.documents import Document, TimeArgument, TimeMention
from sijill.extract.clauses.view import View
from sijill.extract.times.times import find_times
from sijill.extract.times.words import time_words
from sijill.replacing import replace

_ANY: Final = dt.date(2016, 6, 15)
_LATER: Final = 14  # days behind the last date of the text, so that no day of a week is one of its dates
_WEEK: Final = 7
_YEARS: Final = 12  # within which a day of a month is on every day of the week
_LEAP: Final = (2, 29)


def as_if_published(view: View) -> View:
    """An article's view as if it were published on the day that it calls "today", "Monday" or the like first.

    It is a day behind the last date of the text where that names no more than a day of the week, or nothing.
    """
    document = view.document
    dates = [day for mention in document.times or ()
             for day in (mention.earliest, mention.latest, mention.begun) if day is not None]
    day = max(dates) + dt.timedelta(_LATER) if dates else _ANY
    for mention in document.times or ():
        weekday, back = _called(document, mention)
        if weekday is not None or back is not None:
            day = _dated(document, mention, weekday, day) + dt.timedelta(back or 0)
            break
    made_up = copy.copy(view)
    made_up.document = find_times(replace(document, published=day))
    return made_up


def _called(document: Document, mention: TimeMention) -> tuple[int | None, int | None]:
    """The day of the week in a day's words, and how many days ago they say that it was ("yesterday, Sunday")."""
    if mention.rule not in ("day", "weekday", "date"):
        return None, None
    words, tokens = time_words(), document.tokens or ()
    first, last = (bisect_left(tokens, end, key=lambda token: token.start) for end in (mention.start, mention.end))
    has = [atom.has for at in range(first, last) if (atom := words.atom(tokens, at)) is not None]
    weekday = next((int(one["weekday"]) for one in has if "weekday" in one), None)
    back = next((-int(one["day"]) for one in has if "day" in one), None)
    return (weekday, back) if weekday is not None or mention.rule == "date" else (None, None)


def _dated(document: Document, mention: TimeMention, weekday: int | None, day: dt.date) -> dt.date:
    """The day that a mention may be: that of its month, in a given day's year or later, or of its week from that on."""
    if mention.rule == "date" and mention.earliest is None:
        read = find_times(replace(document, published=dt.date(day.year, 12, 31)))
        found = next((one.earliest for one in read.times or () if one.start == mention.start), None)
        if found is not None and (found.month, found.day) != _LEAP:
            years = [found.replace(year=found.year + later) for later in range(_YEARS)]
            return next((one for one in years if weekday in (None, one.weekday())), found)
    return day if weekday is None else day + dt.timedelta((weekday - day.weekday()) % _WEEK)


class Told:
    """What the text alone tells of the times of an article that were found by a made-up day of publication."""

    def __init__(self, document: Document) -> None:
        self._mentions = {(mention.start, mention.end): mention for mention in document.times or ()}

    def as_told(self, time: TimeArgument, mention: TimeMention | None) -> TimeArgument:
        """An event's time with the bounds that the text alone gives; `mention` is what it was taken from."""
        told = None if mention is None else self._mentions.get((mention.start, mention.end))
        if told is None:
            return replace(time, earliest=None, latest=None)
        if time.start is None:
            return time if time.latest == told.latest else replace(time, earliest=None, latest=None)
        if time.rule == "since":
            return replace(time, earliest=told.earliest, latest=None)
        # of what goes on since a time, only what began then has another rule
        return replace(time, earliest=told.earliest, latest=told.begun if told.rule == "since" else told.latest)
