import { describe, expect, test } from 'vitest';
import { decidersOf, grantOf, maySucceed, STAGES, type Stage } from './stages.ts';

const reachable = (from: Stage): Set<Stage> => {
  const seen = new Set<Stage>([from]);
  for (const stage of seen) for (const next of STAGES) if (maySucceed(stage, next)) seen.add(next);
  return seen;
};

describe('the stage machine', () => {
  test('leads from ny through every stage to i-drift, one step at a time', () => {
    const road: Stage[] = ['ny', 'mottagen', 'bedoms', 'utvecklas', 'testas', 'infors', 'i-drift'];
    road.slice(1).forEach((to, index) => expect(maySucceed(road[index]!, to), `${road[index]} → ${to}`).toBe(true));
  });

  test('has no dead end: from every stage, every other but ny can be reached', () => {
    for (const stage of STAGES)
      expect(STAGES.filter((other) => other !== 'ny' && !reachable(stage).has(other))).toEqual([]);
  });

  test('lets no stage follow itself', () => {
    for (const stage of STAGES) expect(maySucceed(stage, stage)).toBe(false);
  });

  test('can close, rest or ask for more from everywhere on the road before i-drift', () => {
    for (const from of ['ny', 'mottagen', 'bedoms', 'utvecklas', 'testas', 'infors'] as const)
      for (const to of ['komplettering', 'vilande', 'avslutad', 'sammanslagen'] as const)
        expect(maySucceed(from, to)).toBe(true);
  });

  test.each([
    ['ny', 'utvecklas'],
    ['ny', 'i-drift'],
    ['mottagen', 'testas'],
    ['bedoms', 'infors'],
    ['avslutad', 'i-drift'],
    ['i-drift', 'ny']
  ] as const)('does not jump from %s to %s', (from, to) => expect(maySucceed(from, to)).toBe(false));

  test('grants time to develop, money to test and scale to introduce, and nothing else', () => {
    expect(
      Object.fromEntries(STAGES.map((stage) => [stage, grantOf(stage)]).filter(([, grant]) => grant !== undefined))
    ).toEqual({
      utvecklas: 'tid',
      testas: 'pengar',
      infors: 'skala-upp'
    });
  });
});

describe('who decides', () => {
  test('coaches run the process, and managers and leaders decide on time, money and scale', () => {
    const byCoach = STAGES.filter((stage) => decidersOf(stage).includes('coach'));
    expect(STAGES.filter((stage) => !byCoach.includes(stage))).toEqual(['utvecklas', 'testas', 'infors']);
    for (const stage of STAGES) expect(decidersOf(stage)).toEqual(expect.arrayContaining(['manager', 'leader']));
  });
});
