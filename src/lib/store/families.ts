import type { Decision } from '#lib/domain/ideas/decision.ts';
import { type Path, pathOf, survivorOf } from '#lib/domain/ideas/path.ts';
import type { Database } from './database.ts';

/** Ideas that merges have brought together, as one space's decisions tell it. */
export interface Families {
  /** Every idea that was asked about, and all that any decision ties to them. */
  readonly ids: readonly string[];
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
  pathOf(id: string): Path<Decision>;
  /** The idea that lives on for this one: itself where it was not merged. */
  survivorOf(id: string): string;
  /** The ideas that live on in this one, itself apart. */
  mergedInto(id: string): readonly string[];
}

/** The given ideas of a space with those that were, or once were, merged with them. Call inside a transaction. */
export async function familiesOf(db: Database, space: string, ideas: readonly string[]): Promise<Families> {
  const decisions = new Map<string, Decision[]>();
  const ids = new Set<string>();
  for (let news = [...new Set(ideas)]; news.length > 0;) {
    const table = db.rows<Decision>('decision');
    const [own, about] = await Promise.all([
      table.where('document.idea').anyOf(news).toArray(),
      table.where('document.into').anyOf(news).toArray()
    ]);
    for (const id of news) {
      ids.add(id);
      decisions.set(id, []);
    }
    const tied = new Set<string>();
    for (const row of own) {
      if (row.space !== space) continue;
      decisions.get(row.document.idea)!.push(row.document);
      if (row.document.into !== undefined) tied.add(row.document.into);
    }
    for (const row of about) if (row.space === space) tied.add(row.document.idea);
    news = [...tied].filter((id) => !ids.has(id));
  }
  const paths = new Map([...decisions].map(([id, made]) => [id, pathOf(made)]));
  const into = (id: string): string | undefined => paths.get(id)?.current?.into;
  const survivors = new Map([...ids].map((id) => [id, survivorOf(id, into)]));
  return {
    ids: [...ids],
    decisions,
    pathOf: (id) => paths.get(id) ?? pathOf([]),
    survivorOf: (id) => survivors.get(id) ?? id,
    mergedInto: (id) => [...ids].filter((other) => other !== id && survivors.get(other) === id)
  };
}
