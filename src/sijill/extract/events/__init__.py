"""Events: triggers with their parts put together, told once, reviewed, dated, and what they say of control."""
