// The map: events by type and control by place, as they stood on a day, with the evidence on click.

import { Map as Chart, NavigationControl, ScaleControl } from "../vendor/maplibre-gl.mjs";
import * as library from "../vendor/maplibre-gl.mjs";
import { basemap, isDark, mark } from "./basemap.js";
import { askControl, heldOn } from "./control.js";
import { addName, nameTowns } from "./names.js";
import { ask, element, named, text } from "./talk.js";

library.setWorkerUrl?.(new URL("../vendor/maplibre-gl-worker.mjs", import.meta.url).href);

const language = document.documentElement.lang;
const node = (id) => document.getElementById(id);
const DAY = 86400000;
const TYPES = { Battles: "#b3202a", "Explosions/Remote violence": "#d9730d", "Violence against civilians": "#7b2d8b",
  Protests: "#2464a8", Riots: "#0f7c7c", "Strategic developments": "#5a6b1f", Humanitarian: "#a8761a", Diplomacy: "#6b6b6b" };
const PLAY = 350;
const LISTED = 60;
const WIDEST = 12;
const STEPS = 200;
// from this zoom on a place has its area; farther off it is a small dot
const NEAR = 6.5;

let events = null;
let spots = [];
let control = { days: [], places: [], states: [], colours: [] };
let chart = null;
let begin = 0;
let playing = null;
let opened = null;
let shown = "";
let following = false;
let again = false;
let nameAgain = () => {};

const iso = (number) => new Date(number).toISOString().slice(0, 10);
const day = () => Number(node("day").value);
const filters = () => {
  const given = new FormData(document.querySelector(".filter"));
  const query = new URLSearchParams([...given].filter(([, value]) => value !== "" ));
  if (!query.get("near")) query.delete("radius");
  return query;
};

function typeOf(name) {
  for (const group of document.querySelectorAll('.filter select[name="type"] optgroup')) {
    if ([...group.children].some((one) => one.value === name)) return group.children[0].value;
  }
  return "Strategic developments";
}

async function load() {
  const query = filters();
  const address = query.size ? `?${query}` : "";
  history.replaceState(null, "", `/map${address}${location.hash}`);
  events = await ask(`/api/map/events${address}`);
  events.group = events.types.map(typeOf);
  const at = new Map();
  spots = [];
  for (let n = 0; n < events.ids.length; n += 1) {
    const key = `${events.lon[n]},${events.lat[n]}`;
    if (!at.has(key)) {
      at.set(key, spots.length);
      spots.push({ lon: events.lon[n], lat: events.lat[n], events: [] });
    }
    spots[at.get(key)].events.push(n);
  }
  setDays();
  frame();
  nameAgain();
}

async function loadControl() {
  for (;;) {
    const found = await askControl();
    // what was there a moment ago is shown until what is being put in is there
    if (found.ready || !control.ready) control = found;
    if (!found.ready && found.installed && !found.trouble) {
      node("map-state").textContent = text("map.control.making");
    } else {
      node("map-state").textContent = found.trouble ?? (control.installed
        ? (control.places.length ? "" : text("map.control.none")) : text("map.control.absent"));
      setDays();
      frame();
      nameAgain();
      if (!found.renewing) return;
    }
    await new Promise((wake) => setTimeout(wake, found.renewing ? 5000 : 1500));
  }
}

/** The days of the slider: those that the filtered events tell of, and those of control where nothing is filtered. */
function setDays() {
  const told = [events?.since, events?.until].filter(Boolean);
  const all = (told.length && filters().size ? told : [...told, control.days[0], control.days.at(-1)]).filter(Boolean)
    .map((one) => Date.parse(one));
  const slider = node("day");
  if (!all.length) return;
  const shown = begin ? begin + day() * DAY : null;
  begin = Math.min(...all);
  slider.max = String(Math.round((Math.max(...all) - begin) / DAY));
  // at first the last day that events tell of; later the day that was shown, or the nearest one that there is
  slider.value = String(shown === null ? (events?.until ? Math.round((Date.parse(events.until) - begin) / DAY) : slider.max)
    : Math.round((shown - begin) / DAY));
  node("step").textContent = step() > 1 ? text("map.step", { number: step() }) : "";
}

/** How many days play moves on at once: a long record is played in some two hundred steps. */
const step = () => Math.max(1, Math.round(Number(node("day").max) / STEPS));

/** The events of the period that ends with the day shown, by place. */
function within() {
  const span = node("window").value;
  const last = Math.round((begin + day() * DAY - Date.parse(events.since ?? iso(begin))) / DAY);
  const first = span === "all" ? -Infinity : last - Number(span) + 1;
  const found = [];
  for (const spot of spots) {
    const here = spot.events.filter((n) => (events.first[n] === null ? span === "all"
      : events.first[n] <= last && (span === "all" || events.last[n] >= first)));
    if (here.length) found.push({ spot, here });
  }
  return found;
}

