import { ulid } from 'ulid';
import { openStore } from '#lib/store/store.ts';
import { writtenIdeas } from '../../find/corpus.ts';
import { NEAR_MISSES, SEARCHED, type Target, TARGETS } from '../../find/pairs.ts';
import { Random } from '../../simulation/random.ts';

const PAGE = 2000;
const STARTED = Date.UTC(2024, 0, 1);

/**
 * Puts `count` ideas of everyday care into a person's store as a sync would have, and the ideas of the pairs among
 * them, with what others said.
 * @returns the ulids of the pairs' ideas
 */
async function fillForFinding(person: string, space: string, count: number): Promise<Record<string, string>> {
  const store = openStore(person);
  const random = new Random(3);
  const places = new Map<number, Target | string>();
  for (const each of [...TARGETS, ...NEAR_MISSES]) {
    let place = random.below(count);
    while (places.has(place)) place = random.below(count);
    places.set(place, each);
  }
  const ids: Record<string, string> = {};
  let documents: object[] = [];
  let number = 0;
  const flush = async (): Promise<void> => {
    await store.sync.apply(space, documents as never);
    documents = [];
  };
  for (const written of writtenIdeas(count, SEARCHED)) {
    const special = places.get(number);
    const time = STARTED + number++ * 60_000;
    const id = ulid(time);
    const at = new Date(time).toISOString();
    const envelope = { _rev: '1-' + 'a'.repeat(32), v: 1, by: person, at };
    const target = typeof special === 'object' ? special : undefined;
    if (target !== undefined) ids[target.id] = id;
    const words =
      typeof special === 'string'
        ? { title: special, need: '', proposal: '' }
        : (target ?? { ...written, comment: '' });
    const { title, need, proposal = '' } = words;
    documents.push({ ...envelope, _id: 'idea:' + id, title, need, proposal });
    const comments = special === undefined ? [written.comment ?? []].flat() : (target?.comments ?? []);
    for (const text of comments)
      documents.push({ ...envelope, _id: `comment:${id}:${ulid(time + 1)}`, idea: 'idea:' + id, text });
    if (target?.reason !== undefined) {
      const decision = { idea: 'idea:' + id, from: 'ny', to: 'mottagen', reason: target.reason };
      documents.push({ ...envelope, _id: `decision:${id}:${ulid(time + 1)}`, ...decision });
    }
    if (documents.length >= PAGE) await flush();
  }
  await flush();
  store.close();
  return ids;
}

Object.assign(globalThis, { fillForFinding });
