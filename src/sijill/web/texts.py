"""The words of the interface in Arabic and English, and the names of what a record speaks of."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Literal, cast

from fastapi import Request

from sijill.errors import DataError
from sijill.link.outlets import TABLES, outlet_of
from sijill.resources import table

Language = Literal["ar", "en"]
LANGUAGE_COOKIE = "sijill_language"
THEME_COOKIE = "sijill_theme"
THEMES = ("auto", "light", "dark")
DIRECTION: Mapping[Language, str] = {"ar": "rtl", "en": "ltr"}


def language_of(request: Request) -> Language:
    """The language that a person chose, or Arabic."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return cast(Language, chosen) if chosen in DIRECTION else "ar"


def theme_of(request: Request) -> str:
    """The colours that a person chose: auto follows the machine's."""
    chosen = request.cookies.get(THEME_COOKIE)
    return chosen if chosen in THEMES else "auto"


@functools.cache
def texts(language: Language) -> Mapping[str, str]:
    """Every text of the interface by its key."""
    return {row["key"]: row[language] for name in ("interface.tsv", "interface-coding.tsv")
            for row in table(name, ("key", "en", "ar"), unique=("key",))}


def plural(number: int, language: Language) -> str:
    """The form that a number asks of its noun (Unicode CLDR, cardinal): one, two, few, many or other."""
    if number == 1:
        return "one"
    if language == "en" or number == 0:
        return "other"
    if number == 2:
        return "two"
    return "few" if 3 <= number % 100 <= 10 else "many" if number % 100 >= 11 else "other"


class Words:
    """The interface in one language: `words("key", number=3)` takes the text `key.few` where there is one."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts = texts(language)

    def __call__(self, key: str, **parts: object) -> str:
        """A text with its parts filled in; DataError if there is no such key."""
        number = parts.get("number")
        form = plural(number, self.language) if isinstance(number, int) else ""
        try:
            text = self._texts.get(f"{key}.{form}") or self._texts[key]
        except KeyError:
            raise DataError(f"the interface has no text {key!r}", where="interface.tsv") from None
        return text.format(**parts) if parts else text

    def name(self, kind: str, value: str | None) -> str:
        """The name of a value of a kind, such as a type or status; the value itself where the table has none."""
        if value is None:
            return self._texts["unknown"]
        return self._texts.get(f"{kind}.{value}", value.replace("_", " "))

    def actor(self, actor_id: str) -> str:
        """An actor's name; of one that the registry does not know its name in the text."""
        known = _actors().get(actor_id)
        if known is None:
            return actor_id.removeprefix("NEW:").replace("_", " ")
        return (known["name_ar"] if self.language == "ar" else known["name_en"]) or actor_id

    def source(self, name: str | None, source_id: str | None = None) -> str:
        """An outlet's name; the publisher's own where the table of sources does not know it."""
        known = _sources().get(source_id or "") or _sources().get(_id_of(name) or "")
        if known:
            return (known["name_ar"] if self.language == "ar" else known["name_en"]) or known["name_en"]
        return name or self._texts["unknown"]


@functools.lru_cache(maxsize=5000)
def _id_of(name: str | None) -> str | None:
    found = outlet_of(name)
    return None if found is None else found.id


@functools.cache
def _actors() -> Mapping[str, Mapping[str, str]]:
    return {row["id"]: row for row in table("actors.tsv", ("id", "name_en", "name_ar"))}


@functools.cache
def _sources() -> Mapping[str, Mapping[str, str]]:
    return {row["id"]: row for name in TABLES for row in table(name, ("id", "name_en", "name_ar"))}
