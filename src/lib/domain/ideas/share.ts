import * as v from 'valibot';
import { sameContent } from '#lib/core/json.ts';
import { idOf } from '#lib/core/ids.ts';
import { type Actor, has, type Role, roleIn } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { instant, mark, optional, personId, ref, text } from '../shapes.ts';
import { municipalitySlug } from './referral.ts';

const RUNNING: readonly Role[] = ['coach', 'manager', 'leader'];

const runs = (actor: Actor, municipality: string): boolean =>
  RUNNING.some((role) => actor.roles.indexOf(roleIn(municipality, role)) >= 0);

/**
 * `share:<ulid>`: an idea of one municipality as another may read it, in the region's space. It carries its
 * author's name only where the author has put it there themselves.
 */
export const share = defineKind({
  name: 'share',
  version: 1,
  spaces: ['region'],
  id: (_share, last) => idOf('share', last),
  shape: {
    /** The idea in its own municipality's space. */
    idea: ref('idea'),
    from: municipalitySlug,
    /** The municipality it is passed on to. */
    to: municipalitySlug,
    by: personId,
    at: instant,
    title: text(140),
    need: text(8000),
    proposal: text(8000),
    /** Why it is passed on. */
    reason: text(4000),
    /** The author, who alone may put or take away their name. */
    author: optional(personId),
    /** Somebody there has received it, as an idea of their own. */
    received: optional(v.strictObject({ by: personId, at: instant, idea: ref('idea') }, 'wrong-type')),
    withdrawn: optional(mark)
  },
  fixed: ['idea', 'from', 'to', 'by', 'at', 'title', 'need', 'proposal', 'reason'],
  merge: { author: 'choice', received: 'latest', withdrawn: 'latest' },
  invalid: (next) => (next.from === next.to ? 'to' : null),
  mayWrite: (next, previous, actor) => {
    const naming =
      next.author === previous?.author ||
      ((next.author ?? actor.id) === actor.id && (previous?.author ?? actor.id) === actor.id);
    const receiving =
      sameContent(next.received, previous?.received) ||
      (next.received !== undefined && next.received.by === actor.id && runs(actor, next.to));
    const withdrawing =
      sameContent(next.withdrawn, previous?.withdrawn) ||
      (runs(actor, next.from) && isSigned(next.withdrawn, previous?.withdrawn, actor));
    const making = previous !== null || (actor.id === next.by && (runs(actor, next.from) || has(actor, 'coordinator')));
    return naming && receiving && withdrawing && making;
  },
  mayErase: (previous, actor) => has(actor, 'coordinator') || actor.roles.indexOf(roleIn(previous.from, 'admin')) >= 0,
  index: ['idea', 'to', 'from']
});

export type Share = DocumentOf<typeof share>;