const radius = (count) => 3 + 2.2 * Math.sqrt(count);

/** What names of towns keep clear of: events first of all, then the marks of places. */
function drawnRound() {
  const told = node("show-events").checked ? spots.map(({ lon, lat, events: here }) => ({
    lon, lat, reach: radius(here.length) + 2, weight: 10 })) : [];
  const held = node("show-control").checked ? control.places.map(({ lon, lat }) => ({ lon, lat, reach: 7, weight: 1 })) : [];
  return [...told, ...held];
}

function frame() {
  if (!events) return;
  const now = iso(begin + day() * DAY);
  // a record that tells of no day has none to show
  for (const one of ["play", "day"]) node(one).disabled = !begin;
  node("day-text").textContent = begin ? now : "";
  node("day").setAttribute("aria-valuetext", begin ? now : "");
  const found = node("show-events").checked ? within() : [];
  const kinds = new Set();
  const features = found.map(({ spot, here }) => {
    const count = {};
    for (const n of here) {
      const kind = events.group[events.type[n]];
      kinds.add(kind);
      count[kind] = (count[kind] ?? 0) + 1;
    }
    const [most] = Object.entries(count).sort((one, other) => other[1] - one[1])[0];
    return { type: "Feature", geometry: { type: "Point", coordinates: [spot.lon, spot.lat] },
      properties: { spot: spots.indexOf(spot), radius: radius(here.length), colour: TYPES[most] } };
  });
  chart?.getSource("events")?.setData({ type: "FeatureCollection", features });
  const held = node("show-control").checked ? controlled(now) : [];
  if (chart?.getSource("control")) {
    for (const { properties } of held) for (const shape of ["disc", "dot", "tile"]) properties[shape] = mark(chart, shape, properties);
    chart.getSource("control").setData({ type: "FeatureCollection", features: held });
    chart.getSource("areas").setData({ type: "FeatureCollection", features: held.map(area) });
  }
  legend(kinds, held);
  list(found);
  follow();
}

function controlled(now) {
  // the last day that was estimated and is not after the one shown
  let at = control.days.findLastIndex((one) => one <= now);
  if (at < 0) return [];
  return control.places.map((place, number) => {
    const { holder, share, contested } = heldOn(place, at);
    const state = control.states[holder];
    // a province is no disc
    const km = Math.min(place.radius_km ?? 2, WIDEST);
    return { type: "Feature", geometry: { type: "Point", coordinates: [place.lon, place.lat] },
      properties: { place: number, state, km, colour: control.colours[holder], contested,
        share: 0.12 + (state === "UNKNOWN" ? 0 : 0.88 * share),
        // what is wide lies under what is small, and what nobody is known to hold under all: it hides nothing
        above: -km - (state === "UNKNOWN" ? WIDEST : 0) } };
  });
}

/** The circle that a place stands for, as a polygon that can be hatched. */
function area({ geometry, properties }) {
  const [lon, lat] = geometry.coordinates;
  const ring = Array.from({ length: 49 }, (_, at) => {
    const turn = (at / 48) * 2 * Math.PI;
    return [lon + (properties.km * Math.cos(turn)) / (111.32 * Math.cos((lat * Math.PI) / 180)), lat + (properties.km * Math.sin(turn)) / 110.57];
  });
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } };
}

function legend(kinds, held) {
  const entry = (style, name) => {
    const dot = element("span", { class: style.class ?? "dot", "aria-hidden": "true" });
    if (style.colour) dot.style.background = style.colour;
    return element("li", {}, dot, element("bdi", {}, name));
  };
  const states = [...new Set(held.map((one) => one.properties.state))].filter((one) => one !== "UNKNOWN" && one !== "CONTESTED");
  node("legend").replaceChildren(
    ...(kinds.size ? [element("ul", {}, ...[...kinds].map((one) => entry({ colour: TYPES[one] }, named("event_type", one))))] : []),
    ...(held.length ? [element("p", { class: "meta" }, text("map.control.lead")),
      element("ul", {}, ...states.map((one) => entry({ colour: control.colours[control.states.indexOf(one)], class: "dot square" }, actor(one))),
        entry({ class: "dot square hatched" }, text("holder.CONTESTED"))),
      element("p", { class: "meta" }, text("map.control.decided"))] : []));
}

const actors = new Map();
const actor = (id) => actors.get(id) ?? named("holder", id);

