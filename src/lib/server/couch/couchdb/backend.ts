import type { Backend, PrivateDocument, PrivateDocuments, Space } from '../backend.ts';
import { CouchError } from '../errors.ts';
import { CouchClient } from './client.ts';
import { LOGINS, prepareDatabases, proveProxyAuthentication } from './setup.ts';
import { CouchSpace } from './space.ts';

/** Everything in CouchDB; this process keeps nothing. */
export class CouchBackend implements Backend {
  readonly users: PrivateDocuments;
  readonly own: PrivateDocuments;

  private constructor(
    readonly client: CouchClient,
    readonly uuid: string,
    readonly version: string,
    readonly spaces: ReadonlyMap<string, CouchSpace>
  ) {
    this.users = privateDocuments(client, '_users');
    this.own = privateDocuments(client, LOGINS);
  }

  /** Prepares CouchDB for the named spaces. Throws ProxyAuthenticationError, CouchError. */
  static async open(
    url: string,
    proxySecret: string,
    names: readonly string[],
    onFault: (error: unknown) => void
  ): Promise<CouchBackend> {
    const client = new CouchClient(url, proxySecret);
    await proveProxyAuthentication(client);
    const { uuid, version } = (await (await client.admin('/')).json()) as { uuid?: string; version: string };
    await prepareDatabases(client, names);
    const spaces = new Map(names.map((name) => [name, new CouchSpace(client, name, onFault)]));
    for (const space of spaces.values()) await space.open();
    return new CouchBackend(client, uuid ?? 'couchdb', version, spaces);
  }

  space(name: string): Space | undefined {
    return this.spaces.get(name);
  }

  async ping(): Promise<void> {
    await (await this.client.bare('/_up')).arrayBuffer().catch(() => undefined);
    await (await this.client.admin('/_session')).arrayBuffer();
  }

  async close(): Promise<void> {
    for (const space of this.spaces.values()) space.close();
  }
}

/** The server's own documents in a database that only the administrator reads. */
function privateDocuments(client: CouchClient, database: string): PrivateDocuments {
  const path = (id: string): string => '/' + database + '/' + encodeURIComponent(id);
  return {
    get: async (id) => {
      try {
        return (await (await client.admin(path(id))).json()) as PrivateDocument;
      } catch (error) {
        if (error instanceof CouchError && error.status === 404) return undefined;
        throw error;
      }
    },
    put: async (document) => {
      await (await client.admin(path(document._id), { method: 'PUT', json: document })).arrayBuffer();
    },
    all: async (prefix) => {
      const query = { include_docs: true, startkey: JSON.stringify(prefix), endkey: JSON.stringify(prefix + '\ufff0') };
      const { rows } = (await (await client.admin('/' + database + '/_all_docs', { query })).json()) as {
        rows: { doc: PrivateDocument }[];
      };
      return rows.map((row) => row.doc);
    }
  };
}
