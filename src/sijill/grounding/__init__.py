"""Grounding: from the name of a place, as an article writes it, to a point, a radius and the places around it."""
