import { describe, expect, test } from 'vitest';
import { maySucceed, STAGES, type Stage } from '#lib/domain/ideas/stages.ts';
import { CATEGORIES } from '#lib/domain/ideas/idea.ts';
import { BUILT_IN_KEYS } from '#lib/domain/assessment/criteria.ts';
import { findPersonalNumbers } from '#lib/domain/personal-number.ts';
import { DEMO_ASSESSMENTS, DEMO_ROUND } from './assessments.ts';
import { DEMO_MUNICIPALITIES } from './demo-idea.ts';
import { DEMO_IDEAS, DEMO_UNITS } from './ideas.ts';

const titled = DEMO_IDEAS.map((idea) => [idea.title, idea] as const);
const DECIDERS = /^(coach|chef|ledning)\./;

describe('the demo ideas', () => {
  test('are about forty, in every stage and nearly every category, with unlike titles', () => {
    expect(DEMO_IDEAS.length).toBeGreaterThanOrEqual(38);
    expect(new Set(DEMO_IDEAS.map((idea) => idea.title)).size).toBe(DEMO_IDEAS.length);
    expect(new Set(DEMO_IDEAS.map((idea) => idea.path.at(-1)?.to ?? 'ny'))).toEqual(new Set(STAGES));
    expect(new Set(DEMO_IDEAS.map((idea) => idea.category))).toEqual(new Set(CATEGORIES));
  });

  test.each(DEMO_MUNICIPALITIES)('%s has six to eight units, each with an idea', (municipality) => {
    const units = DEMO_UNITS[municipality];
    expect(units.length).toBeGreaterThanOrEqual(6);
    expect(units.length).toBeLessThanOrEqual(8);
    expect(new Set(units).size).toBe(units.length);
    const used = DEMO_IDEAS.filter((idea) => idea.municipality === municipality).map((idea) => idea.unit);
    expect(units.filter((unit) => !used.includes(unit))).toEqual([]);
    expect(used.filter((unit) => !units.includes(unit))).toEqual([]);
  });

  test.each(titled)('%s: no text holds anything like a personal number', (_title, idea) => {
    const texts = [
      idea.title,
      idea.need,
      idea.proposal,
      ...idea.path.map((step) => step.reason),
      ...idea.comments.map((comment) => comment.text)
    ];
    for (const text of texts) expect(findPersonalNumbers(text), text).toEqual([]);
    expect(idea.title.length).toBeLessThanOrEqual(140);
  });

  test.each(titled)(
    '%s: its stages are reached by legal decisions, by people who may decide, in order of time',
    (_title, idea) => {
      let stage: Stage = 'ny';
      let daysAgo = idea.daysAgo;
      for (const step of idea.path) {
        expect(maySucceed(stage, step.to), `${stage} → ${step.to}`).toBe(true);
        expect(step.by).toMatch(DECIDERS);
        expect(step.reason.trim()).not.toBe('');
        expect(step.daysAgo, step.reason).toBeLessThanOrEqual(daysAgo);
        stage = step.to;
        daysAgo = step.daysAgo;
      }
    }
  );

  test.each(titled)(
    '%s: everybody in it belongs to its municipality, and nobody supports their own',
    (_title, idea) => {
      const people = [
        idea.author,
        ...idea.path.map((step) => step.by),
        ...idea.comments.map((comment) => comment.by),
        ...idea.supporters
      ];
      for (const login of people)
        expect(login).toMatch(new RegExp(`^(medarbetare2?|coach|chef|ledning)\\.${idea.municipality}$`));
      expect(idea.supporters).not.toContain(idea.author);
      expect(new Set(idea.supporters).size).toBe(idea.supporters.length);
      for (const comment of idea.comments) expect(comment.daysAgo).toBeLessThanOrEqual(idea.daysAgo);
    }
  );
});

describe('the demo round', () => {
  const assessed = DEMO_ASSESSMENTS.map((each) => [`${each.by} on ${each.idea}`, each] as const);

  test('is about ideas of Uddevalla’s, and leaves every assessor something to do', () => {
    const titles = DEMO_IDEAS.filter((idea) => idea.municipality === 'uddevalla').map((idea) => idea.title);
    expect(DEMO_ROUND.ideas.filter((title) => !titles.includes(title))).toEqual([]);
    for (const login of DEMO_ROUND.assessors)
      expect(DEMO_ASSESSMENTS.filter(({ by }) => by === login).length).toBeLessThan(DEMO_ROUND.ideas.length);
  });

  test.each(assessed)(
    '%s: is by an assessor, on an idea of the round, whole or a conflict of interest',
    (_name, each) => {
      expect(DEMO_ROUND.assessors).toContain(each.by);
      expect(DEMO_ROUND.ideas).toContain(each.idea);
      expect((each.answers === undefined) !== (each.conflict === undefined)).toBe(true);
      if (each.answers !== undefined) expect(Object.keys(each.answers).sort()).toEqual([...BUILT_IN_KEYS].sort());
      const reasons = Object.values(each.answers ?? {}).map(([, reason]) => reason);
      for (const text of [...reasons, each.conflict ?? '']) expect(findPersonalNumbers(text)).toEqual([]);
    }
  );
});
