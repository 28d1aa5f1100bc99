import { generateKeyBetween } from 'fractional-indexing';
import { bare } from '#lib/core/ids.ts';
import type { Entry } from './entry.ts';

type Placed = Pick<Entry, '_id' | 'place'>;

const keyOf = ({ place, _id }: Placed): string => (place?.order ?? '') + ' ' + bare(_id);

/** Entries as they stand: by key, and by id where two devices gave the same. Those without a place come first. */
export const inOrder = <E extends Placed>(entries: readonly E[]): E[] =>
  entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);

/**
 * A key for whatever is put at a place among entries that stand in order.
 * @param others in order, without the one that is moved
 * @param index what it gets before it: 0 puts it first, `others.length` last
 */
export function orderAt(others: readonly Placed[], index: number): string {
  const keys = others.map(({ place }) => place?.order ?? '');
  // Where two devices gave the same key nothing fits between: the next greater one is the neighbour.
  const before = keys.slice(0, index).reduce((last, key) => (key > last ? key : last), '');
  const after = keys.slice(index).find((key) => key > before);
  return keyBetween(before === '' ? null : before, after ?? null);
}

// A key that somebody made by hand may be none the library knows; then it goes last of all.
function keyBetween(before: string | null, after: string | null): string {
  try {
    return generateKeyBetween(before, after);
  } catch {
    return before === null ? 'a0' : before + 'V';
  }
}
