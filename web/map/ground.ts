import { geoArea, geoPath } from "d3-geo";
import type { MultiLineString, MultiPolygon, Polygon } from "geojson";
import type { Ground, Place } from "../shared/run";
import { svg } from "../shared/svg";
import type { Sheet } from "./projection";

const HALF_A_SPHERE = 2 * Math.PI;

/** On a sphere a ring the wrong way round encloses all the rest of the world: such rings are turned. */
export function turned(rings: Place[][]): Place[][] {
  return rings.map((ring, i) => {
    const area = geoArea({ type: "Polygon", coordinates: [ring] } satisfies Polygon);
    const encloses = area > HALF_A_SPHERE;
    return encloses === i > 0 ? ring : [...ring].reverse();
  });
}

function areas(polygons: Place[][][]): MultiPolygon {
  return { type: "MultiPolygon", coordinates: polygons.map(turned) };
}

function lines(coordinates: Place[][]): MultiLineString {
  return { type: "MultiLineString", coordinates };
}

/** The base map as geometry that d3-geo draws; made once, drawn at every view. */
export function groundLayers(ground: Ground): [string, MultiPolygon | MultiLineString][] {
  return [
    ["land", areas(ground.land)],
    ["lake", areas(ground.lake)],
    ["river", lines(ground.river)],
    ["border", lines(ground.border)],
    ["disputed", lines(ground.disputed)],
  ];
}

export function drawGround(layers: ReturnType<typeof groundLayers>, sheet: Sheet): SVGElement {
  const path = geoPath(sheet.projection).digits(1);
  const group = svg("g", { class: "ground" });
  group.append(svg("rect", { class: "sea", width: sheet.width, height: sheet.height }));
  for (const [name, geometry] of layers) {
    const d = path(geometry);
    if (d) {
      group.append(svg("path", { class: name, d }));
    }
  }
  return group;
}
