import { idOf } from '#lib/core/ids.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { isNamedIn } from '#lib/domain/actor.ts';
import { renamePerson } from '#lib/domain/people/commands.ts';
import type { Person } from '#lib/domain/people/person.ts';
import { contextIn, type Failure, keep } from './command.ts';
import { session } from './session.svelte.ts';

/** Changes what the person is called, in every space they are in. Checked in all before it is kept in any. */
export async function rename(name: string): Promise<Result<void, Failure>> {
  const { person, store } = session;
  if (person === null) throw new Error('nobody to rename');
  const id = idOf('person', person.id);
  const changes = [];
  for (const space of person.spaces) {
    const previous = (await store.document(space, id)) as Person | undefined;
    if (previous === undefined && !isNamedIn(space, person.roles)) continue;
    const next = renamePerson(id, previous ?? null, name, contextIn(space));
    if (!next.ok) return err(next.error);
    changes.push({ space, document: next.value, previous });
  }
  for (const { space, document, previous } of changes) {
    const kept = await keep(space, [{ document, previous }]);
    if (!kept.ok) return kept;
  }
  session.refresh({ name: name.trim() });
  return ok(undefined);
}
