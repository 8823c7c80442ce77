// What every page does: settings, buttons that decide, keys, and the list that is drawn again after a decision.

import { decide, undo, watchLinking } from "./decide.js";
import { openCorrection } from "./correct.js";
import { ask, element, problem, say, text } from "./talk.js";

const MARK = "sijill-mark";
const cards = () => [...document.querySelectorAll(".card")];
const cardOf = (node) => node?.closest?.("[data-claims]") ?? null;
const claimsOf = (node) => (node?.dataset.claims ?? "").split(/\s+/).filter(Boolean);

function current() {
  return cardOf(document.activeElement) ?? document.querySelector(".card.now") ?? cards()[0]
    ?? document.querySelector("[data-claims]");
}

function go(step) {
  const all = cards();
  const at = all.indexOf(document.activeElement?.closest?.(".card") ?? document.querySelector(".card.now"));
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  if (next) next.focus();
}

document.addEventListener("focusin", (event) => {
  const card = event.target.closest?.(".card");
  if (!card) return;
  for (const other of cards()) other.classList.toggle("now", other === card);
});

const marked = () => JSON.parse(sessionStorage.getItem(MARK) ?? "null");

function showMark() {
  const kept = marked();
  for (const node of document.querySelectorAll("[data-event]")) {
    const on = kept?.event === node.dataset.event;
    node.classList.toggle("marked", on);
    for (const button of node.querySelectorAll('[data-do="mark"]')) button.setAttribute("aria-pressed", String(on));
    // what is marked is compared with any other event
    for (const button of node.querySelectorAll('[data-do="same"], [data-do="different"]')) button.hidden = !kept || on;
  }
}

function mark(card) {
  const same = marked()?.event === card.dataset.event;
  if (same) sessionStorage.removeItem(MARK);
  else {
    sessionStorage.setItem(MARK, JSON.stringify({ event: card.dataset.event, claims: claimsOf(card) }));
    say(text("said.mark"));
  }
  showMark();
}

async function compare(verb, card) {
  const kept = marked();
  if (!kept || kept.event === card.dataset.event) return say(text("said.mark.first"));
  // of `different` it is enough that the two events' first claims are kept apart
  const ids = verb === "same" ? [...kept.claims, ...claimsOf(card)] : [kept.claims[0], claimsOf(card)[0]];
  if (!(await decide(verb, ids))) return;
  sessionStorage.removeItem(MARK);
  showMark();
}

async function split(claim) {
  const others = [...document.querySelectorAll("th[data-claim]")].map((one) => one.dataset.claim)
    .filter((one) => one !== claim);
  for (const other of others) if (!(await decide("different", [claim, other]))) return;
}

function correct(node, card) {
  const field = node?.dataset.field;
  if (node?.dataset.claim) return openCorrection([{ id: node.dataset.claim }], field ? { field } : {});
  const told = card.closest("[data-told]")?.dataset.told;
  return openCorrection(told ? JSON.parse(told) : claimsOf(card).map((id) => ({ id })));
}

async function act(what, node) {
  const card = cardOf(node) ?? current();
  if (what === "help") return document.getElementById("keys")?.showModal();
  // pages of blind coding undo steps of their own, not decisions
  if (document.querySelector("[data-coding], [data-settle]")) return undefined;
  const decides = document.getElementById("correct") !== null;
  if (!decides && what !== "open") return say(text("said.reader"));
  if (what === "undo") return undo();
  if (!card) return undefined;
  if (what === "accept" || what === "reject") return judge(what, card);
  if (what === "correct") return correct(node, card);
  if (what === "mark") return mark(card);
  if (what === "same" || what === "different") return compare(what, card);
  if (what === "split") return split(node.dataset.claim);
  if (what === "open") return card.querySelector('[data-do="open"]')?.click();
  return undefined;
}

