"""Triggers: which words tell an event, of which type, and whether it came about."""
