import { ok, type Result } from '#lib/core/result.ts';
import { spaceType } from '#lib/domain/actor.ts';
import { resolveVariant } from '#lib/domain/ideas/commands.ts';
import type { Case } from '#lib/domain/methods/case.ts';
import {
  beginCase,
  beginSheet,
  type CaseInput,
  editCase,
  renameSheet,
  setCaseArchived,
  setSheetArchived,
  takeStep
} from '#lib/domain/methods/commands.ts';
import { copyEntry } from '#lib/domain/methods/entry-commands.ts';
import { isRemoved } from '#lib/domain/methods/entry.ts';
import type { Step } from '#lib/domain/methods/steps.ts';
import type { Worksheet } from '#lib/domain/methods/worksheet.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { Accepted } from '#lib/store/accept.ts';
import type { CaseView, SheetView } from '#lib/store/methods.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

/** Where this person may begin development work: their municipality, and the region. */
export const workSpaces = (): readonly string[] =>
  (session.person?.spaces ?? []).filter((space) => ['municipality', 'region'].includes(spaceType(space)));

/** Begins development work; whoever begins it takes part in it. */
export const startWork = (space: string, input: CaseInput) =>
  keepOne(
    space,
    beginCase({ ...input, members: [session.actor(space).id, ...(input.members ?? [])] }, contextIn(space))
  );

/** @param previous the version the person began from, which a later one is joined with */
export const changeWork = (space: string, previous: Case, input: CaseInput) =>
  keepOne(space, editCase(previous, input, contextIn(space)), previous);

/** Takes the person into the work, or out of it. */
export function setTakesPart({ space, case: work }: Pick<CaseView, 'space' | 'case'>, given: boolean) {
  const me = session.actor(space).id;
  const others = (work.members ?? []).filter((each) => each !== me);
  return changeWork(space, work, { ...work, members: given ? [...others, me] : others });
}

export const goToStep = ({ space, case: work }: Pick<CaseView, 'space' | 'case'>, to: Step, note: string) =>
  keepOne(space, takeStep(work, to, note, contextIn(space)));

export const putWorkAway = ({ space, case: work }: Pick<CaseView, 'space' | 'case'>, given: boolean) =>
  keepOne(space, setCaseArchived(work, given, contextIn(space)), work);

/** Begins a worksheet in a piece of work. */
export const startSheet = (space: string, work: Pick<Case, '_id'>, template: string, name: string) =>
  keepOne(space, beginSheet(work, template, name, contextIn(space)));

/** Begins work and its first sheet at once: both are kept, or neither. */
export async function startBoth(
  space: string,
  input: CaseInput,
  sheet: { readonly template: string; readonly name: string; readonly step: Step }
): Promise<Result<Worksheet, Failure>> {
  const context = contextIn(space);
  const work = beginCase({ ...input, members: [context.actor.id] }, context);
  if (!work.ok) return work;
  const begun = beginSheet(work.value, sheet.template, sheet.name, context);
  if (!begun.ok) return begun;
  const step = takeStep(work.value, sheet.step, '', context);
  if (!step.ok) return step;
  const documents = [work.value, begun.value, step.value].map((document) => ({ document }));
  const kept = await keep(space, documents);
  return kept.ok ? ok(begun.value) : kept;
}

export const nameSheet = ({ space, sheet }: Pick<SheetView, 'space' | 'sheet'>, name: string) =>
  keepOne(space, renameSheet(sheet, name, contextIn(space)), sheet);

export const putSheetAway = ({ space, sheet }: Pick<SheetView, 'space' | 'sheet'>, given: boolean) =>
  keepOne(space, setSheetArchived(sheet, given, contextIn(space)), sheet);

/** Makes a sheet of one's own with the same words in it. Pictures, sounds and dots stay with the first. */
export async function copySheet(view: SheetView, name: string): Promise<Result<Worksheet, Failure>> {
  const { space, sheet, entries } = view;
  const context = contextIn(space);
  const copy = beginSheet({ _id: sheet.case }, sheet.template, name, context, sheet._id);
  if (!copy.ok) return copy;
  const documents: Accepted[] = [{ document: copy.value }];
  for (const entry of entries.filter((each) => !isRemoved(each))) {
    const copied = copyEntry(copy.value, entry, context);
    if (!copied.ok) return copied;
    documents.push({ document: copied.value });
  }
  const kept = await keep(space, documents);
  return kept.ok ? ok(copy.value) : kept;
}

/** Settles two versions of what work is called or is to come to. @param text null keeps what stands */
export async function settleInWork(
  { space, case: work }: Pick<CaseView, 'space' | 'case'>,
  variant: Variant,
  text: string | null
): Promise<Result<void, Failure>> {
  const context = contextIn(space);
  const settled = resolveVariant(variant, context);
  if (!settled.ok) return settled;
  const documents: Accepted[] = [{ document: settled.value, previous: variant }];
  if (text !== null) {
    const edited = editCase(work, { ...work, [variant.field]: text }, context);
    if (!edited.ok) return edited;
    documents.push({ document: edited.value, previous: work });
  }
  return keep(space, documents);
}
