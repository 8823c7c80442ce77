"""Attribution: the chain of speakers on whose word an event is told."""

from __future__ import annotations

from sijill.documents import Document, Speaker, SpeakerMention


def attribute(document: Document, trigger_start: int) -> tuple[Speaker, ...]:
    """The speakers whose scope covers an offset, outermost first; empty where the outlet itself tells."""
    if document.speakers is None:
        raise ValueError("attribution needs speakers")
    covering = [m for m in document.speakers if m.scope_start <= trigger_start < m.scope_end]
    chain: dict[tuple[int, int], SpeakerMention] = {}
    for mention in sorted(covering, key=lambda m: (m.scope_start, -m.scope_end, m.start)):
        chain.setdefault((mention.start, mention.end), mention)
    return tuple(Speaker(m.start, m.end, m.kind, m.rule) for m in chain.values())
