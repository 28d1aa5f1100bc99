import type { CardSize } from './card-size.ts';

// Where cards lie on a map of rings. All lengths are pixels, from the middle of the map: x to the right, y down.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface RingsLayout {
  readonly width: number;
  readonly height: number;
  /** How far out each ring reaches, of the whole; the last is 1. */
  readonly reach: readonly number[];
  /** The middle of each card, by ring and in order. */
  readonly spots: readonly (readonly Point[])[];
}

/** Between cards, and between a card and the edge of its ring. */
const GAP = 10;
/** A ring's name stands inside its upper edge. */
const NAME = 34;
/** The map grows until the cards have room, but one so many times higher than broad gives no overview. */
const TALLEST = 4;

/** A stretch of a ring where cards stand beside each other. */
interface Stretch {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** How many cards it takes. */
  readonly room: number;
}

interface Ring {
  /** Half the width and half the height, of the ring and of the one inside it. */
  readonly a: number;
  readonly b: number;
  readonly innerA: number;
  readonly innerB: number;
}

/** Between a circle, 2, and a square: round to look at, and with room for cards in its corners. */
const ROUNDNESS = 4;
/** So many that the edge looks round. */
const CORNERS = 120;

const half = (a: number, b: number, y: number): number =>
  Math.abs(y) >= b ? 0 : a * (1 - Math.abs(y / b) ** ROUNDNESS) ** (1 / ROUNDNESS);

function stretches({ a, b, innerA, innerB }: Ring, { width, height }: CardSize, shift: number): Stretch[] {
  const found: Stretch[] = [];
  const step = height + GAP;
  const add = (y: number, from: number, to: number): void => {
    const room = Math.floor((to - from + GAP) / (width + GAP));
    if (room > 0) found.push({ y, from, to, room });
  };
  for (let row = -Math.ceil(b / step); row <= Math.ceil(b / step); row++) {
    const y = (row + shift) * step + (innerA === 0 ? NAME / 4 : 0);
    const [top, bottom] = [y - height / 2, y + height / 2];
    if (top < NAME - b || bottom > b - GAP) continue;
    const out = half(a, b, Math.max(Math.abs(top), Math.abs(bottom))) - GAP;
    const nearest = top <= 0 && bottom >= 0 ? 0 : Math.min(Math.abs(top), Math.abs(bottom));
    if (innerA === 0 || nearest >= innerB + GAP) add(y, -out, out);
    else {
      const inside = half(innerA, innerB, Math.max(0, nearest - GAP)) + GAP;
      add(y, -out, -inside);
      add(y, inside, out);
    }
  }
  return found;
}

const roomIn = (list: readonly Stretch[]): number => list.reduce((sum, { room }) => sum + room, 0);

function roomiest(ring: Ring, card: CardSize): Stretch[] {
  const [on, between] = [stretches(ring, card, 0), stretches(ring, card, 0.5)];
  return roomIn(between) > roomIn(on) ? between : on;
}

/** From the top and clockwise, 0 to 2π. */
const turnOf = ({ x, y }: Point): number => {
  const turn = Math.atan2(x, -y);
  return turn < 0 ? turn + 2 * Math.PI : turn;
};

interface Slot extends Point {
  readonly stretch: number;
}

/** As evenly around as they go, and beside each other in the middle of each stretch. */
function spread(list: readonly Stretch[], count: number, isMiddle: boolean): Point[] {
  const slots = list.flatMap(({ y, from, to, room }, stretch): Slot[] =>
    Array.from({ length: room }, (_, index) => ({ y, stretch, x: from + ((index + 0.5) * (to - from)) / room }))
  );
  const far = ({ x, y }: Point): number => Math.hypot(x, y * 1.8);
  slots.sort((one, other) => (isMiddle ? far(one) - far(other) : turnOf(one) - turnOf(other)));
  const taken = isMiddle
    ? slots.slice(0, count).sort((one, other) => one.y - other.y || one.x - other.x)
    : Array.from({ length: count }, (_, index) => slots[Math.floor(((index + 0.5) * slots.length) / count)]!);
  const together = new Map<number, Slot[]>();
  for (const slot of taken) together.set(slot.stretch, [...(together.get(slot.stretch) ?? []), slot]);
  return taken.map((slot) => {
    const { from, to, y } = list[slot.stretch]!;
    const others = [...together.get(slot.stretch)!].sort((one, other) => one.x - other.x);
    return { y, x: from + ((others.indexOf(slot) + 0.5) * (to - from)) / others.length };
  });
}

/** How far out a ring reaches when nobody crowds: so far that cards fit beside the rings inside it, where they can. */
function usualReach(index: number, of: number, a: number, card: CardSize): number {
  const airy = (index + 0.85) / (of - 0.15);
  const isWide = a / (of - 0.15) >= card.width + 2 * GAP;
  return isWide ? airy : (index + 0.5) / (of - 0.5);
}

