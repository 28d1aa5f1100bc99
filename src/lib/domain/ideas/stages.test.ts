import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grantOf, maySucceed, STAGES, stageAfter, type Stage, type StageChange } from './stages.ts';

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

describe('stageAfter', () => {
  const change = fc.record({
    _id: fc.integer({ min: 0, max: 9 }).map((n) => `decision:A:${n}`),
    at: fc.integer({ min: 0, max: 4 }).map((n) => `2026-11-2${n}T08:00:00.000Z`),
    to: fc.constantFrom(...STAGES)
  });

  test('is ny before anything is decided', () => expect(stageAfter([])).toBe('ny'));

  test('is the last decision’s by time, and by id where two have the same time', () => {
    const decisions: StageChange[] = [
      { _id: 'decision:A:1', at: '2026-11-23T08:00:00.000Z', to: 'bedoms' },
      { _id: 'decision:A:3', at: '2026-11-20T08:00:00.000Z', to: 'mottagen' },
      { _id: 'decision:A:2', at: '2026-11-23T08:00:00.000Z', to: 'vilande' }
    ];
    expect(stageAfter(decisions)).toBe('vilande');
  });

  test('does not depend on the order the decisions came in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(change, { selector: ({ _id }) => _id }),
        fc.integer({ min: 0, max: 9 }),
        (decisions, turn) => {
          const turned = [...decisions.slice(turn), ...decisions.slice(0, turn)].reverse();
          expect(stageAfter(turned)).toBe(stageAfter(decisions));
        }
      )
    );
  });
});
