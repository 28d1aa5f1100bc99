import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, instant, mark, optional, personId, ref } from '../shapes.ts';

const meetingRef = v.pipe(
  v.string('wrong-type'),
  v.regex(/^meeting:[0-9A-HJKMNP-TV-Z]{26}:[0-9A-HJKMNP-TV-Z]{26}$/, 'wrong-type')
);

/** `groupdecision:<group>:<ulid>`: what a working group decided. It never changes; it can be withdrawn. */
export const groupDecision = defineKind({
  name: 'groupdecision',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (decision, last) => idOf('groupdecision', decision.group, last),
  shape: {
    group: ref('group'),
    by: personId,
    at: instant,
    /** The meeting it was made at. */
    meeting: optional(meetingRef),
    text: filledText(2000),
    withdrawn: optional(mark)
  },
  fixed: ['group', 'by', 'at', 'meeting', 'text'],
  merge: { withdrawn: 'latest' },
  mayWrite: (next, previous, actor) =>
    (actor.id === next.by || (previous !== null && has(actor, 'coach', 'coordinator'))) &&
    (previous === null || next.withdrawn !== undefined) &&
    isSigned(next.withdrawn, previous?.withdrawn, actor),
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['group'],
  parent: 'group'
});

export type GroupDecision = DocumentOf<typeof groupDecision>;
