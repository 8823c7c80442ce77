"""Whom a text lets speak, and of what kind each is."""

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document, SpeakerMention
from sijill.extract.speech.speakers import find_speakers


def read(text: str, source: str | None = None) -> Document:
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    return find_speakers(Document(text, "d", source=source, tokens=tokens, sentences=sentences))


def found(text: str, source: str | None = None) -> list[tuple[str, str]]:
    mentions = read(text, source).speakers or ()
    return [(text[m.start:m.end], m.kind) for m in mentions]


def first(text: str) -> SpeakerMention:
    mentions = read(text).speakers
    assert mentions
    return mentions[0]
