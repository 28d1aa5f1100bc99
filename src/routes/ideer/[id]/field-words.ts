import type { Category } from '#lib/domain/ideas/idea.ts';
import { m } from '#lib/messages/index.svelte.ts';

/**
 * What a field of an idea says, as people read it: choices are ids and words of the machine.
 * @param units names by id
 */
export function fieldWords(field: string, value: string, units: ReadonlyMap<string, string>): string {
  const words = m().ideas;
  if (field === 'unit') return units.get(value) ?? words.noUnit;
  if (field === 'category') return words.categories[value as Category] ?? words.noCategory;
  return value === '' ? words.variantEmpty : value;
}
