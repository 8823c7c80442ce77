"""Times: the words that date something, and the days that they mean."""
