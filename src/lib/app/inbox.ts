import { ulid } from 'ulid';
import { err, ok, type Result } from '#lib/core/result.ts';
import { has, type Role } from '#lib/domain/actor.ts';
import {
  isPossible,
  isUndone,
  STAGE_OF,
  triageIdea,
  type TriageAction,
  type TriageInput,
  undoWritten
} from '#lib/domain/ideas/triage.ts';
import { decidersOf } from '#lib/domain/ideas/stages.ts';
import { spaceType } from '#lib/domain/actor.ts';
import { type Day, swedishDay } from '#lib/domain/workdays.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Accepted, Batch } from '#lib/store/accept.ts';
import type { IdeaView } from '#lib/store/idea-view.ts';
import type { ListedIdea } from '#lib/store/ideas.ts';
import type { Store } from '#lib/store/store.ts';
import { contextIn, type Failure, keepAll } from './command.ts';
import { hasRole } from './person.ts';
import { session } from './session.svelte.ts';

/** Those who answer ideas. */
export const ANSWERING: readonly Role[] = ['coach', 'manager', 'leader', 'coordinator'];

/** The space whose inbox is the person's; undefined for those who have none. */
export function inboxSpace(): string | undefined {
  const { person, homeSpace } = session;
  return person !== null && homeSpace !== undefined && hasRole(person, homeSpace, ...ANSWERING) ? homeSpace : undefined;
}

/** Something the person has done in the inbox on this device, and may undo. */
export interface Act {
  readonly id: string;
  /** ISO */
  readonly at: string;
  readonly action: TriageAction;
  /** The row of the idea it was done to. */
  readonly key: string;
  readonly title: string;
  /** The documents it wrote. */
  readonly written: readonly { readonly space: string; readonly id: string }[];
}

/** Whether the person may do it to an idea as it stands. */
export function mayTriage(action: TriageAction, { stage, space }: ListedIdea): boolean {
  const actor = session.actor(space);
  if (action === 'refer') return spaceType(space) === 'municipality' && has(actor, 'coach', 'manager', 'leader');
  const to = STAGE_OF[action];
  return isPossible(action, stage) && has(actor, ...(to === undefined ? ANSWERING : decidersOf(to)));
}

const inBatches = (
  documents: readonly { readonly space: string; readonly accepted: Accepted }[],
  draft?: string
): Batch[] =>
  [...new Set(documents.map(({ space }) => space))].map((space, index) => ({
    space,
    documents: documents.filter((each) => each.space === space).map(({ accepted }) => accepted),
    ...(index === 0 ? { draft } : {})
  }));

/**
 * Does something to an idea in the inbox: all that it writes is on the disk together, or nothing is.
 * @param title what the idea is called in the list of what was done
 * @param draft the draft that has become these words
 */
export async function act(
  view: IdeaView,
  input: TriageInput,
  title: string,
  draft: string
): Promise<Result<Act, Failure>> {
  const { row, decisions } = view;
  const made = triageIdea(row.document, decisions, input, row.space, contextIn);
  if (!made.ok) return made;
  const kept = await keepAll(
    inBatches(
      made.value.map(({ space, document }) => ({ space, accepted: { document } })),
      draft
    )
  );
  if (!kept.ok) return kept;
  const done: Act = {
    id: ulid(),
    at: new Date().toISOString(),
    action: input.action,
    key: row.key,
    title,
    written: made.value.map(({ space, document }) => ({ space, id: document._id }))
  };
  await remember(done);
  return ok(done);
}

/** Undoes all that an act wrote and that still stands, together. */
export async function undo({ written }: Act): Promise<Result<void, Failure>> {
  const documents: { space: string; accepted: Accepted }[] = [];
  for (const { space, id } of written) {
    const previous = await session.store.document(space, id);
    if (previous === undefined || isUndone(previous)) continue;
    const undone = undoWritten(previous, contextIn(space));
    if (!undone.ok) return err(undone.error);
    documents.push({ space, accepted: { document: undone.value, previous } });
  }
  return keepAll(inBatches(documents));
}

const ACTS = 'inbox-acts';

const storedActs = async (store: Store): Promise<readonly Act[]> =>
  ((await store.setting(ACTS)) as readonly Act[] | undefined) ?? [];

async function remember(done: Act): Promise<void> {
  const { store } = session;
  const day = swedishDay(done.at);
  const today = (await storedActs(store)).filter(({ at }) => swedishDay(at) === day);
  await store.setSetting(ACTS, [...today, done]);
}

/** What the person did here on a day and has not undone, the last first. */
export async function actsOf(store: Store, day: Day): Promise<readonly Act[]> {
  const standing: Act[] = [];
  for (const done of await storedActs(store)) {
    if (swedishDay(done.at) !== day) continue;
    const documents = await Promise.all(done.written.map(({ space, id }) => store.document(space, id)));
    if (documents.some((document: Envelope | undefined) => document !== undefined && !isUndone(document)))
      standing.push(done);
  }
  return standing.reverse();
}

/** The draft of an answer to an idea, by its ulid. */
export const answerDraft = (idea: string): string => 'svar/' + idea;
