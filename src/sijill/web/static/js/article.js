// The article page: a value shows its words, and selected words correct a value.

import { openCorrection } from "./correct.js";
import { ask, say } from "./talk.js";
import { choose, claimNodes, offerWords, selected } from "./words.js";

function start() {
  const root = document.getElementById("text");
  const pop = document.getElementById("use");
  const first = document.querySelector(".claim[data-chosen]") ?? claimNodes()[0];
  if (first) choose(first.dataset.claim);
  let chosen = null;
  offerWords(root, pop, (words) => { chosen = words; });
  pop?.addEventListener("click", async (event) => {
    const field = event.target.closest("[data-use]")?.dataset.use;
    const claim = document.querySelector(".claim.now");
    // the words that are selected now, whatever was offered a moment ago
    const now = selected(root) ?? chosen;
    if (!field || !now || !claim) return;
    try {
      const found = await ask(`/api/articles/${root.dataset.article}/words?start=${now.start}&end=${now.end}&field=${field}`);
      pop.hidden = true;
      openCorrection([{ id: claim.dataset.claim }],
        { field, meanings: found.meanings, said: now });
    } catch (trouble) {
      say(trouble.message, { trouble: true });
    }
  });
}

document.addEventListener("redrawn", start);
start();
