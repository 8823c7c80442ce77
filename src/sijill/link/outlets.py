"""Outlets: who publishes an article, which sides it leans to, and the camp that it therefore counts for."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sijill.arabic.folding import fold_word
from sijill.errors import DataError
from sijill.ledger import INDEPENDENT, UNKNOWN_BLOC
from sijill.resources import table, words

TABLES = ("sources.tsv", "demo/outlets.tsv")
"""The tables of outlets, of like columns; the first that has a name counts."""
_GENERIC = "GEN_"
_LANGUAGE = re.compile(r" arabic$")
_PARTS = re.compile(r" / | and |, ")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, monitor or agency: `leaning` are actor ids, `bloc` the camp, None in `country` where many or unknown.

    `later` holds, by first day and in order, the camp that an outlet went over to (a state's agency after its fall).
    """

    id: str
    name: str
    kind: str
    country: str | None
    leaning: tuple[str, ...]
    bloc: str
    later: tuple[tuple[dt.date, str], ...] = ()

    def bloc_on(self, day: dt.date | None) -> str:
        """The camp on a day; that of most of its life where the day is not known."""
        bloc = self.bloc
        for since, new in self.later:
            if day is not None and day >= since:
                bloc = new
        return bloc


@dataclass(frozen=True, slots=True)
class _Book:
    names: dict[str, Outlet]
    domains: dict[str, Outlet]


def outlet_of(source: str | None, url: str | None = None) -> Outlet | None:
    """The outlet that a publisher's name or domain stands for, or else the address; None where the table has none."""
    book = _book()
    for given in (source, url):
        if not given:
            continue
        name = _folded(given)
        found = book.names.get(name) or book.names.get(_LANGUAGE.sub("", name)) or _by_domain(book, given)
        if found is not None:
            return found
    return None


def bloc_of(source: str | None, url: str | None = None, day: dt.date | None = None) -> str:
    """The camp that a publisher counts for on a day: a bloc, INDEPENDENT, or UNKNOWN_BLOC."""
    found = outlet_of(source, url)
    return UNKNOWN_BLOC if found is None else found.bloc_on(day)


def outlets() -> tuple[Outlet, ...]:
    """Every outlet of the tables, in their order."""
    return tuple(dict.fromkeys(_book().names.values()))


def _folded(name: str) -> str:
    return " ".join(fold_word(word) for word in name.split()).lower()


def _english(name: str) -> list[str]:
    """An English name, without what stands in brackets, and the outlets that it lists."""
    bare = re.sub(r" ?\([^)]*\)", "", name)
    return [name, bare, *_PARTS.split(bare)]


def _by_domain(book: _Book, given: str) -> Outlet | None:
    text = given.strip().lower()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return None
    if not _HOST.fullmatch(host):
        return None
    labels = host.split(".")
    for first in range(len(labels) - 1):
        found = book.domains.get(".".join(labels[first:]))
        if found is not None:
            return found
    return None


@functools.cache
def _book() -> _Book:
    camps = _camps()
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    columns = ("id", "name_en", "name_ar", "aliases_ar", "kind", "country", "leaning", "domains", "later")
    for row in (row for name in TABLES for row in table(name, columns, unique=("id",))):
        if row["id"].startswith(_GENERIC):
            continue
        leaning = words(row["leaning"])
        countries = words(row["country"])
        found = Outlet(row["id"], row["name_en"], row["kind"], countries[0] if len(countries) == 1 else None,
                       leaning, _bloc(leaning, camps), _later(row["later"], row["id"], camps))
        for name in (row["id"], *_english(row["name_en"]), row["name_ar"], *words(row["aliases_ar"])):
            names.setdefault(_folded(name), found)
        for domain in words(row["domains"]):
            if domain in domains:
                raise DataError(f"a domain stands twice: {domain}", where="sources.tsv")
            domains[domain] = found
    return _Book(names, domains)


def _later(cell: str, outlet: str, camps: dict[str, tuple[int, int, str]]) -> tuple[tuple[dt.date, str], ...]:
    if not cell:
        return ()
    since, _, leaning = cell.partition(":")
    try:
        return ((dt.date.fromisoformat(since), _bloc(words(leaning), camps)),)
    except ValueError as error:
        raise DataError("a day cannot be read", where=f"sources.tsv, {outlet}, later") from error


def _bloc(leaning: tuple[str, ...], camps: dict[str, tuple[int, int, str]]) -> str:
    """The camp of the first leaning that has one; a side that stands in several counts where it stands foremost."""
    if INDEPENDENT in leaning:
        return INDEPENDENT
    for one in leaning:
        if one in camps:
            return camps[one][2]
    return UNKNOWN_BLOC


@functools.cache
def blocs() -> tuple[str, ...]:
    """The camps that outlets count for."""
    named = [row["bloc"] for name in ("blocs.tsv", "outlet_blocs.tsv") for row in table(name, ("bloc",))]
    return tuple(dict.fromkeys((*named, INDEPENDENT, UNKNOWN_BLOC)))


def _camps() -> dict[str, tuple[int, int, str]]:
    camps: dict[str, tuple[int, int, str]] = {}
    rows = table("blocs.tsv", ("bloc", "actors"), unique=("bloc",))
    for order, row in enumerate(rows):
        for position, one in enumerate(words(row["actors"])):
            camps[one] = min(camps.get(one, (position, order, row["bloc"])), (position, order, row["bloc"]))
    own = table("outlet_blocs.tsv", ("bloc", "leanings"), unique=("bloc",))
    return camps | {one: (0, 0, row["bloc"]) for row in own for one in words(row["leanings"])}
