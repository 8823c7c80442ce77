"""Choosing: linear scorers, trees and probabilities, of which every choice is made."""
