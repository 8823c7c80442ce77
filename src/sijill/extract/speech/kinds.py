"""What kind of source a described speaker is: by its head, its qualifier, the body that it serves."""

from __future__ import annotations

from typing import Final

from sijill.extract.tables.registry import registry

_STATES: Final = ("state_forces", "external_forces")
_UNIONS: Final = "international_organisation"


def kind_of(group: str, kind: str, served: str | None, qualified: str | None, official: bool,
          actor_id: str) -> str:
    """The kind of a described speaker: its head's, its qualifier's or that of the body it serves."""
    actor = registry().actors.get(actor_id)
    state = actor is not None and actor.kind in _STATES
    if kind == "media":
        if official or state:
            return "state_media"
        if actor is not None and actor.kind == _UNIONS:
            return "international"  # an agency of the United Nations is none of news
        named = actor is None and not actor_id.startswith("COUNTRY:")
        return served if named and served in ("state_media", "belligerent") else kind
    if group == "role":
        return served or kind
    if group != "head":
        return kind
    if kind == "international" and served == "belligerent":
        return served
    if kind in ("unspecified", "anonymous_official"):
        if qualified is not None and not (kind == "anonymous_official" and qualified == "belligerent"):
            return qualified
        if state:
            return "anonymous_official"
        if served is not None and not actor_id.startswith("COUNTRY:"):
            return served
    return kind
