"""Choosing: the linear scorers and trees that every choice is made with, and the probabilities of its being right."""
