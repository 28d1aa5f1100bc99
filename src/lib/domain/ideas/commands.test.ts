import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { CommandResult, Context } from '../command.ts';
import type { Variant } from '../variant.ts';
import { variantId } from '../variant.ts';
import {
  addPhoto,
  addRecording,
  captureIdea,
  castSupport,
  changeCoauthors,
  editIdea,
  retractIdea,
  replacedVersion,
  resolveVariant
} from './commands.ts';
import type { Idea } from './idea.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const ALIAS = id('A2');
const author: Actor = { id: id('A1'), roles: ['uddevalla:member', 'alias:' + ALIAS], space: 'uddevalla' };
const member: Actor = { id: id('B1'), roles: ['uddevalla:member', 'alias:' + id('B2')], space: 'uddevalla' };
const coach: Actor = { id: id('C1'), roles: ['uddevalla:member', 'uddevalla:coach'], space: 'uddevalla' };
const NOW = '2026-11-23T08:00:00.000Z';
const as = (actor: Actor, now = NOW): Context => {
  let count = 0;
  return { actor, now, newId: () => id('D' + String(++count)) };
};

function value<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('refused: ' + JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: CommandResult<unknown>) => (result.ok ? 'ok' : result.error);

const words = { title: 'Nycklar', need: 'Låsen fryser.', proposal: '' };
const idea = value(captureIdea(words, as(author)));
const hidden = value(captureIdea({ ...words, hidden: true }, as(author)));

describe('captureIdea', () => {
  test('makes an idea under the author’s own id', () => {
    expect(idea).toEqual({
      _id: 'idea:' + id('D1'),
      v: 1,
      by: author.id,
      at: NOW,
      ...words,
      answerBy: '2026-12-07'
    });
  });

  test('promises an answer in so many working days as the municipality says', () => {
    expect(value(captureIdea({ ...words, answerDays: 3 }, as(author))).answerBy).toBe('2026-11-26');
  });

  test('keeps unit and category, and leaves out what was not chosen', () => {
    const chosen = value(captureIdea({ ...words, unit: 'unit:' + id('E1'), category: 'halsa' }, as(author)));
    expect(chosen).toMatchObject({ unit: 'unit:' + id('E1'), category: 'halsa' });
    expect(Object.keys(idea)).not.toContain('unit');
  });

  test('writes a hidden idea under the alias, with nothing of the author in it', () => {
    expect(hidden).toMatchObject({ by: ALIAS, hidden: true });
    expect(JSON.stringify(hidden)).not.toContain(author.id);
  });

  test('does not pretend to hide somebody who has no alias', () => {
    expect(refusal(captureIdea({ ...words, hidden: true }, as(coach)))).toEqual({
      code: 'not-allowed',
      field: 'hidden'
    });
  });

  test('needs a title or a need', () => {
    expect(refusal(captureIdea({ title: ' ', need: '\n', proposal: 'Smörj' }, as(author)))).toEqual({
      code: 'invalid-field',
      field: 'title'
    });
    expect(captureIdea({ title: '', need: 'Låsen fryser', proposal: '' }, as(author)).ok).toBe(true);
  });

  test('refuses a personal number and says where in the cleaned text it stands', () => {
    const result = captureIdea({ ...words, need: '\u0007Hon (19900101-2385) väntar.\r\nSnart.' }, as(author));
    expect(result).toEqual({ ok: false, error: { code: 'personal-number', field: 'need', spans: [[5, 18]] } });
  });

  test('refuses words that are too many', () => {
    expect(refusal(captureIdea({ ...words, title: 'å'.repeat(141) }, as(author)))).toEqual({
      code: 'too-long',
      field: 'title'
    });
  });

  test('takes away what cannot be seen or stored, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (pasted) => {
        const result = captureIdea({ ...words, need: pasted }, as(author));
        if (!result.ok) expect(result.error.code).toBe('personal-number');
        else expect(result.value.need).toBe(result.value.need.trim());
      }),
      { numRuns: 2000 }
    );
  });

  test('takes lone surrogates, however many, without refusing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\ud800', '\udc00', 'a', '👵'), { maxLength: 8 }), (units) => {
        expect(captureIdea({ ...words, need: units.join('') }, as(author)).ok).toBe(true);
      }),
      { numRuns: 1000 }
    );
  });
});

