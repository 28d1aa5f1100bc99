import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { CommandResult, Context } from '../command.ts';
import { captureIdea } from '../ideas/commands.ts';
import { mergeDocuments } from '../merge.ts';
import { check } from '../rules.ts';
import {
  addStoryPicture,
  editStory,
  isSpreadAsTold,
  nameOnStory,
  restoreStory,
  retractStory,
  shareStory,
  tellStory
} from './storytelling.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const person = (tail: string, ...roles: string[]): Actor => ({
  id: id(tail),
  roles: [...['member', ...roles].map((role) => 'uddevalla:' + role), 'alias:' + id('A' + tail), 'fyrbodal:member'],
  space: 'uddevalla'
});
const member = person('B1');
const coach = person('C1', 'coach');
const manager = person('D1', 'manager');
const NOW = '2026-11-23T08:00:00.000Z';
const LATER = '2026-11-24T08:00:00.000Z';
let made = 0;
const as = (actor: Actor, now = NOW, space = 'uddevalla'): Context => ({
  actor: { ...actor, space },
  now,
  newId: () => id('D' + String(++made).padStart(3, '0'))
});
const inRegion = (actor: Actor, now = LATER) => as(actor, now, 'fyrbodal');
function value<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('refused: ' + JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: { ok: boolean; error?: unknown }) => (result.ok ? 'ok' : result.error);

const idea = value(captureIdea({ title: 'Nattljus', need: 'Mörkt.', proposal: '' }, as(member)));
const input = {
  title: ' Ljusare nätter ',
  text: 'Vi provade.',
  quote: 'Jag hittar till hallen.',
  role: 'Boende',
  consent: true
};
const quoteless = { ...input, quote: '', role: '', consent: false };
const told = value(tellStory(idea, input, as(coach)));

describe('telling', () => {
  test('says what was written, and who put down the yes of the one who is quoted', () => {
    expect(told).toMatchObject({
      idea: idea._id,
      by: coach.id,
      title: 'Ljusare nätter',
      quote: 'Jag hittar till hallen.',
      consent: { by: coach.id, at: NOW }
    });
  });

  test('what is wrong is said by field', () => {
    const refused = (fields: Partial<typeof input>) => refusal(tellStory(idea, { ...input, ...fields }, as(coach)));
    expect(refused({ title: '' })).toEqual({ code: 'empty', field: 'title' });
    expect(refused({ text: ' ' })).toEqual({ code: 'empty', field: 'text' });
    expect(refused({ role: ' ' })).toEqual({ code: 'invalid-field', field: 'role' });
    expect(refused({ consent: false })).toEqual({ code: 'invalid-field', field: 'consent' });
    expect(refused({ quote: 'Ring 19121212-1212' })).toMatchObject({ code: 'personal-number', field: 'quote' });
  });

  test('nobody is asked where nobody is quoted, and an author who hides tells without their name', () => {
    expect(value(tellStory(idea, { ...quoteless, consent: true }, as(coach)))).not.toHaveProperty('consent');
    const hidden = value(captureIdea({ title: 'A', need: '', proposal: '', hidden: true }, as(member)));
    expect(value(tellStory(hidden, input, as(member)))).toMatchObject({ by: id('AB1'), consent: { by: id('AB1') } });
  });

  test('a picture belongs to it', () => {
    const picture = value(addStoryPicture(told, { width: 4, height: 3, description: ' Lampan ' }, as(coach)));
    expect(picture).toMatchObject({ story: told._id, idea: idea._id, description: 'Lampan' });
    expect(value(addStoryPicture(told, { width: 4, height: 3, description: '' }, as(coach)))).not.toHaveProperty(
      'description'
    );
  });
});

