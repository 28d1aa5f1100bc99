import type { Plugin } from 'vite';

/** What the browser starts with whatever the address: Kit's own entries and the layout around every page. */
const ROOTS = /\/client-optimized\/(app|nodes\/0)\.js$|\/kit\/src\/runtime\/client\/entry\.js$/;

/** What whoever is signed in starts with beside it. */
const STORE = /\/src\/lib\/store\/store\.ts$/;

/**
 * Puts what every page needs in one file, and the store in another. Split as pages happen to share it, it is some
 * thirty, and on a phone each is a way to the service worker and back before anything is shown.
 */
export function shellChunk(): Plugin {
  const shell = new Set<string>();
  const store = new Set<string>();
  return {
    name: 'shell-chunk',
    apply: (config, { command }) => command === 'build' && config.build?.ssr === undefined,
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'shell', test: (id: string) => shell.has(id), priority: 2 },
                { name: 'store', test: (id: string) => store.has(id), priority: 1 }
              ]
            }
          }
        }
      }
    }),
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
      // The entries themselves stay what they are.
      for (const id of shell) if (ROOTS.test(id)) shell.delete(id);
    }
  };
}