describe('editIdea and retractIdea', () => {
  test('the author and a coach edit under their own marks, another member not at all', () => {
    const changed = { ...words, title: 'Nyckelskåp' };
    expect(value(editIdea(idea, changed, as(author)))).toMatchObject({
      title: 'Nyckelskåp',
      edited: { by: author.id, at: NOW }
    });
    expect(value(editIdea(idea, changed, as(coach)))).toMatchObject({ edited: { by: coach.id, at: NOW } });
    expect(refusal(editIdea(idea, changed, as(member)))).toEqual({ code: 'not-allowed' });
  });

  test('a unit and a category can be taken away', () => {
    const chosen = value(captureIdea({ ...words, unit: 'unit:' + id('E1'), category: 'halsa' }, as(author)));
    const cleared = value(editIdea(chosen, words, as(author)));
    expect('unit' in cleared || 'category' in cleared).toBe(false);
  });

  test('the author of a hidden idea edits and retracts it under the alias', () => {
    expect(value(editIdea(hidden, words, as(author))).edited?.by).toBe(ALIAS);
    expect(value(retractIdea(hidden, as(author))).retracted?.by).toBe(ALIAS);
  });

  test('nobody takes back what is not theirs', () => {
    expect(value(retractIdea(idea, as(author))).retracted).toEqual({ by: author.id, at: NOW });
    for (const actor of [member, coach]) expect(refusal(retractIdea(idea, as(actor)))).toEqual({ code: 'not-allowed' });
  });
});

describe('changeCoauthors', () => {
  const withMember = value(changeCoauthors(idea, [member.id], as(author)));

  test('the author lets somebody in, who may then change the words', () => {
    expect(withMember.coauthors).toEqual([member.id]);
    expect(value(editIdea(withMember, { ...words, need: 'Ny' }, as(member))).edited?.by).toBe(member.id);
  });

  test('nobody lets themselves or others in, and who was let in may go', () => {
    const other = id('B9');
    expect(refusal(changeCoauthors(idea, [member.id], as(member)))).toEqual({ code: 'not-allowed' });
    expect(refusal(changeCoauthors(withMember, [member.id, other], as(member)))).toEqual({ code: 'not-allowed' });
    expect(refusal(changeCoauthors(withMember, [], as(coach)))).toEqual({ code: 'not-allowed' });
    expect('coauthors' in value(changeCoauthors(withMember, [], as(member)))).toBe(false);
  });
});

describe('what is given to an idea', () => {
  test('photos and recordings to a hidden idea stand under the alias', () => {
    expect(value(addPhoto(hidden, { width: 1600, height: 900 }, as(author))).by).toBe(ALIAS);
    expect(value(addRecording(hidden, 12, as(author))).by).toBe(ALIAS);
    expect(refusal(addPhoto(idea, { width: 1601, height: 900 }, as(author)))).toEqual({
      code: 'wrong-type',
      field: 'width'
    });
    expect(refusal(addRecording(idea, 181, as(author)))).toEqual({ code: 'wrong-type', field: 'seconds' });
  });

  test('support has one place per person, however often it is given and taken back', () => {
    const given = value(castSupport(idea._id, true, null, as(member)));
    const later = '2026-11-23T09:00:00.000Z';
    const taken = value(castSupport(idea._id, false, given, as(member, later)));
    expect(taken).toEqual({ ...given, state: { given: false, at: later } });
    expect(refusal(castSupport(idea._id, false, given, as(coach)))).toEqual({ code: 'not-allowed' });
  });
});

describe('resolveVariant', () => {
  const variant = (owner: string): Variant => ({
    _id: variantId(idea._id, 'need', 'Min text', NOW),
    v: 1,
    of: idea._id as Idea['_id'],
    field: 'need',
    text: 'Min text',
    by: member.id,
    at: NOW,
    owner
  });

  test('is for its keeper, its owner and a coach', () => {
    for (const actor of [member, author, coach])
      expect(value(resolveVariant(variant(author.id), as(actor))).resolved?.by).toBe(actor.id);
    const other: Actor = { ...member, id: id('F1'), roles: ['uddevalla:member'] };
    expect(refusal(resolveVariant(variant(author.id), as(other)))).toEqual({ code: 'not-allowed' });
  });

  test('is done under the alias by the owner of a hidden idea', () => {
    expect(value(resolveVariant(variant(ALIAS), as(author))).resolved?.by).toBe(ALIAS);
  });
});

describe('replacedVersion', () => {
  test('keeps the text that a choice takes away, settled, under the chooser’s name', () => {
    const version = value(replacedVersion(idea, 'need', 'Något annat.', as(coach))!);
    expect(version).toMatchObject({ of: idea._id, field: 'need', text: 'Låsen fryser.', owner: author.id });
    expect([version.by, version.resolved]).toEqual([coach.id, { by: coach.id, at: NOW }]);
    expect(value(replacedVersion(hidden, 'need', 'Något annat.', as(author))!).by).toBe(ALIAS);
  });

  test('is nothing where nothing is taken away', () => {
    expect(replacedVersion(idea, 'need', 'Låsen fryser. Varje vinter.', as(coach))).toBeNull();
    expect(replacedVersion(idea, 'proposal', 'Byt lås.', as(coach))).toBeNull();
    expect(replacedVersion(idea, 'category', 'vardag', as(coach))).toBeNull();
  });
});
