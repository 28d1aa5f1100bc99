import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const page = readFileSync('docs/features.md', 'utf8');
const links = [...page.matchAll(/\]\((?<file>[^\s)]+)(?: "(?<name>[^"]+)")?\)/g)].map(({ groups }) => ({
  file: join('docs', groups!['file']!),
  name: groups!['name']
}));

describe('the table of features', () => {
  test('has a link or a plain word in every row', () => {
    expect(links.length).toBeGreaterThan(30);
  });

  test.each(links.map((link) => [link.file, link] as const))('%s is there, with the test that is named', (_, link) => {
    expect(existsSync(link.file)).toBe(true);
    if (link.file.endsWith('.test.ts')) expect(readFileSync(link.file, 'utf8')).toContain(link.name);
  });
});
