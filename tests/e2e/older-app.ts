import type { BrowserDevice } from './harness.ts';

/** Exchanges words in what waits, beneath the app, as a version of it that knew no better would have left them. */
export async function replaceInOutbox(device: BrowserDevice, from: string, to: string): Promise<void> {
  await device.page.evaluate(
    async ([before, after]) => {
      const names = (await indexedDB.databases()).map(({ name }) => name!);
      const request = indexedDB.open(names.find((name) => /^ideslussen-[0-9A-Z]{26}$/.test(name))!);
      await new Promise((resolve) => (request.onsuccess = resolve));
      const database = request.result;
      const tables = ['outbox', 'idea', 'comment'];
      const transaction = database.transaction(tables, 'readwrite');
      for (const table of tables) {
        const cursors = transaction.objectStore(table).openCursor();
        cursors.onsuccess = () => {
          const cursor = cursors.result;
          if (cursor === null) return;
          const text = JSON.stringify(cursor.value);
          if (text.includes(before!)) cursor.update(JSON.parse(text.replaceAll(before!, after!)));
          cursor.continue();
        };
      }
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    },
    [from, to]
  );
  // The newer app starts anew: rows that an app has in memory are its own work, and it trusts them.
  await device.page.reload();
}
