import { describe, expect, it } from 'vitest';
import { headline } from './excerpt.ts';

describe('the headline of an idea', () => {
  it('is the title, followed by the first line of the need', () => {
    expect(headline({ title: 'Nyckelskåp', need: '\n  Vi letar.  \nVarje dag.' })).toEqual({
      title: 'Nyckelskåp',
      excerpt: 'Vi letar.'
    });
  });

  it('is the first line of the need where there is no title, and does not say it twice', () => {
    expect(headline({ title: ' ', need: 'Vi letar.\nVarje dag.' })).toEqual({
      title: 'Vi letar.',
      excerpt: 'Varje dag.'
    });
  });

  it('is at most 140 characters', () => {
    expect(headline({ title: '', need: 'a'.repeat(500) }).title).toHaveLength(140);
  });
});
