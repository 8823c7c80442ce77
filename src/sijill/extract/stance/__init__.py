"""Stance: where mentions stand to a trigger, and what that says for their part in it."""
