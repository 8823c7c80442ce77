"""Which part of a page is the article: the region around its heading, without blocks of links, and its lines.

Menus and "read also" blocks are cut out of the tree before the text is taken; the region is the nearest
ancestor that the heading and the densest run of sentences share. Its runs of text are the article's lines, however
the page parts them: by paragraphs, tables or line breaks alone.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sijill import resources
from sijill.acquire.days import read_day
from sijill.acquire.language import ARABIC_LETTER
from sijill.acquire.page_tree import drop, line_of, names_of
from sijill.arabic.folding import fold

_CUT = ("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "svg",
        "iframe", "object", "video", "audio", "canvas", "textarea", "input", "amp-sidebar", "amp-consent", "amp-ad",
        "dialog")
_BLOCKS = ("div", "section", "ul", "ol", "p", "span", "table", "td", "figcaption", "header", "dl", "h2", "h3", "h4",
           "article", "li", "center", "amp-img")
_HEADINGS = ("h2", "h3", "h4", "h5")
_CARD_TAGS = ("article", "div", "li", "section", "a", "td", "tr", "p")
_CONTAINERS = ("div", "td", "section", "article", "main", "center", "table", "blockquote")
_INLINE = frozenset((
    "a", "b", "i", "u", "em", "strong", "span", "font", "small", "big", "sup", "sub", "abbr", "cite", "q", "mark",
    "bdi", "bdo", "time", "code", "ins", "del", "s", "label", "acronym", "tt", "wbr", "nobr", "o:p"))
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|most[\s_-]?(?:read|viewed|popular)|popular|sidebar|side-bar|share|sharing|shar\w*daddy"
    r"|social|comments?"
    r"|comment-?list|disqus|newsletter|subscribe|subscription|cookies?|consent|advert\w*|ads?|ad-\w+|banner|promo|menu"
    r"|nav|navbar"
    r"|navigation|breadcrumbs?|footer|ticker|breaking|widget|recommend\w*|read-?more\S*|tags?|keywords?|author-?box"
    r"|about-?author"
    r"|toolbar|tools|print|player|off-?canvas|trending|copyright|pagination|post-?footer|caption\S*|figcaption"
    r"|wp-caption-text"
    r"|byline|credits?|weather|license|disclaimer)(?:[\s_-]|$)", re.IGNORECASE)
_NEVER = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?list|disqus|related|newsletter|cookies?|consent|most[\s_-]?read|sidebar"
    r"|menu)(?:[\s_-]|$)", re.IGNORECASE)
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_CLOSED = re.compile("[.!?\u061f\u06d4\u2026\"\u00bb\u201d)]$")
CARDS = 3
"""Least number of teasers of one kind beside each other."""
ENOUGH = 100
"""Letters of sentences around a heading that may be the whole of a short report."""
GAIN = 1.8
"""Times as many letters of sentences as make a wider part of the page the article."""
LINKED = 0.5
"""Least share of letters in links by which a block leads elsewhere."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text between two breaks: its element, its words in one line, letters inside links."""

    element: Any
    text: str
    linked: int

    @property
    def good(self) -> bool:
        """Whether it reads like a sentence of an article."""
        words = len(_WORD.findall(self.text))
        if words < 5 or self.linked > LINKED * len(self.text) or is_clutter(self.text):
            return False
        if len(ARABIC_LETTER.findall(self.text)) < len(_LATIN.findall(self.text)):
            return False
        return words >= 12 or _CLOSED.search(self.text) is not None


def runs(root: Any) -> Iterator[Run]:
    """The runs of text of a tree, in order."""
    parts: list[str] = []
    linked = 0
    owner = root

    def close() -> Iterator[Run]:
        nonlocal linked
        text = " ".join("".join(parts).split())
        if text:
            yield Run(owner, text, linked)
        parts.clear()
        linked = 0

    # an explicit stack: broken pages nest thousands deep
    stack: list[tuple[Any, bool, bool]] = [(root, False, False)]
    while stack:
        node, leaving, in_link = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else None
        block = tag is not None and tag not in _INLINE
        if leaving:
            if block:
                yield from close()
                owner = node.getparent() if node.getparent() is not None else root
            if node is not root and node.tail:
                parts.append(node.tail)
                linked += len(node.tail.strip()) if in_link else 0
            continue
        if block:
            yield from close()
            owner = node
        stack.append((node, True, in_link))
        if tag is None:
            continue
        inside = in_link or tag == "a"
        if node.text:
            parts.append(node.text)
            linked += len(node.text.strip()) if inside else 0
        stack.extend((child, False, inside) for child in reversed(node))
    yield from close()


@functools.cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = resources.toml("page_words.toml")
    return tuple(_flat(w) for w in table["leads"]), tuple(_flat(w) for w in table["site"])


def _flat(text: str) -> str:
    return " ".join(fold(text).text.lower().split())


def is_clutter(line: str) -> bool:
    """Whether a line belongs to the site or leads elsewhere: "all rights reserved", "read also"."""
    leads, site = _words()
    flat = _flat(line[:600])
    if any(word in flat for word in site):
        return len(flat) < 400
    return len(flat) < 120 and flat.startswith(leads) and not _CLOSED.search(flat)


def _ends(line: str) -> bool:
    """Whether a line is the heading of the readers' comments: nothing of the article follows."""
    return len(line) < 40 and _flat(line).rstrip(" :.0123456789") in _closings()


