import { describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '../ideas/stages.ts';
import { changeSettings, renamePerson } from './commands.ts';

const me = '01JD0000000000000000000001';
const actor = { id: me, roles: ['uddevalla:member'], space: 'uddevalla' };

describe('renamePerson', () => {
  it('changes the name and keeps the rest', () => {
    const previous = { _id: 'person:' + me, _rev: '1-a', v: 1, name: 'Anna', unit: 'unit:01JD0000000000000000000009' };
    expect(renamePerson('person:' + me, previous, '  Anna   Ek ', { actor })).toEqual({
      ok: true,
      value: { ...previous, name: 'Anna Ek' }
    });
  });

  it('says no to an empty name and to somebody else’s', () => {
    expect(renamePerson('person:' + me, null, ' ', { actor })).toMatchObject({
      error: { code: 'empty', field: 'name' }
    });
    expect(renamePerson('person:01JD0000000000000000000002', null, 'Bo', { actor })).toMatchObject({
      error: { code: 'not-allowed' }
    });
  });
});

describe('changeSettings', () => {
  const admin = { actor: { id: me, roles: ['uddevalla:admin'], space: 'uddevalla' } };
  const common = Object.fromEntries(STAGES.map((stage) => [stage, stage.toUpperCase()])) as Record<Stage, string>;

  it('keeps the days and the words that differ from the common ones', () => {
    expect(
      changeSettings(null, { answerDays: 5, labels: { ny: ' Ny  idé ', bedoms: '', testas: 'TESTAS' } }, common, admin)
    ).toEqual({
      ok: true,
      value: { _id: 'settings:' + '0'.repeat(26), v: 1, answerDays: 5, labels: { ny: 'Ny idé' } }
    });
  });

  it('goes back to the common word where it is left blank', () => {
    const previous = { _id: 'settings:' + '0'.repeat(26), _rev: '1-a', v: 1, labels: { ny: 'Inkommen' } };
    const result = changeSettings(previous, { answerDays: 10, labels: { ny: ' ' } }, common, admin);
    expect(result).toEqual({ ok: true, value: { _id: previous._id, _rev: '1-a', v: 1, answerDays: 10 } });
  });

  it('says which word is wrong, and why', () => {
    const refused = (labels: object) => changeSettings(null, { answerDays: 10, labels }, common, admin);
    expect(refused({ infors: 'x'.repeat(41) })).toMatchObject({ error: { code: 'too-long', stage: 'infors' } });
    expect(refused({ vilande: '19121212-1212' })).toMatchObject({
      error: { code: 'personal-number', stage: 'vilande' }
    });
    expect(refused({ mottagen: 'ny' })).toMatchObject({ error: { code: 'invalid-field', stage: 'mottagen' } });
  });

  it('is refused with no days, and to a coach', () => {
    expect(changeSettings(null, { answerDays: 0, labels: {} }, common, admin)).toMatchObject({
      error: { code: 'wrong-type', field: 'answerDays' }
    });
    const coach = { actor: { ...admin.actor, roles: ['uddevalla:coach'] } };
    expect(changeSettings(null, { answerDays: 5, labels: {} }, common, coach)).toMatchObject({
      error: { code: 'not-allowed' }
    });
  });
});
