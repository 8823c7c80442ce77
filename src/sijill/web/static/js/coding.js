// The coding page: selected words become events and fill their fields, one step at a time.

import { openCorrection } from "./correct.js";
import { ask, say, text } from "./talk.js";
import { choose, claimNodes, offerWords } from "./words.js";

let chosen = null;
let current = null;

const place = () => document.querySelector("[data-coding]");
const root = () => document.getElementById("text");
const now = () => document.querySelector(".claim.now")?.dataset.claim ?? null;

/** Take a step, and draw the page again; throws an Error that says what went wrong. */
async function step(verb, more = {}) {
  const before = new Set(claimNodes().map((one) => one.dataset.claim));
  const coding = await ask(`/api/codings/${place().dataset.coding}/steps`, { method: "POST", json: { verb, ...more } });
  current = coding.events.find((one) => !before.has(one.unit))?.unit ?? now();
  getSelection().removeAllRanges();
  document.dispatchEvent(new CustomEvent("linked"));
}

const tell = (trouble) => say(text("said.failed", { what: trouble.message }), { trouble: true });

async function meanings(field) {
  if (!chosen) return null;
  const { start, end } = chosen;
  return (await ask(`/api/articles/${root().dataset.article}/words?start=${start}&end=${end}&field=${field}`)).meanings;
}

/** Fill a field of the event that is chosen, with the words that are selected. */
async function fill(field) {
  const unit = now();
  if (!unit) return say(text("blind.first"));
  const span = chosen ? { start: chosen.start, end: chosen.end } : {};
  try {
    openCorrection([{ id: unit }], { field, meanings: await meanings(field),
      save: (name, value) => step("set", { unit, field: name, value: { value, ...(name === field ? span : {}) } }) });
    document.getElementById("use").hidden = true;
  } catch (trouble) {
    tell(trouble);
  }
  return undefined;
}

function add() {
  if (!chosen) return;
  const { start, end } = chosen;
  openCorrection([{ id: "" }], { field: "sub_event_type",
    save: (name, value) => step("add", { value: { start, end, sub_event_type: value } }) });
  // of a new event only its type is asked for
  document.querySelector('#correct [name="field"]').parentElement.hidden = true;
  document.getElementById("use").hidden = true;
}

document.getElementById("correct").addEventListener("close", () => {
  document.querySelector('#correct [name="field"]').parentElement.hidden = false;
});

function start() {
  const first = claimNodes().find((one) => one.dataset.claim === current) ?? claimNodes()[0];
  if (first) {
    choose(first.dataset.claim);
    if (current) first.focus();
  }
  const pop = document.getElementById("use");
  offerWords(root(), pop, (words) => { chosen = words; });
  pop?.addEventListener("click", (event) => {
    const use = event.target.closest("[data-use]")?.dataset.use;
    if (use === "new") add();
    else if (use) fill(use);
  });
}

async function act(verb) {
  const unit = verb === "drop" ? { unit: now() } : {};
  if (verb === "drop" && !unit.unit) return;
  try {
    await step(verb, unit);
    if (verb === "undo" || verb === "finish") say(text(`blind.said.${verb}`));
  } catch (trouble) {
    tell(trouble);
  }
}

document.addEventListener("click", (event) => {
  const card = event.target.closest(".claim[data-claim]");
  if (card) choose(card.dataset.claim);
  const verb = event.target.closest("[data-step]")?.dataset.step;
  const filled = event.target.closest("[data-fill]")?.dataset.fill;
  const cleared = event.target.closest("[data-clear]")?.dataset.clear;
  if (verb) act(verb);
  else if (filled) fill(filled);
  else if (cleared) step("set", { unit: now(), field: cleared, value: null }).catch(tell);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.matches("input, textarea, select") || place().hasAttribute("data-finished")) return;
  const key = /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
  const all = claimNodes();
  const at = all.findIndex((one) => one.dataset.claim === now());
  if (key === "j") all[Math.min(at + 1, all.length - 1)]?.focus();
  else if (key === "k") all[Math.max(at - 1, 0)]?.focus();
  else if (key === "n") add();
  else if (key === "c") fill(document.activeElement?.closest(".cell")?.dataset.field ?? "place");
  else if (key === "x") act("drop");
  else if (key === "u") act("undo");
  else return;
  event.preventDefault();
});

document.addEventListener("redrawn", start);
start();
