import * as v from 'valibot';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, instant, listOf, mark, oneOf, optional, personId, ref, whole } from '../shapes.ts';
import { decidersOf, GRANTS, STAGES, grantOf, maySucceed } from './stages.ts';
import { idOf } from '#lib/core/ids.ts';

const decisionRef = v.pipe(
  v.string('wrong-type'),
  v.regex(/^decision:[0-9A-HJKMNP-TV-Z]{26}:[0-9A-HJKMNP-TV-Z]{26}$/, 'wrong-type')
);

/**
 * `decision:<idea>:<ulid>`: a stage change by name, with its reason in plain words. It never changes; whoever
 * made it may withdraw it, which is how it is undone.
 */
export const decision = defineKind({
  name: 'decision',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (decision, last) => idOf('decision', decision.idea, last),
  shape: {
    idea: ref('idea'),
    by: personId,
    at: instant,
    from: oneOf(STAGES),
    to: oneOf(STAGES),
    reason: filledText(4000),
    grants: optional(oneOf(GRANTS)),
    /** Working time that is granted, hours. */
    hours: optional(whole(1, 100_000)),
    /** Money that is granted, kronor. */
    kronor: optional(whole(1, 1_000_000_000)),
    /** The idea that lives on, where two are merged. */
    into: optional(ref('idea')),
    /** The decisions that were known and not yet followed when this was made. Two or more: it settles between them. */
    follows: optional(listOf(decisionRef, 20)),
    withdrawn: optional(mark)
  },
  fixed: ['idea', 'by', 'at', 'from', 'to', 'reason', 'grants', 'hours', 'kronor', 'into', 'follows'],
  merge: { withdrawn: 'latest' },
  invalid: (next) => {
    // Whoever settles between two decisions may choose either, from wherever the other led.
    const settles = next.follows !== undefined && next.follows.length > 1;
    if (!settles && !maySucceed(next.from, next.to)) return 'to';
    if (next.grants !== grantOf(next.to)) return 'grants';
    if (next.grants === undefined && next.hours !== undefined) return 'hours';
    if (next.grants === undefined && next.kronor !== undefined) return 'kronor';
    return (next.to === 'sammanslagen') !== (next.into !== undefined) || next.into === next.idea ? 'into' : null;
  },
  mayWrite: (next, previous, actor) =>
    actor.id === next.by &&
    has(actor, ...decidersOf(next.to)) &&
    (previous === null || next.withdrawn !== undefined) &&
    isSigned(next.withdrawn, previous?.withdrawn, actor),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['idea', 'into'],
  parent: 'idea'
});

export type Decision = DocumentOf<typeof decision>;
