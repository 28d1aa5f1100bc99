import { kindName } from '#lib/core/ids.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { type Database, keyOf } from './database.ts';

/**
 * Which rows tie this person to an idea: their support, what they follow, what they have decided, and where they are
 * spoken to or answer for something. Of tens of thousands of rows they are some tens, and an index on whose a row is
 * would cost every row of a first sync an entry more. Only keys: the rows say how it stands, and one that has gone is
 * gone.
 */
const BY_ITS_WRITER = ['support', 'follow', 'decision'] as const;
const BY_OTHERS = ['comment', 'benefit'] as const;
const MADE = 'concerns-made';

interface Naming {
  readonly by?: string;
  readonly mentions?: readonly string[];
  readonly responsible?: string;
}

function isTie(document: Envelope, person: string): boolean {
  const { by, mentions, responsible } = document as Naming;
  const kind = kindName(document._id);
  if ((BY_ITS_WRITER as readonly string[]).includes(kind)) return by === person;
  if (!(BY_OTHERS as readonly string[]).includes(kind)) return false;
  return mentions?.includes(person) === true || responsible === person;
}

/** Remembers what of these documents ties the person to an idea. Call inside the transaction that wrote them. */
export async function noteConcerns(db: Database, space: string, documents: readonly Envelope[]): Promise<void> {
  const keys = documents.filter((each) => isTie(each, db.person)).map((each) => keyOf(space, each._id));
  if (keys.length > 0) await db.concerns.bulkPut(keys.map((key) => ({ key })));
}

/** Finds, once, what an older app had written before it knew of this. */
export async function renewConcerns(db: Database): Promise<void> {
  if ((await db.meta.get(MADE)) !== undefined) return;
  await db.transaction('rw', db.tables, async () => {
    const found: { readonly key: string }[] = [];
    for (const kind of [...BY_ITS_WRITER, ...BY_OTHERS])
      await db.table<{ key: string; space: string; document: Envelope }>(kind).each((row) => {
        if (isTie(row.document, db.person)) found.push({ key: row.key });
      });
    await db.concerns.bulkPut(found);
    await db.meta.put({ name: MADE, value: true });
  });
}
