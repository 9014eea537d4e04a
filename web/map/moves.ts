import { html } from "../shared/svg";
import { moved, WHOLE, zoomed, type Sheet, type View } from "./projection";

/** A map as its controls see it. */
export interface Steering {
  view(): View;
  sheet(): Sheet;
  see(view: View): void;
}

const STEP = 1.5; // of a button or key
const ARROW = 60; // pixels
const STILL = 4; // a pointer that moves less clicks [pixels]

function zoomMiddle(map: Steering, factor: number): void {
  const sheet = map.sheet();
  map.see(zoomed(map.view(), factor, [sheet.width / 2, sheet.height / 2], sheet));
}

function onKey(map: Steering, event: KeyboardEvent): void {
  const shift = (dx: number, dy: number) => map.see(moved(map.view(), dx, dy, map.sheet()));
  const keys: Record<string, () => void> = {
    "+": () => zoomMiddle(map, STEP),
    "=": () => zoomMiddle(map, STEP),
    "-": () => zoomMiddle(map, 1 / STEP),
    "0": () => map.see(WHOLE),
    ArrowLeft: () => shift(ARROW, 0),
    ArrowRight: () => shift(-ARROW, 0),
    ArrowUp: () => shift(0, ARROW),
    ArrowDown: () => shift(0, -ARROW),
  };
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
  if (act) {
    act();
    event.preventDefault();
  }
}

/** The wheel scrolls the page until the map is asked for: by Ctrl, or by having been clicked. */
function onWheel(map: Steering, frame: HTMLElement, event: WheelEvent): void {
  if (!event.ctrlKey && document.activeElement !== frame) {
    return;
  }
  const box = frame.getBoundingClientRect();
  const at: [number, number] = [event.clientX - box.left, event.clientY - box.top];
  map.see(zoomed(map.view(), Math.exp(-event.deltaY / 400), at, map.sheet()));
  event.preventDefault();
}

function listenToPointer(frame: HTMLElement, map: Steering): void {
  let from: { x: number; y: number; view: View } | undefined;
  let drags = false;
  frame.addEventListener("pointerdown", (event) => {
    const onMap = event.target instanceof SVGElement;
    from = onMap ? { x: event.clientX, y: event.clientY, view: map.view() } : undefined;
    drags = false;
  });
  frame.addEventListener("pointermove", (event) => {
    if (from && event.buttons === 1) {
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      drags ||= Math.hypot(dx, dy) >= STILL;
      if (drags) {
        map.see(moved(from.view, dx, dy, map.sheet()));
      }
    }
  });
  frame.addEventListener("dragstart", (event) => event.preventDefault()); // lines are links
  frame.addEventListener("click", (event) => drags && event.preventDefault());
  for (const end of ["pointerup", "pointerleave"] as const) {
    frame.addEventListener(end, () => (from = undefined));
  }
}

function button(sign: string, words: string, act: () => void): HTMLElement {
  const made = html("button", { type: "button", title: words, "aria-label": words }, sign);
  made.addEventListener("click", act);
  return made;
}

/** Listens for wheel, pointer and keys on `frame`; returns the buttons that do the same. */
export function listen(frame: HTMLElement, map: Steering): HTMLElement {
  frame.addEventListener("keydown", (event) => onKey(map, event));
  frame.addEventListener("wheel", (event) => onWheel(map, frame, event), { passive: false });
  listenToPointer(frame, map);
  return html(
    "div",
    { class: "controls" },
    button("+", "Magnify", () => zoomMiddle(map, STEP)),
    button("−", "Show more", () => zoomMiddle(map, 1 / STEP)),
    button("○", "Show all", () => map.see(WHOLE)),
  );
}
