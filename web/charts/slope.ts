import { scaleSqrt } from "d3-scale";
import { difference, type CorridorData } from "../shared/run";
import { drawing, html, svg, text, traced } from "../shared/svg";
import { megatonnes, megatonnesChange, wrapped } from "../shared/words";
import { dodged } from "./dodge";

const MOST = 10;
const LINE = 13; // of text [pixels]
const TOP = 26;

/** The corridors that move most, as far as two decimals of Mt can tell, the fullest first. */
export function movedMost(corridors: CorridorData[]): CorridorData[] {
  const size = (c: CorridorData) => Math.abs(difference(c.tonnes));
  return corridors
    .filter((c) => size(c) >= 5000)
    .sort((a, b) => size(b) - size(a))
    .slice(0, MOST)
    .sort((a, b) => b.tonnes.scenario - a.tonnes.scenario);
}

function caption(x: number, y: number, corridor: CorridorData, columns: number): SVGElement {
  const { scenario } = corridor.tonnes;
  const change = difference(corridor.tonnes);
  const figure = `corridors.${corridor.id}.tonnes`;
  const lines = wrapped(corridor.name, columns);
  const words = svg("text", { x, y: y - ((lines.length - 1) * LINE) / 2 + 4 });
  const number = svg("tspan", { class: "strong" }, megatonnes(scenario));
  const moved = svg("tspan", {}, megatonnesChange(change));
  words.append(traced(figure, number), " (", traced(figure, moved), `) ${lines[0] ?? ""}`);
  for (const line of lines.slice(1)) {
    words.append(svg("tspan", { x, dy: LINE }, line));
  }
  return words;
}

/** Flow without and with the changes, a line a corridor; heights grow as the square root. */
function slopes(corridors: CorridorData[], width: number): SVGElement {
  const columns = width < 500 ? 20 : 44;
  const row = width < 500 ? 3 * LINE + 6 : LINE + 9;
  const left = 44;
  const right = width < 500 ? left + 90 : Math.min(width - 380, left + 420);
  const height = Math.max(row * corridors.length, 150);
  const most = Math.max(...corridors.flatMap((c) => [c.tonnes.baseline, c.tonnes.scenario]));
  const y = scaleSqrt()
    .domain([0, most])
    .range([TOP + height, TOP + row / 2]);
  const picture = drawing(
    width,
    TOP + height + row / 2 + 4,
    "Flow of the corridors that move most",
  );
  picture.append(
    text(left, 12, "without", { "text-anchor": "middle", class: "dim" }),
    text(right, 12, "with the changes", { "text-anchor": "middle", class: "dim" }),
    svg("path", {
      class: "axis",
      d: `M${left} ${TOP - 8}V${TOP + height}M${right} ${TOP - 8}V${TOP + height}`,
    }),
  );
  const ends = dodged(corridors.map((c) => y(c.tonnes.scenario)), row, TOP + row / 2, TOP + height); // prettier-ignore
  const byStart = [...corridors].sort((a, b) => b.tonnes.baseline - a.tonnes.baseline);
  const starts = dodged(byStart.map((c) => y(c.tonnes.baseline)), LINE, TOP, TOP + height); // prettier-ignore
  corridors.forEach((corridor, i) => {
    const { baseline, scenario } = corridor.tonnes;
    const start = starts[byStart.indexOf(corridor)] ?? 0;
    const end = ends[i] ?? 0;
    const kind = scenario < baseline ? "loss" : "gain";
    const d = `M${left} ${y(baseline).toFixed(1)}L${right} ${y(scenario).toFixed(1)}`;
    picture.append(
      svg("path", { class: `slope ${kind}`, d }),
      svg("circle", { class: kind, cx: left, cy: y(baseline), r: 2.5 }),
      svg("circle", { class: kind, cx: right, cy: y(scenario), r: 2.5 }),
      svg("path", {
        class: "leader",
        d: `M${right + 4} ${y(scenario).toFixed(1)}L${right + 16} ${end.toFixed(1)}`,
      }),
      traced(
        `corridors.${corridor.id}.tonnes`,
        text(left - 6, start + 4, megatonnes(baseline), { "text-anchor": "end" }),
      ),
      caption(right + 20, end, corridor, columns),
    );
  });
  return picture;
}

export function showSlopes(place: HTMLElement, corridors: CorridorData[]): void {
  const moved = movedMost(corridors);
  place.replaceChildren(
    moved.length
      ? slopes(moved, place.clientWidth || 960)
      : html("p", { class: "none" }, "No corridor’s flow moves by as much as 0.01 Mt a year."),
  );
}
