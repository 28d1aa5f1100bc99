import { bare } from '#lib/core/ids.ts';
import type { CommandResult, Context } from '#lib/domain/command.ts';
import { captureIdea } from '#lib/domain/ideas/commands.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { BUILT_IN, type OfferedTemplate, offeredTemplates } from '#lib/domain/methods/builtin.ts';
import type { Case } from '#lib/domain/methods/case.ts';
import { beginCase, beginSheet, publishTemplate, takeStep } from '#lib/domain/methods/commands.ts';
import { giveDots } from '#lib/domain/methods/dots-commands.ts';
import type { Dots } from '#lib/domain/methods/dots.ts';
import {
  addEntry,
  beginField,
  colourEntry,
  linkEntry,
  moveEntry,
  removeEntry,
  restoreEntry,
  writeEntry
} from '#lib/domain/methods/entry-commands.ts';
import { COLOURS, type Entry, loneEntryId } from '#lib/domain/methods/entry.ts';
import { inOrder, orderAt } from '#lib/domain/methods/order.ts';
import { STEPS } from '#lib/domain/methods/steps.ts';
import type { Template } from '#lib/domain/methods/template.ts';
import type { Worksheet } from '#lib/domain/methods/worksheet.ts';
import type { KindName } from '#lib/domain/registry.ts';
import type { Store } from '#lib/store/store.ts';
import type { Random } from './random.ts';

/** What a person did in the worksheets, what they were looking at, and what is kept beside it; undefined for nothing. */
export type SheetWork =
  | {
      readonly command: CommandResult<Envelope>;
      readonly previous: Envelope | null;
      readonly beside?: readonly Envelope[];
    }
  | undefined;

/** Few of each, so that people meet. */
const FIELDS = ['vad', 'insikt'] as const;
const LONE = ['syfte', 'hur'] as const;
const SLOT = 'iakttagelser';
const MOST_SHEETS = 2;
const MOST_ROWS = 3;

/** A person does one thing in the worksheets, as their pages let them. */
export async function workInSheets(
  random: Random,
  store: Store,
  space: string,
  word: () => string,
  context: Context
): Promise<SheetWork> {
  const all = async <D extends Envelope>(kind: Exclude<KindName, 'idea'>): Promise<D[]> =>
    (await store.db.rows<D>(kind).toArray())
      .filter((row) => row.space === space)
      .map((row) => row.document)
      .sort((a, b) => (a._id < b._id ? -1 : 1));
  const made = (command: CommandResult<Envelope>, previous: Envelope | null = null): SheetWork => ({
    command,
    previous
  });

  const offered = async (): Promise<OfferedTemplate[]> => {
    const templates = (await all<Template>('template')).map((template) => ({ space, template }));
    return offeredTemplates(templates, space, 'undersoka');
  };
  const cases = await all<Case>('case');
  if (cases.length === 0) return made(beginCase({ name: word(), aim: '' }, context));
  const work = random.pick(cases);
  const sheets = await all<Worksheet>('worksheet');
  if (sheets.length === 0 || (sheets.length < MOST_SHEETS && random.chance(0.02))) {
    return made(beginSheet(work, random.pick(await offered()).id, word(), context));
  }
  const sheet = random.pick(sheets);
  const entries = inOrder((await all<Entry>('entry')).filter(({ worksheet }) => worksheet === sheet._id));
  const rows = entries.filter(({ slot }) => slot === SLOT);
  const choice = random.below(20);
  if (rows.length === 0 || (choice < 3 && rows.length < MOST_ROWS)) {
    const place = { zone: 'anvandare', order: orderAt(rows, random.below(rows.length + 1)) };
    const changes = { [random.pick(FIELDS)]: word() };
    return made(addEntry(sheet, { slot: SLOT, changes, spot: place }, context));
  }
  if (choice < 6) {
    const field = random.pick(LONE);
    const before = entries.find(({ _id }) => _id === loneEntryId(sheet._id, field));
    return before === undefined
      ? made(beginField(sheet, field, { [field]: word() }, undefined, context))
      : written(random, before, field, word(), context);
  }
  const row = random.pick(rows);
  if (choice < 10) return written(random, row, random.pick(FIELDS), word(), context);
  if (choice < 13) {
    const others = rows.filter((each) => each !== row);
    const order = orderAt(others, random.below(others.length + 1));
    return made(moveEntry(row, { zone: random.pick(['anvandare', 'direkt']), order }, context), row);
  }
  if (choice < 15)
    return made(row.removed?.given === true ? restoreEntry(row, context) : removeEntry(row, context), row);
  if (choice === 15) return made(colourEntry(row, random.pick(COLOURS), context), row);
  if (choice === 16) {
    const person = random.chance(0.5) ? context.actor.id : sheet.by;
    const before = (await all<Dots>('dots')).find((each) => each.entry === row._id && each.person === person);
    const variable = random.pick(['varde', 'nytt']);
    return made(giveDots(row, person, variable, random.below(4), before ?? null, context), before ?? null);
  }
  if (choice === 17) {
    const to = bare(random.pick(rows)._id);
    const links = row.links ?? [];
    const next = links.includes(to) ? links.filter((each) => each !== to) : [...links, to];
    return made(linkEntry(row, next, context), row);
  }
  if (choice === 18) return made(takeStep(work, random.pick(STEPS), '', context));
  if (random.chance(0.5)) {
    const said = Object.values(row.values).join('\n');
    return made(captureIdea({ title: said.split('\n')[0]!, need: said, proposal: '', card: row._id }, context));
  }
  const newest = random.pick(await offered());
  return made(publishTemplate({ ...BUILT_IN['observation.1']!, name: word() }, newest, context));
}

/** Somebody writes in a field: something else, or more. */
function written(random: Random, before: Entry, field: string, words: string, context: Context): SheetWork {
  const was = before.values[field];
  const next = random.chance(0.3) && typeof was === 'string' ? was + '\n' + words : words;
  const began = random.chance(0.5) ? { values: { [field]: was ?? '' }, at: context.now } : undefined;
  const { entry, before: beside } = writeEntry(before, { [field]: next }, undefined, began, context);
  return { command: entry, previous: before, beside };
}
