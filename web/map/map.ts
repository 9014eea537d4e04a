import type { MapData } from "../shared/run";
import { drawing, html, svg, text } from "../shared/svg";
import { drawGround, groundLayers } from "./ground";
import { placeLabels, type Wish } from "./labels";
import { legend } from "./legend";
import { drawLinks, largestDifference, widest } from "./links";
import { listen } from "./moves";
import { sheetOf, WHOLE, type Sheet, type View } from "./projection";

const LEAST_HEIGHT = 300; // on a narrow page [pixels]
const ROOM_FOR_A_NAME = 12000; // square pixels of sheet

/** Names on the sheet, the most wanted first. */
function wishes(map: MapData, sheet: Sheet): Wish[] {
  return Object.values(map.nodes)
    .filter((node) => node.worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .flatMap(({ name, at }) => {
      const place = sheet.projection(at);
      return place ? [{ x: place[0], y: place[1], name }] : [];
    });
}

function drawNames(map: MapData, sheet: Sheet): SVGElement {
  const most = Math.round((sheet.width * sheet.height) / ROOM_FOR_A_NAME);
  const group = svg("g", { class: "towns" });
  for (const label of placeLabels(wishes(map, sheet), sheet.width, sheet.height, most)) {
    group.append(
      svg("circle", { cx: label.x, cy: label.y, r: 2 }),
      text(label.textX, label.textY, label.name, { "text-anchor": label.anchor }),
    );
  }
  return group;
}

/** Draws the map of `data` into `place` as wide as `place` is, with a legend, to be moved and
 * magnified by wheel, pointer, keys and buttons. */
export function showMap(place: HTMLElement, data: MapData): void {
  const layers = groundLayers(data.ground);
  const frame = html("div", { class: "map", tabindex: 0, role: "group", "aria-label": "Map" });
  const key = html("div", {});
  let view: View = WHOLE;
  let sheet: Sheet;

  const draw = () => {
    sheet = sheetOf(data.frame, place.clientWidth || 960, LEAST_HEIGHT, view);
    const picture = drawing(
      sheet.width,
      sheet.height,
      "Differences in tonnes a year on every link",
    );
    picture.append(drawGround(layers, sheet), drawLinks(data, sheet), drawNames(data, sheet));
    frame.querySelector(".drawing")?.remove();
    frame.prepend(picture);
  };
  const see = (next: View) => {
    view = next;
    requestAnimationFrame(draw);
  };
  const fit = () => {
    draw();
    key.replaceChildren(legend(largestDifference(data.links), widest(sheet.width)));
  };

  place.replaceChildren(frame, key);
  fit();
  frame.append(listen(frame, { view: () => view, sheet: () => sheet, see }));
  let width = place.clientWidth;
  new ResizeObserver(() => {
    if (place.clientWidth !== width && place.clientWidth > 0) {
      width = place.clientWidth;
      fit();
    }
  }).observe(place);
}
