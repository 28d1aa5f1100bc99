import { describe, expect, test } from 'vitest';
import { wholeNumber } from './whole-number.ts';

describe('a whole number as people write it', () => {
  test.each([
    ['40', 40],
    [' 1 200 ', 1200],
    ['1\u00a0000\u202f000', 1_000_000],
    ['1', 1],
    ['0', null],
    ['1000001', null],
    ['', null],
    ['fyrtio', null],
    ['40 tim', null],
    ['-3', null],
    ['1,5', null],
    ['1e3', null]
  ])('%j is %j', (text, value) => {
    expect(wholeNumber(text, 1, 1_000_000)).toBe(value);
  });
});
