import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { day, filledText, instant, mark, optional, personId, ref } from '../shapes.ts';
import { organises } from './organisers.ts';

/** Fields that whoever changes them signs for. */
const SIGNED = ['title', 'assignee', 'due', 'idea'] as const;

/**
 * `grouptask:<group>:<ulid>`: something a working group has said that somebody shall do, by a day. Its writer, the one
 * it is given to and those who see to the groups change it and tick it off; one that nobody has, anybody may take.
 */
export const groupTask = defineKind({
  name: 'grouptask',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (task, last) => idOf('grouptask', task.group, last),
  shape: {
    group: ref('group'),
    by: personId,
    at: instant,
    title: filledText(200),
    /** Whoever has it. */
    assignee: optional(personId),
    /** The day by which it is to be done. */
    due: optional(day),
    idea: optional(ref('idea')),
    done: optional(v.strictObject({ given: v.boolean('wrong-type'), at: instant }, 'wrong-type')),
    edited: optional(mark),
    /** Nobody shall do it any more. */
    withdrawn: optional(mark)
  },
  fixed: ['group', 'by', 'at'],
  merge: {
    title: 'text',
    assignee: 'choice',
    due: 'choice',
    idea: 'choice',
    done: 'latest',
    edited: 'signature',
    withdrawn: 'latest'
  },
  mayWrite: (next, previous, actor) => {
    const withdrawal = isSigned(next.withdrawn, previous?.withdrawn, actor);
    if (previous === null) return withdrawal && actor.id === next.by && isSigned(next.edited, undefined, actor);
    const changed = SIGNED.filter((field) => next[field] !== previous[field]);
    const isTheirs = actor.id === previous.by || actor.id === previous.assignee || organises(actor);
    const taking =
      previous.assignee === undefined &&
      next.assignee === actor.id &&
      changed.every((field) => field === 'assignee') &&
      next.withdrawn?.at === previous.withdrawn?.at;
    if (!isTheirs && !taking) return false;
    return (
      withdrawal &&
      (changed.length === 0
        ? isSigned(next.edited, previous.edited, actor)
        : next.edited !== undefined && next.edited.by === actor.id)
    );
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['group', 'assignee'],
  parent: 'group'
});

export type GroupTask = DocumentOf<typeof groupTask>;
