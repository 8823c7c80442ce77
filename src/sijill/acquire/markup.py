"""HTML pasted as text: tags and character references are blanked out, and no offset moves.

The text keeps its length, so that a span found in it is at the same place in what was given. The
standard library's parser is not used: on broken pages its time grows with the square of their size.
"""

from __future__ import annotations

import html
import re

from sijill.acquire.language import ARABIC_LETTER

_NAMES = (
    "html|head|body|title|meta|link|script|style|p|div|br|hr|span|a|b|i|u|strong|em|small|sup|sub|font|center"
    "|ul|ol|li|dl|dt|dd|h[1-6]|img|table|thead|tbody|tr|td|th|blockquote|article|section|main|aside|nav|header"
    "|footer|figure|figcaption|iframe|video|audio|form|input|button|label|time|svg|path|noscript|template|bdi"
    "|bdo|cite|q|pre|code"
)
_SIGN = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,4000}})?/?>|<!doctype html|<!--", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_INLINE = frozenset(("a", "b", "i", "u", "strong", "em", "small", "sup", "sub", "font", "span", "bdi", "bdo"))
_HIDDEN = ("script", "style", "template", "title")
_MARKUP = re.compile(
    r"<!--(?P<comment>.*?)-->"
    rf"|<(?P<hidden>{'|'.join(_HIDDEN)})\b[^<>]{{0,4000}}>(?P<inside>.*?)</(?P=hidden)\s*>"
    r"|<!\[CDATA\[(?P<cdata>[^<>]{0,100000})\]\]>"
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9:-]{0,40})(?P<attributes>(?:\s|/)(?:\"[^\"]{0,4000}\"|'[^']{0,4000}'|[^<>\"'])*)?>"
    r"|<[!?][^<>]{0,4000}>",
    re.IGNORECASE | re.DOTALL,
)
_PAIRS = (
    *((re.compile(rf"<{name}\b[^>]*>?", re.IGNORECASE), re.compile(rf"</{name}\s*>", re.IGNORECASE))
      for name in _HIDDEN),
    (re.compile("<!--"), re.compile("-->")),
)
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_SHOWN = re.compile(r"\S")
_JOINER = "\u200d"


def is_markup(text: str) -> bool:
    """Whether a text holds HTML tags or character references."""
    return _SIGN.search(text) is not None or _REFERENCE.search(text) is not None


def blank(text: str) -> tuple[str, str | None]:
    """The same text, as long as before, with its HTML blanked; and the page's title, if it has one."""
    titles: list[str] = []

    def replace(match: re.Match[str]) -> str:
        whole, hidden, tag = match.group(), match["hidden"], match["tag"]
        if hidden and hidden.lower() == "title":
            titles.append(html.unescape(match["inside"]))
        if match["cdata"] is not None:
            return " " * 9 + match["cdata"] + " " * 3
        if match["attributes"] and ARABIC_LETTER.search(_QUOTED.sub("", match["attributes"])):
            # a tag that was never closed has taken words of the text with it
            return whole
        kept = _SHOWN.sub(" ", whole)
        if (tag and tag.lower() not in _INLINE) or hidden:
            return "\n" + kept[1:]
        return kept

    blanked = _REFERENCE.sub(_character, _MARKUP.sub(replace, _end_openers(text)))
    return blanked, " ".join("".join(titles).split()) or None


def _end_openers(text: str) -> str:
    """Blank the opener of a hidden element or comment that never ends: it would swallow the rest."""
    for opener, closer in _PAIRS:
        ended = max((m.start() for m in closer.finditer(text)), default=0)
        text = text[:ended] + opener.sub(lambda m: " " * len(m.group()), text[ended:])
    return text


def _character(match: re.Match[str]) -> str:
    whole = match.group()
    shape = html.unescape(whole)
    if shape == whole or len(shape) > len(whole) or "\x00" in shape:
        return whole
    # words written letter by letter as references stay whole: joiners are no letters to the coder
    filler = _JOINER if shape[-1:].isalpha() else " "
    return shape.replace("\u00a0", " ") + filler * (len(whole) - len(shape))
