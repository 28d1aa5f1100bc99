import { err, type Result } from '#lib/core/result.ts';
import { has, spaceType } from '#lib/domain/actor.ts';
import type { CommandRefusal } from '#lib/domain/command.ts';
import type { Reply } from '#lib/domain/ideas/reply.ts';
import { closeReply, type ReplyInput, suggestReplies, writeReply } from '#lib/domain/ideas/replying.ts';
import { STAGES, type Stage } from '#lib/domain/ideas/stages.ts';
import { SUGGESTED_REPLIES } from '#lib/domain/ideas/suggested-replies.ts';
import { changeSettings, type SettingsInput, type SettingsRefusal } from '#lib/domain/people/commands.ts';
import type { Settings } from '#lib/domain/people/settings.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

/** What the person may change of their municipality's own settings. */
export interface MaySet {
  readonly space: string;
  /** Answer days and the stages' names. */
  readonly settings: boolean;
  /** Reply templates. */
  readonly replies: boolean;
}

/** What the person may change where they are at home; undefined when it is nothing. */
export function maySet(): MaySet | undefined {
  const space = session.homeSpace;
  if (space === undefined) return undefined;
  const actor = session.actor(space);
  const settings = has(actor, 'admin', 'coordinator');
  const replies = spaceType(space) === 'municipality' && has(actor, 'coach', 'admin');
  return settings || replies ? { space, settings, replies } : undefined;
}

/** Changes what the municipality has decided. @param previous what the form began from */
export async function saveSettings(
  space: string,
  previous: Settings | undefined,
  input: SettingsInput,
  common: Readonly<Record<Stage, string>>
): Promise<Result<Settings, (Failure | SettingsRefusal) & { readonly stage?: Stage }>> {
  const result = changeSettings(previous ?? null, input, common, contextIn(space));
  if (!result.ok) return err(result.error);
  return keepOne(space, result, previous);
}

/** The words a form of the stages' names begins with: the municipality's own, and nothing for the others. */
export const labelsOf = (settings: Settings | undefined): Record<Stage, string> =>
  Object.fromEntries(STAGES.map((stage) => [stage, settings?.labels?.[stage] ?? ''])) as Record<Stage, string>;

/** Writes a template, or changes one. */
export const saveReply = (space: string, previous: Reply | null, input: ReplyInput): Promise<Result<Reply, Failure>> =>
  keepOne(space, writeReply(previous, input, contextIn(space)), previous ?? undefined);

/** Takes a template out of use, or into use again. */
export const setReplyClosed = (space: string, previous: Reply, isClosed: boolean): Promise<Result<Reply, Failure>> =>
  keepOne(space, closeReply(previous, isClosed, contextIn(space)), previous);

/** How many of the suggestions the municipality has none like. */
export const suggestionsLeft = (space: string, existing: readonly Reply[]): number => {
  const made = suggestReplies(existing, SUGGESTED_REPLIES, contextIn(space));
  return made.ok ? made.value.length : 0;
};

/** Puts in the suggestions that the municipality has none like. */
export async function addSuggestions(
  space: string,
  existing: readonly Reply[]
): Promise<Result<void, Failure | CommandRefusal>> {
  const made = suggestReplies(existing, SUGGESTED_REPLIES, contextIn(space));
  return made.ok
    ? keep(
        space,
        made.value.map((document) => ({ document }))
      )
    : made;
}
