import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { CommandResult, Context } from '../command.ts';
import { captureIdea } from './commands.ts';
import {
  addCategory,
  addField,
  answerField,
  editField,
  isAnswerTo,
  moveField,
  renameCategory,
  setClosed
} from './fields.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const ALIAS = id('A2');
const author: Actor = { id: id('A1'), roles: ['uddevalla:member', 'alias:' + ALIAS], space: 'uddevalla' };
const coach: Actor = { id: id('C1'), roles: ['uddevalla:member', 'uddevalla:coach'], space: 'uddevalla' };
const admin: Actor = { id: id('F1'), roles: ['uddevalla:member', 'uddevalla:admin'], space: 'uddevalla' };
const leader: Actor = { id: id('E1'), roles: ['uddevalla:member', 'uddevalla:leader'], space: 'uddevalla' };
const NOW = '2026-11-23T08:00:00.000Z';
const LATER = '2026-11-23T09:00:00.000Z';
let made = 0;
const as = (actor: Actor, now = NOW): Context => ({
  actor,
  now,
  newId: () => id('D' + String(++made).padStart(3, '0'))
});

function value<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('refused: ' + JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: CommandResult<unknown>) => (result.ok ? 'ok' : result.error);

const often = { label: ' Hur ofta? ', help: '', type: 'text', options: ['spill'] } as const;
const when = { label: 'När?', help: 'Ungefär', type: 'choice', options: ['Dag', ' Natt ', '', 'Dag'] } as const;
const CHALLENGE = 'challenge:' + id('CA1');

describe('a question', () => {
  const first = value(addField(often, [], undefined, as(coach)));
  const second = value(addField(when, [first], undefined, as(admin)));

  test('stands last, with its alternatives once each and nothing that is not its own', () => {
    expect(first).toMatchObject({ label: 'Hur ofta?', order: 10 });
    expect(first).not.toHaveProperty('options');
    expect(first).not.toHaveProperty('help');
    expect(second).toMatchObject({ help: 'Ungefär', options: ['Dag', 'Natt'], order: 20 });
  });

  test('is asked of everybody by coaches and admins, of a challenge’s ideas by whoever leads it', () => {
    expect(refusal(addField(often, [], undefined, as(leader)))).toEqual({ code: 'not-allowed' });
    expect(value(addField(often, [], CHALLENGE, as(leader)))).toMatchObject({ challenge: CHALLENGE });
  });

  test('needs words, and something to choose between', () => {
    expect(refusal(addField({ ...often, label: '' }, [], undefined, as(coach)))).toEqual({
      code: 'empty',
      field: 'label'
    });
    const alone = { ...when, options: ['Dag', 'Dag '] };
    expect(refusal(addField(alone, [], undefined, as(coach)))).toEqual({ code: 'empty', field: 'options' });
    expect(refusal(editField(second, alone, as(coach)))).toEqual({ code: 'empty', field: 'options' });
  });

  test('is changed, closed and opened', () => {
    expect(value(editField(second, { ...when, help: '' }, as(coach)))).not.toHaveProperty('help');
    const closed = value(setClosed(first, true, as(coach)));
    expect(closed.closed).toBe(true);
    expect(value(setClosed(closed, false, as(coach)))).toEqual(first);
  });

  test('moves among the others, and only those whose place is another are written', () => {
    const third = value(addField(often, [first, second], undefined, as(coach)));
    const all = [first, second, third];
    const moved = moveField(all, third._id, -1);
    expect(moved.map(({ next }) => [next._id, next.order])).toEqual([
      [third._id, 20],
      [second._id, 30]
    ]);
    expect(moveField(all, first._id, -1)).toEqual([]);
    expect(moveField(all, third._id, 1)).toEqual([]);
  });
});

describe('an answer', () => {
  const idea = value(captureIdea({ title: 'Nycklar', need: '', proposal: '' }, as(author)));
  const hidden = value(captureIdea({ title: 'Nycklar', need: '', proposal: '', hidden: true }, as(author)));
  const field = value(addField(often, [], undefined, as(coach)));
  const number = value(addField({ ...often, type: 'number' }, [], undefined, as(coach)));
  const choice = value(addField(when, [], undefined, as(coach)));

  test('stands under the name the idea has', () => {
    expect(value(answerField(idea, field, ' Varje dag ', null, as(author)))).toMatchObject({
      by: author.id,
      value: 'Varje dag'
    });
    expect(value(answerField(hidden, field, 'Varje dag', null, as(author)))).toMatchObject({
      by: ALIAS,
      idea: hidden._id
    });
  });

  test('is changed by whoever gave it, and by nobody else', () => {
    const given = value(answerField(idea, field, 'Varje dag', null, as(author)));
    expect(value(answerField(idea, field, '', given, as(author, LATER)))).toEqual({ ...given, at: LATER, value: '' });
    expect(refusal(answerField(idea, field, 'Aldrig', given, as(coach)))).toEqual({ code: 'not-allowed' });
  });

  test('is of the kind the question takes; saying nothing always is', () => {
    const said = (text: string, to = number) => refusal(answerField(idea, to, text, null, as(author)));
    expect(['12', '-3', '1 200,50', '2.5', ''].map((text) => said(text))).toEqual(Array(5).fill('ok'));
    expect(said('många')).toEqual({ code: 'wrong-type', field: 'value' });
    expect(said('Natt', choice)).toBe('ok');
    expect(said('Kväll', choice)).toEqual({ code: 'wrong-type', field: 'value' });
    expect(isAnswerTo({ type: 'yesno' }, 'ja')).toBe(true);
    expect(isAnswerTo({ type: 'yesno' }, 'kanske')).toBe(false);
  });

  test('stands though what was chosen can no longer be chosen', () => {
    const given = value(answerField(idea, choice, 'Natt', null, as(author)));
    const narrowed = value(editField(choice, { ...when, options: ['Dag', 'Kväll'] }, as(coach)));
    expect(value(answerField(idea, narrowed, 'Natt', given, as(author)))).toMatchObject({ value: 'Natt' });
  });

  test('with a personal number is refused with its place', () => {
    expect(refusal(answerField(idea, field, 'Ring 19121212-1212', null, as(author)))).toEqual({
      code: 'personal-number',
      field: 'value',
      spans: [[5, 18]]
    });
  });
});

test('a category is made, renamed and closed by an admin', () => {
  const made = value(addCategory(' Natt ', as(admin)));
  expect(made.name).toBe('Natt');
  expect(value(renameCategory(made, 'Nattarbete', as(admin)))).toEqual({ ...made, name: 'Nattarbete' });
  expect(value(setClosed(made, true, as(admin)))).toEqual({ ...made, closed: true });
  expect(refusal(addCategory('', as(admin)))).toEqual({ code: 'empty', field: 'name' });
  expect(refusal(addCategory('Natt', as(coach)))).toEqual({ code: 'not-allowed' });
});
