import { ulid } from 'ulid';

interface Me {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly spaces: readonly string[];
}

// Tests look into answers as they come; a wrong look fails the test.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Answer<T = any> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Somebody signed in, as a browser would be. */
export class Person {
  private constructor(
    readonly url: string,
    readonly cookie: string,
    readonly me: Me
  ) {}

  static async signIn(url: string, username: string, password = 'demo'): Promise<Person> {
    const response = await fetch(url + '/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password })
    });
    if (!response.ok) throw new Error(`${username}: ${response.status} ${await response.text()}`);
    return new Person(url, response.headers.get('set-cookie')!.split(';')[0]!, (await response.json()) as Me);
  }

  /** A request with the session's cookie; the body is sent as JSON. */
  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // Not everything is JSON.
    }
    return { status: response.status, body: parsed, headers: response.headers };
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  bulk(space: string, docs: readonly unknown[], more: object = {}): Promise<Answer> {
    return this.ask('POST', `/db/${space}/_bulk_docs`, { docs, ...more });
  }

  /** A new idea by this person. */
  idea(fields: object = {}): { readonly _id: string; readonly at: string; readonly [field: string]: unknown } {
    return {
      _id: 'idea:' + ulid(),
      v: 1,
      by: this.me.id,
      at: '2026-11-23T08:00:00.000Z',
      title: 'En idé',
      need: 'Ett behov',
      proposal: '',
      ...fields
    };
  }
}

/** A JPEG of one pixel, base64. */
export const PICTURE =
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==';
