"""Attribution: the chain of speakers on whose word an event is told."""

from __future__ import annotations

from typing import Final

from sijill.documents import Document, Speaker, SpeakerMention

# a source hung on a whole sentence, or a body that passed a statement on, stands outside its speaker
_OUTER: Final = ("source", "recipient", "published", "outer")


def attribute(document: Document, trigger_start: int) -> tuple[Speaker, ...]:
    """The speakers whose scope covers an offset, outermost first; empty where the outlet itself tells."""
    if document.speakers is None:
        raise ValueError("attribution needs speakers")
    chain: dict[tuple[int, int], SpeakerMention] = {}
    covering = (m for m in document.speakers if m.scope_start <= trigger_start < m.scope_end)
    for mention in sorted(covering, key=_depth):
        chain.setdefault((mention.start, mention.end), mention)
    return tuple(Speaker(m.start, m.end, m.kind, m.rule) for m in chain.values())


def _depth(mention: SpeakerMention) -> tuple[bool, int, int, int]:
    return not mention.rule.startswith(_OUTER), mention.scope_start, -mention.scope_end, mention.start
