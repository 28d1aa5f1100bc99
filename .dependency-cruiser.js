// The floors of the house: imports go down, or stay within the folder. tests/architecture runs them
// (and holds the one rule that patterns cannot say: a route imports no other route).

/** Forbids everything in `from` to import anything that matches `to`. */
const no = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const LIB = '^src/lib/';
const lib = (...folders) => `${LIB}(${folders.join('|')})/`;
const TESTS = '\\.test\\.ts$';

/** The floors a folder of src/lib may stand on, beside itself. */
const FLOORS = {
  core: [],
  domain: ['core'],
  store: ['core', 'domain'],
  sync: ['core', 'domain', 'store'],
  search: ['core', 'domain', 'store'],
  server: ['core', 'domain'],
  messages: ['core', 'domain'],
  ui: ['core', 'domain', 'messages'],
  app: ['core', 'domain', 'store', 'sync', 'search', 'messages']
};

/** Which folders may import which packages; nobody else may. */
const PACKAGES = [
  ['dexie', 'dexie', ['src/lib/store/']],
  ['pouchdb', 'pouchdb[^/]*', ['src/lib/sync/', 'src/lib/server/couch/']],
  ['workbox-window', 'workbox-window', ['src/lib/app/']]
];

export default {
  forbidden: [
    no(
      'no-cycles',
      'Two files that need each other are one file, or three. Types may look back: they are gone when it runs.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    ),
    no('no-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true, pathNot: '^(virtual:|\\$)' }),
    ...Object.entries(FLOORS).map(([floor, below]) =>
      no(
        `floor-${floor}`,
        `${floor} stands on ${below.join(', ') || 'nothing of ours'}.`,
        { path: lib(floor), pathNot: TESTS },
        { path: '^(src|scripts|tests)/', pathNot: [lib(floor, ...below)] }
      )
    ),
    ...PACKAGES.map(([name, pattern, homes]) =>
      no(
        `only-home-${name}`,
        `${name} is used in ${homes.join(', ')} only.`,
        { path: '^src/', pathNot: [TESTS, ...homes.map((home) => '^' + home)] },
        { path: `(^|/)node_modules/(@types/)?${pattern}(/|$)` }
      )
    ),
    no(
      'node-in-server-only',
      'Only the server runs in Node.',
      { path: '^src/', pathNot: [TESTS, '^src/lib/server/', '^src/hooks\\.server\\.ts$'] },
      { dependencyTypes: ['core'] }
    ),
    no(
      'svelte-talks-to-app',
      'Markup talks to app, ui, messages and the domain; stores and engines are app’s business.',
      { path: '\\.svelte$' },
      { path: lib('store', 'sync', 'search', 'server') }
    ),
    no(
      'ui-knows-types-only',
      'Components get their data as props; of the domain they know the types and the fixed lists.',
      { path: lib('ui') },
      { path: `${LIB}domain/(rules|merge|design-rules|registry)\\.ts$`, dependencyTypesNot: ['type-only'] }
    ),
    no(
      'pages-stay-in-the-browser',
      'Only server files of a route reach the server.',
      { path: '^src/(routes|service-worker)', pathNot: '(\\+server|\\+(page|layout)\\.server)\\.ts$' },
      { path: lib('server') }
    ),
    no(
      'no-tests-in-the-product',
      'What ships does not import tests or scripts.',
      { path: '^src/', pathNot: TESTS },
      { path: '^(tests|scripts)/' }
    )
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.svelte-kit|build|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'default'],
      extensions: ['.ts', '.svelte', '.js', '.mjs', '.json']
    }
  }
};
