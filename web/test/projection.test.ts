import { geoArea } from "d3-geo";
import { describe, expect, it } from "vitest";
import { turned } from "../map/ground";
import { moved, sheetOf, WHOLE, zoomed } from "../map/projection";
import type { MapData, Place } from "../shared/run";

const FRAME: MapData["frame"] = [35, 20, 90, 58];
const sheet = sheetOf(FRAME, 1000, 300, WHOLE);

function at(place: Place): [number, number] {
  const point = sheet.projection(place);
  if (!point) {
    throw new Error("not on the globe");
  }
  return point;
}

/** Area on paper of a small quadrangle over its area on the sphere. */
function areaScale([lon, lat]: Place): number {
  const step = 1e-3;
  const [x, y] = at([lon, lat]);
  const [ex, ey] = at([lon + step, lat]);
  const [nx, ny] = at([lon, lat + step]);
  const paper = Math.abs((ex - x) * (ny - y) - (ey - y) * (nx - x));
  const side = (step * Math.PI) / 180;
  return paper / (side * side * Math.cos((lat * Math.PI) / 180));
}

describe("the sheet", () => {
  it("keeps areas", () => {
    const here = areaScale([62.5, 39]);
    for (const place of [
      [40, 25],
      [88, 55],
      [36, 57],
    ] as Place[]) {
      // prettier-ignore
      expect(areaScale(place) / here).toBeCloseTo(1, 4);
    }
  });

  it("holds the frame, north up", () => {
    for (const lon of [35, 50, 62.5, 90]) {
      for (const lat of [20, 39, 58]) {
        const [x, y] = at([lon, lat]);
        expect(x).toBeGreaterThanOrEqual(-1e-6);
        expect(x).toBeLessThanOrEqual(sheet.width + 1e-6);
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y).toBeLessThanOrEqual(sheet.height + 1e-6);
      }
    }
    expect(at([62, 50])[1]).toBeLessThan(at([62, 30])[1]);
  });

  it("is as high as asked for on a narrow page", () => {
    expect(sheetOf(FRAME, 200, 300, WHOLE).height).toBe(300);
  });
});

describe("a view", () => {
  it("keeps the point that is magnified where it is", () => {
    const view = zoomed(WHOLE, 3, [400, 350], sheet);
    const [x, y] = at([62.5, 39]);
    const point = sheetOf(FRAME, 1000, 300, view).projection([62.5, 39]);
    expect(point?.[0]).toBeCloseTo(400 + 3 * (x - 400), 6);
    expect(point?.[1]).toBeCloseTo(350 + 3 * (y - 350), 6);
  });

  it("does not lose the map, however far it is pushed", () => {
    const view = moved(WHOLE, 1e6, -1e6, sheet);
    expect(Math.abs(view.x)).toBeLessThan(sheet.width);
    expect(Math.abs(view.y)).toBeLessThan(sheet.height);
    expect(zoomed(WHOLE, 1e-3, [0, 0], sheet).k).toBe(1);
  });
});

describe("rings", () => {
  const ring: Place[] = [[60, 30], [60, 31], [61, 31], [61, 30], [60, 30]]; // prettier-ignore

  it("enclose the small side, whichever way they were drawn", () => {
    for (const drawn of [ring, [...ring].reverse()]) {
      const area = geoArea({ type: "Polygon", coordinates: turned([drawn]) });
      expect(area).toBeLessThan(1e-3);
    }
  });

  it("as holes take away", () => {
    const hole: Place[] = [[60.2, 30.2], [60.2, 30.8], [60.8, 30.8], [60.8, 30.2], [60.2, 30.2]]; // prettier-ignore
    const whole = geoArea({ type: "Polygon", coordinates: turned([ring]) });
    for (const drawn of [hole, [...hole].reverse()]) {
      const rest = geoArea({ type: "Polygon", coordinates: turned([ring, drawn]) });
      expect(rest).toBeLessThan(whole);
      expect(rest).toBeGreaterThan(0);
    }
  });
});
