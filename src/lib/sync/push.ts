import { toBase64 } from '#lib/core/base64.ts';
import { kindName } from '#lib/core/ids.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { kindNamed } from '#lib/domain/registry.ts';
import { DOCUMENT_MAX_BYTES, parseRefusal } from '#lib/domain/rules.ts';
import type { OutboxEntry, OutboxRefusal } from '#lib/store/database.ts';
import type { Store } from '#lib/store/store.ts';
import { problemOf, SyncProblem } from './problems.ts';
import { rebaseWaiting } from './reconcile.ts';

/** Documents a request carries at most, and bytes: below the server's limit with room to spare. */
const BATCH = 500;
const BATCH_BYTES = 4 * DOCUMENT_MAX_BYTES;
/** A conflict is met and tried again; one that never ends is left for the next round. */
const MEETINGS = 5;
/** So many lone documents failing in a row say that it is the server, not they. */
const LONE_FAILURES = 3;

interface Answer {
  readonly id?: string;
  readonly ok?: boolean;
  readonly rev?: string;
  readonly status?: number;
  readonly name?: string;
  readonly error?: unknown;
  readonly reason?: string;
}

export interface PushReport {
  readonly confirmed: number;
  readonly refused: number;
}

/** What a push does besides ordinary documents: attachments go one document at a time. */
const hasAttachments = (entry: OutboxEntry): boolean =>
  kindNamed(kindName(entry.id))?.attachments !== undefined && entry.document._deleted !== true;

/** Sends what waits for a space, pictures and sounds apart, until nothing is left that can go now. */
export async function pushSpace(store: Store, remote: PouchDB.Database, space: string): Promise<PushReport> {
  const pusher = new Pusher(store, remote, space);
  for (let meeting = 0; meeting < MEETINGS; meeting++) {
    const entries = (await store.sync.waiting(space)).filter(
      (entry) => !hasAttachments(entry) && !pusher.parked.has(entry.key)
    );
    if (entries.length === 0) break;
    for (const batch of batches(entries)) await pusher.send(batch);
    if (!pusher.met) break;
    pusher.met = false;
  }
  return pusher;
}

/** Sends what waits with pictures or sounds, one at a time: a slow one holds back nothing but itself. */
export async function pushAttachments(store: Store, remote: PouchDB.Database, space: string): Promise<PushReport> {
  const pusher = new Pusher(store, remote, space);
  const entries = (await store.sync.waiting(space)).filter(hasAttachments);
  for (const entry of entries) await pusher.sendWhole(entry);
  return pusher;
}

