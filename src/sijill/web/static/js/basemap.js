// The basemap: land, borders, rivers, lakes and towns from files beside this one, in light or dark colours.

const LIGHT = { sea: "#cfe0e8", land: "#f6f3ec", border: "#8f8a80", water: "#8fb8cc", name: "#3a3a36", halo: "#f6f3ec" };
const DARK = { sea: "#0f1a20", land: "#1f262a", border: "#6f7880", water: "#2f5468", name: "#d5d9da", halo: "#14191c" };
const file = (name) => new URL(`../basemap/${name}.json`, import.meta.url).href;
const SIZES = [15, 14, 13, 12, 11.5];
// from which zoom on towns of a rank are named
const FROM = [3, 4.6, 5.8, 6.8, 8];

/** Whether the page is dark now, by choice or by the machine. */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || (chosen === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** A colour as it looks on the land when it is drawn with this opacity, as one that hides what it covers. */
function onLand(colour, opacity) {
  const land = (isDark() ? DARK : LIGHT).land;
  const part = (of, at) => parseInt(of.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(colour, at) * opacity + part(land, at) * (1 - opacity)));
  return `rgb(${mixed.join(",")})`;
}

/** The style of the map: no tiles, no glyphs, nothing from elsewhere. */
export function basemap(language) {
  const ink = isDark() ? DARK : LIGHT;
  const source = (name) => ({ type: "geojson", data: file(name) });
  const line = (id, colour, width, extra = {}) => ({ id, type: "line", source: id,
    paint: { "line-color": colour, "line-width": width, ...extra }, layout: { "line-join": "round" } });
  const labels = FROM.map((zoom, rank) => ({
    id: `towns-${rank}`, type: "symbol", source: "towns", minzoom: zoom, filter: ["==", ["get", "rank"], rank],
    layout: { "icon-image": ["concat", `name:${rank}:`, ["get", language]], "icon-anchor": "top", "icon-padding": 3,
      "symbol-sort-key": ["-", ["get", "people"]] } }));
  return {
    version: 8,
    sources: Object.fromEntries(["world", "land", "borders", "rivers", "lakes", "towns"].map((one) => [one, source(one)])),
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink.sea } },
      { id: "world", type: "fill", source: "world", paint: { "fill-color": ink.land } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land } },
      line("rivers", ink.water, ["interpolate", ["linear"], ["zoom"], 3, 0.4, 9, 2]),
      { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": ink.sea } },
      line("borders", ink.border, ["interpolate", ["linear"], ["zoom"], 3, 0.7, 9, 1.6], { "line-dasharray": [3, 1.5] }),
      { id: "towns-dots", type: "circle", source: "towns", minzoom: 4.6,
        filter: ["<=", ["get", "rank"], ["step", ["zoom"], 1, 5.8, 2, 6.8, 3, 8, 4]],
        paint: { "circle-radius": 1.8, "circle-color": ink.name, "circle-opacity": 0.75 } },
      ...labels.reverse(),
    ],
  };
}

/** Draw the name that a label asks for: the browser itself shapes it, Arabic as well as Latin letters. */
export function addName(map, id) {
  if (!id.startsWith("name:") || map.hasImage(id)) return;
  const [, rank, ...rest] = id.split(":");
  const name = rest.join(":");
  const ink = isDark() ? DARK : LIGHT;
  const ratio = Math.max(2, Math.ceil(devicePixelRatio));
  const size = SIZES[Number(rank)];
  const font = `${Number(rank) < 2 ? 600 : 400} ${size}px "Noto Sans Arabic", "Noto Sans", system-ui, sans-serif`;
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  pen.font = font;
  const width = Math.ceil(pen.measureText(name).width) + 8;
  const height = Math.ceil(size * 1.9) + 4;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  pen.scale(ratio, ratio);
  pen.font = font;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.direction = /[\u0600-\u06ff]/.test(name) ? "rtl" : "ltr";
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = ink.halo;
  pen.strokeText(name, width / 2, height / 2 + 2);
  pen.fillStyle = ink.name;
  pen.fillText(name, width / 2, height / 2 + 2);
  map.addImage(id, pen.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: ratio });
}

/** The name of the mark of a place: a disc or a tile that fills its area, in a colour's tint, hatched if contested. */
export function mark(map, shape, { colour, share, contested }) {
  const hatching = contested > 0.2 ? (contested > 0.7 ? 3.6 : contested > 0.4 ? 2.2 : 1.2) : 0;
  const id = [shape, colour, share.toFixed(2), hatching].join(":");
  if (!map.hasImage(id)) {
    const side = shape === "disc" ? 64 : 22;
    map.addImage(id, drawn(side, shape === "disc", colour, share, hatching), { pixelRatio: shape === "disc" ? 64 / 18 : 1.5 });
  }
  return id;
}

// opaque, hatching and all: where two marks overlap one is seen, not both as if one were surer
function drawn(side, round, colour, share, hatching) {
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
  pen.lineWidth = hatching * (round ? 1.6 : 1);
  for (let at = -2 * side; hatching && at <= 2 * side; at += round ? 16 : 11) {
    pen.beginPath();
    pen.moveTo(at - side, side * 2);
    pen.lineTo(at + side * 2, -side);
    pen.stroke();
  }
  pen.restore();
  if (round) {
    pen.strokeStyle = colour;
    pen.lineWidth = 4;
    pen.stroke();
  }
  return pen.getImageData(0, 0, side, side);
}
