// The page that settles differences: one question after the other, by mouse or keys.

import { openCorrection } from "./correct.js";
import { ask, say, text } from "./talk.js";

const place = () => document.querySelector("[data-settle]");
const questions = () => [...document.querySelectorAll("[data-question]")];
const open = () => questions().filter((one) => one.classList.contains("open"));
let here = null;

async function settle(unit, field, value) {
  here = document.activeElement?.closest("[data-question]")?.id ?? here;
  await ask(`/api/codings/${place().dataset.settle}/settlement`, { method: "POST", json: { unit, field, value } });
  document.dispatchEvent(new CustomEvent("linked"));
}

const tell = (trouble) => say(text("said.failed", { what: trouble.message }), { trouble: true });
const unitOf = (node) => node.closest("[data-unit]").dataset.unit;

function other(node) {
  const row = node.closest("[data-field]");
  here = row.id;
  openCorrection([{ id: unitOf(row) }], { field: row.dataset.field,
    save: (name, value) => settle(unitOf(row), name, { value }) });
  document.querySelector('#correct [name="field"]').parentElement.hidden = true;
}

document.addEventListener("click", async (event) => {
  const picked = event.target.closest("[data-pick]");
  const kept = event.target.closest("[data-keep]");
  const another = event.target.closest("[data-other]");
  const closing = event.target.closest("[data-close]");
  try {
    if (picked) await settle(unitOf(picked), picked.closest("[data-field]").dataset.field, JSON.parse(picked.dataset.value));
    else if (kept) await settle(unitOf(kept), null, kept.dataset.keep === "true");
    else if (another) other(another);
    else if (closing) {
      closing.disabled = true;
      await ask(`/api/codings/${place().dataset.settle}/close`, { method: "POST" });
      document.dispatchEvent(new CustomEvent("linked"));
    }
  } catch (trouble) {
    tell(trouble);
  }
});

function go(step) {
  const all = questions();
  const at = all.indexOf(document.activeElement?.closest("[data-question]"));
  all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.matches("input, textarea, select")) return;
  const key = /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
  const question = document.activeElement?.closest("[data-question]") ?? open()[0];
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (key === "j") go(1);
  else if (key === "k") go(-1);
  else if (digit && question) {
    (question.querySelector(`[data-pick="${digit}"]`) ?? question.querySelectorAll("[data-keep]")[digit - 1])?.click();
  } else if (key === "c" && question?.dataset.field && !place().hasAttribute("data-finished")) other(question);
  else return;
  event.preventDefault();
});

document.getElementById("correct")?.addEventListener("close", () => {
  document.querySelector('#correct [name="field"]').parentElement.hidden = false;
});

// after an answer the next open question is at hand
document.addEventListener("redrawn", () => {
  const all = questions();
  const at = all.findIndex((one) => one.id === here);
  (all.slice(at + 1).find((one) => one.classList.contains("open")) ?? open()[0]
    ?? document.querySelector("[data-close]"))?.focus();
});
open()[0]?.focus();
