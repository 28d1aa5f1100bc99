import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { kinds } from '#lib/domain/registry.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { forbidden = [], options } = await extractDepcruiseConfig(join(ROOT, '.dependency-cruiser.js'));

async function cruiseIn(baseDir: string): Promise<ICruiseResult> {
  const tsConfig = extractTSConfig(join(ROOT, 'tsconfig.json'));
  const result = await cruise(['src'], { ...options, baseDir, ruleSet: { forbidden }, validate: true }, undefined, {
    tsConfig
  });
  return result.output as ICruiseResult;
}

const namesOf = (result: ICruiseResult): string[] =>
  [...new Set(result.summary.violations.map((violation) => violation.rule.name))].sort();

/** Whether a file is no route but a part that stands beside those who share it, in a folder above them. */
const isShared = (path: string, importer: string): boolean =>
  !basename(path).startsWith('+') && dirname(importer).startsWith(dirname(path) + '/');

/** Whether a file stands in a folder of parts, no route of its own, below the page that uses it or beside those who do. */
const isPart = (path: string, importer: string): boolean =>
  (dirname(path).startsWith(dirname(importer) + '/') || dirname(importer).startsWith(dirname(dirname(path)) + '/')) &&
  dirname(dirname(path)) !== 'src/routes' &&
  !readdirSync(join(ROOT, dirname(path))).some((name) => name.startsWith('+'));

/** Imports from one folder of routes to another, as `from -> to`. */
const betweenRoutes = (result: ICruiseResult): string[] =>
  result.modules.flatMap((module) =>
    module.dependencies
      .filter((dependency) => [module.source, dependency.resolved].every((path) => path.startsWith('src/routes/')))
      .filter((dependency) => dirname(dependency.resolved) !== dirname(module.source))
      .filter(({ resolved }) => !isShared(resolved, module.source))
      .filter(({ resolved }) => !isPart(resolved, module.source))
      .map((dependency) => `${module.source} -> ${dependency.resolved}`)
  );

describe('the floors', () => {
  test('hold in the whole house: no import goes up, no cycles, packages stay where they belong', async () => {
    const result = await cruiseIn(ROOT);
    expect(result.summary.totalCruised).toBeGreaterThan(20);
    const said = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    expect(said).toEqual([]);
    expect(betweenRoutes(result)).toEqual([]);
  });
});

describe('the check of the floors', () => {
  const house = mkdtempSync(join(tmpdir(), 'floors-'));
  afterAll(() => rmSync(house, { recursive: true, force: true }));
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  writeFileSync(join(house, 'package.json'), JSON.stringify({ type: 'module', imports: { '#lib/*': './src/lib/*' } }));

  async function violationsOf(files: Readonly<Record<string, string>>): Promise<ICruiseResult> {
    rmSync(join(house, 'src'), { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    return cruiseIn(house);
  }

  const one = 'export const one = 1;\n';

  test.each([
    ['floor-core', 'src/lib/core/a.ts', '#lib/domain/b.ts'],
    ['floor-domain', 'src/lib/domain/a.ts', '#lib/store/b.ts'],
    ['floor-store', 'src/lib/store/a.ts', '#lib/sync/b.ts'],
    ['floor-sync', 'src/lib/sync/a.ts', '#lib/app/b.ts'],
    ['floor-server', 'src/lib/server/a.ts', '#lib/store/b.ts'],
    ['floor-ui', 'src/lib/ui/a.ts', '#lib/app/b.ts'],
    ['floor-messages', 'src/lib/messages/a.ts', '#lib/app/b.ts'],
    ['floor-app', 'src/lib/app/a.ts', '#lib/server/b.ts'],
    ['floor-app', 'src/lib/app/a.ts', '../../routes/b.ts'],
    ['svelte-talks-to-app', 'src/routes/+page.svelte', '#lib/store/b.ts'],
    ['pages-stay-in-the-browser', 'src/routes/+page.ts', '#lib/server/b.ts'],
    ['no-tests-in-the-product', 'src/lib/app/a.ts', '../../../tests/b.ts'],
    ['node-in-server-only', 'src/lib/app/a.ts', 'node:fs'],
    ['only-home-dexie', 'src/lib/app/a.ts', 'dexie'],
    ['only-home-pouchdb', 'src/lib/app/a.ts', 'pouchdb-core'],
    ['only-home-pouchdb', 'src/lib/server/a.ts', 'pouchdb'],
    ['only-home-workbox-window', 'src/lib/ui/a.ts', 'workbox-window'],
    ['no-unresolved', 'src/lib/app/a.ts', './nowhere.ts']
  ])('%s catches %s importing %s', async (rule, from, specifier) => {
    const target = specifier.startsWith('#lib/')
      ? specifier.replace('#lib/', 'src/lib/')
      : specifier.startsWith('../')
        ? join(dirname(from), specifier)
        : null;
    const line = `import { one } from '${specifier}';\nconsole.log(one);\n`;
    const text = from.endsWith('.svelte') ? `<script lang="ts">\n${line}</script>\n` : line;
    const result = await violationsOf({ [from]: text, ...(target === null ? {} : { [target]: one }) });
    expect(namesOf(result)).toContain(rule);
  });

  test('a cycle and an import between routes are caught, and a house in order passes', async () => {
    const cycle = await violationsOf({
      'src/lib/app/a.ts': `import { b } from './b.ts';\nexport const a = () => b;\n`,
      'src/lib/app/b.ts': `import { a } from './a.ts';\nexport const b = () => a;\n`
    });
    expect(namesOf(cycle)).toEqual(['no-cycles']);
    const routes = await violationsOf({
      'src/routes/ideer/[id]/one.ts': one,
      'src/routes/ideer/[id]/+page.ts': `import { one } from './one.ts';\nconsole.log(one);\n`,
      'src/routes/synk/+page.ts': `import { one } from '../ideer/[id]/one.ts';\nconsole.log(one);\n`
    });
    expect(betweenRoutes(routes)).toEqual(['src/routes/synk/+page.ts -> src/routes/ideer/[id]/one.ts']);
    const inOrder = await violationsOf({
      'src/lib/core/a.ts': one,
      'src/lib/domain/b.ts': `export { one as two } from '#lib/core/a.ts';\n`,
      'src/lib/store/c.ts': `import Dexie from 'dexie';\nimport { two } from '#lib/domain/b.ts';\nconsole.log(Dexie, two);\n`,
      'src/routes/+page.ts': `import '#lib/store/c.ts';\n`
    });
    expect(namesOf(inOrder)).toEqual([]);
  });
});

describe('the registry', () => {
  const DOMAIN = join(ROOT, 'src/lib/domain');
  const declared = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path !== 'kind.ts')
    .flatMap((path) =>
      [...readFileSync(join(DOMAIN, path), 'utf8').matchAll(/defineKind\(\{\s*name: '([^']+)'/g)].map((match) => [
        match[1]!,
        path
      ])
    );
  const calls = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'kind.ts')
    .flatMap((path) => readFileSync(join(DOMAIN, path), 'utf8').match(/\bdefineKind\(/g) ?? []);

  test('is seen by this test: every defineKind call begins with its name', () => {
    expect(declared).toHaveLength(calls.length);
    expect(declared.length).toBeGreaterThanOrEqual(9);
  });

  test.each(declared)('holds the kind %s, declared in %s, under its own name', (name) => {
    expect((kinds as Readonly<Record<string, { readonly name: string }>>)[name]?.name).toBe(name);
  });

  test('holds nothing that is not declared in the domain', () => {
    expect(Object.keys(kinds).sort()).toEqual(declared.map(([name]) => name).sort());
  });
});
