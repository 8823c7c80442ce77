"""From text to events: the components in order, and the coder that runs them."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document


def content_id(text: str) -> str:
    """The document id of a text without one: 12 hexadecimal digits of its BLAKE2b hash."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def read_text(text: str, *, doc_id: str | None = None, source: str | None = None, url: str | None = None,
              title: str | None = None, published: dt.date | None = None) -> Document:
    """A document with its tokens and sentences."""
    document = Document(text, doc_id or content_id(text), source, url, title, published)
    tokens = tokenize(text)
    return replace(document, tokens=tokens, sentences=split_sentences(text, tokens))
