"""The encoder: a small network that reads sentences and weighs words as triggers and mentions as parts."""
