import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalNumbers } from './personal-number.ts';

// Skatteverket's published test numbers (testpersonnummer, testsamordningsnummer), never real people.
const PERSONAL = [
  '189001019802',
  '189001029819',
  '189001039800',
  '189001049817',
  '189001059808',
  '199001012385',
  '201701012393'
];
const COORDINATION = ['191401682396', '197001782395', '197010632391'];

const found = (text: string) => findPersonalNumbers(text).map(([start, end]) => text.slice(start, end));

describe('findPersonalNumbers', () => {
  test.each([
    '199001012385',
    '19900101-2385',
    '9001012385',
    '900101-2385',
    '900101+2385',
    '900101 2385',
    '19 900101 2385',
    '1990-01-01-2385',
    '1990-01-01 2385',
    '1990.01.01.2385',
    '1990/01/01-2385',
    '90 01 01 23 85',
    '900101–2385',
    '900101—2385',
    '900101 - 2385',
    '900101   -   2385',
    '900101-\n2385',
    '900101\u00a02385',
    '900101_2385',
    '900101/2385',
    '900101:2385',
    '900101, 2385',
    '900101) 2385',
    '900101 (2385',
    '900101*2385',
    '900101=2385',
    '19900101; 2385',
    '9 0 0 1 0 1 2 3 8 5',
    '1-9-9-0-0-1-0-1-2-3-8-5',
    '９００１０１-２３８５',
    '٩٠٠١٠١-٢٣٨٥',
    '۹۰۰۱۰۱-۲۳۸۵',
    '९००१०१-२३८५',
    '৯০০১০১-২৩৮৫',
    '๙๐๐๑๐๑-๒๓๘๕',
    '𝟗𝟎𝟎𝟏𝟎𝟏-𝟐𝟑𝟖𝟓',
    '900101\u200b-2385',
    '900101\u00ad2385',
    '900101\u202c-2385',
    '900101\uff0d2385',
    '9\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e38\ufe0f\u20e35'
  ])('recognises %j', (number) => {
    expect(found(number)).toEqual([number]);
    expect(found(`Brukaren (${number}) behöver hjälp.`)).toEqual([number]);
    expect(found(`pnr${number}.`)).toEqual([number]);
    expect(found(`${number}Anna`)).toEqual([number]);
  });

  test.each([...PERSONAL, ...COORDINATION])('recognises the published test number %s in both lengths', (number) => {
    expect(found(number)).toEqual([number]);
    expect(found(number.slice(2))).toEqual([number.slice(2)]);
  });

  test('recognises a samordningsnummer, whose day is 60 more', () => {
    expect(found('701063-2391')).toEqual(['701063-2391']);
  });

  test('finds each of several in one text', () => {
    expect(found('900101-2385 och 199001012385')).toEqual(['900101-2385', '199001012385']);
    expect(found('900101-2385 199001012385')).toEqual(['900101-2385', '199001012385']);
  });

  test('finds one right after a year, a room number or a list number', () => {
    expect(found('år 2026 900101-2385')).toEqual(['900101-2385']);
    expect(found('rum 12 900101-2385')).toEqual(['900101-2385']);
    expect(found('1. 900101-2385')).toEqual(['900101-2385']);
    expect(found('rum 12, 900101-2385')).toEqual(['900101-2385']);
  });

  test.each([
    '0522-69 60 00',
    '900101-2384',
    '901301-2385',
    '900132-2385',
    '900101-0000',
    '2026-11-23',
    '12345678901234567890',
    '9001012385000',
    'rum 4, 12 personer',
    'kl. 07.30–16.15, 3 dagar i veckan',
    'mellan 900101 och 2385',
    '16 990101 2385',
    ''
  ])('leaves %j alone', (text) => expect(found(text)).toEqual([]));

  test('leaves an identifier in a pasted link alone, whatever digits it holds', () => {
    expect(found('se /ideer/01KAN9001012385QQQQQQQQQQQ')).toEqual([]);
    expect(found('idea:01KAN9001012385QQQQQQQQQQQ, 900101-2385')).toEqual(['900101-2385']);
  });
});

describe('properties (a failure prints its seed; replay it with fc.assert(…, { seed, path }))', () => {
  const number = fc.constantFrom(...PERSONAL, ...COORDINATION);
  const short = fc.boolean();
  // Any of these at any place: people group digits in every way there is.
  const separators = fc.array(
    fc.constantFrom('', '', '', '-', ' ', '+', '.', '/', '–', ' - ', '\u00a0', '\u200b', '\n'),
    { minLength: 11, maxLength: 11 }
  );
  const noDigits = fc
    .array(
      fc.constantFrom('Brukaren', 'på', 'Björkgården', 'åt', 'frukost', '(', ')', ',', 'sen', '!', 'Ölanda', '👵', 'é'),
      { maxLength: 12 }
    )
    .map((words) => words.join(' '));
  const idAlphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
  const written = fc
    .tuple(number, short, separators)
    .map(([digits, isShort, gaps]) =>
      [...(isShort ? digits.slice(2) : digits)]
        .map((digit, index) => (index === 0 ? '' : gaps[index - 1]!) + digit)
        .join('')
    );

  test('any test number, grouped in any way, in any sentence, is found exactly where it stands', () => {
    fc.assert(
      fc.property(noDigits, written, noDigits, (before, form, after) => {
        expect(findPersonalNumbers(before + form + after)).toEqual([[before.length, before.length + form.length]]);
      }),
      { numRuns: 2000 }
    );
  });

  test('every span holds ten or twelve digits, in order and apart, whatever the text', () => {
    const messy = fc.string({
      unit: fc.constantFrom(...'0123456789', ...'0101', ' ', '-', 'a', '٣', ',', ':', '\n'),
      maxLength: 120
    });
    fc.assert(
      fc.property(messy, (text) => {
        let end = 0;
        for (const [start, stop] of findPersonalNumbers(text)) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect([10, 12]).toContain(text.slice(start, stop).match(/[0-9٠-٩]/g)?.length);
          end = stop;
        }
      }),
      { numRuns: 2000 }
    );
  });

  test('no moment as toISOString writes it is ever flagged', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2099-12-31') }),
        (date) => {
          expect(found(`Sparad ${date.toISOString()} här`)).toEqual([]);
        }
      ),
      { numRuns: 2000 }
    );
  });

  test('no ULID is ever flagged, not even one that holds a test number', () => {
    const id = fc
      .tuple(
        number,
        short,
        fc.integer({ min: 0, max: 14 }),
        fc.array(fc.constantFrom(...idAlphabet), { minLength: 26, maxLength: 26 })
      )
      .map(([digits, isShort, place, letters]) => {
        const inside = isShort ? digits.slice(2) : digits;
        return letters.join('').slice(0, place) + inside + letters.join('').slice(place + inside.length);
      });
    fc.assert(
      fc.property(id, (ulid) => {
        expect(found(ulid)).toEqual([]);
        expect(found(`https://ide.example/ideer/idea:${ulid}?x`)).toEqual([]);
      }),
      { numRuns: 2000 }
    );
  });

  test('a page of nothing but digits is searched in well under a second', () => {
    const started = performance.now();
    for (const unit of ['1 ', '01', '010101-', '0 1 0 1 0 1 ', '900101-2385 '])
      findPersonalNumbers(unit.repeat(8000 / unit.length));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
