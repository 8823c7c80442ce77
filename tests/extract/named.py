"""The words of a text that name a side, and the side that each was taken for."""

import datetime as dt

from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document

DAY = dt.date(2015, 8, 1)


def named(text: str) -> list[str]:
    return [text[m.start : m.end] for m in read_document(text).actors or ()]


def owners(text: str, day: dt.date = DAY) -> list[tuple[str, str]]:
    document = read_document(text, published=day)
    return [(text[m.start : m.end], side.id)
            for m, side in zip(document.actors or (), resolve(document), strict=True)]
