/* eslint-disable no-control-regex -- they are what is looked for */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { utf8Length } from '#lib/core/json.ts';
import { filledText, instant, text } from './shapes.ts';

const says = (schema: v.GenericSchema, value: unknown): string => {
  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
  return result.success ? 'ok' : result.issues[0].message;
};

describe('text', () => {
  test('takes exactly what is well-formed Unicode without control characters or turned directions', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        'a',
        '\ud83d',
        '\ude00',
        '\ud800',
        '\udfff',
        '\n',
        '\t',
        '\u007f',
        '\u0000',
        '\r',
        '\u0085',
        '\u202e',
        '\u2066',
        '👵'
      ),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const value = units.join('');
        fc.pre(!/\d/.test(value));
        const isFit =
          (value as string & { isWellFormed(): boolean }).isWellFormed() &&
          !/[\0-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]/.test(value);
        expect(says(text(100), value)).toBe(isFit ? 'ok' : 'malformed-text');
      }),
      { numRuns: 3000 }
    );
  });

  test('says one thing at a time, the length first: no long text is searched', () => {
    expect(says(text(10), '19900101-2385 \u0000')).toBe('too-long');
    expect(says(text(40), '19900101-2385 \u0000')).toBe('malformed-text');
    expect(says(text(40), '19900101-2385')).toBe('personal-number');
    expect(says(filledText(40), ' ')).toBe('empty');
    expect(says(filledText(40), 5)).toBe('wrong-type');
  });
});

describe('instant', () => {
  test('takes every moment of the century as toISOString writes it', () => {
    const between = {
      noInvalidDate: true,
      min: new Date('2000-01-01T00:00:00.000Z'),
      max: new Date('2099-12-31T23:59:59.999Z')
    };
    fc.assert(
      fc.property(fc.date(between), (date) => {
        expect(says(instant, date.toISOString())).toBe('ok');
      })
    );
  });

  test.each([
    '2026-02-29T00:00:00.000Z',
    '2026-13-01T00:00:00.000Z',
    '2026-11-23T24:00:00.000Z',
    '2026-11-23',
    '',
    '1999-12-31T23:59:59.999Z',
    '2026-11-23T08:00:00.000+01:00'
  ])('refuses %j', (value) => expect(says(instant, value)).toBe('wrong-type'));
});

describe('utf8Length', () => {
  test('counts what the wire counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(utf8Length(value)).toBe(new TextEncoder().encode(value).length);
      })
    );
  });
});