function list(found) {
  const shown = found.flatMap(({ here }) => here).sort((one, other) => (events.last[other] ?? 0) - (events.last[one] ?? 0));
  const parts = [text("map.shown", { number: shown.length })];
  if (events.pointless) parts.push(text("map.pointless", { number: events.pointless }));
  if (!control.installed) parts.push(text("map.control.absent"));
  if (control.ready || !control.installed) node("map-state").textContent = parts.join(" · ");
  node("event-list").replaceChildren(...shown.slice(0, LISTED).map((n) => element("li", {},
    element("a", { href: `/events/${events.ids[n]}` }, named("type", events.types[events.type[n]])), " ",
    element("time", {}, events.first[n] === null ? "" : iso(Date.parse(events.since) + events.first[n] * DAY)))));
}

/** Show the evidence of a spot or of a place's control, and again whenever the day changes. */
function open(show) {
  opened = show;
  shown = "";
  follow();
}

// one question at a time: while an answer is awaited only the last day asked for is remembered
async function follow() {
  if (!opened || following) {
    again = following;
    return;
  }
  following = true;
  try {
    await opened();
  } catch (trouble) {
    node("map-state").textContent = trouble.message;
  }
  following = false;
  if (again) {
    again = false;
    await follow();
  }
}

/** Whether the panel shows something else than it did; what it shows is noted. */
function isNew(what) {
  const changed = what !== shown;
  shown = what;
  return changed;
}

async function showSpot(lon, lat) {
  const here = within().find(({ spot }) => spot.lon === lon && spot.lat === lat)?.here ?? [];
  const ids = here.slice(0, 8).map((n) => events.ids[n]);
  if (!isNew(`${lon},${lat}: ${ids} of ${here.length}`)) return;
  const place = node("evidence");
  place.replaceChildren(element("h2", {}, text("map.at")));
  if (!here.length) place.append(element("p", { class: "empty" }, text("map.at.none")));
  for (const id of ids) {
    const card = element("div");
    place.append(card);
    window.htmx.ajax("GET", `/events/${encodeURIComponent(id)}/brief`, { target: card, swap: "innerHTML" });
  }
  if (here.length > 8) place.append(element("p", { class: "meta" }, `… ${here.length - 8}`));
}

/** A place's name in the page's language, or else in Arabic. */
function placeName(key, name) {
  const english = language === "en" ? control.places.find((one) => (one.place_id ?? one.key) === key)?.name_en : null;
  return element("bdi", { lang: english ? "en" : "ar" }, english ?? name);
}

async function showControl(key) {
  const now = iso(begin + day() * DAY);
  if (!isNew(`${key} on ${now}`)) return;
  const target = node("evidence");
  const found = await ask(`/api/places/${encodeURIComponent(key)}/control?day=${now}&claims=6`);
  const one = found.estimates[0];
  if (!one || shown !== `${key} on ${now}`) return;
  const bars = Object.entries(one.probability).sort((a, b) => b[1] - a[1]).filter(([, p]) => p >= 0.01).map(([state, p]) => {
    const bar = element("span", { class: "bar-of" });
    bar.style.inlineSize = `${Math.round(p * 100)}%`;
    bar.style.background = found.colours[state];
    return element("li", {}, element("span", {}, element("bdi", {}, actor(state)), ` ${Math.round(p * 100)} %`), bar);
  });
  target.replaceChildren(
    element("h2", {}, placeName(key, one.place), " ", element("time", {}, now)),
    element("ul", { class: "bars" }, ...bars),
    element("h3", {}, text("map.moved")),
    element("ul", { class: "moved" }, ...one.claims.map((claim) => element("li", {},
      element("p", { lang: "ar", dir: "rtl" }, claim.words),
      element("p", { class: "meta" }, element("bdi", {}, claim.source ?? text("unknown")), " ", element("time", {}, claim.date), " ",
        text(claim.shift > 0 ? "map.moved.for" : "map.moved.against"), " ",
        element("a", { href: `/articles/${claim.article}` }, text("article")))))),
    ...(one.place_id ? [element("a", { class: "button", href: `/places/${encodeURIComponent(one.place_id)}` }, text("place"))] : []));
}

