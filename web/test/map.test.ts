import { describe, expect, it } from "vitest";
import { boxOf, placeLabels } from "../map/labels";
import { largestDifference, lineWidth, linkWords, ranksBeside, widest } from "../map/links";
import type { MapLink } from "../shared/run";

function link(from: string, to: string, baseline: number, scenario: number): MapLink {
  const id = `${from}-${to}`;
  return { id, name: id, mode: "rail", from, to, tonnes: { baseline, scenario } };
}

describe("names", () => {
  it("stand right of their place when there is room, left at the edge", () => {
    expect(placeLabels([{ x: 50, y: 50, name: "Merv" }], 300, 100, 9)[0]?.anchor).toBe("start");
    expect(placeLabels([{ x: 295, y: 50, name: "Merv" }], 300, 100, 9)[0]?.anchor).toBe("end");
  });

  it("never cover each other or leave the sheet; the less wanted of a crowd are left out", () => {
    const wishes = Array.from({ length: 60 }, (_, i) => ({
      x: 100 + i,
      y: 50 + (i % 7),
      name: `Town ${i}`,
    }));
    const labels = placeLabels(wishes, 300, 100, 99);
    expect(labels[0]?.name).toBe("Town 0");
    expect(labels.length).toBeGreaterThan(2);
    expect(labels.length).toBeLessThan(60);
    const boxes = labels.map(boxOf);
    boxes.forEach((a, i) => {
      expect(a.left >= 0 && a.right <= 300 && a.top >= 0 && a.bottom <= 100).toBe(true);
      for (const b of boxes.slice(i + 1)) {
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(
          false,
        );
      }
    });
  });

  it("are no more than asked for", () => {
    const wishes = [10, 40, 70].map((y) => ({ x: 10, y, name: "Herat" }));
    expect(placeLabels(wishes, 300, 100, 2)).toHaveLength(2);
  });
});

describe("lines", () => {
  it("are as wide as the difference is large, and never invisible", () => {
    const most = widest(1000);
    expect(lineWidth(4, 4, most)).toBe(most);
    expect(lineWidth(-2, 4, most)).toBeCloseTo(most / 2);
    expect(lineWidth(1e-9, 4, most)).toBeGreaterThan(0.5);
    expect(lineWidth(0, 0, most)).toBeGreaterThan(0);
  });

  it("between the same nodes are told apart, whichever way they run", () => {
    expect(ranksBeside([link("a", "b", 0, 0), link("b", "a", 0, 0), link("b", "c", 0, 0)])).toEqual(
      [0, 1, 0],
    );
  });

  it("know the largest difference, gain or loss", () => {
    expect(largestDifference([link("a", "b", 1, 3), link("b", "c", 9, 2)])).toBe(7);
  });

  it("say their numbers", () => {
    expect(linkWords({ ...link("a", "b", 3.1e6, 2.95e6), change: "shuts" })).toBe(
      "a-b, shuts: 3.10 → 2.95 Mt a year (−0.15)",
    );
  });
});
