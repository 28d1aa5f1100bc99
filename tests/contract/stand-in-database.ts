import { randomBytes } from 'node:crypto';
import vm from 'node:vm';
import MemoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb';
import { hashed, type Caller, StandInError } from './stand-in-callers.ts';

PouchDB.plugin(MemoryAdapter);

type Doc = Record<string, unknown> & { _id: string; _rev?: string; _deleted?: boolean };
type Validate = (next: unknown, previous: unknown, user: object, security: object) => void;
interface Security {
  readonly members: { readonly roles: readonly string[] };
}

let made = 0;

/** One database of the stand-in. */
export class StandInDatabase {
  #db = new PouchDB('stand-in-' + made++, { adapter: 'memory' });
  /** As CouchDB 3: a new database is the administrators' alone. */
  #security: Security = { members: { roles: ['_admin'] } };
  #validate: { source: string; run: Validate } | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readonly name: string) {}

  /** Puts the database back to nothing, as when it was deleted and made again. */
  async recreate(): Promise<void> {
    this.#db = new PouchDB('stand-in-' + made++, { adapter: 'memory' });
  }

  async user(name: string): Promise<{ derived_key: string; salt: string; roles: string[] } | undefined> {
    return this.#db.get('org.couchdb.user:' + name).catch(() => undefined) as never;
  }

  async respond(request: Request, path: readonly string[], params: URLSearchParams, caller: Caller): Promise<unknown> {
    const [first, second] = path;
    const { method } = request;
    if (!caller.isAdmin && !caller.roles.some((role) => this.#security.members.roles.includes(role)))
      throw caller.name === null
        ? new StandInError(401, 'unauthorized', 'You are not authorized to access this db.')
        : new StandInError(403, 'forbidden', 'You are not allowed to access this db.');
    if (first === undefined) return this.#info();
    if (first === '_security') {
      if (method === 'GET') return this.#security;
      if (!caller.isAdmin) throw new StandInError(401, 'unauthorized', 'You are not a db or server admin.');
      this.#security = (await request.json()) as Security;
      return { ok: true };
    }
    const flag = (name: string) => params.get(name) === 'true';
    const read = { include_docs: flag('include_docs'), conflicts: flag('conflicts'), descending: flag('descending') };
    const limit = params.has('limit') ? { limit: Number(params.get('limit')) } : {};
    if (first === '_changes') return this.#changes(params, { ...read, ...limit });
    if (first === '_all_docs') {
      const keys = method === 'POST' ? ((await request.json()) as { keys: string[] }) : {};
      const [start, end] = [params.get('startkey'), params.get('endkey')];
      return this.#db.allDocs({
        ...read,
        ...limit,
        ...keys,
        ...(start === null ? {} : { startkey: JSON.parse(start) as string }),
        ...(end === null ? {} : { endkey: JSON.parse(end) as string }),
        ...(params.get('inclusive_end') === 'false' ? { inclusive_end: false } : {})
      } as never);
    }
    if (first === '_bulk_get') {
      const { docs } = (await request.json()) as { docs: { id: string; rev?: string }[] };
      return this.#db.bulkGet({ docs, revs: flag('revs'), attachments: flag('attachments') } as never);
    }
    if (first === '_revs_diff') return this.#db.revsDiff((await request.json()) as never);
    if (first === '_bulk_docs') {
      const { docs, new_edits } = (await strictJson(request)) as { docs: Doc[]; new_edits?: boolean };
      const rows = await this.#write(docs, new_edits !== false, caller);
      return answer(201, rows);
    }
    const id = first === '_design' || first === '_local' ? first + '/' + second! : first;
    const name = id === first ? second : path[2];
    if (name !== undefined) return this.#attachment(request, id, name, params.get('rev') ?? undefined, caller);
    if (method === 'PUT') return this.#put({ ...((await strictJson(request)) as Doc), _id: id }, caller);
    return this.#get(id, params, flag);
  }

