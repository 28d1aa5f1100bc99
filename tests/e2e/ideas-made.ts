import { ulid } from 'ulid';
import { expect } from 'vitest';
import type { Person } from '../contract/person.ts';

/** Writes as somebody, and says what the server answered each time it was not yes. */
export async function put(person: Person, space: string, ...docs: object[]): Promise<void> {
  const { body } = await person.bulk(space, docs);
  expect(body.map((row: { reason?: string }) => row.reason)).toEqual(docs.map(() => undefined));
}

export const supportOf = (person: Person, idea: string) => ({
  _id: `support:${idea.slice(5)}:${person.me.id}`,
  v: 1,
  idea,
  by: person.me.id,
  state: { given: true, at: new Date().toISOString() }
});

export const commentOn = (person: Person, idea: string, text: string) => ({
  _id: `comment:${idea.slice(5)}:${ulid()}`,
  v: 1,
  idea,
  by: person.me.id,
  at: new Date().toISOString(),
  text
});

export const decisionOn = (person: Person, idea: string, from: string, to: string, more: object = {}) => ({
  _id: `decision:${idea.slice(5)}:${ulid()}`,
  v: 1,
  idea,
  by: person.me.id,
  at: new Date().toISOString(),
  from,
  to,
  reason: 'Därför.',
  follows: [],
  ...more
});

/** Every document of a kind the server holds in a space, as somebody reads it. */
export async function documentsOf<D>(person: Person, space: string, kind: string): Promise<D[]> {
  const { body } = await person.get(`/db/${space}/_all_docs?include_docs=true&startkey="${kind}:"&endkey="${kind}:~"`);
  return body.rows.map((row: { doc: D }) => row.doc);
}
