import { bare, idOf } from '#lib/core/ids.ts';
import { err, type Result } from '#lib/core/result.ts';
import { spaceType } from '#lib/domain/actor.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import {
  type Answer,
  changeRound,
  closeRound,
  compareIdeas,
  type CriterionInput,
  declareConflict,
  nameSet,
  openRound,
  restore,
  retire,
  type RoundInput,
  scoreIdea,
  submitAssessment,
  withdrawConflict,
  writeCriterion
} from '#lib/domain/assessment/commands.ts';
import type { Comparison } from '#lib/domain/assessment/comparison.ts';
import { BUILT_IN, setKeyOf, type Weighed } from '#lib/domain/assessment/criteria.ts';
import type { CriteriaSet } from '#lib/domain/assessment/criteriaset.ts';
import type { Criterion } from '#lib/domain/assessment/criterion.ts';
import type { Round } from '#lib/domain/assessment/round.ts';
import { resolveVariant } from '#lib/domain/ideas/commands.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { ListedSet } from '#lib/store/assessments.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { hasRole } from './person.ts';
import { session } from './session.svelte.ts';

/** Where the person's leadership assesses; undefined for everybody else. */
export const leadershipSpace = (): string | undefined =>
  session.person?.spaces.find((space) => spaceType(space) === 'leadership');

/** Whether the person may open and close rounds. */
export const mayRun = (space: string): boolean =>
  session.person !== null && hasRole(session.person, space, 'coach', 'manager', 'leader');

/** Whether the person may write criteria. */
export const mayWriteCriteria = (space: string): boolean =>
  session.person !== null && hasRole(session.person, space, 'coach', 'leader', 'admin');

/** The criteria that a set asks for, in order: the built-in ones where there is no set. */
export const weighedIn = (set: string | undefined, sets: readonly ListedSet[]): readonly Weighed[] =>
  set === undefined
    ? BUILT_IN
    : (sets.find(({ document }) => document._id === set)?.criteria ?? [])
        .filter(({ closed }) => closed === undefined)
        .map(({ _id, weight, axis }) => ({ key: bare(_id), weight, axis }));

// What the person answered a moment ago may not be on the screen yet: the store knows.
const standing = async <D>(space: string, ...id: readonly [kind: string, ...parts: string[]]): Promise<D | undefined> =>
  (await session.store.document(space, idOf(...id))) as D | undefined;

const ownAssessment = (space: string, idea: string) =>
  standing<Assessment>(space, 'assessment', idea, session.person!.id);

/** Keeps the person's answer to one criterion. */
export async function answer(space: string, idea: string, given: Answer): Promise<Result<Assessment, Failure>> {
  const previous = await ownAssessment(space, idea);
  return keepOne(space, scoreIdea(idea, given, previous ?? null, contextIn(space)), previous);
}

/**
 * Submits what the person has answered; from then on others see it.
 * Refused: `empty <criterion>` for the first without an answer.
 */
export async function submit(
  space: string,
  idea: string,
  set: string | undefined,
  criteria: readonly Weighed[]
): Promise<Result<Assessment, Failure>> {
  const previous = await ownAssessment(space, idea);
  if (previous === undefined) return err({ code: 'empty', field: criteria[0]?.key ?? '' });
  return keepOne(space, submitAssessment(previous, setKeyOf(set), criteria, contextIn(space)), previous);
}

export async function declare(space: string, idea: string, reason: string): Promise<Result<Assessment, Failure>> {
  const previous = await ownAssessment(space, idea);
  return keepOne(space, declareConflict(idea, reason, previous ?? null, contextIn(space)), previous);
}

export async function takeBackConflict(space: string, idea: string): Promise<Result<Assessment, Failure>> {
  const previous = await ownAssessment(space, idea);
  if (previous === undefined) return err({ code: 'not-allowed' });
  return keepOne(space, withdrawConflict(previous, contextIn(space)), previous);
}

/** Puts one of two ideas first; neither, where `better` is undefined. */
export async function judge(
  space: string,
  pair: readonly [string, string],
  better: string | undefined
): Promise<Result<Comparison, Failure>> {
  const [a, b] = [...pair].sort() as [string, string];
  const previous = await standing<Comparison>(space, 'comparison', a, b, session.person!.id);
  return keepOne(space, compareIdeas(pair, better, previous ?? null, contextIn(space)), previous);
}

export const startRound = (space: string, input: RoundInput, set: string | undefined) =>
  keepOne(space, openRound(input, set, contextIn(space)));

export const alterRound = (space: string, round: Round, input: RoundInput) =>
  keepOne(space, changeRound(round, input, contextIn(space)), round);

export const endRound = (space: string, round: Round) => keepOne(space, closeRound(round, contextIn(space)), round);

export const renameSet = (space: string, set: CriteriaSet, name: string) =>
  keepOne(space, nameSet(name, set, contextIn(space)), set);

/** A new set with these criteria, kept whole or not at all. */
export async function makeSet(
  space: string,
  name: string,
  criteria: readonly CriterionInput[]
): Promise<Result<CriteriaSet, Failure>> {
  const context = contextIn(space);
  const set = nameSet(name, null, context);
  if (!set.ok) return set;
  const made: Criterion[] = [];
  for (const input of criteria) {
    const criterion = writeCriterion(set.value._id, input, null, context);
    if (!criterion.ok) return criterion;
    made.push(criterion.value);
  }
  const kept = await keep(
    space,
    [set.value, ...made].map((document) => ({ document }))
  );
  return kept.ok ? set : kept;
}

export const saveCriterion = (space: string, set: string, input: CriterionInput, previous?: Criterion) =>
  keepOne(space, writeCriterion(set, input, previous ?? null, contextIn(space)), previous);

export const takeOutOfUse = <D extends CriteriaSet | Criterion>(space: string, document: D) =>
  keepOne(space, retire(document, contextIn(space)), document);

export const takeIntoUse = <D extends CriteriaSet | Criterion>(space: string, document: D) =>
  keepOne(space, restore(document, contextIn(space)), document);

/** Settles a version that lost: it stays readable, and no longer asks. */
export const settleVersion = (space: string, variant: Variant) =>
  keepOne(space, resolveVariant(variant, contextIn(space)), variant);
