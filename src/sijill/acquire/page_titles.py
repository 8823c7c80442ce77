"""The title of a page's article: its heading, told apart from the site's name and from headings beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sijill.acquire.page_tree import Within, line_of, names_of
from sijill.arabic.folding import fold

_PARTERS = re.compile(r"\s+[|\-\u2013\u2014\u00bb\u00ab:\u2022\u00b7/]+\s+|\s*[|\u00bb\u2022]\s*|\s*::\s*")
_WORD = re.compile(r"\w+")
_LOGO = re.compile(r"logo|brand|site-?name|site-?title|masthead", re.I)
_ASIDE = ("aside", "nav", "footer")
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, and where on the page it stands: `meta NAME`, `JSON-LD`, `time element`, `URL`, `text`, ..."""

    value: str
    where: str


def choose_title(root: Any, metas: dict[str, str], headline: str | None, site: str | None) -> Fact | None:
    """The title and where it stands; None if the page has none.

    A heading that says what the page's metadata say is taken as it is printed; else the metadata, without
    the site's name; else the only heading; else the window's title.
    """
    said = [(value, where) for value, where in (
        (headline, "JSON-LD headline"), (metas.get("og:title"), "meta og:title"),
        (metas.get("twitter:title"), "meta twitter:title"), (_window(root), "title element")) if value]
    headings = list(_headings(root))
    for text, tag in headings:
        if any(_says(value, text) for value, _ in said):
            return Fact(text, f"{tag} heading")
    for value, where in said[:-1] if _window(root) else said:
        stripped = _without_site(value, site, headings)
        if stripped:
            return Fact(stripped, where)
    first = [text for text, tag in headings if tag == "h1"]
    if len(first) == 1:
        return Fact(first[0], "h1 heading")
    stripped = _without_site(_window(root) or "", site, headings)
    if stripped:
        return Fact(stripped, "title element")
    return Fact(first[0], "h1 heading") if first else None


def _window(root: Any) -> str | None:
    for element in root.iter("title"):
        if any(a.tag == "svg" for a in element.iterancestors()):
            continue
        return line_of(element) or None
    return None


def _headings(root: Any) -> list[tuple[str, str]]:
    beside = Within(_beside)
    return [(text, tag) for tag in ("h1", "h2", "h3") for element in root.iter(tag)
            if not beside(element) and (text := line_of(element, 399))]


def _beside(element: Any) -> bool | None:
    """Whether an element is of the site and not of the article, by its own tag and names."""
    if element.tag in ("body", "html"):
        return False
    return True if element.tag in _ASIDE or _LOGO.search(names_of(element)) else None


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).text.lower())


def _says(value: str, heading: str) -> bool:
    """Whether a title holds the whole of a heading, give or take a word."""
    words, wanted = _words(value), _words(heading)
    if len(wanted) < 3:
        return False
    there = set(words)
    return sum(w in there for w in wanted) >= _ALIKE * len(wanted) and len(wanted) >= 0.45 * len(words)


def _without_site(title: str, site: str | None, headings: list[tuple[str, str]]) -> str | None:
    parts = [part for part in _PARTERS.split(title) if part and part.strip()]
    if len(parts) < 2:
        name = " ".join((site or "").split())
        return None if title == name else title or None
    kept = [part for part in parts if not site or _words(part) != _words(site)]
    if len(kept) == len(parts):
        # without a known name: the site's stands at an end, and is the shorter one
        longest = max(parts, key=lambda part: len(_words(part)))
        return longest if len(_words(longest)) >= 3 else title
    at = title.find(kept[0])
    end = title.rfind(kept[-1]) + len(kept[-1])
    return " ".join(title[at:end].split()) or None
