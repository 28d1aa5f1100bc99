import { ulid } from 'ulid';
import { openStore } from '#lib/store/store.ts';

const PAGE = 2000;
const HOUR = 3_600_000;
const STEPS = ['mottagen', 'bedoms', 'utvecklas', 'testas', 'infors', 'i-drift'];

/** Puts ideas of two years into a person's store as a sync would have, each with up to five decisions, of twenty units. */
async function decided(person: string, space: string, count: number): Promise<void> {
  const store = openStore(person);
  const units = Array.from({ length: 20 }, () => 'unit:' + ulid());
  const began = Date.now() - 2 * 365 * 24 * HOUR;
  for (let start = 0; start < count; start += PAGE) {
    const documents: object[] = [];
    for (let number = start; number < Math.min(count, start + PAGE); number++) {
      const time = Math.floor(began + (number / count) * (Date.now() - began - HOUR));
      const id = ulid(time);
      documents.push({
        _id: 'idea:' + id,
        _rev: '1-' + 'a'.repeat(32),
        v: 1,
        by: person,
        at: new Date(time).toISOString(),
        title: `Idé nummer ${number + 1}`,
        need: 'Vi hittar inte det vi behöver när vi kommer till en ny brukare. '.repeat((number % 5) + 1),
        proposal: '',
        unit: units[number % units.length]
      });
      let before: string | undefined;
      for (let step = 0; step < number % 6; step++) {
        const at = Math.min(Date.now(), time + (step + 1) * (1 + (number % 13)) * 24 * HOUR);
        const decision = `decision:${id}:${ulid(at)}`;
        documents.push({
          _id: decision,
          _rev: '1-' + 'b'.repeat(32),
          v: 1,
          idea: 'idea:' + id,
          by: person,
          at: new Date(at).toISOString(),
          from: step === 0 ? 'ny' : STEPS[step - 1],
          to: STEPS[step],
          reason: 'Det här provar vi, och ni får tid till det.',
          follows: before === undefined ? [] : [before]
        });
        before = decision;
      }
    }
    await store.sync.apply(space, documents as never);
  }
  store.close();
}

Object.assign(globalThis, { decided });
