import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { Context } from '../command.ts';
import { answerState, countedOf, isDone, judgedIn, mayJudge, scoredIn } from './assessing.ts';
import type { Assessment } from './assessment.ts';
import {
  changeRound,
  closeRound,
  compareIdeas,
  declareConflict,
  nameSet,
  openRound,
  restore,
  retire,
  scoreIdea,
  submitAssessment,
  withdrawConflict,
  writeCriterion
} from './commands.ts';
import { BUILT_IN, BUILT_IN_SET, isBuiltIn, setKeyOf } from './criteria.ts';

const ID = '0'.repeat(25);
const [COACH, MANAGER, LEADER] = [ID + 'A', ID + 'B', ID + 'C'];
const [IDEA, OTHER] = [`idea:${ID}1`, `idea:${ID}2`];
const AT = '2026-11-23T08:00:00.000Z';
const LATER = '2026-11-23T09:00:00.000Z';
const NUMBER = '19121212-1212';

const actor = (id: string, role: string): Actor => ({
  id,
  roles: ['uddevalla:member', 'uddevalla:' + role],
  space: 'uddevalla-ledning'
});
const context = (who: Actor, now = AT): Context => ({ actor: who, now, newId: () => ID + '7' });
const coach = context(actor(COACH, 'coach'));
const manager = context(actor(MANAGER, 'manager'));
const leader = context(actor(LEADER, 'leader'));

const value = <D>(
  result: { readonly ok: true; readonly value: D } | { readonly ok: false; readonly error: unknown }
): D => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Whole and submitted, the same score on everything. */
function answered(idea: string, score: number, who: Context): Assessment {
  const scored = BUILT_IN.reduce<Assessment | null>(
    (before, { key }) => value(scoreIdea(idea, { key, score, reason: 'Därför.' }, before, who)),
    null
  );
  return value(submitAssessment(scored!, BUILT_IN_SET, BUILT_IN, who));
}

describe('criteria', () => {
  test('a set is named, renamed, taken out of use and into it again', () => {
    const set = value(nameSet(' Våra ', null, coach));
    expect(set).toEqual({ _id: `criteriaset:${ID}7`, v: 1, name: 'Våra', edited: { by: COACH, at: AT } });
    const renamed = value(nameSet('Alla', set, leader));
    expect(renamed).toEqual({ ...set, name: 'Alla', edited: { by: LEADER, at: AT } });
    const closed = value(retire(renamed, coach));
    expect(closed.closed).toEqual({ by: COACH, at: AT });
    expect(value(restore(closed, coach))).toEqual({ ...renamed, edited: { by: COACH, at: AT } });
  });

  test('a criterion keeps its set and its id when it changes', () => {
    const input = { name: 'Nytta ', explanation: ' Hur mycket? ', weight: 3, axis: 'effect', order: 1 } as const;
    const made = value(writeCriterion(`criteriaset:${ID}7`, input, null, coach));
    expect(made).toMatchObject({ _id: `criterion:${ID}7:${ID}7`, name: 'Nytta', explanation: 'Hur mycket?' });
    const changed = value(writeCriterion(made.set, { ...input, weight: 10 }, made, leader));
    expect(changed).toMatchObject({ _id: made._id, weight: 10, edited: { by: LEADER } });
    expect(writeCriterion(made.set, { ...input, name: ' ' }, null, coach)).toMatchObject({
      error: { code: 'empty', field: 'name' }
    });
    expect(writeCriterion(made.set, { ...input, weight: 11 }, made, coach)).toMatchObject({
      error: { code: 'wrong-type', field: 'weight' }
    });
    expect(writeCriterion(made.set, { ...input, explanation: NUMBER }, made, coach)).toMatchObject({
      error: { code: 'personal-number', spans: [[0, NUMBER.length]] }
    });
    expect(writeCriterion(made.set, input, made, manager)).toMatchObject({ error: { code: 'not-allowed' } });
  });

  test('the built-in ones need no document', () => {
    expect(setKeyOf(undefined)).toBe(BUILT_IN_SET);
    expect(setKeyOf(`criteriaset:${ID}7`)).toBe(ID + '7');
    expect(BUILT_IN.every(({ key }) => isBuiltIn(key))).toBe(true);
    expect(isBuiltIn('pris')).toBe(false);
  });
});

