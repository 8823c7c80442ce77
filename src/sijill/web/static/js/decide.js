// Decisions: sent to the API, said, and undone.

import { ask, say, text } from "./talk.js";

const KEY = "sijill-undo";
const MOST = 100;

const stack = () => JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
const keep = (ids) => sessionStorage.setItem(KEY, JSON.stringify(ids.slice(-MOST)));

/** Take a decision; the answer of the API, or null where it was not done (which is said). */
export async function decide(verb, ids, more = {}) {
  try {
    const taken = await ask("/api/decisions", { method: "POST", json: { verb, ids, ...more } });
    keep([...stack(), taken.decision.id]);
    say(taken.linked ? text(`said.${verb}`) : `${text(`said.${verb}`)} ${text("said.soon")}`, { undo });
    if (!taken.linked) watchLinking();
    document.dispatchEvent(new CustomEvent("decided", { detail: taken }));
    return taken;
  } catch (trouble) {
    say(text("said.failed", { what: trouble.message }), { trouble: true });
    return null;
  }
}

/** Withdraw the last decision that was taken in this window. */
export async function undo() {
  const ids = stack();
  const last = ids.pop();
  if (!last) return say(text("said.nothing.undo"));
  try {
    const taken = await ask(`/api/decisions/${encodeURIComponent(last)}/withdraw`, { method: "POST" });
    keep(ids);
    say(text("said.withdraw"));
    document.dispatchEvent(new CustomEvent("decided", { detail: taken }));
  } catch (trouble) {
    say(text("said.failed", { what: trouble.message }), { trouble: true });
  }
}

let watching = false;

/** Show how far linking has come, until it is done; then say so to the page. */
export async function watchLinking() {
  if (watching) return;
  watching = true;
  const place = document.getElementById("linking");
  try {
    for (;;) {
      const now = await ask("/api/status");
      if (!now.linking) {
        if (now.trouble) say(now.trouble, { trouble: true });
        break;
      }
      place.hidden = false;
      place.textContent = now.total ? text("linking", { done: now.done, total: now.total }) : text("linking.short");
      await new Promise((wake) => setTimeout(wake, 800));
    }
  } catch {
    // the next thing that is asked says that the application does not answer
  }
  place.hidden = true;
  watching = false;
  document.dispatchEvent(new CustomEvent("linked"));
}
