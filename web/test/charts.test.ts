import { describe, expect, it } from "vitest";
import { winnersAndLosers } from "../charts/balance";
import { dodged } from "../charts/dodge";
import { movedMost } from "../charts/slope";
import { endOf, stepsOf } from "../charts/steps";
import type { Leg } from "../shared/run";
import { fixed, millionsChange, signed, wrapped } from "../shared/words";

const LEGS: Leg[] = [
  { kind: "haul", place: "B", km: 100, usd: 4, hours: 5 },
  { kind: "border", place: "B - C", km: 0, usd: 6, hours: 20 },
  { kind: "transfer", place: "C", km: 0, usd: 0, hours: 0 },
  { kind: "haul", place: "D", km: 50, usd: 2, hours: 2 },
];

describe("a time/cost-distance line", () => {
  it("rises along the way and stands upright at a border", () => {
    const points = stepsOf(LEGS, "usd").map(({ km, value }) => [km, value]);
    expect(points).toEqual([[0, 0], [100, 4], [100, 4], [100, 10], [100, 10], [150, 12]]); // prettier-ignore
  });

  it("tells where it stops and for how much; a transfer for nothing is no stop", () => {
    const stops = stepsOf(LEGS, "hours").flatMap((step) => step.stop ?? []);
    expect(stops).toEqual([{ kind: "border", place: "B - C", rise: 20 }]);
  });

  it("ends at the sums of its legs and never falls", () => {
    expect(endOf(LEGS, "hours")).toEqual({ km: 150, value: 27 });
    const values = stepsOf(LEGS, "hours").map(({ value }) => value);
    expect([...values].sort((a, b) => a - b)).toEqual(values);
  });
});

describe("dodging", () => {
  it("keeps order, gap and bounds", () => {
    const placed = dodged([0, 1, 2, 90, 99, 100], 12, 0, 100);
    for (let i = 1; i < placed.length; ++i) {
      expect((placed[i] ?? 0) - (placed[i - 1] ?? 0)).toBeGreaterThanOrEqual(12 - 1e-9);
    }
    expect(placed[0]).toBeGreaterThanOrEqual(0);
    expect(placed.at(-1)).toBeLessThanOrEqual(100);
  });

  it("moves nothing that has room", () => {
    expect(dodged([10, 50, 90], 12, 0, 100)).toEqual([10, 50, 90]);
  });
});

describe("winners and losers", () => {
  it("are both kept, gains first, whatever prints as nothing left out", () => {
    const entry = (name: string, value: number) => ({ name, value, figure: name });
    const shown = winnersAndLosers([
      entry("a", -2e6),
      entry("b", 3e6),
      entry("c", 1e4),
      entry("d", 5e6),
    ]);
    expect(shown.map(({ name }) => name)).toEqual(["d", "b", "a"]);
  });

  it("share the room, whoever is larger", () => {
    const entry = (value: number) => ({ name: "", value: value * 1e6, figure: "" });
    const few = [1, 2].map(entry);
    const many = Array.from({ length: 30 }, (_, i) => entry(-10 - i));
    const shown = winnersAndLosers([...many, ...few]).map(({ value }) => value / 1e6);
    expect(shown.slice(0, 2)).toEqual([2, 1]);
    expect(shown).toHaveLength(14);
    expect(shown.at(-1)).toBe(-39);
  });

  it("among the corridors, too", () => {
    const corridor = (id: string, baseline: number, scenario: number) => ({ id, name: id, tonnes: { baseline, scenario } }); // prettier-ignore
    const moved = movedMost([
      corridor("a", 1e6, 2e6),
      corridor("b", 9e6, 8e6),
      corridor("c", 1e6, 1e6),
    ]);
    expect(moved.map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

describe("words", () => {
  it("know no negative zero and sign what is not nothing", () => {
    expect(fixed(-0.001, 2)).toBe("0.00");
    expect(signed(0.001, 2)).toBe("0.00");
    expect(millionsChange(-2.34e6)).toBe("−2.3");
    expect(millionsChange(2.34e6)).toBe("+2.3");
  });

  it("are wrapped at blanks and hyphens, none lost", () => {
    const name = "Turkmenistan-Afghanistan-Tajikistan railway";
    const lines = wrapped(name, 26);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(26);
    expect(lines.join(" ").replace("- ", "-")).toBe(name);
  });
});
