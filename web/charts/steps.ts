import type { Leg } from "../shared/run";

export type Measure = "usd" | "hours";

/** A point of a time/cost-distance line. */
export interface Step {
  km: number;
  value: number;
  /** Set at the foot of a vertical step: the border or transfer, and how high it is. */
  stop?: { kind: "border" | "transfer"; place: string; rise: number };
}

/** The line of a route: along the way cost or time grows with distance, at stops by itself. */
export function stepsOf(legs: Leg[], measure: Measure): Step[] {
  const steps: Step[] = [{ km: 0, value: 0 }];
  let km = 0;
  let value = 0;
  for (const leg of legs) {
    const before = steps.at(-1);
    if (leg.kind !== "haul" && before && leg[measure] > 0) {
      steps.push({ km, value, stop: { kind: leg.kind, place: leg.place, rise: leg[measure] } });
    }
    km += leg.km;
    value += leg[measure];
    steps.push({ km, value });
  }
  return steps;
}

/** What a route comes to. */
export function endOf(legs: Leg[], measure: Measure): Step {
  return stepsOf(legs, measure).at(-1) ?? { km: 0, value: 0 };
}
