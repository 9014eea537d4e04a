import { geoPath } from "d3-geo";
import type { LineString } from "geojson";
import { difference, type MapData, type MapLink, type Place } from "../shared/run";
import { svg, traced } from "../shared/svg";
import { megatonnes, megatonnesChange } from "../shared/words";
import type { Sheet } from "./projection";

/** Differences below this share of the largest are not drawn. */
export const SMALLEST = 0.005;

const THINNEST = 0.8; // line of the smallest difference that is drawn [pixels]
const APART = 4; // between lines that join the same two nodes [pixels]
const REACH = 9; // how near the pointer must come [pixels]

export function largestDifference(links: MapLink[]): number {
  return links.reduce((most, link) => Math.max(most, Math.abs(difference(link.tonnes))), 0);
}

/** Width of the widest line on a sheet. */
export function widest(sheetWidth: number): number {
  return Math.min(12, Math.max(6, sheetWidth / 75));
}

/** Width of a line, in proportion to the difference [pixels]. */
export function lineWidth(tonnes: number, largest: number, most: number): number {
  return Math.max(THINNEST, largest > 0 ? (most * Math.abs(tonnes)) / largest : 0);
}

/** For each link, how many others before it join the same two nodes. */
export function ranksBeside(links: MapLink[]): number[] {
  const seen = new Map<string, number>();
  return links.map((link) => {
    const ends = [link.from, link.to].sort().join(" ");
    const rank = seen.get(ends) ?? 0;
    seen.set(ends, rank + 1);
    return rank;
  });
}

/** A link and how it lies on the sheet. */
export interface DrawnLink {
  link: MapLink;
  d: string;
  /** Sidestep from a line between the same nodes. */
  transform: string;
}

function geometry(link: MapLink, nodes: MapData["nodes"]): LineString | undefined {
  const from = nodes[link.from];
  const to = nodes[link.to];
  return from && to && { type: "LineString", coordinates: [from.at, ...(link.lane ?? []), to.at] };
}

function sidestep(sheet: Sheet, ends: [Place, Place], rank: number): string {
  const a = sheet.projection(ends[0]);
  const b = sheet.projection(ends[1]);
  const length = a && b ? Math.hypot(b[0] - a[0], b[1] - a[1]) : 0;
  if (!a || !b || rank === 0 || length === 0) {
    return "";
  }
  const step = (APART * rank) / length;
  return `translate(${(-step * (b[1] - a[1])).toFixed(1)},${(step * (b[0] - a[0])).toFixed(1)})`;
}

/** The links of which something is on the sheet. */
export function drawnLinks(map: MapData, sheet: Sheet): DrawnLink[] {
  const path = geoPath(sheet.projection).digits(1);
  const ranks = ranksBeside(map.links);
  return map.links.flatMap((link, i) => {
    const line = geometry(link, map.nodes);
    const d = line && path(line);
    if (!d) {
      return [];
    }
    const ends: [Place, Place] = [line.coordinates[0] as Place, line.coordinates.at(-1) as Place];
    return [{ link, d, transform: sidestep(sheet, ends, ranks[i] ?? 0) }];
  });
}

function line(drawn: DrawnLink, attributes: Record<string, string | number>): SVGElement {
  const place = drawn.transform ? { transform: drawn.transform } : {};
  return svg("path", { d: drawn.d, ...place, ...attributes });
}

/** A link in words: its name, both flows, the difference. */
export function linkWords(link: MapLink): string {
  const { baseline, scenario } = link.tonnes;
  const what = link.change ? `, ${link.change}` : "";
  return (
    `${link.name}${what}: ${megatonnes(baseline)} → ${megatonnes(scenario)} Mt a year` +
    ` (${megatonnesChange(difference(link.tonnes))})`
  );
}

function networkLines(links: DrawnLink[]): SVGElement {
  const group = svg("g", { class: "network" });
  for (const drawn of links.filter(({ link }) => link.mode !== "air")) {
    group.append(line(drawn, { class: drawn.link.mode }));
  }
  return group;
}

function differenceLines(links: DrawnLink[], largest: number, most: number): SVGElement {
  const size = ({ link }: DrawnLink) => Math.abs(difference(link.tonnes));
  const moved = links.filter((l) => size(l) > SMALLEST * largest).sort((a, b) => size(b) - size(a));
  const group = svg("g", { class: "differences" });
  for (const drawn of moved) {
    const tonnes = difference(drawn.link.tonnes);
    const width = lineWidth(tonnes, largest, most);
    group.append(line(drawn, { class: tonnes < 0 ? "loss" : "gain", "stroke-width": width }));
  }
  return group;
}

function changedLines(links: DrawnLink[]): SVGElement {
  const group = svg("g", { class: "changed" });
  for (const drawn of links) {
    if (drawn.link.change) {
      group.append(line(drawn, { class: drawn.link.change }));
    }
  }
  return group;
}

/** A line that nobody sees and every pointer finds: it says its numbers, and leads to the rows behind
 * them. Keys take the list below the map instead. */
function reachLine(drawn: DrawnLink): SVGElement {
  const reach = line(drawn, { "stroke-width": REACH });
  const shown = drawn.link.figure ? traced(drawn.link.figure, reach) : reach;
  const leads = shown !== reach;
  if (leads) {
    shown.setAttribute("tabindex", "-1");
  }
  reach.append(svg("title", {}, linkWords(drawn.link) + (leads ? "; click for its rows" : "")));
  return shown;
}

function reachLines(links: DrawnLink[]): SVGElement {
  return svg("g", { class: "reach" }, ...links.map(reachLine));
}

/** Thin lines of the network; wide ones of the differences, the largest below; what opens or shuts. */
export function drawLinks(map: MapData, sheet: Sheet): SVGElement {
  const links = drawnLinks(map, sheet);
  const largest = largestDifference(map.links);
  return svg(
    "g",
    {},
    networkLines(links),
    differenceLines(links, largest, widest(sheet.width)),
    changedLines(links),
    reachLines(links),
  );
}
