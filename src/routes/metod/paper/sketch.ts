import type { Drawing, Shape } from './scene.ts';
import { INK } from './scene.ts';

// A drawing's strokes are entries of their own, each point five letters: two for each way and one for how hard it was
// pressed, thousandths of the paper's width.
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEF';
const PER_POINT = 5;
const [WIDE, HIGH] = [1000, 700];

const INKS: Readonly<Record<string, string>> = {
  black: '#1c1c1c',
  blue: '#1b4fa0',
  red: '#b3261e',
  green: '#1f6b3a'
};

export interface Stroke {
  readonly points: string;
  readonly ink: string;
  readonly thickness: number;
}

/** A stroke's points; what cannot be read is left out. */
export function pointsOf(letters: string): { readonly x: number; readonly y: number }[] {
  const points: { x: number; y: number }[] = [];
  for (let at = 0; at + PER_POINT <= letters.length; at += PER_POINT) {
    const [a = -1, b = -1, c = -1, d = -1] = [...letters.slice(at, at + 4)].map((each) => LETTERS.indexOf(each));
    if (Math.min(a, b, c, d) < 0) continue;
    points.push({ x: a * LETTERS.length + b, y: c * LETTERS.length + d });
  }
  return points;
}

/** A line through points, rounded at each; a single point is a dot. */
export function strokePath(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...others] = points;
  if (first === undefined) return '';
  const last = others.at(-1);
  if (last === undefined) return `M${first.x} ${first.y}h0.1`;
  const bends = others
    .slice(0, -1)
    .map(({ x, y }, index) => {
      const next = others[index + 1]!;
      return `Q${x} ${y} ${(x + next.x) / 2} ${(y + next.y) / 2}`;
    })
    .join('');
  return `M${first.x} ${first.y}${bends}L${last.x} ${last.y}`;
}

/** What somebody has drawn; an empty frame to draw in by hand where nobody has. */
export function drawSketch(strokes: readonly Stroke[]): Drawing {
  const shapes: Shape[] = [
    {
      kind: 'box',
      x: 1,
      y: 1,
      width: WIDE - 2,
      height: HIGH - 2,
      radius: 8,
      fill: '#fff',
      stroke: INK.line,
      thickness: 2
    }
  ];
  for (const { points, ink, thickness } of strokes)
    shapes.push({ kind: 'path', d: strokePath(pointsOf(points)), stroke: INKS[ink] ?? INKS['black']!, thickness });
  return { width: WIDE, height: HIGH, shapes };
}
