// The text of an article: its words selected by mouse or keys, and the words of each value coloured and named.
// Offsets are code points, as everywhere in Sijill; a browser counts UTF-16 units, of which an emoji has two.

import { text } from "./talk.js";

const points = (string) => {
  let count = 0;
  for (const _ of string) count += 1;
  return count;
};

/** The offset in code points of a place in the article's text; null where it is not in it. */
export function offsetAt(root, node, unit) {
  if (node === root) {
    const before = [...root.childNodes].slice(0, unit).at(-1);
    if (!before) return 0;
    return Number(before.dataset?.at ?? 0) + points(before.textContent);
  }
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (!piece || !root.contains(piece)) return null;
  const range = document.createRange();
  range.setStart(piece, 0);
  range.setEnd(node, unit);
  return Number(piece.dataset.at) + points(range.toString());
}

/** The words that are selected in the article's text, with their offsets; null where none are. */
export function selected(root) {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  let start = offsetAt(root, range.startContainer, range.startOffset);
  let end = offsetAt(root, range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const words = [...root.textContent].slice(start, end);
  // blanks at either end are not words
  while (words.length && /\s/.test(words[0])) { words.shift(); start += 1; }
  while (words.length && /\s/.test(words.at(-1))) { words.pop(); end -= 1; }
  return words.length ? { start, end, words: words.join(""), box: range.getBoundingClientRect() } : null;
}

export const claimNodes = () => [...document.querySelectorAll(".claim[data-claim]")];

/** Colour and name the words of one claim; the others stay faint. */
export function choose(id) {
  for (const node of claimNodes()) node.classList.toggle("now", node.dataset.claim === id);
  const named = new Set();
  for (const piece of document.querySelectorAll("#text [data-marks]")) {
    const own = piece.dataset.marks.trim().split(" ").map((one) => one.split("/")).filter(([claim]) => claim === id);
    piece.classList.toggle("on", own.length > 0);
    piece.removeAttribute("data-label");
    for (const name of [...piece.classList]) if (name.startsWith("w-")) piece.classList.remove(name);
    const shown = own[0] ?? piece.dataset.marks.trim().split(" ")[0].split("/");
    piece.classList.add(`w-${shown[1]}`);
    // the name stands once, where the words of a value begin
    const fresh = own.find(([, field, number]) => !named.has(`${field}/${number}`));
    if (fresh) piece.dataset.label = text(`field.${fresh[1]}`);
    for (const [, field, number] of own) named.add(`${field}/${number}`);
  }
  keepNamesApart();
}

/** A name that would lie on the one before it in the same line stands below its words. */
function keepNamesApart() {
  let last = null;
  for (const piece of document.querySelectorAll("#text [data-label]")) {
    piece.classList.remove("below");
    const box = piece.getClientRects()[0];
    // a letter of a name is about 6 pixels wide
    const end = box.right - 6 * piece.dataset.label.length - 6;
    const meets = last !== null && Math.abs(last.top - box.top) < 4 && box.right > last.end;
    piece.classList.toggle("below", meets && !last.below);
    last = { top: box.top, end, below: meets && !last.below };
  }
}

/** Show the words of one value. */
export function flash(key) {
  const [claim, field, number] = key.split("/");
  choose(claim);
  const all = [...document.querySelectorAll("#text [data-marks]")]
    .filter((one) => one.dataset.marks.split(" ").includes(`${claim}/${field}/${number}`));
  for (const one of document.querySelectorAll("#text .flash")) one.classList.remove("flash");
  for (const one of all) one.classList.add("flash");
  all[0]?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

let offering = null;
let outdating = null;
let waiting;
document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  outdating?.();
  waiting = setTimeout(() => offering?.(), 120);
});

/** Offer what selected words can be used as: `pop` is shown below them, `onChange` told of each selection. */
export function offerWords(root, pop, onChange) {
  let offered = null;
  const offer = () => {
    const chosen = selected(root);
    offered = chosen;
    onChange(chosen);
    if (!pop) return;
    pop.hidden = !chosen;
    if (!chosen) return;
    pop.querySelector(".chosen").textContent = `«${chosen.words}» ${text("article.words", chosen)}`;
    const frame = root.parentElement.getBoundingClientRect();
    pop.style.insetBlockStart = `${chosen.box.bottom - frame.top + 8}px`;
  };
  // a page that is drawn again offers anew: the offer of the old text is forgotten
  offering = offer;
  // other words are selected: what is offered for the words before may not be clicked until it is offered anew
  outdating = () => {
    const chosen = selected(root);
    onChange(chosen);
    if (pop && chosen && (chosen.start !== offered?.start || chosen.end !== offered?.end)) pop.hidden = true;
  };
  if (selected(root)) offer();
  pop?.addEventListener("mousedown", (event) => event.preventDefault());

  // arrows choose the next word or the one before, with Shift more words; Enter goes on to what they can be used as
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = getSelection();
    // who is faster than the offer has it now
    if (event.key === "Enter") offer();
    if (event.key === "Enter" && pop && !pop.hidden) {
      event.preventDefault();
      pop.querySelector("button")?.focus();
    } else if (event.key === "Escape") chosen.removeAllRanges();
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      event.preventDefault();
      const step = event.key === "ArrowLeft" ? "forward" : "backward";
      if (!chosen.rangeCount || !root.contains(chosen.anchorNode)) chosen.collapse(root, 0);
      if (!event.shiftKey) {
        if (step === "forward") chosen.collapseToEnd();
        else {
          chosen.collapseToStart();
          chosen.modify("move", "backward", "word");
        }
        chosen.modify("extend", "forward", "word");
        // blanks and marks between words are passed over
        for (let tries = 0; tries < 4 && !/[\p{L}\p{N}]/u.test(chosen.toString()); tries += 1) {
          if (step === "forward") chosen.collapseToEnd();
          else {
            chosen.collapseToStart();
            chosen.modify("move", "backward", "word");
          }
          chosen.modify("extend", "forward", "word");
        }
      } else chosen.modify("extend", step, "word");
    }
  });

  root.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-marks]");
    if (!piece || !getSelection().isCollapsed) return;
    const now = document.querySelector(".claim.now")?.dataset.claim;
    const claims = piece.dataset.marks.trim().split(" ").map((one) => one.split("/")[0]);
    const next = claims.includes(now) ? now : claims[0];
    choose(next);
    document.querySelector(`.claim[data-claim="${next}"]`)?.scrollIntoView({ block: "nearest" });
  });
}

document.addEventListener("click", (event) => {
  const show = event.target.closest("[data-show]");
  if (show) return flash(show.dataset.show);
  const claim = event.target.closest(".claim[data-claim]");
  if (claim && !event.target.closest("button, a")) choose(claim.dataset.claim);
  return undefined;
});
document.addEventListener("focusin", (event) => {
  const claim = event.target.closest?.(".claim[data-claim]");
  if (claim && !claim.classList.contains("now")) choose(claim.dataset.claim);
});
