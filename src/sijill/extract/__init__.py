"""Document -> claims: mentions, triggers, arguments, attribution, factuality, times, places, control.

The chain, in the order in which `pipeline` runs it; each component says what it REQUIRES and ASSIGNS. The way into a
room is the module of its name, unless another is told here.

1. `actors`: mentions of sides (names, compositions, bare heads, new names).
2. `places`: mentions of places; a reader in layers, each a subclass of the one before (`places.context`,
   `places.members`, `places.known`, `places.sites`, `places.kinds`).
3. `times`; `speech` (way in: `speakers`); `tolls` (way in: `casualties`).
4. `events`, which asks of all that:
   - `reference`: which side each mention means, and where the article plays;
   - `clauses`: what stands at each token (`view`), and what the words of a clause say of its deed; and `takings`;
   - `triggers`: which words tell an event, of which type (`means`, `things`, `doers`), and whether it came about;
   - `roles`: who did it to whom and where, weighed by where mentions stand (`stance`) or told outright (`said`);
   - in the room itself when it was, at what cost, which drafts stand and who holds what then.

Under all of them lie `tables` (what the tables of `_data` know) and `choosing` (scorers, trees, probabilities).
"""
