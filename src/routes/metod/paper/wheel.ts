import type { Zone } from './rings.ts';
import {
  clamp,
  type Drawing,
  type Font,
  INK,
  lineStep,
  type Measure,
  type Room,
  type Shape,
  textAt,
  wrap
} from './scene.ts';

/** A field with what is written in it; empty where nothing is. */
export interface Said {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** One turn of a wheel: what stands above it, and what stands in its parts. */
export interface Turn {
  readonly name: string;
  readonly above: readonly Said[];
  readonly parts: readonly (Zone & { readonly said: readonly Said[] })[];
  /** What the next turn is called, where there is one. */
  readonly next: string;
}

const TITLE: Font = { size: 16, weight: 700 };
const LABEL: Font = { size: 10.5, weight: 700 };
const BODY: Font = { size: 12.5, weight: 400 };
const PAD = 12;

const COLOURS = ['#0b4f5c', '#17613a', '#8a4b08', '#8c1f3c', '#5b3f8c', '#465b60', '#7a5c00', '#2b5797'] as const;

interface Block {
  readonly height: number;
  shapes(x: number, y: number): Shape[];
}

/** Fields under each other; an empty one leaves two lines to write on. */
function block(said: readonly Said[], width: number, measure: Measure): Block {
  const parts = said.map(({ name, text }) => ({
    name: clamp(wrap(name, width, LABEL, measure), 2).lines,
    lines: text === '' ? [] : wrap(text, width, BODY, measure)
  }));
  const heightOf = ({ name, lines }: (typeof parts)[number]): number =>
    name.length * lineStep(LABEL.size) + (lines.length === 0 ? 34 : lines.length * lineStep(BODY.size)) + 8;
  return {
    height: parts.reduce((sum, part) => sum + heightOf(part), 0),
    shapes(x, y) {
      let top = y;
      return parts.flatMap((part): Shape[] => {
        const below = top + part.name.length * lineStep(LABEL.size);
        const shapes: Shape[] = [textAt(x, top, part.name, LABEL, { fill: INK.soft })];
        if (part.lines.length > 0) shapes.push(textAt(x, below, part.lines, BODY));
        else shapes.push({ kind: 'path', d: `M${x} ${below + 26}h${width}`, stroke: INK.line, thickness: 1 });
        top += heightOf(part);
        return shapes;
      });
    }
  };
}

/** Where a part's panel stands, clockwise from the upper left: column 0 or 1, and the row from above. */
export function panelOf(index: number, of: number): { readonly column: 0 | 1; readonly row: number } {
  const rows = Math.ceil(of / 2);
  if (index === 0) return { column: 0, row: 0 };
  return index <= rows ? { column: 1, row: index - 1 } : { column: 0, row: rows - (index - rows) };
}

const point = (middle: { x: number; y: number }, radius: number, angle: number): string =>
  `${(middle.x + radius * Math.cos(angle)).toFixed(1)} ${(middle.y + radius * Math.sin(angle)).toFixed(1)}`;

/** A part of the wheel as an arrow around the middle. @param from radians, clockwise from the right */
export function sector(
  middle: { x: number; y: number },
  outer: number,
  inner: number,
  from: number,
  to: number
): string {
  const gap = 0.05;
  const tip = 0.16;
  const [begin, end] = [from + gap, to - gap - tip];
  const mid = (outer + inner) / 2;
  const large = end - begin > Math.PI ? 1 : 0;
  return (
    `M${point(middle, outer, begin)}A${outer} ${outer} 0 ${large} 1 ${point(middle, outer, end)}` +
    `L${point(middle, mid, end + tip)}L${point(middle, inner, end)}` +
    `A${inner} ${inner} 0 ${large} 0 ${point(middle, inner, begin)}L${point(middle, mid, begin + tip)}Z`
  );
}

/** A turn: the wheel in the middle, and around it what is said of each part. */
export function drawTurn({ name, above, parts, next }: Turn, room: Room, measure: Measure): Drawing {
  const shapes: Shape[] = [];
  const isWide = room.width > 900;
  const radius = isWide ? 104 : 74;
  const middle = radius * 2 + 36;
  const panel = (room.width - middle) / 2;

  // Above the wheel: lines beside each other where they are short.
  const columns = above.length > 1 ? 2 : 1;
  const width = (room.width - PAD * (columns - 1)) / columns;
  let top = 0;
  for (let from = 0; from < above.length; from += columns) {
    const row = above.slice(from, from + columns).map((each) => block([each], width, measure));
    row.forEach((each, index) => shapes.push(...each.shapes(index * (width + PAD), top)));
    top += Math.max(...row.map(({ height }) => height));
  }
  top += 6;

  const placed = parts.map((part, index) => ({
    part,
    index,
    ...panelOf(index, parts.length),
    inside: block(part.said, panel - 2 * PAD, measure)
  }));
  const rows = Math.ceil(parts.length / 2);
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(
      (radius * 2 + 40) / rows,
      ...placed.filter((each) => each.row === row).map(({ inside }) => inside.height + 46)
    )
  );
  const total = heights.reduce((sum, each) => sum + each + PAD, 0) - PAD;
  for (const { part, index, column, row, inside } of placed) {
    const x = column === 0 ? 0 : panel + middle;
    const y = top + heights.slice(0, row).reduce((sum, each) => sum + each + PAD, 0);
    const colour = COLOURS[index % COLOURS.length]!;
    shapes.push(
      {
        kind: 'box',
        x,
        y,
        width: panel,
        height: heights[row]!,
        radius: 8,
        fill: '#fafbfa',
        stroke: INK.line,
        thickness: 1
      },
      { kind: 'box', x, y, width: panel, height: 6, radius: 3, fill: colour },
      textAt(x + PAD, y + 14, [part.name], TITLE, { fill: colour }),
      ...inside.shapes(x + PAD, y + 42)
    );
  }
  const centre = { x: room.width / 2, y: top + total / 2 };
  const share = (2 * Math.PI) / Math.max(1, parts.length);
  parts.forEach(({ name: part }, index) => {
    const from = -Math.PI + index * share;
    const angle = from + share / 2;
    shapes.push({
      kind: 'path',
      d: sector(centre, radius, radius * 0.5, from, from + share),
      fill: COLOURS[index % COLOURS.length]!
    });
    const at = { x: centre.x + radius * 0.76 * Math.cos(angle), y: centre.y + radius * 0.76 * Math.sin(angle) };
    shapes.push(
      textAt(
        at.x,
        at.y - 10,
        [part.slice(0, 1).toUpperCase()],
        { size: 18, weight: 700 },
        { fill: '#fff', anchor: 'middle' }
      )
    );
  });
  shapes.push(textAt(centre.x, centre.y - 8, [name], { size: 14, weight: 700 }, { anchor: 'middle' }));
  if (next !== '')
    shapes.push(
      textAt(
        centre.x,
        centre.y + radius + 10,
        [`→ ${next}`],
        { size: 12, weight: 700 },
        { fill: INK.primary, anchor: 'middle' }
      )
    );
  return { width: room.width, height: top + total + 2, shapes };
}