describe('a round', () => {
  const input = { name: 'Hösten', ideas: [IDEA, OTHER, IDEA], assessors: [COACH, MANAGER], closes: '2026-12-01' };
  const round = value(openRound(input, undefined, coach));

  test('has each idea once, and no set where the criteria are the built-in ones', () => {
    expect(round).toEqual({
      _id: `round:${ID}7`,
      v: 1,
      name: 'Hösten',
      by: COACH,
      at: AT,
      ideas: [IDEA, OTHER],
      assessors: [COACH, MANAGER],
      closes: '2026-12-01'
    });
    expect(value(openRound(input, `criteriaset:${ID}7`, coach)).set).toBe(`criteriaset:${ID}7`);
  });

  test('says what is missing', () => {
    const refusal = (fields: object) => openRound({ ...input, ...fields }, undefined, coach);
    expect(refusal({ name: '' })).toMatchObject({ error: { code: 'empty', field: 'name' } });
    expect(refusal({ ideas: [] })).toMatchObject({ error: { code: 'invalid-field', field: 'ideas' } });
    expect(refusal({ assessors: [] })).toMatchObject({ error: { code: 'invalid-field', field: 'assessors' } });
    expect(refusal({ closes: 'i morgon' })).toMatchObject({ error: { code: 'wrong-type', field: 'closes' } });
  });

  test('is changed and closed by those who lead, under their own names', () => {
    const changed = value(changeRound(round, { ...input, closes: undefined, assessors: [LEADER] }, leader));
    expect(changed).toEqual({
      ...round,
      closes: undefined,
      assessors: [LEADER],
      edited: { by: LEADER, at: AT }
    });
    expect('closes' in changed).toBe(false);
    expect(value(closeRound(round, manager)).closed).toEqual({ by: MANAGER, at: AT });
    expect(closeRound(round, context(actor(COACH, 'admin')))).toMatchObject({ error: { code: 'not-allowed' } });
  });
});

describe('an assessment', () => {
  const first = value(scoreIdea(IDEA, { key: 'nytta', score: 4, reason: ' Det händer ofta. ' }, null, manager));

  test('grows by one answer at a time, each with its reason', () => {
    expect(first).toEqual({
      _id: `assessment:${ID}1:${MANAGER}`,
      v: 1,
      idea: IDEA,
      by: MANAGER,
      scores: { nytta: { score: 4, reason: 'Det händer ofta.', at: AT } },
      submitted: {}
    });
    const more = value(
      scoreIdea(IDEA, { key: 'effekt', score: 2, reason: 'Få berörs.' }, first, { ...manager, now: LATER })
    );
    expect(more.scores).toEqual({ ...first.scores, effekt: { score: 2, reason: 'Få berörs.', at: LATER } });
    for (const [answer, code] of [
      [{ score: 4, reason: ' ' }, 'empty'],
      [{ score: 0, reason: 'Nej.' }, 'wrong-type'],
      [{ score: 6, reason: 'Ja!' }, 'wrong-type'],
      [{ score: 4, reason: `Gäller ${NUMBER}` }, 'personal-number'],
      [{ score: 4, reason: 'a'.repeat(1001) }, 'too-long']
    ] as const)
      expect(scoreIdea(IDEA, { key: 'nytta', ...answer }, first, manager)).toMatchObject({
        error: { code, field: 'scores' }
      });
    expect(scoreIdea(IDEA, { key: 'nytta', score: 1, reason: 'Nej.' }, first, coach)).toMatchObject({
      error: { code: 'not-allowed' }
    });
  });

  test('is submitted whole, and begun again where a criterion has come to', () => {
    expect(submitAssessment(first, BUILT_IN_SET, BUILT_IN, manager)).toMatchObject({
      error: { code: 'empty', field: 'effekt' }
    });
    const whole = answered(IDEA, 3, manager);
    expect(whole.submitted).toEqual({ [BUILT_IN_SET]: { at: AT } });
    expect(answerState(undefined, BUILT_IN_SET, BUILT_IN)).toBe('none');
    expect(answerState(first, BUILT_IN_SET, BUILT_IN)).toBe('begun');
    expect(answerState(whole, BUILT_IN_SET, BUILT_IN)).toBe('answered');
    expect(answerState(whole, ID + '7', BUILT_IN)).toBe('begun');
    expect(answerState(first, BUILT_IN_SET, BUILT_IN.slice(1))).toBe('none');
    expect(answerState(whole, BUILT_IN_SET, [...BUILT_IN, { key: ID + '9', weight: 1, axis: 'effect' }])).toBe('begun');
  });

  test('stands aside for a conflict of interest, which may be taken back in the open', () => {
    const declared = value(declareConflict(IDEA, ' Min idé. ', answered(IDEA, 3, manager), manager));
    expect(declared.conflict).toEqual({ reason: 'Min idé.', stands: true, at: AT });
    expect(answerState(declared, BUILT_IN_SET, BUILT_IN)).toBe('conflict');
    const back = value(withdrawConflict(declared, { ...manager, now: LATER }));
    expect(back.conflict).toEqual({ reason: 'Min idé.', stands: false, at: LATER });
    expect(answerState(back, BUILT_IN_SET, BUILT_IN)).toBe('answered');
    expect(withdrawConflict(back, manager)).toMatchObject({ error: { code: 'not-allowed' } });
    expect(declareConflict(IDEA, ' ', null, manager)).toMatchObject({ error: { code: 'empty', field: 'conflict' } });
    expect(value(declareConflict(IDEA, 'Min idé.', null, coach))._id).toBe(`assessment:${ID}1:${COACH}`);
    expect((['none', 'begun', 'answered', 'conflict'] as const).filter(isDone)).toEqual(['answered', 'conflict']);
  });
});

