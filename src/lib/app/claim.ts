/**
 * Takes something for this tab alone until the returned function is called or the tab goes away.
 * @param waitMs how long to wait for another tab to let go: a page that reloads has just done so
 * @returns null when another tab has it
 */
export function claim(name: string, waitMs: number): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(
        'ideslussen-claim-' + name,
        { signal: AbortSignal.timeout(waitMs) },
        () => new Promise<void>((release) => resolve(() => release()))
      )
      .catch((error: unknown) => {
        const { name: kind } = error as { name?: unknown };
        if (kind === 'TimeoutError' || kind === 'AbortError') resolve(null);
        else reject(error);
      });
  });
}
