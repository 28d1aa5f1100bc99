import webpush from 'web-push';
import type { NotifyConfig } from '../config.ts';
import type { PrivateDocuments } from '../couch/backend.ts';
import { CouchError } from '../couch/errors.ts';

const ID = 'vapid';

export interface VapidKeys {
  /** Base64url; browsers subscribe by it. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/**
 * The keys that push services know this server by. Made the first time and kept among the server's own documents:
 * every app server has the same then, and a restored copy can still reach those who subscribed by them.
 */
export async function vapidKeys(config: NotifyConfig, own: PrivateDocuments): Promise<VapidKeys> {
  if (config.vapid !== undefined) return config.vapid;
  const kept = await own.get(ID);
  if (kept !== undefined) return keysOf(kept);
  try {
    await own.put({ _id: ID, ...webpush.generateVAPIDKeys() });
  } catch (error) {
    // Another app server was first; its keys count.
    if (!(error instanceof CouchError && error.status === 409)) throw error;
  }
  return keysOf((await own.get(ID))!);
}

const keysOf = ({ publicKey, privateKey }: Readonly<Record<string, unknown>>): VapidKeys => ({
  publicKey: publicKey as string,
  privateKey: privateKey as string
});
