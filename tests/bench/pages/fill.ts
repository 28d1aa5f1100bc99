import { ulid } from 'ulid';
import { openStore } from '#lib/store/store.ts';

const PAGE = 2000;
const STARTED = Date.UTC(2024, 0, 1);

/** Puts `count` ideas into a person's store as a sync would have; the last is the newest. */
async function fill(person: string, space: string, count: number): Promise<void> {
  const store = openStore(person);
  for (let start = 0; start < count; start += PAGE) {
    const documents = Array.from({ length: Math.min(PAGE, count - start) }, (_, index) => {
      const time = STARTED + (start + index) * 60_000;
      return {
        _id: 'idea:' + ulid(time),
        _rev: '1-' + 'a'.repeat(32),
        v: 1,
        by: person,
        at: new Date(time).toISOString(),
        title: `Idé nummer ${start + index + 1}`,
        need: 'Vi hittar inte det vi behöver när vi kommer till en ny brukare. '.repeat((index % 5) + 1),
        proposal: ''
      };
    });
    await store.sync.apply(space, documents);
  }
  store.close();
}

Object.assign(globalThis, { fill });
