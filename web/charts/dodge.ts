/** Heights near the wanted ones, in the same order, at least `gap` apart and within `top` and
 * `bottom` where all fit. `wanted` rises. */
export function dodged(wanted: number[], gap: number, top: number, bottom: number): number[] {
  const placed: number[] = [];
  for (const y of wanted) {
    placed.push(Math.max(y, (placed.at(-1) ?? top - gap) + gap));
  }
  let floor = Math.max(bottom, top + gap * (wanted.length - 1));
  for (let i = placed.length - 1; i >= 0; --i) {
    placed[i] = Math.min(placed[i] ?? 0, floor);
    floor = (placed[i] ?? 0) - gap;
  }
  return placed;
}
