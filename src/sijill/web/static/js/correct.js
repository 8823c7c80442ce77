// The dialog that corrects one field of one claim, with look-ups of actors and places.

import { ask, element, named, text } from "./talk.js";
import { decide } from "./decide.js";

const dialog = document.getElementById("correct");
const TOLLS = ["killed", "wounded", "captured", "missing", "displaced"];
const ACTORS = ["actor1", "actor2", "assoc_actor1", "assoc_actor2"];
const DAYS = ["earliest", "latest"];
// of these a claim may say nothing
const NULLABLE = [...DAYS, "weapon", "attribution"];
let value = () => null;
let keep = null;
let words = null;

const part = (name) => dialog.querySelector(`[name="${name}"]`);

/** Open the dialog: `claims` are those to choose among, each its `id`, who told it (`by`), `type` and sentence (`told`).
 *
 * `field` is the one to begin with, `meanings` proposals for it, `said` the words of the article that say its value.
 *
 * `save(field, value)` keeps the value elsewhere than in a decision; it throws an Error that says what went wrong.
 */
export function openCorrection(claims, { field = "place", meanings = null, said = null, save = null } = {}) {
  keep = save;
  drawWords(said);
  part("note").parentElement.hidden = save !== null;
  const which = dialog.querySelector(".which");
  which.hidden = claims.length < 2;
  // a line of each: a list that folds up would cut who told it
  which.querySelector("div").replaceChildren(...claims.map(({ id, by = "", type = "", told = "" }, at) => element("label", { class: "check" },
    element("input", { type: "radio", name: "claim", value: id, checked: at === 0 }),
    element("span", {}, element("strong", {}, element("bdi", {}, by)), ` · ${type}`, element("small", { lang: "ar", dir: "rtl" }, told)))));
  for (const one of part("field").querySelectorAll("[data-decided]")) one.hidden = one.disabled = save !== null;
  part("field").value = field;
  part("note").value = "";
  dialog.querySelector(".trouble").textContent = "";
  draw(field, meanings);
  dialog.showModal();
  dialog.querySelector(".value input, .value select, .value button")?.focus();
}

/** The words that the value will rest on, and a button that leaves them out. */
function drawWords(said) {
  words = said && { start: said.start, end: said.end, text: said.words };
  const place = dialog.querySelector(".said");
  place.hidden = words === null;
  place.querySelector("q").textContent = words?.text ?? "";
}

function draw(field, meanings) {
  const place = dialog.querySelector(".value");
  if (TOLLS.includes(field)) drawToll(place, meanings);
  else if (DAYS.includes(field)) drawDay(place, meanings);
  else if (ACTORS.includes(field)) drawLookup(place, "actors", meanings, true);
  else if (field === "place") drawLookup(place, "places", meanings, false);
  else if (field === "weapon") drawWeapon(place);
  else drawChoice(place, field, meanings);
}

function drawToll(place, meanings) {
  const [low, high] = meanings?.[0]?.value ?? [null, null];
  const number = (label, start) => {
    const input = element("input", { type: "number", min: "0", value: start ?? "", inputmode: "numeric" });
    return [element("label", {}, label, " ", input), input];
  };
  const [first, lowest] = number(text("correct.low"), low);
  const [second, highest] = number(text("correct.high"), high);
  place.replaceChildren(first, second);
  const read = (input) => (input.value === "" ? null : Number(input.value));
  value = () => [read(lowest), read(highest)];
}

function drawDay(place, meanings) {
  place.replaceChildren(document.getElementById("day-field").content.cloneNode(true));
  const input = place.querySelector("input");
  input.value = meanings?.[0]?.value ?? "";
  input.setAttribute("aria-label", text("correct.value"));
  value = () => input.value || null;
}

const listed = (id) => [...document.querySelectorAll(`#${id} option`)].map((one) => one.value);
const CHOICES = {
  factuality: ["factuality", () => ["asserted", "denied", "planned", "uncertain"]],
  attribution: ["speaker", () => [...listed("speakers"), "none"]],
  sub_event_type: ["type", () => listed("types")],
};

function drawChoice(place, field, meanings) {
  const [kind, values] = CHOICES[field];
  const list = element("select", { "aria-label": text("correct.value") },
    ...values().map((one) => element("option", { value: one }, named(kind, one))));
  if (meanings?.length) list.value = meanings[0].value;
  place.replaceChildren(list);
  value = () => (list.value === "none" ? null : list.value);
}

/** A weapon is what the article calls it: the words that are marked, or none. */
function drawWeapon(place) {
  const none = element("input", { type: "checkbox", checked: false });
  place.replaceChildren(element("p", { class: "meta" }, words ? words.text : text("correct.weapon.words")),
    element("label", { class: "check" }, none, text("correct.weapon.none")));
  value = () => (none.checked ? null : words?.text ?? undefined);
}

function drawLookup(place, kind, meanings, several) {
  const chosen = new Map();
  const shown = element("ul", { class: "chosen", "aria-label": text("correct.chosen") });
  const input = element("input", { type: "search", dir: "auto", placeholder: text("correct.lookup"),
    "aria-label": text("correct.lookup"), maxlength: "200", autocomplete: "off" });
  const found = element("ul", { class: "found" });
  place.replaceChildren(shown, input, found);
  const redraw = () => shown.replaceChildren(...[...chosen].map(([key, one]) => {
    const off = element("button", { type: "button", "aria-label": text("filter.clear") }, "×");
    off.addEventListener("click", () => { chosen.delete(key); redraw(); });
    return element("li", { class: "chip" }, element("bdi", {}, one.label), " ", off);
  }));
  const pick = (one) => {
    if (!several) chosen.clear();
    chosen.set(JSON.stringify(one.value), one);
    redraw();
  };
  const list = (all) => found.replaceChildren(...(all.length ? all.map((one) => {
    const button = element("button", { type: "button" }, element("bdi", {}, one.label),
      one.detail ? element("small", {}, one.detail) : null);
    button.addEventListener("click", () => pick(one));
    return element("li", {}, button);
  }) : [element("li", { class: "empty" }, text("correct.none"))]));
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const letters = input.value.trim();
      if (!letters) return found.replaceChildren();
      try {
        list(await ask(`/api/lookup/${kind}?q=${encodeURIComponent(letters)}`));
      } catch (trouble) {
        dialog.querySelector(".trouble").textContent = trouble.message;
      }
    }, 180);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    found.querySelector("button")?.click();
  });
  if (meanings) {
    list(meanings);
    if (meanings.length) pick(meanings[0]);
  }
  value = () => {
    const values = [...chosen.values()].map((one) => one.value);
    return several ? values.flat() : values[0] ?? (input.value.trim() || null);
  };
}

if (dialog) {
  part("field").addEventListener("change", (event) => draw(event.target.value, null));
  dialog.querySelector(".said button").addEventListener("click", () => {
    drawWords(null);
    if (part("field").value === "weapon") draw("weapon", null);
  });
  dialog.querySelector('[data-do="cancel"]').addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = part("field").value;
    const given = value();
    if (given === undefined || (given === null && !NULLABLE.includes(field))) return part("field").focus();
    if (keep) {
      try {
        await keep(field, given);
        dialog.close();
      } catch (trouble) {
        dialog.querySelector(".trouble").textContent = trouble.message;
      }
      return undefined;
    }
    const taken = await decide("correct", [part("claim").form.elements.claim.value],
      { field, value: given, words: given === null ? null : words, note: part("note").value.trim() || null });
    if (taken) dialog.close();
    else dialog.querySelector(".trouble").textContent = document.getElementById("said").textContent;
  });
}
