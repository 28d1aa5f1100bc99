import { err, ok, type Result } from '#lib/core/result.ts';
import type { Actor } from './actor.ts';
import type { Envelope } from './kind.ts';
import { findPersonalNumbers, type Span } from './personal-number.ts';
import { check, type Refusal } from './rules.ts';

/** What a command needs from outside: who, when, and a source of new ids. */
export interface Context {
  readonly actor: Actor;
  /** As `Date.prototype.toISOString`. */
  readonly now: string;
  readonly newId: () => string;
}

/** A refusal, with the places in the text that caused it where it is about personal numbers. */
export interface CommandRefusal extends Refusal {
  readonly spans?: readonly Span[];
}

export type CommandResult<D> = Result<D, CommandRefusal>;

/** Checks a document as the server will, and says where a personal number stands. */
export function checked<D extends Envelope>(next: D, previous: D | null, actor: Actor): CommandResult<D> {
  const result = check(next, previous, actor);
  if (result.ok) return ok(next);
  const value = (next as unknown as Record<string, unknown>)[result.error.field ?? ''];
  return result.error.code === 'personal-number' && typeof value === 'string'
    ? err({ ...result.error, spans: findPersonalNumbers(value) })
    : result;
}

/** What people type and paste, without what cannot be seen and cannot be stored. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are what is taken away
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : '\ufffd'))
    .trim();
