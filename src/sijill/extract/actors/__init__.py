"""Actors: mentions of sides, by the names of the registry, by a head word and its owner, and new ones."""
