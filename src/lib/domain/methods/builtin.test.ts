import { describe, expect, test } from 'vitest';
import { BUILT_IN, offeredTemplates } from './builtin.ts';
import { STEPS } from './steps.ts';
import { readTemplate, templateFaults } from './template-check.ts';
import { FORMS, type TemplateContent } from './template-format.ts';
import type { Template } from './template.ts';

const all = Object.entries(BUILT_IN);
const ULID = '0'.repeat(25);
const made = (tail: string, fields: Partial<Template> = {}): Template => ({
  _id: 'template:' + ULID + tail,
  v: 1,
  by: ULID + 'A',
  at: `2026-11-2${tail}T08:00:00.000Z`,
  content: BUILT_IN['persona.1']!,
  ...fields
});

/** Every words object in a template, by its path. */
function wordsIn(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sv' in value || 'en' in value) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => wordsIn(each, `${path}/${key}`));
}

describe('the templates that come with the app', () => {
  test('are 23, in all of the six steps, and use every form', () => {
    expect(all).toHaveLength(23);
    expect([...new Set(all.map(([, { step }]) => step))]).toEqual(STEPS);
    const forms = all.flatMap(([, { sections }]) => sections.map(({ form }) => form));
    expect([...new Set(forms)].sort()).toEqual([...FORMS].sort());
  });

  test.each(all)('%s is right', (_id, content) => {
    expect(readTemplate(JSON.parse(JSON.stringify(content)))).toEqual({ ok: true, value: content });
  });

  test.each(all)('%s says the same in both languages, and neither is the other', (_id, content) => {
    const words = wordsIn(content);
    expect(words.length).toBeGreaterThan(5);
    for (const [path, each] of words) {
      const { sv, en } = each as { sv: string; en: string };
      expect([path, typeof sv, typeof en]).toEqual([path, 'string', 'string']);
      if (sv.length > 12) expect([path, sv]).not.toEqual([path, en]);
    }
  });
});

describe('the templates that are offered', () => {
  const HERE = 'uddevalla';
  const placed = (list: readonly Template[], space = HERE) => list.map((template) => ({ space, template }));
  const ids = (list: readonly Template[], space = HERE) => offeredTemplates(placed(list), space).map(({ id }) => id);

  test('are the app’s own where nothing is made', () => {
    expect(ids([])).toEqual(Object.keys(BUILT_IN));
    expect(offeredTemplates([], HERE, 'testa-ideer').map(({ id }) => id)).toEqual([
      'prototyp.1',
      'testplan.1',
      'pgsa.1'
    ]);
  });

  test('a version of the municipality’s stands in the app’s place, and its own come last', () => {
    const list = ids([made('1', { follows: 'persona.1', origin: 'persona.1' }), made('2')]);
    expect(list).toHaveLength(24);
    expect(list).not.toContain('persona.1');
    expect(list.indexOf(made('1')._id)).toBe(Object.keys(BUILT_IN).indexOf('persona.1'));
    expect(list.at(-1)).toBe(made('2')._id);
  });

  test('of versions the last is offered, and one that is no longer offered is not', () => {
    const first = made('1');
    const second = made('2', { follows: first._id, origin: first._id });
    expect(ids([second, first])).toContain(second._id);
    expect(ids([second, first])).not.toContain(first._id);
    const gone = { ...second, offered: { given: false, at: second.at } };
    expect(ids([gone, first])).toEqual(Object.keys(BUILT_IN));
  });

  test('the region’s are offered in a municipality, until it has a version of its own, however old that is', () => {
    const own = made('1', { follows: 'persona.1', origin: 'persona.1' });
    const regional = made('2', { follows: 'persona.1', origin: 'persona.1' });
    const both = [...placed([own]), ...placed([regional], 'fyrbodal')];
    const idsIn = (list: typeof both, space: string) => offeredTemplates(list, space).map(({ id }) => id);
    expect(idsIn(placed([regional], 'fyrbodal'), HERE)).toContain(regional._id);
    expect(idsIn(both, HERE)).toContain(own._id);
    expect(idsIn(both, HERE)).not.toContain(regional._id);
    // Somebody from another municipality could not read Uddevalla's.
    expect(idsIn(both, 'fyrbodal')).toContain(regional._id);
    expect(idsIn(both, 'fyrbodal')).not.toContain(own._id);
    expect(idsIn(both, 'tanum')).toContain(regional._id);
  });
});

describe('a template that is not right', () => {
  const wrong = (change: (content: Record<string, never>) => void): string[] => {
    const content = structuredClone(BUILT_IN['anvandarresa.1']) as unknown as Record<string, never>;
    change(content);
    const read = readTemplate(content);
    return read.ok ? [] : read.error.map(({ path, code }) => `${path} ${code}`);
  };
  type Loose = { sections: Record<string, unknown>[] } & Record<string, unknown>;
  const loose = (change: (content: Loose) => void) => wrong(change as never);
  const journey = (content: Loose) =>
    content.sections[1] as { fields: Record<string, unknown>[] } & Record<string, unknown>;

  test('is refused with the place and the reason, all of them at once', () => {
    expect(
      loose((content) => {
        content['name'] = '';
        content['step'] = 'hitta-pa';
        journey(content).fields[0]!['name'] = 'Nr 19900101-2385';
        content['extra'] = 1;
      })
    ).toEqual(['name empty', 'step wrong-type', 'sections[1].fields[0].name personal-number', 'extra wrong-type']);
  });

  test.each<[string, (content: Loose) => void, string]>([
    [
      'a curve that follows no field',
      (content) => (journey(content)['curve'] = 'nej'),
      'sections[1].curve unknown-field'
    ],
    [
      'a curve that follows words',
      (content) => (journey(content)['curve'] = 'citat'),
      'sections[1].curve not-a-number'
    ],
    ['no columns', (content) => delete journey(content)['zones'], 'sections[1].zones missing'],
    ['what its form has no use for', (content) => (journey(content)['dots'] = 3), 'sections[1].dots not-here'],
    [
      'a field twice',
      (content) => (journey(content).fields[1]!['id'] = 'handelse'),
      'sections[1].fields[1].id duplicate-id'
    ],
    [
      'a choice between nothing',
      (content) => (journey(content).fields[0]!['type'] = 'choice'),
      'sections[1].fields[0].options missing'
    ],
    [
      'a number that ends where it begins',
      (content) => (journey(content).fields[2]!['max'] = -3),
      'sections[1].fields[2].max backwards'
    ],
    ['a section twice', (content) => (content.sections[1]!['id'] = 'resenar'), 'sections[1].id duplicate-id'],
    [
      'a part that every object has',
      (content) => (content.sections[1]!['id'] = 'constructor'),
      'sections[1].id wrong-type'
    ],
    [
      'a guide for fewer than it begins with',
      (content) => (content['guide'] = { ...(content['guide'] as object), group: { from: 5, to: 2 } }),
      'guide.group backwards'
    ]
  ])('%s', (_name, change, fault) => {
    expect(loose(change)).toEqual([fault]);
  });

  test('a field made of itself by way of another', () => {
    const content = structuredClone(BUILT_IN['nyttokalkyl.1']) as TemplateContent;
    const fields = content.sections[0]!.fields as { id: string; compute?: { op: 'sum'; of: string[] } }[];
    fields.find(({ id }) => id === 'tidsvarde')!.compute = { op: 'sum', of: ['netto'] };
    expect([...new Set(templateFaults(content).map(({ code }) => code))]).toEqual(['circular']);
  });
});
