"""Datelines: the place, or the place and day ("Damascus, 26 June (agency)"), at the head of a report, of no event."""

from __future__ import annotations

import re
from typing import Final

from sijill.documents import Document, TimeMention

_MOST_WORDS: Final = 4
_AGENCY: Final = re.compile(r"\([^()]*\)|/[^/\n]*/")
# behind the place: the agency in brackets, or the outlet to the end of the line
_OUTLET: Final = re.compile(
    r"[ \t]*(?:[،,][ \t]*\w+(?:[ \t]+\w+){0,2}[ \t]*)?(?:\([^()\n]{2,30}\)|[/–—-][^\n.]{2,40}\n)")
# a town before its state, and the agency behind that
_TOWN: Final = re.compile(r"[ \t]*\w+(?:[ \t]+\w+){0,2}[ \t]*[،,][ \t]*")
_BRACKETS: Final = re.compile(r"[ \t]*\([^()\n]{2,30}\)")
# in front of the place: whose report it is, a few words and a dash
_NAMED_FIRST: Final = re.compile(r"(?:\w+[ \t]+){1,4}[–—-][ \t]*")
_ENDS_LINE: Final = re.compile(r"[ \t]*\n")
_BLANK: Final = re.compile(r"\s*")
_CLOSED: Final = re.compile(r"[ \t]*[/:(–—ـ-]")


def dateline(document: Document) -> TimeMention | None:
    """The date that heads a report; None where there is none, or several lines begin so: a chronicle's are its days."""
    found = [mention for mention in document.times or () if _heads_line(document, mention)]
    return found[0] if len(found) == 1 else None


def heads_report(text: str, start: int, end: int) -> bool:
    """Whether a place alone opens a line with the outlet behind it: the report is from there, and need not be of it."""
    first = text.rfind("\n", 0, start) + 1
    return _BLANK.fullmatch(text, first, start) is not None and _OUTLET.match(text, end) is not None


def of_dateline(text: str, start: int, end: int) -> bool:
    """Whether a place heads a report, or is the state behind the one that does ("Kabul, Afghanistan (agency)").

    In 165 such articles of the gold it is no side of an event, and none is there.
    """
    first = text.rfind("\n", 0, start) + 1
    return heads_report(text, start, end) or (
        _TOWN.fullmatch(text, first, start) is not None and _BRACKETS.match(text, end) is not None)


def ends_heading(text: str, start: int, end: int) -> bool:
    """Whether a place ends the line that heads a report, behind the outlet or the reporter and a dash."""
    blank = _BLANK.match(text)
    first = blank.end() if blank else 0
    return _NAMED_FIRST.fullmatch(text, first, start) is not None and _ENDS_LINE.match(text, end) is not None


def _heads_line(document: Document, mention: TimeMention) -> bool:
    """Whether a date stands with a place alone before a mark, at the head of a line."""
    text = document.text
    if not _CLOSED.match(text, mention.end):
        return False
    first = text.rfind("\n", 0, mention.start) + 1
    before = _AGENCY.sub(" ", text[first : mention.start]).split()
    words = [word for word in before if any(letter.isalpha() for letter in word)]
    if not words or len(words) > _MOST_WORDS:
        return False
    opening = first + len(text[first : mention.start]) - len(text[first : mention.start].lstrip())
    place = next((one for one in document.places or () if one.start <= opening < one.end), None)
    if place is None:
        return False
    rest = text[place.end : mention.start]
    return sum(any(letter.isalpha() for letter in word) for word in _AGENCY.sub(" ", rest).split()) <= 1
