import type { CardSize } from './card-size.ts';

// Where cards lie on a board with two axes. Thousandths are from the left and from below; pixels from the upper left.

export interface Spot2 {
  /** Thousandths. */
  readonly x: number;
  readonly y: number;
}

export interface Laid {
  readonly id: string;
  /** The middle of the card, px. */
  readonly left: number;
  readonly top: number;
}

const GAP = 8;
/** More than a board has rows of cards. */
const ROWS = 10_000;
/** Cards in a corner that every bit of room is sought for. */
const FEW = 40;

const isRight = ({ x }: Spot2): boolean => x >= 500;
const isHigh = ({ y }: Spot2): boolean => y >= 500;

/** Which of the four a spot is in: 0 upper left, 1 upper right, 2 lower left, 3 lower right. */
export const cornerOf = (spot: Spot2): number => (isHigh(spot) ? 0 : 2) + (isRight(spot) ? 1 : 0);

/** The middle of a corner. */
export const cornerSpot = (corner: number): Spot2 => ({ x: corner % 2 === 1 ? 750 : 250, y: corner < 2 ? 750 : 250 });

/** A step along an axis, which stays on the board. */
export const nudged = ({ x, y }: Spot2, right: number, up: number): Spot2 => {
  const within = (value: number): number => Math.min(1000, Math.max(0, value));
  return { x: within(x + right), y: within(y + up) };
};

/** How high a board has to be for its fullest corner to hold all its cards. */
export function matrixHeight(spots: readonly Spot2[], width: number, card: CardSize, least: number): number {
  const counts = [0, 0, 0, 0];
  for (const spot of spots) counts[cornerOf(spot)]!++;
  const beside = Math.max(1, Math.floor(width / 2 / (card.width + GAP)));
  const rows = Math.ceil((Math.max(...counts) * 1.5) / beside) + 1;
  return Math.max(least, 2 * rows * (card.height + GAP));
}

/** The spot of a point on a board. */
export const spotAt = (left: number, top: number, width: number, height: number): Spot2 => {
  const part = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000);
  return { x: part(left / width), y: 1000 - part(top / height) };
};

interface Middle {
  readonly left: number;
  readonly top: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Lays cards where they belong, and beside that where another card lies already; a card never leaves its corner.
 * A corner that is too full for that has its cards in rows, as high and as far to the right as they may.
 * @param cards in the order in which they get their places
 */
export function layMatrix(
  cards: readonly (Spot2 & { readonly id: string })[],
  width: number,
  height: number,
  card: CardSize
): Laid[] {
  const [across, down] = [card.width + GAP, card.height + GAP];
  return [0, 1, 2, 3].flatMap((corner) => {
    const [right, low] = [corner % 2 === 1, corner > 1];
    const box = {
      left: (right ? width / 2 : 0) + across / 2,
      right: (right ? width : width / 2) - across / 2,
      top: (low ? height / 2 : 0) + down / 2,
      bottom: (low ? height : height / 2) - down / 2
    };
    const wanted = cards
      .filter((each) => cornerOf(each) === corner)
      .map(({ id, x, y }) => ({
        id,
        left: Math.max(box.left, Math.min(box.right, (x / 1000) * width)),
        top: Math.max(box.top, Math.min(box.bottom, (1 - y / 1000) * height))
      }));
    return scattered(wanted, box, across, down) ?? inRows(wanted, box, across);
  });
}

/** Each card where it belongs or near it; undefined where one of them has no room. */
function scattered(wanted: readonly Laid[], box: Box, across: number, down: number): Laid[] | undefined {
  const laid: Laid[] = [];
  // Only cards in the same or a neighbouring cell can be in the way.
  const cells = new Map<number, Laid[]>();
  const cell = ({ left, top }: Middle): [number, number] => [Math.floor(left / across), Math.floor(top / down)];
  const isFree = (spot: Middle): boolean => {
    const [column, row] = cell(spot);
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const { left, top } of cells.get(x * ROWS + y) ?? [])
          if (Math.abs(left - spot.left) < across - 0.5 && Math.abs(top - spot.top) < down - 0.5) return false;
    return true;
  };
  for (const own of wanted) {
    const spot = nearestFree(own, box, across, down, isFree, wanted.length <= FEW);
    if (spot === undefined) return undefined;
    const next = { id: own.id, left: spot.left, top: spot.top };
    laid.push(next);
    const [column, row] = cell(spot);
    cells.set(column * ROWS + row, [...(cells.get(column * ROWS + row) ?? []), next]);
  }
  return laid;
}

function nearestFree(
  own: Middle,
  box: Box,
  across: number,
  down: number,
  isFree: (spot: Middle) => boolean,
  isFew: boolean
): Middle | undefined {
  if (isFree(own)) return own;
  const beside: Middle[] = [-1, 0, 1].flatMap((x) =>
    [-1, 0, 1].map((y) => ({ left: own.left + x * across, top: own.top + y * down }))
  );
  const places = (part: number): Middle[] => {
    const found: Middle[] = [];
    for (let left = box.left; left <= box.right; left += across * part)
      for (let top = box.top; top <= box.bottom; top += down * part) found.push({ left, top });
    return found;
  };
  const far = ({ left, top }: Middle): number => Math.hypot(left - own.left, top - own.top);
  const isInside = ({ left, top }: Middle): boolean =>
    left >= box.left && left <= box.right && top >= box.top && top <= box.bottom;
  const nearest = (all: readonly Middle[]): Middle | undefined =>
    all
      .filter(isInside)
      .sort((one, other) => far(one) - far(other))
      .find(isFree);
  // Between cards that lie askew there may be room where wide steps find none; in a full corner it is not sought.
  return nearest([...beside, ...places(1)]) ?? (isFew ? nearest(places(0.2)) : undefined);
}

function inRows(wanted: readonly Laid[], box: Box, across: number): Laid[] {
  const beside = Math.max(1, Math.floor((box.right - box.left) / across) + 1);
  const rows = Math.ceil(wanted.length / beside);
  const down = (box.bottom - box.top) / Math.max(1, rows - 1);
  const between = beside === 1 ? 0 : (box.right - box.left) / (beside - 1);
  const sorted = [...wanted].sort((one, other) => one.top - other.top);
  return Array.from({ length: rows }, (_, row) =>
    sorted
      .slice(row * beside, (row + 1) * beside)
      .sort((one, other) => one.left - other.left)
      .map(({ id }, column) => ({ id, left: box.left + column * between, top: box.top + row * down }))
  ).flat();
}
