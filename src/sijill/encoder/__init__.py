"""The encoder: a small network that reads an article and weighs words as triggers and mentions as parts."""
