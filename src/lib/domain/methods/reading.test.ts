import { describe, expect, test } from 'vitest';
import { ANNA, as, at, BO, good, row, SHEET, stored, ulid } from '../../../../tests/examples/sheet.ts';
import { mergeDocuments } from '../merge.ts';
import { check } from '../rules.ts';
import { BUILT_IN } from './builtin.ts';
import { giveDots } from './dots-commands.ts';
import { addEntry, beginField, removeEntry } from './entry-commands.ts';
import type { Entry } from './entry.ts';
import { inOrder, orderAt } from './order.ts';
import { dotsFor, filledOf, givenBy, headingOf, readSheet } from './reading.ts';

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
