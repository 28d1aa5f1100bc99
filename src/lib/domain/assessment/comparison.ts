import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, oneOf, personId, ref } from '../shapes.ts';

export const VERDICTS = ['a', 'b', 'equal'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** `comparison:<a>:<b>:<person>`: which of two ideas one person puts first. The two stand in the order of their ids. */
export const comparison = defineKind({
  name: 'comparison',
  version: 1,
  spaces: ['leadership'],
  id: (comparison) => idOf('comparison', comparison.a, comparison.b, comparison.by),
  shape: {
    a: ref('idea'),
    b: ref('idea'),
    by: personId,
    state: v.strictObject({ better: oneOf(VERDICTS), at: instant }, 'wrong-type')
  },
  fixed: ['a', 'b', 'by'],
  merge: { state: 'latest' },
  invalid: (next) => (next.a < next.b ? null : 'b'),
  mayWrite: (next, _previous, actor) => actor.id === next.by && has(actor, 'coach', 'manager', 'leader', 'admin'),
  returns: true,
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['a']
});

export type Comparison = DocumentOf<typeof comparison>;
