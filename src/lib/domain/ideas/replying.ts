import { idOf } from '#lib/core/ids.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { checked, clean, type CommandRefusal, type CommandResult, type Context } from '../command.ts';
import type { Reply, ReplyUse } from './reply.ts';

export interface ReplyInput {
  readonly use: ReplyUse;
  readonly name: string;
  readonly text: string;
}

/** Writes a reply template, or changes it. `previous` is null for a new one. Allowed to coaches and admins. */
export function writeReply(
  previous: Reply | null,
  input: ReplyInput,
  { actor, newId }: Pick<Context, 'actor' | 'newId'>
): CommandResult<Reply> {
  const next: Reply = {
    ...(previous ?? { _id: idOf('reply', newId()), v: 1 as const }),
    use: input.use,
    name: clean(input.name).replace(/\s+/g, ' '),
    text: clean(input.text)
  };
  return checked(next, previous, actor);
}

/** Takes a template out of use, or into use again. It can still be read. */
export function closeReply(
  previous: Reply,
  isClosed: boolean,
  { actor }: Pick<Context, 'actor'>
): CommandResult<Reply> {
  const { closed: _closed, ...kept } = previous;
  return checked(isClosed ? { ...kept, closed: true as const } : kept, previous, actor);
}

/** The suggestions that a municipality has no template by the same name for, as new templates. */
export function suggestReplies(
  existing: readonly Reply[],
  suggestions: readonly ReplyInput[],
  context: Pick<Context, 'actor' | 'newId'>
): Result<readonly Reply[], CommandRefusal> {
  const made: Reply[] = [];
  for (const suggestion of suggestions) {
    if (existing.some(({ use, name }) => use === suggestion.use && name === suggestion.name)) continue;
    const reply = writeReply(null, suggestion, context);
    if (!reply.ok) return err(reply.error);
    made.push(reply.value);
  }
  return ok(made);
}
