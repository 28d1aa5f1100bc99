import { idOf } from '#lib/core/ids.ts';
import { sameContent } from '#lib/core/json.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import { type Variant, variantId } from '../variant.ts';
import { type Colour, contentOf, type Entry, loneEntryId, type Place, type Value, type Values } from './entry.ts';
import type { Worksheet } from './worksheet.ts';

/** Values as they are written; undefined or an empty text takes one away. */
export type Changes = Readonly<Record<string, Value | undefined>>;

/** Where an entry is put. */
export type Spot = Omit<Place, 'at'>;

/** Whoever says what the person at the device writes down; undefined where they are the same. */
export type Voice = string | undefined;

/** How a document says whose words it holds. */
export const spoken = (voice: Voice) => (voice === undefined ? {} : { voice });

/** Words keep their blanks while they are written: only what nobody can see is taken away. */
const written = (value: Value): Value => (typeof value === 'string' ? clean(value) : value);

function changed(values: Values, changes: Changes): Values {
  const next: Record<string, Value> = { ...values };
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || written(value) === '') delete next[name];
    else next[name] = written(value);
  }
  return next;
}

type Sheet = Pick<Worksheet, '_id'>;

export interface NewEntry {
  readonly slot: string;
  readonly changes: Changes;
  readonly spot?: Spot | undefined;
  readonly colour?: Colour | undefined;
  readonly voice?: Voice;
  /** The last part of its id, where somebody has begun to write on it already. */
  readonly key?: string | undefined;
}

/** A new row or card. Refused: `personal-number values`, `too-long values`. */
export function addEntry(sheet: Sheet, input: NewEntry, { actor, now, newId }: Context): CommandResult<Entry> {
  const { slot, changes, spot, colour, voice, key } = input;
  const next: Entry = {
    _id: idOf('entry', sheet._id, key ?? newId()),
    v: 1,
    worksheet: sheet._id,
    slot,
    by: actor.id,
    at: now,
    ...spoken(voice),
    values: changed({}, changes),
    ...(spot === undefined ? {} : { place: { ...spot, at: now } }),
    ...(colour === undefined ? {} : { colour: { name: colour, at: now } })
  };
  return checked(next, null, actor);
}

/**
 * The first words in a field that is filled in once. It is signed from the start: another device may have begun it
 * too, and then the two are joined.
 */
export function beginField(
  sheet: Sheet,
  slot: string,
  changes: Changes,
  voice: Voice,
  { actor, now }: Context
): CommandResult<Entry> {
  const next: Entry = {
    _id: loneEntryId(sheet._id, slot),
    v: 1,
    worksheet: sheet._id,
    slot,
    by: actor.id,
    at: now,
    ...spoken(voice),
    values: changed({}, changes),
    edited: { by: actor.id, at: now, ...spoken(voice) }
  };
  return checked(next, null, actor);
}

/** What stood when somebody began to write. */
export interface Began {
  readonly values: Values;
  /** ISO */
  readonly at: string;
}

/**
 * Changes what an entry says.
 * @param began what is replaced by this is kept as versions that ask for no choice
 */
export function writeEntry(
  previous: Entry,
  changes: Changes,
  voice: Voice,
  began: Began | undefined,
  context: Context
): { readonly entry: CommandResult<Entry>; readonly before: readonly Variant[] } {
  const { actor, now } = context;
  const values = changed(previous.values, changes);
  const next: Entry = { ...previous, values, edited: { by: actor.id, at: now, ...spoken(voice) } };
  return {
    entry: checked(next, previous, actor),
    before: began === undefined ? [] : replaced(previous, values, began, context)
  };
}

/** The texts that are gone, and not merely added to. */
function replaced(previous: Entry, next: Values, began: Began, { actor }: Context): Variant[] {
  return Object.keys(began.values).flatMap((name) => {
    const was = began.values[name];
    const text = typeof was === 'number' ? String(was) : (was ?? '');
    if (text.trim() === '' || String(next[name] ?? '').includes(text)) return [];
    const version = versionOf(previous, name, text, began.at, actor.id);
    const result = checked(version, null, actor);
    return result.ok ? [result.value] : [];
  });
}

const versionOf = (entry: Entry, name: string, text: string, at: string, by: string): Variant => ({
  _id: variantId(entry._id, 'values.' + name, text, at),
  v: 1,
  of: entry._id,
  field: 'values.' + name,
  text,
  by,
  at,
  owner: entry.by,
  resolved: { by, at }
});

/** Puts an entry somewhere else. */
export const moveEntry = (previous: Entry, spot: Spot, { actor, now }: Context): CommandResult<Entry> =>
  checked({ ...previous, place: { ...spot, at: now } }, previous, actor);

/** Gives a card a colour. */
export const colourEntry = (previous: Entry, name: Colour, { actor, now }: Context): CommandResult<Entry> =>
  checked({ ...previous, colour: { name, at: now } }, previous, actor);

/** Says which cards this one leads to, by the last part of their ids. */
export function linkEntry(previous: Entry, links: readonly string[], { actor, now }: Context): CommandResult<Entry> {
  const { links: _links, ...kept } = previous;
  const list = [...new Set(links)];
  const next: Entry = { ...kept, ...(list.length === 0 ? {} : { links: list }), edited: { by: actor.id, at: now } };
  return checked(next, previous, actor);
}

/** Takes an entry away. It can be brought back, and stays where somebody else writes on it meanwhile. */
export const removeEntry = (previous: Entry, context: Context): CommandResult<Entry> =>
  setRemoved(previous, true, context);

/** Brings an entry back. */
export const restoreEntry = (previous: Entry, context: Context): CommandResult<Entry> =>
  setRemoved(previous, false, context);

const setRemoved = (previous: Entry, given: boolean, { actor, now }: Context): CommandResult<Entry> =>
  checked(
    { ...previous, removed: { given, at: now, saw: contentOf(previous) }, edited: { by: actor.id, at: now } },
    previous,
    actor
  );

/** What a sheet's entries become in a copy of it: what they say, where they lie, and nothing of what became of them. */
export function copyEntry(sheet: Sheet, entry: Entry, { actor, now, newId }: Context): CommandResult<Entry> {
  const isLone = entry._id === loneEntryId(entry.worksheet, entry.slot);
  const { values, place, colour, slot } = entry;
  const next: Entry = {
    _id: isLone ? loneEntryId(sheet._id, slot) : idOf('entry', sheet._id, newId()),
    v: 1,
    worksheet: sheet._id,
    slot,
    by: actor.id,
    at: now,
    values,
    ...(place === undefined ? {} : { place: { ...place, at: now } }),
    ...(colour === undefined ? {} : { colour: { ...colour, at: now } }),
    ...(isLone ? { edited: { by: actor.id, at: now } } : {})
  };
  return checked(next, null, actor);
}

/** Whether a change says anything new. */
export const isChange = (values: Values, changes: Changes): boolean => !sameContent(values, changed(values, changes));
