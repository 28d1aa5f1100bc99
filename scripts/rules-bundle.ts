import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ENTRY = fileURLToPath(new URL('../src/lib/domain/design-rules.ts', import.meta.url));
const LIB = fileURLToPath(new URL('../src/lib/', import.meta.url));

/**
 * The write rules as the source of one anonymous function, which is what CouchDB's design
 * documents hold. ES2017, since CouchDB's SpiderMonkey rewriter reads nothing newer.
 */
export async function bundleRules(): Promise<string> {
  const result = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'rules',
    target: 'es2017',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    alias: { '#lib': LIB.slice(0, -1) },
    mainFields: ['module', 'main']
  });
  const code = result.outputFiles[0]!.text.replace(/^"use strict";/, '').trim();
  // An anonymous function expression is the one form both of CouchDB's engines take. It keeps what
  // the bundle built on itself: building the schemas anew for every document costs far more than
  // checking it. Should an engine freeze the function, that is slow and still right.
  return (
    'function(newDoc,oldDoc,userCtx,secObj){var self=arguments.callee;' +
    `var built=self.built||(self.built=(function(){${code}return rules;})());` +
    'built.validate(newDoc,oldDoc,userCtx);}'
  );
}

/** Offers the bundle to the server's code as `virtual:couch-rules`. */
export const rulesBundle = (): Plugin => ({
  name: 'couch-rules',
  resolveId: (id) => (id === 'virtual:couch-rules' ? '\0couch-rules' : undefined),
  load: async (id) => (id === '\0couch-rules' ? `export default ${JSON.stringify(await bundleRules())};` : undefined)
});
