import { latestWins } from './latest-wins.ts';
import { session } from './session.svelte.ts';

/** Something being written, on the disk as it is typed. */
export class DraftKeeper {
  /** The disk said no; the words are on the screen only. */
  failed = $state(false);

  readonly #id: string;
  /** Null forgets the words: they have been saved or let go. */
  readonly #writes = latestWins<Readonly<Record<string, unknown>> | null>(
    async (fields) => {
      const { store } = session;
      if (fields === null) await store.dropDraft(this.#id);
      else await store.saveDraft(this.#id, { fields, blobs: [] });
    },
    (error) => (this.failed = error !== undefined)
  );

  /** @param id one draft for each thing that is written on: `commentDraft`, `changeDraft` */
  constructor(id: string) {
    this.#id = id;
  }

  /** What was being written here last time, or undefined. */
  async read(): Promise<Readonly<Record<string, unknown>> | undefined> {
    return (await session.store.draft(this.#id))?.fields;
  }

  save(fields: Readonly<Record<string, unknown>>): void {
    this.#writes.put(fields);
  }

  /** Resolves when the last words are on the disk; rejects when they could not be put there. */
  flush(): Promise<void> {
    return this.#writes.settled();
  }

  drop(): void {
    this.#writes.put(null);
  }
}

/** The draft of a change to an idea, by its ulid. */
export const changeDraft = (idea: string): string => 'andra/' + idea;

/** The draft of a comment on an idea, by its ulid. */
export const commentDraft = (idea: string): string => 'kommentar/' + idea;

/** Where a draft is gone on with. */
export function draftPath(id: string): string {
  const [what, idea] = id.split('/');
  if (what === 'andra' && idea !== undefined) return `/ideer/${idea}/andra`;
  if (what === 'kommentar' && idea !== undefined) return `/ideer/${idea}`;
  return `/ny?utkast=${encodeURIComponent(id)}`;
}
