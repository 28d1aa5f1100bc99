import type { View } from '#lib/domain/find/view.ts';
import type { Database } from './database.ts';
import type { Placed } from './fields.ts';

/** The views this person is shown: their own, and those that are shared with everybody; by name. */
export async function allViews(db: Database): Promise<readonly Placed<View>[]> {
  const rows = await db.rows<View>('view').toArray();
  return rows
    .filter(
      ({ document }) => document.withdrawn === undefined && (document.shared === true || document.by === db.person)
    )
    .map(({ space, document }) => ({ space, document }))
    .sort((a, b) => a.document.name.localeCompare(b.document.name, 'sv'));
}
