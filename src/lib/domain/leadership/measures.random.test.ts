import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedSlowly } from '../../../../tests/naive/overview.ts';
import { answeringOf } from '../ideas/answering.ts';
import type { Decision } from '../ideas/decision.ts';
import type { Idea } from '../ideas/idea.ts';
import { STAGES, type Stage } from '../ideas/stages.ts';
import { swedishDay } from '../workdays.ts';
import { factsOf, type IdeaFacts } from './facts.ts';
import { ideasBehind, type Measure, overviewOf } from './measures.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const TODAY = '2026-11-24';

const anyInstant = fc
  .integer({ min: Date.UTC(2025, 6, 1), max: Date.parse(NOW) })
  .map((time) => new Date(time).toISOString());
const anyDay = anyInstant.map(swedishDay);

interface Story {
  readonly at: string;
  readonly unit: string | undefined;
  readonly answerBy: string | undefined;
  readonly steps: readonly { at: string; to: Stage; known: readonly boolean[]; isWithdrawn: boolean }[];
}
const anyStory: fc.Arbitrary<Story> = fc.record({
  at: anyInstant,
  unit: fc.constantFrom(undefined, 'unit:A', 'unit:B'),
  answerBy: fc.option(anyDay, { nil: undefined }),
  steps: fc.array(
    fc.record({
      at: anyInstant,
      to: fc.constantFrom(...STAGES.filter((stage) => stage !== 'sammanslagen')),
      known: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      isWithdrawn: fc.boolean()
    }),
    { maxLength: 6 }
  )
});

function documentsOf(stories: readonly Story[]): { ideas: Idea[]; decisions: Decision[] } {
  const ideas: Idea[] = [];
  const decisions: Decision[] = [];
  stories.forEach(({ at, unit, answerBy, steps }, number) => {
    const id = 'idea:' + number;
    ideas.push({ _id: id, by: 'x', at, unit, answerBy } as Idea);
    steps.forEach((step, index) => {
      decisions.push({
        _id: `decision:${number}:${index}`,
        idea: id,
        by: 'c',
        at: step.at,
        to: step.to,
        follows: steps
          .slice(0, index)
          .flatMap((_, known) => (step.known[known] ? [`decision:${number}:${known}`] : [])),
        ...(step.isWithdrawn ? { withdrawn: { by: 'c', at: NOW } } : {})
      } as unknown as Decision);
    });
  });
  return { ideas, decisions };
}

const factsOfAll = ({ ideas, decisions }: ReturnType<typeof documentsOf>): IdeaFacts[] =>
  ideas.map((each) => {
    const made = decisions.filter((decision) => decision.idea === each._id);
    const place = { unit: each.unit ?? '', isMerged: false };
    return factsOf(each, made, answeringOf(each, made, [], 10, NOW), place);
  });

describe('whatever people have done', () => {
  const anyView = fc.tuple(anyDay, anyDay, fc.constantFrom(undefined, 'unit:A', '')).map(([one, other, unit]) => ({
    from: one < other ? one : other,
    to: one < other ? other : one,
    unit
  }));

  test('the count is that of a slow one', () => {
    fc.assert(
      fc.property(fc.array(anyStory, { maxLength: 12 }), anyView, (stories, { from, to, unit }) => {
        const documents = documentsOf(stories);
        const {
          view: _view,
          units,
          benefit: _benefit,
          ...counted
        } = overviewOf(factsOfAll(documents), { from, to, unit, today: TODAY });
        const {
          units: slowUnits,
          benefit: _none,
          ...slow
        } = countedSlowly(
          { ...documents, comments: [], referrals: [], benefits: [] },
          { from, to, unit, now: NOW, answerDays: 10 }
        );
        expect(counted).toEqual(slow);
        const byUnit = (list: readonly { readonly unit: string }[]) =>
          [...list].sort((a, b) => (a.unit < b.unit ? -1 : 1));
        expect(byUnit(units)).toEqual(byUnit(slowUnits));
      })
    );
  });

  test('behind a number there are as many ideas as it says', () => {
    fc.assert(
      fc.property(fc.array(anyStory, { maxLength: 12 }), anyView, (stories, { from, to, unit }) => {
        const facts = factsOfAll(documentsOf(stories));
        const view = { from, to, unit, today: TODAY };
        const counted = overviewOf(facts, view);
        const behind = (...args: [Measure, string?]) =>
          ideasBehind(facts, view, args[0], (point) => args[1] === undefined || point === args[1]).length;
        expect(behind('waiting')).toBe(counted.now.waiting);
        expect(behind('overdue')).toBe(counted.now.overdue);
        for (const { stage, count: reached } of counted.funnel) expect(behind('funnel', stage)).toBe(reached);
        for (const { stage, here } of counted.times) expect(behind('here', stage)).toBe(here);
        for (const { month, late } of counted.answers) expect(behind('answers', month + '|late')).toBe(late);
        for (const { month, count: closed } of counted.closed) expect(behind('closed', month)).toBe(closed);
      })
    );
  });
});
