"""A page's tree, parsed within bounds; what is asked of it here takes a time that grows with its size alone."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

from sijill.acquire.articles import TooLarge
from sijill.acquire.extras import need

MAX_ELEMENTS = 100_000
"""Elements and comments of one page: real ones have a few thousand."""
MAX_ATTRIBUTES = 500
"""Attributes of one element: putting them into a tree takes a time that grows with the square of their number."""
MAX_DEPTHS = 3_000_000
"""The depths at which the elements of one page stand, added up: real ones stand some twenty deep."""
MAX_FACT = 2_000
"""Characters of a title, a name, a day or an address."""

_TREE = 256
"""How deep a tree of lxml goes."""
_MAX_NAMES = 1_000
_SPACED = 5_000


class _Bounds:
    """What lxml's parser tells of a page, counted instead of built; TooLarge where it is more than any page has."""

    def __init__(self) -> None:
        self._elements = self._depth = self._depths = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        self._depths += min(self._depth, _TREE)
        self._count()
        if len(attributes) > MAX_ATTRIBUTES:
            raise _beyond(f"more than {MAX_ATTRIBUTES} attributes on one element")
        if self._depths > MAX_DEPTHS:
            raise _beyond("too many elements within elements")

    def end(self, tag: str) -> None:
        """An element ends."""
        self._depth -= 1

    def comment(self, text: str) -> None:
        """A comment stands here."""
        self._count()

    def close(self) -> None:
        """The page ends."""

    def _count(self) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise _beyond(f"more than {MAX_ELEMENTS:,} elements on one page")


def _beyond(what: str) -> TooLarge:
    return TooLarge(what, next_step="Leave it out")


def parse(source: str) -> Any:
    """The tree of a page's source; TooLarge if it is beyond bounds, an error of lxml if there is nothing in it."""
    html = need("lxml.html")
    counting = html.HTMLParser(huge_tree=False, remove_pis=True, target=_Bounds())
    counting.feed(source)
    counting.close()
    return html.document_fromstring(source, parser=html.HTMLParser(huge_tree=False, remove_pis=True))


def names_of(element: Any) -> str:
    """The class and id of an element."""
    return f"{(element.get('class') or '')[:_MAX_NAMES]} {(element.get('id') or '')[:_MAX_NAMES]}"


def line_of(element: Any, most: int = MAX_FACT) -> str | None:
    """The text of an element in one line; None where it is longer than `most` characters."""
    parts: list[str] = []
    size = 0
    for piece in element.itertext():
        size += len(piece)
        # the space around words is no part of the line
        if size > most + _SPACED:
            return None
        parts.append(piece)
    line = " ".join("".join(parts).split())
    return line if len(line) <= most else None


def drop(elements: Sequence[Any], root: Any) -> None:
    """Cut elements out of the tree of a root, but not the text behind each: that is not the element's."""
    cut = set(elements) - {root}
    for parent in dict.fromkeys(element.getparent() for element in elements if element in cut):
        before, texts = None, [parent.text]
        for child in list(parent):
            if child in cut:
                texts.append(child.tail)
                parent.remove(child)
            else:
                _put(texts, parent, before)
                before, texts = child, [child.tail]
        _put(texts, parent, before)


def _put(texts: list[str | None], parent: Any, before: Any | None) -> None:
    """Put the texts that now follow each other behind the child before them, all at once: not each onto the last."""
    if len(texts) == 1:
        return
    if before is None:
        parent.text = "".join(filter(None, texts))
    else:
        before.tail = "".join(filter(None, texts))


class Within:
    """Whether an element stands in a part of the page that `says` tells of, each element being asked once.

    `says` answers for one element; None leaves it to the element around.
    """

    def __init__(self, says: Callable[[Any], bool | None]) -> None:
        self._says = says
        self._known: dict[Any, bool] = {}

    def __call__(self, element: Any) -> bool:
        line: list[Any] = []
        said: bool | None = None
        for node in itertools.chain((element,), element.iterancestors()):
            said = self._known.get(node)
            if said is None:
                line.append(node)
                said = self._says(node)
            if said is not None:
                break
        self._known.update(dict.fromkeys(line, bool(said)))
        return bool(said)
