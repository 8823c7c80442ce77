"""The ids of events: the same article read the same way gives the same ones."""

from __future__ import annotations

import hashlib

from sijill.documents import Trigger


def event_id(article: str, trigger: Trigger) -> str:
    """An event's id, from its article and what tells it: 16 hexadecimal digits of BLAKE2b."""
    mark = f"{article}\x00{trigger.start}\x00{trigger.end}\x00{trigger.sub_event_type}"
    return hashlib.blake2b(mark.encode(), digest_size=8).hexdigest()
