/** Elements of the page and of its drawings, made in one call each. */

type Attributes = Record<string, string | number>;
type Child = Node | string;

const SVG = "http://www.w3.org/2000/svg";

function filled<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, typeof value === "number" ? String(rounded(value)) : value);
  }
  element.append(...children);
  return element;
}

/** A hundredth of a pixel is enough, and keeps drawings small. */
function rounded(x: number): number {
  return Math.round(x * 100) / 100;
}

export function svg(name: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return filled(document.createElementNS(SVG, name) as SVGElement, attributes, children);
}

export function html(name: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  return filled(document.createElement(name), attributes, children);
}

/** A drawing `width` by `height` pixels that shrinks with its column and says what it shows. */
export function drawing(width: number, height: number, label: string): SVGElement {
  return svg("svg", {
    class: "drawing",
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    width: rounded(width),
    height: rounded(height),
    role: "img",
    "aria-label": label,
  });
}

export function text(x: number, y: number, words: string, attributes: Attributes = {}): SVGElement {
  return svg("text", { x, y, ...attributes }, words);
}

/** `drawn` as a link to the rows behind a figure, where the page has them. */
export function traced(id: string, drawn: SVGElement): SVGElement {
  return document.getElementById(id) ? svg("a", { class: "figure", href: `#${id}` }, drawn) : drawn;
}
