// Names of towns on the map: each in one picture with its dot, beside it where neither events nor buttons are.

import { file, inks } from "./basemap.js";

const SIZES = [15, 14, 13, 12, 11.5];
// from which zoom on towns of a rank are named
const FROM = [3, 4.6, 5.8, 6.8, 8];
// the middle of a dot is so far from the edge of its picture
const DOT = 3;
const SIDES = ["below", "above", "right", "left"];
const NEAREST = 2;
const FARTHEST = 62;
// so far outside the view a town may lie whose name reaches into it
const AROUND = 200;
const ANCHOR = ["match", ["get", "side"], "above", "bottom", "right", "left", "left", "right", "top"];
const OFFSET = ["match", ["get", "side"], "above", ["literal", [0, DOT]], "right", ["literal", [-DOT, 0]],
  "left", ["literal", [DOT, 0]], ["literal", [0, -DOT]]];

/** The layers of names, the largest towns last: they are placed first. */
export function nameLayers(language) {
  return FROM.map((zoom, rank) => ({
    id: `towns-${rank}`, type: "symbol", source: "towns", minzoom: zoom,
    filter: ["all", ["==", ["get", "rank"], rank], ["!=", ["get", "side"], "none"]],
    layout: { "icon-image": ["concat", `name:${rank}:`, ["get", "side"], ":", ["get", "far"], ":", ["get", language]], "icon-anchor": ANCHOR,
      "icon-offset": OFFSET, "icon-padding": 3, "symbol-sort-key": ["-", ["get", "people"]] } })).reverse();
}

const font = (rank) => `${rank < 2 ? 600 : 400} ${SIZES[rank]}px "Noto Sans Arabic", "Noto Sans", system-ui, sans-serif`;
const ruler = document.createElement("canvas").getContext("2d");
const known = new Map();

/** The width and height of a name in pixels, as it is drawn. */
function sizeOf(name, rank) {
  const key = `${rank}:${name}`;
  if (!known.has(key)) {
    ruler.font = font(rank);
    known.set(key, [Math.ceil(ruler.measureText(name).width) + 8, Math.ceil(SIZES[rank] * 1.5) + 2]);
  }
  return known.get(key);
}

/** Draw the name that a label asks for, with its dot: the browser itself shapes it, Arabic as well as Latin letters. */
export function addName(map, id) {
  if (!id.startsWith("name:") || map.hasImage(id)) return;
  const [, rank, side, distance, ...rest] = id.split(":");
  const far = DOT + Number(distance);
  const name = rest.join(":");
  const ink = inks();
  const ratio = Math.max(2, Math.ceil(devicePixelRatio));
  const [wide, high] = sizeOf(name, Number(rank));
  const beside = side === "left" || side === "right";
  const width = wide + (beside ? far : 0);
  const height = high + (beside ? 0 : far);
  const canvas = document.createElement("canvas");
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  pen.fillStyle = ink.name;
  pen.beginPath();
  pen.arc(side === "right" ? DOT : side === "left" ? width - DOT : width / 2,
    side === "below" ? DOT : side === "above" ? height - DOT : height / 2, 1.8, 0, 7);
  pen.fill();
  pen.font = font(Number(rank));
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.direction = /[\u0600-\u06ff]/.test(name) ? "rtl" : "ltr";
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = ink.halo;
  const at = [wide / 2 + (side === "right" ? far : 0), high / 2 + (side === "below" ? far : 0)];
  pen.strokeText(name, ...at);
  pen.fillText(name, ...at);
  map.addImage(id, pen.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: ratio });
}

/** The box of a name beside its dot: left, top, right and bottom in pixels. */
function boxOf({ x, y }, { side, far }, [wide, high]) {
  if (side === "right") return [x + far, y - high / 2, x + far + wide, y + high / 2];
  if (side === "left") return [x - far - wide, y - high / 2, x - far, y + high / 2];
  const top = side === "below" ? y + far : y - far - high;
  return [x - wide / 2, top, x + wide / 2, top + high];
}

/** The box of the whole picture: of a name and of its dot. */
const withDot = ({ x, y }, [left, top, right, bottom]) => [Math.min(left, x - DOT), Math.min(top, y - DOT),
  Math.max(right, x + DOT), Math.max(bottom, y + DOT)];

const covers = ([left, top, right, bottom], { x, y, reach }) => Math.hypot(
  Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < reach;
const meets = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** How far from its dot a name may stand: beside it, or else beyond the circle that the dot lies in. */
function distances({ x, y }, round) {
  const out = round.map((one) => one.reach - Math.hypot(one.x - x, one.y - y)).filter((one) => one > 0);
  const beyond = 4 * Math.ceil(Math.max(0, ...out) / 4);
  return [...new Set([NEAREST, 11, 20, beyond, beyond + 8])].filter((one) => one >= NEAREST && one <= FARTHEST).sort((a, b) => a - b);
}

/** Where a name covers least, the nearest below where that is as good; nowhere where a button is on every side. */
function placeOf(at, size, round, buttons) {
  let best = { side: "none", far: 0 };
  let least = Infinity;
  for (const far of distances(at, round)) {
    for (const side of SIDES) {
      const box = boxOf(at, { side, far }, size);
      if (buttons.some((one) => meets(withDot(at, box), one))) continue;
      const cost = round.reduce((sum, one) => sum + (covers(box, one) ? one.weight : 0), 0);
      if (!cost) return { side, far };
      if (cost < least) [best, least] = [{ side, far }, cost];
    }
  }
  return best;
}

/** Put the names of towns on a map; what is given back places them anew around what `shown` lists.
 *
 * `shown()` gives circles that names keep clear of: lon, lat, their `reach` in pixels and how much each weighs.
 */
export async function nameTowns(chart, language, shown) {
  const towns = await (await fetch(file("towns"))).json();
  for (const { properties } of towns.features) Object.assign(properties, { side: "below", far: NEAREST });
  const place = () => {
    const frame = chart.getContainer().getBoundingClientRect();
    const buttons = [...chart.getContainer().querySelectorAll(".maplibregl-ctrl")].map((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
    });
    const seen = ({ x, y }) => x > -AROUND && y > -AROUND && x < frame.width + AROUND && y < frame.height + AROUND;
    const round = shown().map((one) => ({ ...one, ...chart.project([one.lon, one.lat]) })).filter(seen);
    const zoom = chart.getZoom();
    let moved = false;
    for (const { geometry, properties } of towns.features) {
      const at = zoom < FROM[properties.rank] ? null : chart.project(geometry.coordinates);
      if (!at || !seen(at)) continue;
      const { side, far } = placeOf(at, sizeOf(properties[language], properties.rank), round, buttons);
      moved ||= side !== properties.side || far !== properties.far;
      Object.assign(properties, { side, far });
    }
    if (moved) chart.getSource("towns").setData(towns);
  };
  chart.getSource("towns").setData(towns);
  chart.on("moveend", place);
  place();
  return place;
}
