import { expect, test } from 'vitest';
import { faultOf } from './log.ts';

test('a fault is told without what it went wrong with, also when that has many lines', () => {
  const fault = faultOf(new TypeError('Vid Anna Anderssons säng\nvid Annas dörr\nat Annas'));
  expect(fault).toMatch(/^TypeError at /);
  expect(fault).not.toContain('Anna');
});
