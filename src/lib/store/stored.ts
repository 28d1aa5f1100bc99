import { storeName } from './store-name.ts';

/** Whose stores there are on this device. Asks the browser itself: a device without any need not fetch the store's code. */
export async function storedPersons(): Promise<string[]> {
  const prefix = storeName('');
  const all = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  return all.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}
