import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { CommandResult, Context } from '../command.ts';
import { captureIdea } from '../ideas/commands.ts';
import { decideStage } from '../ideas/decide.ts';
import { pathOf } from '../ideas/path.ts';
import { mergeDocuments } from '../merge.ts';
import { check } from '../rules.ts';
import { addPicture, type ChallengeInput, editChallenge, endChallenge, openChallenge, takeUpIdea } from './commands.ts';
import { daysUntil, stateOf } from './state.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const person = (tail: string, ...roles: string[]): Actor => ({
  id: id(tail),
  roles: ['member', ...roles].map((role) => 'uddevalla:' + role),
  space: 'uddevalla'
});
const member = person('B1');
const coach = person('C1', 'coach');
const leader = person('E1', 'leader');
const NOW = '2026-11-23T08:00:00.000Z';
const LATER = '2026-11-24T08:00:00.000Z';
let made = 0;
const as = (actor: Actor, now = NOW): Context => ({
  actor,
  now,
  newId: () => id('D' + String(++made).padStart(3, '0'))
});

function value<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('refused: ' + JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: { ok: boolean; error?: unknown }) => (result.ok ? 'ok' : result.error);

const input: ChallengeInput = {
  title: ' Tryggare nätter ',
  text: 'Hur kan nätterna bli lugnare?',
  opens: '2026-11-23',
  closes: '2026-12-18',
  criteria: '  '
};
const challenge = value(openChallenge(input, as(leader)));

describe('asking for ideas', () => {
  test('a challenge says what was written, by whoever leads', () => {
    expect(challenge).toMatchObject({ by: leader.id, title: 'Tryggare nätter', closes: '2026-12-18' });
    expect(challenge).not.toHaveProperty('criteria');
    expect(refusal(openChallenge(input, as(member)))).toEqual({ code: 'not-allowed' });
  });

  test('what is wrong is said by field', () => {
    const refused = (fields: Partial<ChallengeInput>) => refusal(openChallenge({ ...input, ...fields }, as(leader)));
    expect(refused({ title: ' ' })).toEqual({ code: 'empty', field: 'title' });
    expect(refused({ text: '' })).toEqual({ code: 'empty', field: 'text' });
    expect(refused({ opens: '' })).toEqual({ code: 'wrong-type', field: 'opens' });
    expect(refused({ closes: '2026-11-22' })).toEqual({ code: 'invalid-field', field: 'closes' });
    expect(refused({ criteria: 'Fråga 19121212-1212' })).toMatchObject({
      code: 'personal-number',
      field: 'criteria',
      spans: [[6, 19]]
    });
  });

  test('another who leads changes it under their own mark, and takes the criteria away', () => {
    const judged = value(editChallenge(challenge, { ...input, criteria: 'Går att prova.' }, as(coach, LATER)));
    expect(judged).toMatchObject({ criteria: 'Går att prova.', edited: { by: coach.id, at: LATER } });
    expect(value(editChallenge(judged, input, as(leader)))).not.toHaveProperty('criteria');
    expect(refusal(editChallenge(challenge, input, as(member)))).toEqual({ code: 'not-allowed' });
  });

  test('a picture belongs to it', () => {
    expect(value(addPicture(challenge, { width: 4, height: 3 }, as(coach)))).toMatchObject({
      challenge: challenge._id,
      by: coach.id
    });
    expect(refusal(addPicture(challenge, { width: 4, height: 3 }, as(member)))).toEqual({ code: 'not-allowed' });
  });
});