@functools.cache
def _closings() -> frozenset[str]:
    return frozenset(_flat(w) for w in resources.toml("page_words.toml")["closings"])


def prune(root: Any) -> None:
    """Cut out of a tree what is no article by its tag, its name or its links."""
    body = root.find("body") if root.find("body") is not None else root
    drop(list(body.iter(*_CUT)), body)
    drop(list(_cards(body)), body)
    sums: dict[Any, list[int]] = {}
    for run in runs(body):
        good = len(run.text) if run.good else 0
        for node in _line_up(run.element, body):
            mine = sums.setdefault(node, [0, 0, 0])
            mine[0] += len(run.text)
            mine[1] += run.linked
            mine[2] += good
    kept = {node for heading in body.iter("h1") for node in _line_up(heading, body)}
    cut: list[Any] = []
    # the innermost first: what is left of a block is judged without the links that stood in it
    for element in reversed(list(body.iter(*_BLOCKS))):
        letters, linked, good = sums.get(element, (0, 0, 0))
        if element in kept or not letters:
            continue
        names = names_of(element)
        share = 0.85 if _NEVER.search(names) else 0.4
        named = element.tag == "figcaption" or _NAMES.search(names)
        if (named and good < share * sums[body][2]) or (linked > LINKED * letters and good < 0.3 * letters):
            for node in _line_up(element, body):
                for at, size in enumerate((letters, linked, good)):
                    sums[node][at] -= size
            cut.append(element)
    drop(cut, body)


def _cards(body: Any) -> Iterator[Any]:
    """Siblings of one kind that each hold a linked heading: teasers of other articles."""
    groups: dict[tuple[Any, str, str], list[Any]] = {}
    kinds = Counter((node.getparent(), node.tag, node.get("class") or "") for node in body.iter(*_CARD_TAGS))
    line = functools.cache(line_of)
    for link in body.iter("a"):
        headings = list(link.iter(*_HEADINGS)) or [
            n for n in link.iterancestors(*_HEADINGS) if line(n) is not None and line(n) == line(link)]
        if not headings or link.get("href") is None:
            continue
        for node in (link, *link.iterancestors()):
            parent = node.getparent()
            if node is body or parent is None:
                break
            kind = (parent, node.tag, node.get("class") or "")
            if kinds[kind] >= CARDS:
                groups.setdefault(kind, []).append(node)
                break
    for group in groups.values():
        if len(group) >= CARDS:
            yield from dict.fromkeys(group)


def _line_up(element: Any, body: Any) -> list[Any]:
    """An element and what it stands in, up to the body."""
    line = [element]
    while line[-1] is not body and line[-1].getparent() is not None:
        line.append(line[-1].getparent())
    return line


def region(body: Any, title: str | None) -> Any:
    """The element that holds the article: around its heading, or the densest sentences where it has none."""
    scores: dict[Any, float] = {}
    inside: dict[Any, int] = {}
    for run in runs(body):
        if not run.good:
            continue
        weight = float(len(run.text))
        for node in _line_up(run.element, body):
            inside[node] = inside.get(node, 0) + len(run.text)
            scores[node] = scores.get(node, 0.0) + weight
            weight *= 0.6
    if not scores:
        return body
    heading = find_heading(body, title)
    if heading is None:
        return _container(max(scores, key=lambda node: scores[node]), body)
    line = _line_up(heading, body)
    at = next(n for n, node in enumerate(line) if inside.get(node, 0) >= min(ENOUGH, inside[body]))
    for higher in range(at + 1, len(line)):
        # a lead may stand beside the heading, and the bulk of the article further out
        if inside[line[higher]] > GAIN * inside[line[at]]:
            at = higher
    return _container(line[at], body)


def _container(node: Any, body: Any) -> Any:
    while node is not body and node.tag not in _CONTAINERS:
        node = node.getparent()
    return node


def find_heading(body: Any, title: str | None) -> Any | None:
    """The element that holds the title and nothing else: a heading, or the first other; None if there is none."""
    if not title:
        return None
    wanted = _flat(title)
    last = None
    for run in runs(body):
        if _flat(run.text) == wanted:
            if run.element.tag in ("h1", "h2", "h3"):
                return run.element
            last = last if last is not None else run.element
    return last


def trimmed(lines: list[str], title: str | None, author: str | None) -> list[str]:
    """The lines without what stands around an article: its title, date, byline, tags, notes of the site."""
    title_flat, author_flat = _flat(title or ""), _flat(author or "")
    kept: list[tuple[str, bool]] = []
    for line in lines:
        if (is_clutter(line) and not _ends(line)) or (title_flat and _flat(line) == title_flat):
            continue
        kept.append((line, Run(None, line, 0).good))
    first = next((at for at, (_, good) in enumerate(kept) if good), None)
    if first is None:
        return [line for line, _ in kept]
    last = max(at for at, (_, good) in enumerate(kept) if good)
    out = []
    told, whole = 0, sum(len(line) for line, _ in kept)
    for at, (line, _) in enumerate(kept):
        if told > 0.3 * whole and _ends(line):
            break
        told += len(line)
        short = len(line) < 80
        dated = short and (read_day(line) is not None and len(_WORD.findall(line)) < 12)
        if at < first and (dated or short or (author_flat and author_flat in _flat(line))):
            continue
        if at > last and (short and not _CLOSED.search(line) or not ARABIC_LETTER.search(line)):
            continue
        out.append(line)
    return out
