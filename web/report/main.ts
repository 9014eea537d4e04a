import { showBalance } from "../charts/balance";
import { showProfiles } from "../charts/profile";
import { showSlopes } from "../charts/slope";
import { showMap } from "../map/map";
import type { RunData } from "../shared/run";
import { openTargets } from "./targets";

type Show = (place: HTMLElement) => void;

/** Draws into the element with this id, and again when its width changes. */
function fill(id: string, show: Show, again: boolean): void {
  const place = document.getElementById(id);
  if (!place) {
    return;
  }
  show(place);
  let width = place.clientWidth;
  const redraw = () => {
    if (place.clientWidth !== width && place.clientWidth > 0) {
      width = place.clientWidth;
      show(place);
    }
  };
  if (again) {
    new ResizeObserver(redraw).observe(place);
  }
}

const embedded = document.getElementById("run");
if (embedded?.textContent) {
  const run = JSON.parse(embedded.textContent) as RunData;
  fill("map", (place) => showMap(place, run.map), false); // it minds its own width
  fill("balance", (place) => showBalance(place, run.states), true);
  fill("slopes", (place) => showSlopes(place, run.corridors), true);
  fill("profiles", (place) => showProfiles(place, run.routes), true);
}
openTargets();
