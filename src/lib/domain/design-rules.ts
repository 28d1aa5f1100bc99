import type { Envelope } from './kind.ts';
import { check, refusalText } from './rules.ts';

interface UserContext {
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly db: string;
}

/**
 * `check` in the form CouchDB calls: the entry point of the bundle that becomes `_design/rules`.
 * Throws `{ unauthorized }` or `{ forbidden: <code> [<field>] }`, as CouchDB wants its refusals.
 */
export function validate(next: Envelope, previous: Envelope | null, user: UserContext): void {
  if (user.name === null) throw { unauthorized: 'sign-in' };
  const result = check(next, previous, { id: user.name, roles: user.roles, space: user.db });
  if (!result.ok) throw { forbidden: refusalText(result.error) };
}
