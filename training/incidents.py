"""The two halves of the reports of incidents: one to fit on, one kept aside."""

from __future__ import annotations

import hashlib


def half_of(incident: str) -> int:
    """The half an incident belongs to: 0 to fit on, 1 kept aside; all reports of one incident go together."""
    return hashlib.blake2b(incident.encode()).digest()[0] % 2
