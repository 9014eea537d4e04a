/** Names beside their places, none over another. */

export interface Wish {
  x: number;
  y: number;
  name: string;
}

export interface Label extends Wish {
  /** Start, middle or end of the base line */
  textX: number;
  textY: number;
  anchor: "start" | "middle" | "end";
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const SIZE = 11; // of the letters [pixels]
const LETTER = 0.6 * SIZE; // mean width
const GAP = 5; // between a place and its name

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function inside(box: Box, width: number, height: number): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}

function candidates(wish: Wish): Label[] {
  const low = wish.y + 0.35 * SIZE;
  return [
    { ...wish, textX: wish.x + GAP, textY: low, anchor: "start" },
    { ...wish, textX: wish.x - GAP, textY: low, anchor: "end" },
    { ...wish, textX: wish.x, textY: wish.y - GAP, anchor: "middle" },
    { ...wish, textX: wish.x, textY: wish.y + GAP + 0.8 * SIZE, anchor: "middle" },
  ];
}

export function boxOf(label: Label): Box {
  const width = LETTER * label.name.length;
  const before = { start: 0, middle: width / 2, end: width }[label.anchor];
  const left = label.textX - before;
  return { left, right: left + width, top: label.textY - SIZE, bottom: label.textY + 0.3 * SIZE };
}

/** Places one name after the other, the more important first, to the right of its place, to the
 * left, above or below; names that would cover another or leave the sheet are left out. */
export function placeLabels(wishes: Wish[], width: number, height: number, most: number): Label[] {
  const labels: Label[] = [];
  const taken: Box[] = [];
  for (const wish of wishes) {
    const free = candidates(wish).find((label) => {
      const box = boxOf(label);
      return inside(box, width, height) && !taken.some((other) => overlap(box, other));
    });
    if (free && labels.length < most) {
      labels.push(free);
      taken.push(boxOf(free));
    }
  }
  return labels;
}
