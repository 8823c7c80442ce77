// The page of a place: who held it, from the first day that claims tell of it to the last, as a strip of colours.

import { askControl, heldOn } from "./control.js";
import { ask, element, named, text } from "./talk.js";

const place = document.getElementById("timeline");
const language = document.documentElement.lang;

async function draw() {
  let map;
  for (;;) {
    map = await askControl(place.dataset.place);
    if (!map.installed || map.ready || map.trouble) break;
    place.replaceChildren(element("p", { class: "notice" }, text("map.control.making")));
    await new Promise((wake) => setTimeout(wake, 1500));
  }
  const [own] = map.places;
  if (!own) {
    place.replaceChildren(element("p", { class: "empty" }, map.trouble ?? text(map.installed ? "map.control.none" : "map.control.absent")));
    return;
  }
  const actors = new Map((await ask("/api/actors")).map((one) => [one.id, language === "ar" ? one.name_ar : one.name_en]));
  const strip = element("div", { class: "strip", role: "img" });
  const rows = [];
  let before = null;
  map.days.forEach((day, at) => {
    const { holder, share, contested } = heldOn(own, at);
    const name = map.states[holder];
    const part = element("span", { title: `${day}: ${actors.get(name) ?? named("holder", name)} ${Math.round(share * 100)} %` });
    const tint = 12 + (name === "UNKNOWN" ? 0 : 88 * share);
    part.style.backgroundColor = `color-mix(in srgb, ${map.colours[holder]} ${tint}%, var(--panel))`;
    if (contested > 0.2) part.className = "hatched";
    strip.append(part);
    if (holder !== before) rows.push([day, name, share, map.colours[holder]]);
    before = holder;
  });
  strip.setAttribute("aria-label", rows.map(([day, name]) => `${day} ${actors.get(name) ?? named("holder", name)}`).join("; "));
  const days = element("p", { class: "ends meta" }, ...[map.days[0], map.days.at(-1)].map((day) => element("time", {}, day)));
  place.replaceChildren(strip, days, element("ol", { class: "rows turns" }, ...rows.map(([day, name, share, colour]) => {
    const dot = element("span", { class: "dot square", "aria-hidden": "true" });
    dot.style.background = colour;
    return element("li", {}, element("time", {}, day), " ", dot, element("bdi", {}, actors.get(name) ?? named("holder", name)),
      element("small", {}, ` ${Math.round(share * 100)} %`));
  })));
}

draw().catch((trouble) => place.replaceChildren(element("p", { class: "trouble" }, trouble.message)));
