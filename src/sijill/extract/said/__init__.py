"""Said: sides that a construction names outright as who did it, to whom, or between whom it was (`sides`)."""
