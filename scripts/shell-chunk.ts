import type { Plugin } from 'vite';

/** What the browser starts with whatever the address: Kit's own entries and the layout around every page. */
const ROOTS = /\/client-optimized\/(app|nodes\/0)\.js$|\/kit\/src\/runtime\/client\/entry\.js$/;

/** What whoever is signed in starts with beside it. */
const STORE = /\/src\/lib\/store\/store\.ts$/;

/** A file smaller than this, bytes, costs more as a file of its own than what some pages load too much. */
const SMALL = 20_000;
const SHARED = { minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: SMALL };

/**
 * Puts what every page needs in one file, the store in another, and what some pages share in few. Split as pages happen
 * to share it, it is hundreds: each is a way to the service worker and back before anything is shown, and a write to
 * the disk before the app works without contact.
 */
export function shellChunk(): Plugin {
  const shell = new Set<string>();
  const store = new Set<string>();
  /** What brings the store along: in one file with what does not, the first page would fetch it too. */
  const heavy = new Set<string>();
  return {
    name: 'shell-chunk',
    applyToEnvironment: ({ name }) => name === 'client',
    configEnvironment: (name) =>
      name === 'client'
        ? {
            build: {
              rolldownOptions: {
                output: {
                  codeSplitting: {
                    groups: [
                      { name: 'shell', test: (id: string) => shell.has(id), priority: 2 },
                      { name: 'store', test: (id: string) => store.has(id), priority: 1 },
                      { name: 'light', test: (id: string) => !heavy.has(id), ...SHARED },
                      { name: 'heavy', test: (id: string) => heavy.has(id), ...SHARED }
                    ]
                  }
                }
              }
            }
          }
        : undefined,
    // The bundler names what is shared after everybody who shares it.
    outputOptions: (options) => ({ ...options, assetFileNames: '_app/immutable/assets/[hash][extname]' }),
    buildEnd() {
      const gather = (into: Set<string>, roots: RegExp): void => {
        const queue = [...this.getModuleIds()].filter((id) => roots.test(id));
        for (const id of queue) {
          if (shell.has(id) || into.has(id)) continue;
          into.add(id);
          queue.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      };
      gather(shell, ROOTS);
      gather(store, STORE);
      const queue = [...store];
      for (const id of queue)
        for (const importer of this.getModuleInfo(id)?.importers ?? []) {
          if (store.has(importer) || shell.has(importer) || heavy.has(importer)) continue;
          heavy.add(importer);
          queue.push(importer);
        }
      // The entries themselves stay what they are.
      for (const id of shell) if (ROOTS.test(id)) shell.delete(id);
    }
  };
}
