import { kindName } from '#lib/core/ids.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { kindNamed } from '#lib/domain/registry.ts';
import { type DocsQuery, type Space, textOf } from '../couch/backend.ts';

/** How many ranges are asked for at once. */
const AT_ONCE = 8;

const PLAIN = { inclusiveEnd: true, descending: false, skip: 0, includeDocs: true, conflicts: false } as const;

async function rowsOf(space: Space, query: DocsQuery, actor: Actor): Promise<Envelope[]> {
  const text = await textOf(await space.allDocs(query, actor));
  const { rows } = JSON.parse(text) as { rows: { doc?: Envelope | null }[] };
  return rows.flatMap(({ doc }) => doc ?? []);
}

/** Those that this version of the app has words for. */
const known = <D extends Envelope>(documents: readonly Envelope[]): D[] =>
  documents.filter(
    (document) => kindNamed(kindName(document._id))?.version === (document as { v?: unknown }).v
  ) as unknown as D[];

/** Reads documents of one space as somebody who may. */
export class Documents {
  constructor(
    readonly space: Space,
    readonly actor: Actor
  ) {}

  /** Every document of a kind. */
  all<D extends Envelope>(kind: string): Promise<D[]> {
    return this.#range<D>(kind + ':', kind + ';');
  }

  /**
   * Documents of a kind in the order of their ids.
   * @param after the id of the one before the first
   * @returns `last` is the id to go on after; undefined where there is no more
   */
  async page<D extends Envelope>(
    kind: string,
    after: string | undefined,
    limit: number
  ): Promise<{ readonly documents: readonly D[]; readonly last: string | undefined }> {
    const range = { startKey: after ?? kind + ':', endKey: kind + ';', inclusiveEnd: false };
    const query = { ...PLAIN, ...range, limit: limit + 2 };
    const rows = (await rowsOf(this.space, query, this.actor)).filter(({ _id }) => _id !== after);
    const here = rows.slice(0, limit);
    return { documents: known(here), last: rows.length > limit ? here.at(-1)!._id : undefined };
  }

  async byId<D extends Envelope>(ids: readonly string[]): Promise<D[]> {
    return ids.length === 0 ? [] : known(await rowsOf(this.space, { ...PLAIN, keys: ids }, this.actor));
  }

  /**
   * What stands around ideas, `<kind>:<idea>:<…>`.
   * @param ideas ids in their order
   * @param isStretch nothing stands between the first and the last that is not asked for
   */
  async around<D extends Envelope & { readonly idea: string }>(
    kind: string,
    ideas: readonly string[],
    isStretch: boolean
  ): Promise<ReadonlyMap<string, readonly D[]>> {
    const bare = ideas.map((id) => id.slice('idea:'.length));
    const found: D[] = [];
    if (isStretch && bare.length > 0)
      found.push(...(await this.#range<D>(`${kind}:${bare[0]}:`, `${kind}:${bare.at(-1)};`)));
    else
      for (let start = 0; start < bare.length; start += AT_ONCE) {
        const part = bare.slice(start, start + AT_ONCE);
        const ranges = await Promise.all(part.map((id) => this.#range<D>(`${kind}:${id}:`, `${kind}:${id};`)));
        found.push(...ranges.flat());
      }
    const byIdea = new Map<string, D[]>();
    for (const document of found) {
      const group = byIdea.get(document.idea);
      if (group === undefined) byIdea.set(document.idea, [document]);
      else group.push(document);
    }
    return byIdea;
  }

  async #range<D extends Envelope>(startKey: string, endKey: string): Promise<D[]> {
    return known(await rowsOf(this.space, { ...PLAIN, startKey, endKey, inclusiveEnd: false }, this.actor));
  }
}
