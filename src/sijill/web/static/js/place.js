// The page of a place: who held it, from the first day that claims tell of it to the last, as a strip of colours.

import { askControl } from "./control.js";
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
  own.holder.forEach((state, at) => {
    const name = map.states[state];
    const part = element("span", { title: `${map.days[at]}: ${actors.get(name) ?? named("holder", name)} ${Math.round(own.probability[at] * 100)} %` });
    const share = 12 + (name === "UNKNOWN" ? 0 : 88 * own.probability[at]);
    part.style.backgroundColor = `color-mix(in srgb, ${map.colours[state]} ${share}%, var(--panel))`;
    if (own.contested[at] > 0.2) part.className = "hatched";
    strip.append(part);
    if (!at || state !== own.holder[at - 1]) rows.push([map.days[at], name, own.probability[at], map.colours[state]]);
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
