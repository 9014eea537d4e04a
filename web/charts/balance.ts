import { scaleLinear } from "d3-scale";
import { difference, type StateData } from "../shared/run";
import { drawing, html, svg, text, traced } from "../shared/svg";
import { millionsChange } from "../shared/words";

/** A bar of the balance. */
export interface Entry {
  name: string;
  value: number;
  figure: string;
}

const ROW = 20; // pixels
const NAME = 122;
const NUMBER = 52;
const MOST = 14;
const LEAST_SHOWN = 0.05e6; // US$/yr: what would print as 0.0 is left out

/** The largest gains, largest first, then the largest losses, largest last. */
export function winnersAndLosers(entries: Entry[]): Entry[] {
  const shown = entries
    .filter(({ value }) => Math.abs(value) >= LEAST_SHOWN)
    .sort((a, b) => b.value - a.value);
  const gains = shown.filter(({ value }) => value > 0);
  const losses = shown.filter(({ value }) => value < 0);
  const gainRoom = Math.max(MOST / 2, MOST - losses.length);
  const lossRoom = Math.max(MOST / 2, MOST - gains.length);
  return [...gains.slice(0, gainRoom), ...losses.slice(-lossRoom)];
}

function bars(entries: Entry[], width: number, label: string): SVGElement {
  const least = Math.min(0, ...entries.map(({ value }) => value));
  const most = Math.max(0, ...entries.map(({ value }) => value));
  const left = NAME + (least < 0 ? NUMBER : 4);
  const right = width - (most > 0 ? NUMBER : 4);
  const x = scaleLinear().domain([least, most]).range([left, right]);
  const picture = drawing(width, ROW * entries.length + 4, label);
  entries.forEach(({ name, value, figure }, i) => {
    const y = ROW * i + 2;
    const end = x(value);
    const start = x(0);
    const side = value < 0 ? "end" : "start";
    const number = text(end + (value < 0 ? -4 : 4), y + 13, millionsChange(value), {
      "text-anchor": side,
    });
    picture.append(
      text(0, y + 13, name),
      svg("rect", {
        class: value < 0 ? "loss" : "gain",
        x: Math.min(start, end),
        y: y + 3,
        width: Math.abs(end - start),
        height: ROW - 7,
      }),
      traced(figure, number),
    );
  });
  picture.append(
    svg("path", { class: "axis", d: `M${x(0).toFixed(1)} 0V${ROW * entries.length + 4}` }),
  );
  return picture;
}

function panel(title: string, entries: Entry[], width: number): HTMLElement {
  const shown = winnersAndLosers(entries);
  const body = shown.length
    ? bars(shown, width, title)
    : html("p", { class: "none" }, "Nobody gains or loses as much as 0.1 M US$ a year.");
  return html("div", { class: "panel" }, html("h3", {}, title), body);
}

/** Who gains and who loses: traders and treasuries, state by state. */
export function showBalance(place: HTMLElement, states: StateData[]): void {
  const room = place.clientWidth || 960;
  const width = room >= 640 ? (room - 32) / 2 : room;
  place.replaceChildren(
    panel(
      "Traders’ surplus, change in M US$ a year",
      states.map((s) => ({ name: s.name, value: s.surplus, figure: `states.${s.id}.surplus` })),
      width,
    ),
    panel(
      "Transit revenue net of cost, change in M US$ a year",
      states.map((s) => ({
        name: s.name,
        value: difference(s.revenue),
        figure: `states.${s.id}.transit_revenue`,
      })),
      width,
    ),
  );
}
