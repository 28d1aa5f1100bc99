import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, oneOf, optional, personId, ref, text } from '../shapes.ts';
import { STEPS, type Step } from './steps.ts';

/**
 * `casestep:<case>:<ulid>`: somebody has taken a piece of work to a step, on or back. It never changes; the last is
 * where the work is, and together they tell its way.
 */
export const caseStep = defineKind({
  name: 'casestep',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (step, last) => idOf('casestep', step.case, last),
  shape: {
    case: ref('case'),
    by: personId,
    at: instant,
    to: oneOf(STEPS),
    /** Why, or what was learnt in the step that is left. */
    note: optional(text(2000))
  },
  fixed: ['case', 'by', 'at', 'to', 'note'],
  merge: {},
  mayWrite: (next, _previous, actor) => next.by === actor.id,
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['case'],
  parent: 'case'
});

export type CaseStep = DocumentOf<typeof caseStep>;

/** The steps a piece of work has been taken to, in order: by time, and by id where the times are the same. */
export const wayOf = (steps: readonly CaseStep[]): CaseStep[] =>
  [...steps].sort((a, b) => (a.at + a._id < b.at + b._id ? -1 : 1));

/** Where a piece of work is: it begins in the first step. */
export const currentStep = (steps: readonly CaseStep[]): Step => wayOf(steps).pop()?.to ?? STEPS[0];
