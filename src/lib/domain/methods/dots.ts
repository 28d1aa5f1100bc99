import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { sameContent } from '#lib/core/json.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { instant, mark, optional, personId, recordOf, ref, whole } from '../shapes.ts';
import { PART_ID } from './template-format.ts';

/** The card of a sheet, by its whole id. */
const entryRef = v.pipe(
  v.string('wrong-type'),
  v.regex(/^entry:[0-9A-HJKMNP-TV-Z]{26}:[0-9A-HJKMNP-TV-Z]{26}$/, 'wrong-type')
);

/**
 * `dots:<worksheet>:<entry>:<person>`: the dots one person has given one card, for each variable. One document for
 * each, so that a sum is never two people's conflict. A person may put theirs on somebody else's device.
 */
export const dots = defineKind({
  name: 'dots',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (dots) => idOf('dots', dots.worksheet, dots.entry, dots.person),
  shape: {
    worksheet: ref('worksheet'),
    entry: entryRef,
    /** Whose they are. */
    person: personId,
    /** Whoever's device they were first put on. */
    by: personId,
    given: recordOf(PART_ID, v.strictObject({ count: whole(0, 10), at: instant }, 'wrong-type'), 5),
    edited: optional(mark)
  },
  fixed: ['worksheet', 'entry', 'person', 'by'],
  merge: { given: 'each', edited: 'signature' },
  invalid: (next) => (next.entry.indexOf(idOf('entry', next.worksheet) + ':') === 0 ? null : 'entry'),
  mayWrite: (next, previous, actor) => {
    if (previous === null) return next.by === actor.id && isSigned(next.edited, undefined, actor);
    return sameContent(next.given, previous.given)
      ? isSigned(next.edited, previous.edited, actor)
      : next.edited !== undefined && next.edited.by === actor.id;
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['worksheet'],
  parent: 'worksheet'
});

export type Dots = DocumentOf<typeof dots>;