  async #info() {
    const { doc_count, update_seq } = await this.#db.info();
    return { db_name: this.name, doc_count, doc_del_count: 0, update_seq: seqText(Number(update_seq)), sizes: {} };
  }

  async #changes(params: URLSearchParams, options: object): Promise<unknown> {
    const asked = params.get('since') ?? '0';
    const since = asked === 'now' ? Number((await this.#db.info()).update_seq) : Number.parseInt(asked, 10);
    const look = () => this.#db.changes({ ...options, since, style: params.get('style') ?? 'main_only' } as never);
    let found = await look();
    const end = Date.now() + Math.min(Number(params.get('timeout') ?? 60_000), 60_000);
    while (params.get('feed') === 'longpoll' && found.results.length === 0 && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      found = await look();
    }
    const last = Number(found.results.length === 0 ? since : found.last_seq);
    const { results: later } = await this.#db.changes({ since: last });
    const results = found.results.map((row) => ({ ...row, seq: seqText(Number(row.seq)) }));
    return { results, last_seq: seqText(last), pending: later.length };
  }

  async #get(id: string, params: URLSearchParams, flag: (name: string) => boolean): Promise<unknown> {
    const open = params.get('open_revs');
    const rev = params.get('rev');
    try {
      return await this.#db.get(id, {
        revs: flag('revs'),
        conflicts: flag('conflicts'),
        attachments: flag('attachments'),
        ...(rev === null ? {} : { rev }),
        ...(open === null ? {} : { open_revs: open === 'all' ? 'all' : (JSON.parse(open) as string[]) })
      } as never);
    } catch (error) {
      throw missing(error);
    }
  }

  async #put(doc: Doc, caller: Caller): Promise<unknown> {
    if (doc._id.startsWith('_local/') || doc._id.startsWith('_design/')) {
      if (doc._id.startsWith('_design/') && !caller.isAdmin)
        throw new StandInError(403, 'forbidden', 'You are not a db or server admin.');
      const { rev } = await this.#db.put(doc as never).catch((error: unknown) => {
        throw missing(error);
      });
      return answer(201, { ok: true, id: doc._id, rev });
    }
    const [row] = (await this.#write([this.name === '_users' ? userDocument(doc) : doc], true, caller)) as Row[];
    if (row?.error === undefined) return answer(201, row);
    throw new StandInError(row.error === 'conflict' ? 409 : 403, row.error, row.reason!);
  }

  async #attachment(request: Request, id: string, name: string, rev: string | undefined, caller: Caller) {
    const doc = (await this.#db.get(id, rev === undefined ? {} : { rev }).catch((error: unknown) => {
      throw missing(error);
    })) as unknown as Doc;
    const attachments = (doc['_attachments'] ?? {}) as Record<string, { content_type: string; digest: string }>;
    if (request.method === 'PUT') {
      const data = Buffer.from(await request.arrayBuffer()).toString('base64');
      const added = { content_type: request.headers.get('content-type') ?? '', data };
      return this.#put({ ...doc, _attachments: { ...attachments, [name]: added } }, caller);
    }
    const info = attachments[name];
    if (info === undefined) throw new StandInError(404, 'not_found', 'Document is missing attachment');
    const bytes = (await this.#db.getAttachment(id, name)) as Buffer;
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': info.content_type, etag: '"' + info.digest.slice(4) + '"' }
    });
  }

  #write(docs: readonly Doc[], newEdits: boolean, caller: Caller): Promise<Row[]> {
    const work = this.#queue.then(() => this.#validated(docs, newEdits, caller));
    this.#queue = work.catch(() => undefined);
    return work;
  }

  async #validated(docs: readonly Doc[], newEdits: boolean, caller: Caller): Promise<Row[]> {
    const rows: Row[] = [];
    for (const doc of docs) {
      const id = (doc._id ??= randomBytes(16).toString('hex'));
      const leaf = await this.#leaf(id, newEdits ? doc._rev : parentOf(doc));
      if (newEdits && leaf === undefined) {
        rows.push({ id, error: 'conflict', reason: 'Document update conflict.' });
        continue;
      }
      const refused = await this.#refusal(doc, leaf ?? null, caller);
      if (refused !== undefined) {
        rows.push({ id, ...refused });
        continue;
      }
      const [made] = (await this.#db.bulkDocs([doc] as never, { new_edits: newEdits })) as unknown as Row[];
      if (newEdits)
        rows.push(made?.rev === undefined ? { id, error: 'conflict', reason: 'Document update conflict.' } : made);
    }
    return rows;
  }

  /** The document at a leaf's revision; null where there is nothing to be in conflict with. */
  async #leaf(id: string, rev: string | undefined): Promise<Doc | null | undefined> {
    const leaves = (await this.#db.get(id, { open_revs: 'all' }).catch(() => [])) as unknown as { ok?: Doc }[];
    const docs = leaves.flatMap(({ ok }) => (ok === undefined ? [] : [ok]));
    if (rev === undefined) return docs.every((doc) => doc._deleted === true) ? null : undefined;
    return docs.find((doc) => doc._rev === rev);
  }

  async #refusal(doc: Doc, previous: Doc | null, caller: Caller) {
    const design = (await this.#db.get('_design/rules').catch(() => undefined)) as
      { validate_doc_update?: string } | undefined;
    const source = design?.validate_doc_update;
    if (source === undefined) return undefined;
    if (this.#validate?.source !== source)
      this.#validate = { source, run: vm.runInNewContext('(' + source + ')') as Validate };
    try {
      const user = { name: caller.name, roles: caller.roles, db: this.name };
      this.#validate.run(JSON.parse(JSON.stringify(withStubs(doc))), previous, user, this.#security);
      return undefined;
    } catch (error) {
      const { forbidden, unauthorized } = error as { forbidden?: string; unauthorized?: string };
      if (forbidden !== undefined) return { error: 'forbidden', reason: forbidden };
      if (unauthorized !== undefined) return { error: 'unauthorized', reason: unauthorized };
      throw error;
    }
  }
}

