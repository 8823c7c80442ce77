// Control as the server sends it: runs of days on which nothing changes, in hundredths.

import { ask } from "./talk.js";

/** Control on every day, of all places or of one. */
export const askControl = (place) => ask(`/api/map/control?step=1${place ? `&place=${encodeURIComponent(place)}` : ""}`);

/** Who holds a place on the day of a number: the number of the state, its share and that of contested (0 to 1). */
export function heldOn(place, day) {
  let run = 0;
  // runs are not unrolled: a map has half a million days of places, and shows one
  for (let end = place.runs[0]; end <= day; end += place.runs[run]) run += 1;
  return { holder: place.holder[run], share: place.probability[run] / 100, contested: place.contested[run] / 100 };
}
