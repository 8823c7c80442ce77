"""Tolls: who was killed, wounded, captured, missing or displaced, how many, and in which event."""
