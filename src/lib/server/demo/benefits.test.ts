import { describe, expect, test } from 'vitest';
import { findPersonalNumbers } from '#lib/domain/personal-number.ts';
import { DEMO_BENEFITS, DEMO_STORIES } from './benefits.ts';
import { DEMO_IDEAS } from './ideas.ts';

describe('what the demo’s ideas give', () => {
  const all = [...DEMO_BENEFITS, ...DEMO_STORIES];

  test('is said of ideas there are, after they were left, by people of their municipality', () => {
    for (const { municipality, idea, by, daysAgo } of all) {
      const about = DEMO_IDEAS.find((each) => each.title === idea && each.municipality === municipality);
      expect(about?.daysAgo, idea).toBeGreaterThan(daysAgo);
      expect(by).toMatch(new RegExp('\\.' + municipality + '$'));
    }
  });

  test('holds nothing like a personal number', () => {
    for (const each of all)
      for (const text of Object.values(each))
        if (typeof text === 'string') expect(findPersonalNumbers(text)).toEqual([]);
  });

  test('one is followed for a year, and one waits since more than three months and ten working days', () => {
    const answered = DEMO_BENEFITS.flatMap(({ idea, followUp }) => (followUp === undefined ? [] : [[idea, followUp]]));
    expect(answered.map(([, months]) => months)).toEqual([3, 6, 12]);
    const late = DEMO_IDEAS.filter(
      ({ title, path }) =>
        !answered.some(([idea]) => idea === title) && path.some(({ to, daysAgo }) => to === 'infors' && daysAgo > 110)
    );
    expect(late).toHaveLength(1);
  });
});
