"""Claims: a coded article's events, each with its sentence, its outlet and the camp that the outlet counts for."""

from __future__ import annotations

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.ledger import Claim
from sijill.link.outlets import bloc_of, outlet_of


def claims_of(document: Document, copy_of: str | None = None) -> tuple[Claim, ...]:
    """The claims of a coded document, in its order; `copy_of` is the article that it reprints."""
    if not document.events:
        return ()
    text = document.text
    sentences = document.sentences
    if sentences is None:
        sentences = split_sentences(text, tokenize(text))
    outlet = outlet_of(document.source, document.url)
    bloc = bloc_of(document.source, document.url, document.published)
    article = document.article_id
    out = []
    for event in document.events:
        at = event.trigger.start
        start, end = next(((s.start, s.end) for s in sentences if s.start <= at < s.end), (at, event.trigger.end))
        out.append(Claim(event.event_id, article, document.doc_id, document.source, outlet.id if outlet else None, bloc,
                         document.url, document.published, copy_of, event, text[start:end], start))
    return tuple(out)
