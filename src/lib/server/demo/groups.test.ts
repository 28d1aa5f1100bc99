import { describe, expect, test } from 'vitest';
import { findPersonalNumbers } from '#lib/domain/personal-number.ts';
import { demoAccounts } from './accounts.ts';
import { DEMO_MUNICIPALITIES } from './demo-idea.ts';
import { DEMO_GROUPS } from './groups.ts';
import { DEMO_IDEAS } from './ideas.ts';

const logins = demoAccounts(DEMO_MUNICIPALITIES).map(({ login }) => login);

describe('the demo groups', () => {
  test('are one in Uddevalla and one in Trollhättan, and Vänersborg has none', () => {
    expect(DEMO_GROUPS.map(({ municipality }) => municipality)).toEqual(['uddevalla', 'trollhattan']);
  });

  test.each(DEMO_GROUPS.map((group) => [group.name, group] as const))(
    '%s: people, ideas and days are the demo’s own, and no text holds a personal number',
    (_name, group) => {
      const people = [
        group.by,
        ...group.members,
        ...group.meetings.flatMap((each) => [each.by, ...each.present]),
        ...group.tasks.flatMap((each) => [each.by, ...(each.assignee === undefined ? [] : [each.assignee])])
      ];
      for (const login of people) {
        expect(logins).toContain(login);
        expect(login.endsWith('.' + group.municipality)).toBe(true);
      }
      const titles = DEMO_IDEAS.filter((idea) => idea.municipality === group.municipality).map((idea) => idea.title);
      for (const title of group.ideas) expect(titles).toContain(title);
      for (const each of [...group.meetings, ...group.tasks]) expect(each.daysAgo).toBeLessThan(group.daysAgo);
      const texts = [
        group.name,
        group.task,
        ...group.meetings.flatMap((each) => [each.notes, ...each.decisions]),
        ...group.tasks.map((each) => each.title)
      ];
      for (const text of texts) expect(findPersonalNumbers(text), text).toEqual([]);
    }
  );
});
