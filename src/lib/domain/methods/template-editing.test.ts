import { describe, expect, test } from 'vitest';
import { BUILT_IN } from './builtin.ts';
import { readTemplate } from './template-check.ts';
import {
  blankSection,
  blankTemplate,
  fitted,
  inForm,
  moved,
  type NewPartId,
  type StartWords
} from './template-editing.ts';
import { FORMS, type Form, type Section, type TemplateContent } from './template-format.ts';

const WORDS: StartWords = {
  text: 'Text',
  day: 'Dag',
  step: 'Händelse',
  feeling: 'Känsla',
  cost: 'Kostnad',
  income: 'Besparing',
  net: 'Netto',
  money: 'kr',
  value: 'Värde',
  rings: ['Mitten', 'Nära'],
  columns: ['Före', 'Efter'],
  turn: ['Planera', 'Göra'],
  chain: ['Nu', 'Sedan'],
  corners: ['A', 'B', 'C', 'D'],
  axes: { x: 'Möda', y: 'Värde', low: 'Liten', high: 'Stor' }
};
const ids = (): NewPartId => {
  let count = 0;
  return (kind) => `${kind}-${++count}`;
};
const around = (section: Section): TemplateContent => ({
  ...blankTemplate(),
  name: 'Prov',
  guide: { ...blankTemplate().guide, purpose: 'Att prova.', when: 'Nu.', how: ['Prova.'] },
  sections: [section]
});

describe('what is published of a draft', () => {
  test.each(Object.entries(BUILT_IN))('is the whole of %s as it is', (_id, content) => {
    expect(fitted(content)).toEqual(content);
    expect(JSON.stringify(Object.keys(fitted(content)))).toBe(JSON.stringify(Object.keys(content)));
  });

  test('is without what was left empty, and without blanks around the words', () => {
    const draft = around({
      id: 'del',
      form: 'rows',
      name: '  ',
      help: '',
      add: ' Ny rad ',
      fields: [{ id: 'a', name: ' Vad ', type: 'text', help: '', unit: 'kr', options: [], min: undefined }]
    });
    draft.guide.how.push('', ' ');
    expect(fitted(draft).sections).toEqual([
      { id: 'del', form: 'rows', add: 'Ny rad', fields: [{ id: 'a', name: 'Vad', type: 'text' }] }
    ]);
    expect(fitted(draft).guide.how).toEqual(['Prova.']);
    expect(Object.keys(fitted(draft).sections[0]!)).toEqual(['id', 'form', 'add', 'fields']);
  });
});

describe('a new section', () => {
  test.each(FORMS)('of the form %s is right from the start', (form) => {
    expect(readTemplate(fitted(around(blankSection(form, WORDS, ids()))))).toMatchObject({ ok: true });
  });

  const pairs = FORMS.flatMap((from) => FORMS.map((to): [Form, Form] => [from, to]));
  test.each(pairs)('of the form %s can take the form %s', (from, to) => {
    const newId = ids();
    const section = inForm(blankSection(from, WORDS, newId), to, WORDS, newId);
    expect(section.form).toBe(to);
    expect(readTemplate(fitted(around(section)))).toMatchObject({ ok: true });
  });

  test('that has been in another form has what it had when it is back', () => {
    const newId = ids();
    const rings = blankSection('rings', WORDS, newId);
    const back = inForm(inForm(rings, 'rows', WORDS, newId), 'rings', WORDS, newId);
    expect(fitted(around(back))).toEqual(fitted(around(rings)));
  });
});

test('a part moves a step, and not out of the list', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});
