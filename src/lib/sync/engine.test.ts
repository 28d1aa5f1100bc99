import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { deleteStore, openStore } from '#lib/store/store.ts';
import { createEngine } from './engine.ts';
import type { Hub, HubState } from './hub.ts';

const ANNA = '0'.repeat(22) + 'ANNA';
const STATE: HubState = { version: '1', me: { id: ANNA, roles: [] }, spaces: [] };

test('a round that was told the server’s state does not ask for it', async () => {
  const store = openStore(ANNA);
  let asked = 0;
  const hub: Hub = {
    state: () => {
      asked += 1;
      return Promise.resolve(STATE);
    },
    space: () => {
      throw new Error('there is no space');
    }
  };
  const engine = createEngine({ hub, store, now: () => '2026-11-23T12:00:00.000Z' });
  expect(await engine.round(STATE)).toMatchObject({ outcome: 'done', state: STATE });
  expect(asked).toBe(0);
  expect(await engine.round()).toMatchObject({ outcome: 'done' });
  expect(asked).toBe(1);
  store.close();
  await deleteStore(ANNA);
});
