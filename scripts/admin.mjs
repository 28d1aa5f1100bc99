// Runs a command of the IT department's: account, backup, restore. The server's own code, bundled for the occasion.
import { build } from 'esbuild';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
// The data directory is the one the server has, which starts in the same place.
process.chdir(ROOT);
// Two commands may be given at once: neither reads what the other has half written.
const CACHE = `${ROOT}node_modules/.cache/ideslussen/${process.pid}/`;
mkdirSync(CACHE, { recursive: true });
process.on('exit', () => rmSync(CACHE, { recursive: true, force: true }));

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  target: 'node20',
  logLevel: 'error'
};

const rulesSource = ROOT + 'scripts/rules-bundle.ts';
await build({
  ...COMMON,
  entryPoints: [rulesSource],
  outfile: CACHE + 'rules-bundle.mjs',
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(rulesSource).href) }
});
const { bundleRules } = await import(pathToFileURL(CACHE + 'rules-bundle.mjs').href);

await build({
  ...COMMON,
  entryPoints: [ROOT + 'src/lib/server/admin/cli.ts'],
  outfile: CACHE + 'cli.mjs',
  plugins: [
    {
      name: 'couch-rules',
      setup(bundle) {
        bundle.onResolve({ filter: /^virtual:couch-rules$/ }, ({ path }) => ({ path, namespace: 'rules' }));
        bundle.onLoad({ filter: /.*/, namespace: 'rules' }, async () => ({
          contents: 'export default ' + JSON.stringify(await bundleRules())
        }));
      }
    },
    {
      // Ours are written `#lib/…`; every other name is a package's.
      name: 'lib',
      setup(bundle) {
        bundle.onResolve({ filter: /^#lib\// }, ({ path }) => ({ path: ROOT + 'src/' + path.slice(1) }));
      }
    }
  ]
});
const { main } = await import(pathToFileURL(CACHE + 'cli.mjs').href);
process.exitCode = await main(process.argv.slice(2));
