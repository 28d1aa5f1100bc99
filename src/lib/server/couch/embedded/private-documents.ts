import type { PrivateDocument, PrivateDocuments } from '../backend.ts';
import { conflict } from '../errors.ts';

/** Documents of the server's own that are kept in memory. */
const KEPT_DOCUMENTS = 10_000;

/** The server's own documents in a PouchDB database that nobody else writes to, so that it need read each but once. */
export function privateDocuments(db: PouchDB.Database): PrivateDocuments {
  const kept = new Map<string, PrivateDocument>();
  let writes = 0;
  const written = (id: string): void => {
    writes += 1;
    kept.delete(id);
  };
  return {
    get: async (id) => {
      const known = kept.get(id);
      if (known !== undefined) return known;
      const before = writes;
      try {
        const document = (await db.get(id)) as unknown as PrivateDocument;
        if (kept.size >= KEPT_DOCUMENTS) kept.clear();
        // What was written while it was read may be newer.
        if (writes === before) kept.set(id, document);
        return document;
      } catch (error) {
        if ((error as { status?: number }).status === 404) return undefined;
        throw error;
      }
    },
    put: async (document) => {
      try {
        await db.put(document as never);
      } catch (error) {
        if ((error as { status?: number }).status === 409) throw conflict();
        throw error;
      } finally {
        written(document._id);
      }
    },
    all: async (prefix) => {
      const { rows } = await db.allDocs({ startkey: prefix, endkey: prefix + '\uffff', include_docs: true });
      return rows.map((row) => row.doc as unknown as PrivateDocument);
    }
  };
}
