"""Text that can be written down: exports and scraped pages may hold halves of characters, which no file can hold."""

from __future__ import annotations


def writable(text: str) -> str:
    """A text with the replacement character for each lone surrogate; its length stays."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(["\ufffd" if 0xD800 <= ord(c) <= 0xDFFF else c for c in text])
    return text
