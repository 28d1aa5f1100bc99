import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { Context } from '../command.ts';
import { mergeDocuments } from '../merge.ts';
import { check } from '../rules.ts';
import {
  addEntry,
  beginField,
  copyEntry,
  giveDots,
  isChange,
  moveEntry,
  removeEntry,
  restoreEntry,
  writeEntry
} from './entry-commands.ts';
import { type Entry, isDisputed, isRemoved, loneEntryId, type Values } from './entry.ts';
import { inOrder, orderAt } from './order.ts';
import { dotsFor, filledOf, givenBy, headingOf, readSheet } from './reading.ts';
import { BUILT_IN } from './builtin.ts';

const ulid = (tail: string): string => tail.padStart(26, '0');
const ANNA = ulid('A1');
const BO = ulid('B2');
const SHEET = { _id: 'worksheet:' + ulid('5') };
let count = 0;
const at = (minute: number): string => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`;
const as = (id: string, minute: number): Context => {
  const actor: Actor = { id, roles: ['uddevalla:member', 'fyrbodal:member'], space: 'uddevalla' };
  return { actor, now: at(minute), newId: () => ulid('E' + String(++count).padStart(4, '0')) };
};
const good = <D>(result: { ok: true; value: D } | { ok: false; error: unknown }): D => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const stored = (entry: Entry, rev = '1-a'): Entry => ({ ...entry, _rev: rev });
const row = (changes: Values = { vad: 'Låset frös' }) => good(addEntry(SHEET, { slot: 'rader', changes }, as(ANNA, 1)));
const written = (entry: Entry, changes: Values, who: string, minute: number): Entry =>
  good(writeEntry(entry, changes, undefined, undefined, as(who, minute)).entry);

/** Two edits of one entry as they come to stand, and that whoever brings the join may write it. */
function joined(base: Entry | null, mine: Entry, theirs: Entry, who: string) {
  const merged = mergeDocuments(base, mine, stored(theirs, '2-b'));
  const actor = as(who, 9).actor;
  expect(check(merged.document, stored(theirs, '2-b'), actor)).toEqual({ ok: true, value: undefined });
  return merged;
}

describe('two who write on one row', () => {
  const base = stored(row({ vad: 'Låset frös', hur: 'Med våld' }));

  test('in different fields: both stay, signed by whoever brings them together', () => {
    const { document, lost } = joined(
      base,
      written(base, { vem: 'Natt' }, BO, 3),
      written(base, { hur: 'Med fön' }, ANNA, 2),
      BO
    );
    expect(document.values).toEqual({ vad: 'Låset frös', hur: 'Med fön', vem: 'Natt' });
    expect(document.edited).toEqual({ by: BO, at: at(3) });
    expect(lost).toEqual([]);
  });

  test('in one field: theirs stays and mine is kept under its name', () => {
    const { document, lost } = joined(
      base,
      written(base, { hur: 'Med sprit' }, BO, 3),
      written(base, { hur: 'Med fön' }, ANNA, 2),
      BO
    );
    expect(document.values['hur']).toBe('Med fön');
    expect(lost).toEqual([{ field: 'values.hur', text: 'Med sprit' }]);
  });

  test('one moves it while the other writes: it lies in one place and says what was written', () => {
    const moved = good(moveEntry(base, { zone: 'direkt', order: 'a5' }, as(ANNA, 2)));
    const { document } = joined(base, written(base, { vad: 'Frusna lås' }, BO, 3), moved, BO);
    expect(document.place).toEqual({ zone: 'direkt', order: 'a5', at: at(2) });
    expect(document.values['vad']).toBe('Frusna lås');
  });

  test('both move it: the later place, whichever comes first to the server', () => {
    const one = good(moveEntry(base, { zone: 'direkt', order: 'a1' }, as(ANNA, 2)));
    const other = good(moveEntry(base, { zone: 'indirekt', x: 5, y: 900, order: 'a2' }, as(BO, 3)));
    expect(joined(base, one, other, ANNA).document.place?.zone).toBe('indirekt');
    expect(joined(base, other, one, BO).document.place?.zone).toBe('indirekt');
  });
});

describe('a row that is taken away', () => {
  const base = stored(row());

  test('is gone, and can be brought back', () => {
    const gone = good(removeEntry(base, as(ANNA, 2)));
    expect(isRemoved(gone)).toBe(true);
    expect(isDisputed(gone)).toBe(false);
    expect(isRemoved(good(restoreEntry(gone, as(BO, 3))))).toBe(false);
  });

  test.each([
    ['the removal was there first', 2, 3],
    ['the words were there first, and the removal is the later', 3, 2]
  ])('while somebody writes on it: the words stay seen (%s)', (_name, removal, writing) => {
    const gone = good(removeEntry(base, as(ANNA, removal)));
    const more = written(base, { vad: 'Låset frös igen' }, BO, writing);
    for (const [mine, theirs, who] of [
      [gone, more, ANNA],
      [more, gone, BO]
    ] as const) {
      const { document } = joined(base, mine, theirs, who);
      expect(isRemoved(document)).toBe(false);
      expect(isDisputed(document)).toBe(true);
      expect(document.values['vad']).toBe('Låset frös igen');
    }
  });

  test('while somebody moves it: it is gone', () => {
    const gone = good(removeEntry(base, as(ANNA, 2)));
    const moved = good(moveEntry(base, { order: 'b' }, as(BO, 3)));
    expect(isRemoved(joined(base, moved, gone, BO).document)).toBe(true);
  });
});

describe('a field that is filled in once', () => {
  const mine = good(beginField(SHEET, 'syfte', { syfte: 'Jag vill sova' }, undefined, as(ANNA, 1)));
  const theirs = good(beginField(SHEET, 'syfte', { syfte: 'Jag vill lugna natten' }, BO, as(BO, 2)));

  test('is one document, also where two begin it apart: then both texts are kept', () => {
    expect(mine._id).toBe(loneEntryId(SHEET._id, 'syfte'));
    expect(theirs._id).toBe(mine._id);
    const { document, lost } = joined(null, mine, theirs, ANNA);
    expect(document.values).toEqual({ syfte: 'Jag vill lugna natten' });
    expect(lost).toEqual([{ field: 'values.syfte', text: 'Jag vill sova' }]);
  });

  test('has an id of its own in each sheet and for each field', () => {
    const ids = ['syfte', 'hur', 'timmar.1', 'timmar.2'].map((slot) => loneEntryId(SHEET._id, slot));
    expect(new Set([...ids, loneEntryId('worksheet:' + ulid('6'), 'syfte')]).size).toBe(5);
  });

  test('cannot stand under the id of another field', () => {
    expect(check({ ...mine, slot: 'hur' } as Entry, null, as(ANNA, 1).actor)).toEqual({
      ok: false,
      error: { code: 'wrong-id' }
    });
  });
});

describe('what was written before', () => {
  const base = stored(row({ vad: 'Låset frös', tal: 4 }));
  const began = { values: base.values, at: at(4) };
  const before = (changes: Values) =>
    writeEntry(base, changes, undefined, began, as(BO, 5)).before.map(({ field, text }) => [field, text]);

  test('is kept where it is replaced, and not where it is added to', () => {
    expect(before({ vad: 'Dörren kärvade' })).toEqual([['values.vad', 'Låset frös']]);
    expect(before({ vad: '' })).toEqual([['values.vad', 'Låset frös']]);
    expect(before({ tal: 5 })).toEqual([['values.tal', '4']]);
    expect(before({ vad: 'Låset frös i natt' })).toEqual([]);
  });

  test('is one version for each time somebody sits down to write', () => {
    const ids = ['Dörren', 'Dörren kärvade'].map(
      (vad) => writeEntry(base, { vad }, undefined, began, as(BO, 5)).before[0]!._id
    );
    expect(new Set(ids).size).toBe(1);
  });

  test('asks nobody to choose', () => {
    const [version] = writeEntry(base, { vad: 'x' }, undefined, began, as(BO, 5)).before;
    expect(version!.resolved).toEqual({ by: BO, at: at(4) });
  });
});

test('a value that is emptied is taken away, and blanks are no change', () => {
  expect(written(stored(row({ vad: 'a', hur: 'b' })), { hur: '' }, BO, 2).values).toEqual({ vad: 'a' });
  expect(isChange({ vad: 'a' }, { vad: 'a ' })).toBe(false);
  expect(isChange({ vad: 'a' }, { vad: 'a b' })).toBe(true);
  expect(isChange({}, { vad: ' ' })).toBe(false);
});

test('a personal number is refused, and the field it stands in is told', () => {
  expect(addEntry(SHEET, { slot: 'rader', changes: { vad: 'Ring 19900101-2385' } }, as(ANNA, 1))).toMatchObject({
    ok: false,
    error: { code: 'personal-number', field: 'values' }
  });
});

test('who says it and who writes it down are two', () => {
  const entry = good(addEntry(SHEET, { slot: 'rader', changes: { vad: 'x' }, voice: BO }, as(ANNA, 1)));
  expect([entry.by, entry.voice]).toEqual([ANNA, BO]);
});

describe('order', () => {
  const placed = (order: string, tail: string): Entry => ({
    ...row(),
    _id: `entry:${ulid('5')}:${ulid(tail)}`,
    place: { order, at: at(1) }
  });

  test('an entry is put first, last and between', () => {
    const list = [placed('a0', '1'), placed('a1', '2'), placed('a2', '3')];
    const first = orderAt(list, 0);
    const between = orderAt(list, 1);
    const last = orderAt(list, 3);
    expect(first < 'a0' && 'a0' < between && between < 'a1' && 'a2' < last).toBe(true);
    expect(orderAt([], 0)).toBe('a0');
  });

  test('two that were given one key have an order too, and a third finds room', () => {
    const twins = [placed('a1', '2'), placed('a1', '1')];
    expect(inOrder(twins).map(({ _id }) => _id.slice(-1))).toEqual(['1', '2']);
    const between = orderAt(inOrder(twins), 1);
    expect(between > 'a1').toBe(true);
  });

  test('a key nobody’s library made is no dead end', () => {
    expect(orderAt([placed('0', '1')], 1) > '0').toBe(true);
  });
});

describe('reading a sheet', () => {
  const first = { ...row({ vad: 'ett' }), place: { order: 'a1', at: at(1) } };
  const second = { ...row({ vad: 'två' }), place: { order: 'a0', at: at(1) } };
  const gone = good(removeEntry(stored(row({ vad: 'tre' })), as(ANNA, 2)));
  const lone = good(beginField(SHEET, 'timmar.2', { timmar: 40 }, undefined, as(ANNA, 1)));

  test('gives rows in order, fields by slot, and what was taken away apart', () => {
    const reading = readSheet([first, second, gone, lone]);
    expect(reading.rows('rader').map(({ values }) => values['vad'])).toEqual(['två', 'ett']);
    expect(reading.removed).toEqual([gone]);
    expect(reading.value('timmar', 2)).toBe(40);
    expect(reading.value('timmar', 1)).toBeUndefined();
    expect(reading.parts(BUILT_IN['nyttokalkyl.1']!.sections[0]!)).toBe(2);
  });

  test('says how much is filled in', () => {
    const syfte = good(beginField(SHEET, 'syfte', { syfte: 'Sova' }, undefined, as(ANNA, 1)));
    expect(filledOf(BUILT_IN['hitta-utmaningen.1']!, [syfte])).toEqual({ fields: 1, ofFields: 4, rows: 0 });
    const seen = good(addEntry(SHEET, { slot: 'iakttagelser', changes: { vad: 'x' } }, as(ANNA, 1)));
    expect(filledOf(BUILT_IN['observation.1']!, [seen])).toEqual({ fields: 0, ofFields: 0, rows: 1 });
  });

  test('calls a row by its first words', () => {
    const { fields = [] } = BUILT_IN['observation.1']!.sections[0]!;
    expect(headingOf(fields, { values: { vad: 'Två ord\noch mer' } })).toBe('Två ord');
    expect(headingOf(fields, { values: {} })).toBe('');
  });
});

describe('dots', () => {
  const card = row();
  const give = (person: string, count: number, previous: Parameters<typeof giveDots>[4], minute: number, who = ANNA) =>
    good(giveDots(card, person, 'anvandarvarde', count, previous, as(who, minute)));

  test('are counted over everybody and for each', () => {
    const all = [give(ANNA, 2, null, 1), give(BO, 1, null, 1)];
    expect(dotsFor(all, card._id, 'anvandarvarde')).toBe(3);
    expect(givenBy(all, ANNA, 'anvandarvarde')).toBe(2);
    expect(dotsFor(all, card._id, 'nytankande')).toBe(0);
  });

  test('of one person on two devices the later count holds, and other variables stay', () => {
    const phone = good(giveDots(card, ANNA, 'nytankande', 1, give(ANNA, 2, null, 2), as(ANNA, 3)));
    const tablet = give(ANNA, 3, null, 4, BO);
    expect(phone._id).toBe(tablet._id);
    const { document } = mergeDocuments(null, phone, { ...tablet, _rev: '1-b' });
    expect(document.given['anvandarvarde']?.count).toBe(3);
    expect(document.given['nytankande']?.count).toBe(1);
    expect(check(document, { ...tablet, _rev: '1-b' }, as(ANNA, 5).actor).ok).toBe(true);
  });
});

test('a copy says the same in a sheet of its own, and its fields are that sheet’s', () => {
  const other = { _id: 'worksheet:' + ulid('6') };
  const field = good(beginField(SHEET, 'syfte', { syfte: 'Sova' }, undefined, as(ANNA, 1)));
  expect(good(copyEntry(other, field, as(BO, 2)))._id).toBe(loneEntryId(other._id, 'syfte'));
  const copy = good(copyEntry(other, row(), as(BO, 2)));
  expect([copy.worksheet, copy.by, copy.values]).toEqual([other._id, BO, { vad: 'Låset frös' }]);
});
