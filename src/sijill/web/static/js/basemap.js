// The basemap: land, borders, rivers, lakes and towns from files beside this one, in light or dark colours.

import { nameLayers } from "./names.js";

const LIGHT = { sea: "#cfe0e8", land: "#f6f3ec", border: "#8f8a80", water: "#8fb8cc", name: "#3a3a36", halo: "#f6f3ec" };
const DARK = { sea: "#0f1a20", land: "#1f262a", border: "#6f7880", water: "#2f5468", name: "#d5d9da", halo: "#14191c" };
export const file = (name) => new URL(`../basemap/${name}.json`, import.meta.url).href;

/** Whether the page is dark now, by choice or by the machine. */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || (chosen === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** The colours of the map now. */
export const inks = () => (isDark() ? DARK : LIGHT);

/** A colour as it looks on the land when it is drawn with this opacity, as one that hides what it covers. */
function onLand(colour, opacity) {
  const { land } = inks();
  const part = (of, at) => parseInt(of.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(colour, at) * opacity + part(land, at) * (1 - opacity)));
  return `rgb(${mixed.join(",")})`;
}

/** The style of the map: no tiles, no glyphs, nothing from elsewhere. */
export function basemap(language) {
  const ink = inks();
  const source = (name) => ({ type: "geojson", data: file(name) });
  const line = (id, colour, width, extra = {}) => ({ id, type: "line", source: id,
    paint: { "line-color": colour, "line-width": width, ...extra }, layout: { "line-join": "round" } });
  return {
    version: 8,
    sources: { ...Object.fromEntries(["world", "land", "borders", "rivers", "lakes"].map((one) => [one, source(one)])),
      towns: { type: "geojson", data: { type: "FeatureCollection", features: [] } } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink.sea } },
      { id: "world", type: "fill", source: "world", paint: { "fill-color": ink.land } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land } },
      line("rivers", ink.water, ["interpolate", ["linear"], ["zoom"], 3, 0.4, 9, 2]),
      { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": ink.sea } },
      line("borders", ink.border, ["interpolate", ["linear"], ["zoom"], 3, 0.7, 9, 1.6], { "line-dasharray": [3, 1.5] }),
      ...nameLayers(language),
    ],
  };
}

/** How far apart the lines of a shape's hatching are: a small dot has one alone, many close lines are a grey smear. */
const APART = { dot: 64, disc: 16, tile: 11 };

/** The name of the mark of a place: a disc, a small dot or a tile that fills its area, in a colour's tint, hatched if contested. */
export function mark(map, shape, { colour, share, contested }) {
  const hatching = contested > 0.2 ? (contested > 0.7 ? 3.6 : contested > 0.4 ? 2.2 : 1.2) : 0;
  const id = [shape, colour, share.toFixed(2), hatching].join(":");
  if (!map.hasImage(id)) {
    const round = shape !== "tile";
    const width = hatching * (shape === "dot" ? 3.2 : round ? 1.6 : 1);
    map.addImage(id, drawn(round ? 64 : 22, round, colour, share, width, APART[shape]),
      { pixelRatio: { dot: 64 / 14, disc: 64 / 18, tile: 1.5 }[shape] });
  }
  return id;
}

// opaque, hatching and all: where two marks overlap one is seen, not both as if one were surer
function drawn(side, round, colour, share, width, apart) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const pen = canvas.getContext("2d");
  pen.beginPath();
  if (round) pen.arc(side / 2, side / 2, side / 2 - 2, 0, 7);
  else pen.rect(0, 0, side, side);
  pen.save();
  pen.clip();
  pen.fillStyle = onLand(colour, share);
  pen.fillRect(0, 0, side, side);
  pen.strokeStyle = isDark() ? "#f5f5f5" : "#222";
  pen.lineWidth = width;
  for (let at = -2 * side; width && at <= 2 * side; at += apart) {
    pen.beginPath();
    pen.moveTo(at - side, side * 2);
    pen.lineTo(at + side * 2, -side);
    pen.stroke();
  }
  pen.restore();
  if (round) {
    pen.strokeStyle = colour;
    pen.lineWidth = 5;
    pen.stroke();
  }
  return pen.getImageData(0, 0, side, side);
}
