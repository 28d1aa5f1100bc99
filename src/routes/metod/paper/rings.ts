import { type CardStyle, layCard, type LaidCard, numbersOf, type PaperCard } from './card.ts';
import { type Drawn, INK, type Measure, type Room, type Shape, textAt } from './scene.ts';

export interface Zone {
  readonly id: string;
  readonly name: string;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between cards, and between a card and the line of its ring. */
const GAP = 8;
/** A ring's name stands inside its upper edge. */
const NAME = 22;
/** How much a ring grows while its cards are being fitted in. */
const STEP = 4;

/** Half of a circle's width at a height. */
const half = (radius: number, y: number): number => Math.sqrt(Math.max(0, radius ** 2 - y ** 2));

/** Places for cards of one size between two circles, in rows, so that none lies on another or on a line. */
function placesBetween(inner: number, outer: number, { width, height }: Size, shift: number): Spot[] {
  const step = height + GAP;
  const rows = Math.ceil(outer / step);
  const found: Spot[] = [];
  const along = (y: number, from: number, to: number): void => {
    const count = Math.floor((to - from + GAP) / (width + GAP));
    for (let index = 0; index < count; index++) found.push({ y, x: from + ((index + 0.5) * (to - from)) / count });
  };
  for (let row = -rows; row <= rows; row++) {
    const y = (row + shift) * step + NAME / 4;
    const [top, bottom] = [y - height / 2, y + height / 2];
    if (top < NAME - outer) continue;
    const out = half(outer, Math.max(Math.abs(top), Math.abs(bottom))) - GAP;
    const nearest = top <= 0 && bottom >= 0 ? 0 : Math.min(Math.abs(top), Math.abs(bottom));
    if (nearest >= inner + GAP) along(y, -out, out);
    else {
      const inside = half(inner + GAP, nearest);
      along(y, -out, -inside);
      along(y, inside, out);
    }
  }
  return found;
}

function places(inner: number, outer: number, size: Size): Spot[] {
  const [on, between] = [placesBetween(inner, outer, size, 0), placesBetween(inner, outer, size, 0.5)];
  return between.length > on.length ? between : on;
}

/** From the top and clockwise, 0 to 2π. */
const turnOf = ({ x, y }: Spot): number => (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI);

export interface RingsLayout {
  /** From the middle out. */
  readonly radii: readonly number[];
  /** The middle of each card, from the middle of the map; by ring and in order. */
  readonly spots: readonly (readonly Spot[])[];
}

/**
 * Lays cards out in rings that are as large as they have to be, and larger where there is room.
 * @param counts how many cards each ring has, from the middle out
 * @param sizes of each ring's cards
 * @param radius how far out the last ring may reach where the cards do not need more
 */
export function layRings(counts: readonly number[], sizes: readonly Size[], radius: number): RingsLayout {
  const placesIn = (radii: readonly number[], ring: number): Spot[] =>
    places(radii[ring - 1] ?? 0, radii[ring]!, sizes[ring]!);
  const least: number[] = [];
  for (const [ring, count] of counts.entries()) {
    const { width, height } = sizes[ring]!;
    const first = ring === 0 ? Math.hypot(width, height) / 2 : least[ring - 1]! + height + 2 * GAP;
    least.push(first + NAME);
    while (placesIn(least, ring).length < count) least[ring]! += STEP;
  }
  // Where there is room to spare every ring gets some of it. Rows fall differently in a larger ring, so one that has
  // just held its cards may not: then it gets a little less, and in the end none.
  let radii = least;
  for (let scale = radius / least.at(-1)!; scale > 1; scale *= 0.99) {
    const larger = least.map((each) => each * scale);
    if (counts.some((count, ring) => placesIn(larger, ring).length < count)) continue;
    radii = larger;
    break;
  }
  const spots = counts.map((count, ring) => {
    const all = placesIn(radii, ring);
    if (ring === 0) {
      const near = [...all].sort((a, b) => Math.hypot(a.x, a.y * 1.5) - Math.hypot(b.x, b.y * 1.5)).slice(0, count);
      return near.sort((a, b) => a.y - b.y || a.x - b.x);
    }
    const around = [...all].sort((a, b) => turnOf(a) - turnOf(b));
    return Array.from({ length: count }, (_, index) => around[Math.floor(((index + 0.5) * around.length) / count)]!);
  });
  return { radii, spots };
}

const FILLS = ['#dcebeb', '#eaf3f3', '#f5f9f9', '#fbfcfc'] as const;

/** A map of rings: real circles around one middle, each with its cards, clockwise from the top. */
export function drawRings(zones: readonly Zone[], cards: readonly PaperCard[], room: Room, measure: Measure): Drawn {
  const count = cards.length;
  const style: CardStyle = { width: count > 40 ? 112 : 126, lines: 6, hasMore: true };
  const rings = zones.map(({ id }) =>
    cards.filter(({ zone }) => zone === id).map((card) => layCard(card, style, measure))
  );
  const all: readonly LaidCard[] = rings.flat();
  const numbers = numbersOf(all);
  const sizes = rings.map((ring) => ({
    width: style.width,
    height: ring.reduce((most, { height }) => Math.max(most, height), 46)
  }));
  const { radii, spots } = layRings(
    rings.map((ring) => ring.length),
    sizes,
    Math.min(room.width, room.height) / 2 - 2
  );
  const outer = radii.at(-1)!;
  const shapes: Shape[] = [];
  for (const [index, radius] of [...radii.entries()].reverse())
    shapes.push({
      kind: 'circle',
      x: outer + 2,
      y: outer + 2,
      radius,
      fill: FILLS[Math.min(index, FILLS.length - 1)]!,
      stroke: INK.primary,
      thickness: index === 0 ? 2 : 1.25
    });
  for (const [index, ring] of rings.entries()) {
    shapes.push(
      textAt(
        outer + 2,
        outer + 2 - radii[index]! + 7,
        [zones[index]!.name],
        { size: 13, weight: 700 },
        {
          fill: INK.primary,
          anchor: 'middle'
        }
      )
    );
    for (const [place, laid] of ring.entries()) {
      const { x, y } = spots[index]![place]!;
      shapes.push(
        ...laid.shapes(outer + 2 + x - laid.width / 2, outer + 2 + y - laid.height / 2, numbers.get(laid.card.id))
      );
    }
  }
  return { drawings: [{ width: 2 * outer + 4, height: 2 * outer + 4, shapes }], cut: numbers };
}
