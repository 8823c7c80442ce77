"""Who an article says to hold or to have lost which place."""

import datetime as dt

import sijill

DAY = dt.date(2018, 5, 2)


def claims(text: str) -> set[tuple[str, str, str]]:
    document = sijill.load(model=None)(text, published=DAY)
    return {(c.holder, c.place.name, c.polarity) for c in document.control or ()}
