import { describe, expect, test } from 'vitest';
import type { Context } from '../command.ts';
import { saveView, withdrawView } from './commands.ts';
import { countOf, filterFrom, isSameFilter, parametersOf } from './filter.ts';

const context = (id: string, ...roles: string[]): Context => ({
  actor: { id: id.padStart(26, '0'), roles: ['uddevalla:member', ...roles], space: 'uddevalla' },
  now: '2026-11-24T08:00:00.000Z',
  newId: () => '1'.repeat(26)
});
const member = context('A');
const coach = context('B', 'uddevalla:coach');
const UNIT = 'unit:' + '2'.repeat(26);

describe('a saved view', () => {
  test('keeps what it asks for, and nothing that asks for nothing', () => {
    const made = saveView(
      { name: '  Våra   nya ', filter: { unit: UNIT, stage: 'ny', query: '', picture: undefined }, shared: false },
      member
    );
    expect(made).toMatchObject({ ok: true, value: { name: 'Våra nya', filter: { unit: UNIT, stage: 'ny' } } });
    expect(made.ok && Object.keys(made.value.filter)).toEqual(['unit', 'stage']);
    expect(made.ok && 'shared' in made.value).toBe(false);
  });

  test('is everybody’s when a coach says so, and a member does not', () => {
    const input = { name: 'Försenade', filter: { overdue: true as const }, shared: true };
    expect(saveView(input, coach)).toMatchObject({ ok: true, value: { shared: true } });
    expect(saveView(input, member)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });

  test('needs a name, and a name without a personal number', () => {
    const filter = { stage: 'ny' as const };
    expect(saveView({ name: ' ', filter, shared: false }, member)).toMatchObject({
      ok: false,
      error: { code: 'empty', field: 'name' }
    });
    expect(saveView({ name: 'Om 19121212-1212', filter, shared: false }, member)).toMatchObject({
      ok: false,
      error: { code: 'personal-number', field: 'name', spans: [[3, 16]] }
    });
    expect(saveView({ name: 'Om', filter: { query: '19121212-1212' }, shared: false }, member)).toMatchObject({
      ok: false,
      error: { code: 'personal-number', field: 'filter' }
    });
  });

  test('is taken away by its writer, and a shared one by whoever shares', () => {
    const own = saveView({ name: 'Min', filter: { me: ['author'] }, shared: false }, member);
    const ours = saveView({ name: 'Vår', filter: { stage: 'testas' }, shared: true }, coach);
    if (!own.ok || !ours.ok) throw new Error('not made');
    const gone = withdrawView(own.value, true, member);
    expect(gone).toMatchObject({ ok: true, value: { withdrawn: { by: member.actor.id } } });
    expect(gone.ok && withdrawView(gone.value, false, member)).toEqual({ ok: true, value: own.value });
    expect(withdrawView(own.value, true, coach)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(withdrawView(ours.value, true, member)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(withdrawView(ours.value, true, context('C', 'uddevalla:leader')).ok).toBe(true);
  });
});

describe('a filter in an address', () => {
  const whole = {
    unit: UNIT,
    stage: 'testas',
    category: 'digitalt',
    challenge: 'challenge:' + '3'.repeat(26),
    me: ['author', 'followed'],
    waits: true,
    overdue: true,
    picture: true,
    from: '2026-01-01',
    to: '2026-06-30',
    all: true,
    query: 'nyckel & lås'
  } as const;

  test('comes back as it was', () => {
    const address = parametersOf(whole).toString();
    expect(filterFrom(new URLSearchParams(address))).toEqual(whole);
    expect(countOf(whole)).toBe(12);
    expect(isSameFilter(whole, filterFrom(new URLSearchParams(address)))).toBe(true);
  });

  test('ignores what nobody knows and what cannot be', () => {
    const address =
      'utm_source=mejl&lage=paus&omrade=skoj&jag=chef,stoder&fran=2026-02-30&forsenad=ja&till=snart&q=%20';
    expect(filterFrom(new URLSearchParams(address))).toEqual({ me: ['supported'] });
  });

  test('keeps a unit that is no longer here, so that it can be said', () => {
    expect(filterFrom(new URLSearchParams('enhet=unit:borta'))).toEqual({ unit: 'unit:borta' });
  });
});
