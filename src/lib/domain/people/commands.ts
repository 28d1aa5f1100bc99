import { ok, type Result } from '#lib/core/result.ts';
import type { Actor } from '../actor.ts';
import { check, type Refusal } from '../rules.ts';
import type { Person } from './person.ts';

/** Changes what somebody is called in one space; `previous` is null where they had no name yet. */
export function renamePerson(
  id: string,
  previous: Person | null,
  name: string,
  { actor }: { readonly actor: Actor }
): Result<Person, Refusal> {
  const next: Person = { ...(previous ?? { _id: id, v: 1 }), name: name.replace(/\s+/g, ' ').trim() };
  const allowed = check(next, previous, actor);
  return allowed.ok ? ok(next) : allowed;
}
