import { describe, expect, test } from 'vitest';
import { ANNA, as, at, BO, good, row, SHEET, stored, ulid } from '../../../../tests/examples/sheet.ts';
import { mergeDocuments } from '../merge.ts';
import { check } from '../rules.ts';
import {
  addEntry,
  beginField,
  copyEntry,
  isChange,
  moveEntry,
  removeEntry,
  restoreEntry,
  writeEntry
} from './entry-commands.ts';
import { type Entry, isDisputed, isRemoved, loneEntryId, type Values } from './entry.ts';

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

test('a copy says the same in a sheet of its own, and its fields are that sheet’s', () => {
  const other = { _id: 'worksheet:' + ulid('6') };
  const field = good(beginField(SHEET, 'syfte', { syfte: 'Sova' }, undefined, as(ANNA, 1)));
  expect(good(copyEntry(other, field, as(BO, 2)))._id).toBe(loneEntryId(other._id, 'syfte'));
  const copy = good(copyEntry(other, row(), as(BO, 2)));
  expect([copy.worksheet, copy.by, copy.values]).toEqual([other._id, BO, { vad: 'Låset frös' }]);
});
