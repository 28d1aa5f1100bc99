/** Where something lies in the window, px. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * How many of a list's cards come before a point: whether they stand under each other, beside each other or in rows.
 * @param boxes the cards in order, without the one that is moved
 * @param isAlong they stand beside each other, however few they are
 */
export function placeAmong(boxes: readonly Box[], x: number, y: number, isAlong = false): number {
  const isUnder = boxes.every(({ top }, index) => index === 0 || top >= boxes[index - 1]!.bottom - 1);
  return boxes.filter(({ left, right, top, bottom }) => {
    if (isAlong) return (left + right) / 2 < x;
    if (isUnder) return (top + bottom) / 2 < y;
    return bottom < y || (top <= y && (left + right) / 2 < x);
  }).length;
}

/** The list under a point of the window, and the place in it. */
export function aimInLists(x: number, y: number, moved: string, isAlong = false) {
  const list = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-zone]');
  if (!list) return undefined;
  const boxes = [...list.querySelectorAll<HTMLElement>('[data-entry]')]
    .filter((each) => each.dataset['entry'] !== moved)
    .map((each) => each.getBoundingClientRect());
  return { zone: list.dataset['zone']!, index: placeAmong(boxes, x, y, isAlong) };
}
