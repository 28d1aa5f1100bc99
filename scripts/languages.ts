import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const ENGLISH = /\/src\/lib\/messages\/english\.ts$/;
const MARK = '?english.ts';

/**
 * Lets the files of words be built twice: once for `english.ts`, and once for everybody else. A file goes whole to one
 * chunk, so that the English beside the Swedish would otherwise be fetched by those who never read it; built twice,
 * each copy keeps what is asked of it.
 */
export function languages(): Plugin {
  return {
    name: 'languages',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer, options) {
      if (importer === undefined || !ENGLISH.test(importer) || !source.startsWith('./')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found === null || found.id.endsWith('.svelte.ts') ? null : { ...found, id: found.id + MARK };
    },
    async load(id) {
      if (!id.endsWith(MARK)) return null;
      return { code: await readFile(id.slice(0, -MARK.length), 'utf8'), moduleType: 'ts' };
    }
  };
}
