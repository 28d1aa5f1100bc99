import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { CommandResult, Context } from '../command.ts';
import { captureIdea } from '../ideas/commands.ts';
import { mergeDocuments } from '../merge.ts';
import { check } from '../rules.ts';
import { cannotMeasure, planBenefit, postponeFollowUp, reportBenefit, withdrawBenefit } from './commands.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const person = (tail: string, ...roles: string[]): Actor => ({
  id: id(tail),
  roles: [...['member', ...roles].map((role) => 'uddevalla:' + role), 'alias:' + id('A' + tail)],
  space: 'uddevalla'
});
const member = person('B1');
const coach = person('C1', 'coach');
let made = 0;
const as = (actor: Actor): Context => ({
  actor,
  now: '2026-11-23T08:00:00.000Z',
  newId: () => id('D' + String(++made).padStart(3, '0'))
});
function value<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('refused: ' + JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: { ok: boolean; error?: unknown }) => (result.ok ? 'ok' : result.error);

const idea = value(captureIdea({ title: 'Nattljus', need: 'Mörkt.', proposal: '' }, as(member)));
const hidden = value(captureIdea({ title: 'Nattljus', need: 'Mörkt.', proposal: '', hidden: true }, as(member)));
const input = { quality: ' Tryggare. ', on: '2026-12-01' };

describe('planning', () => {
  test('says what was said and leaves out what was not', () => {
    const plan = value(
      planBenefit(
        idea,
        { ...input, hours: { amount: 12, per: 'month' }, kronor: undefined, scale: undefined },
        as(coach)
      )
    );
    expect(plan).toEqual({
      _id: expect.stringContaining('benefit:') as string,
      v: 1,
      idea: idea._id,
      by: coach.id,
      at: '2026-11-23T08:00:00.000Z',
      state: 'planned',
      hours: { amount: 12, per: 'month' },
      quality: 'Tryggare.',
      on: '2026-12-01'
    });
  });

  test('is for those who answer for it, and needs something to say', () => {
    expect(refusal(planBenefit(idea, input, as(member)))).toEqual({ code: 'not-allowed' });
    expect(refusal(planBenefit(idea, { ...input, quality: ' ' }, as(coach)))).toEqual({
      code: 'invalid-field',
      field: 'quality'
    });
    expect(refusal(planBenefit(idea, { ...input, on: '' }, as(coach)))).toEqual({ code: 'wrong-type', field: 'on' });
    expect(refusal(planBenefit(idea, { ...input, quality: 'Fråga 19121212-1212' }, as(coach)))).toEqual({
      code: 'personal-number',
      field: 'quality',
      spans: [[6, 19]]
    });
  });
});

describe('telling what it gave', () => {
  test('says how it was found out, and which follow-up it answers', () => {
    const reached = value(reportBenefit(idea, { ...input, how: 'measured', followUp: 3 }, as(coach)));
    expect(reached).toMatchObject({ state: 'reached', how: 'measured', followUp: 3 });
    expect(refusal(reportBenefit(idea, { ...input, how: undefined }, as(coach)))).toEqual({
      code: 'invalid-field',
      field: 'how'
    });
  });

  test('an author who hides tells without their name; whoever answers for it by name', () => {
    expect(value(reportBenefit(hidden, { ...input, how: 'told' }, as(member)))).toMatchObject({ by: id('AB1') });
    const own = value(captureIdea({ title: 'Eget', need: '', proposal: '', hidden: true }, as(coach)));
    expect(value(reportBenefit(own, { ...input, how: 'told' }, as(coach)))).toMatchObject({ by: coach.id });
  });

  test('a correction names what it corrects', () => {
    const first = value(reportBenefit(idea, { ...input, how: 'measured' }, as(coach)));
    const next = value(reportBenefit(idea, { ...input, how: 'measured', replaces: first._id }, as(coach)));
    expect(next).toMatchObject({ replaces: first._id });
    expect(next._id).not.toBe(first._id);
  });

  test('is withdrawn once, by whoever said it', () => {
    const first = value(reportBenefit(idea, { ...input, how: 'measured' }, as(coach)));
    const gone = value(withdrawBenefit(first, as(coach)));
    expect(gone.withdrawn).toEqual({ by: coach.id, at: '2026-11-23T08:00:00.000Z' });
    expect(refusal(withdrawBenefit(gone, as(coach)))).toEqual({ code: 'not-allowed' });
    expect(refusal(withdrawBenefit(first, as(person('M1', 'manager'))))).toEqual({ code: 'not-allowed' });
    const hiddenTold = value(reportBenefit(hidden, { ...input, how: 'told' }, as(member)));
    expect(value(withdrawBenefit(hiddenTold, as(member))).withdrawn!.by).toBe(id('AB1'));
  });

  test('withdrawn on two devices at once it is withdrawn', () => {
    const first = { ...value(reportBenefit(idea, { ...input, how: 'measured' }, as(coach))), _rev: '1-a' };
    const mine = value(withdrawBenefit(first, as(coach)));
    const theirs = { ...value(withdrawBenefit(first, { ...as(coach), now: '2026-11-24T08:00:00.000Z' })), _rev: '2-b' };
    const { document, lost } = mergeDocuments(first, mine, theirs);
    expect(lost).toEqual([]);
    expect(check(document, theirs, coach).ok).toBe(true);
  });
});

describe('answering otherwise', () => {
  test('another day or no number, each with a reason', () => {
    expect(value(postponeFollowUp(idea, 6, '2027-01-11', ' Semester. ', as(coach)))).toMatchObject({
      state: 'postponed',
      followUp: 6,
      on: '2027-01-11',
      reason: 'Semester.'
    });
    expect(value(cannotMeasure(idea, 12, '2026-11-23', 'Ingen har räknat.', as(coach)))).toMatchObject({
      state: 'unmeasurable',
      followUp: 12
    });
    expect(refusal(postponeFollowUp(idea, 6, '2027-01-11', ' ', as(coach)))).toEqual({
      code: 'empty',
      field: 'reason'
    });
    expect(refusal(cannotMeasure(idea, 6, '2026-11-23', 'Nej.', as(member)))).toEqual({ code: 'not-allowed' });
  });
});
