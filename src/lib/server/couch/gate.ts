import { type Actor, membersOf } from '#lib/domain/actor.ts';
import { jsonBody, json } from '../http/answers.ts';
import { readJson } from '../http/body.ts';
import { type Backend, type Space, textOf } from './backend.ts';
import { putAttachment, sendAttachment } from './gate-attachments.ts';
import { bulkDocs, putDocument } from './gate-writes.ts';
import { getLocal, putLocal } from './gate-local.ts';
import { CouchError, notFound } from './errors.ts';
import { isReadableId, readBulkGet, readChangesQuery, readDocQuery, readDocsQuery, readRevsDiff } from './query.ts';
import { Waiters } from './waiters.ts';

/** Lists of ids and revisions, bytes: room for every document of a large space. */
const LIST_MAX_BYTES = 8_000_000;

/** One request to one space, by somebody who may read it. */
export interface SpaceRequest {
  readonly request: Request;
  readonly params: URLSearchParams;
  readonly space: Space;
  readonly actor: Actor;
}

/**
 * The one way to the databases, whichever they are: a fixed list of CouchDB's endpoints. Nothing of
 * a request goes further that has not been read and understood here.
 */
export class Gate {
  readonly #backend: Backend;
  readonly #waiters: Waiters;

  /** @param closing ends every long poll */
  constructor(backend: Backend, closing: AbortSignal) {
    this.#backend = backend;
    this.#waiters = new Waiters(closing);
  }

  /**
   * @param path the URL's path after `/db`, still encoded
   * @throws CouchError
   */
  async respond(
    request: Request,
    path: string,
    params: URLSearchParams,
    person: Omit<Actor, 'space'>
  ): Promise<Response> {
    const parts = decoded(path);
    if (parts.length === 0) {
      only(request, 'GET');
      const { uuid, version } = this.#backend;
      return json(200, { couchdb: 'Welcome', version, uuid, vendor: { name: 'Idéslussen' } });
    }
    const [name, ...rest] = parts as [string, ...string[]];
    const space = this.#backend.space(name);
    if (space === undefined) throw notFound('Database does not exist.');
    if (!membersOf(name).some((role) => person.roles.includes(role)))
      throw new CouchError(403, 'forbidden', 'not-member');
    const actor: Actor = { id: person.id, roles: person.roles, space: name };
    return this.#inSpace({ request, params, space, actor }, rest);
  }

  async #inSpace(asked: SpaceRequest, path: readonly string[]): Promise<Response> {
    const { request, params, space, actor } = asked;
    const [first, second] = path;
    if (path.length === 0) {
      only(request, 'GET');
      return json(200, await space.info(actor));
    }
    if (path.length === 1) {
      switch (first) {
        case '_changes':
          only(request, 'GET');
          return this.#changes(asked);
        case '_all_docs': {
          only(request, 'GET', 'POST');
          const body = request.method === 'POST' ? await readJson(request, LIST_MAX_BYTES) : undefined;
          return jsonBody(request, await space.allDocs(readDocsQuery(params, body), actor));
        }
        case '_bulk_get':
          only(request, 'POST');
          return jsonBody(
            request,
            await space.bulkGet(readBulkGet(params, await readJson(request, LIST_MAX_BYTES)), actor)
          );
        case '_revs_diff':
          only(request, 'POST');
          return jsonBody(request, await space.revsDiff(readRevsDiff(await readJson(request, LIST_MAX_BYTES)), actor));
        case '_bulk_docs':
          only(request, 'POST');
          return bulkDocs(asked);
      }
      if (!isReadableId(first)) throw notFound();
      only(request, 'GET', 'PUT');
      if (request.method === 'PUT') return putDocument(asked, first);
      return jsonBody(request, await space.get(first, readDocQuery(params), actor));
    }
    if (path.length === 2 && first === '_local') {
      only(request, 'GET', 'PUT');
      return request.method === 'GET' ? getLocal(asked, second!) : putLocal(asked, second!);
    }
    if (path.length === 2 && isReadableId(first) && isReadableId(second)) {
      only(request, 'GET', 'PUT');
      return request.method === 'GET' ? sendAttachment(asked, first, second) : putAttachment(asked, first, second);
    }
    throw notFound();
  }

  async #changes({ request, params, space, actor }: SpaceRequest): Promise<Response> {
    const { query, wait } = readChangesQuery(params);
    if (wait === 0) return jsonBody(request, await space.changes(query, actor));
    // `now` must mean the same moment before and after the wait.
    const fixed = query.since === 'now' ? { ...query, since: (await space.mark()).seq } : query;
    const body = await this.#waiters.until({
      person: actor.id,
      milliseconds: wait,
      signal: request.signal,
      onChange: (listener) => space.onChange(listener),
      look: async () => textOf(await space.changes(fixed, actor)),
      isNews: (text) => !/^\{"results":\s*\[\s*\]/.test(text)
    });
    return jsonBody(request, body);
  }
}

/** The path's segments. One that hides a slash or walks upwards names nothing that exists here. */
function decoded(path: string): readonly string[] {
  const parts = path.split('/').slice(1);
  if (parts.at(-1) === '') parts.pop();
  return parts.map((part) => {
    let text: string;
    try {
      text = decodeURIComponent(part);
    } catch {
      throw notFound();
    }
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    if (text === '' || text === '.' || text === '..' || /[/\\%\u0000-\u001f]/.test(text)) throw notFound();
    return text;
  });
}

function only(request: Request, ...methods: readonly string[]): void {
  if (!methods.includes(request.method))
    throw new CouchError(405, 'method_not_allowed', 'Only ' + methods.join(',') + ' allowed');
}
