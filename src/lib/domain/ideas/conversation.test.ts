import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { CommandResult, Context } from '../command.ts';
import { captureIdea } from './commands.ts';
import { addComment, answerIdea, editComment, followIdea, restoreComment, retractComment } from './conversation.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const ALIAS = id('A2');
const author: Actor = { id: id('A1'), roles: ['uddevalla:member', 'alias:' + ALIAS], space: 'uddevalla' };
const member: Actor = { id: id('B1'), roles: ['uddevalla:member'], space: 'uddevalla' };
const coach: Actor = { id: id('C1'), roles: ['uddevalla:member', 'uddevalla:coach'], space: 'uddevalla' };
const NOW = '2026-11-23T08:00:00.000Z';
const as = (actor: Actor, now = NOW): Context => {
  let count = 0;
  return { actor, now, newId: () => id('D' + String(++count)) };
};

function value<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('refused: ' + JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: CommandResult<unknown>) => (result.ok ? 'ok' : result.error);

const words = { title: 'Nycklar', need: 'Låsen fryser.', proposal: '' };
const idea = value(captureIdea(words, as(author)));
const hidden = value(captureIdea({ ...words, hidden: true }, as(author)));

describe('a comment', () => {
  test('a comment by its author stands under the name the idea has', () => {
    expect(value(addComment(hidden, { text: ' Tack! ' }, as(author)))).toMatchObject({
      by: ALIAS,
      text: 'Tack!',
      idea: hidden._id
    });
    expect(value(addComment(hidden, { text: 'Tack!' }, as(member))).by).toBe(member.id);
    expect(refusal(addComment(idea, { text: '  ' }, as(member)))).toEqual({ code: 'empty', field: 'text' });
  });

  test('a comment is taken back by whoever said it, under the same name', () => {
    const said = value(addComment(hidden, { text: 'Tack!' }, as(author)));
    expect(value(retractComment(said, as(author))).retracted?.by).toBe(ALIAS);
    expect(refusal(retractComment(said, as(coach)))).toEqual({ code: 'not-allowed' });
  });

  test('can be for or against, and speaks to somebody once', () => {
    const said = value(addComment(idea, { text: 'Ja', stance: 'for', mentions: [coach.id, coach.id] }, as(member)));
    expect(said).toMatchObject({ stance: 'for', mentions: [coach.id] });
  });

  test('is changed by whoever said it, and what it said before is kept as a settled version', () => {
    const said = value(addComment(idea, { text: 'Bra', stance: 'for' }, as(member)));
    const { comment, before } = editComment(said, { text: 'Mycket bra' }, as(member, '2026-11-23T09:00:00.000Z'));
    expect(value(comment)).toMatchObject({ text: 'Mycket bra', edited: { by: member.id } });
    expect('stance' in value(comment)).toBe(false);
    expect(value(before!)).toMatchObject({ of: said._id, text: 'Bra', resolved: { by: member.id } });
    expect(refusal(editComment(said, { text: 'Dåligt' }, as(coach)).comment)).toEqual({ code: 'not-allowed' });
  });

  test('keeps no version where the words are the same', () => {
    const said = value(addComment(idea, { text: 'Bra' }, as(member)));
    expect(editComment(said, { text: ' Bra ', stance: 'against' }, as(member)).before).toBeNull();
  });
});

describe('taking a comment back', () => {
  test('can be undone by its writer, and by nobody else', () => {
    const said = value(addComment(idea, { text: 'Bra' }, as(member)));
    const back = value(retractComment(said, as(member)));
    expect(back.retracted).toEqual({ by: member.id, at: NOW });
    expect(value(restoreComment(back, as(member)))).toEqual(said);
    expect(refusal(restoreComment(back, as(coach)))).toEqual({ code: 'not-allowed' });
  });
});

describe('an answer', () => {
  test('is given by those who run the process, and by nobody else', () => {
    expect(value(answerIdea(idea, 'Vi tar upp det på torsdag.', as(coach)))).toMatchObject({ answer: true });
    expect(refusal(answerIdea(idea, 'Vi tar upp det.', as(member)))).toEqual({ code: 'not-allowed' });
  });
});

describe('following', () => {
  test('has one place per person', () => {
    const given = value(followIdea(idea._id, true, null, as(member)));
    const ended = value(followIdea(idea._id, false, given, as(member)));
    expect(ended).toEqual({ ...given, state: { given: false, at: NOW } });
    expect(refusal(followIdea(idea._id, false, given, as(coach)))).toEqual({ code: 'not-allowed' });
  });
});
