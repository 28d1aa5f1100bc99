import type { Actor } from '#lib/domain/actor.ts';
import type { Context } from '#lib/domain/command.ts';
import { addEntry } from '#lib/domain/methods/entry-commands.ts';
import type { Entry, Values } from '#lib/domain/methods/entry.ts';

// Two people and a sheet, for the tests of what is written in one.

export const ulid = (tail: string): string => tail.padStart(26, '0');
export const ANNA = ulid('A1');
export const BO = ulid('B2');
export const SHEET = { _id: 'worksheet:' + ulid('5') };
let count = 0;
export const at = (minute: number): string => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`;
export const as = (id: string, minute: number): Context => {
  const actor: Actor = { id, roles: ['uddevalla:member', 'fyrbodal:member'], space: 'uddevalla' };
  return { actor, now: at(minute), newId: () => ulid('E' + String(++count).padStart(4, '0')) };
};
export const good = <D>(result: { ok: true; value: D } | { ok: false; error: unknown }): D => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
export const stored = (entry: Entry, rev = '1-a'): Entry => ({ ...entry, _rev: rev });
export const row = (changes: Values = { vad: 'Låset frös' }): Entry =>
  good(addEntry(SHEET, { slot: 'rader', changes }, as(ANNA, 1)));
