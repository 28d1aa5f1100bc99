/** What the service worker tells a tab when a notification was pressed. */
export const OPEN_EVENTS = 'open-events';

const EVENTS = '/handelser';

/**
 * Opens what has happened when a notification was pressed, until the returned function is called. Whoever is writing
 * goes on writing: the tab is in front of them, and what has happened waits. The service worker could not tell: it
 * knows a tab by the address it was first opened at.
 * @param open goes to a page of the app's, without loading it anew
 */
export function openWhenPressed(open: (path: string) => void): () => void {
  const hear = ({ data }: MessageEvent): void => {
    if ((data as { type?: unknown } | null)?.type !== OPEN_EVENTS) return;
    const { pathname } = location;
    const isWriting = pathname.startsWith('/ny') || pathname.endsWith('/andra');
    if (!isWriting && pathname !== EVENTS) open(EVENTS);
  };
  navigator.serviceWorker?.addEventListener('message', hear);
  return () => navigator.serviceWorker?.removeEventListener('message', hear);
}
