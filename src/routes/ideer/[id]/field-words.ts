import type { Category } from '#lib/domain/ideas/idea.ts';
import { m } from '#lib/messages/index.svelte.ts';

/**
 * What a field of an idea says, as people read it: choices are ids and words of the machine.
 * @param names of units, the municipality's own categories and challenges, by id
 */
export function fieldWords(field: string, value: string, names: ReadonlyMap<string, string>): string {
  const words = m().ideas;
  if (field === 'unit') return names.get(value) ?? words.noUnit;
  if (field === 'category') return words.categories[value as Category] ?? names.get(value) ?? words.noCategory;
  if (field === 'challenge') return names.get(value) ?? value;
  return value === '' ? words.variantEmpty : value;
}
