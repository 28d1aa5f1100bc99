import { layCard, type LaidCard, numbersOf, type PaperCard } from './card.ts';
import type { Zone } from './rings.ts';
import { clamp, type Drawn, INK, type Measure, type Room, type Shape, textAt, wrap } from './scene.ts';

export interface Axis {
  readonly name: string;
  readonly low: string;
  readonly high: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

const GAP = 6;
/** Room for what the axes are called. */
const MARGIN = 44;
/** So many cards have room for more than their headings. */
const FEW = 16;
/** How finely free room is sought, px. */
const GRAIN = 8;
/** A board that is so much higher than it began holds any number of cards. */
const GROWTH = 1.1;

/** The nearest place to where a card was put that is free, in the same quarter of the board; undefined where none is. */
function freeSpot(card: Size, wish: Corner, taken: readonly (Corner & Size)[], room: Room): Corner | undefined {
  // Its middle decides which quarter it lies in.
  const side = (middle: number, whole: number): readonly [number, number] =>
    middle < whole / 2 ? [0, whole / 2] : [whole / 2, whole];
  const [left, right] = side(wish.x + card.width / 2, room.width);
  const [top, bottom] = side(wish.y + card.height / 2, room.height);
  const isFree = ({ x, y }: Corner): boolean =>
    taken.every(
      (other) =>
        x >= other.x + other.width + GAP ||
        x + card.width + GAP <= other.x ||
        y >= other.y + other.height + GAP ||
        y + card.height + GAP <= other.y
    );
  const within = (value: number, from: number, to: number): number =>
    Math.min(Math.max(from, value), Math.max(from, to));
  const nearest = {
    x: within(wish.x, left, right - card.width),
    y: within(wish.y, top, bottom - card.height)
  };
  if (isFree(nearest)) return nearest;
  let best: Corner | undefined;
  let least = Infinity;
  for (let y = top; y <= bottom - card.height; y += GRAIN)
    for (let x = left; x <= right - card.width; x += GRAIN) {
      const far = (x - nearest.x) ** 2 + (y - nearest.y) ** 2;
      if (far >= least || !isFree({ x, y })) continue;
      best = { x, y };
      least = far;
    }
  return best;
}

/**
 * Lays cards out where they were put on a board, thousandths from the left and from below: each as near as it comes
 * without lying on another, and in the same quarter. The board grows downwards until all of them have room.
 */
export function layMatrix(
  cards: readonly (Corner & Size)[],
  room: Room
): { readonly height: number; readonly corners: readonly Corner[] } {
  for (let { height } = room; ; height *= GROWTH) {
    const placed: (Corner & Size)[] = [];
    for (const { x, y, width, height: high } of cards) {
      const wish = { x: (x / 1000) * room.width - width / 2, y: (1 - y / 1000) * height - high / 2 };
      const spot = freeSpot({ width, height: high }, wish, placed, { width: room.width, height });
      if (spot === undefined) break;
      placed.push({ ...spot, width, height: high });
    }
    if (placed.length === cards.length) return { height, corners: placed };
  }
}

const TINTS = ['#eaf4ef', '#f3f5f4', '#f7f8f7', '#f6efe9'] as const;

/** A board with two axes: where a card lies says how much. */
export function drawAxes(
  axes: { readonly x: Axis; readonly y: Axis },
  cards: readonly PaperCard[],
  room: Room,
  measure: Measure
): Drawn {
  const count = cards.length;
  const style = { width: count > 30 ? 112 : count > 14 ? 128 : 146, lines: 6, hasMore: count <= FEW };
  const laid = cards.map((card) => layCard(card, style, measure));
  const numbers = numbersOf(laid);
  const width = room.width - MARGIN;
  const { height, corners } = layMatrix(
    laid.map((each, index) => ({
      x: cards[index]!.x ?? 500,
      y: cards[index]!.y ?? 500,
      width: each.width,
      height: each.height
    })),
    { width, height: Math.min(room.height - MARGIN, width * 0.8) }
  );
  const [left, bottom] = [MARGIN, height];
  const bold = { size: 13, weight: 700 };
  const plain = { size: 11.5, weight: 400 };
  const middle = { x: left + width / 2, y: height / 2 };
  const shapes: Shape[] = [
    // What gives most for least is the field to begin in.
    { kind: 'box', x: left, y: 0, width: width / 2, height: height / 2, fill: TINTS[0] },
    { kind: 'box', x: middle.x, y: 0, width: width / 2, height: height / 2, fill: TINTS[1] },
    { kind: 'box', x: left, y: middle.y, width: width / 2, height: height / 2, fill: TINTS[2] },
    { kind: 'box', x: middle.x, y: middle.y, width: width / 2, height: height / 2, fill: TINTS[3] },
    {
      kind: 'path',
      d: `M${middle.x} 0V${bottom}M${left} ${middle.y}H${left + width}`,
      stroke: INK.line,
      thickness: 1.5,
      dash: '6 5'
    },
    { kind: 'path', d: `M${left} 0V${bottom}H${left + width}`, stroke: INK.primary, thickness: 2.5 },
    textAt(left, bottom + 10, [axes.x.low], plain, { fill: INK.soft }),
    textAt(middle.x, bottom + 9, [`${axes.x.name} →`], bold, { fill: INK.primary, anchor: 'middle' }),
    textAt(left + width, bottom + 10, [axes.x.high], plain, { fill: INK.soft, anchor: 'end' }),
    { ...textAt(0, 0, [axes.y.low], plain, { fill: INK.soft, turn: -90 }), x: 30, y: bottom },
    {
      ...textAt(0, 0, [`${axes.y.name} →`], bold, { fill: INK.primary, anchor: 'middle', turn: -90 }),
      x: 31,
      y: middle.y
    },
    { ...textAt(0, 0, [axes.y.high], plain, { fill: INK.soft, anchor: 'end', turn: -90 }), x: 30, y: 2 }
  ];
  laid.forEach((each, index) => {
    const { x, y } = corners[index]!;
    shapes.push(...each.shapes(left + x, y, numbers.get(each.card.id)));
  });
  return { drawings: [{ width: room.width, height: height + MARGIN - 8, shapes }], cut: numbers };
}

/** Cards in columns, each put where there is most room; gives how far down they reach. */
function flow(
  cards: readonly LaidCard[],
  columns: number
): { readonly spots: { x: number; y: number }[]; readonly height: number } {
  const ends: number[] = Array.from({ length: columns }, () => 0);
  const spots = cards.map(({ width, height }) => {
    const column = ends.indexOf(Math.min(...ends));
    const spot = { x: column * (width + GAP), y: ends[column]! };
    ends[column]! += height + GAP;
    return spot;
  });
  return { spots, height: Math.max(...ends) };
}

const HEADS = ['#17613a', '#8a4b08', '#0b4f5c', '#8c1f3c'] as const;

/** Four named fields, as of a SWOT. */
export function drawFields(
  zones: readonly (Zone & { readonly help: string })[],
  cards: readonly PaperCard[],
  room: Room,
  measure: Measure
): Drawn {
  const width = (room.width - GAP * 2) / 2;
  const columns = Math.max(1, Math.floor((width - 20 + GAP) / (138 + GAP)));
  const style = { width: (width - 20 + GAP) / columns - GAP, lines: 14, hasMore: true };
  const fields = zones.map((zone) => {
    const laid = cards.filter((card) => card.zone === zone.id).map((card) => layCard(card, style, measure));
    return { zone, laid, ...flow(laid, columns) };
  });
  const numbers = numbersOf(fields.flatMap(({ laid }) => laid));
  const HEAD = 50;
  const least = (room.height - GAP * 2) / 2;
  const shapes: Shape[] = [];
  let top = 0;
  for (let row = 0; row < fields.length; row += 2) {
    const pair = fields.slice(row, row + 2);
    const height = Math.max(least, ...pair.map((field) => field.height + HEAD + 12));
    pair.forEach(({ zone, laid, spots }, side) => {
      const x = side * (width + GAP * 2);
      const colour = HEADS[(row + side) % HEADS.length]!;
      shapes.push(
        {
          kind: 'box',
          x: x + 1,
          y: top + 1,
          width: width - 2,
          height: height - 2,
          radius: 8,
          fill: '#fafbfa',
          stroke: colour,
          thickness: 2
        },
        textAt(
          x + 12,
          top + 9,
          clamp(wrap(zone.name, width - 24, { size: 15, weight: 700 }, measure), 1).lines,
          { size: 15, weight: 700 },
          { fill: colour }
        ),
        textAt(
          x + 12,
          top + 29,
          clamp(wrap(zone.help, width - 24, { size: 11, weight: 400 }, measure), 1).lines,
          { size: 11, weight: 400 },
          { fill: INK.soft }
        )
      );
      laid.forEach((each, index) => {
        const spot = spots[index]!;
        shapes.push(...each.shapes(x + 10 + spot.x, top + HEAD + spot.y, numbers.get(each.card.id)));
      });
    });
    top += height + GAP * 2;
  }
  return { drawings: [{ width: room.width, height: top - GAP * 2, shapes }], cut: numbers };
}
