import { describe, expect, test } from 'vitest';
import type { Context } from '../command.ts';
import { BUILT_IN } from './builtin.ts';
import { currentStep } from './case-step.ts';
import {
  beginCase,
  beginSheet,
  editCase,
  publishTemplate,
  renameSheet,
  setCaseArchived,
  setSheetArchived,
  setTemplateOffered,
  takeStep
} from './commands.ts';
import { addMedia, setMediaRemoved } from './media-commands.ts';

const ulid = (tail: string): string => tail.padStart(26, '0');
const ME = ulid('A1');
let made = 0;
const as = (minute: number, role = 'member', space = 'uddevalla'): Context => ({
  actor: { id: ME, roles: ['uddevalla:member', 'fyrbodal:member', `${space}:${role}`], space },
  now: `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`,
  newId: () => ulid(String(++made))
});
const good = <D>(result: { ok: true; value: D } | { ok: false; error: unknown }): D => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const work = good(beginCase({ name: ' Lugnare nätter ', aim: '' }, as(0)));

describe('development work', () => {
  test('begins with a name, in the first step', () => {
    expect(work).toMatchObject({ name: 'Lugnare nätter', aim: '', by: ME });
    expect(work).not.toHaveProperty('idea');
    expect(currentStep([])).toBe('ringa-in');
    expect(beginCase({ name: '  ', aim: '' }, as(0))).toMatchObject({
      ok: false,
      error: { code: 'empty', field: 'name' }
    });
  });

  test('goes on and back, and is where it was last taken', () => {
    const on = good(takeStep(work, 'fokusera', '', as(1)));
    const back = good(takeStep(work, 'undersoka', 'Vi vet för lite', as(2)));
    expect(currentStep([back, on])).toBe('undersoka');
    expect(back.note).toBe('Vi vet för lite');
    expect(on).not.toHaveProperty('note');
  });

  test('of two who took it somewhere at the same moment one is the last on every device', () => {
    const one = good(takeStep(work, 'fokusera', '', as(3)));
    const other = good(takeStep(work, 'undersoka', '', as(3)));
    expect(currentStep([one, other])).toBe(currentStep([other, one]));
  });

  test('is renamed, gets members and loses its idea', () => {
    const about = good(editCase(work, { name: 'Natt', aim: 'x', idea: 'idea:' + ulid('9'), members: [ME, ME] }, as(4)));
    expect(about).toMatchObject({ name: 'Natt', members: [ME], edited: { by: ME } });
    expect(good(editCase(about, { name: 'Natt', aim: 'x' }, as(5)))).not.toHaveProperty('idea');
  });

  test('is put away and taken up', () => {
    const away = good(setCaseArchived(work, true, as(4)));
    expect(good(setCaseArchived(away, false, as(5))).archived?.given).toBe(false);
  });
});

describe('a sheet', () => {
  const sheet = good(beginSheet(work, 'persona.1', 'Persona', as(1)));

  test('keeps the template it was begun with, is renamed and put away', () => {
    expect(sheet).toMatchObject({ template: 'persona.1', case: work._id });
    const renamed = good(renameSheet(sheet, 'Vår persona', as(2)));
    expect(renamed).toMatchObject({ name: 'Vår persona', template: 'persona.1' });
    expect(good(setSheetArchived(renamed, true, as(3))).archived?.given).toBe(true);
    expect(good(beginSheet(work, sheet.template, 'Kopia', as(3), sheet._id)).copyOf).toBe(sheet._id);
  });

  test('has pictures and spoken notes, which can be taken out and put back', () => {
    const picture = good(addMedia(sheet, { entry: ulid('7'), size: { width: 10, height: 8 } }, as(2)));
    const sound = good(addMedia(sheet, { entry: ulid('7'), seconds: 4, voice: ulid('B2') }, as(2)));
    expect([picture.width, sound.seconds, sound.voice]).toEqual([10, 4, ulid('B2')]);
    expect(good(setMediaRemoved(picture, true, as(3))).removed?.given).toBe(true);
  });
});

describe('a template', () => {
  const content = BUILT_IN['persona.1']!;

  test('is published by those who see to the process, and a version names what it follows', () => {
    const first = good(publishTemplate(content, undefined, as(1, 'coach')));
    const second = good(publishTemplate(content, { id: first._id, origin: first._id }, as(2, 'admin')));
    expect([second.follows, second.origin]).toEqual([first._id, first._id]);
    expect(good(setTemplateOffered(second, false, as(3, 'leader'))).offered?.given).toBe(false);
    expect(publishTemplate(content, undefined, as(1))).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});