async function judge(verb, card) {
  const taken = await decide(verb, claimsOf(card));
  if (!taken || !card.classList.contains("card")) return;
  card.classList.remove("accepted", "rejected");
  card.classList.add(verb === "accept" ? "accepted" : "rejected");
  const open = cards().filter((one) => !one.matches(".accepted, .rejected"));
  const next = open.find((one) => card.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? open[0];
  if (next) next.focus();
  else redraw();
}

/** Draw the list or page again where it stands, and keep the place in it. */
export async function redraw() {
  if (!document.querySelector("[data-queue], .event-head, .reading, [data-settle]")) return;
  const focused = document.activeElement?.closest?.("[id]")?.id;
  const now = document.querySelector(".card.now")?.id;
  const top = window.scrollY;
  const target = document.querySelector("[data-queue]") ? "#results" : "#main";
  const open = [...document.querySelectorAll("details[open]")].map((one) => one.textContent.trim().slice(0, 40));
  await window.htmx.ajax("GET", location.pathname + location.search, { target, select: target,
    swap: "outerHTML settle:0ms" });
  for (const one of document.querySelectorAll("details")) {
    if (open.includes(one.textContent.trim().slice(0, 40))) one.open = true;
  }
  document.getElementById(focused)?.focus?.({ preventScroll: true });
  document.getElementById(now)?.classList.add("now");
  // the browser follows what it showed before to below what is new, and so to the end of the page
  window.scrollTo({ top, behavior: "instant" });
  showMark();
  document.dispatchEvent(new CustomEvent("redrawn"));
}

document.addEventListener("decided", (event) => {
  const verb = event.detail.decision.verb;
  if (document.querySelector("[data-queue]") && (verb === "accept" || verb === "reject")) return;
  const head = document.querySelector(".event-head");
  const now = event.detail.events;
  // an event that was joined with another is no more: its claims are in the other one
  if (head && event.detail.linked && now.length && !now.includes(head.dataset.event)) {
    location.assign(`/events/${encodeURIComponent(claimsOf(head)[0])}`);
  } else redraw();
});
document.addEventListener("linked", redraw);
document.addEventListener("htmx:responseError", (event) => {
  const head = document.querySelector(".event-head");
  if (head) return location.assign(`/events/${encodeURIComponent(claimsOf(head)[0])}`);
  // the list stays as it is; why it is not another is said
  const { responseText, status } = event.detail.xhr;
  let error = null;
  try {
    ({ error } = JSON.parse(responseText));
  } catch {
    // not of the application: its status is all there is to say
  }
  return say(problem(error, status), { trouble: true });
});
document.addEventListener("htmx:sendError", () => say(text("said.offline"), { trouble: true }));
document.addEventListener("htmx:afterSwap", showMark);

document.addEventListener("click", (event) => {
  const node = event.target.closest("[data-do]");
  if (!node || node.dataset.do === "cancel" || node.dataset.do === "open") return;
  event.preventDefault();
  act(node.dataset.do, node);
});

const KEYS = { a: "accept", r: "reject", c: "correct", m: "mark", s: "same", d: "different", o: "open", u: "undo",
  "?": "help" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.matches("input, textarea, select, [contenteditable]")) return;
  // letters by their place on the keyboard, so that an Arabic layout works as well
  const latin = /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
  const key = event.key === "?" || event.key === "؟" ? "?" : latin;
  if (key === "j" || key === "n" || event.key === "ArrowDown" && cards().length) go(1);
  else if (key === "k" || event.key === "ArrowUp" && cards().length) go(-1);
  else if (event.key === "Enter" && event.target.matches(".card")) act("open", event.target);
  else if (key === "/" || event.key === "÷") {
    (document.querySelector("[data-slash]") ?? document.querySelector(".filter input, .filter select"))?.focus();
  } else if (KEYS[key] && !(event.target.matches("button, a") && key === "Enter")) act(KEYS[key], null);
  else return;
  event.preventDefault();
});

document.querySelector("#theme")?.addEventListener("change", (event) => event.target.form.submit());

document.addEventListener("submit", async (event) => {
  if (event.target.id !== "audit") return;
  event.preventDefault();
  const button = event.target.querySelector("button");
  button.disabled = true;
  try {
    await ask("/api/audit", { method: "POST", json: { expect: event.target.expect.value.trim() || null } });
    await window.htmx.ajax("GET", "/audit", { target: "#results", select: "#results", swap: "outerHTML" });
  } catch (trouble) {
    say(trouble.message, { trouble: true });
  }
  button.disabled = false;
});

let looking;
document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-actors]")) return;
  clearTimeout(looking);
  looking = setTimeout(async () => {
    const letters = event.target.value.trim();
    const list = document.getElementById("actor-ids");
    if (!letters || !list) return;
    const found = await ask(`/api/lookup/actors?q=${encodeURIComponent(letters)}`).catch(() => []);
    list.replaceChildren(...found.map((one) => element("option", { value: one.value[0] }, one.label)));
  }, 180);
});

/** A table that goes on beyond its edge is marked, so that the edge fades. */
function markMore(box) {
  const more = box.scrollWidth - box.clientWidth - Math.abs(box.scrollLeft) > 2;
  box.toggleAttribute("data-more", more);
}

const sizes = new ResizeObserver((all) => { for (const { target } of all) markMore(target.closest(".scroll")); });

function watchScrolling() {
  sizes.disconnect();
  for (const box of document.querySelectorAll(".scroll")) {
    sizes.observe(box);
    for (const inner of box.children) sizes.observe(inner);
  }
}

document.addEventListener("scroll", ({ target }) => target.classList?.contains("scroll") && markMore(target), true);
document.addEventListener("htmx:afterSettle", watchScrolling);
watchScrolling();

showMark();
// where nobody is signed in there is no such line, and nothing to ask for
if (document.getElementById("linking")) ask("/api/status").then((now) => now.linking && watchLinking(), () => {});