describe('changing', () => {
  test('the same quote keeps its yes, another is asked for anew', () => {
    const same = value(editStory(told, { ...input, text: 'Vi fortsätter.' }, as(manager, LATER)));
    expect(same).toMatchObject({ consent: told.consent, edited: { by: manager.id, at: LATER } });
    const other = value(editStory(told, { ...input, quote: 'Jag sover.' }, as(manager, LATER)));
    expect(other).toMatchObject({ consent: { by: manager.id, at: LATER } });
    expect(refusal(editStory(told, { ...input, consent: false }, as(coach, LATER)))).toEqual({
      code: 'invalid-field',
      field: 'consent'
    });
  });

  test('a quote is taken away, and put back under a new yes', () => {
    const without = value(editStory(told, quoteless, as(coach, LATER)));
    expect(without).not.toHaveProperty('quote');
    const again = value(editStory(without, { ...input, quote: 'Tack.' }, as(manager, '2026-11-25T08:00:00.000Z')));
    expect(again).toMatchObject({ quote: 'Tack.', consent: { by: manager.id } });
  });

  test('a member changes nobody else’s', () => {
    expect(refusal(editStory(told, { ...input, text: 'Nej.' }, as(member)))).toEqual({ code: 'not-allowed' });
  });

  test('two quotes at once: one stands as it was said, the other is kept, and the rules take it', () => {
    const base = { ...told, _rev: '1-a' };
    const mine = value(editStory(base, { ...input, quote: 'Mitt.', text: 'Vi provade.\nDet gick.' }, as(coach, LATER)));
    const theirs = { ...value(editStory(base, { ...input, quote: 'Ditt.' }, as(manager, LATER))), _rev: '2-b' };
    const { document, lost } = mergeDocuments(base, mine, theirs);
    expect(document).toMatchObject({ quote: 'Ditt.', text: 'Vi provade.\nDet gick.' });
    expect(lost).toEqual([{ field: 'quote', text: 'Mitt.' }]);
    expect(check(document, theirs, coach)).toEqual({ ok: true, value: undefined });
  });

  test('taken back it may be told again', () => {
    const gone = value(retractStory(told, as(manager, LATER)));
    expect(gone.retracted).toEqual({ by: manager.id, at: LATER });
    expect(value(restoreStory(gone, as(coach)))).toEqual(told);
    expect(refusal(retractStory(told, as(member)))).toEqual({ code: 'not-allowed' });
  });
});

describe('spreading', () => {
  const copy = value(shareStory(told, 'uddevalla', null, true, inRegion(manager)));

  test('the same words under the same id, by whoever spreads it and without the author’s name', () => {
    const named = { ...told, author: member.id };
    expect(value(shareStory(named, 'uddevalla', null, true, inRegion(manager)))).toEqual(copy);
    expect(copy).toMatchObject({
      _id: told._id,
      from: 'uddevalla',
      by: manager.id,
      consent: { by: manager.id, at: LATER }
    });
    expect(copy).not.toHaveProperty('author');
    expect(isSpreadAsTold(told, copy)).toBe(true);
  });

  test('asks whether the one who is quoted has said yes to that too', () => {
    expect(refusal(shareStory(told, 'uddevalla', null, false, inRegion(coach)))).toEqual({
      code: 'invalid-field',
      field: 'consent'
    });
    expect(refusal(shareStory(told, 'uddevalla', null, true, inRegion(member)))).toEqual({ code: 'not-allowed' });
    expect(refusal(shareStory(told, 'trollhattan', null, true, inRegion(coach)))).toEqual({ code: 'not-allowed' });
  });

  test('again it becomes what is told at home now, also where it had been taken back', () => {
    const gone = value(retractStory(copy, inRegion(manager)));
    const now = value(editStory(told, { ...input, text: 'Nytt.', quote: '', role: '' }, as(coach, LATER)));
    expect(isSpreadAsTold(now, copy)).toBe(false);
    const next = value(shareStory(now, 'uddevalla', gone, false, inRegion(coach, '2026-11-26T08:00:00.000Z')));
    expect(next).toMatchObject({ text: 'Nytt.', by: manager.id, edited: { by: coach.id } });
    expect(next).not.toHaveProperty('retracted');
    expect(isSpreadAsTold(now, next)).toBe(true);
  });

  test('the author alone puts their name there', () => {
    expect(value(nameOnStory(copy, true, inRegion(member)))).toMatchObject({ author: member.id });
    const named = value(nameOnStory(copy, true, inRegion(member)));
    expect(value(nameOnStory(named, false, inRegion(member)))).toEqual(copy);
    expect(refusal(nameOnStory(named, false, inRegion(coach)))).toEqual({ code: 'not-allowed' });
  });

  test('a picture of it goes along, from the same municipality', () => {
    expect(value(addStoryPicture(copy, { width: 4, height: 3, description: '' }, inRegion(manager)))).toMatchObject({
      from: 'uddevalla',
      by: manager.id
    });
    expect(refusal(addStoryPicture(copy, { width: 4, height: 3, description: '' }, inRegion(member)))).toEqual({
      code: 'not-allowed'
    });
  });
});
