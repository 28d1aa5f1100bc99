import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { CommandResult, Context } from '../command.ts';
import { captureIdea } from './commands.ts';
import { choicesFor, decideStage, stepsFor, undoMerge, withdrawDecision } from './decide.ts';
import type { Decision } from './decision.ts';
import { pathOf } from './path.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const space = 'uddevalla';
const member: Actor = { id: id('B1'), roles: ['uddevalla:member'], space };
const coach: Actor = { id: id('C1'), roles: ['uddevalla:coach'], space };
const other: Actor = { id: id('C2'), roles: ['uddevalla:coach'], space };
const manager: Actor = { id: id('E1'), roles: ['uddevalla:manager'], space };
let count = 0;
const as = (actor: Actor, hour = 8): Context => ({
  actor,
  now: `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`,
  newId: () => id('D' + String(++count))
});
function value<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('refused: ' + JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: CommandResult<unknown>) => (result.ok ? 'ok' : result.error);

const idea = value(captureIdea({ title: 'Nycklar', need: '', proposal: '' }, as(member)));
const taken = value(decideStage(idea, [], { to: 'mottagen', reason: ' Tack! ' }, as(coach)));

describe('decideStage', () => {
  test('says where from, why, and what it followed', () => {
    expect(taken).toMatchObject({ from: 'ny', to: 'mottagen', reason: 'Tack!', by: coach.id, follows: [] });
    const next = value(decideStage(idea, [taken], { to: 'bedoms', reason: 'Vi tittar' }, as(coach, 9)));
    expect(next).toMatchObject({ from: 'mottagen', follows: [taken._id] });
  });

  test('grants time with an amount, by a manager and not by a coach', () => {
    const input = { to: 'utvecklas', reason: 'Fyra timmar', hours: 4 } as const;
    expect(value(decideStage(idea, [taken], input, as(manager)))).toMatchObject({ grants: 'tid', hours: 4 });
    expect(refusal(decideStage(idea, [taken], input, as(coach)))).toEqual({ code: 'not-allowed' });
  });

  test('grants nothing where the stage grants nothing', () => {
    expect(refusal(decideStage(idea, [taken], { to: 'bedoms', reason: 'Ja', kronor: 5 }, as(manager)))).toEqual({
      code: 'invalid-field',
      field: 'kronor'
    });
  });

  test('needs a reason, a step that the machine has, and an idea to live on where two are merged', () => {
    expect(refusal(decideStage(idea, [taken], { to: 'bedoms', reason: ' ' }, as(coach)))).toEqual({
      code: 'empty',
      field: 'reason'
    });
    expect(refusal(decideStage(idea, [], { to: 'i-drift', reason: 'Ja' }, as(coach)))).toEqual({
      code: 'invalid-field',
      field: 'to'
    });
    for (const into of [undefined, idea._id])
      expect(refusal(decideStage(idea, [], { to: 'sammanslagen', reason: 'Samma', into }, as(coach)))).toEqual({
        code: 'invalid-field',
        field: 'into'
      });
  });

  test('settles between two that were made without knowing of each other, for either of them', () => {
    const one = value(decideStage(idea, [taken], { to: 'bedoms', reason: 'Ja' }, as(coach, 10)));
    const two = value(decideStage(idea, [taken], { to: 'avslutad', reason: 'Nej' }, as(other, 9)));
    const disputed = [taken, one, two];
    expect(pathOf(disputed).disputed).toEqual([one, two]);
    for (const to of ['bedoms', 'avslutad'] as const) {
      const settled = value(decideStage(idea, disputed, { to, reason: 'Vi talade ihop oss' }, as(coach, 11)));
      expect(pathOf([...disputed, settled])).toMatchObject({ stage: to, disputed: [] });
    }
  });
});

describe('withdrawDecision and undoMerge', () => {
  const merged = value(
    decideStage(idea, [taken], { to: 'sammanslagen', reason: 'Samma sak', into: 'idea:' + id('9') }, as(coach, 9))
  );

  test('whoever made a decision withdraws it, once, and nobody else does', () => {
    const withdrawn = value(withdrawDecision(taken, as(coach)));
    expect(pathOf([withdrawn]).stage).toBe('ny');
    expect(refusal(withdrawDecision(withdrawn, as(coach)))).toEqual({ code: 'not-allowed' });
    expect(refusal(withdrawDecision(taken, as(other)))).toEqual({ code: 'not-allowed' });
  });

  test('a merge is undone by whoever made it, and by another coach with a decision back', () => {
    const stageWith = (undone: Decision) =>
      pathOf([taken, ...(undone._id === merged._id ? [undone] : [merged, undone])]).stage;
    for (const actor of [coach, other])
      expect(stageWith(value(undoMerge(idea, [taken, merged], 'Inte samma', as(actor, 10))))).toBe('mottagen');
    expect(refusal(undoMerge(idea, [taken], 'Inte samma', as(coach)))).toMatchObject({ code: 'invalid-field' });
  });
});

describe('stepsFor', () => {
  test('are the steps of the machine that the actor may take', () => {
    expect(stepsFor('bedoms', coach)).toEqual(['mottagen', 'komplettering', 'vilande', 'avslutad', 'sammanslagen']);
    expect(stepsFor('bedoms', manager)).toContain('utvecklas');
    expect(stepsFor('bedoms', member)).toEqual([]);
  });
});

describe('choicesFor', () => {
  const leader: Actor = { id: id('F1'), roles: ['uddevalla:leader'], space };

  test('parts what the actor may decide from what others do', () => {
    expect(choicesFor(pathOf([taken]), coach)).toEqual({
      open: ['bedoms', 'komplettering', 'vilande', 'avslutad', 'sammanslagen'],
      locked: ['utvecklas']
    });
    expect(choicesFor(pathOf([taken]), leader).locked).toEqual([]);
    expect(choicesFor(pathOf([taken]), member).open).toEqual([]);
  });

  test('between two decisions are both of them, and what could follow on either', () => {
    const one = value(decideStage(idea, [taken], { to: 'avslutad', reason: 'Nej' }, as(coach, 9)));
    const two = value(decideStage(idea, [taken], { to: 'utvecklas', reason: 'Ja', hours: 4 }, as(manager, 10)));
    const path = pathOf([taken, one, two]);
    expect(path.disputed).toEqual([two, one]);
    const { open } = choicesFor(path, manager);
    expect(open).toEqual(expect.arrayContaining(['avslutad', 'utvecklas', 'mottagen', 'testas']));
    for (const to of open.filter((stage) => stage !== 'sammanslagen'))
      expect(decideStage(idea, [taken, one, two], { to, reason: 'Så' }, as(manager, 11)).ok).toBe(true);
    expect(choicesFor(path, coach)).toMatchObject({ locked: ['utvecklas', 'testas', 'infors'] });
  });
});
