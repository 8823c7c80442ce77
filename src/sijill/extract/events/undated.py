"""Articles without a day of publication: their events are dated as if they were of a day that their words allow.

What is chosen among the dates of a text depends on how old they are. Of 14,317 deeds in the gold, read without their
days of publication, 956 had other words for their time than with them; by a made-up day 330 have.
"""

from __future__ import annotations

import copy
import datetime as dt
from typing import Final

from sijill.documents import Document, TimeArgument
from sijill.extract.clauses.view import View
from sijill.extract.times.times import find_times
from sijill.extract.times.words import time_words
from sijill.replacing import replace

_ANY: Final = dt.date(2016, 6, 15)
_LATER: Final = 14  # days behind the last date of the text, so that no day of a week is one of its dates
_WEEK: Final = 7


def as_if_published(view: View) -> View:
    """An article's view as if it were published behind its last date, on the day of the week that it names first."""
    document = view.document
    dates = [day for mention in document.times or () for day in (mention.earliest, mention.latest) if day is not None]
    day = max(dates) + dt.timedelta(_LATER) if dates else _ANY
    named = _weekday(document)
    if named is not None:
        day += dt.timedelta((named - day.weekday()) % _WEEK)
    made_up = copy.copy(view)
    made_up.document = find_times(replace(document, published=day))
    return made_up


def _weekday(document: Document) -> int | None:
    """The day of the week of the news by the first that is named: "today, Monday", "yesterday, Sunday" or "Monday"."""
    words, tokens = time_words(), document.tokens or ()
    for mention in document.times or ():
        if mention.rule in ("day", "weekday"):
            inside = [at for at, token in enumerate(tokens) if mention.start <= token.start < mention.end]
            has = [atom.has for at in inside if (atom := words.atom(tokens, at)) is not None]
            named = next((int(one["weekday"]) for one in has if "weekday" in one), None)
            if named is not None:
                return named - next((int(one["day"]) for one in has if "day" in one), 0)
    return None


def as_told(time: TimeArgument, document: Document) -> TimeArgument:
    """An event's time that was found by a made-up day of publication, with the bounds that the text alone gives."""
    mentions = document.times or ()
    if time.start is None:
        known = any(mention.latest == time.latest for mention in mentions)
        return time if known else replace(time, earliest=None, latest=None)
    told = next((mention for mention in mentions if mention.start == time.start), None)
    if told is None:
        return replace(time, earliest=None, latest=None)
    latest = None if time.rule == "since" else told.latest
    if told.begun is not None and told.begun == time.latest:
        latest = told.begun
    return replace(time, earliest=told.earliest, latest=latest)
