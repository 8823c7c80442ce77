// The colour of a side: the same wherever it is drawn, whatever else is on the map.

// told apart on light and dark land and by most colour-blind eyes: chosen for the least distance of any two, as seen by
// normal, protan, deutan and tritan eyes (Machado and others 2009; OKLab), at a contrast of 1.9 and more with the land
const COLOURS = ["#4477aa", "#ee9922", "#66bb99", "#995566", "#cc44ff", "#774400", "#cc99ee", "#554499", "#bb6611", "#8800dd"];
const NOBODY = "#8a8a8a";
// the place of each holder among those of its country, so that two who meet do not share a colour
const known = JSON.parse(document.getElementById("sides").textContent);

/** The colour of an actor's id, or of CONTESTED and UNKNOWN, which are nobody's. */
export function sideColour(id) {
  if (id === "CONTESTED" || id === "UNKNOWN") return NOBODY;
  const at = known[id] ?? [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 99991, 7);
  return COLOURS[at % COLOURS.length];
}

/** The colour of what no side and no type has a colour for. */
export const nobody = NOBODY;