interface Row {
  readonly ok?: boolean;
  readonly id: string;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
}

// CouchDB's sequences are opaque but for the number they begin with.
const seqText = (seq: number): string => `${seq}-g1AAAAB${Buffer.from('stand-in ' + seq).toString('base64url')}`;

const parentOf = (doc: Doc): string => {
  const { start, ids } = (doc['_revisions'] ?? { start: 1, ids: [] }) as { start: number; ids: string[] };
  return ids.length > 1 ? `${start - 1}-${ids[1]!}` : 'none';
};

// An attachment has arrived when the rules are asked, so they see a stub with its length.
function withStubs(doc: Doc): Doc {
  const attachments = doc['_attachments'] as Record<string, { content_type: string; data?: string }> | undefined;
  if (attachments === undefined) return doc;
  const stubs = Object.entries(attachments).map(([name, info]) => {
    const { data, ...rest } = info;
    if (data === undefined) return [name, rest];
    return [name, { ...rest, length: Buffer.from(data, 'base64').length, revpos: 1, stub: true }];
  });
  return { ...doc, _attachments: Object.fromEntries(stubs) as unknown };
}

/** `_users` hashes the password on its way in. */
function userDocument(doc: Doc): Doc {
  const { password, ...rest } = doc;
  if (doc['type'] !== 'user' || doc._id !== 'org.couchdb.user:' + String(doc['name']) || !Array.isArray(doc['roles']))
    throw new StandInError(403, 'forbidden', 'doc.type must be user');
  if (typeof password !== 'string') return doc;
  const salt = randomBytes(16).toString('hex');
  return { ...rest, _id: doc._id, password_scheme: 'stand-in', salt, derived_key: hashed(password, salt) };
}

const answer = (status: number, value: unknown): Response =>
  new Response(JSON.stringify(value) + '\n', { status, headers: { 'content-type': 'application/json' } });

const missing = (error: unknown): StandInError => {
  const { status, name, reason, message } = error as {
    status?: number;
    name?: string;
    reason?: string;
    message?: string;
  };
  return new StandInError(status ?? 500, status === 404 ? 'not_found' : (name ?? 'error'), reason ?? message ?? '');
};

/** CouchDB's JSON reader takes no lone surrogate, and turns away all that came with it. */
async function strictJson(request: Request): Promise<unknown> {
  const text = await request.text();
  const value: unknown = JSON.parse(text);
  if (/(?<!\\)(\\\\)*\\ud[89a-f]/.test(JSON.stringify(value)))
    throw new StandInError(400, 'bad_request', 'invalid UTF-8 JSON');
  return value;
}
