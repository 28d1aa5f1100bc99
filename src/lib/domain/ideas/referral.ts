import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { MUNICIPALITIES } from '../people/municipalities.ts';
import { filledText, instant, mark, oneOf, optional, personId, ref } from '../shapes.ts';

/** What a municipality is called in ids and spaces. */
export const municipalitySlug = oneOf(MUNICIPALITIES.map(({ slug }) => slug));

/**
 * `referral:<idea>:<ulid>`: an idea is passed on to another unit, or to another municipality, with a word why.
 * The last that was not withdrawn says where the idea belongs.
 */
export const referral = defineKind({
  name: 'referral',
  version: 1,
  spaces: ['municipality'],
  id: (referral, last) => idOf('referral', referral.idea, last),
  shape: {
    idea: ref('idea'),
    by: personId,
    at: instant,
    unit: optional(ref('unit')),
    municipality: optional(municipalitySlug),
    reason: filledText(4000),
    withdrawn: optional(mark)
  },
  fixed: ['idea', 'by', 'at', 'unit', 'municipality', 'reason'],
  merge: { withdrawn: 'latest' },
  // To one of the two, and not to both.
  invalid: (next) => ((next.unit === undefined) === (next.municipality === undefined) ? 'unit' : null),
  mayWrite: (next, previous, actor) =>
    actor.id === next.by &&
    has(actor, 'coach', 'manager', 'leader') &&
    (previous === null || next.withdrawn !== undefined) &&
    isSigned(next.withdrawn, previous?.withdrawn, actor),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['idea'],
  parent: 'idea'
});

export type Referral = DocumentOf<typeof referral>;
