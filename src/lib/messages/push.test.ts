import { expect, test } from 'vitest';
import { pushWords } from './push.ts';

test.each([
  [1, 1, 'Något har hänt med en idé du följer.', 'Something has happened with an idea you follow.'],
  [3, 1, '3 saker har hänt med en idé du följer.', '3 things have happened with an idea you follow.'],
  [3, 2, '3 saker har hänt med 2 idéer du följer.', '3 things have happened with 2 ideas you follow.'],
  [1, 0, 'Något har hänt som rör dig.', 'Something has happened that concerns you.'],
  [4, 0, '4 saker har hänt som rör dig.', '4 things have happened that concern you.']
])('%i things with %i ideas', (count, ideas, swedish, english) => {
  expect(pushWords('sv', { count, ideas })).toBe(swedish);
  expect(pushWords('en', { count, ideas })).toBe(english);
});