function* batches(entries: readonly OutboxEntry[]): Generator<OutboxEntry[]> {
  let batch: OutboxEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = JSON.stringify(entry.document).length;
    if (batch.length > 0 && (batch.length >= BATCH || bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

class Pusher implements PushReport {
  confirmed = 0;
  refused = 0;
  /** A conflict was joined, so there is something new to send. */
  met = false;
  /** Left for a later round. */
  readonly parked = new Set<string>();
  private loneFailures = 0;

  constructor(
    private readonly store: Store,
    private readonly remote: PouchDB.Database,
    private readonly space: string
  ) {}

  /** One request; when the whole of it is turned away, halves, down to the one at fault. */
  async send(entries: readonly OutboxEntry[]): Promise<void> {
    await this.store.sync.markSent(entries);
    let answers: readonly Answer[];
    try {
      answers = (await this.remote.bulkDocs(
        entries.map((entry) => forWire(entry.document)) as never
      )) as readonly Answer[];
    } catch (error) {
      return this.sendHalves(entries, problemOf(error));
    }
    this.loneFailures = 0;
    await this.take(entries, answers);
  }

  private async sendHalves(entries: readonly OutboxEntry[], problem: SyncProblem): Promise<void> {
    if (problem.code !== 'too-large' && problem.code !== 'malformed' && problem.code !== 'server') throw problem;
    if (entries.length > 1) {
      const middle = entries.length >> 1;
      await this.send(entries.slice(0, middle));
      return this.send(entries.slice(middle));
    }
    const [entry] = entries;
    if (problem.code === 'server') {
      this.parked.add(entry!.key);
      this.loneFailures += 1;
      if (this.loneFailures >= LONE_FAILURES) throw problem;
    } else await this.refuse(entry!, { code: problem.code === 'too-large' ? 'too-large' : 'malformed-text' });
  }

  /** A document with its pictures or sounds inside, in one request. */
  async sendWhole(entry: OutboxEntry): Promise<void> {
    const names = Object.keys(kindNamed(kindName(entry.id))!.attachments!);
    const attachments: Record<string, { content_type: string; data: string }> = {};
    for (const name of names) {
      const blob = await this.store.sync.blob(this.space, entry.id, name);
      if (blob !== undefined) attachments[name] = { content_type: blob.type, data: toBase64(blob.bytes) };
    }
    await this.store.sync.markSent([entry]);
    const document = {
      ...forWire(entry.document),
      ...(Object.keys(attachments).length > 0 ? { _attachments: attachments } : {})
    };
    let answers: readonly Answer[];
    try {
      answers = (await this.remote.bulkDocs([document] as never)) as readonly Answer[];
    } catch (error) {
      return this.sendHalves([entry], problemOf(error));
    }
    await this.take([entry], answers);
  }

  private async take(entries: readonly OutboxEntry[], answers: readonly Answer[]): Promise<void> {
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    const confirmed: { sent: OutboxEntry; rev: string }[] = [];
    const stale: OutboxEntry[] = [];
    for (const entry of entries) {
      const answer = byId.get(entry.id);
      if (answer?.ok === true && typeof answer.rev === 'string') confirmed.push({ sent: entry, rev: answer.rev });
      else if (answer?.status === 409 || answer?.error === 'conflict' || answer?.name === 'conflict') stale.push(entry);
      else if (isForbidden(answer)) await this.refuse(entry, parseRefusal(answer?.reason ?? ''));
      else if (answer?.status === 401 || answer?.error === 'unauthorized' || answer?.name === 'unauthorized')
        throw new SyncProblem('sign-in');
      // No answer for it, or one nobody knows: it stays, and is asked about again.
      else this.parked.add(entry.key);
    }
    await this.store.sync.confirm(confirmed);
    this.confirmed += confirmed.length;
    if (stale.length > 0) await this.meet(stale);
  }

  /** Somebody was before: their versions are fetched and joined with what waits here. */
  private async meet(entries: readonly OutboxEntry[]): Promise<void> {
    const { rows } = await this.remote.allDocs({ keys: entries.map((entry) => entry.id), include_docs: true });
    const documents: Envelope[] = [];
    const gone: string[] = [];
    for (const row of rows) {
      if ('error' in row) gone.push((row as { key: string }).key);
      else if (row.doc != null) documents.push(row.doc as unknown as Envelope);
      else documents.push({ _id: row.id, _rev: row.value.rev, _deleted: true });
    }
    // An edit of something a restore took: what stands there now is older than what the edit was made from.
    await rebaseWaiting(this.store, this.remote, this.space);
    await this.store.sync.meet(this.space, documents);
    // A parent that the server does not have at all: a restore took it.
    if (gone.length > 0) await this.store.sync.rebase(this.space, new Map(gone.map((id) => [id, null])));
    this.met = true;
  }

  private async refuse(entry: OutboxEntry, refusal: OutboxRefusal): Promise<void> {
    await this.store.sync.refuse(entry, refusal);
    this.refused += 1;
  }
}

const isForbidden = (answer: Answer | undefined): boolean =>
  answer?.status === 403 || answer?.error === 'forbidden' || answer?.name === 'forbidden';

/** Stubs of attachments the server has are kept; anything else about them is the server's. */
function forWire(document: Envelope): Envelope {
  const { _attachments, ...rest } = document;
  if (_attachments === undefined || document._rev === undefined) return rest;
  const stubs = Object.entries(_attachments).map(([name, info]) => [name, { ...info, stub: true }]);
  return { ...rest, _attachments: Object.fromEntries(stubs) };
}
