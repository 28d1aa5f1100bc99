// A stroke as it is stored: letters alone, so that no drawing can be taken for somebody's personal number.

/** A point on the drawing, thousandths of its width from the left and from above; pressure from 0 to 1. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEF';
const BASE = LETTERS.length;
const PER_POINT = 5;
/** Points in one entry; a longer stroke goes on in the next. */
export const POINTS_MAX = 1200;
/** A point nearer than this to the last one says nothing new. */
const NEAR = 3;

const letter = (value: number): string => LETTERS[Math.min(BASE - 1, Math.max(0, value))]!;
const two = (value: number): string => {
  const whole = Math.min(BASE * BASE - 1, Math.max(0, Math.round(value)));
  return letter(Math.floor(whole / BASE)) + letter(whole % BASE);
};

/** A stroke in letters. */
export const writeStroke = (points: readonly StrokePoint[]): string =>
  points.map(({ x, y, pressure }) => two(x) + two(y) + letter(Math.round(pressure * (BASE - 1)))).join('');

/** A stroke from letters; what cannot be read is left out. */
export function readStroke(text: string): StrokePoint[] {
  const points: StrokePoint[] = [];
  for (let at = 0; at + PER_POINT <= text.length; at += PER_POINT) {
    const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((offset) => LETTERS.indexOf(text[at + offset]!)) as [
      number,
      number,
      number,
      number,
      number
    ];
    if (Math.min(a, b, c, d, e) < 0) continue;
    points.push({ x: a * BASE + b, y: c * BASE + d, pressure: e / (BASE - 1) });
  }
  return points;
}

/** Without the points that say nothing new. */
export function thinned(points: readonly StrokePoint[]): StrokePoint[] {
  const kept: StrokePoint[] = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = index === points.length - 1;
    if (last === undefined || isEnd || Math.hypot(point.x - last.x, point.y - last.y) >= NEAR) kept.push(point);
  }
  return kept;
}

/** Pieces that each fit in an entry; a piece begins where the one before ended. */
export function pieces(points: readonly StrokePoint[]): StrokePoint[][] {
  const found: StrokePoint[][] = [];
  for (let from = 0; from === 0 || from < points.length - 1; from += POINTS_MAX - 1)
    found.push(points.slice(from, from + POINTS_MAX));
  return found;
}

/** An outline as a path to be filled. @param outline as perfect-freehand gives it */
export function outlinePath(outline: readonly (readonly number[])[]): string {
  if (outline.length === 0) return '';
  const middle = (one: readonly number[], other: readonly number[]): string =>
    `${((one[0]! + other[0]!) / 2).toFixed(1)} ${((one[1]! + other[1]!) / 2).toFixed(1)}`;
  const parts = outline.map((point, index) => {
    const next = outline[(index + 1) % outline.length]!;
    return `${point[0]!.toFixed(1)} ${point[1]!.toFixed(1)} ${middle(point, next)}`;
  });
  return `M${outline[0]![0]!.toFixed(1)} ${outline[0]![1]!.toFixed(1)}Q${parts.join(' ')}Z`;
}
