import { scaleLinear } from "d3-scale";
import { boxOf, placeLabels, type Wish } from "../map/labels";
import type { RouteData } from "../shared/run";
import { drawing, html, svg, text } from "../shared/svg";
import { dodged } from "./dodge";
import { endOf, stepsOf, type Measure } from "./steps";

const LEFT = 46;
const RIGHT = 22;
const TOP = 12;
const BOTTOM = 34;
const NAMES = 14;

interface Axes {
  x: (km: number) => number;
  y: (value: number) => number;
  width: number;
  height: number;
}

function axesOf(routes: RouteData[], measure: Measure, width: number): [Axes, SVGElement] {
  const height = Math.max(240, Math.min(340, width * 0.62));
  const ends = routes.map((route) => endOf(route.legs, measure));
  const x = scaleLinear()
    .domain([0, Math.max(...ends.map(({ km }) => km))])
    .range([LEFT, width - RIGHT]);
  const y = scaleLinear()
    .domain([0, Math.max(...ends.map(({ value }) => value))])
    .nice(5)
    .range([height - BOTTOM, TOP]);
  const group = svg("g", { class: "axes" });
  for (const tick of y.ticks(5)) {
    const at = y(tick);
    group.append(
      svg("path", { class: "grid", d: `M${LEFT} ${at.toFixed(1)}H${width - RIGHT}` }),
      text(LEFT - 6, at + 4, tick.toLocaleString("en"), { "text-anchor": "end", class: "dim" }),
    );
  }
  for (const tick of x.ticks(width < 420 ? 3 : 5)) {
    const words = `${tick.toLocaleString("en")}${tick === 0 ? " km" : ""}`;
    group.append(
      text(x(tick), height - BOTTOM + 16, words, { "text-anchor": "middle", class: "dim" }),
    );
  }
  return [{ x, y, width, height }, group];
}

function lineOf(route: RouteData, measure: Measure, axes: Axes): string {
  return stepsOf(route.legs, measure)
    .map(
      ({ km, value }, i) => `${i ? "L" : "M"}${axes.x(km).toFixed(1)} ${axes.y(value).toFixed(1)}`,
    )
    .join("");
}

/** Names of the borders, the highest steps first, once each. */
function borderNames(routes: RouteData[], measure: Measure, axes: Axes): SVGElement[] {
  const stops = routes
    .flatMap((route) => stepsOf(route.legs, measure))
    .flatMap(({ km, value, stop }) => (stop?.kind === "border" ? [{ km, value, ...stop }] : []))
    .sort((a, b) => b.rise - a.rise);
  const seen = new Set<string>();
  const wishes: Wish[] = [];
  for (const { km, value, place, rise } of stops) {
    if (!seen.has(place)) {
      seen.add(place);
      wishes.push({ x: axes.x(km), y: axes.y(value + rise / 2), name: place });
    }
  }
  return placeLabels(wishes, axes.width, axes.height - BOTTOM, NAMES)
    .filter((label) => boxOf(label).left > LEFT)
    .map((label) => text(label.textX, label.textY, label.name, { "text-anchor": label.anchor, class: "halo" })); // prettier-ignore
}

function stopMarks(route: RouteData, measure: Measure, axes: Axes): SVGElement[] {
  return stepsOf(route.legs, measure).flatMap(({ km, value, stop }) => {
    if (!stop) {
      return [];
    }
    const mark = svg("path", {
      class: `stop ${stop.kind}`,
      d: `M${axes.x(km).toFixed(1)} ${axes.y(value).toFixed(1)}V${axes.y(value + stop.rise).toFixed(1)}`,
    });
    const unit = measure === "usd" ? "US$/t" : "h";
    mark.append(svg("title", {}, `${stop.place}: ${stop.rise.toFixed(1)} ${unit}`));
    return [mark];
  });
}

function panel(routes: RouteData[], measure: Measure, width: number, title: string): HTMLElement {
  const [axes, group] = axesOf(routes, measure, width);
  const picture = drawing(width, axes.height, title);
  picture.append(group);
  const order = routes
    .map((route, i) => ({ number: i + 1, end: endOf(route.legs, measure) }))
    .sort((a, b) => b.end.value - a.end.value);
  const heights = dodged(order.map(({ end }) => axes.y(end.value)), 12, TOP, axes.height - BOTTOM); // prettier-ignore
  routes.forEach((route, i) => {
    const dashed = route.share.scenario > 0 ? "" : " unused";
    picture.append(
      svg("g", { class: `route r${i + 1}${dashed}` }, svg("path", { d: lineOf(route, measure, axes) }), ...stopMarks(route, measure, axes)), // prettier-ignore
    );
  });
  picture.append(...borderNames(routes, measure, axes));
  order.forEach(({ number, end }, i) => {
    picture.append(text(axes.x(end.km) + 5, (heights[i] ?? 0) + 4, String(number), { class: `strong r${number}` })); // prettier-ignore
  });
  return html("div", { class: "panel" }, html("h3", {}, title), picture);
}

/** Cost and time of the rival routes over distance. */
export function showProfiles(place: HTMLElement, routes: RouteData[]): void {
  if (routes.length === 0) {
    return;
  }
  const room = place.clientWidth || 960;
  const width = room >= 720 ? (room - 32) / 2 : room;
  place.replaceChildren(
    panel(routes, "usd", width, "Generalised cost, US$ a tonne"),
    panel(routes, "hours", width, "Time, hours"),
  );
}
