// Control as the server sends it: runs of days on which nothing changes, in hundredths.

import { ask } from "./talk.js";

/** Control of all places, or of one: each place with a state, a share and that of contested (0 to 1) for each day. */
export async function askControl(place) {
  const map = await ask(`/api/map/control?step=1${place ? `&place=${encodeURIComponent(place)}` : ""}`);
  for (const one of map.places) {
    const { holder, probability, contested } = one;
    one.holder = unrolled(one.runs, holder);
    one.probability = unrolled(one.runs, probability).map((share) => share / 100);
    one.contested = unrolled(one.runs, contested).map((share) => share / 100);
  }
  return map;
}

const unrolled = (runs, values) => runs.flatMap((length, at) => Array(length).fill(values[at]));
