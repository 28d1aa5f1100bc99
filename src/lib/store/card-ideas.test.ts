import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureIdea } from '#lib/domain/ideas/commands.ts';
import { cardIdeaId, type Idea } from '#lib/domain/ideas/idea.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { openStore, type Store } from './store.ts';

const ulid = (tail: string): string => tail.padStart(26, '0');
const ME = ulid('A1');
const OTHER = ulid('B2');
const SPACE = 'uddevalla';
const SHEET = 'worksheet:' + ulid('51');
const CASE = 'case:' + ulid('C1');
const CARD = `entry:${ulid('51')}:${ulid('E1')}`;
const at = (minute: number): string => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`;
const doc = (fields: object): Envelope => ({ v: 1, by: OTHER, at: at(0), ...fields }) as unknown as Envelope;

/** The idea that somebody makes of the card, as it reads on their device. */
function made(by: string, minute: number, need: string): Idea {
  const context = {
    actor: { id: by, roles: ['uddevalla:member'], space: SPACE },
    now: at(minute),
    newId: () => ulid('9')
  };
  const result = captureIdea({ title: 'Tyst larm', need, proposal: '', card: CARD }, context);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

let store: Store;
beforeEach(async () => {
  store = openStore(ME, {
    indexedDB: new IDBFactory(),
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
  });
  await store.sync.apply(SPACE, [
    { ...doc({ _id: CASE, name: 'Lugnare nätter', aim: '' }), _rev: '1-c' },
    { ...doc({ _id: SHEET, case: CASE, template: 'brainwriting.1', name: 'Brainwriting' }), _rev: '1-s' },
    { ...doc({ _id: CARD, worksheet: SHEET, slot: 'ideer', values: { ide: 'Tyst larm' } }), _rev: '1-e' }
  ]);
});
afterEach(() => store.close());

const variants = async () =>
  (await store.db.rows<Variant>('variant').toArray()).map(({ document: { of, field, text, by, owner } }) => ({
    of,
    field,
    text,
    by,
    owner
  }));

test('a card leads to the idea it has become, and the idea back to its sheet', async () => {
  expect(await store.cardIdeas(SPACE, SHEET)).toEqual(new Map());
  await store.accept({ space: SPACE, documents: [{ document: made(ME, 1, 'Många väcks') }] });
  expect(await store.cardIdeas(SPACE, SHEET)).toEqual(new Map([[CARD, { id: cardIdeaId(CARD), title: 'Tyst larm' }]]));
  expect(await store.sheetOrigin(SPACE, CARD)).toMatchObject({
    sheet: { name: 'Brainwriting' },
    case: { name: 'Lugnare nätter' }
  });
  expect(await store.cardIdeas('trollhattan', SHEET)).toEqual(new Map());
});

test.each([
  ['what waits here meets the other’s', true],
  ['the other’s has come here since the page was opened', false]
])('one idea of two taps: %s', async (_when, mineFirst) => {
  const mine = made(ME, 2, 'Många väcks av ljudet');
  const theirs = { ...made(OTHER, 1, 'Personalen stör sig'), _rev: '1-t' };
  const accept = () => store.accept({ space: SPACE, documents: [{ document: mine }] });
  if (mineFirst) await accept();
  await store.sync.apply(SPACE, [theirs]);
  if (!mineFirst) await accept();
  // A second tap changes nothing.
  await accept();

  expect(await store.document(SPACE, mine._id)).toMatchObject({ by: OTHER, need: 'Personalen stör sig' });
  expect(await variants()).toEqual([
    { of: mine._id, field: 'need', text: 'Många väcks av ljudet', by: ME, owner: OTHER }
  ]);
  expect((await store.outbox()).map(({ id }) => id.split(':')[0])).toEqual(['variant']);
});
