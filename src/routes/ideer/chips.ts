import type { Bond, Filter } from '#lib/domain/find/filter.ts';
import { isCommonCategory } from '#lib/domain/find/filter.ts';
import { findWords } from '#lib/messages/find.ts';
import { m } from '#lib/messages/index.svelte.ts';
import { stageName } from '#lib/messages/stages.svelte.ts';

/** One thing a filter asks for. */
export interface Chip {
  readonly key: string;
  readonly label: string;
  /** What it asks for is not here. */
  readonly isMissing?: true;
  /** The filter without it. */
  readonly without: Filter;
}

/** What things are called here, by id; undefined until it is known. */
export interface Names {
  readonly units: ReadonlyMap<string, string> | undefined;
  readonly categories: ReadonlyMap<string, string> | undefined;
  readonly challenges: ReadonlyMap<string, string> | undefined;
}

/** What a filter asks for, each for itself. */
export function chipsOf(filter: Filter, names: Names): readonly Chip[] {
  const words = findWords();
  const chips: Chip[] = [];
  const add = (part: keyof Filter, label: string, isMissing = false): void => {
    const { [part]: _removed, ...without } = filter;
    chips.push({ key: part, label, without, ...(isMissing ? { isMissing: true as const } : {}) });
  };
  const named = (part: 'unit' | 'challenge', known: ReadonlyMap<string, string> | undefined, missing: string): void => {
    const id = filter[part];
    // Until they are read nobody knows whether it is gone.
    if (id !== undefined && known !== undefined) add(part, known.get(id) ?? missing, !known.has(id));
  };
  named('unit', names.units, words.missingUnit);
  if (filter.stage !== undefined) add('stage', stageName(filter.stage));
  const { category } = filter;
  if (category !== undefined && isCommonCategory(category)) add('category', m().ideas.categories[category]);
  else if (category !== undefined && names.categories !== undefined)
    add('category', names.categories.get(category) ?? words.missingCategory, !names.categories.has(category));
  named('challenge', names.challenges, words.missingChallenge);
  for (const bond of filter.me ?? []) {
    const me = (filter.me ?? []).filter((each: Bond) => each !== bond);
    chips.push({ key: bond, label: words.bonds[bond], without: { ...filter, me: me.length === 0 ? undefined : me } });
  }
  if (filter.waits === true) add('waits', words.waits);
  if (filter.overdue === true) add('overdue', words.overdue);
  if (filter.picture === true) add('picture', words.picture);
  if (filter.from !== undefined) add('from', words.fromDay(filter.from));
  if (filter.to !== undefined) add('to', words.toDay(filter.to));
  if (filter.all === true) add('all', words.allShort);
  return chips;
}
