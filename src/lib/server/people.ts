import { type Actor, isNamedIn, REGION, roleIn } from '#lib/domain/actor.ts';
import { idOf } from '#lib/core/ids.ts';
import type { Person } from '#lib/domain/people/person.ts';
import { type Backend, type IncomingDocument, type Space, textOf } from './couch/backend.ts';
import { spacesOf } from './config.ts';
import type { Account } from './identity/accounts.ts';
import { spacesFor } from './sync-state.ts';

/** Every role a municipality's employee has beside `roles`. */
export const everyoneIn = (municipality: string): readonly string[] => [
  roleIn(municipality, 'member'),
  roleIn(REGION, 'member')
];

export const actorIn = (account: Account, space: string): Actor => ({ id: account.id, roles: account.roles, space });

/** Writes one document as a person would. Throws where the rules say no: the server's own must pass them. */
export async function writeAs(account: Account, space: Space, document: object): Promise<void> {
  const [row] = await space.write([document as IncomingDocument], true, actorIn(account, space.name));
  if (row === undefined || !('ok' in row))
    throw new Error(`${space.name}: ${String((document as { _id?: string })._id)} was refused: ${row?.reason ?? ''}`);
}

/** The document as it is stored, or undefined. */
export async function stored<D>(space: Space, id: string, account: Account): Promise<D | undefined> {
  const query = { keys: [id], inclusiveEnd: true, descending: false, skip: 0, includeDocs: true, conflicts: false };
  const body = await space.allDocs(query, actorIn(account, space.name));
  const text = await textOf(body);
  const [row] = (JSON.parse(text) as { rows: { doc?: D | null }[] }).rows;
  return row?.doc ?? undefined;
}

/**
 * Says in the spaces of the person's what they are called, as that person. A name that stands
 * there already is theirs: what people call themselves is not set back to what the account says.
 */
export async function introduce(backend: Backend, municipalities: readonly string[], account: Account): Promise<void> {
  for (const name of spacesFor(spacesOf(municipalities), account.roles)) {
    if (!isNamedIn(name, account.roles)) continue;
    const space = backend.space(name)!;
    const before = await stored<Person>(space, idOf('person', account.id), account);
    if (before === undefined) await writeAs(account, space, newPerson(account));
  }
}

/** Calls the person by their account's name in every space they may read, whatever they called themselves. */
export async function rename(backend: Backend, municipalities: readonly string[], account: Account): Promise<void> {
  for (const name of spacesFor(spacesOf(municipalities), account.roles)) {
    const space = backend.space(name)!;
    const before = await stored<Person>(space, idOf('person', account.id), account);
    if (before !== undefined && before.name !== account.name)
      await writeAs(account, space, { ...before, name: account.name });
  }
}

const newPerson = (account: Account): Person => ({ _id: idOf('person', account.id), v: 1, name: account.name });
