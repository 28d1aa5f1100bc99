import { createHash, randomBytes } from 'node:crypto';
import type { PrivateDocument, PrivateDocuments } from '../couch/backend.ts';
import { CouchError } from '../couch/errors.ts';

/** Which link leads to a person's calendar. There is one at most. */
interface OfPerson extends PrivateDocument {
  readonly hash: string;
  /** ISO */
  readonly made: string;
}

const ofPerson = (person: string): string => 'calendar-of:' + person;
const ofHash = (hash: string): string => 'calendar-link:' + hash;
const hashOf = (secret: string): string => createHash('sha256').update('calendar\n').update(secret).digest('hex');

/**
 * Secret addresses of people's calendars. Only what a secret hashes to is kept, and looked up by: a comparison has
 * nothing to tell.
 */
export class CalendarLinks {
  readonly #own: PrivateDocuments;

  constructor(own: PrivateDocuments) {
    this.#own = own;
  }

  /** When the person's link was made, ISO; undefined where there is none. */
  async madeBy(person: string): Promise<string | undefined> {
    return ((await this.#own.get(ofPerson(person))) as OfPerson | undefined)?.made;
  }

  /** Makes a link, in the place of the one there was. Its secret is told here and never again. */
  async make(person: string, made: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const hash = hashOf(secret);
    const before = (await this.#own.get(ofPerson(person))) as OfPerson | undefined;
    await this.#own.put({ _id: ofHash(hash), person });
    // What stands here decides; a link that nothing here speaks of leads nowhere.
    await this.#own.put({ ...before, _id: ofPerson(person), hash, made });
    if (before !== undefined) await this.#forget(ofHash(before.hash));
    return secret;
  }

  async revoke(person: string): Promise<void> {
    const before = (await this.#own.get(ofPerson(person))) as OfPerson | undefined;
    if (before === undefined) return;
    await this.#own.put({
      _id: before._id,
      ...(before._rev === undefined ? {} : { _rev: before._rev }),
      _deleted: true
    });
    await this.#forget(ofHash(before.hash));
  }

  /** Whose calendar a secret leads to; undefined where it leads nowhere. */
  async read(secret: string): Promise<string | undefined> {
    if (!/^[\w-]{43}$/.test(secret)) return undefined;
    const hash = hashOf(secret);
    const link = (await this.#own.get(ofHash(hash))) as (PrivateDocument & { readonly person?: string }) | undefined;
    if (link?.person === undefined) return undefined;
    const current = (await this.#own.get(ofPerson(link.person))) as OfPerson | undefined;
    return current?.hash === hash ? link.person : undefined;
  }

  async #forget(id: string): Promise<void> {
    const document = await this.#own.get(id);
    if (document?._rev === undefined) return;
    try {
      await this.#own.put({ _id: id, _rev: document._rev, _deleted: true });
    } catch (error) {
      // Somebody else took it away in the same moment.
      if (!(error instanceof CouchError && error.status === 409)) throw error;
    }
  }
}
