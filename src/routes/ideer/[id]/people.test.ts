import { describe, expect, it } from 'vitest';
import { mentionAt, peopleNamed } from './people.ts';

const people = [
  'Anna Ek',
  'Bo Andersson',
  'Åsa Berg',
  'Anders Ek',
  'Per-Erik Ek',
  'Annika A',
  'Ann B',
  'Ann C',
  'Ann D'
].map((name) => ({ id: name, name, unit: undefined }));
const named = (typed: string): string[] => peopleNamed(people, typed).map(({ name }) => name);

describe('colleagues that a field suggests', () => {
  it('first those whose first name begins so, then those with another, at most five', () => {
    expect(named('and')).toEqual(['Anders Ek', 'Bo Andersson']);
    expect(named('Å')).toEqual(['Åsa Berg']);
    expect(named('an')).toHaveLength(5);
    expect(named('anna e')).toEqual(['Anna Ek']);
    expect(named('nna')).toEqual([]);
  });
});

describe('a name that is being written', () => {
  it('stands after an @ at the beginning of a word, as far as the caret', () => {
    expect(mentionAt('@', 1)).toEqual({ from: 0, typed: '' });
    expect(mentionAt('Hej @Ann och', 8)).toEqual({ from: 4, typed: 'Ann' });
    expect(mentionAt('Hej\n@Anna E', 11)).toEqual({ from: 4, typed: 'Anna E' });
  });

  it('is none in an address, after two words, or away from the caret', () => {
    expect(mentionAt('anna@kommun', 11)).toBeUndefined();
    expect(mentionAt('@Anna Ek säger', 14)).toBeUndefined();
    expect(mentionAt('@Anna, hej', 10)).toBeUndefined();
    expect(mentionAt('Hej', 3)).toBeUndefined();
  });
});
