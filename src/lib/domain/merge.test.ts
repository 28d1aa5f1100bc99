import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '#lib/core/json.ts';
import type { Idea } from './ideas/idea.ts';
import type { Support } from './ideas/support.ts';
import { mergeDocuments } from './merge.ts';

const ID = '0'.repeat(25);
const AUTHOR = ID + 'A';
const OTHER = ID + 'B';
const AT = '2026-11-23T08:00:00.000Z';
const base: Idea = {
  _id: `idea:${ID}1`,
  _rev: '1-a',
  v: 1,
  by: AUTHOR,
  at: AT,
  title: 'Nycklar',
  need: 'rad ett\nrad två\nrad tre\nrad fyra\nrad fem',
  proposal: ''
};
const theirsOf = (fields: Partial<Idea>): Idea => ({ ...base, _rev: '2-b', ...fields });
const mineOf = (fields: Partial<Idea>): Idea => ({ ...base, ...fields });

describe('mergeDocuments, by example', () => {
  test('edits of different fields both stay', () => {
    const { document, lost } = mergeDocuments(base, mineOf({ title: 'Nyckelskåp' }), theirsOf({ proposal: 'Smörj' }));
    expect(document).toEqual(theirsOf({ title: 'Nyckelskåp', proposal: 'Smörj' }));
    expect(lost).toEqual([]);
  });

  test('edits of different lines of one text both stay', () => {
    const mine = mineOf({ need: 'RAD ETT\nrad två\nrad tre\nrad fyra\nrad fem' });
    const theirs = theirsOf({ need: 'rad ett\nrad två\nrad tre\nrad fyra\nRAD FEM' });
    expect(mergeDocuments(base, mine, theirs).document.need).toBe('RAD ETT\nrad två\nrad tre\nrad fyra\nRAD FEM');
  });

  test('edits of the same line keep theirs, and mine whole as lost', () => {
    const mine = mineOf({ need: base.need.replace('rad tre', 'min rad') });
    const theirs = theirsOf({ need: base.need.replace('rad tre', 'deras rad') });
    const { document, lost } = mergeDocuments(base, mine, theirs);
    expect(document.need).toBe(theirs.need);
    expect(lost).toEqual([{ field: 'need', text: mine.need }]);
  });

  test('the same edit on both sides is no conflict', () => {
    const need = base.need + '\nrad sex';
    expect(mergeDocuments(base, mineOf({ need }), theirsOf({ need }))).toEqual({
      document: theirsOf({ need }),
      lost: []
    });
  });

  test('of two choices theirs stays, and mine is lost in the open', () => {
    const { document, lost } = mergeDocuments(base, mineOf({ category: 'halsa' }), theirsOf({ category: 'vardag' }));
    expect(document.category).toBe('vardag');
    expect(lost).toEqual([{ field: 'category', text: 'halsa' }]);
  });

  test('a number that loses to another is lost in the open too', () => {
    const weight = (rev: string, weight: number) => ({ _id: `criterion:${ID}2:${ID}3`, _rev: rev, v: 1, weight });
    const { document, lost } = mergeDocuments(weight('1-a', 3), weight('1-a', 7), weight('2-b', 1));
    expect(document).toEqual(weight('2-b', 1));
    expect(lost).toEqual([{ field: 'weight', text: '7' }]);
  });

  test('a choice taken away on one side only stays away', () => {
    const had = { ...base, category: 'halsa' as const };
    const { document } = mergeDocuments(had, base, { ...had, _rev: '2-b', title: 'Ny' });
    expect('category' in document).toBe(false);
    expect(document.title).toBe('Ny');
  });

  test('of two marks the later stays, whichever side it is on', () => {
    const early = { by: AUTHOR, at: '2026-11-23T09:00:00.000Z' };
    const late = { by: AUTHOR, at: '2026-11-23T10:00:00.000Z' };
    const joined = (mine: typeof early, theirs: typeof early) =>
      mergeDocuments(base, mineOf({ retracted: mine }), theirsOf({ retracted: theirs })).document.retracted;
    expect(joined(early, late)).toEqual(late);
    expect(joined(late, early)).toEqual(late);
  });

  test('whoever’s words go into the joined document signs it, however early their mark', () => {
    const early = { by: AUTHOR, at: '2026-11-23T09:00:00.000Z' };
    const late = { by: OTHER, at: '2026-11-23T10:00:00.000Z' };
    const theirs = theirsOf({ title: 'Deras rubrik', edited: late });
    expect(mergeDocuments(base, mineOf({ proposal: 'Mitt förslag', edited: early }), theirs).document.edited).toEqual(
      early
    );
    expect(mergeDocuments(base, mineOf({ title: 'Min rubrik', edited: early }), theirs).document.edited).toEqual(late);
  });

  test('taking back beside an edit of theirs leaves their mark under their words', () => {
    const [first, second] = [
      { by: OTHER, at: '2026-11-23T09:00:00.000Z' },
      { by: OTHER, at: '2026-11-23T10:00:00.000Z' }
    ];
    const signed = { ...base, edited: first };
    const mine = { ...signed, retracted: { by: AUTHOR, at: second.at } };
    const theirs = { ...signed, _rev: '2-b', need: 'Annat', edited: second };
    expect(mergeDocuments(signed, mine, theirs).document).toEqual({ ...theirs, retracted: mine.retracted });
  });

  test('support given and taken back on two devices ends in the later act', () => {
    const of = (given: boolean, hour: number): Support => ({
      _id: `support:${ID}1:${AUTHOR}`,
      v: 1,
      idea: base._id,
      by: AUTHOR,
      state: { given, at: `2026-11-23T0${hour}:00:00.000Z` }
    });
    expect(mergeDocuments(of(true, 1), of(false, 3), of(true, 2)).document.state.given).toBe(false);
    expect(mergeDocuments(of(true, 1), of(false, 2), of(true, 3)).document.state.given).toBe(true);
  });

  test('the revision is theirs, so that the write follows theirs', () => {
    expect(mergeDocuments(base, mineOf({ title: 'Ny' }), theirsOf({}))).toMatchObject({ document: { _rev: '2-b' } });
  });

  test('a document of no kind we know is a fault of ours, not a merge', () => {
    const strange = { _id: 'secret:1' };
    expect(() => mergeDocuments(strange, strange, strange)).toThrow('no kind');
  });
});

