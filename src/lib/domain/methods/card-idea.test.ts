import { describe, expect, test } from 'vitest';
import type { Context } from '../command.ts';
import { captureIdea } from '../ideas/commands.ts';
import { mergeDocuments } from '../merge.ts';
import { BUILT_IN } from './builtin.ts';
import { isOneIdea, loneValues, wordsOfCard, wordsOfSheet } from './card-idea.ts';
import { say } from './template-format.ts';

const sv = (words: Parameters<typeof say>[0]): string => say(words, 'sv');
const fieldsOf = (template: string, section: string) =>
  BUILT_IN[template]!.sections.find(({ id }) => id === section)!.fields!;

describe('what a card says, as an idea', () => {
  test('a question is its title, an insight its need and an opportunity its proposal', () => {
    const values = {
      insikt: 'Larmet hörs inte',
      citat: 'Jag ringer hellre',
      mojlighet: 'Larm som syns',
      'hur-kan-vi': 'Hur kan vi larma utan ljud?'
    };
    expect(wordsOfCard(fieldsOf('insikt-mojlighet.1', 'insikter'), values, {}, sv)).toEqual({
      title: 'Hur kan vi larma utan ljud?',
      need: 'Larmet hörs inte\n\nAnvändarcitat: Jag ringer hellre',
      proposal: 'Larm som syns'
    });
  });

  test('a note of one line is its title, and its need is what the sheet asks', () => {
    const content = BUILT_IN['brainwriting.1']!;
    const around = loneValues(content, (field) => (field === 'utmaning' ? 'Hur blir natten lugn?' : undefined));
    expect(wordsOfCard(fieldsOf('brainwriting.1', 'ideer'), { ide: 'Lampa i stället för ljud' }, around, sv)).toEqual({
      title: 'Lampa i stället för ljud',
      need: 'Hur blir natten lugn?',
      proposal: ''
    });
  });

  test('a long note is cut at a word, and stands whole as the proposal', () => {
    const long = 'en lampa som tänds '.repeat(20).trim();
    const { title, proposal } = wordsOfCard(fieldsOf('brainwriting.1', 'ideer'), { ide: long }, {}, sv);
    expect(title.length).toBeLessThanOrEqual(140);
    expect(title).toMatch(/^en lampa .* (en|lampa|som|tänds)…$/);
    expect(proposal).toBe(long);
  });

  test('fields that mean nothing to an idea are told by their names', () => {
    const values = { vem: 'Nattpersonal', vad: 'Går ronden två gånger', kanslor: 'Stress' };
    expect(wordsOfCard(fieldsOf('observation.1', 'iakttagelser'), values, {}, sv)).toEqual({
      title: 'Går ronden två gånger',
      need: 'Vem: Nattpersonal\n\nKänslor: Stress',
      proposal: ''
    });
  });

  test('an idea card is one idea with everything that is written on it', () => {
    const content = BUILT_IN['idekort.1']!;
    const values = {
      namn: 'Tyst larm',
      beskrivning: 'Det blinkar',
      'for-vem': 'Boende',
      genomforbarhet: 'Lampor finns'
    };
    expect(
      wordsOfSheet(
        content,
        loneValues(content, (id) => values[id as 'namn']),
        sv
      )
    ).toEqual({
      title: 'Tyst larm',
      need: 'För vem? Boende\n\nGenomförbarhet: Lampor finns',
      proposal: 'Det blinkar'
    });
  });

  test('which sheets describe one idea', () => {
    expect(Object.keys(BUILT_IN).filter((id) => isOneIdea(BUILT_IN[id]!))).toEqual(['idekort.1', 'pitch.1']);
  });
});

describe('an idea made of a card', () => {
  const CARD = `entry:${'0'.repeat(26)}:${'0'.repeat(25)}1`;
  const context = (id: string, now: string): Context => ({
    actor: { id: id.padStart(26, '0'), roles: ['uddevalla:member'], space: 'uddevalla' },
    now,
    newId: () => '0'.repeat(26)
  });
  const made = (who: string, hour: string, words: { title: string; need: string; proposal: string }) => {
    const result = captureIdea({ ...words, card: CARD }, context(who, `2026-11-24T${hour}:00:00.000Z`));
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };

  test('has the same id whoever makes it, and another for another card', () => {
    const first = made('A', '08', { title: 'Ett', need: '', proposal: '' });
    expect(made('B', '09', { title: 'Två', need: '', proposal: '' })._id).toBe(first._id);
    const other = captureIdea(
      { title: 'Ett', need: '', proposal: '', card: CARD.slice(0, -1) + '2' },
      context('A', first.at)
    );
    expect(other.ok && other.value._id).not.toBe(first._id);
  });

  test('made twice apart stays the first’s, word for word, and keeps what the other said beside it', () => {
    const theirs = made('A', '08', { title: 'Tyst larm', need: '', proposal: 'Blinkar' });
    const mine = made('B', '09', { title: 'Tyst larm', need: 'Många väcks', proposal: 'Vibrerar' });
    const { document, lost } = mergeDocuments(null, mine, theirs);
    expect(document).toEqual(theirs);
    expect(lost).toEqual([
      { field: 'need', text: 'Många väcks' },
      { field: 'proposal', text: 'Vibrerar' }
    ]);
  });
});
