"""Roles: who did it to whom and where, for each trigger."""
