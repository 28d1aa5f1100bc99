import { describe, expect, it } from 'vitest';
import type { Share } from '#lib/domain/ideas/share.ts';
import type { ListedIdea } from '#lib/store/ideas.ts';
import { itemsOf, nextAfter } from './items.ts';

const row = (key: string) => ({ key }) as ListedIdea;
const items = itemsOf({
  waiting: [row('a'), row('b'), row('c')],
  asked: [row('d')],
  disputed: [row('b')],
  passedOn: [{ _id: 'share:1' } as Share]
});

describe('the inbox as one list', () => {
  it('goes section by section, and has each idea once', () => {
    expect(items.map(({ key, section }) => `${section} ${key}`)).toEqual([
      'waiting a',
      'waiting c',
      'asked d',
      'disputed b',
      'shares share:1'
    ]);
  });

  it('goes on within a section, then from its beginning, then wherever something is left', () => {
    expect(nextAfter(items, 'a')).toBe('c');
    expect(nextAfter(items, 'c')).toBe('a');
    expect(nextAfter(items, 'd')).toBe('a');
    expect(nextAfter(items.slice(0, 1), 'a')).toBeUndefined();
  });
});
