import { bare, idOf, kindName } from '#lib/core/ids.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { SETTINGS_ID } from '#lib/domain/people/settings.ts';
import { ideaOf, kindNamed, KIND_NAMES } from '#lib/domain/registry.ts';
import { type Space, textOf } from '../couch/backend.ts';

/** Documents read at a time. */
const PAGE = 1000;
/** Ideas that one family can have before the rest is left out: more than anybody merges. */
const LARGEST_FAMILY = 50;

/** What an idea has that no happening is told by, beside pictures and sounds. */
const SILENT = ['fieldvalue', 'assessment'];

/** Kinds whose documents' ids begin with their idea's, and that tell of something. */
export const AROUND_IDEAS: readonly string[] = KIND_NAMES.filter((name) => {
  const kind = kindNamed(name);
  return kind?.parent === 'idea' && kind.attachments === undefined && !SILENT.includes(name);
});

/** What a happening is about: the idea, group, challenge or share that a document belongs to; undefined for others. */
export function rootOf(id: string): string | undefined {
  const kind = kindName(id);
  if (kind === 'variant') {
    const of = id.slice('variant:'.length, id.lastIndexOf(':'));
    return kindName(of) === 'comment' ? rootOf(of) : undefined;
  }
  if (kind === 'idea' || kind === 'group' || kind === 'challenge' || kind === 'share') return id;
  const [, first, last] = id.split(':');
  if (first === undefined || last === undefined) return undefined;
  if (kindNamed(kind)?.parent === 'group') return idOf('group', first);
  const idea = ideaOf(id);
  return kindName(idea) === 'idea' ? idea : undefined;
}

/** Documents of a space, as somebody who may read it. */
export class Reading {
  readonly #space: Space;
  readonly #actor: Actor;

  constructor(space: Space, actor: Actor) {
    this.#space = space;
    this.#actor = actor;
  }

  /** The documents with these ids, of those that are there. */
  async named(ids: readonly string[]): Promise<readonly Envelope[]> {
    return this.#rows({ keys: ids });
  }

  /** Every document whose id begins so, a page at a time, in order. */
  async *pages(prefix: string): AsyncGenerator<readonly Envelope[]> {
    // No id has a character between its own end and the next one's beginning.
    for (let startKey = prefix; ;) {
      const rows = await this.#rows({ startKey, endKey: prefix + '~', limit: PAGE });
      if (rows.length > 0) yield rows;
      if (rows.length < PAGE) return;
      startKey = rows.at(-1)!._id + '!';
    }
  }

  async all(prefix: string): Promise<readonly Envelope[]> {
    const found: Envelope[] = [];
    for await (const page of this.pages(prefix)) found.push(...page);
    return found;
  }

  async #rows(query: { keys?: readonly string[]; startKey?: string; endKey?: string; limit?: number }) {
    const asked = { inclusiveEnd: true, descending: false, skip: 0, includeDocs: true, conflicts: false, ...query };
    const { rows } = JSON.parse(await textOf(await this.#space.allDocs(asked, this.#actor))) as {
      rows: { doc?: Envelope | null }[];
    };
    return rows.map(({ doc }) => doc).filter((doc) => doc != null && doc._deleted !== true) as Envelope[];
  }
}

/** Which ideas of a space live on in which, as its decisions tell: an idea does not say what was merged into it. */
export class Merges {
  #into: Map<string, Set<string>> | undefined;

  /** Reads every decision of the space, the first time. */
  async open(reading: Reading): Promise<void> {
    if (this.#into !== undefined) return;
    const into = new Map<string, Set<string>>();
    for await (const page of reading.pages('decision:')) note(into, page);
    this.#into = into;
  }

  note(documents: readonly Envelope[]): void {
    if (this.#into !== undefined) note(this.#into, documents);
  }

  /** The ideas that some decision says were merged into this one. */
  into(idea: string): readonly string[] {
    return [...(this.#into?.get(idea) ?? [])];
  }
}

function note(into: Map<string, Set<string>>, documents: readonly Envelope[]): void {
  for (const document of documents) {
    const { idea, into: survivor } = document as Envelope & { idea?: string; into?: string };
    if (idea === undefined || survivor === undefined || kindName(document._id) !== 'decision') continue;
    into.set(survivor, (into.get(survivor) ?? new Set()).add(idea));
  }
}

/** All documents that are needed to tell what has happened around a root. */
export async function documentsAround(reading: Reading, merges: Merges, root: string): Promise<readonly Envelope[]> {
  switch (kindName(root)) {
    case 'idea':
      return aroundIdeas(reading, merges, [root]);
    case 'group': {
      const around = ['membership', 'grouptask'].map((kind) => reading.all(idOf(kind, root) + ':'));
      return (await Promise.all([reading.named([root]), ...around])).flat();
    }
    case 'challenge': {
      const [challenge] = (await reading.named([root])) as readonly (Envelope & { resultAt?: unknown })[];
      if (challenge === undefined) return [];
      // What came of it is told to those who answered it; that it opened needs no idea.
      const answers: string[] = [];
      if (challenge.resultAt !== undefined)
        for await (const page of reading.pages('idea:'))
          for (const idea of page as readonly (Envelope & { challenge?: string })[])
            if (idea.challenge === root) answers.push(idea._id);
      return [challenge, ...(await aroundIdeas(reading, merges, answers))];
    }
    default:
      return reading.named([root]);
  }
}

async function aroundIdeas(reading: Reading, merges: Merges, ideas: readonly string[]): Promise<readonly Envelope[]> {
  if (ideas.length === 0) return [];
  await merges.open(reading);
  const found: Envelope[] = [...(await reading.named([SETTINGS_ID]))];
  const seen = new Set<string>();
  for (let news = [...ideas]; news.length > 0;) {
    const next = new Set<string>();
    for (const idea of news) {
      seen.add(idea);
      const own = await aroundIdea(reading, idea);
      merges.note(own);
      found.push(...own);
      const into = own.map((document) => (document as { into?: string }).into).filter((id) => id !== undefined);
      for (const other of [...into, ...merges.into(idea)]) next.add(other);
    }
    news = [...next].filter((id) => !seen.has(id)).slice(0, Math.max(0, ideas.length + LARGEST_FAMILY - seen.size));
  }
  return found;
}

async function aroundIdea(reading: Reading, idea: string): Promise<readonly Envelope[]> {
  const versions = `variant:comment:${bare(idea)}:`;
  const prefixes = [...AROUND_IDEAS.map((kind) => idOf(kind, idea) + ':'), versions];
  const parts = await Promise.all([reading.named([idea]), ...prefixes.map((prefix) => reading.all(prefix))]);
  return parts.flat();
}
