import type { Entry } from '#lib/domain/methods/entry.ts';

/** When each entry last said something else. */
export const stampsOf = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(entries.map((entry) => [entry._id, stampOf(entry)]));

const stampOf = ({ at, edited }: Entry): string => (edited ?? { at }).at;

/** Entries that somebody else has added or changed since the stamps were taken, and who. */
export const changedByOthers = (
  entries: readonly Entry[],
  stamps: ReadonlyMap<string, string>,
  identities: readonly string[]
): { readonly id: string; readonly by: string }[] =>
  entries
    .filter((entry) => stamps.get(entry._id) !== stampOf(entry))
    .map(({ _id: id, by, voice, edited }) => ({
      id,
      scribe: edited?.by ?? by,
      by: edited?.voice ?? voice ?? edited?.by ?? by
    }))
    .filter(({ scribe }) => !identities.includes(scribe))
    .map(({ id, by }) => ({ id, by }));
