"""Tables: what the tables of `_data` know of words, names of sides and names of places."""
