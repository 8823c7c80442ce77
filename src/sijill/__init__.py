"""Sijill: Arabic reports on armed conflict, read into an auditable record of events."""
