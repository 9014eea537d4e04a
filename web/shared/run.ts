/** What the engine writes into the page: engine/report/src/page_data.cc is the other side. */

export type Place = [lon: number, lat: number];

export interface Change {
  baseline: number;
  scenario: number;
}

export function difference(change: Change): number {
  return change.scenario - change.baseline;
}

export type Mode = "rail" | "road" | "sea" | "ferry" | "inland_water" | "air" | "other";

export interface MapNode {
  name: string;
  at: Place;
  /** How much its name is wanted on the map; 0 = not at all. */
  worth: number;
}

export interface MapLink {
  id: string;
  name: string;
  mode: Mode;
  from: string;
  to: string;
  /** t/yr, both directions */
  tonnes: Change;
  /** Id of its trace in the page, where it may have one. */
  figure?: string;
  change?: "opens" | "shuts";
  /** Places between the ends; without them the shortest line. */
  lane?: Place[];
}

/** Polygons as lists of rings, lines as lists of places. */
export interface Ground {
  land: Place[][][];
  lake: Place[][][];
  river: Place[][];
  border: Place[][];
  disputed: Place[][];
}

export interface MapData {
  /** west, south, east, north [degrees] */
  frame: [number, number, number, number];
  ground: Ground;
  nodes: Record<string, MapNode>;
  links: MapLink[];
}

export interface StateData {
  id: string;
  name: string;
  /** US$/yr, scenario less baseline */
  surplus: number;
  /** US$/yr */
  revenue: Change;
}

export interface CorridorData {
  id: string;
  name: string;
  /** t/yr, mean flow */
  tonnes: Change;
}

export interface Leg {
  kind: "haul" | "border" | "transfer";
  /** Where it ends; for a border, the crossing */
  place: string;
  km: number;
  usd: number;
  hours: number;
}

export interface RouteData {
  /** Of the relation's tonnes, 0 where the route is not used */
  share: Change;
  legs: Leg[];
}

export interface RunData {
  title: string;
  map: MapData;
  states: StateData[];
  corridors: CorridorData[];
  routes: RouteData[];
}
