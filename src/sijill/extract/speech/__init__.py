"""Speech: who says it, and how far the text goes on their word; the way in is `speakers`."""
