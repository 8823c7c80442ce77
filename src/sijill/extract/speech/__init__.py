"""Speech: who says it, and how far the text goes on their word."""
