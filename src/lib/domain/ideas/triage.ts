import { kindName } from '#lib/core/ids.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { REGION } from '../actor.ts';
import { clean, type CommandRefusal, type CommandResult, type Context } from '../command.ts';
import type { Envelope } from '../kind.ts';
import type { Comment } from './comment.ts';
import { answerIdea, retractComment } from './conversation.ts';
import { decideStage, withdrawDecision } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Idea } from './idea.ts';
import { type Destination, referIdea, shareIdea, withdrawReferral, withdrawShare } from './refer.ts';
import type { Referral } from './referral.ts';
import type { ReplyUse } from './reply.ts';
import type { Share } from './share.ts';
import { maySucceed, type Stage } from './stages.ts';

/** What somebody who answers may do with an idea in the inbox. Each has its own reply templates. */
export type TriageAction = ReplyUse;

/** The stage an action takes an idea to. What is missing here leaves it where it is. */
export const STAGE_OF: Readonly<Partial<Record<TriageAction, Stage>>> = {
  receive: 'mottagen',
  clarify: 'komplettering',
  park: 'vilande',
  close: 'avslutad',
  merge: 'sammanslagen'
};

/** Whether the machine allows the action on an idea in that stage. */
export const isPossible = (action: TriageAction, from: Stage): boolean => {
  const to = STAGE_OF[action];
  return to === undefined || maySucceed(from, to);
};

export interface TriageInput {
  readonly action: TriageAction;
  /** What the author reads: the answer, or the reason. */
  readonly text: string;
  /** With `answer`: the stage the idea goes to as well. */
  readonly stage?: Stage | undefined;
  /** With `merge`: the idea that lives on. */
  readonly into?: string | undefined;
  /** With `refer`: where it goes. */
  readonly destination?: Destination | undefined;
  /** With `refer`: the words are also the answer that the author was promised. */
  readonly isAnswer?: boolean | undefined;
}

/** A document that a command has made, and the space it belongs in. */
export interface Written {
  readonly space: string;
  readonly document: Envelope;
}

/**
 * What an action in the inbox writes: one document or several, which are accepted together or not at all. An idea
 * that is passed on to another municipality is written about in two spaces: a referral at home and a share, without
 * the author's name, in the region's.
 * Refused, beside what the single commands refuse: `empty into`, `empty destination`.
 * @param decided the idea's decisions, as this device knows them
 * @param contextIn who writes, when and new ids, in a space
 */
export function triageIdea(
  idea: Idea,
  decided: readonly Decision[],
  input: TriageInput,
  space: string,
  contextIn: (space: string) => Context
): Result<readonly Written[], CommandRefusal> {
  const context = contextIn(space);
  const { action, text, destination } = input;
  const made: { readonly space: string; readonly result: CommandResult<Envelope> }[] = [];
  const make = (result: CommandResult<Envelope>, where = space): void => void made.push({ space: where, result });

  if (action === 'refer') {
    if (destination === undefined) return err({ code: 'empty', field: 'destination' });
    make(referIdea(idea, destination, text, context));
    if ('municipality' in destination)
      make(shareIdea(idea, space, destination.municipality, text, contextIn(REGION)), REGION);
    if (input.isAnswer === true) make(answerIdea(idea, text, context));
  } else if (action === 'answer') {
    make(answerIdea(idea, text, context));
    if (input.stage !== undefined) make(decideStage(idea, decided, { to: input.stage, reason: text }, context));
  } else {
    if (action === 'merge' && input.into === undefined) return err({ code: 'empty', field: 'into' });
    const into = action === 'merge' ? input.into : undefined;
    make(decideStage(idea, decided, { to: STAGE_OF[action]!, reason: text, into }, context));
  }

  const written: Written[] = [];
  for (const { space: where, result } of made) {
    if (!result.ok) return result;
    written.push({ space: where, document: result.value });
  }
  return ok(written);
}

/** Undoes one of the actor's own documents that `triageIdea` made. It stays readable, and counts for nothing. */
export function undoWritten(document: Envelope, context: Context): CommandResult<Envelope> {
  switch (kindName(document._id)) {
    case 'decision':
      return withdrawDecision(document as Decision, context);
    case 'comment':
      return retractComment(document as Comment, context);
    case 'referral':
      return withdrawReferral(document as Referral, context);
    case 'share':
      return withdrawShare(document as Share, context);
    default:
      return err({ code: 'not-allowed' });
  }
}

/** Whether a document that `triageIdea` made has been undone. */
export const isUndone = (document: Envelope): boolean => {
  const { withdrawn, retracted } = document as { withdrawn?: unknown; retracted?: unknown };
  return withdrawn !== undefined || retracted !== undefined;
};

/**
 * The words of a template put into what somebody writes. They take the place of another template's words, never of
 * anything the person has written.
 * @param from the template whose words stand there unchanged, if any
 */
export function withTemplate(written: string, from: string | undefined, template: string): string {
  const own = clean(written);
  return own === '' || (from !== undefined && own === clean(from)) ? template : own + '\n\n' + template;
}
