"""Document -> claims: mentions, triggers, arguments, attribution, factuality, times, places, control.

The chain, in the order in which `pipeline` runs it; each component says what it REQUIRES and ASSIGNS. The way into a
room is the module of its name, or the one that is told here; into `takings`, `tables` and `choosing` each module leads.

1. `actors`: mentions of sides (names, compositions, bare heads, new names).
2. `places`: mentions of places; a reader in layers, each a subclass of the one before (`places.context`,
   `places.taught`, `places.members`, `places.known`, `places.sites`, `places.unnamed`, `places.kind_words`,
   `places.kinds`).
3. `times`; `speech` (way in: `speakers`); `tolls` (way in: `casualties`; `sharing` gives each toll to an event later).
4. `events`, which asks of all that:
   - `reference`: which side each mention means, and where the article plays;
   - `clauses` (way in: `view`, what stands at each token): what its words and sides say of a deed; and `takings`;
   - `triggers`: which words tell an event, of which type (`means`, `things`, `doers`), and whether it came about;
   - `roles`: who did it to whom and where, weighed by where mentions stand (`stance`) or told outright (`said`, whose
     way in is `said.sides`, with a module beside it for each further construction);
   - in the room itself when it was, at what cost, which drafts stand and who holds what then.

Under all of them lie `tables` (what the tables of `_data` know) and `choosing` (scorers, trees, probabilities).
"""
