import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { organises } from '../groups/organisers.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, optional, personId } from '../shapes.ts';
import { templateFaults } from './template-check.ts';
import { templateContent } from './template-format.ts';

/** A template: one of the municipality's or the region's, or one that comes with the app, `persona.1`. */
export const templateRef = v.pipe(
  v.string('wrong-type'),
  v.regex(/^(template:[0-9A-HJKMNP-TV-Z]{26}|[a-z][a-z0-9-]{0,39}\.[0-9]{1,3})$/, 'wrong-type')
);

/**
 * `template:<ulid>`: one version of a worksheet's template. It never changes, so a sheet that was begun with it keeps
 * it; a new version is a document of its own that says which it follows. The municipality's are made by those who see
 * to the process, as its questions and criteria are; the region's by its coordinator.
 */
export const template = defineKind({
  name: 'template',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_template, last) => idOf('template', last),
  shape: {
    by: personId,
    at: instant,
    content: templateContent,
    /** The version it comes after. */
    follows: optional(templateRef),
    /** The first version of all, which stands for them all in the guide. */
    origin: optional(templateRef),
    /** The last word on whether new sheets are begun with it. */
    offered: optional(v.strictObject({ given: v.boolean('wrong-type'), at: instant }, 'wrong-type'))
  },
  fixed: ['by', 'at', 'content', 'follows', 'origin'],
  merge: { offered: 'latest' },
  invalid: (next) =>
    (next.follows === undefined) !== (next.origin === undefined)
      ? 'origin'
      : templateFaults(next.content).length > 0
        ? 'content'
        : null,
  mayWrite: (next, previous, actor) => organises(actor) && (previous !== null || next.by === actor.id),
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: []
});

export type Template = DocumentOf<typeof template>;
