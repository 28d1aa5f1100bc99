import { describe, expect, test } from 'vitest';
import { BUILT_IN } from '#lib/domain/methods/builtin.ts';
import { readTemplateFile, readTemplateText } from './template-file.ts';

const content = BUILT_IN['aktorskarta.1']!;

describe('a template’s file', () => {
  test('reads as it was written', async () => {
    const file = new Blob([JSON.stringify(content, null, 2)]);
    expect(await readTemplateFile(file)).toEqual({ ok: true, value: content });
  });

  test.each([
    ['{\n  "format": 1,\n  "name": "Persona",\n}', 4],
    ['{\n  "format": 1\n  "name": "Persona"\n}', 3],
    ['{\n  "format": 1,\n  "name": "Persona"', 3],
    ['', 1]
  ])('that breaks off is told by its line: %j', (text, line) => {
    expect(readTemplateText(text)).toEqual({ ok: false, error: { code: 'not-json', line } });
  });

  test('that is no template is told by its parts', () => {
    const { step: _step, ...rest } = content;
    const read = readTemplateText(JSON.stringify(rest));
    expect(read.ok || (read.error.code === 'faulty' && read.error.faults)).toEqual([
      { path: 'step', code: 'wrong-type' }
    ]);
    expect(readTemplateText('[]')).toMatchObject({ error: { code: 'faulty', given: [] } });
    expect(readTemplateText('"hej"')).toMatchObject({ error: { code: 'faulty', given: 'hej' } });
  });

  test('that is no file of words is refused before it is read', async () => {
    expect(await readTemplateFile(new Blob(['x'.repeat(1_000_001)]))).toEqual({
      ok: false,
      error: { code: 'too-large' }
    });
  });
});
