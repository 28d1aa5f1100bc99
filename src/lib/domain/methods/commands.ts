import { idOf } from '#lib/core/ids.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import type { CaseStep } from './case-step.ts';
import type { Case } from './case.ts';
import type { Step } from './steps.ts';
import type { TemplateContent } from './template-format.ts';
import type { Template } from './template.ts';
import type { Worksheet } from './worksheet.ts';

export interface CaseInput {
  readonly name: string;
  readonly aim: string;
  /** What it is about, where it is about one. */
  readonly idea?: string | undefined;
  readonly challenge?: string | undefined;
  /** Those who work on it. */
  readonly members?: readonly string[] | undefined;
}

const caseFields = ({ name, aim, idea, challenge, members = [] }: CaseInput) => ({
  name: clean(name),
  aim: clean(aim),
  ...(idea === undefined ? {} : { idea }),
  ...(challenge === undefined ? {} : { challenge }),
  ...(members.length === 0 ? {} : { members: [...new Set(members)] })
});

/** A new piece of development work, in the first step. Refused: `empty name`, `personal-number`, `too-long`. */
export function beginCase(input: CaseInput, { actor, now, newId }: Context): CommandResult<Case> {
  const next = { _id: idOf('case', newId()), v: 1, by: actor.id, at: now, ...caseFields(input) } as Case;
  return checked(next, null, actor);
}

/** Changes what it is called, what it is about and who works on it. */
export function editCase(previous: Case, input: CaseInput, { actor, now }: Context): CommandResult<Case> {
  const { idea: _idea, challenge: _challenge, members: _members, ...kept } = previous;
  const next = { ...kept, ...caseFields(input), edited: { by: actor.id, at: now } } as Case;
  return checked(next, previous, actor);
}

/** Puts work away, or takes it up again. */
export const setCaseArchived = (previous: Case, given: boolean, { actor, now }: Context): CommandResult<Case> =>
  checked({ ...previous, archived: { given, at: now } }, previous, actor);

/** Takes work to a step, on or back. @param note why, or what was learnt; may be empty */
export function takeStep(
  work: Pick<Case, '_id'>,
  to: Step,
  note: string,
  { actor, now, newId }: Context
): CommandResult<CaseStep> {
  const said = clean(note);
  const next: CaseStep = {
    _id: idOf('casestep', work._id, newId()),
    v: 1,
    case: work._id,
    by: actor.id,
    at: now,
    to,
    ...(said === '' ? {} : { note: said })
  };
  return checked(next, null, actor);
}

/** Begins a worksheet. @param template the version it keeps: a document's id, or one of the app's own, `persona.1` */
export function beginSheet(
  work: Pick<Case, '_id'>,
  template: string,
  name: string,
  { actor, now, newId }: Context,
  copyOf?: string
): CommandResult<Worksheet> {
  const next: Worksheet = {
    _id: idOf('worksheet', newId()),
    v: 1,
    case: work._id,
    by: actor.id,
    at: now,
    template,
    name: clean(name),
    ...(copyOf === undefined ? {} : { copyOf })
  };
  return checked(next, null, actor);
}

/** Changes what a sheet is called. */
export const renameSheet = (previous: Worksheet, name: string, { actor, now }: Context): CommandResult<Worksheet> =>
  checked({ ...previous, name: clean(name), edited: { by: actor.id, at: now } }, previous, actor);

/** Puts a sheet away, or takes it out again. */
export const setSheetArchived = (
  previous: Worksheet,
  given: boolean,
  { actor, now }: Context
): CommandResult<Worksheet> => checked({ ...previous, archived: { given, at: now } }, previous, actor);

/**
 * A new template, or a new version of one: then sheets that were begun with the one before keep it.
 * @param previous the version it comes after: its id, and the first of them all
 */
export function publishTemplate(
  content: TemplateContent,
  previous: { readonly id: string; readonly origin: string } | undefined,
  { actor, now, newId }: Context
): CommandResult<Template> {
  const next: Template = {
    _id: idOf('template', newId()),
    v: 1,
    by: actor.id,
    at: now,
    content,
    ...(previous === undefined ? {} : { follows: previous.id, origin: previous.origin })
  };
  return checked(next, null, actor);
}

/** Offers a template for new sheets, or no longer. */
export const setTemplateOffered = (
  previous: Template,
  given: boolean,
  { actor, now }: Context
): CommandResult<Template> => checked({ ...previous, offered: { given, at: now } }, previous, actor);
