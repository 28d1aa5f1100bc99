import { layCard, numbersOf, type PaperCard } from './card.ts';
import type { Zone } from './rings.ts';
import { clamp, type Drawn, INK, type Measure, type Room, type Shape, textAt, wrap } from './scene.ts';

const GAP = 10;
const HEAD = 68;
/** Between a column's edge and its cards. */
const SIDE = 8;

/** An arrow that bends from one point to another, with its head. */
export function arrow(from: { x: number; y: number }, to: { x: number; y: number }): Shape[] {
  const end = to.x - 7;
  const bend = Math.max(18, Math.abs(end - from.x) / 2);
  return [
    {
      kind: 'path',
      d: `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${end - bend} ${to.y} ${end} ${to.y}`,
      stroke: INK.primary,
      thickness: 1.75
    },
    { kind: 'path', d: `M${to.x} ${to.y}l-9 -4.5v9z`, fill: INK.primary }
  ];
}

/** Links from a change to the goals: a column for each kind, and an arrow to each that a card leads to. */
export function drawChain(
  zones: readonly (Zone & { readonly help: string })[],
  cards: readonly PaperCard[],
  room: Room,
  measure: Measure
): Drawn {
  const between = Math.min(64, room.width / zones.length / 3.5);
  const width = (room.width - between * (zones.length - 1)) / zones.length;
  const style = { width: width - 2 * SIDE, lines: 12, hasMore: true };
  const columns = zones.map(({ id }) =>
    cards.filter(({ zone }) => zone === id).map((card) => layCard(card, style, measure))
  );
  const numbers = numbersOf(columns.flat());
  const heightOf = (column: (typeof columns)[number]): number =>
    column.reduce((sum, { height }) => sum + height + GAP, 0);
  const tallest = Math.max(180, ...columns.map(heightOf));
  const spots = new Map<string, { readonly x: number; readonly y: number; readonly height: number }>();
  columns.forEach((column, index) => {
    // Shorter columns stand in the middle, so that arrows run level.
    let y = HEAD + (tallest - heightOf(column)) / 2;
    for (const { card, height } of column) {
      spots.set(card.id, { x: index * (width + between) + SIDE, y, height });
      y += height + GAP;
    }
  });
  const shapes: Shape[] = [];
  zones.forEach(({ name, help }, index) => {
    const x = index * (width + between);
    shapes.push(
      { kind: 'box', x, y: 0, width, height: HEAD + tallest, radius: 8, fill: INK.pale },
      textAt(
        x + 10,
        8,
        clamp(wrap(name, width - 20, { size: 15, weight: 700 }, measure), 1).lines,
        { size: 15, weight: 700 },
        { fill: INK.primary }
      ),
      textAt(
        x + 10,
        29,
        clamp(wrap(help, width - 20, { size: 11, weight: 400 }, measure), 2).lines,
        { size: 11, weight: 400 },
        { fill: INK.soft }
      )
    );
  });
  columns.forEach((column) => {
    for (const laid of column) {
      const { x, y } = spots.get(laid.card.id)!;
      shapes.push(...laid.shapes(x, y, numbers.get(laid.card.id)));
    }
  });
  for (const { id, links } of cards)
    for (const link of links) {
      const [from, to] = [spots.get(id), spots.get(link)];
      if (from === undefined || to === undefined) continue;
      shapes.push(
        ...arrow({ x: from.x + style.width, y: from.y + from.height / 2 }, { x: to.x, y: to.y + to.height / 2 })
      );
    }
  return { drawings: [{ width: room.width, height: HEAD + tallest + 2, shapes }], cut: numbers };
}