describe('mergeDocuments, for any three versions', () => {
  const line = fc.constantFrom('ett', 'två', 'tre', 'fyra', '', 'fem sex');
  const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
  const mark = fc.record({
    by: fc.constantFrom(AUTHOR, ID + 'B'),
    at: fc.integer({ min: 0, max: 9 }).map((n) => `2026-11-23T0${n}:00:00.000Z`)
  });
  const version = fc
    .record({ title: text, need: text, proposal: text }, { requiredKeys: ['title', 'need', 'proposal'] })
    .chain((texts) =>
      fc
        .record(
          { category: fc.constantFrom('halsa', 'vardag', 'miljo'), edited: mark, retracted: mark },
          { requiredKeys: [] }
        )
        .map((rest) => ({ ...base, ...texts, ...rest }) as Idea)
    );
  const runs = { numRuns: 1000 };
  const theirRev = (idea: Idea): Idea => ({ ...idea, _rev: '2-b' });

  test('the same three give the same bytes, whatever order their keys stand in', () => {
    const turned = (idea: Idea): Idea => Object.fromEntries(Object.entries(idea).reverse()) as unknown as Idea;
    fc.assert(
      fc.property(version, version, version, (from, mine, theirs) => {
        expect(canonical(mergeDocuments(turned(from), turned(mine), turned(theirs)))).toBe(
          canonical(mergeDocuments(from, mine, theirs))
        );
      }),
      runs
    );
  });

  test('where only I changed anything, the result is mine; where only they did, theirs', () => {
    fc.assert(
      fc.property(version, version, (from, changed) => {
        expect(mergeDocuments(from, changed, theirRev(from))).toEqual({ document: theirRev(changed), lost: [] });
        expect(mergeDocuments(from, from, theirRev(changed))).toEqual({ document: theirRev(changed), lost: [] });
      }),
      runs
    );
  });

  test('merging what was merged changes nothing more', () => {
    fc.assert(
      fc.property(version, version, version, (from, mine, theirs) => {
        const { document } = mergeDocuments(from, mine, theirRev(theirs));
        expect(mergeDocuments(theirs, document, theirRev(theirs)).document).toEqual(document);
        expect(mergeDocuments(document, document, document)).toEqual({ document, lost: [] });
      }),
      runs
    );
  });

  test('nothing of mine is lost: every line I wrote is in the result, or in what is kept as lost', () => {
    fc.assert(
      fc.property(version, version, version, (from, mine, theirs) => {
        const { document, lost } = mergeDocuments(from, mine, theirs);
        for (const field of ['title', 'need', 'proposal'] as const) {
          const kept = new Set(
            [document[field], ...lost.filter((one) => one.field === field).map((one) => one.text)].flatMap((all) =>
              all.split('\n')
            )
          );
          const old = new Set(from[field].split('\n'));
          const gone = mine[field].split('\n').filter((written) => !old.has(written) && !kept.has(written));
          expect(gone, field).toEqual([]);
        }
      }),
      runs
    );
  });

  test('what I chose is in the result or in what is kept as lost', () => {
    fc.assert(
      fc.property(version, version, version, (from, mine, theirs) => {
        fc.pre(mine.category !== undefined && mine.category !== from.category);
        const { document, lost } = mergeDocuments(from, mine, theirs);
        expect([document.category, ...lost.map((one) => one.text)]).toContain(mine.category);
      }),
      runs
    );
  });

  test('two edits with no base at all keep theirs, and mine as lost', () => {
    fc.assert(
      fc.property(version, version, (mine, theirs) => {
        const { document, lost } = mergeDocuments(null, mine, theirs);
        for (const field of ['title', 'need', 'proposal'] as const) {
          const everything = [document[field], ...lost.filter((one) => one.field === field).map((one) => one.text)]
            .join('\n')
            .split('\n');
          expect(mine[field].split('\n').filter((written) => written !== '' && !everything.includes(written))).toEqual(
            []
          );
        }
      }),
      runs
    );
  });
});