function build() {
  const [lat, lon] = location.hash.slice(1).split(",").map(Number);
  chart = new Chart({ container: "map", style: basemap(language), center: Number.isFinite(lat) && Number.isFinite(lon) ? [lon, lat] : [39, 34],
    zoom: Number.isFinite(lat) && Number.isFinite(lon) ? 9 : 4.6, maxZoom: 15, minZoom: 2, attributionControl: false, dragRotate: false,
    pitchWithRotate: false, locale: { "NavigationControl.ZoomIn": text("map.zoom.in"), "NavigationControl.ZoomOut": text("map.zoom.out") } });
  const rtl = document.body.dir === "rtl";
  chart.addControl(new NavigationControl({ showCompass: false }), rtl ? "top-left" : "top-right");
  chart.addControl(new ScaleControl({ unit: "metric" }), rtl ? "bottom-right" : "bottom-left");
  chart.setMissingStyleImageResolver((id) => addName(chart, id));
  chart.once("style.load", () => {
    const empty = { type: "geojson", data: { type: "FeatureCollection", features: [] } };
    chart.addSource("control", empty);
    chart.addSource("areas", empty);
    chart.addSource("events", empty);
    chart.addLayer({ id: "areas", type: "fill", source: "areas", minzoom: NEAR, layout: { "fill-sort-key": ["get", "above"] },
      paint: { "fill-pattern": ["get", "tile"], "fill-antialias": false } }, "rivers");
    chart.addLayer({ id: "area-lines", type: "line", source: "areas", minzoom: NEAR, paint: { "line-color": ["get", "colour"], "line-width": 1.2 } }, "rivers");
    chart.addLayer({ id: "control", type: "symbol", source: "control", layout: { "icon-image": ["step", ["zoom"], ["get", "dot"], NEAR, ["get", "disc"]],
      "symbol-sort-key": ["get", "above"], "icon-allow-overlap": true, "icon-ignore-placement": true } }, "rivers");
    chart.addLayer({ id: "events", type: "circle", source: "events", paint: {
      "circle-radius": ["get", "radius"], "circle-color": ["get", "colour"],
      "circle-opacity": 0.85, "circle-stroke-color": isDark() ? "#111" : "#fff", "circle-stroke-width": 1 } }, "towns-4");
    chart.on("click", (event) => {
      const [hit] = chart.queryRenderedFeatures(event.point, { layers: ["events", "control", "areas"] });
      if (hit?.layer.id === "events") {
        const { lon, lat } = spots[hit.properties.spot];
        open(() => showSpot(lon, lat));
      } else if (hit) {
        const place = control.places[hit.properties.place];
        open(() => showControl(place.place_id ?? place.key));
      }
    });
    for (const layer of ["events", "control", "areas"]) {
      chart.on("mouseenter", layer, () => { chart.getCanvas().style.cursor = "pointer"; });
      chart.on("mouseleave", layer, () => { chart.getCanvas().style.cursor = ""; });
    }
    frame();
    fit();
    nameTowns(chart, language, drawnRound).then((again) => { nameAgain = again; });
    document.body.dataset.map = "drawn";
    chart.once("idle", () => { document.body.dataset.map = "ready"; });
  });
  window.sijillMap = chart;
}

function fit() {
  if (!chart || location.hash || !events?.ids.length) return;
  // as far to each side of the middle event as nine tenths of all lie: where most are is in the middle of the view
  const reach = (values) => {
    const sorted = [...values].sort((one, other) => one - other);
    const at = (share) => sorted[Math.round((sorted.length - 1) * share)];
    const far = Math.max(at(0.5) - at(0.05), at(0.95) - at(0.5));
    return [at(0.5) - far, at(0.5) + far];
  };
  const [west, east] = reach(events.lon);
  const [south, north] = reach(events.lat);
  chart.fitBounds([[west, south], [east, north]], { padding: 40, maxZoom: 9, animate: false });
}

function play() {
  if (playing) {
    clearInterval(playing);
    playing = null;
  } else {
    const slider = node("day");
    if (Number(slider.value) >= Number(slider.max)) slider.value = "0";
    playing = setInterval(() => {
      slider.value = String(Number(slider.value) + step());
      frame();
      if (Number(slider.value) >= Number(slider.max)) play();
    }, PLAY);
  }
  node("play").textContent = text(playing ? "map.pause" : "map.play");
  node("play").setAttribute("aria-pressed", String(Boolean(playing)));
}

node("play").addEventListener("click", play);
for (const id of ["day", "window", "show-events", "show-control"]) node(id).addEventListener("input", frame);
for (const id of ["show-events", "show-control"]) node(id).addEventListener("input", () => nameAgain());
const reload = () => load().then(fit).catch((trouble) => { node("map-state").textContent = trouble.message; });
document.querySelector(".filter").addEventListener("change", reload);
document.querySelector(".filter").addEventListener("submit", (event) => { event.preventDefault(); reload(); });
document.addEventListener("linked", () => load());
document.addEventListener("decided", (event) => { if (event.detail.linked) load(); });

try {
  build();
} catch (trouble) {
  node("no-map").hidden = false;
  node("map").hidden = true;
}
reload();
ask("/api/actors").then((all) => {
  for (const one of all) actors.set(one.id, language === "ar" ? one.name_ar : one.name_en);
}).catch(() => {}).then(loadControl).catch((trouble) => { node("map-state").textContent = trouble.message; });
