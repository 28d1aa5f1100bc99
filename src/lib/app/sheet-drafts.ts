import { bare } from '#lib/core/ids.ts';
import { session } from './session.svelte.ts';

/** What the drafts of a sheet begin with. */
export const draftPrefix = (sheet: string): string => `blad/${bare(sheet)}/`;

/** The draft of a value being written in a sheet. */
export const valueDraft = (sheet: string, entry: string, field: string): string =>
  draftPrefix(sheet) + bare(entry) + '/' + field;

/** What a draft holds, by name. */
export type DraftFields = Readonly<Record<string, unknown>>;

const leftKey = (id: string): string => `ideslussen.left/${session.person?.id ?? ''}/${id}`;

/** Puts words where it takes no time: a page that is left may not live to see a write on the disk end. */
export function putLeft(id: string, fields: DraftFields): void {
  try {
    sessionStorage.setItem(leftKey(id), JSON.stringify(fields));
  } catch {
    // No room, or none allowed; the draft on the disk is nearly as fresh.
  }
}

/** What was left in this tab under a sheet's prefix, which is taken away with it. */
export function takeLeft(prefix: string): { readonly id: string; readonly fields: DraftFields }[] {
  const start = leftKey(prefix);
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(start))
    .map((key) => {
      const fields = JSON.parse(sessionStorage.getItem(key) ?? '{}') as DraftFields;
      sessionStorage.removeItem(key);
      return { id: key.slice(leftKey('').length), fields };
    });
}
