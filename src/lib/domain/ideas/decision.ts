import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { filledText, instant, oneOf, optional, personId, ref } from '../shapes.ts';
import { GRANTS, STAGES, grantOf, maySucceed } from './stages.ts';
import { idOf } from '#lib/core/ids.ts';

/** `decision:<idea>:<ulid>`: a stage change by name, with its reason in plain words. Never changed. */
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
    grants: optional(oneOf(GRANTS))
  },
  fixed: ['idea', 'by', 'at', 'from', 'to', 'reason', 'grants'],
  merge: {},
  invalid: (next) => (!maySucceed(next.from, next.to) ? 'to' : next.grants !== grantOf(next.to) ? 'grants' : null),
  mayWrite: (next, previous, actor) =>
    previous === null && actor.id === next.by && has(actor, 'coach', 'manager', 'leader', 'coordinator'),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['idea'],
  parent: 'idea'
});

export type Decision = DocumentOf<typeof decision>;
