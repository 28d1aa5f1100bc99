import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { filledText, instant, optional, personId, recordOf, ref, whole } from '../shapes.ts';
import { BUILT_IN_KEYS, BUILT_IN_SET } from './criteria.ts';

export const SCORE_MIN = 1;
export const SCORE_MAX = 5;

const ULID = '[0-9A-HJKMNP-TV-Z]{26}';
const criterionKey = new RegExp('^(' + BUILT_IN_KEYS.join('|') + '|' + ULID + ')$');
const setKey = new RegExp('^(' + BUILT_IN_SET + '|' + ULID + ')$');

/** One answer to one criterion: never a number without its reason. */
const score = v.strictObject(
  { score: whole(SCORE_MIN, SCORE_MAX), reason: filledText(1000), at: instant },
  'wrong-type'
);

/**
 * `assessment:<idea>:<person>`: what one person thinks of an idea, criterion by criterion. Kept as it grows; others
 * see it, and it counts, when it is submitted for the set of criteria in question.
 */
export const assessment = defineKind({
  name: 'assessment',
  version: 1,
  spaces: ['leadership'],
  id: (assessment) => idOf('assessment', assessment.idea, assessment.by),
  shape: {
    idea: ref('idea'),
    by: personId,
    /** By criterion: its ulid, or the key of a built-in one. */
    scores: recordOf(criterionKey, score, 100),
    /** When it was submitted, by set: its ulid, or the built-in one's key. */
    submitted: recordOf(setKey, v.strictObject({ at: instant }, 'wrong-type'), 50),
    /** The person has declared a conflict of interest, and why; while it stands, nothing of theirs counts. */
    conflict: optional(
      v.strictObject({ reason: filledText(400), stands: v.boolean('wrong-type'), at: instant }, 'wrong-type')
    )
  },
  fixed: ['idea', 'by'],
  merge: { scores: 'each', submitted: 'each', conflict: 'latest' },
  mayWrite: (next, previous, actor) =>
    actor.id === next.by &&
    has(actor, 'coach', 'manager', 'leader', 'admin') &&
    // Said is said: a declared conflict may be taken back, and stays readable.
    (previous?.conflict === undefined || next.conflict !== undefined),
  returns: true,
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['idea'],
  parent: 'idea'
});

export type Assessment = DocumentOf<typeof assessment>;
