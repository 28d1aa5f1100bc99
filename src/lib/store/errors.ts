import { Dexie } from 'dexie';

/** Whether an error comes from this device's store: the disk is full, the database is lost or blocked. */
export const isStoreError = (error: unknown): boolean => error instanceof Dexie.DexieError;

/** Whether there was no room for what should have been written. */
export const isDiskFull = (error: unknown): boolean => {
  const { name, inner } = error as { name?: unknown; inner?: { name?: unknown } };
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError';
};
