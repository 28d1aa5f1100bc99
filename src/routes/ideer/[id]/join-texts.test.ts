import { describe, expect, it } from 'vitest';
import { joinTexts } from './join-texts.ts';

describe('joining two versions of a text', () => {
  it('keeps every line of both, and a line they share once', () => {
    expect(joinTexts('Nycklar\nKod', 'Nycklar\nTagg', false)).toBe('Nycklar\nKod\nTagg');
  });

  it('puts two titles beside each other', () => {
    expect(joinTexts('Nyckelskåp', 'Kodlås', true)).toBe('Nyckelskåp / Kodlås');
  });

  it('gives the other text where one of them is empty', () => {
    expect(joinTexts('', 'Tagg', false)).toBe('Tagg');
    expect(joinTexts('', 'Kodlås', true)).toBe('Kodlås');
  });
});