describe('telling what came of it', () => {
  const told = value(endChallenge(challenge, ' Vi provar två. ', as(leader, LATER)));

  test('ends it, and is told again in other words without ending it anew', () => {
    const mark = { by: leader.id, at: LATER };
    expect(told).toMatchObject({ result: 'Vi provar två.', closed: mark, resultAt: mark });
    const again = value(endChallenge(told, 'Vi provar tre.', as(coach, '2026-11-25T08:00:00.000Z')));
    expect(again).toMatchObject({ result: 'Vi provar tre.', closed: mark, resultAt: { by: coach.id } });
    expect(refusal(endChallenge(challenge, ' ', as(leader)))).toEqual({ code: 'empty', field: 'result' });
  });

  test('a result and an edit meet: both stay, each under its own mark, and the rules take it', () => {
    const base = { ...challenge, _rev: '1-a' };
    const edited = value(editChallenge(base, { ...input, title: 'Lugna nätter' }, as(coach, LATER)));
    for (const [mine, theirs, actor] of [
      [edited, { ...told, _rev: '2-b' }, coach],
      [{ ...told, _rev: '1-a' }, { ...edited, _rev: '2-b' }, leader]
    ] as const) {
      const { document, lost } = mergeDocuments(base, mine, theirs);
      expect(lost).toEqual([]);
      expect(document).toMatchObject({
        title: 'Lugna nätter',
        result: 'Vi provar två.',
        edited: edited.edited,
        resultAt: told.resultAt
      });
      expect(check(document, theirs, actor).ok).toBe(true);
    }
  });

  test('an edit made beside a result told in other words does not put the earlier mark back', () => {
    const base = { ...told, _rev: '2-b' };
    const mine = value(editChallenge(base, { ...input, title: 'Lugna nätter' }, as(coach, LATER)));
    const theirs = {
      ...value(endChallenge(base, 'Vi provar tre.', as(leader, '2026-11-26T08:00:00.000Z'))),
      _rev: '3-c'
    };
    const { document } = mergeDocuments(base, mine, theirs);
    expect(document).toMatchObject({ title: 'Lugna nätter', result: 'Vi provar tre.', resultAt: theirs.resultAt });
    expect(check(document, theirs, coach)).toEqual({ ok: true, value: undefined });
  });

  test('two results told at once: one stands, the other is kept', () => {
    const base = { ...challenge, _rev: '1-a' };
    const mine = value(endChallenge(base, 'Vi provar tre.', as(coach, LATER)));
    const theirs = { ...told, _rev: '2-b' };
    const { document, lost } = mergeDocuments(base, mine, theirs);
    expect(document).toMatchObject({ result: 'Vi provar två.' });
    expect(lost).toEqual([{ field: 'result', text: 'Vi provar tre.' }]);
    expect(check(document, theirs, coach).ok).toBe(true);
  });
});

test('a challenge is coming, open and ended by its days, or by hand', () => {
  expect(stateOf(challenge, '2026-11-22')).toBe('coming');
  expect(stateOf(challenge, '2026-11-23')).toBe('open');
  expect(stateOf(challenge, '2026-12-18')).toBe('open');
  expect(stateOf(challenge, '2026-12-19')).toBe('ended');
  expect(stateOf({ ...challenge, closed: { by: leader.id, at: LATER } }, '2026-11-24')).toBe('ended');
  expect(daysUntil('2026-12-18', '2026-11-23')).toBe(25);
  expect(daysUntil('2026-03-30', '2026-03-28')).toBe(2);
  expect(daysUntil('2026-11-22', '2026-11-23')).toBe(-1);
});

describe('taking a parked idea up', () => {
  const idea = value(
    captureIdea({ title: 'Nattljus', need: 'Det är mörkt.', proposal: 'Lampor', category: 'halsa' }, as(member))
  );
  const parked = value(decideStage(idea, [], { to: 'vilande', reason: 'Inga pengar i år.' }, as(coach)));

  test('decides its stage with the reason, and ties it to the challenge with all its words', () => {
    const result = takeUpIdea(idea, [parked], challenge, 'Passar nu.', as(coach, LATER));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { decision, idea: next } = result.value;
    expect(pathOf([parked, decision])).toMatchObject({ stage: 'mottagen', disputed: [] });
    expect(decision).toMatchObject({ from: 'vilande', to: 'mottagen', reason: 'Passar nu.' });
    expect(next).toEqual({ ...idea, challenge: challenge._id, edited: { by: coach.id, at: LATER } });
  });

  test('is nothing for those who may not change the idea, nor without a reason, nor for one that is not parked', () => {
    expect(refusal(takeUpIdea(idea, [parked], challenge, 'Passar.', as(leader)))).toEqual({ code: 'not-allowed' });
    expect(refusal(takeUpIdea(idea, [parked], challenge, ' ', as(coach)))).toEqual({ code: 'empty', field: 'reason' });
    const started = value(decideStage(idea, [], { to: 'mottagen', reason: 'Tack.' }, as(coach)));
    expect(refusal(takeUpIdea(idea, [started], challenge, 'Passar.', as(coach)))).toEqual({
      code: 'invalid-field',
      field: 'to'
    });
  });
});
