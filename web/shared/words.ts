/** Numbers as the tables of the report print them. */

const MINUS = "\u2212";

export function fixed(x: number, decimals: number): string {
  const text = Math.abs(x).toFixed(decimals);
  return x < 0 && Number(text) !== 0 ? MINUS + text : text;
}

export function signed(x: number, decimals: number): string {
  const text = fixed(x, decimals);
  return x > 0 && Number(text) !== 0 ? `+${text}` : text;
}

export function megatonnes(tonnes: number): string {
  return fixed(tonnes / 1e6, 2);
}

export function megatonnesChange(tonnes: number): string {
  return signed(tonnes / 1e6, 2);
}

export function millionsChange(usd: number): string {
  return signed(usd / 1e6, 1);
}

/** Lines of at most `columns` characters, broken at blanks and after hyphens. */
export function wrapped(words: string, columns: number): string[] {
  const lines: string[] = [];
  for (const piece of words.split(/(?<=[\s\-–])/)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + piece).trimEnd().length <= columns) {
      lines[lines.length - 1] = last + piece;
    } else {
      lines.push(piece);
    }
  }
  return lines.map((line) => line.trim());
}
