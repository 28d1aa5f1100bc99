/** What some browsers tell of the connection. */
interface Connection extends EventTarget {
  readonly type?: string;
}

/** The connection, in page and worker alike; undefined where the browser tells nothing of it. */
export const connection = (): Connection | undefined => (navigator as { connection?: Connection }).connection;

const UNMETERED = ['wifi', 'ethernet', 'wimax'];

/** Whether pictures and sounds may travel now. Where the browser does not tell wifi from the rest, they may. */
export function mayTransferMedia(wifiOnly: boolean): boolean {
  const type = connection()?.type;
  return !wifiOnly || type === undefined || UNMETERED.includes(type);
}
