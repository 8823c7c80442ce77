"""Document -> claims: mentions, triggers, arguments, attribution, factuality, times, places, control."""
