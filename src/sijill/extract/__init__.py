"""Document -> claims: mentions, triggers, arguments, attribution, factuality, times, places, control.

The chain, in the order in which `pipeline` runs it; each component says what it REQUIRES and ASSIGNS:

1. `actors`: mentions of sides (`registry`, `compositions`, `bare_heads`, `new_names`).
2. `places`: mentions of places (`gazetteer`; a reader in layers, each a subclass of the one before: `place_context`,
   `place_members`, `place_tables`, `place_sites`, `place_kinds`).
3. `times` (`time_words`, `dates`), `speakers` (`speech_words`, `speaker_*`), `casualties` (`toll_*`).
4. `events`, which asks of all that:
   - `reference`: which side each mention means (`setting`: where the article plays), looked at through a `view`;
   - `triggers`: which words tell an event (`lexicon`, `candidates`, `trigger_*`), weighed by `choice`;
   - `roles`: who did it to whom and where (`stance`, `role_*`); what words say outright stands in `said_*`, and what
     settles the type in `kinds`, `means`, `things` and `doers`;
   - `factuality`, `dating`, `tolls` and `attribution`: whether, when, at what cost and on whose word;
   - `review`, `told_once` and `told_again`: which drafts stand; `control` and `holding`: who holds what then.
"""
