"""Agreement: what several people coded of one article, which of their events are one, and how far they agree."""
