import * as v from 'valibot';
import { contentHash, kindName } from '#lib/core/ids.ts';
import { has, isSelf } from './actor.ts';
import { defineKind, type DocumentOf } from './kind.ts';
import { isSigned } from './marks.ts';
import { anyRef, instant, mark, optional, personId, text } from './shapes.ts';

/** Kinds that belong to whoever takes part: any member settles what two of them wrote. */
const SHARED: readonly string[] = ['case', 'worksheet', 'entry'];

/**
 * `variant:<document>:<hash>`: the losing text of two edits of one field, shown as "Två versioner"
 * until somebody has chosen. The id is a hash of what was lost, so two devices that meet the same
 * conflict write the same variant.
 */
export const variant = defineKind({
  name: 'variant',
  version: 1,
  spaces: ['municipality', 'leadership', 'region', 'needs'],
  id: (variant) => variantId(variant.of, variant.field, variant.text, variant.at),
  shape: {
    of: anyRef,
    field: v.pipe(
      v.string('wrong-type'),
      // A field, and after a dot the name of one of its values.
      v.regex(/^[a-zA-Z]{1,40}(\.[a-z][a-z0-9-]{0,39})?$/, 'wrong-type'),
      // A name that every object answers to would be taken for a field by whoever looks it up.
      v.check((name) => !(name in {}), 'wrong-type')
    ),
    text: text(8000),
    /** Whose device kept it, who is whoever wrote the text but where a server itself had split. */
    by: personId,
    /** When the text was written. */
    at: instant,
    /** Who the document belongs to; they may settle it too. */
    owner: personId,
    resolved: optional(mark)
  },
  fixed: ['of', 'field', 'text', 'by', 'at', 'owner'],
  merge: { resolved: 'latest' },
  mayWrite: (next, previous, actor) =>
    previous === null
      ? isSelf(actor, next.by) && isSigned(next.resolved, undefined, actor)
      : (isSelf(actor, previous.by) ||
          isSelf(actor, previous.owner) ||
          SHARED.indexOf(kindName(previous.of)) >= 0 ||
          has(actor, 'coach', 'coordinator')) &&
        isSigned(next.resolved, previous.resolved, actor),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['of']
});

export type Variant = DocumentOf<typeof variant>;

/** The id of the variant that keeps `text`. */
export const variantId = (of: string, field: string, text: string, at: string): string =>
  'variant:' + of + ':' + contentHash([of, field, text, at].join('\n'));
