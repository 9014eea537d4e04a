import { geoConicEqualArea, geoPath, type GeoProjection } from "d3-geo";
import type { MultiPoint } from "geojson";
import type { MapData, Place } from "../shared/run";

/** What of the map is in sight: the fitted frame magnified `k` times and moved [pixels]. */
export interface View {
  k: number;
  x: number;
  y: number;
}

export const WHOLE: View = { k: 1, x: 0, y: 0 };

/** The sheet the map is drawn on, and how a place comes onto it. */
export interface Sheet {
  projection: GeoProjection;
  width: number;
  height: number;
}

const SIDES = 24; // places along each side of the frame that must be in sight
const BLEED = 40; // drawn beyond the sheet [pixels], so that cut lines have no visible ends

function outline([west, south, east, north]: MapData["frame"]): MultiPoint {
  const places: Place[] = [];
  for (let i = 0; i <= SIDES; ++i) {
    const share = i / SIDES;
    const lon = west + share * (east - west);
    const lat = south + share * (north - south);
    places.push([lon, south], [lon, north], [west, lat], [east, lat]);
  }
  return { type: "MultiPoint", coordinates: places };
}

/** Albers' conic, standard parallels a sixth of the frame from its edges, north up in its middle. */
function conic([west, south, east, north]: MapData["frame"]): GeoProjection {
  const sixth = (north - south) / 6;
  return geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + east) / 2, 0])
    .precision(0.4);
}

/** A sheet `width` wide that shows the frame, `least` high at least, seen through `view`. */
export function sheetOf(frame: MapData["frame"], width: number, least: number, view: View): Sheet {
  const places = outline(frame);
  const projection = conic(frame).fitWidth(width, places);
  const [[, top], [, bottom]] = geoPath(projection).bounds(places);
  const height = Math.max(least, Math.ceil(bottom - top));
  projection.fitExtent([[0, 0], [width, height]], places); // prettier-ignore
  const [x, y] = projection.translate();
  projection
    .scale(projection.scale() * view.k)
    .translate([x * view.k + view.x, y * view.k + view.y])
    .clipExtent([[-BLEED, -BLEED], [width + BLEED, height + BLEED]]); // prettier-ignore
  return { projection, width, height };
}

/** The view after magnifying by `factor` around a point of the sheet that stays where it is. */
export function zoomed(view: View, factor: number, at: [number, number], sheet: Sheet): View {
  const k = Math.min(16, Math.max(1, view.k * factor));
  const grown = k / view.k;
  return kept(
    { k, x: at[0] - (at[0] - view.x) * grown, y: at[1] - (at[1] - view.y) * grown },
    sheet,
  );
}

export function moved(view: View, dx: number, dy: number, sheet: Sheet): View {
  return kept({ k: view.k, x: view.x + dx, y: view.y + dy }, sheet);
}

/** No view leaves the fitted frame by more than a third of the sheet. */
function kept(view: View, sheet: Sheet): View {
  const within = (shift: number, size: number) => {
    const slack = size / 3;
    return Math.min(slack, Math.max(size - size * view.k - slack, shift));
  };
  return { k: view.k, x: within(view.x, sheet.width), y: within(view.y, sheet.height) };
}
