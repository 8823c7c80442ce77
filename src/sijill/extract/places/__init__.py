"""Places: mentions of places, by name, by kind, in lists, and by words that point back."""
