import { expect, test } from 'vitest';
import { readTemplateText } from '#lib/app/template-file.ts';
import { BUILT_IN } from '#lib/domain/methods/builtin.ts';
import { sv } from '#lib/messages/template-faults.ts';
import { fileSentences } from './fault-words.ts';

type Loose = { sections: { fields: Record<string, unknown>[] }[] } & Record<string, unknown>;

const said = (change: (content: Loose) => void): string[] => {
  const content = structuredClone(BUILT_IN['anvandarresa.1']) as unknown as Loose;
  change(content);
  const read = readTemplateText(JSON.stringify(content));
  return read.ok ? [] : fileSentences(read.error, sv);
};

test.each<[string, (content: Loose) => void, string[]]>([
  ['a name that is not there', (content) => delete content['name'], ['Namnet: Det saknas eller har fel form.']],
  [
    'a question without words, by the part and what both are called',
    (content) => (content.sections[1]!.fields[0]!['help'] = ''),
    ['Del 2 ”Resan”, fråga 1 ”Händelse”, Hjälptexten: Här behöver det stå något.']
  ],
  [
    'one of two languages',
    (content) => (content.sections[1]!.fields[0]!['name'] = { sv: 'Händelse', en: '' }),
    ['Del 2 ”Resan”, fråga 1 ”Händelse”, Namnet, Den engelska texten: Här behöver det stå något.']
  ],
  [
    'what the app does not know',
    (content) => (content['farg'] = 'blå'),
    ['”farg”: Appen känner inte till den uppgiften.']
  ],
  ['no sections', (content) => (content.sections = []), ['Delarna: Här behöver det stå något.']],
  [
    'a section that is none',
    (content) => (content.sections[1] = 'hej' as never),
    ['Del 2: Det saknas eller har fel form.']
  ]
])('%s is told', (_name, change, sentences) => {
  expect(said(change)).toEqual(sentences);
});

test('another kind of file is told', () => {
  const read = readTemplateText('[1]');
  expect(read.ok || fileSentences(read.error, sv)).toEqual(['Innehållet är ingen mall.']);
});
