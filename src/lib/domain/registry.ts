import { kindName } from '#lib/core/ids.ts';
import { groupDecision } from './groups/decision.ts';
import { group } from './groups/group.ts';
import { meeting } from './groups/meeting.ts';
import { membership } from './groups/membership.ts';
import { groupStatus } from './groups/status.ts';
import { groupTask } from './groups/task.ts';
import { benefit } from './benefit/benefit.ts';
import { story } from './benefit/story.ts';
import { storyPicture } from './benefit/story-picture.ts';
import { challenge } from './challenges/challenge.ts';
import { picture } from './challenges/picture.ts';
import { caseStep } from './methods/case-step.ts';
import { developmentCase } from './methods/case.ts';
import { dots } from './methods/dots.ts';
import { entry } from './methods/entry.ts';
import { sheetMedia } from './methods/media.ts';
import { template } from './methods/template.ts';
import { worksheet } from './methods/worksheet.ts';
import { category } from './ideas/category.ts';
import { assessment } from './assessment/assessment.ts';
import { comparison } from './assessment/comparison.ts';
import { criteriaset } from './assessment/criteriaset.ts';
import { criterion } from './assessment/criterion.ts';
import { round } from './assessment/round.ts';
import { comment } from './ideas/comment.ts';
import { decision } from './ideas/decision.ts';
import { field } from './ideas/field.ts';
import { fieldvalue } from './ideas/fieldvalue.ts';
import { follow } from './ideas/follow.ts';
import { idea } from './ideas/idea.ts';
import { photo } from './ideas/photo.ts';
import { recording } from './ideas/recording.ts';
import { referral } from './ideas/referral.ts';
import { reply } from './ideas/reply.ts';
import { share } from './ideas/share.ts';
import { support } from './ideas/support.ts';
import type { Entries, Kind } from './kind.ts';
import { view } from './find/view.ts';
import { person } from './people/person.ts';
import { settings } from './people/settings.ts';
import { unit } from './people/unit.ts';
import { variant } from './variant.ts';

/** Every kind there is. A new one is its file, its test and a line here. */
export const kinds = {
  idea,
  comment,
  support,
  follow,
  decision,
  referral,
  share,
  photo,
  recording,
  challenge,
  picture,
  field,
  fieldvalue,
  category,
  reply,
  group,
  membership,
  meeting,
  groupdecision: groupDecision,
  grouptask: groupTask,
  groupstatus: groupStatus,
  variant,
  unit,
  person,
  settings,
  criteriaset,
  criterion,
  round,
  assessment,
  comparison,
  benefit,
  story,
  storypicture: storyPicture,
  view,
  template,
  case: developmentCase,
  casestep: caseStep,
  worksheet,
  entry,
  dots,
  sheetmedia: sheetMedia
} as const;

export type KindName = keyof typeof kinds;

/** A kind as the machinery sees it, whatever its fields. */
export type AnyKind = Kind<KindName, Entries, string>;

export const KIND_NAMES = Object.keys(kinds) as KindName[];

/** The kind an id names, or undefined where no such kind exists. */
export const kindOfId = (id: string): AnyKind | undefined => kindNamed(kindName(id));

/** The kind with that name, or undefined. */
export const kindNamed = (name: string): AnyKind | undefined =>
  Object.prototype.hasOwnProperty.call(kinds, name) ? (kinds[name as KindName] as unknown as AnyKind) : undefined;

/** The idea that a document belongs to by its id, `comment:<idea>:<ulid>`; any other id as it is. */
export function ideaOf(id: string): string {
  const [kind = '', idea, last] = id.split(':');
  return last !== undefined && kindNamed(kind)?.parent === 'idea' ? 'idea:' + idea : id;
}
