import { expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { CommandResult, Context } from '../command.ts';
import { captureIdea } from './commands.ts';
import { acknowledgeShare, nameOnShare, receiveShare, referIdea, shareIdea, withdrawReferral } from './refer.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const author: Actor = { id: id('A1'), roles: ['uddevalla:member', 'fyrbodal:member'], space: 'uddevalla' };
const coach: Actor = { id: id('C1'), roles: ['uddevalla:coach', 'fyrbodal:member'], space: 'uddevalla' };
const there: Actor = { id: id('E1'), roles: ['trollhattan:coach', 'fyrbodal:member'], space: 'trollhattan' };
const inRegion = (actor: Actor): Actor => ({ ...actor, space: 'fyrbodal' });
let count = 0;
const as = (actor: Actor): Context => ({
  actor,
  now: '2026-11-23T08:00:00.000Z',
  newId: () => id('D' + String(++count))
});
function value<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('refused: ' + JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: CommandResult<unknown>) => (result.ok ? 'ok' : result.error);

const idea = value(captureIdea({ title: 'Nycklar', need: 'Låsen fryser.', proposal: '' }, as(author)));
const shared = value(shareIdea(idea, 'uddevalla', 'trollhattan', 'Ni har samma skåp', as(inRegion(coach))));

test('a coach refers an idea to a unit or a municipality, and undoes it', () => {
  const referred = value(referIdea(idea, { unit: 'unit:' + id('E9') }, 'Hör hemma hos er', as(coach)));
  expect(value(withdrawReferral(referred, as(coach))).withdrawn?.by).toBe(coach.id);
  expect(value(referIdea(idea, { municipality: 'trollhattan' }, 'Ni har samma', as(coach))).municipality).toBe(
    'trollhattan'
  );
  expect(refusal(referIdea(idea, { municipality: 'trollhattan' }, 'Ni', as(author)))).toEqual({ code: 'not-allowed' });
});

test('what is shared says nothing of its author until the author says so', () => {
  expect(JSON.stringify(shared)).not.toContain(author.id);
  const named = value(nameOnShare(shared, true, as(inRegion(author))));
  expect(named.author).toBe(author.id);
  expect('author' in value(nameOnShare(named, false, as(inRegion(author))))).toBe(false);
});

test('nobody puts or takes away another’s name', () => {
  const named = value(nameOnShare(shared, true, as(inRegion(author))));
  expect(refusal(nameOnShare(named, false, as(inRegion(coach))))).toEqual({ code: 'not-allowed' });
  expect(refusal(nameOnShare(named, true, as(inRegion(coach))))).toEqual({ code: 'not-allowed' });
});

test('the other municipality receives it as an idea of its own, and says so', () => {
  const received = value(receiveShare(shared, 5, as(there)));
  expect(received).toMatchObject({ title: 'Nycklar', origin: shared._id, by: there.id, answerBy: '2026-11-30' });
  expect(value(acknowledgeShare(shared, received._id, as(inRegion(there)))).received?.idea).toBe(received._id);
  expect(refusal(acknowledgeShare(shared, received._id, as(inRegion(coach))))).toEqual({ code: 'not-allowed' });
  expect(refusal(receiveShare(shared, 5, as(coach)))).toEqual({ code: 'not-allowed' });
});
