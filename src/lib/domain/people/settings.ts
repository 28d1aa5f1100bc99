import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { STAGES } from '../ideas/stages.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { filledText, optional, recordOf, whole } from '../shapes.ts';

/** There is one in a space, so its name says nothing. */
export const SETTINGS_ID = 'settings:' + '0'.repeat(26);

/** What a municipality has decided for itself: how soon it answers, and what it calls the stages. */
export const settings = defineKind({
  name: 'settings',
  version: 1,
  spaces: ['municipality', 'region'],
  id: () => idOf('settings', SETTINGS_ID),
  shape: {
    /** Working days within which an idea is answered. */
    answerDays: optional(whole(1, 60)),
    /** The municipality's own words for stages, by stage. */
    labels: optional(recordOf(new RegExp('^(' + STAGES.join('|') + ')$'), filledText(40), STAGES.length))
  },
  fixed: [],
  merge: { answerDays: 'choice', labels: 'each' },
  mayWrite: (_next, _previous, actor) => has(actor, 'admin', 'coordinator'),
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  returns: true,
  index: []
});

export type Settings = DocumentOf<typeof settings>;