/** How much wider than usual the middle may be made, where that makes the map lower. */
const WIDER = [0, 0.06, 0.12, 0.18, 0.26, 0.34];

/** Rings that hold their cards on a map so high; undefined where it is too low. */
function attempt(counts: readonly number[], width: number, height: number, card: CardSize) {
  for (const isAiry of [true, false])
    for (const wider of WIDER) {
      const found = fit(counts, width, height, card, wider, isAiry);
      if (found !== undefined) return found;
    }
  return undefined;
}

function fit(counts: readonly number[], width: number, height: number, card: CardSize, wider: number, isAiry: boolean) {
  const [a, b] = [width / 2, height / 2];
  const reach: number[] = [];
  const lists: Stretch[][] = [];
  for (const [index, count] of counts.entries()) {
    const inner = reach[index - 1] ?? 0;
    const isLast = index === counts.length - 1;
    const usual = usualReach(index, counts.length, a, card) + (index === 0 ? wider : 0);
    const least = isLast ? 1 : Math.max(inner + 0.12, index === 0 || isAiry ? usual : 0);
    let list: Stretch[] | undefined;
    for (let out = least; out <= 1; out += 0.02) {
      const ring = { a: a * out, b: b * out, innerA: a * inner, innerB: b * inner };
      const found = roomiest(ring, card);
      if (roomIn(found) < Math.max(1, count)) continue;
      list = found;
      reach.push(out);
      break;
    }
    if (list === undefined) return undefined;
    lists.push(list);
  }
  return { reach, lists };
}

/**
 * Lays cards out in rings so that none lies on another: the map grows with them, and within a ring they stand in order
 * from the top and clockwise; in the middle from left to right.
 * @param counts how many cards each ring has, from the middle out
 * @returns undefined where a map cannot hold them and be seen as one: they are better read as lists
 */
export function layRings(counts: readonly number[], width: number, card: CardSize): RingsLayout | undefined {
  const step = card.height + GAP;
  const cards = counts.reduce((sum, count) => sum + count, 0);
  // Lower than this the cards alone fill it.
  const full = (cards * (card.width + GAP) * step) / width;
  let low = Math.max(width * 0.62, counts.length * 2 * step, full);
  let height = low;
  let found = attempt(counts, width, height, card);
  while (found === undefined && height < width * TALLEST) {
    low = height;
    height += Math.max(step, height / 6);
    found = attempt(counts, width, height, card);
  }
  // In wide steps up, and by halves down again.
  while (found !== undefined && height - low > step / 2) {
    const lower = attempt(counts, width, (low + height) / 2, card);
    if (lower === undefined) low = (low + height) / 2;
    else [height, found] = [(low + height) / 2, lower];
  }
  if (found === undefined) return undefined;
  const { reach, lists } = found;
  return { width, height, reach, spots: counts.map((count, index) => spread(lists[index]!, count, index === 0)) };
}

/** How far out a point lies, of the whole: 1 at the outer edge. */
const outOf = ({ width, height }: RingsLayout, { x, y }: Point): number =>
  (Math.abs((2 * x) / width) ** ROUNDNESS + Math.abs((2 * y) / height) ** ROUNDNESS) ** (1 / ROUNDNESS);

/** The edge of a ring as a path to be filled; from the upper left of the map. */
export function ringPath({ width, height, reach }: RingsLayout, ring: number): string {
  const [a, b] = [(width / 2) * reach[ring]!, (height / 2) * reach[ring]!];
  const along = (part: number): number => Math.sign(part) * Math.abs(part) ** (2 / ROUNDNESS);
  const points = Array.from({ length: CORNERS }, (_, index) => {
    const turn = (index / CORNERS) * 2 * Math.PI;
    return `${(width / 2 + a * along(Math.cos(turn))).toFixed(1)} ${(height / 2 + b * along(Math.sin(turn))).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

/** The ring a point lies in, from the middle out; the last for what lies outside. */
export function ringAt(layout: RingsLayout, point: Point): number {
  const out = outOf(layout, point);
  const index = layout.reach.findIndex((each) => out <= each);
  return index === -1 ? layout.reach.length - 1 : index;
}

/**
 * How many of a ring's cards come before a point.
 * @param without the place of a card that is not to be counted: the one that is moved
 */
export function placeInRing({ spots }: RingsLayout, ring: number, point: Point, without = -1): number {
  const isBefore = (spot: Point): boolean =>
    ring > 0
      ? turnOf(spot) < turnOf(point)
      : Math.abs(spot.y - point.y) < GAP * 2
        ? spot.x < point.x
        : spot.y < point.y;
  return (spots[ring] ?? []).filter((spot, index) => index !== without && isBefore(spot)).length;
}
