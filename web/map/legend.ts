import { html, svg } from "../shared/svg";
import { megatonnesChange } from "../shared/words";
import { lineWidth } from "./links";

const LENGTH = 34; // of a sample [pixels]

function sample(attributes: Record<string, string | number>, words: string): HTMLElement {
  const line = svg("path", { d: `M1 7H${LENGTH - 1}`, ...attributes });
  const size = { width: LENGTH, height: 14, "aria-hidden": "true" };
  return html("li", {}, svg("svg", size, line), words);
}

function differences(largest: number, most: number): HTMLElement[] {
  return [-1, -0.25, 0.25, 1].map((share) => {
    const tonnes = share * largest;
    const width = lineWidth(tonnes, largest, most);
    const name = share < 0 ? "loss" : "gain";
    return sample({ class: name, "stroke-width": width }, `${megatonnesChange(tonnes)} Mt`);
  });
}

/** What widths, colours and dashes mean. */
export function legend(largest: number, most: number): HTMLElement {
  return html(
    "ul",
    { class: "legend" },
    ...(largest > 0 ? differences(largest, most) : []),
    sample({ class: "opens" }, "opens"),
    sample({ class: "shuts" }, "shuts"),
    sample({ class: "rail" }, "rail"),
    sample({ class: "road" }, "road"),
    sample({ class: "sea" }, "water"),
    sample({ class: "disputed" }, "disputed line"),
  );
}
