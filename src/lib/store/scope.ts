import type { Table } from 'dexie';
import { bare, isDerived, kindName } from '#lib/core/ids.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { kindNamed } from '#lib/domain/registry.ts';
import type { Accepted } from './accept.ts';
import { RELATED } from './aggregate.ts';
import type { Database } from './database.ts';
import { isTabled } from './rows.ts';

/** Kinds whose id two may arrive at alone: one that is new to whoever writes it may have been begun elsewhere. */
const BEGUN_APART: readonly string[] = ['entry', 'dots'];

/** Whether what is new here is joined with what came in the meantime, and not put in its place. */
export const mayBeBegunApart = (document: Envelope): boolean =>
  BEGUN_APART.includes(kindName(document._id)) || isDerived(bare(document._id));

const IDEAS = ['outbox', 'meta', 'idea', 'packs', 'directory'] as const;
const ALWAYS = [...IDEAS, 'settings', 'concerns', ...RELATED] as const;
const DRAFTS = ['drafts', 'draftBlobs'] as const;

/** The tables that accepting these may read or write: whoever reads others need not wait for it. */
export function tablesFor(db: Database, documents: readonly Accepted[], withDraft: boolean): Table[] {
  const names = new Set<string>(ALWAYS);
  if (withDraft) for (const name of DRAFTS) names.add(name);
  for (const { document, previous, blobs } of documents) {
    const kind = kindNamed(kindName(document._id));
    if (kind !== undefined && isTabled(kind.name)) names.add(kind.name);
    // It is called by its group.
    if ('group' in document) names.add('group');
    // It is called by its sheet or its case.
    if ('worksheet' in document || 'of' in document) names.add('worksheet');
    if ('case' in document) names.add('case');
    // A join keeps what it could not join.
    if (previous !== undefined || mayBeBegunApart(document)) names.add('variant');
    if (blobs !== undefined || document._deleted === true) names.add('blobs');
    if (document._deleted === true) names.add('wanted');
  }
  return [...names].map((name) => db.table(name));
}

/** What is most often accepted, and while somebody looks: of it nothing is asked that is as good as known. */
export const isNewIdea = ({ document, previous }: Accepted): boolean =>
  previous === undefined && document._deleted !== true && kindName(document._id) === 'idea';

/**
 * Whether it was promised, or spoken of, before: a promise stands there, or a table is needed that was not asked for.
 * Nothing has been written then, and it is tried with all that may stand around it.
 */
export const isNotNew = (error: unknown): boolean =>
  ['ConstraintError', 'NotFoundError'].includes((error as Error).name);

/** The tables of a new idea that nobody has said anything about. */
export const tablesForNew = (db: Database, { blobs }: Accepted, withDraft: boolean): Table[] =>
  [...IDEAS, ...(withDraft ? DRAFTS : []), ...(blobs === undefined ? [] : ['blobs'])].map((name) => db.table(name));
