"""The words of the interface in Arabic and English, and the names of what a record speaks of."""

from __future__ import annotations

import functools
import string
from collections.abc import Iterable, Mapping
from typing import Any, Literal, cast

from fastapi import Request

from sijill.documents import Container
from sijill.errors import DataError
from sijill.exports.english_names import english_container, english_name, known_place
from sijill.grounding.names import name_keys
from sijill.link.outlets import TABLES, outlet_of
from sijill.resources import table

Language = Literal["ar", "en"]
LANGUAGE_COOKIE = "sijill_language"
THEME_COOKIE = "sijill_theme"
THEMES = ("auto", "light", "dark")
TEXT_TABLES = ("interface.tsv", "interface-coding.tsv", "interface-faults.tsv")
_FORMS: Mapping[Language, tuple[str, ...]] = {
    "en": ("one", "other"), "ar": ("zero", "one", "two", "few", "many", "other")}
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
    """Every text of the interface by its key; the forms of a counted noun as `count.NOUN.FORM`."""
    found = {row["key"]: row[language] for name in TEXT_TABLES
             for row in table(name, ("key", "en", "ar"), unique=("key",))}
    forms = [f"{known}_{form}" for known, all_forms in _FORMS.items() for form in all_forms]
    for row in table("interface-counts.tsv", ("noun", *forms), unique=("noun",)):
        found |= {f"count.{row['noun']}.{form}": row[f"{language}_{form}"] for form in _FORMS[language]}
    return found


def plural(number: int, language: Language) -> str:
    """The form that a number asks of its noun (Unicode CLDR, cardinal): zero, one, two, few, many or other."""
    if language == "en":
        return "one" if number == 1 else "other"
    if number <= 2:
        return ("zero", "one", "two")[number]
    return "few" if 3 <= number % 100 <= 10 else "many" if number % 100 >= 11 else "other"


def isolated(name: str) -> str:
    """A name as part of a sentence of whatever direction: neither turns the other's words round."""
    return f"\u2068{name}\u2069"


def left_to_right(text: str) -> str:
    """Digits as they are read in either language, such as a date: what stands around them does not turn them round."""
    return f"\u2066{text}\u2069"


class _Filled(string.Formatter):
    """Fills in a text's parts: `{number:event}` is the number with its noun."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def format_field(self, value: Any, format_spec: str) -> str:
        return self._words.count(format_spec, value) if format_spec else str(value)


class Words:
    """The interface in one language: texts by their keys, and names, counts and days as that language has them."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts = texts(language)

    def __call__(self, key: str, **parts: object) -> str:
        """A text with its parts filled in; DataError if there is no such key."""
        text = self._text(key)
        return _Filled(self).vformat(text, (), parts) if parts else text

    def _text(self, key: str) -> str:
        try:
            return self._texts[key]
        except KeyError:
            raise DataError(f"the interface has no text {key!r}", where="interface.tsv") from None

    def count(self, noun: str, number: int | None) -> str:
        """A number with its noun in the form that it asks; DataError if the noun is not there."""
        form = "other" if number is None else plural(number, self.language)
        return self._text(f"count.{noun}.{form}").replace("{n}", "?" if number is None else str(number))

    def span(self, first: object, last: object) -> str:
        """From one to another, such as two days: each as it is read, the first one first in the page's direction."""
        begin = "\u2067" if self.language == "ar" else "\u2066"
        return f"{begin}{left_to_right(str(first))} – {left_to_right(str(last))}\u2069"

    def days(self, earliest: object, latest: object) -> str:
        """The first and last day (ISO), once where they are one; None of one that is not known."""
        if earliest is None and latest is None:
            return self("event.no_day")
        if earliest is None or latest is None:
            key = "days.until" if earliest is None else "days.since"
            return self(key, day=left_to_right(str(earliest or latest)))
        return left_to_right(str(earliest)) if earliest == latest else self.span(earliest, latest)

    def numbers(self, low: int | None, high: int | None) -> str:
        """The lowest and highest number, once where they are one; None of one that is not known."""
        if low is None and high is None:
            return "?"
        if low is None or high is None:
            return self("number.most", number=high) if low is None else self("number.least", number=low)
        return str(low) if low == high else self.span(low, high)

    def place(self, name: str, place_id: str | None) -> str:
        """A place's name: in English where a gazetteer has that for what the Arabic name means, else the Arabic one."""
        if self.language == "ar" or place_id is None:
            return name
        known = known_place(place_id)
        # where only what contains a place is known, the id is the container's
        alike = known is not None and _key(name) in {_key(one) for one in (known.name, *known.names)}
        return (english_name(place_id) if alike else None) or name

    def listed(self, names: Iterable[str]) -> str:
        """Some names one after the other, with the comma of the language."""
        return ("\u060c " if self.language == "ar" else ", ").join(names)

    def container(self, container: Container, place_id: str | None = None) -> str:
        """The name of what contains a place, as `place` gives it."""
        if self.language == "ar":
            return container.name
        known = None if place_id is None else known_place(place_id)
        return english_container(container, known.country if known else None) or container.name

    def name(self, kind: str, value: str | None) -> str:
        """The name of a value of a kind, such as a type or status; the value itself where the table has none."""
        if value is None:
            return self._texts["unknown"]
        return self._texts.get(f"{kind}.{value}", value.replace("_", " "))

    def fault(self, code: str) -> str:
        """What an error's code means; of a code that has no text what its kind means."""
        return self._texts.get(f"fault.{code}") or self._texts.get(f"fault.{code[:2]}00") or self._texts["fault"]

    def agreement(self, explained: str) -> str:
        """A part of what ties two claims (`sijill.link.weights.explained`), in words: the feature and how it agrees."""
        feature, _, level = explained.partition(": ")
        said = self.name("link", feature)
        return f"{said}: {self.name('level', level)}" if level else said

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


def _key(name: str) -> str | None:
    keys = name_keys(name)
    return None if keys is None else keys.bare


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