describe('what counts in a round', () => {
  const round = { ideas: [IDEA, OTHER], assessors: [COACH, MANAGER] };
  const begun = value(scoreIdea(OTHER, { key: 'nytta', score: 5, reason: 'Ja.' }, null, coach));
  const conflicted = value(declareConflict(OTHER, 'Min.', answered(OTHER, 5, manager), manager));
  const all = [answered(IDEA, 2, coach), answered(IDEA, 4, manager), answered(IDEA, 5, leader), begun, conflicted];

  test('are answers that are submitted, by those who were asked, without a conflict of interest', () => {
    expect(countedOf(IDEA, round, all, BUILT_IN_SET, BUILT_IN).map(({ by }) => by)).toEqual([COACH, MANAGER]);
    expect(countedOf(OTHER, round, all, BUILT_IN_SET, BUILT_IN)).toEqual([]);
    const scores = (score: number) => Object.fromEntries(BUILT_IN.map(({ key }) => [key, score]));
    expect(scoredIn(round, all, BUILT_IN_SET, BUILT_IN)).toEqual([
      { id: IDEA, answers: [scores(2), scores(4)] },
      { id: OTHER, answers: [] }
    ]);
  });

  test('are verdicts between its ideas, but not on an idea of one’s own', () => {
    expect(mayJudge(round, MANAGER, all)).toEqual([IDEA]);
    expect(mayJudge(round, COACH, all)).toEqual([IDEA, OTHER]);
    const verdict = (better: string | undefined, who: Context) => value(compareIdeas([OTHER, IDEA], better, null, who));
    const verdicts = [verdict(OTHER, coach), verdict(IDEA, manager), verdict(IDEA, leader)];
    expect(judgedIn(round, verdicts, all)).toEqual([{ a: IDEA, b: OTHER, better: 'b' }]);
    expect(judgedIn({ ...round, ideas: [IDEA] }, verdicts, all)).toEqual([]);
  });

  test('a verdict is thought over in the same document', () => {
    const before = value(compareIdeas([OTHER, IDEA], IDEA, null, coach));
    expect(before).toMatchObject({
      _id: `comparison:${ID}1:${ID}2:${COACH}`,
      a: IDEA,
      b: OTHER,
      state: { better: 'a' }
    });
    const after = value(compareIdeas([IDEA, OTHER], undefined, before, { ...coach, now: LATER }));
    expect(after).toEqual({ ...before, state: { better: 'equal', at: LATER } });
  });
});
